use crate::engine::{Session, Verdict};

use super::scope::{Scope, is_free, is_mandatory};
use super::system::System;
use super::tableau::Core;
use super::{FUEL, unite};

/// The rules that can no longer pass, whatever the blanks become: places in the pack's order. Each of them, with the others that
/// must hold and the fields' own limits, contradicts what stands in the form already.
pub fn early(session: &Session) -> Vec<usize> {
    let mut early = Vec::new();
    for conflict in conflicts(session) {
        unite(&mut early, &conflict.told);
    }
    early
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
    let is_waiting = |rule: usize| matches!(session.verdict(rule), Verdict::Waiting | Verdict::Absent);
    let waiting = Scope::new(session, &is_waiting);
    let (mut done, mut found) = (Vec::new(), Vec::new());
    for field in 0..session.plan().fields.len() {
        let is_new = |rule: &usize| !done.contains(rule);
        if is_free(session, field) && waiting.readers(field).iter().any(is_new) {
            let (rules, free) = waiting.around(&[field]);
            unite(&mut done, &rules);
            group_conflicts(session, System::new(session, &rules, &free, FUEL), &mut found);
        }
    }
    found
}

/// Where it takes too long nothing is said.
fn group_conflicts(session: &Session, mut system: System, found: &mut Vec<Conflict>) {
    let demands = std::mem::take(&mut system.demands);
    let (mut must, mut open) = (Vec::new(), Vec::new());
    for (rule, demand) in &demands {
        let list = if is_mandatory(session, *rule) { &mut must } else { &mut open };
        list.push((*rule, demand));
    }
    while let Some(core) = system.conflict(&must) {
        let core = system.fewest(&must, core);
        if core.is_empty() {
            return;
        }
        must.retain(|demand| !core.contains(&demand.0));
        found.push(Conflict::of(core));
    }
    // Most of the others hold, or can be made to, where the mandatory ones do first.
    system.conflict_unless(&must, &mut |system| open.retain(|demand| system.conflict(&[*demand]).is_some()));
    for demand in open {
        must.push(demand);
        if let Some(core) = system.conflict(&must).filter(|core| !core.is_empty()) {
            found.push(Conflict { told: vec![demand.0], core });
        }
        must.pop();
    }
}
