//! Which figure is wrong, and what it should be.

mod fill;
mod localise;
mod magnitude;
mod proposal;
mod slip;
mod swap;
mod trial;

pub use proposal::Repair;
pub use slip::Slip;

use crate::engine::{FindingKey, Session, Verdict};
use crate::model::Severity;

use super::in_order;
use super::range::range;
use super::scope::is_mandatory;
use localise::{Group, Localiser, wrong};
use proposal::ranked;
use trial::Bench;

/// Steps for all of it; see [`super::GaveUp`].
const FUEL: u32 = 3_000_000;
/// So many ways to mend several groups of rules at once are told.
const MOST_TOGETHER: usize = 100;

/// What is most probably wrong, best first. What fails mandatorily is looked at first; rules that a reason can justify only
/// where that explains nothing yet.
pub fn repairs(session: &Session) -> Vec<Repair> {
    let mut bench = Bench::new(session);
    let wrong = wrong(session);
    let must = |rule: usize| is_mandatory(session, rule);
    let mut first = Localiser::new(session, &wrong, &must, &must, FUEL).with_limits();
    let groups = first.groups();
    let mut proposals = told(&mut first, &mut bench, &groups);
    let mut taken = Vec::new();
    groups.iter().for_each(|group| taken.extend_from_slice(&group.suspects));
    let open = |rule: usize| {
        let inputs = session.plan().rules.get(rule).map_or(&[][..], |rule| &rule.inputs);
        let severity = session.severity(FindingKey::Rule(rule));
        severity == Severity::Verify
            && session.reason(FindingKey::Rule(rule)).is_none()
            && !inputs.iter().any(|input| taken.contains(input))
    };
    if wrong.iter().any(|one| one.is_open(&open)) {
        let counts = |rule: usize| session.severity(FindingKey::Rule(rule)) != Severity::Hint;
        let mut second = Localiser::new(session, &wrong, &counts, &open, first.fuel);
        let mut groups = second.groups();
        // One that cannot be settled without breaking another rule is for a reason to explain.
        groups.retain(|group| !group.optima.is_empty());
        let mut doubts = told(&mut second, &mut bench, &groups);
        // A figure that is only unusual may well be right.
        for one in &mut doubts {
            one.cost = one.cost.saturating_add(40);
        }
        proposals.extend(doubts);
    }
    proposals.extend(magnitude::slips(&mut bench, &taken));
    proposals.extend(forced(session));
    ranked(proposals)
}

/// The proposals for each group, and, where there are several groups, those that mend all of them at once.
fn told(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, groups: &[Group]) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let mut together: Vec<Repair> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let sets = fill::group(localiser, bench, group);
        let mut joined = Vec::new();
        for (at, set) in sets.iter().enumerate() {
            // The best of each set of fields stands first.
            if sets.iter().take(at).any(|other| other.fields == set.fields) {
                continue;
            }
            if place == 0 {
                joined.push(set.clone());
            }
            joined.extend(together.iter().map(|one| both(one, set)));
        }
        joined.truncate(MOST_TOGETHER);
        together = joined;
        repairs.extend(sets);
        repairs.extend(swap::swaps(bench, group));
    }
    if groups.len() > 1 {
        // What each mends by itself it need not mend beside the others, as far as rules outside the groups go.
        for one in together.iter_mut().filter(|one| !one.values.is_empty()) {
            one.solves = bench.of(&one.values).solved;
        }
        repairs.extend(together);
    }
    repairs
}

fn both(one: &Repair, other: &Repair) -> Repair {
    let mut both = one.clone();
    both.fields.extend_from_slice(&other.fields);
    both.solves.extend_from_slice(&other.solves);
    both.fields = in_order(both.fields);
    both.solves = in_order(both.solves);
    for value in &other.values {
        both.values.insert(both.values.partition_point(|known| known.0 < value.0), value.clone());
    }
    both.slip = Slip::Minimal;
    both.cost = one.cost.max(other.cost).max(200);
    both.proven &= other.proven;
    both
}

/// Blanks for which the rules leave one value: to be offered, never filled unasked.
fn forced(session: &Session) -> Vec<Repair> {
    let mut found: Vec<Repair> = Vec::new();
    for rule in 0..session.plan().rules.len() {
        if session.verdict(rule) != Verdict::Waiting || !is_mandatory(session, rule) {
            continue;
        }
        let [field] = session.rule_waits_for(rule)[..] else { continue };
        if found.iter().any(|known| known.fields == [field]) || !session.is_present(field) {
            continue;
        }
        let only = range(session, field).filter(|range| !range.because.is_empty()).and_then(|range| range.only());
        if let Some(value) = only {
            found.push(Repair::one(field, value.to_string(), Slip::Derived, 30));
        }
    }
    found
}
