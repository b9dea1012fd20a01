use crate::engine::{MetricState, Session};
use crate::formula::BinaryOperator;
use crate::infer::ratio::Ratio;
use crate::infer::scope::inputs;
use crate::infer::search::all;
use crate::infer::tableau::Side;
use crate::model::{Decimal, Severity};
use crate::pack::{FieldKind, Node};

use super::doubt::{doubt, doubts};
use super::localise::{Group, Localiser};
use super::proposal::Repair;
use super::slip::{Meant, Slip, between, every, note};
use super::trial::Bench;

/// So many values are offered for one field.
const MOST_VALUES: usize = 3;
/// What a change costs that no slip explains.
const UNEXPLAINED: u32 = 90;

/// The values that the rules leave for a field; what has no end is lost.
#[derive(Clone, Copy)]
struct Ends {
    low: Ratio,
    high: Ratio,
}

impl Ends {
    fn hold(self, value: Ratio) -> bool {
        (self.low.is_lost() || value >= self.low) && (self.high.is_lost() || value <= self.high)
    }
}

/// The proposals for one group: its smallest sets with what should stand there, or all its fields where those took too long.
pub(super) fn group(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, group: &Group) -> Vec<Repair> {
    let mut proposals = Vec::new();
    if group.optima.is_empty() {
        proposals.push(bare(group, &group.suspects, false));
    }
    for set in &group.optima {
        let before = proposals.len();
        match set.as_slice() {
            [field] => single(localiser, bench, group, *field, &mut proposals),
            _ => proposals.push(several(localiser, bench, group, set)),
        }
        if proposals.len() == before {
            proposals.push(bare(group, set, true));
        }
    }
    proposals
}

/// A set of fields for which no values are told.
#[inline(never)]
fn bare(group: &Group, set: &[usize], proven: bool) -> Repair {
    let mut repair = Repair::of(Vec::new(), Slip::Minimal, UNEXPLAINED.wrapping_add(60));
    (repair.fields, repair.solves, repair.proven) = (set.to_vec(), group.rules.clone(), proven);
    repair
}

/// The values of one field with which everything holds, the likeliest first.
#[inline(never)]
fn single(
    localiser: &mut Localiser<'_>,
    bench: &mut Bench<'_>,
    group: &Group,
    field: usize,
    proposals: &mut Vec<Repair>,
) {
    let form = bench.form;
    let doubt = doubt(form, group, field);
    let from = proposals.len();
    let mut offer = |text: String, slip: Slip, rarity: u32| {
        let mut one = Repair::one(field, text, slip, rarity.wrapping_add(doubt));
        let found = proposals.get(from..).unwrap_or(&[]);
        // What comes now is less likely than what was found, and what nothing explains stands back where something is explained.
        let is_enough = found.get(MOST_VALUES.wrapping_sub(1)).is_some_and(|last| last.cost <= one.cost);
        if is_enough || (slip == Slip::Minimal && found.first().is_some_and(|best| best.slip != Slip::Minimal)) {
            return;
        }
        if let Some(trial) = bench.of(&one.values, &group.rules).filter(|trial| !trial.is_silent) {
            one.cost = one.cost.wrapping_add(doubts(form, field, &one.values, &trial));
            one.solves = trial.solved;
            let at = found.partition_point(|other| other.cost <= one.cost);
            proposals.insert(from.wrapping_add(at), one);
            proposals.truncate(from.wrapping_add(MOST_VALUES));
        }
    };
    match form.plan().fields.get(field).map(|field| &field.kind) {
        Some(FieldKind::Number { .. }) => {
            for meant in candidates(localiser, form, group, field).unwrap_or_default() {
                offer(meant.value.canonical(), meant.slip, meant.rarity);
            }
        }
        Some(FieldKind::Truth) => {
            offer("true".to_owned(), Slip::Minimal, UNEXPLAINED);
            offer("false".to_owned(), Slip::Minimal, UNEXPLAINED);
        }
        Some(FieldKind::Choice(choices)) => {
            for choice in choices {
                offer(choice.value.clone(), Slip::Minimal, UNEXPLAINED);
            }
        }
        _ => {}
    }
    // What cannot be read could have meant any of them.
    let is_unread = form.answer(field).is_none_or(|answer| answer.value.is_none());
    if is_unread && proposals.len() > from.wrapping_add(1) {
        proposals.truncate(from);
    }
}

/// The least and greatest value of a field with which the rules can hold.
#[inline(never)]
fn ends(localiser: &mut Localiser<'_>, field: usize) -> Option<Ends> {
    let mut system = localiser.system(&[field]);
    let demands = std::mem::take(&mut system.demands);
    let all = all(&demands);
    let variable = system.variable_of(field)?;
    let unit = system.fields.get(variable)?.1;
    let low = system.extreme(&all, variable, Side::Lower)?.at.mul(&unit);
    let high = system.extreme(&all, variable, Side::Upper)?.at.mul(&unit);
    localiser.fuel = system.tableau.fuel;
    (localiser.fuel > 0).then_some(Ends { low, high })
}

/// What may have been meant, within the ends, the likeliest first; the last is the nearest value that will do, which no slip
/// explains.
#[inline(never)]
fn candidates(localiser: &mut Localiser<'_>, form: &Session, group: &Group, field: usize) -> Option<Vec<Meant>> {
    let own = form.plan().fields.get(field)?;
    let typed = form.answer(field)?.number()?;
    let ends = ends(localiser, field)?;
    let repeated = own.derived_from.and_then(|metric| match form.metric(metric) {
        MetricState::Value(value) => Some(*value),
        _ => None,
    });
    let is_allowed = |value: Decimal| {
        let ratio = Ratio::of(value);
        Some(value) != repeated && is_on_step(&own.kind, value) && !ratio.is_lost() && ends.hold(ratio)
    };
    let only = if ends.low == ends.high { ends.low.decimal() } else { None };
    let mut found = Vec::new();
    match only {
        None => found = every(typed, !is_weak(form, group), &is_allowed),
        Some(only) => {
            if let Some(meant) = between(typed, only).filter(|_| is_allowed(only)) {
                found.push(meant);
            }
        }
    }
    if let Some(value) = repeated {
        let slip = between(typed, value).unwrap_or(Meant { value, slip: Slip::Derived, rarity: 20 });
        note(&mut found, Meant { rarity: slip.rarity.saturating_sub(15), ..slip });
    }
    let is_above = !ends.high.is_lost() && Ratio::of(typed) > ends.high;
    let nearest = if is_above || ends.low.is_lost() { ends.high } else { ends.low };
    let is_new = |value: &Decimal| found.iter().all(|meant| meant.value != *value);
    if let Some(value) = nearest.decimal().filter(is_new) {
        let copied = only.is_some() && is_part_as_total(form, group, field, typed);
        let (slip, rarity) = if copied { (Slip::Derived, 30) } else { (Slip::Minimal, UNEXPLAINED) };
        note(&mut found, Meant { value, slip, rarity });
    }
    // Where the rules leave many values, none of them is as likely; least of all one that nothing explains.
    for meant in &mut found {
        let loose = if meant.slip == Slip::Minimal { 55 } else { 25 };
        meant.rarity = meant.rarity.wrapping_add(if only.is_none() { loose } else { 0 });
    }
    Some(found)
}

/// Whether a group has only rules that a reason can justify: a digit would explain too much there.
fn is_weak(form: &Session, group: &Group) -> bool {
    let is_verify = |rule: &usize| form.plan().rules.get(*rule).is_some_and(|rule| rule.severity == Severity::Verify);
    !group.rules.is_empty() && group.rules.iter().all(is_verify)
}

/// Whether a value has no more places than a field takes.
fn is_on_step(kind: &FieldKind, value: Decimal) -> bool {
    let FieldKind::Number { places, .. } = kind else { return false };
    places.is_none_or(|most| value.scale() <= most)
}

/// A total that is only one of its parts: where its figure stands in another field of a rule that fails, too.
#[inline(never)]
fn is_part_as_total(form: &Session, group: &Group, field: usize, typed: Decimal) -> bool {
    let same = |place: &usize| *place != field && form.answer(*place).and_then(|answer| answer.number()) == Some(typed);
    let is_copied = |rule: &usize| is_total(form, *rule, field) && inputs(form, *rule).iter().any(same);
    !typed.is_zero() && group.rules.iter().any(is_copied)
}

/// Whether a field stands alone on one side of a balance.
fn is_total(form: &Session, rule: usize, field: usize) -> bool {
    let nodes = form.plan().rules.get(rule).map_or(&[][..], |rule| &rule.assert.nodes);
    let is_it = |side: &usize| matches!(nodes.get(*side), Some(Node::Field(place)) if *place == field);
    matches!(nodes.last(), Some(Node::Binary(BinaryOperator::Equal, left, right)) if is_it(left) || is_it(right))
}

/// The values of several fields with which everything holds.
#[inline(never)]
fn several(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, group: &Group, set: &[usize]) -> Repair {
    let mut system = localiser.system(set);
    let demands = std::mem::take(&mut system.demands);
    let mut values = Vec::new();
    system.conflict_unless(&all(&demands), &mut |system| values = system.values());
    localiser.fuel = system.tableau.fuel;
    let mut proposal = bare(group, set, true);
    let (mut explained, mut cost, mut slip) = (0_usize, 20_u32, None);
    for (field, value) in values {
        let Some(value) = value.decimal().filter(|_| set.contains(&field)) else { continue };
        let typed = bench.form.answer(field).and_then(|answer| answer.number());
        if let Some(meant) = typed.and_then(|typed| between(typed, value)) {
            (explained, cost) = (explained.wrapping_add(1), cost.wrapping_add(meant.rarity));
            slip = Some(if slip.is_none_or(|slip| slip == meant.slip) { meant.slip } else { Slip::Minimal });
        }
        proposal.values.push((field, text(bench.form, field, value)));
    }
    if proposal.values.len() < set.len() {
        // A third of something cannot be written.
        return bare(group, set, true);
    }
    let Some(trial) = bench.of(&proposal.values, &group.rules) else {
        // A rule that could not be read to its end stands against it.
        return bare(group, set, false);
    };
    if !trial.solved.is_empty() {
        proposal.solves = trial.solved;
    }
    if explained == set.len() {
        (proposal.cost, proposal.slip) = (cost, slip.unwrap_or(Slip::Minimal));
    }
    proposal
}

/// A value of a variable as it is typed.
fn text(form: &Session, field: usize, value: Decimal) -> String {
    let place = usize::try_from(value.mantissa()).unwrap_or(0);
    match form.plan().fields.get(field).map(|field| &field.kind) {
        Some(FieldKind::Truth) => (if value.is_zero() { "false" } else { "true" }).to_owned(),
        Some(FieldKind::Choice(choices)) => choices.get(place).map_or_else(String::new, |choice| choice.value.clone()),
        _ => value.canonical(),
    }
}
