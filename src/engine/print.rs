use crate::formula::{BinaryOperator, Function};
use crate::model::{Decimal, Exact, Factor, Locale, Rounding, Share, singular};
use crate::pack::{Field, FieldKind, Formula, Node, NodeIndex, Plan, UnitName};

use super::answer::{Answer, AnswerState, AnswerValue};
use super::evaluate::{Outcome, Value, View, evaluate_part};
use super::state::MetricState;

/// A formula as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// In labels: 就业人数 ÷ 脱贫劳动力总数 × 100.
    pub formula: String,
    /// In the person's numbers: 2,326 ÷ 2,436 × 100.
    pub substituted: String,
}

/// Prints formulas. Every number printed is the number before its unit, and every conversion is written out,
/// so that whoever recomputes what is printed gets the printed result.
#[derive(Clone, Copy)]
pub struct Printer<'a> {
    /// The form.
    pub view: View<'a>,
    /// The language of labels and words.
    pub locale: Locale,
}

/// How tightly a printed part holds together; an operand that holds less than its place asks for is put in parentheses.
const NOT: u8 = 3;
const PRODUCT: u8 = 6;
const SIGN: u8 = 7;
const WHOLE: u8 = 9;

impl<'a> Printer<'a> {
    /// A formula in labels and in numbers.
    pub fn print(&self, formula: &Formula) -> Printed {
        let line = |numbers| Line { printer: *self, formula, numbers }.part(formula.root(), 0);
        Printed { formula: line(false), substituted: line(true) }
    }

    /// One part of a formula in labels.
    pub fn labels(&self, formula: &Formula, part: NodeIndex) -> String {
        Line { printer: *self, formula, numbers: false }.part(part, 0)
    }

    /// What a failed assertion comes to: `2,500 > 2,436`, `1,200 + 300 = 1,500 ≠ 1,518`; nothing for the form of a text,
    /// which is no comparison in numbers.
    pub fn failure(&self, formula: &'a Formula) -> Option<String> {
        let is_pattern = |node: &Node| matches!(node, Node::Matches(..));
        (!formula.nodes.iter().any(is_pattern)).then(|| self.comparison(formula))
    }

    fn comparison(&self, formula: &'a Formula) -> String {
        let line = Line { printer: *self, formula, numbers: true };
        let Some(Node::Binary(operator, left, right)) = formula.nodes.get(formula.root()) else {
            return line.part(formula.root(), 0);
        };
        let Some(opposite) = opposite(*operator) else { return line.part(formula.root(), 0) };
        [line.worked_out(*left), " ".to_owned(), opposite.symbol().to_owned(), " ".to_owned(), line.worked_out(*right)]
            .concat()
    }

    /// The figure that a formula of a sentence gives, with its unit.
    pub fn figure(&self, formula: &'a Formula, unit: Option<&UnitName>) -> String {
        match evaluate_part(formula, formula.root(), self.view) {
            Outcome::Value(Value::Number(number)) => {
                let number = match formula.nodes.as_slice() {
                    [Node::Metric(place)] => self.metric_number(*place),
                    _ => None,
                }
                .unwrap_or_else(|| self.number(figure_of(number), unit));
                self.with_unit(number, unit)
            }
            Outcome::Value(Value::Truth(truth)) => self.truth(truth).to_owned(),
            Outcome::Value(Value::Date(date)) => date.to_string(),
            Outcome::Value(Value::Text(text)) => match formula.nodes.as_slice() {
                [Node::Field(place)] => self.field(*place),
                _ => cut(text),
            },
            Outcome::Undefined(_) => self.plan().words.undefined.get(self.locale).to_owned(),
            _ => self.plan().words.waiting.get(self.locale).to_owned(),
        }
    }

    /// A number as it is printed: grouped, but for a year.
    pub fn number(&self, number: Decimal, unit: Option<&UnitName>) -> String {
        if is_year(unit) { number.to_string() } else { number.grouped() }
    }

    fn metric_number(&self, place: usize) -> Option<String> {
        match (self.view.metrics.get(place), self.view.plan.metrics.get(place)) {
            (Some(MetricState::Value(value)), Some(metric)) if is_year(metric.unit.as_ref()) => {
                Some(value.fixed(metric.places))
            }
            (Some(MetricState::Value(value)), Some(metric)) => Some(value.grouped_fixed(metric.places)),
            _ => None,
        }
    }

    fn plan(&self) -> &'a Plan {
        self.view.plan
    }

    /// What stands in a field, with its unit.
    pub fn field(&self, place: usize) -> String {
        let Some((field, answer)) = self.view.plan.fields.get(place).zip(self.view.answer(place)) else {
            return String::new();
        };
        match &answer.value {
            Some(AnswerValue::Number(number)) => {
                self.with_unit(self.number(*number, field.unit.as_ref()), field.unit.as_ref())
            }
            _ => self.answer(field, answer),
        }
    }

    fn answer(&self, field: &Field, answer: &Answer) -> String {
        match (&answer.value, &field.kind) {
            (Some(AnswerValue::Number(number)), _) => self.number(*number, field.unit.as_ref()),
            (Some(AnswerValue::Text(text)), _) => cut(text),
            (Some(AnswerValue::Truth(truth)), _) => self.truth(*truth).to_owned(),
            (Some(AnswerValue::Date(date)), _) => date.to_string(),
            (Some(AnswerValue::Choice(place)), FieldKind::Choice(choices)) => {
                choices.get(*place).map_or_else(String::new, |choice| choice.label.get(self.locale).to_owned())
            }
            _ if answer.state == AnswerState::NotApplicable => {
                field.not_applicable.first().cloned().unwrap_or_default()
            }
            _ => self.plan().words.waiting.get(self.locale).to_owned(),
        }
    }

    /// What a metric gives, with its unit, or the pack's word where it gives nothing.
    pub fn metric(&self, place: usize) -> String {
        let Some(metric) = self.plan().metrics.get(place) else { return String::new() };
        match self.view.metrics.get(place) {
            Some(MetricState::Value(_)) => {
                self.with_unit(self.metric_number(place).unwrap_or_default(), metric.unit.as_ref())
            }
            Some(MetricState::Waiting(fields)) => self.waiting_word(fields).to_owned(),
            _ => self.plan().words.undefined.get(self.locale).to_owned(),
        }
    }

    /// 无上年数 where nothing but optional figures of last period is missing, else 待填.
    fn waiting_word(&self, fields: &[usize]) -> &'a str {
        let last = |place: &usize| {
            self.view.plan.fields.get(*place).is_some_and(|field| field.last_of.is_some() && !field.required)
        };
        let words = &self.view.plan.words;
        let word = if !fields.is_empty() && fields.iter().all(last) { &words.no_last } else { &words.waiting };
        word.get(self.locale)
    }

    /// Yes or no.
    pub fn truth(&self, truth: bool) -> &'static str {
        match (self.locale, truth) {
            (Locale::Zh, true) => "是",
            (Locale::Zh, false) => "否",
            (Locale::En, true) => "yes",
            (Locale::En, false) => "no",
        }
    }

    /// A printed number with its unit behind it.
    pub fn with_unit(&self, number: String, unit: Option<&UnitName>) -> String {
        let Some(unit) = unit else { return number };
        let name = match (unit.get(self.locale), self.locale) {
            (english, Locale::En) if number == "1" => singular(english),
            (name, _) => name,
        };
        match (name, unit.share, self.locale) {
            ("", ..) => number,
            ("%" | "‰", ..) => [&number, name].concat(),
            (_, Share::Point, Locale::Zh) => [&number, " 个", name].concat(),
            _ => [&number, " ", name].concat(),
        }
    }
}

/// A calendar year is a number, but nobody writes 2,024.
fn is_year(unit: Option<&UnitName>) -> bool {
    unit.is_some_and(|unit| unit.zh == "年")
}

/// A text as a sentence shows it: a long one is cut.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => [text.get(..end).unwrap_or(""), "…"].concat(),
        None => text.to_owned(),
    }
}

const LONGEST_TEXT: usize = 40;

/// A number as it is printed in a sentence: exactly where four digits behind the point do, else rounded to two.
pub fn figure_of(number: Exact) -> Decimal {
    let exact = number.to_decimal().filter(|decimal| decimal.scale() <= 4);
    exact.or_else(|| number.round(2, Rounding::HalfUp).ok()).unwrap_or_default()
}

fn opposite(operator: BinaryOperator) -> Option<BinaryOperator> {
    Some(match operator {
        BinaryOperator::Equal => BinaryOperator::Unequal,
        BinaryOperator::Unequal => BinaryOperator::Equal,
        BinaryOperator::Less => BinaryOperator::AtLeast,
        BinaryOperator::AtMost => BinaryOperator::Greater,
        BinaryOperator::Greater => BinaryOperator::AtMost,
        BinaryOperator::AtLeast => BinaryOperator::Less,
        _ => return None,
    })
}

/// One formula on its way to paper.
struct Line<'a> {
    printer: Printer<'a>,
    formula: &'a Formula,
    /// Numbers instead of labels.
    numbers: bool,
}

impl Line<'_> {
    fn part(&self, index: NodeIndex, least: u8) -> String {
        let Some(node) = self.formula.nodes.get(index) else { return String::new() };
        let (text, holds) = self.node(node);
        if holds < least { ["(", &text, ")"].concat() } else { text }
    }

    fn node(&self, node: &Node) -> (String, u8) {
        match node {
            Node::Number(number) => (number.grouped(), WHOLE),
            Node::Text(text) => (["“", text, "”"].concat(), WHOLE),
            Node::Truth(truth) => (self.printer.truth(*truth).to_owned(), WHOLE),
            Node::Date(date) => (date.to_string(), WHOLE),
            Node::Field(_) | Node::Metric(_) | Node::Parameter(_) => (self.leaf(node), WHOLE),
            Node::Negate(inner) => (["-", &self.part(*inner, SIGN)].concat(), SIGN),
            Node::Not(inner) => ([self.word("非 ", "not "), &self.part(*inner, NOT)].concat(), NOT),
            Node::Scale(inner, factor) => (self.scaled(*inner, *factor), PRODUCT),
            Node::Binary(operator, left, right) => (self.binary(*operator, *left, *right), operator.binding()),
            Node::Round(inner, places, _) => {
                (["ROUND(", &self.part(*inner, 0), "; ", &places.to_string(), ")"].concat(), WHOLE)
            }
            Node::Matches(text, pattern) => {
                (["MATCHES(", &self.part(*text, 0), "; “", pattern.source(), "”)"].concat(), WHOLE)
            }
            Node::Call(function, arguments) => (self.call(*function, arguments), WHOLE),
        }
    }

    fn word(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.printer.locale == Locale::En { en } else { zh }
    }

    fn leaf(&self, node: &Node) -> String {
        let (plan, locale) = (self.printer.view.plan, self.printer.locale);
        let label = match node {
            Node::Field(place) => plan.fields.get(*place).map(|field| field.label.get(locale)),
            Node::Metric(place) => plan.metrics.get(*place).map(|metric| metric.label.get(locale)),
            Node::Parameter(place) => plan.parameters.get(*place).map(|parameter| parameter.label.get(locale)),
            _ => None,
        };
        if self.numbers { self.leaf_value(node) } else { label.unwrap_or("").to_owned() }
    }

    fn leaf_value(&self, node: &Node) -> String {
        let view = self.printer.view;
        let text = match node {
            Node::Field(place) if !view.counts(*place) => {
                Some(view.plan.words.undefined.get(self.printer.locale).to_owned())
            }
            Node::Field(place) => view
                .plan
                .fields
                .get(*place)
                .zip(view.answer(*place))
                .map(|(field, answer)| self.printer.answer(field, answer)),
            Node::Metric(place) => self.printer.metric_number(*place).or_else(|| Some(self.printer.metric(*place))),
            Node::Parameter(place) => view
                .plan
                .parameters
                .get(*place)
                .map(|parameter| self.printer.number(parameter.value, parameter.unit.as_ref())),
            _ => None,
        };
        let text = text.unwrap_or_default();
        if text.starts_with('-') { ["(", &text, ")"].concat() } else { text }
    }

    fn scaled(&self, inner: NodeIndex, factor: Factor) -> String {
        let mut text = self.part(inner, PRODUCT);
        for (mark, number) in [(" × ", factor.times), (" ÷ ", factor.over)] {
            if number != 1 {
                text.push_str(mark);
                text.push_str(&Decimal::from_int(i64::try_from(number).unwrap_or(i64::MAX)).grouped());
            }
        }
        text
    }

    fn binary(&self, operator: BinaryOperator, left: NodeIndex, right: NodeIndex) -> String {
        let symbol = match operator {
            BinaryOperator::And => self.word("且", "and"),
            BinaryOperator::Or => self.word("或", "or"),
            other => other.symbol(),
        };
        let holds = operator.binding();
        // Taking away and dividing are not the same the other way round.
        let inner = matches!(operator, BinaryOperator::Subtract | BinaryOperator::Divide);
        let right_least = holds.saturating_add(u8::from(inner || operator.is_comparison()));
        [&self.part(left, holds), " ", symbol, " ", &self.part(right, right_least)].concat()
    }

    fn call(&self, function: Function, arguments: &[NodeIndex]) -> String {
        let parts: Vec<String> = arguments.iter().map(|argument| self.part(*argument, 0)).collect();
        [function.name(), "(", &parts.join("; "), ")"].concat()
    }

    /// A side of a comparison, with what it comes to where it is not a number already.
    fn worked_out(&self, side: NodeIndex) -> String {
        let text = self.part(side, 5);
        let is_plain = matches!(
            self.formula.nodes.get(side),
            Some(
                Node::Number(_)
                    | Node::Field(_)
                    | Node::Metric(_)
                    | Node::Parameter(_)
                    | Node::Text(_)
                    | Node::Truth(_)
                    | Node::Date(_)
            )
        );
        match evaluate_part(self.formula, side, self.printer.view) {
            Outcome::Value(Value::Number(number)) if !is_plain => [&text, " = ", &figure_of(number).grouped()].concat(),
            _ => text,
        }
    }
}
