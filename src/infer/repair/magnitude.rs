use crate::engine::Session;
use crate::infer::meet;
use crate::infer::scope::{fails, inputs};
use crate::model::{FieldProblem, Severity};

use super::doubt::{is_within, last_period};
use super::proposal::Repair;
use super::slip::{Slip, every};
use super::trial::Bench;

/// A figure next to last period's: so many times larger or smaller asks for a look, and so many is as usual.
const FAR: i128 = 5;
const NEAR: i128 = 3;

/// A figure that is ten, a hundred, ten thousand times too large or too small by its usual range, by the rules for rates and
/// heads, or by last period's figure, and that returns into all of these at once when the point is moved.
#[inline(never)]
pub(super) fn slip(bench: &mut Bench<'_>, field: usize, taken: &[usize]) -> Option<Repair> {
    let form = bench.form;
    let typed = form.answer(field)?.number().filter(|number| form.is_typed(field) && !number.is_zero())?;
    let last = last_period(form, field);
    let is_far = last.is_some_and(|last| !is_within(typed, last, FAR));
    let open = failing(form, field);
    // A rule that reads a field where something is wrong at any rate says nothing of this one.
    let speaks = |rule: &usize| !meet(inputs(form, *rule), taken);
    if !is_far && !is_unusual(form, field) && !open.iter().any(speaks) {
        return None;
    }
    for meant in every(typed, false, &|value| last.is_none_or(|last| is_within(value, last, NEAR))) {
        let mut one = Repair::one(field, meant.value.canonical(), meant.slip, meant.rarity);
        let trial = bench.of(&one.values, &open);
        if let Some(trial) = trial.filter(|it| !it.unusual && it.raised == 0 && meant.slip == Slip::Scale) {
            one.solves = trial.solved;
            return Some(one);
        }
    }
    None
}

/// The rules of this field that fail and can be justified.
fn failing(form: &Session, field: usize) -> Vec<usize> {
    let mut failing = Vec::new();
    for (place, rule) in form.plan().rules.iter().enumerate() {
        if fails(form, place) && rule.severity != Severity::Hint && rule.inputs.contains(&field) {
            failing.push(place);
        }
    }
    failing
}

fn is_unusual(form: &Session, field: usize) -> bool {
    form.field_finding(field).is_some_and(|finding| finding.problem == FieldProblem::Plausible)
}
