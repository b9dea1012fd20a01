use crate::engine::{MetricState, Session, Verdict};
use crate::formula::BinaryOperator;
use crate::infer::Sure;
use crate::infer::ratio::Ratio;
use crate::infer::search::all;
use crate::infer::system::{System, domain};
use crate::infer::tableau::Side;
use crate::model::{Decimal, Severity};
use crate::pack::{FieldKind, Node, Rule};

use super::localise::{Group, Localiser};
use super::magnitude::is_within;
use super::proposal::Repair;
use super::slip::{Meant, Slip, between, every};
use super::trial::{Bench, Trial};

/// So many values are offered for one field.
const MOST_VALUES: usize = 3;
/// What a change costs that no slip explains.
const UNEXPLAINED: u32 = 90;

/// The values that the rules leave for a field.
#[derive(Clone, Copy)]
struct Ends {
    low: Option<Ratio>,
    high: Option<Ratio>,
}

impl Ends {
    fn only(self) -> Option<Ratio> {
        self.low.filter(|low| Some(*low) == self.high)
    }

    fn hold(self, value: Ratio) -> bool {
        self.low.is_none_or(|low| value >= low) && self.high.is_none_or(|high| value <= high)
    }
}

/// The proposals for one group: its smallest sets with what should stand there, or all its fields where those took too long.
pub(super) fn group(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, group: &Group) -> Vec<Repair> {
    if group.optima.is_empty() {
        return vec![Repair { proven: false, ..bare(group, &group.suspects) }];
    }
    let mut proposals = Vec::new();
    for set in &group.optima {
        let before = proposals.len();
        match set.as_slice() {
            [field] => proposals.extend(single(localiser, bench, group, *field).unwrap_or_default()),
            _ => proposals.extend(several(localiser, bench, group, set)),
        }
        if proposals.len() == before {
            proposals.push(bare(group, set));
        }
    }
    proposals
}

/// A set of fields for which no values are told.
fn bare(group: &Group, set: &[usize]) -> Repair {
    let mut repair = Repair::one(0, String::new(), Slip::Minimal, UNEXPLAINED.saturating_add(60));
    (repair.fields, repair.solves) = (set.to_vec(), group.rules.clone());
    repair.values.clear();
    repair
}

/// The values of one field with which everything holds, the likeliest first.
fn single(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, group: &Group, field: usize) -> Sure<Vec<Repair>> {
    let form = bench.form;
    let mut offers: Vec<Repair> = Vec::new();
    let mut offer = |text, slip, cost| offers.push(Repair::one(field, text, slip, cost));
    match &form.plan().fields.get(field)?.kind {
        FieldKind::Number { .. } => {
            let ends = ends(localiser, field)?;
            let loose = if ends.only().is_some() { 0 } else { 25 };
            for meant in candidates(form, group, field, ends)? {
                offer(meant.value.to_string(), meant.slip, meant.rarity.saturating_add(loose));
            }
        }
        FieldKind::Truth => {
            offer("true".to_owned(), Slip::Minimal, UNEXPLAINED);
            offer("false".to_owned(), Slip::Minimal, UNEXPLAINED);
        }
        FieldKind::Choice(choices) => {
            choices.iter().for_each(|choice| offer(choice.value.clone(), Slip::Minimal, UNEXPLAINED));
        }
        _ => {}
    }
    let doubt = doubt(form, group, field);
    let mut found: Vec<Repair> = Vec::new();
    for mut one in offers {
        let trial = bench.of(&one.values);
        if mends(form, group, &[field], &trial) {
            one.cost = one.cost.saturating_add(doubts(form, field, &one.values, &trial)).saturating_add(doubt);
            one.solves = trial.solved;
            found.insert(found.partition_point(|other| other.cost <= one.cost), one);
        }
    }
    // A value that nothing explains stands back where one is explained.
    if found.iter().any(|one| one.slip != Slip::Minimal) {
        found.retain(|one| one.slip != Slip::Minimal);
    }
    // What cannot be read could have meant any of them.
    if form.answer(field)?.value.is_none() && found.len() > 1 {
        found.clear();
    }
    found.truncate(MOST_VALUES);
    Some(found)
}

/// The least and greatest value of a field with which the rules can hold.
fn ends(localiser: &mut Localiser<'_>, field: usize) -> Sure<Ends> {
    let mut system = localiser.system(&[field])?;
    let demands = std::mem::take(&mut system.demands);
    let all = all(&demands);
    let variable = system.variable_of(field)?;
    let unit = system.fields.get(variable)?.1;
    let mut end = |side| {
        let end = system.extreme(&all, variable, side)??;
        Some(match end {
            Some(end) => Some(end.at.mul(unit)?),
            None => None,
        })
    };
    let ends = Ends { low: end(Side::Lower)?, high: end(Side::Upper)? };
    localiser.fuel = system.tableau.fuel;
    Some(ends)
}

/// What may have been meant, within the ends; the last is the nearest value that will do, which no slip explains.
fn candidates(form: &Session, group: &Group, field: usize, ends: Ends) -> Sure<Vec<Meant>> {
    let own = form.plan().fields.get(field)?;
    let typed = form.answer(field)?.number()?;
    let repeated = own.derived_from.and_then(|metric| match form.metric(metric) {
        MetricState::Value(value) => Some(*value),
        _ => None,
    });
    let mut found = match ends.only() {
        Some(only) => between(typed, only.decimal()?).into_iter().collect(),
        None => every(typed, !is_weak(form, group)),
    };
    found.retain(|meant| Some(meant.value) != repeated && is_allowed(&own.kind, ends, meant.value));
    if let Some(value) = repeated {
        let slip = between(typed, value).unwrap_or(Meant { value, slip: Slip::Derived, rarity: 20 });
        found.push(Meant { rarity: slip.rarity.saturating_sub(15), ..slip });
    }
    let is_above = Ratio::of(typed).zip(ends.high).is_some_and(|(typed, high)| typed > high);
    let nearest = if is_above { ends.high } else { ends.low.or(ends.high) };
    if let Some(value) =
        nearest.and_then(Ratio::decimal).filter(|value| found.iter().all(|meant| meant.value != *value))
    {
        let loose = if ends.only().is_some() { 0 } else { 30 };
        let copied = ends.only().is_some() && is_part_as_total(form, group, field, typed);
        let (slip, rarity) =
            if copied { (Slip::Derived, 30) } else { (Slip::Minimal, UNEXPLAINED.saturating_add(loose)) };
        found.push(Meant { value, slip, rarity });
    }
    Some(found)
}

/// Whether a group has only rules that a reason can justify: a digit would explain too much there.
fn is_weak(form: &Session, group: &Group) -> bool {
    let is_verify = |rule: &usize| form.plan().rules.get(*rule).is_some_and(|rule| rule.severity == Severity::Verify);
    !group.rules.is_empty() && group.rules.iter().all(is_verify)
}

/// Whether a value keeps to the step of a field, and lies between the ends.
fn is_allowed(kind: &FieldKind, ends: Ends, number: Decimal) -> bool {
    let Some((domain, number)) = domain(kind).zip(Ratio::of(number)) else { return false };
    ends.hold(number) && domain.step.is_none_or(|step| number.div(step).is_some_and(Ratio::is_whole))
}

/// A total that is only one of its parts: where its figure stands in another field of a rule that fails, too.
fn is_part_as_total(form: &Session, group: &Group, field: usize, typed: Decimal) -> bool {
    let same = |place: &usize| *place != field && form.answer(*place).and_then(|answer| answer.number()) == Some(typed);
    let is_copied = |rule: &Rule| is_total(rule, field) && rule.inputs.iter().any(same);
    !typed.is_zero() && group.rules.iter().filter_map(|rule| form.plan().rules.get(*rule)).any(is_copied)
}

/// Whether a field stands alone on one side of a balance.
fn is_total(rule: &Rule, field: usize) -> bool {
    let nodes = &rule.assert.nodes;
    let is_it = |side: &usize| matches!(nodes.get(*side), Some(Node::Field(place)) if *place == field);
    matches!(nodes.last(), Some(Node::Binary(BinaryOperator::Equal, left, right)) if is_it(left) || is_it(right))
}

/// The values of several fields with which everything holds.
fn several(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, group: &Group, set: &[usize]) -> Sure<Repair> {
    let mut system = localiser.system(set)?;
    let demands = std::mem::take(&mut system.demands);
    let mut values = Vec::new();
    system.conflict_unless(&all(&demands), &mut |system: &mut System| {
        values = system.values()?;
        Some(true)
    })?;
    localiser.fuel = system.tableau.fuel;
    let mut proposal = bare(group, set);
    let mut slips: Vec<Meant> = Vec::new();
    for (field, value) in values.into_iter().filter(|(field, _)| set.contains(field)) {
        let value = value.decimal()?;
        let typed = bench.form.answer(field).and_then(|answer| answer.number());
        slips.extend(typed.and_then(|typed| between(typed, value)));
        proposal.values.push((field, text(bench.form, field, value)));
    }
    let trial = bench.of(&proposal.values);
    if !mends(bench.form, group, set, &trial) {
        // A rule that could not be read to its end stands against it.
        return Some(Repair { proven: false, ..bare(group, set) });
    }
    if !trial.solved.is_empty() {
        proposal.solves = trial.solved;
    }
    if slips.len() == set.len() {
        proposal.cost = slips.iter().fold(20, |sum, meant| sum.saturating_add(meant.rarity));
        let first = slips.first()?.slip;
        if slips.iter().all(|meant| meant.slip == first) {
            proposal.slip = first;
        }
    }
    Some(proposal)
}

/// A value of a variable as it is typed.
fn text(form: &Session, field: usize, value: Decimal) -> String {
    let place = usize::try_from(value.mantissa()).unwrap_or(0);
    match form.plan().fields.get(field).map(|field| &field.kind) {
        Some(FieldKind::Truth) => (!value.is_zero()).to_string(),
        Some(FieldKind::Choice(choices)) => choices.get(place).map_or_else(String::new, |choice| choice.value.clone()),
        _ => value.to_string(),
    }
}

/// Whether every rule of the group that reads one of the fields holds, and nothing else is broken.
fn mends(form: &Session, group: &Group, fields: &[usize], trial: &Trial) -> bool {
    let stays = |rule: &usize| {
        form.verdict(*rule) == Verdict::Fails
            && !trial.solved.contains(rule)
            && fields.iter().any(|field| reads(form, *rule, *field))
    };
    !trial.breaks && !group.rules.iter().any(stays)
}

fn reads(form: &Session, rule: usize, field: usize) -> bool {
    form.plan().rules.get(rule).is_some_and(|rule| rule.inputs.contains(&field))
}

/// What speaks against a change besides.
fn doubts(form: &Session, field: usize, values: &[(usize, String)], trial: &Trial) -> u32 {
    let raised = trial.raised.saturating_sub(trial.settled);
    let value = values.first().and_then(|(_, text)| Decimal::parse(text));
    let last = form.last_period(field).filter(|last| !last.is_zero());
    let is_far = value.zip(last).is_some_and(|(value, last)| !is_within(value, last, 2));
    raised.saturating_add(trial.unusual.into()).saturating_add(is_far.into()).saturating_mul(15)
}

/// What speaks for a figure as it stands: balances that hold with it (Scholtus: a figure in a balance that holds is no
/// candidate), last period's figure beside it, its usual range; and against it: what else complains of it.
fn doubt(form: &Session, group: &Group, field: usize) -> u32 {
    let (mut confirmed, mut accused) = (0_u32, 0_u32);
    for (place, rule) in form.plan().rules.iter().enumerate().filter(|(_, rule)| rule.inputs.contains(&field)) {
        let is_balance = matches!(rule.assert.nodes.last(), Some(Node::Binary(BinaryOperator::Equal, ..)));
        let is_precise = is_balance && rule.severity == Severity::Mandatory && rule.inputs.len() > 1;
        match form.verdict(place) {
            Verdict::Passes if is_precise => confirmed = confirmed.saturating_add(8).min(24),
            Verdict::Fails if !group.rules.contains(&place) => accused = accused.saturating_add(4).min(8),
            _ => {}
        }
    }
    let typed = form.answer(field).and_then(|answer| answer.number());
    let last = form.last_period(field).filter(|last| !last.is_zero());
    let beside = match typed.zip(last) {
        Some((typed, last)) if is_within(typed, last, 2) => 6,
        Some(_) => 0,
        None => 3,
    };
    let usual = if form.field_finding(field).is_some() { 0 } else { 4 };
    [beside, usual].into_iter().fold(confirmed, u32::saturating_add).saturating_sub(accused)
}
