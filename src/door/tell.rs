//! Facts and sentences to the public shapes.

use crate::engine::{
    Agreement, AnswerState, AnswerValue, Divisor, Edit, FindingKey, MetricState, Operand, Printer, Session, Verdict,
    figure_of, shown,
};
use crate::infer;
use crate::message::{self, FieldNote, RuleVerdict, Sentences, SumVerdict};
use crate::model::{
    Decimal, Diagnostic, DiagnosticSeverity, Exact, FieldProblem, Limit, Locale, Position, Text, WhyUndefined, head_of,
    numeral,
};
use crate::pack::{Choice, Field, FieldKind, Formula, Metric, Piece, Plan, Rule, Sum, UnitName};

use super::wire::{
    Changes, Count, DiagnosticReport, Engine, Explanation, FieldReport, Finding, Justified, Message, MetricReport,
    OperandReport, PackId, Progress, Record, Report, ShownReport, SumReport,
};

/// The crate's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(target_arch = "wasm32")]
const KIND: &str = "wasm";
#[cfg(not(target_arch = "wasm32"))]
const KIND: &str = "native";

/// A longer text is cut where a sentence quotes it.
const LONGEST_QUOTE: usize = 40;

/// Of a longer list of choices, so many are named in a sentence.
const MOST_CHOICES: usize = 12;

/// Speaks of one session in one language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub(super) session: &'a Session,
    pub(super) locale: Locale,
}

impl<'a> Teller<'a> {
    /// Speaks of `session` in `locale`.
    pub fn new(session: &'a Session, locale: Locale) -> Self {
        Self { session, locale }
    }

    pub(super) fn plan(&self) -> &'a Plan {
        self.session.plan()
    }

    pub(super) fn printer(&self) -> Printer<'a> {
        Printer { view: self.session.view(), locale: self.locale }
    }

    /// Everything, as it stands now.
    pub fn report(&self) -> Report {
        let plan = self.plan();
        let fields = plan.fields.iter().enumerate().map(|(place, field)| (field.id.clone(), self.field(place)));
        let metrics =
            plan.metrics.iter().enumerate().map(|(place, metric)| (metric.id.clone(), self.metric(place, metric)));
        Report {
            pack: PackId { id: plan.id.clone(), version: plan.version.clone(), hash: plan.hash.clone() },
            engine: Engine { version: VERSION, kind: KIND },
            status: self.session.status().as_str(),
            fields: Record(fields.collect()),
            metrics: Record(metrics.collect()),
            findings: self.session.findings().map(|key| self.finding(key)).collect(),
            early: infer::early(self.session).into_iter().map(|rule| self.early(rule)).collect(),
            progress: self.progress(),
        }
    }

    /// What an edit changed.
    pub fn changes(&self, edit: &Edit) -> Changes {
        let plan = self.plan();
        let told = |keys: &[FindingKey]| keys.iter().map(|key| self.finding(*key)).collect();
        Changes {
            fields: edit
                .fields
                .iter()
                .filter_map(|place| plan.fields.get(*place))
                .map(|field| field.id.clone())
                .collect(),
            metrics: edit
                .metrics
                .iter()
                .filter_map(|place| plan.metrics.get(*place))
                .map(|metric| metric.id.clone())
                .collect(),
            opened: told(&edit.opened),
            updated: told(&edit.updated),
            closed: edit.closed.iter().map(|key| self.finding_id(*key)).collect(),
        }
    }

    fn finding_id(&self, key: FindingKey) -> String {
        let mut id = String::new();
        push_id(self.plan(), key, &mut id);
        id
    }

    fn field(&self, place: usize) -> FieldReport {
        let typed = self.session.typed(place).to_owned();
        let Some(answer) = self.session.answer(place).filter(|_| self.session.counts(place)) else {
            return FieldReport { typed, value: None, state: "absent", notice: None };
        };
        let state = match answer.state {
            AnswerState::Ok | AnswerState::NotApplicable => "ok",
            AnswerState::Blank => "blank",
            AnswerState::Invalid => "invalid",
        };
        FieldReport { typed, value: self.value(place), state, notice: self.notice(place) }
    }

    /// What a field says, canonical, where it counts.
    pub(super) fn value(&self, place: usize) -> Option<String> {
        if !self.session.counts(place) {
            return None;
        }
        Some(canonical(self.plan().fields.get(place)?, self.session.answer(place)?.value.as_ref()?))
    }

    /// How its text was understood, where that is to be said.
    pub(super) fn notice(&self, place: usize) -> Option<Message> {
        let notice = self.session.answer(place)?.notice.as_ref()?;
        let unit = self.plan().fields.get(place)?.unit.as_ref();
        let value = self.printer().with_unit(self.printer().number(notice.value, unit), unit);
        Some(Message { code: notice.code, text: message::notice(self.locale, notice.code, &value) })
    }

    fn metric(&self, place: usize, metric: &Metric) -> MetricReport {
        let state = self.session.metric(place);
        MetricReport {
            value: self.figure(place, metric),
            display: self.printer().metric(place),
            state: match state {
                MetricState::Value(_) => "ok",
                MetricState::Waiting(_) => "waiting",
                MetricState::Undefined(..) => "undefined",
                MetricState::Absent => "absent",
            },
            why: self.why(place),
            waiting_for: if let MetricState::Waiting(fields) = state { Some(self.field_ids(fields)) } else { None },
        }
    }

    /// The figure of a metric, where it has one.
    fn figure(&self, place: usize, metric: &Metric) -> Option<String> {
        match self.session.metric(place) {
            MetricState::Value(value) => Some(value.fixed(metric.places)),
            _ => None,
        }
    }

    /// Why a metric has no figure.
    pub(super) fn why(&self, place: usize) -> Option<Message> {
        match self.session.metric(place) {
            MetricState::Value(_) => None,
            MetricState::Waiting(fields) => Some(self.waiting(fields)),
            MetricState::Undefined(why, divisor) => Some(self.undefined(*why, *divisor)),
            MetricState::Absent => Some(Message { code: "absent", text: message::absent(self.locale).to_owned() }),
        }
    }

    pub(super) fn field_ids(&self, places: &[usize]) -> Vec<String> {
        ids(self.plan(), places)
    }

    fn waiting(&self, fields: &[usize]) -> Message {
        let label = |place: &usize| self.plan().fields.get(*place).map(|field| field.label.get(self.locale));
        Message { code: "waiting", text: message::waiting(self.locale, fields.iter().filter_map(label)) }
    }

    fn undefined(&self, why: WhyUndefined, divisor: Option<Divisor>) -> Message {
        let name = |divisor: Divisor| {
            let metric = self.plan().metrics.get(divisor.metric)?;
            Some(self.printer().labels(&metric.formula, divisor.part))
        };
        let divisor = divisor.and_then(name).unwrap_or_default();
        let code = match why {
            WhyUndefined::ZeroDivisor => "division-by-zero",
            WhyUndefined::TooLarge => "too-large",
        };
        Message { code, text: message::undefined(self.locale, why, &divisor) }
    }

    /// One finding with its sentence.
    pub fn finding(&self, key: FindingKey) -> Finding {
        match key {
            FindingKey::Field(place, problem) => self.field_finding(place, problem),
            FindingKey::Rule(place) => self.rule_finding(place),
        }
    }

    fn field_finding(&self, place: usize, problem: FieldProblem) -> Finding {
        let key = FindingKey::Field(place, problem);
        let (message, entry, candidates) = self.field_sentence(place, problem);
        Finding {
            id: self.finding_id(key),
            severity: self.session.severity(key).as_str(),
            fields: self.field_ids(&[place]),
            code: problem.as_str(),
            entry,
            candidates: (!candidates.is_empty()).then_some(candidates),
            message,
            detail: None,
            justified: None,
        }
    }

    /// What is said of a field, how its text was read, and the values to choose from.
    pub(super) fn field_sentence(
        &self,
        place: usize,
        problem: FieldProblem,
    ) -> (String, Option<&'static str>, Vec<String>) {
        let Some((field, finding)) = self.plan().fields.get(place).zip(self.session.field_finding(place)) else {
            return (String::new(), None, Vec::new());
        };
        let printer = self.printer();
        let unit = field.unit.as_ref();
        let figure = |number: &Decimal| printer.with_unit(printer.number(*number, unit), unit);
        let (mut candidates, mut printed) = (Vec::new(), Vec::new());
        for number in &finding.candidates {
            candidates.push(number.canonical());
            printed.push(figure(number));
        }
        let mut labels = Vec::new();
        for choice in choices(field).iter().take(MOST_CHOICES) {
            labels.push(choice.label.get(self.locale).to_owned());
        }
        if matches!(field.kind, FieldKind::Truth) {
            labels.push(printer.truth(true).to_owned());
            labels.push(printer.truth(false).to_owned());
        }
        if labels.len() == MOST_CHOICES {
            labels.push("…".to_owned());
        }
        let note = FieldNote {
            label: field.label.get(self.locale),
            unit: unit.map_or("", |unit| unit.get(self.locale)),
            typed: &quoted(self.session.typed(place)),
            value: &printer.field(place),
            is_number: matches!(field.kind, FieldKind::Number { .. }),
            entry: finding.entry.unwrap_or(""),
            candidates: &printed,
            limits: &limits(finding.limit, figure),
            is_least: matches!(finding.limit, Some(Limit::Min(_) | Limit::Shortest(_))),
            choices: &labels,
        };
        (message::field(self.locale, problem, &note), finding.entry, candidates)
    }

    pub(super) fn rule_finding(&self, place: usize) -> Finding {
        let key = FindingKey::Rule(place);
        let rule = self.plan().rules.get(place);
        Finding {
            id: self.finding_id(key),
            severity: self.session.severity(key).as_str(),
            fields: rule.map_or_else(Vec::new, |rule| self.field_ids(&rule.inputs)),
            code: "rule",
            entry: None,
            candidates: None,
            message: rule.map_or_else(String::new, |rule| self.sentence(&rule.message)),
            detail: rule.and_then(|rule| {
                let mut detail = String::new();
                self.printer().push_failure(&rule.assert, &mut detail).then_some(detail)
            }),
            justified: self.session.reason(key).map(|reason| Justified { reason: reason.to_owned() }),
        }
    }

    fn sentence(&self, message: &'a [Vec<Piece>; 2]) -> String {
        let mut sentence = String::new();
        self.push_sentence(message, &mut sentence);
        sentence
    }

    /// Writes a rule's sentence.
    pub(super) fn push_sentence(&self, message: &'a [Vec<Piece>; 2], out: &mut String) {
        let [zh, en] = message;
        let pieces = if self.locale == Locale::En && !en.is_empty() { en } else { zh };
        for piece in pieces {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Figure { formula, unit } => self.printer().push_figure(formula, unit.as_ref(), out),
            }
        }
    }

    fn progress(&self) -> Progress {
        let (all, sections) = self.counts();
        let by_section = self.plan().sections.iter().map(|section| section.id.clone()).zip(sections).collect();
        Progress { filled: all.filled, required: all.required, total: all.total, by_section: Record(by_section) }
    }

    /// How far the form is filled, and how far each section is.
    pub(super) fn counts(&self) -> (Count, Vec<Count>) {
        let plan = self.plan();
        let mut all = Count::default();
        let mut sections = vec![Count::default(); plan.sections.len()];
        for (place, field) in plan.fields.iter().enumerate() {
            if !self.session.is_present(place) {
                continue;
            }
            let filled = self.session.answer(place).is_some_and(|answer| answer.state != AnswerState::Blank);
            all.add(filled, field.required);
            if let Some(count) = field.section.and_then(|section| sections.get_mut(section)) {
                count.add(filled, field.required);
            }
        }
        (all, sections)
    }

    /// Why a field, metric or rule says what it says.
    pub fn explain(&self, id: &str) -> Option<Explanation> {
        let plan = self.plan();
        let mut told = Explanation { id: id.to_owned(), ..Explanation::default() };
        if let Some(place) = plan.field(id) {
            self.explain_field(place, plan.fields.get(place)?, &mut told);
        } else if let Some(place) = plan.metric(id) {
            self.explain_metric(place, plan.metrics.get(place)?, &mut told);
        } else {
            let place = plan.rule(id)?;
            self.explain_rule(place, plan.rules.get(place)?, &mut told);
        }
        Some(told)
    }

    fn explain_field(&self, place: usize, field: &Field, told: &mut Explanation) {
        told.label = field.label.get(self.locale).to_owned();
        told.formula.clone_from(&told.label);
        told.substituted = quoted(self.session.typed(place));
        told.result = self.printer().field(place);
        told.text = [&told.label, " = ", &told.result].concat();
        let last = self.plan().fields.iter().position(|other| other.last_of == Some(place));
        told.operands.extend(last.and_then(|last| self.operand(Operand::Field(last))));
        told.source = self.source(field.source.as_ref(), field.note.as_ref());
    }

    fn explain_metric(&self, place: usize, metric: &Metric, told: &mut Explanation) {
        told.label = metric.label.get(self.locale).to_owned();
        self.print(&metric.formula, told);
        told.result = self.printer().metric(place);
        told.text = [&told.label, " = ", &told.formula, " = ", &told.substituted, " = ", &told.result].concat();
        if let Some(why) = self.why(place) {
            told.text.push(' ');
            told.text.push_str(&why.text);
        }
        told.operands = self.operands(&[&metric.formula]);
        told.source = self.source(metric.source.as_ref(), metric.note.as_ref());
    }

    fn explain_rule(&self, place: usize, rule: &Rule, told: &mut Explanation) {
        self.print(&rule.assert, told);
        told.label.clone_from(&told.formula);
        let verdict = self.session.verdict(place);
        told.result = match verdict {
            Verdict::Passes => message::verdict(self.locale, RuleVerdict::Holds).to_owned(),
            Verdict::Fails => message::verdict(self.locale, RuleVerdict::Fails).to_owned(),
            Verdict::NotApplicable => message::verdict(self.locale, RuleVerdict::NotApplicable).to_owned(),
            Verdict::Undefined => message::verdict(self.locale, RuleVerdict::Undefined).to_owned(),
            Verdict::Waiting => self.waiting(&self.session.rule_waits_for(place)).text,
            Verdict::Absent => message::absent(self.locale).to_owned(),
        };
        let judged = matches!(verdict, Verdict::Passes | Verdict::Fails);
        told.passes = judged.then_some(verdict == Verdict::Passes);
        if verdict == Verdict::Fails {
            self.push_sentence(&rule.message, &mut told.text);
            told.text.push(' ');
        }
        told.text.push_str(&[&told.formula, ": ", &told.substituted, " — ", &told.result].concat());
        let mut formulas = vec![&rule.assert];
        if let Some(when) = &rule.when {
            formulas.push(when);
        }
        told.operands = self.operands(&formulas);
        told.source = self.source(rule.source.as_ref(), rule.note.as_ref());
        // A sum that does not apply has nothing to close.
        let sum = rule.sum.as_ref().filter(|_| verdict != Verdict::NotApplicable);
        told.sum = sum.and_then(|sum| self.sum(place, sum));
    }

    fn print(&self, formula: &Formula, told: &mut Explanation) {
        let printed = self.printer().print(formula);
        told.formula = printed.formula;
        told.substituted = printed.substituted;
    }

    fn source(&self, source: Option<&Text>, note: Option<&Text>) -> Option<String> {
        source.or(note).map(|text| text.get(self.locale).to_owned())
    }

    /// How far parts and total agree; nothing where a field is not on the form, or none is filled in.
    fn sum(&self, place: usize, sum: &Sum) -> Option<SumReport> {
        let agreement = Agreement::of(sum, self.session.view())?;
        let total = self.plan().fields.get(sum.total)?;
        let plain = |number: Exact| number.to_decimal().unwrap_or_else(|| figure_of(number));
        let difference = agreement.difference();
        let (figure, verdict) = match difference {
            None => (agreement.filled, SumVerdict::Parts),
            Some(over) if over.is_negative() => (over.neg(), SumVerdict::Over),
            Some(short) if !short.is_zero() => (short, SumVerdict::Short),
            Some(even) if agreement.open > 0 => (even, SumVerdict::Open),
            Some(even) => (even, SumVerdict::Even),
        };
        let unit = total.unit.as_ref();
        let figure = self.printer().with_unit(self.printer().number(plain(figure), unit), unit);
        Some(SumReport {
            total: total.id.clone(),
            parts: self.field_ids(&part_places(sum)),
            difference: difference.map(|difference| plain(difference).canonical()),
            text: message::sum(self.locale, verdict, &figure, agreement.open),
            shown: self.shown(place),
        })
    }

    fn shown(&self, place: usize) -> Option<ShownReport> {
        let (shown, total, parts) = shown(place, self.session.view())?;
        Some(ShownReport {
            total: total.fixed(shown.places),
            parts: parts.iter().map(|part| part.fixed(shown.places)).collect(),
            unit: shown.unit.get(self.locale).to_owned(),
        })
    }

    fn operands(&self, formulas: &[&Formula]) -> Vec<OperandReport> {
        let mut told = Vec::new();
        for operand in Operand::of(formulas.iter().copied()) {
            if let Some(one) = self.operand(operand) {
                told.push(one);
            }
        }
        told
    }

    fn operand(&self, operand: Operand) -> Option<OperandReport> {
        let plan = self.plan();
        match operand {
            Operand::Field(place) => plan.fields.get(place).map(|field| OperandReport {
                id: field.id.clone(),
                label: field.label.get(self.locale).to_owned(),
                value: self.value(place),
                unit: self.unit(field.unit.as_ref()),
            }),
            Operand::Metric(place) => plan.metrics.get(place).map(|metric| OperandReport {
                id: metric.id.clone(),
                label: metric.label.get(self.locale).to_owned(),
                value: self.figure(place, metric),
                unit: self.unit(metric.unit.as_ref()),
            }),
            Operand::Parameter(place) => plan.parameters.get(place).map(|parameter| OperandReport {
                id: parameter.id.clone(),
                label: parameter.label.get(self.locale).to_owned(),
                value: Some(parameter.value.canonical()),
                unit: self.unit(parameter.unit.as_ref()),
            }),
        }
    }

    fn unit(&self, unit: Option<&UnitName>) -> Option<String> {
        unit.map(|unit| unit.get(self.locale).to_owned())
    }
}

impl Count {
    fn add(&mut self, filled: bool, required: bool) {
        self.filled = self.filled.saturating_add(u32::from(filled));
        self.required = self.required.saturating_add(u32::from(required));
        self.total = self.total.saturating_add(1);
    }
}

/// Writes the public id of a finding.
pub fn push_id(plan: &Plan, key: FindingKey, out: &mut String) {
    match key {
        FindingKey::Field(place, problem) => {
            out.push_str(plan.fields.get(place).map_or("", |field| &field.id));
            out.push(':');
            out.push_str(problem.as_str());
        }
        FindingKey::Rule(place) => out.push_str(plan.rules.get(place).map_or("", |rule| &rule.id)),
    }
}

fn canonical(field: &Field, value: &AnswerValue) -> String {
    match value {
        AnswerValue::Number(number) => number.canonical(),
        AnswerValue::Text(text) => text.clone(),
        AnswerValue::Truth(truth) => if *truth { "true" } else { "false" }.to_owned(),
        AnswerValue::Date(date) => date.iso(),
        AnswerValue::Choice(place) => {
            choices(field).get(*place).map_or_else(String::new, |choice| choice.value.clone())
        }
    }
}

pub(super) fn choices(field: &Field) -> &[Choice] {
    match &field.kind {
        FieldKind::Choice(choices) => choices,
        _ => &[],
    }
}

fn limits(limit: Option<Limit>, figure: impl Fn(&Decimal) -> String) -> Vec<String> {
    match limit {
        Some(Limit::Min(number) | Limit::Max(number)) => vec![figure(&number)],
        Some(Limit::Plausible(low, high)) => vec![figure(&low), figure(&high)],
        Some(Limit::Shortest(count) | Limit::Longest(count)) => vec![numeral(count)],
        Some(Limit::Decimals(places)) => vec![numeral(places.into())],
        None => Vec::new(),
    }
}

/// A typed text as a sentence quotes it: one line, cut where it is long.
fn quoted(typed: &str) -> String {
    let mut quote: String =
        typed.trim().chars().take(LONGEST_QUOTE).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if head_of(typed.trim(), LONGEST_QUOTE).is_some() {
        quote.push('…');
    }
    quote
}

/// A diagnostic with its place in `source` and its sentence.
#[cfg(not(target_arch = "wasm32"))]
pub fn diagnostic(source: &str, diagnostic: &Diagnostic, locale: Locale) -> DiagnosticReport {
    diagnostic_in(&Sentences::for_authors(locale), source, diagnostic)
}

/// As [`diagnostic`], in `sentences` that are known already.
pub fn diagnostic_in(sentences: &Sentences<'_>, source: &str, diagnostic: &Diagnostic) -> DiagnosticReport {
    let place = Position::of(source, diagnostic.span.start);
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    DiagnosticReport {
        severity: if diagnostic.severity == DiagnosticSeverity::Error { "error" } else { "warning" },
        code: diagnostic.problem.as_str(),
        line: place.line,
        column: place.column,
        path: diagnostic.path.clone(),
        expected: some(&diagnostic.expected),
        found: some(&diagnostic.found),
        message: message::diagnostic(sentences, diagnostic),
    }
}

fn ids(plan: &Plan, places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|place| plan.fields.get(*place)).map(|field| field.id.clone()).collect()
}

fn part_places(sum: &Sum) -> Vec<usize> {
    sum.parts.iter().map(|part| part.0).collect()
}
