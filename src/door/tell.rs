//! Facts and sentences to the public shapes.

use crate::engine::{
    AnswerState, AnswerValue, Divisor, Edit, FindingKey, MetricState, Operand, Printer, Session, Subject, Verdict, View,
};
use crate::message::{self, FieldNote, RuleVerdict};
use crate::model::{
    Decimal, Diagnostic, DiagnosticSeverity, FieldProblem, Limit, Locale, Position, Text, WhyUndefined,
};
use crate::pack::{Choice, Field, FieldKind, Formula, Metric, Piece, Plan, UnitName};

use super::wire::{
    Changes, ChoiceInfo, Count, DiagnosticReport, Engine, Explanation, FieldInfo, FieldReport, Finding, Justified,
    Message, MetricInfo, MetricReport, OperandReport, PackId, PackInfo, Progress, ReasonsInfo, Record, Report,
    RuleInfo, SectionInfo,
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
    locale: Locale,
}

impl<'a> Teller<'a> {
    /// Speaks of `session` in `locale`.
    pub fn new(session: &'a Session, locale: Locale) -> Self {
        Self { session, locale }
    }

    fn plan(&self) -> &'a Plan {
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

    pub(super) fn field(&self, place: usize) -> FieldReport {
        let typed = self.session.typed(place).to_owned();
        let Some((field, answer)) = self.plan().fields.get(place).zip(self.session.answer(place)) else {
            return FieldReport { typed, value: None, state: "absent", notice: None };
        };
        if !self.session.counts(place) {
            return FieldReport { typed, value: None, state: "absent", notice: None };
        }
        let state = match answer.state {
            AnswerState::Ok | AnswerState::NotApplicable => "ok",
            AnswerState::Blank => "blank",
            AnswerState::Invalid => "invalid",
        };
        let notice = answer.notice.as_ref().map(|notice| {
            let number = self.printer().number(notice.value, field.unit.as_ref());
            let value = self.printer().with_unit(number, field.unit.as_ref());
            Message { code: notice.code, text: message::notice(self.locale, notice.code, &value) }
        });
        FieldReport { typed, value: answer.value.as_ref().map(|value| canonical(field, value)), state, notice }
    }

    pub(super) fn metric(&self, place: usize, metric: &Metric) -> MetricReport {
        let display = self.printer().metric(place);
        let (value, state, why, waiting_for) = match self.session.metric(place) {
            MetricState::Value(value) => (Some(value.fixed(metric.places)), "ok", None, None),
            MetricState::Waiting(fields) => (None, "waiting", Some(self.waiting(fields)), Some(self.field_ids(fields))),
            MetricState::Undefined(why, divisor) => (None, "undefined", Some(self.undefined(*why, *divisor)), None),
            MetricState::Absent => {
                (None, "absent", Some(Message { code: "absent", text: message::absent(self.locale).to_owned() }), None)
            }
        };
        MetricReport { value, display, state, why, waiting_for }
    }

    fn field_ids(&self, places: &[usize]) -> Vec<String> {
        places.iter().filter_map(|place| self.plan().fields.get(*place)).map(|field| field.id.clone()).collect()
    }

    fn waiting(&self, fields: &[usize]) -> Message {
        let label = |place: &usize| self.plan().fields.get(*place).map(|field| field.label.get(self.locale));
        let labels: Vec<&str> = fields.iter().filter_map(label).collect();
        Message { code: "waiting", text: message::waiting(self.locale, &labels) }
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
        let mut told = Finding {
            id: self.finding_id(key),
            severity: self.session.severity(key).as_str(),
            fields: self.field_ids(&[place]),
            code: problem.as_str(),
            entry: None,
            candidates: None,
            message: String::new(),
            detail: None,
            justified: None,
        };
        let parts =
            self.plan().fields.get(place).zip(self.session.answer(place)).zip(self.session.field_finding(place));
        let Some(((field, _), finding)) = parts else { return told };
        let printer = self.printer();
        let unit = field.unit.as_ref();
        let figure = |number: &Decimal| printer.with_unit(printer.number(*number, unit), unit);
        let candidates: Vec<String> = finding.candidates.iter().map(figure).collect();
        let limits = limits(finding.limit, figure);
        let mut choices: Vec<String> =
            choices(field).iter().take(MOST_CHOICES).map(|choice| choice.label.get(self.locale).to_owned()).collect();
        if matches!(field.kind, FieldKind::Truth) {
            choices.extend([true, false].map(|truth| printer.truth(truth).to_owned()));
        }
        if choices.len() == MOST_CHOICES {
            choices.push("…".to_owned());
        }
        told.entry = finding.entry;
        told.candidates = (!candidates.is_empty()).then(|| finding.candidates.iter().map(Decimal::to_string).collect());
        told.message = message::field(
            self.locale,
            problem,
            &FieldNote {
                label: field.label.get(self.locale),
                unit: field.unit.as_ref().map_or("", |unit| unit.get(self.locale)),
                typed: &quoted(self.session.typed(place)),
                value: &printer.field(place),
                is_number: matches!(field.kind, FieldKind::Number { .. }),
                entry: finding.entry.unwrap_or(""),
                candidates: &candidates,
                limits: &limits,
                is_least: matches!(finding.limit, Some(Limit::Min(_) | Limit::Shortest(_))),
                choices: &choices,
            },
        );
        told
    }

    fn rule_finding(&self, place: usize) -> Finding {
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

    pub(super) fn progress(&self) -> Progress {
        let plan = self.plan();
        let mut all = Count::default();
        let mut sections = vec![Count::default(); plan.sections.len()];
        for (place, field) in plan.fields.iter().enumerate().filter(|(place, _)| self.session.is_present(*place)) {
            let filled = self.session.answer(place).is_some_and(|answer| answer.state != AnswerState::Blank);
            all.add(filled, field.required);
            if let Some(count) = field.section.and_then(|section| sections.get_mut(section)) {
                count.add(filled, field.required);
            }
        }
        let by_section = plan.sections.iter().map(|section| section.id.clone()).zip(sections).collect();
        Progress { filled: all.filled, required: all.required, total: all.total, by_section: Record(by_section) }
    }

    /// Why a field, metric or rule says what it says.
    pub fn explain(&self, id: &str) -> Option<Explanation> {
        let plan = self.plan();
        let field = || plan.field(id).map(Subject::Field);
        let subject =
            field().or_else(|| plan.metric(id).map(Subject::Metric)).or_else(|| plan.rule(id).map(Subject::Rule))?;
        match subject {
            Subject::Field(place) => self.explain_field(place),
            Subject::Metric(place) => self.explain_metric(place),
            Subject::Rule(place) => self.explain_rule(place),
        }
    }

    fn explain_field(&self, place: usize) -> Option<Explanation> {
        let field = self.plan().fields.get(place)?;
        let label = field.label.get(self.locale).to_owned();
        let result = self.printer().field(place);
        Some(Explanation {
            id: field.id.clone(),
            text: [&label, " = ", &result].concat(),
            formula: label.clone(),
            label,
            substituted: quoted(self.session.typed(place)),
            result,
            operands: Vec::new(),
            source: self.text(field.source.as_ref().or(field.note.as_ref())),
        })
    }

    fn explain_metric(&self, place: usize) -> Option<Explanation> {
        let metric = self.plan().metrics.get(place)?;
        let printed = self.printer().print(&metric.formula);
        let label = metric.label.get(self.locale).to_owned();
        let result = self.printer().metric(place);
        let line = [label.as_str(), &printed.formula, &printed.substituted, &result].join(" = ");
        let why = self.metric(place, metric).why.map_or_else(String::new, |why| [" ", &why.text].concat());
        Some(Explanation {
            id: metric.id.clone(),
            label,
            formula: printed.formula,
            substituted: printed.substituted,
            result,
            operands: self.operands(&[&metric.formula]),
            source: self.text(metric.source.as_ref().or(metric.note.as_ref())),
            text: [line, why].concat(),
        })
    }

    fn explain_rule(&self, place: usize) -> Option<Explanation> {
        let rule = self.plan().rules.get(place)?;
        let printed = self.printer().print(&rule.assert);
        let result = match self.session.verdict(place) {
            Verdict::Passes => message::verdict(self.locale, RuleVerdict::Holds).to_owned(),
            Verdict::Fails => message::verdict(self.locale, RuleVerdict::Fails).to_owned(),
            Verdict::NotApplicable => message::verdict(self.locale, RuleVerdict::NotApplicable).to_owned(),
            Verdict::Undefined => message::verdict(self.locale, RuleVerdict::Undefined).to_owned(),
            Verdict::Waiting => self.waiting(&self.session.rule_waits_for(place)).text,
            Verdict::Absent => message::absent(self.locale).to_owned(),
        };
        let mut text = [&printed.formula, ": ", &printed.substituted, " — ", &result].concat();
        if self.session.verdict(place) == Verdict::Fails {
            text = [&self.sentence(&rule.message), " ", &text].concat();
        }
        let formulas: Vec<&Formula> = std::iter::once(&rule.assert).chain(&rule.when).collect();
        Some(Explanation {
            id: rule.id.clone(),
            label: printed.formula.clone(),
            formula: printed.formula,
            substituted: printed.substituted,
            result,
            operands: self.operands(&formulas),
            source: self.text(rule.source.as_ref().or(rule.note.as_ref())),
            text,
        })
    }

    fn text(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| text.get(self.locale).to_owned())
    }

    fn operands(&self, formulas: &[&Formula]) -> Vec<OperandReport> {
        let plan = self.plan();
        let operand = |operand: Operand| match operand {
            Operand::Field(place) => plan.fields.get(place).map(|field| OperandReport {
                id: field.id.clone(),
                label: field.label.get(self.locale).to_owned(),
                value: self.field(place).value,
                unit: self.unit(field.unit.as_ref()),
            }),
            Operand::Metric(place) => plan.metrics.get(place).map(|metric| OperandReport {
                id: metric.id.clone(),
                label: metric.label.get(self.locale).to_owned(),
                value: self.metric(place, metric).value,
                unit: self.unit(metric.unit.as_ref()),
            }),
            Operand::Parameter(place) => plan.parameters.get(place).map(|parameter| OperandReport {
                id: parameter.id.clone(),
                label: parameter.label.get(self.locale).to_owned(),
                value: Some(parameter.value.to_string()),
                unit: self.unit(parameter.unit.as_ref()),
            }),
        };
        Operand::of(formulas.iter().copied()).into_iter().filter_map(operand).collect()
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
        AnswerValue::Number(number) => number.to_string(),
        AnswerValue::Text(text) => text.clone(),
        AnswerValue::Truth(truth) => truth.to_string(),
        AnswerValue::Date(date) => date.to_string(),
        AnswerValue::Choice(place) => {
            choices(field).get(*place).map_or_else(String::new, |choice| choice.value.clone())
        }
    }
}

fn choices(field: &Field) -> &[Choice] {
    match &field.kind {
        FieldKind::Choice(choices) => choices,
        _ => &[],
    }
}

fn limits(limit: Option<Limit>, figure: impl Fn(&Decimal) -> String) -> Vec<String> {
    match limit {
        Some(Limit::Min(number) | Limit::Max(number)) => vec![figure(&number)],
        Some(Limit::Plausible(low, high)) => vec![figure(&low), figure(&high)],
        Some(Limit::Shortest(count) | Limit::Longest(count)) => vec![count.to_string()],
        Some(Limit::Decimals(places)) => vec![places.to_string()],
        None => Vec::new(),
    }
}

/// A typed text as a sentence quotes it: one line, cut where it is long.
fn quoted(typed: &str) -> String {
    let mut quote: String =
        typed.trim().chars().take(LONGEST_QUOTE).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if typed.trim().chars().nth(LONGEST_QUOTE).is_some() {
        quote.push('…');
    }
    quote
}

/// A diagnostic with its place in `source` and its sentence.
pub fn diagnostic(source: &str, diagnostic: &Diagnostic, locale: Locale) -> DiagnosticReport {
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
        message: message::diagnostic(locale, diagnostic),
    }
}

/// What a portal may know of a pack.
pub fn pack_info(plan: &Plan, locale: Locale) -> PackInfo {
    let printer = Printer { view: View::of(plan), locale };
    let section =
        |place: Option<usize>| place.and_then(|place| plan.sections.get(place)).map(|section| section.id.clone());
    let unit = |unit: Option<&UnitName>| unit.map(|unit| unit.get(locale).to_owned());
    let metric = |metric: &Metric| MetricInfo {
        id: metric.id.clone(),
        label: metric.label.get(locale).to_owned(),
        unit: unit(metric.unit.as_ref()),
        section: section(metric.section),
    };
    PackInfo {
        id: plan.id.clone(),
        version: plan.version.clone(),
        hash: plan.hash.clone(),
        title: plan.title.get(locale).to_owned(),
        fields: plan.fields.iter().map(|field| field_info(plan, field, section(field.section), locale)).collect(),
        metrics: plan.metrics.iter().map(metric).collect(),
        rules: plan
            .rules
            .iter()
            .map(|rule| RuleInfo {
                id: rule.id.clone(),
                label: printer.labels(&rule.assert, rule.assert.root()),
                severity: rule.severity.as_str(),
            })
            .collect(),
        sections: plan
            .sections
            .iter()
            .map(|part| SectionInfo {
                id: part.id.clone(),
                label: part.label.get(locale).to_owned(),
                within: section(part.within),
            })
            .collect(),
        reasons: ReasonsInfo {
            min_characters: u32::try_from(plan.reasons.least).unwrap_or(u32::MAX),
            offers: plan.reasons.offers.iter().map(|offer| offer.get(locale).to_owned()).collect(),
        },
    }
}

fn field_info(plan: &Plan, field: &Field, section: Option<String>, locale: Locale) -> FieldInfo {
    let choice =
        |choice: &Choice| ChoiceInfo { value: choice.value.clone(), label: choice.label.get(locale).to_owned() };
    let choices = choices(field);
    FieldInfo {
        id: field.id.clone(),
        label: field.label.get(locale).to_owned(),
        unit: field.unit.as_ref().map(|unit| unit.get(locale).to_owned()),
        section,
        kind: field.kind.name(),
        required: field.required,
        aliases: field.aliases.clone(),
        choices: (!choices.is_empty()).then(|| choices.iter().map(choice).collect()),
        last_of: field.last_of.and_then(|place| plan.fields.get(place)).map(|field| field.id.clone()),
    }
}
