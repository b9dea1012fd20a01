use crate::engine::{AnswerState, Session, Verdict};
use crate::model::Severity;

use super::add;
use super::system::System;

/// The steps that it takes to read a rule.
const RULE: u32 = 40;

/// Which rules read which field, of those rules that are asked about.
pub(super) struct Scope<'a> {
    session: &'a Session,
    /// By field.
    readers: Vec<Vec<usize>>,
}

impl<'a> Scope<'a> {
    /// The rules for which `counts` says yes, but for those that do not apply to this form.
    pub(super) fn new(session: &'a Session, counts: &dyn Fn(usize) -> bool) -> Self {
        let plan = session.plan();
        let mut readers: Vec<Vec<usize>> = Vec::new();
        for _ in &plan.fields {
            readers.push(Vec::new());
        }
        for (place, rule) in plan.rules.iter().enumerate() {
            if !counts(place) || rule.inputs.iter().any(|field| is_without(session, *field)) {
                continue;
            }
            for field in &rule.inputs {
                if let Some(list) = readers.get_mut(*field) {
                    list.push(place);
                }
            }
        }
        Self { session, readers }
    }

    pub(super) fn readers(&self, field: usize) -> &[usize] {
        self.readers.get(field).map_or(&[], Vec::as_slice)
    }

    /// What hangs together with these fields: every rule that reads one of them, and, by way of the blanks of those rules, whatever
    /// reads those. Rules and free fields, both in order.
    #[inline(never)]
    pub(super) fn around(&self, fields: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let (mut rules, mut seen) = (Vec::new(), Vec::new());
        let mut open: Vec<usize> = fields.to_vec();
        while let Some(field) = open.pop() {
            if !add(&mut seen, field) {
                continue;
            }
            for rule in self.readers(field) {
                if add(&mut rules, *rule) {
                    let blank = |input: &&usize| is_free(self.session, **input);
                    open.extend(inputs(self.session, *rule).iter().filter(blank));
                }
            }
        }
        (rules, seen)
    }

    /// The rules around these fields, with them and the blanks as variables.
    #[inline(never)]
    pub(super) fn system(&self, fields: &[usize], fuel: u32) -> System {
        let (rules, free) = self.around(fields);
        let reading = u32::try_from(rules.len()).unwrap_or(u32::MAX).saturating_mul(RULE);
        System::new(self.session, &rules, &free, fuel.saturating_sub(reading))
    }
}

/// The fields that a rule reads.
#[inline(never)]
pub(super) fn inputs(session: &Session, rule: usize) -> &[usize] {
    session.plan().rules.get(rule).map_or(&[], |rule| &rule.inputs)
}

/// Whether a field may become anything: it has no value and does not say that it applies to nothing.
pub(super) fn is_free(session: &Session, field: usize) -> bool {
    let is_known = session.counts(field) && session.answer(field).is_some_and(|answer| answer.value.is_some());
    !is_known && !is_without(session, field)
}

/// Whether a field does not apply: what depends on it says nothing.
fn is_without(session: &Session, field: usize) -> bool {
    let applies = |state| state != AnswerState::NotApplicable;
    session.counts(field) && session.answer(field).is_some_and(|answer| !applies(answer.state))
}

/// Whether a rule must hold in the end, whatever is written about it.
pub(super) fn is_mandatory(session: &Session, rule: usize) -> bool {
    session.plan().rules.get(rule).is_some_and(|rule| rule.severity == Severity::Mandatory)
}

pub(super) fn fails(session: &Session, rule: usize) -> bool {
    session.verdict(rule) == Verdict::Fails
}
