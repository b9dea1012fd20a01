//! Which figure is wrong, and what it should be.

mod descent;
mod doubt;
mod fill;
mod localise;
mod magnitude;
mod proposal;
mod slip;
mod swap;
mod ties;
mod trial;

pub use proposal::Repair;
pub use slip::Slip;

use crate::engine::{FindingKey, Session, Verdict};
use crate::model::Severity;

use super::range::range;
use super::scope::{inputs, is_mandatory};
use super::{add, meet, unite};
use localise::{Group, Localiser, wrong};
use proposal::{share, tell};
use trial::Bench;

/// Steps for all of it; with none left, nothing more is proven.
const FUEL: u32 = 5_000_000;
/// So many ways to mend several groups of rules at once are told.
const MOST_TOGETHER: usize = 100;

/// What is most probably wrong, best first. What fails mandatorily is looked at first; rules that a reason can justify only
/// where that explains nothing yet.
pub fn repairs(session: &Session) -> Vec<Repair> {
    let mut bench = Bench::new(session);
    let (mut told, mut taken) = (Vec::new(), Vec::new());
    let must = |rule: usize| is_mandatory(session, rule);
    let wrong = wrong(session);
    let mut first = Localiser::new(session, &wrong, &must, &must, FUEL).with_limits();
    let groups = first.groups();
    mended(&mut first, &mut bench, &groups, 0, &mut told);
    for group in &groups {
        unite(&mut taken, &group.suspects);
    }
    let severity = |rule: usize| session.severity(FindingKey::Rule(rule));
    let open = |rule: usize| {
        severity(rule) == Severity::Verify
            && session.reason(FindingKey::Rule(rule)).is_none()
            && !meet(inputs(session, rule), &taken)
    };
    if wrong.iter().any(|one| one.is_open(&open)) {
        let counts = |rule: usize| severity(rule) != Severity::Hint;
        let mut second = Localiser::new(session, &wrong, &counts, &open, first.fuel);
        let mut groups = second.groups();
        // One that cannot be settled without breaking another rule is for a reason to explain.
        groups.retain(|group| !group.optima.is_empty());
        // A figure that is only unusual may well be right.
        mended(&mut second, &mut bench, &groups, 40, &mut told);
    }
    for field in 0..session.plan().fields.len() {
        if !taken.contains(&field)
            && let Some(one) = magnitude::slip(&mut bench, field, &taken)
        {
            tell(&mut told, one);
        }
    }
    share(&mut told);
    // A blank is no mistake: what it must be is told after everything that is.
    let mut blanks = forced(session);
    share(&mut blanks);
    told.append(&mut blanks);
    told
}

/// The proposals for each group, and, where there are several groups, those that mend all of them at once.
#[inline(never)]
fn mended(localiser: &mut Localiser<'_>, bench: &mut Bench<'_>, groups: &[Group], doubt: u32, told: &mut Vec<Repair>) {
    let mut together: Vec<Repair> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let mut joined: Vec<Repair> = Vec::new();
        let mut last = Vec::new();
        for mut set in fill::group(localiser, bench, group) {
            set.cost = set.cost.wrapping_add(doubt);
            // The best of each set of fields stands first.
            if groups.len() > 1 && set.fields != last {
                last.clone_from(&set.fields);
                if place == 0 {
                    joined.push(Repair { solves: group.rules.clone(), ..set.clone() });
                }
                for one in together.iter().take(MOST_TOGETHER.saturating_sub(joined.len())) {
                    joined.push(both(one, &set, &group.rules));
                }
            }
            tell(told, set);
        }
        together = joined;
        swap::swaps(bench, group, told, doubt);
    }
    for one in together {
        tell(told, one);
    }
}

/// The changes of both. Groups have no rule in common: what each mends of its own it mends beside the other.
#[inline(never)]
fn both(one: &Repair, other: &Repair, rules: &[usize]) -> Repair {
    let mut both = one.clone();
    unite(&mut both.fields, &other.fields);
    unite(&mut both.solves, rules);
    for value in &other.values {
        both.values.insert(both.values.partition_point(|known| known.0 < value.0), value.clone());
    }
    // Half of what is to be done is nothing to offer.
    if one.values.is_empty() || other.values.is_empty() {
        both.values.clear();
    }
    both.slip = Slip::Minimal;
    both.cost = one.cost.max(other.cost).max(200);
    both.proven &= other.proven;
    both
}

/// Blanks for which the rules leave one value: to be offered, never filled unasked.
#[inline(never)]
fn forced(session: &Session) -> Vec<Repair> {
    let mut found = Vec::new();
    let mut asked = Vec::new();
    for rule in 0..session.plan().rules.len() {
        if session.verdict(rule) != Verdict::Waiting || !is_mandatory(session, rule) {
            continue;
        }
        let [field] = session.rule_waits_for(rule)[..] else { continue };
        if session.is_present(field) && add(&mut asked, field) {
            let range = range(session, field).filter(|range| !range.because.is_empty());
            if let Some(value) = range.and_then(|range| range.only()) {
                tell(&mut found, Repair::one(field, value.canonical(), Slip::Derived, 30));
            }
        }
    }
    found
}
