use crate::engine::{Session, Verdict};
use crate::model::{FieldProblem, Severity};

/// What the engine itself says of other figures, tried on a form of the same texts.
pub(super) struct Bench<'a> {
    pub(super) form: &'a Session,
    copy: Session,
}

/// What changed with other figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trial {
    /// The rules that fail no more.
    pub(super) solved: Vec<usize>,
    /// Whether something stands against the form now that must be put right and did not before.
    pub(super) breaks: bool,
    /// How many findings to be justified appeared, and how many went.
    pub(super) raised: u32,
    pub(super) settled: u32,
    /// Whether one of the figures is unusual for its field.
    pub(super) unusual: bool,
}

impl<'a> Bench<'a> {
    pub(super) fn new(form: &'a Session) -> Self {
        Self { form, copy: form.opened_anew() }
    }

    /// Tries texts in the place of those that stand there.
    pub(super) fn of(&mut self, texts: &[(usize, String)]) -> Trial {
        for (field, text) in texts {
            self.copy.set(*field, text);
        }
        let mut trial = Trial::default();
        for (place, rule) in self.form.plan().rules.iter().enumerate() {
            let is_verify = u32::from(rule.severity == Severity::Verify);
            let fails = |form: &Session| form.verdict(place) == Verdict::Fails;
            match (fails(self.form), fails(&self.copy)) {
                (true, false) => {
                    trial.solved.push(place);
                    trial.settled = trial.settled.saturating_add(is_verify);
                }
                (false, true) => {
                    trial.breaks |= rule.severity == Severity::Mandatory;
                    trial.raised = trial.raised.saturating_add(is_verify);
                }
                _ => {}
            }
        }
        for (field, _) in texts {
            let problem = self.copy.field_finding(*field).map(|finding| finding.problem);
            trial.unusual |= problem == Some(FieldProblem::Plausible);
            trial.breaks |= problem.is_some_and(|problem| problem != FieldProblem::Plausible);
            self.copy.set(*field, self.form.typed(*field));
        }
        trial
    }
}
