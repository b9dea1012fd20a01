use crate::engine::Session;

use super::scope::{Scope, is_mandatory, is_waiting};
use super::search::all;
use super::system::System;
use super::tableau::Core;
use super::{FUEL, Sure, in_order};

/// The rules that can no longer pass, whatever the blanks become: places in the pack's order. Each of them, with the others that
/// must hold and the fields' own limits, contradicts what stands in the form already.
pub fn early(session: &Session) -> Vec<usize> {
    in_order(conflicts(session).into_iter().flat_map(|conflict| conflict.told).collect())
}

/// Rules that cannot hold together, whatever the blanks become.
pub(super) struct Conflict {
    /// Those that are told: all of them, but for a rule that a reason can justify, which yields to what must hold.
    pub(super) told: Core,
    pub(super) core: Core,
}

impl Conflict {
    pub(super) fn of(told: Core) -> Self {
        Self { core: told.clone(), told }
    }

    /// Whether all that is told of it is what is asked about.
    pub(super) fn is_open(&self, open: &dyn Fn(usize) -> bool) -> bool {
        self.told.iter().all(|rule| open(*rule))
    }
}

/// What contradicts itself with the blanks of now.
pub(super) fn conflicts(session: &Session) -> Vec<Conflict> {
    let mandatory = Scope::new(session, &|place| is_mandatory(session, place) && is_waiting(session, place));
    let waiting = Scope::new(session, &|place| is_waiting(session, place));
    let mut done = vec![false; session.plan().rules.len()];
    let mut found = Vec::new();
    for field in 0..session.plan().fields.len() {
        let is_done = |place: &usize| done.get(*place) == Some(&true);
        if !waiting.is_free(field) || waiting.readers(field).iter().all(is_done) {
            continue;
        }
        let (_, free) = mandatory.around(session, &[field]);
        let mut group = Vec::new();
        for place in free.iter().flat_map(|field| waiting.readers(*field)) {
            if let Some(done) = done.get_mut(*place).filter(|done| !**done) {
                *done = true;
                group.push(*place);
            }
        }
        // Where it takes too long nothing is said.
        found.extend(group_conflicts(session, &mandatory, &group).unwrap_or_default());
    }
    found
}

fn group_conflicts(session: &Session, mandatory: &Scope, group: &[usize]) -> Sure<Vec<Conflict>> {
    let mut blanks = Vec::new();
    for rule in group {
        blanks.extend(session.plan().rules.get(*rule)?.inputs.iter().filter(|field| mandatory.is_free(**field)));
    }
    let (mut rules, free) = mandatory.around(session, &blanks);
    rules.extend_from_slice(group);
    let mut system = System::new(session, &in_order(rules), &free, FUEL)?;
    let demands = std::mem::take(&mut system.demands);
    let mut must = all(&demands);
    let mut open = must.clone();
    must.retain(|demand| is_mandatory(session, demand.0));
    open.retain(|demand| !is_mandatory(session, demand.0));
    let mut found = Vec::new();
    while let Some(core) = system.conflict(&must)? {
        let core = system.fewest(&must, core)?;
        if core.is_empty() {
            return Some(found);
        }
        must.retain(|demand| !core.contains(&demand.0));
        found.push(Conflict::of(core));
    }
    // Most of the others hold, or can be made to, where the mandatory ones do first.
    system.conflict_unless(&must, &mut |system| {
        let mut left = Vec::new();
        for demand in &open {
            if system.conflict(&[*demand])?.is_some() {
                left.push(*demand);
            }
        }
        open = left;
        Some(true)
    })?;
    for demand in open {
        must.push(demand);
        if let Some(core) = system.conflict(&must)? {
            found.push(Conflict { told: vec![demand.0], core });
        }
        must.pop();
    }
    Some(found)
}
