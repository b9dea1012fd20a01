use std::rc::Rc;

use crate::entry::{self, Keyed};
use crate::model::{Decimal, FieldProblem, Places, Severity, Status, WhyUndefined};
use crate::pack::{Formula, Plan, Readers};

use super::answer::{self, Answer, AnswerState, FieldFinding};
use super::evaluate::{Outcome, Value, View, evaluate};
use super::needs::{waiting_for, zero_divisor};
use super::queue::Queue;
use super::quick::{Quick, Slot};
use super::reason::{self, Reason};
use super::state::{FieldState, MetricState, Verdict};

/// How a form is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// Ids of the fields that the form has; `None`: all of the pack's.
    pub present: Option<Vec<String>>,
    /// What is typed already, by field id.
    pub values: Vec<(String, String)>,
    /// Last period's values, by the id of the field whose values they were.
    pub prior: Vec<(String, String)>,
}

/// One form being filled. Every edit leaves it as a full evaluation would.
#[derive(Debug)]
pub struct Session {
    plan: Rc<Plan>,
    fields: Vec<FieldState>,
    /// Last period's texts, by the place of the field whose values they were.
    prior: Vec<(usize, String)>,
    metrics: Vec<MetricState>,
    verdicts: Vec<Verdict>,
    /// By the rule's place.
    reasons: Vec<Vec<Reason>>,
    /// Places of the rules that were ever given one, in order.
    reasoned: Vec<usize>,
    /// The short way of reading, by the field's place.
    keyed: Vec<Option<Keyed>>,
    quick: Quick,
    work: Work,
}

/// What waits to be computed anew.
#[derive(Debug, Default)]
struct Work {
    /// By rank.
    metrics: Queue,
    rules: Queue,
}

/// What stands against a form: a field's own finding, or a rule's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingKey {
    /// Place of the field, and what is wrong with it.
    Field(usize, FieldProblem),
    /// Place of the rule.
    Rule(usize),
}

/// What an edit changed, as places in the plan; findings in report order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Fields whose answer changed.
    pub fields: Vec<usize>,
    /// Metrics whose result changed.
    pub metrics: Vec<usize>,
    /// Findings that appeared.
    pub opened: Vec<FindingKey>,
    /// Findings that stay open with other numbers or another reason.
    pub updated: Vec<FindingKey>,
    /// Findings that went.
    pub closed: Vec<FindingKey>,
}

impl Edit {
    fn clear(&mut self) {
        self.fields.clear();
        self.metrics.clear();
        self.opened.clear();
        self.updated.clear();
        self.closed.clear();
    }

    /// True where nothing changed that anybody could see.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why a reason is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonRefusal {
    /// It is shorter than the pack asks for.
    TooShort,
    /// It says nothing but the pack's stock phrases.
    EmptyPhrase,
    /// The rule has no finding.
    NotOpen,
    /// Only findings of severity 核实性 take a reason.
    NotVerify,
}

impl ReasonRefusal {
    /// The public code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::EmptyPhrase => "empty-phrase",
            Self::NotOpen => "not-open",
            Self::NotVerify => "not-verify",
        }
    }
}

impl Session {
    /// Opens a form. Ids that the pack does not have are passed over.
    pub fn open(plan: Rc<Plan>, opening: &Opening) -> Self {
        let mut places: Vec<bool> = vec![opening.present.is_none(); plan.fields.len()];
        let mut ids = Places::default();
        for (place, field) in plan.fields.iter().enumerate() {
            ids.insert(&field.id, place);
        }
        for place in opening.present.iter().flatten().filter_map(|id| ids.get(id)) {
            if let Some(place) = places.get_mut(place) {
                *place = true;
            }
        }
        let mut prior = Places::default();
        for (place, (id, _)) in opening.prior.iter().enumerate() {
            prior.insert(id, place);
        }
        let field = |(place, present): (usize, bool)| {
            let base = plan.fields.get(place).and_then(|field| field.last_of).and_then(|base| plan.fields.get(base));
            let prior = base.and_then(|base| opening.prior.get(prior.get(&base.id)?)).map(|(_, text)| text.clone());
            FieldState { typed: String::new(), prior, present, counts: present, answer: Answer::BLANK }
        };
        let fields = places.into_iter().enumerate().map(field).collect();
        let (metrics, verdicts) =
            (vec![MetricState::Absent; plan.metrics.len()], vec![Verdict::Absent; plan.rules.len()]);
        let work = Work { metrics: Queue::of(plan.metrics.len()), rules: Queue::of(plan.rules.len()) };
        let reasons = vec![Vec::new(); plan.rules.len()];
        let mut last = Vec::new();
        for (id, text) in &opening.prior {
            if let Some(place) = ids.get(id) {
                last.push((place, text.clone()));
            }
        }
        let (reasoned, quick, keyed) = (Vec::new(), Quick::of(&plan), plan.fields.iter().map(answer::keyed).collect());
        let mut session = Self {
            plan: Rc::clone(&plan),
            fields,
            prior: last,
            metrics,
            verdicts,
            reasons,
            reasoned,
            keyed,
            quick,
            work,
        };
        for (id, typed) in &opening.values {
            if let Some(state) = ids.get(id).and_then(|place| session.fields.get_mut(place)) {
                state.typed.clone_from(typed);
            }
        }
        session.evaluate_all();
        session
    }

    /// Another form with the same texts, to try others on; reasons are not taken along.
    pub fn opened_anew(&self) -> Self {
        let mut opening = Opening { present: Some(Vec::new()), ..Opening::default() };
        for (state, field) in self.fields.iter().zip(&self.plan.fields) {
            if let Some(present) = opening.present.as_mut().filter(|_| state.present) {
                present.push(field.id.clone());
            }
            opening.values.push((field.id.clone(), state.typed.clone()));
        }
        for (place, text) in &self.prior {
            if let Some(field) = self.plan.fields.get(*place) {
                opening.prior.push((field.id.clone(), text.clone()));
            }
        }
        Self::open(Rc::clone(&self.plan), &opening)
    }

    fn evaluate_all(&mut self) {
        for place in 0..self.fields.len() {
            self.reread(place);
        }
        self.judge_all();
    }

    /// Computes every metric and judges every rule, whatever was known before.
    #[cfg_attr(speed, optimize(speed))]
    pub fn judge_all(&mut self) {
        let plan = Rc::clone(&self.plan);
        for place in &plan.order {
            let state = self.compute(*place);
            self.keep(*place, state);
        }
        for place in 0..plan.rules.len() {
            let verdict = self.judge(place);
            if let Some(kept) = self.verdicts.get_mut(place) {
                *kept = verdict;
            }
        }
    }

    /// Takes a whole record, as if the form were opened anew: texts by the place of their field, reasons lapse. Fields that it
    /// does not name keep their texts.
    #[cfg_attr(speed, optimize(speed))]
    pub fn refill<'t>(&mut self, texts: impl Iterator<Item = (usize, &'t str)>) {
        for (place, typed) in texts {
            if let Some(field) = self.fields.get_mut(place) {
                typed.clone_into(&mut field.typed);
                self.reread(place);
            }
        }
        for place in std::mem::take(&mut self.reasoned) {
            self.reasons.get_mut(place).map(Vec::clear);
        }
        self.judge_all();
    }

    fn keep(&mut self, metric: usize, state: MetricState) {
        if let Some(kept) = self.metrics.get_mut(metric) {
            self.quick.put_metric(metric, Slot::of_metric(&state));
            *kept = state;
        }
    }

    /// The pack.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What formulas see.
    pub fn view(&self) -> View<'_> {
        View { plan: &self.plan, fields: &self.fields, metrics: &self.metrics }
    }

    /// What was typed into the field at `place`.
    pub fn typed(&self, place: usize) -> &str {
        self.fields.get(place).map_or("", |field| &field.typed)
    }

    /// What the field at `place` says.
    pub fn answer(&self, place: usize) -> Option<&Answer> {
        self.fields.get(place).map(|field| &field.answer)
    }

    /// Last period's figure for the field at `place`: as typed beside it, else as the portal supplied it.
    pub fn last_period(&self, place: usize) -> Option<Decimal> {
        let beside = self.plan.fields.iter().position(|field| field.last_of == Some(place));
        let beside = beside.filter(|beside| self.counts(*beside)).and_then(|beside| self.answer(beside)?.number());
        beside.or_else(|| {
            let (_, text) = self.prior.iter().find(|(of, _)| *of == place)?;
            self.plan.fields.get(place).and_then(|field| Answer::read(field, text).number())
        })
    }

    /// Whether what the field at `place` says was typed into it.
    pub fn is_typed(&self, place: usize) -> bool {
        let says = |field: &FieldState| field.present && field.answer.value.is_some();
        self.fields.get(place).is_some_and(|field| says(field) && !entry::tidy(&field.typed).is_empty())
    }

    /// Whether the form has the field at `place`.
    pub fn is_present(&self, place: usize) -> bool {
        self.fields.get(place).is_some_and(|field| field.present)
    }

    /// Whether the field at `place` counts: it is on the form, or last period's value stands in for it.
    pub fn counts(&self, place: usize) -> bool {
        self.fields.get(place).is_some_and(|field| field.counts)
    }

    /// What the metric at `place` gives.
    pub fn metric(&self, place: usize) -> &MetricState {
        self.metrics.get(place).unwrap_or(&MetricState::Absent)
    }

    /// What the rule at `place` says.
    pub fn verdict(&self, place: usize) -> Verdict {
        self.verdicts.get(place).copied().unwrap_or_default()
    }

    /// The fields that a rule waits for.
    pub fn rule_waits_for(&self, place: usize) -> Vec<usize> {
        let Some(rule) = self.plan.rules.get(place) else { return Vec::new() };
        let mut fields = rule.when.as_ref().map_or_else(Vec::new, |when| waiting_for(when, self.view()));
        for field in waiting_for(&rule.assert, self.view()) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }

    /// Everything that stands against the form: fields' own findings in field order, then rules in the pack's order.
    pub fn findings(&self) -> impl Iterator<Item = FindingKey> + '_ {
        let fields = (0..self.fields.len()).filter_map(|place| self.field_key(place));
        fields.chain((0..self.verdicts.len()).filter(|place| self.fails(*place)).map(FindingKey::Rule))
    }

    /// The finding of one field.
    pub fn field_finding(&self, place: usize) -> Option<&FieldFinding> {
        self.answer(place).and_then(|answer| answer.finding.as_deref())
    }

    fn field_key(&self, place: usize) -> Option<FindingKey> {
        self.field_finding(place).map(|finding| FindingKey::Field(place, finding.problem))
    }

    fn fails(&self, rule: usize) -> bool {
        self.verdict(rule) == Verdict::Fails
    }

    /// How much a finding weighs.
    pub fn severity(&self, key: FindingKey) -> Severity {
        match key {
            FindingKey::Field(_, FieldProblem::Plausible) => Severity::Hint,
            FindingKey::Field(..) => Severity::Mandatory,
            FindingKey::Rule(place) => self.plan.rules.get(place).map_or(Severity::Hint, |rule| rule.severity),
        }
    }

    /// Where the form stands as a whole.
    pub fn status(&self) -> Status {
        let typed = |field: &FieldState| !field.typed.is_empty() && !entry::tidy(&field.typed).is_empty();
        if !self.fields.iter().any(typed) {
            return Status::Blank;
        }
        let mut status = Status::Clean;
        for key in self.findings() {
            let found = match (self.severity(key), key) {
                (Severity::Mandatory, FindingKey::Field(_, FieldProblem::Required)) => Status::Incomplete,
                (Severity::Mandatory, _) => return Status::Mandatory,
                (Severity::Verify, _) if self.reason(key).is_none() => Status::Verify,
                _ => Status::Clean,
            };
            status = if found == Status::Incomplete || status == Status::Clean { found } else { status };
        }
        status
    }

    /// Takes what was typed into the field at `place`.
    pub fn set(&mut self, place: usize, typed: &str) -> Edit {
        let mut edit = Edit::default();
        self.set_into(place, typed, &mut edit);
        edit
    }

    /// As [`Session::set`], into an edit that was used before: a keystroke need not allocate.
    pub fn set_into(&mut self, place: usize, typed: &str, edit: &mut Edit) {
        edit.clear();
        self.take(place, typed, edit);
        self.settle(edit);
    }

    /// Takes what was typed into several fields, as one edit.
    pub fn set_many<'t>(&mut self, values: impl IntoIterator<Item = (usize, &'t str)>) -> Edit {
        let mut edit = Edit::default();
        // By field, so that a field given twice keeps the last text and what the first would change is not told.
        let mut texts = vec![None; self.fields.len()];
        for (place, typed) in values {
            if let Some(text) = texts.get_mut(place) {
                *text = Some(typed);
            }
        }
        for (place, typed) in texts.into_iter().enumerate() {
            if let Some(typed) = typed {
                self.take(place, typed, &mut edit);
            }
        }
        self.settle(&mut edit);
        edit
    }

    fn take(&mut self, place: usize, typed: &str, edit: &mut Edit) {
        let Some(field) = self.fields.get_mut(place).filter(|field| field.typed != typed) else { return };
        typed.clone_into(&mut field.typed);
        if self.take_keyed(place, edit) {
            return;
        }
        let Some(field) = self.fields.get_mut(place) else { return };
        let (before, counted) = (std::mem::replace(&mut field.answer, Answer::BLANK), field.counts);
        self.reread(place);
        let Some(field) = self.fields.get(place) else { return };
        let after = &field.answer;
        let same_value = before.value == after.value && before.state == after.state && counted == field.counts;
        if before != *after {
            edit.fields.push(place);
        }
        let key = |answer: &Answer| answer.finding.as_ref().map(|finding| FindingKey::Field(place, finding.problem));
        match (key(&before), key(after)) {
            (Some(old), Some(new)) if old == new => edit.updated.push(new),
            (old, new) => {
                edit.closed.extend(old);
                edit.opened.extend(new);
            }
        }
        if !same_value {
            self.wake(place);
        }
    }

    /// The short way from one figure that nothing is to be said about to another.
    #[cfg_attr(speed, optimize(speed))]
    fn take_keyed(&mut self, place: usize, edit: &mut Edit) -> bool {
        let keyed = self.keyed.get(place).and_then(Option::as_ref);
        let (Some(field), Some(keyed)) = (self.fields.get_mut(place), keyed) else { return false };
        let figure = keyed.read(&field.typed).filter(|figure| keyed.is_usual(*figure));
        let (Some(figure), true) = (figure, field.present && field.answer.is_plain_figure()) else { return false };
        if self.quick.field(place) != Slot::of_digits(figure) {
            let before = field.answer.number();
            field.answer.take(figure);
            self.quick.put_field(place, Slot::of_digits(figure));
            if field.answer.number() != before {
                edit.fields.push(place);
                self.wake(place);
            }
        }
        true
    }

    /// What reads the field at `place` must be computed and judged anew.
    fn wake(&mut self, place: usize) {
        if let Some(readers) = self.plan.field_readers.get(place) {
            self.work.want(&self.plan, readers);
        }
    }

    #[cfg_attr(speed, optimize(speed))]
    fn reread(&mut self, place: usize) {
        let (Some(field), Some(state)) = (self.plan.fields.get(place), self.fields.get_mut(place)) else { return };
        state.counts = state.present;
        let keyed = self.keyed.get(place).and_then(Option::as_ref).filter(|_| state.present);
        if let Some((keyed, figure)) = keyed.and_then(|keyed| Some((keyed, keyed.read(&state.typed)?))) {
            if keyed.is_usual(figure) {
                state.answer.take(figure);
            } else {
                state.answer = Answer::of_digits(field, figure);
            }
            self.quick.put_field(place, Slot::of_digits(figure));
            return;
        }
        let mut answer = Answer::read(field, &state.typed);
        if answer.state == AnswerState::Blank
            && let Some(prior) = &state.prior
        {
            let last = Answer::read(field, prior);
            if last.value.is_some() {
                state.counts = true;
                answer = Answer { notice: None, ..last };
            }
        }
        if !state.present {
            answer.finding = None;
        } else if answer.state == AnswerState::Blank && field.required {
            let finding =
                FieldFinding { problem: FieldProblem::Required, entry: None, candidates: Vec::new(), limit: None };
            answer.finding = Some(Box::new(finding));
        }
        state.answer = answer;
        self.quick.put_field(place, Slot::of_field(state));
    }

    /// Computes what waits, metrics before what names them; a metric whose result stays wakes nobody.
    fn settle(&mut self, edit: &mut Edit) {
        while let Some(rank) = self.work.metrics.pop() {
            let Some(place) = self.plan.order.get(rank).copied() else { continue };
            let after = self.compute(place);
            if self.metrics.get(place).is_none_or(|before| *before == after) {
                continue;
            }
            self.keep(place, after);
            let at = edit.metrics.partition_point(|other| *other < place);
            edit.metrics.insert(at, place);
            if let Some(readers) = self.plan.metric_readers.get(place) {
                self.work.want(&self.plan, readers);
            }
        }
        while let Some(place) = self.work.rules.pop() {
            self.rejudge(place, edit);
        }
        self.review_reasons(edit);
    }

    #[cfg_attr(speed, optimize(speed))]
    fn compute(&mut self, place: usize) -> MetricState {
        let Some(metric) = self.plan.metrics.get(place) else { return MetricState::Absent };
        if let Some(value) = self.quick.metric(place).rounded(metric.places, metric.rounding) {
            return MetricState::Value(value);
        }
        match evaluate(&metric.formula, self.view()) {
            Outcome::Value(Value::Number(number)) => {
                let places = i8::try_from(metric.places).unwrap_or(i8::MAX);
                let too_large = MetricState::Undefined(WhyUndefined::TooLarge, None);
                number.round(places, metric.rounding).map_or(too_large, MetricState::Value)
            }
            Outcome::Waiting => MetricState::Waiting(waiting_for(&metric.formula, self.view())),
            Outcome::Undefined(why) => MetricState::Undefined(why, zero_divisor(place, self.view())),
            Outcome::Absent | Outcome::Value(_) => MetricState::Absent,
        }
    }

    fn rejudge(&mut self, place: usize, edit: &mut Edit) {
        let after = self.judge(place);
        let Some(state) = self.verdicts.get_mut(place) else { return };
        let before = std::mem::replace(state, after);
        let key = FindingKey::Rule(place);
        match (before == Verdict::Fails, after == Verdict::Fails) {
            (false, true) => edit.opened.push(key),
            (true, true) => edit.updated.push(key),
            (true, false) => edit.closed.push(key),
            (false, false) => {}
        }
    }

    #[cfg_attr(speed, optimize(speed))]
    fn judge(&mut self, place: usize) -> Verdict {
        let Some(rule) = self.plan.rules.get(place) else { return Verdict::Absent };
        if let Some(when) = &rule.when {
            let quick = self.quick.condition(place);
            match self.holds(quick, when) {
                Ok(true) => {}
                Ok(false) => return Verdict::NotApplicable,
                Err(lack) => return lack,
            }
        }
        let quick = self.quick.assertion(place);
        match self.holds(quick, &rule.assert) {
            Ok(true) => Verdict::Passes,
            Ok(false) => Verdict::Fails,
            Err(lack) => lack,
        }
    }

    /// Whether a condition holds, or what it lacks; `quick` is what the short way said.
    #[cfg_attr(speed, optimize(speed))]
    fn holds(&self, quick: Slot, condition: &Formula) -> Result<bool, Verdict> {
        match quick {
            Slot::TRUE => Ok(true),
            Slot::FALSE => Ok(false),
            Slot::ABSENT => Err(Verdict::Absent),
            Slot::WAITING => Err(Verdict::Waiting),
            Slot::UNDEFINED => Err(Verdict::Undefined),
            _ => match evaluate(condition, self.view()) {
                Outcome::Value(value) => Ok(matches!(value, Value::Truth(true))),
                Outcome::Absent => Err(Verdict::Absent),
                Outcome::Waiting => Err(Verdict::Waiting),
                Outcome::Undefined(_) => Err(Verdict::Undefined),
            },
        }
    }

    /// The reason that applies to a finding: one that was given for exactly the values that stand now.
    pub fn reason(&self, key: FindingKey) -> Option<&str> {
        let FindingKey::Rule(place) = key else { return None };
        let reasons = self.reasons.get(place)?;
        reasons.iter().find(|reason| reason.applied).map(|reason| reason.text.as_str())
    }

    /// Keeps a reason for an open finding of severity verify, bound to the values of the rule's fields; `""` takes it back.
    ///
    /// # Errors
    /// [`ReasonRefusal`], by the pack's policy.
    pub fn justify(&mut self, place: usize, text: &str) -> Result<Edit, ReasonRefusal> {
        let key = FindingKey::Rule(place);
        if self.severity(key) != Severity::Verify {
            return Err(ReasonRefusal::NotVerify);
        }
        if !self.fails(place) {
            return Err(ReasonRefusal::NotOpen);
        }
        if !text.is_empty() {
            reason::check(text, &self.plan.reasons)?;
        }
        let before = self.reason(key).map(str::to_owned);
        let values = self.input_values(place);
        if let Some(reasons) = self.reasons.get_mut(place) {
            reason::keep(reasons, text, values);
        }
        if let Err(at) = self.reasoned.binary_search(&place) {
            self.reasoned.insert(at, place);
        }
        let mut edit = Edit::default();
        if self.reason(key) != before.as_deref() {
            edit.updated.push(key);
        }
        Ok(edit)
    }

    fn input_values(&self, rule: usize) -> Vec<Option<super::answer::AnswerValue>> {
        let inputs = self.plan.rules.get(rule).map_or(&[][..], |rule| &rule.inputs);
        inputs.iter().map(|place| self.answer(*place).and_then(|answer| answer.value.clone())).collect()
    }

    /// A reason can lapse, or come back, although its rule was not judged anew: a rounded metric hid the change.
    fn review_reasons(&mut self, edit: &mut Edit) {
        for place in self.reasoned.clone() {
            let key = FindingKey::Rule(place);
            let values = self.input_values(place);
            let changed = self.reasons.get_mut(place).is_some_and(|reasons| reason::review(reasons, &values));
            if changed && self.fails(place) && !edit.updated.contains(&key) && !edit.opened.contains(&key) {
                edit.updated.push(key);
            }
        }
    }
}

impl Work {
    #[inline(always)]
    fn want(&mut self, plan: &Plan, readers: &Readers) {
        for metric in &readers.metrics {
            if let Some(rank) = plan.ranks.get(*metric) {
                self.metrics.put(*rank);
            }
        }
        readers.rules.iter().for_each(|rule| self.rules.put(*rule));
    }
}
