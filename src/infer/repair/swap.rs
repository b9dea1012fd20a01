use crate::engine::{Session, Verdict};
use crate::infer::in_order;
use crate::pack::FieldKind;

use super::localise::Group;
use super::proposal::Repair;
use super::slip::Slip;
use super::trial::Bench;

/// Fields so far apart are still neighbours.
const NEAR: usize = 4;
/// So many pairs are tried.
const MOST_PAIRS: usize = 600;

/// Pairs of figures that stand in each other's field: with both exchanged every rule of the group holds.
pub(super) fn swaps(bench: &mut Bench<'_>, group: &Group) -> Vec<Repair> {
    let form = bench.form;
    let fields = form.plan().fields.len();
    let mut found = Vec::new();
    let mut tried = 0_usize;
    for one in &group.suspects {
        let from = one.saturating_sub(NEAR);
        let near = from..one.saturating_add(NEAR).saturating_add(1).min(fields);
        let others = group.suspects.iter().copied().chain(near.filter(|other| !group.suspects.contains(other)));
        let others: Vec<usize> = others.filter(|other| is_pair(form, *one, *other)).collect();
        for other in others {
            if group.suspects.contains(&other) && other < *one {
                continue;
            }
            tried = tried.saturating_add(1);
            if tried > MOST_PAIRS {
                return found;
            }
            let values = vec![(*one, form.typed(other).to_owned()), (other, form.typed(*one).to_owned())];
            let trial = bench.of(&values);
            let failing = |rule: &&usize| form.verdict(**rule) == Verdict::Fails;
            let mends = group.rules.iter().filter(failing).all(|rule| trial.solved.contains(rule));
            if mends && !trial.breaks && !trial.solved.is_empty() && trial.raised <= trial.settled {
                // What mends one rule only may be chance: of two figures one is always the larger.
                let doubt = if trial.unusual || trial.solved.len() < 2 { 40 } else { 0 };
                let cost = 36_u32.saturating_add(doubt).saturating_sub(rules_met(trial.solved.len()));
                let mut repair = Repair::one(*one, String::new(), Slip::Swap, cost);
                repair.fields = in_order(vec![*one, other]);
                (repair.values, repair.solves) = (values, trial.solved);
                found.push(repair);
            }
        }
    }
    found
}

/// The more rules one act mends, the less it is chance.
fn rules_met(solved: usize) -> u32 {
    u32::try_from(solved.min(4)).unwrap_or(0).saturating_mul(4)
}

fn is_pair(form: &Session, one: usize, other: usize) -> bool {
    let figure = |place: usize| form.answer(place).and_then(|answer| answer.number()).filter(|_| form.is_typed(place));
    let unit = |place: usize| form.plan().fields.get(place).and_then(|field| field.unit.as_ref()).map(|unit| &unit.zh);
    let is_number = |place: usize| {
        form.plan().fields.get(place).is_some_and(|field| matches!(field.kind, FieldKind::Number { .. }))
    };
    one != other
        && is_number(one)
        && is_number(other)
        && unit(one) == unit(other)
        && figure(one).is_some()
        && figure(other).is_some()
        && figure(one) != figure(other)
}
