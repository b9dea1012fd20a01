use crate::engine::{Edit, Session, Verdict};
use crate::infer::scope::fails;
use crate::model::{FieldProblem, Severity};

/// What the engine itself says of other figures, tried on a form of the same texts.
pub(super) struct Bench<'a> {
    pub(super) form: &'a Session,
    copy: Session,
    /// The fields of the copy that have other texts.
    changed: Vec<usize>,
    edit: Edit,
    /// So many steps are left.
    fuel: usize,
}

/// Steps for all trials, one for each rule that is looked at, and what a trial costs by itself.
const FUEL: usize = 3_000_000;
const TRIAL: usize = 200;

/// What changed with other figures that break nothing.
#[derive(Debug, Default)]
pub(super) struct Trial {
    /// The rules that fail no more.
    pub(super) solved: Vec<usize>,
    /// How many findings to be justified appeared, and how many went.
    pub(super) raised: u32,
    pub(super) settled: u32,
    /// Whether one of the figures is unusual for its field.
    pub(super) unusual: bool,
    /// Whether a rule that is wanted only says nothing any more, for it divides by nought.
    pub(super) is_silent: bool,
}

impl<'a> Bench<'a> {
    pub(super) fn new(form: &'a Session) -> Self {
        Self { form, copy: form.opened_anew(), changed: Vec::new(), edit: Edit::default(), fuel: FUEL }
    }

    /// Tries texts in the place of those that stand there; `None` where a rule of `wanted` still fails, or something stands against
    /// the form then that must be put right and does not now; and where so much was tried that it must come to an end.
    #[inline(never)]
    pub(super) fn of(&mut self, texts: &[(usize, String)], wanted: &[usize]) -> Option<Trial> {
        self.fuel = self.fuel.saturating_sub(self.form.plan().rules.len().saturating_add(TRIAL));
        if self.fuel == 0 {
            return None;
        }
        for field in std::mem::take(&mut self.changed) {
            self.copy.set_into(field, self.form.typed(field), &mut self.edit);
        }
        for (field, text) in texts {
            self.copy.set_into(*field, text, &mut self.edit);
            self.changed.push(*field);
        }
        let is_silent = wanted.iter().any(|rule| self.copy.verdict(*rule) == Verdict::Undefined);
        let mut trial = Trial { is_silent, ..Trial::default() };
        if wanted.iter().any(|rule| fails(&self.copy, *rule)) {
            return None;
        }
        for (place, rule) in self.form.plan().rules.iter().enumerate() {
            let (before, now) = (fails(self.form, place), fails(&self.copy, place));
            if now && !before && rule.severity == Severity::Mandatory {
                return None;
            }
            let is_verify = u32::from(rule.severity == Severity::Verify);
            if before && !now {
                trial.solved.push(place);
                trial.settled = trial.settled.saturating_add(is_verify);
            } else if now && !before {
                trial.raised = trial.raised.saturating_add(is_verify);
            }
        }
        for (field, _) in texts {
            match self.copy.field_finding(*field).map(|finding| finding.problem) {
                None => {}
                Some(FieldProblem::Plausible) => trial.unusual = true,
                Some(_) => return None,
            }
        }
        Some(trial)
    }
}
