use crate::engine::{AnswerState, Session, Verdict};
use crate::model::Severity;

/// Which rules read which field, of those rules that are asked about.
pub(super) struct Scope {
    /// By field.
    readers: Vec<Vec<usize>>,
    free: Vec<bool>,
}

impl Scope {
    /// The rules for which `counts` says yes, but for those that do not apply to this form.
    pub(super) fn new(session: &Session, counts: &dyn Fn(usize) -> bool) -> Self {
        let plan = session.plan();
        let free =
            (0..plan.fields.len()).map(|place| !is_known(session, place) && !is_without(session, place)).collect();
        let mut readers = vec![Vec::new(); plan.fields.len()];
        for (place, rule) in plan.rules.iter().enumerate().filter(|(place, _)| counts(*place)) {
            if rule.inputs.iter().any(|field| is_without(session, *field)) {
                continue;
            }
            for field in &rule.inputs {
                if let Some(list) = readers.get_mut(*field) {
                    list.push(place);
                }
            }
        }
        Self { readers, free }
    }

    pub(super) fn readers(&self, field: usize) -> &[usize] {
        self.readers.get(field).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_free(&self, field: usize) -> bool {
        self.free.get(field).copied().unwrap_or(false)
    }

    /// What hangs together with these fields: every rule that reads one of them, and, by way of the blanks of those rules, whatever
    /// reads those. Rules and free fields, both in order.
    pub(super) fn around(&self, session: &Session, fields: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let rules = &session.plan().rules;
        let (mut seen_rules, mut seen) = (vec![false; rules.len()], vec![false; self.free.len()]);
        let mut open: Vec<usize> = fields.to_vec();
        while let Some(field) = open.pop() {
            if !first_time(&mut seen, field) {
                continue;
            }
            for place in self.readers(field) {
                if first_time(&mut seen_rules, *place) {
                    let inputs = rules.get(*place).map_or(&[][..], |rule| &rule.inputs);
                    open.extend(inputs.iter().copied().filter(|input| self.is_free(*input)));
                }
            }
        }
        (marked(&seen_rules), marked(&seen))
    }
}

/// Whether a field has a value.
fn is_known(session: &Session, field: usize) -> bool {
    session.counts(field) && session.answer(field).is_some_and(|answer| answer.value.is_some())
}

/// Whether a field does not apply: what depends on it says nothing.
fn is_without(session: &Session, field: usize) -> bool {
    let applies = |state| state != AnswerState::NotApplicable;
    session.counts(field) && session.answer(field).is_some_and(|answer| !applies(answer.state))
}

fn first_time(seen: &mut [bool], place: usize) -> bool {
    seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true))
}

fn marked(marks: &[bool]) -> Vec<usize> {
    marks.iter().enumerate().filter(|(_, marked)| **marked).map(|(place, _)| place).collect()
}

/// Whether a rule must hold in the end, whatever is written about it.
pub(super) fn is_mandatory(session: &Session, rule: usize) -> bool {
    session.plan().rules.get(rule).is_some_and(|rule| rule.severity == Severity::Mandatory)
}

/// Whether a rule waits for a blank, or for what the form does not have.
pub(super) fn is_waiting(session: &Session, rule: usize) -> bool {
    matches!(session.verdict(rule), Verdict::Waiting | Verdict::Absent)
}
