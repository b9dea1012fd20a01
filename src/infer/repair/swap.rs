use crate::engine::Session;
use crate::infer::add;
use crate::infer::scope::inputs;
use crate::model::Decimal;
use crate::pack::FieldKind;

use super::localise::Group;
use super::proposal::{Repair, tell};
use super::slip::{Slip, between};
use super::trial::Bench;

/// Fields so far apart are still neighbours.
const NEAR: usize = 4;
/// So many pairs are tried.
const MOST_PAIRS: usize = 600;

/// Pairs of figures that stand in each other's field: with both exchanged every rule of the group holds.
#[inline(never)]
pub(super) fn swaps(bench: &mut Bench<'_>, group: &Group, found: &mut Vec<Repair>, doubt: u32) {
    let form = bench.form;
    let mut left = MOST_PAIRS;
    for (at, one) in group.suspects.iter().enumerate() {
        let mut others = group.suspects.get(at..).unwrap_or(&[]).to_vec();
        for near in one.saturating_sub(NEAR)..one.saturating_add(NEAR).saturating_add(1) {
            if !group.suspects.contains(&near) {
                add(&mut others, near);
            }
        }
        for other in others {
            let is_read = |rule: &usize| inputs(form, *rule).iter().any(|field| *field == *one || *field == other);
            let Some((own, others)) = pair(form, *one, other).filter(|_| group.rules.iter().all(is_read)) else {
                continue;
            };
            left = left.saturating_sub(1);
            if left == 0 {
                return;
            }
            let (first, last) = (other.min(*one), other.max(*one));
            let values = vec![(first, form.typed(last).to_owned()), (last, form.typed(first).to_owned())];
            let trial = bench.of(&values, &group.rules).filter(|trial| trial.raised <= trial.settled);
            if let Some(trial) = trial.filter(|trial| !trial.solved.is_empty()) {
                // What mends one rule only may be chance: of two figures one is always the larger. And where one figure is
                // a slip away from the other, one slip is likelier than two figures in the wrong place.
                let is_chance = trial.unusual || trial.solved.len() < 2 || between(own, others).is_some();
                let chance = if is_chance { 40 } else { 0 };
                let mut one = Repair::of(values, Slip::Swap, doubt.wrapping_add(chance).wrapping_add(36));
                one.cost = one.cost.wrapping_sub(rules_met(trial.solved.len()));
                one.solves = trial.solved;
                tell(found, one);
            }
        }
    }
}

/// The more rules one act mends, the less it is chance.
fn rules_met(solved: usize) -> u32 {
    u32::try_from(solved.min(4)).unwrap_or(0).saturating_mul(4)
}

/// Two figures of one unit that are not the same.
fn pair(form: &Session, one: usize, other: usize) -> Option<(Decimal, Decimal)> {
    let figure = |place: usize| {
        let field = form.plan().fields.get(place).filter(|field| matches!(field.kind, FieldKind::Number { .. }))?;
        let number = form.answer(place)?.number().filter(|_| form.is_typed(place))?;
        Some((number, field.unit.as_ref().map(|unit| &unit.zh)))
    };
    let (one, other) = figure(one).zip(figure(other))?;
    (one.0 != other.0 && one.1 == other.1).then_some((one.0, other.0))
}
