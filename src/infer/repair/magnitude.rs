use crate::engine::{Session, Verdict};
use crate::infer::ratio::Ratio;
use crate::model::{Decimal, FieldProblem, Severity};
use crate::pack::FieldKind;

use super::proposal::Repair;
use super::slip::{Slip, between};
use super::trial::{Bench, Trial};

/// A figure next to last period's: so many times larger or smaller asks for a look, and so many is as usual.
const FAR: i128 = 5;
const NEAR: i128 = 3;
/// By so many places a unit or a point slips.
const POWERS: [i8; 10] = [-4, -1, 1, 4, -2, 2, -3, 3, -8, 8];

/// Figures that are ten, a hundred, ten thousand times too large or too small by their usual range, by the rules for rates and
/// heads, or by last period's figure, and that return into all of these at once when the point is moved.
pub(super) fn slips(bench: &mut Bench<'_>, taken: &[usize]) -> Vec<Repair> {
    let mut found = Vec::new();
    for field in 0..bench.form.plan().fields.len() {
        if !taken.contains(&field) {
            found.extend(slip(bench, field, taken));
        }
    }
    found
}

fn slip(bench: &mut Bench<'_>, field: usize, taken: &[usize]) -> Option<Repair> {
    let form = bench.form;
    let typed = form.answer(field)?.number().filter(|number| form.is_typed(field) && !number.is_zero())?;
    let FieldKind::Number { .. } = form.plan().fields.get(field)?.kind else { return None };
    let last = form.last_period(field).filter(|last| !last.is_zero());
    let is_far = last.is_some_and(|last| !is_within(typed, last, FAR));
    let open = failing(form, field);
    // A rule that reads a field where something is wrong at any rate says nothing of this one.
    let speaks = |rule: &usize| {
        form.plan().rules.get(*rule).is_some_and(|rule| !rule.inputs.iter().any(|it| taken.contains(it)))
    };
    if !is_far && !is_unusual(form, field) && !open.iter().any(speaks) {
        return None;
    }
    let mut best: Option<Repair> = None;
    for power in POWERS {
        let Some(meant) = typed.shift(power) else { continue };
        if last.is_some_and(|last| !is_within(meant, last, NEAR)) {
            continue;
        }
        let trial = bench.of(&[(field, meant.to_string())]);
        if !returns(&open, &trial) {
            continue;
        }
        let rarity = between(typed, meant).map_or(60, |meant| meant.rarity);
        if best.as_ref().is_none_or(|best| rarity < best.cost) {
            let solves = trial.solved;
            best = Some(Repair { solves, ..Repair::one(field, meant.to_string(), Slip::Scale, rarity) });
        }
    }
    best
}

/// Whether everything that spoke against the figure is silent, and nothing new speaks.
fn returns(open: &[usize], trial: &Trial) -> bool {
    let settled = open.iter().all(|rule| trial.solved.contains(rule));
    settled && !trial.breaks && !trial.unusual && trial.raised == 0
}

/// The rules of this field that fail and can be justified.
fn failing(form: &Session, field: usize) -> Vec<usize> {
    let plan = form.plan();
    let reads = |rule: &usize| {
        plan.rules.get(*rule).is_some_and(|rule| rule.severity != Severity::Hint && rule.inputs.contains(&field))
    };
    (0..plan.rules.len()).filter(|rule| form.verdict(*rule) == Verdict::Fails).filter(reads).collect()
}

fn is_unusual(form: &Session, field: usize) -> bool {
    form.field_finding(field).is_some_and(|finding| finding.problem == FieldProblem::Plausible)
}

/// Whether one figure is at most so many times the other.
pub(super) fn is_within(figure: Decimal, other: Decimal, times: i128) -> bool {
    let Some((figure, other)) = Ratio::of(figure.abs()).zip(Ratio::of(other.abs())) else { return false };
    let below = |small: Ratio, large: Ratio| large.mul(Ratio::whole(times)).is_some_and(|large| small <= large);
    below(figure, other) && below(other, figure)
}
