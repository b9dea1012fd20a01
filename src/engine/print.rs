use crate::formula::{BinaryOperator, Function};
use crate::model::{Decimal, Exact, Factor, Locale, Rounding, Share, head_of, singular};
use crate::pack::{Field, FieldKind, Formula, Metric, Node, NodeIndex, Plan, UnitName};

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
        let line = |numbers| Line { printer: *self, formula, numbers }.whole();
        Printed { formula: line(false), substituted: line(true) }
    }

    /// One part of a formula in labels.
    pub fn labels(&self, formula: &Formula, part: NodeIndex) -> String {
        let mut out = String::new();
        Line { printer: *self, formula, numbers: false }.part(part, 0, &mut out);
        out
    }

    /// Writes what a failed assertion comes to: `2,500 > 2,436`, `1,200 + 300 = 1,500 ≠ 1,518`. False, and nothing written, for
    /// the form of a text, which is no comparison in numbers.
    pub fn push_failure(&self, formula: &'a Formula, out: &mut String) -> bool {
        if formula.nodes.iter().any(|node| matches!(node, Node::Matches(..))) {
            return false;
        }
        let line = Line { printer: *self, formula, numbers: true };
        let opposed = match formula.nodes.get(formula.root()) {
            Some(Node::Binary(operator, left, right)) => opposite(*operator).map(|opposite| (opposite, *left, *right)),
            _ => None,
        };
        match opposed {
            Some((operator, left, right)) => {
                line.worked_out(left, out);
                push_all(&[" ", operator.symbol(), " "], out);
                line.worked_out(right, out);
            }
            None => line.part(formula.root(), 0, out),
        }
        true
    }

    /// Writes the figure that a formula of a sentence gives, with its unit.
    pub fn push_figure(&self, formula: &'a Formula, unit: Option<&UnitName>, out: &mut String) {
        if let [Node::Metric(place)] = formula.nodes.as_slice()
            && let Some((metric, value)) = self.metric_value(*place)
        {
            let from = out.len();
            push_metric_number(metric, value, out);
            return self.push_unit(unit, out.get(from..) == Some("1"), out);
        }
        match evaluate_part(formula, formula.root(), self.view) {
            Outcome::Value(Value::Number(number)) => {
                let from = out.len();
                push_number(figure_of(number), unit, out);
                self.push_unit(unit, out.get(from..) == Some("1"), out);
            }
            Outcome::Value(Value::Truth(truth)) => out.push_str(self.truth(truth)),
            Outcome::Value(Value::Date(date)) => out.push_str(&date.iso()),
            Outcome::Value(Value::Text(text)) => match formula.nodes.as_slice() {
                [Node::Field(place)] => out.push_str(&self.field(*place)),
                _ => push_cut(text, out),
            },
            Outcome::Undefined(_) => out.push_str(self.plan().words.undefined.get(self.locale)),
            _ => out.push_str(self.plan().words.waiting.get(self.locale)),
        }
    }

    /// A number as it is printed: grouped, but for a year.
    pub fn number(&self, number: Decimal, unit: Option<&UnitName>) -> String {
        let mut out = String::new();
        push_number(number, unit, &mut out);
        out
    }

    fn metric_value(&self, place: usize) -> Option<(&'a Metric, Decimal)> {
        match self.view.metrics.get(place)? {
            MetricState::Value(value) => Some((self.view.plan.metrics.get(place)?, *value)),
            _ => None,
        }
    }

    /// Writes what a metric that has a figure shows, with its unit.
    pub fn push_metric(&self, metric: &Metric, value: Decimal, out: &mut String) {
        let from = out.len();
        push_metric_number(metric, value, out);
        let is_one = out.get(from..) == Some("1");
        self.push_unit(metric.unit.as_ref(), is_one, out);
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
            (Some(AnswerValue::Text(text)), _) => {
                let mut out = String::new();
                push_cut(text, &mut out);
                out
            }
            (Some(AnswerValue::Truth(truth)), _) => self.truth(*truth).to_owned(),
            (Some(AnswerValue::Date(date)), _) => date.iso(),
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
        if let Some((metric, value)) = self.metric_value(place) {
            let mut out = String::new();
            self.push_metric(metric, value, &mut out);
            return out;
        }
        self.missing(place).to_owned()
    }

    /// The pack's word for a metric that gives nothing.
    fn missing(&self, place: usize) -> &'a str {
        match self.view.metrics.get(place) {
            Some(MetricState::Waiting(fields)) => self.waiting_word(fields),
            _ => self.plan().words.undefined.get(self.locale),
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
    pub fn with_unit(&self, mut number: String, unit: Option<&UnitName>) -> String {
        let is_one = number == "1";
        self.push_unit(unit, is_one, &mut number);
        number
    }

    fn push_unit(&self, unit: Option<&UnitName>, is_one: bool, out: &mut String) {
        let Some(unit) = unit else { return };
        let name = match (unit.get(self.locale), self.locale) {
            (english, Locale::En) if is_one => singular(english),
            (name, _) => name,
        };
        out.push_str(match (name, unit.share, self.locale) {
            ("" | "%" | "‰", ..) => "",
            (_, Share::Point, Locale::Zh) => " 个",
            _ => " ",
        });
        out.push_str(name);
    }
}

fn push_metric_number(metric: &Metric, value: Decimal, out: &mut String) {
    value.write_fixed(metric.places, !is_year(metric.unit.as_ref()), out);
}

/// A calendar year is a number, but nobody writes 2,024.
fn is_year(unit: Option<&UnitName>) -> bool {
    unit.is_some_and(|unit| unit.zh == "年")
}

fn push_number(number: Decimal, unit: Option<&UnitName>, out: &mut String) {
    number.write_shortest(!is_year(unit), out);
}

fn push_all(parts: &[&str], out: &mut String) {
    parts.iter().for_each(|part| out.push_str(part));
}

/// A text as a sentence shows it: a long one is cut.
fn push_cut(text: &str, out: &mut String) {
    match head_of(text, LONGEST_TEXT) {
        Some(head) => push_all(&[head, "…"], out),
        None => out.push_str(text),
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
    fn whole(&self) -> String {
        let mut out = String::new();
        self.part(self.formula.root(), 0, &mut out);
        out
    }

    /// Writes a part, in parentheses where it holds together less than its place asks for.
    fn part(&self, index: NodeIndex, least: u8, out: &mut String) {
        let Some(node) = self.formula.nodes.get(index) else { return };
        let loose = holds(node) < least;
        push_all(&[if loose { "(" } else { "" }], out);
        self.node(node, out);
        push_all(&[if loose { ")" } else { "" }], out);
    }

    fn node(&self, node: &Node, out: &mut String) {
        match node {
            Node::Number(number) => number.write_shortest(true, out),
            Node::Text(text) => push_all(&["“", text, "”"], out),
            Node::Truth(truth) => out.push_str(self.printer.truth(*truth)),
            Node::Date(date) => out.push_str(&date.iso()),
            Node::Field(_) | Node::Metric(_) | Node::Parameter(_) => self.leaf(node, out),
            Node::Negate(inner) => {
                out.push('-');
                self.part(*inner, SIGN, out);
            }
            Node::Not(inner) => {
                out.push_str(self.word("非 ", "not "));
                self.part(*inner, NOT, out);
            }
            Node::Scale(inner, factor) => self.scaled(*inner, *factor, out),
            Node::Binary(operator, left, right) => self.binary(*operator, *left, *right, out),
            Node::Round(inner, places, _) => {
                out.push_str("ROUND(");
                self.part(*inner, 0, out);
                push_all(&["; ", &Decimal::from_int(i64::from(*places)).canonical(), ")"], out);
            }
            Node::Matches(text, pattern) => {
                out.push_str("MATCHES(");
                self.part(*text, 0, out);
                push_all(&["; “", pattern.source(), "”)"], out);
            }
            Node::Call(function, arguments) => self.call(*function, arguments, out),
        }
    }

    fn word(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.printer.locale == Locale::En { en } else { zh }
    }

    fn leaf(&self, node: &Node, out: &mut String) {
        let (plan, locale) = (self.printer.view.plan, self.printer.locale);
        if self.numbers {
            let from = out.len();
            self.leaf_value(node, out);
            if out.get(from..).is_some_and(|value| value.starts_with('-')) {
                out.insert(from, '(');
                out.push(')');
            }
            return;
        }
        let label = match node {
            Node::Field(place) => plan.fields.get(*place).map(|field| field.label.get(locale)),
            Node::Metric(place) => plan.metrics.get(*place).map(|metric| metric.label.get(locale)),
            Node::Parameter(place) => plan.parameters.get(*place).map(|parameter| parameter.label.get(locale)),
            _ => None,
        };
        out.push_str(label.unwrap_or(""));
    }

    fn leaf_value(&self, node: &Node, out: &mut String) {
        let view = self.printer.view;
        match node {
            Node::Field(place) if !view.counts(*place) => {
                out.push_str(view.plan.words.undefined.get(self.printer.locale));
            }
            Node::Field(place) => {
                let Some((field, answer)) = view.plan.fields.get(*place).zip(view.answer(*place)) else { return };
                match &answer.value {
                    Some(AnswerValue::Number(number)) => push_number(*number, field.unit.as_ref(), out),
                    _ => out.push_str(&self.printer.answer(field, answer)),
                }
            }
            Node::Metric(place) => match self.printer.metric_value(*place) {
                Some((metric, value)) => push_metric_number(metric, value, out),
                None => out.push_str(self.printer.missing(*place)),
            },
            Node::Parameter(place) => {
                if let Some(parameter) = view.plan.parameters.get(*place) {
                    push_number(parameter.value, parameter.unit.as_ref(), out);
                }
            }
            _ => {}
        }
    }

    fn scaled(&self, inner: NodeIndex, factor: Factor, out: &mut String) {
        self.part(inner, PRODUCT, out);
        for (mark, number) in [(" × ", factor.times), (" ÷ ", factor.over)] {
            if number != 1 {
                out.push_str(mark);
                Decimal::from_int(i64::try_from(number).unwrap_or(i64::MAX)).write_shortest(true, out);
            }
        }
    }

    fn binary(&self, operator: BinaryOperator, left: NodeIndex, right: NodeIndex, out: &mut String) {
        let symbol = match operator {
            BinaryOperator::And => self.word("且", "and"),
            BinaryOperator::Or => self.word("或", "or"),
            other => other.symbol(),
        };
        let holds = operator.binding();
        // Taking away and dividing are not the same the other way round.
        let inner = matches!(operator, BinaryOperator::Subtract | BinaryOperator::Divide);
        let right_least = holds.saturating_add(u8::from(inner || operator.is_comparison()));
        self.part(left, holds, out);
        push_all(&[" ", symbol, " "], out);
        self.part(right, right_least, out);
    }

    fn call(&self, function: Function, arguments: &[NodeIndex], out: &mut String) {
        push_all(&[function.name(), "("], out);
        for (place, argument) in arguments.iter().enumerate() {
            push_all(&[if place > 0 { "; " } else { "" }], out);
            self.part(*argument, 0, out);
        }
        out.push(')');
    }

    /// A side of a comparison, with what it comes to where it is not a number already.
    fn worked_out(&self, side: NodeIndex, out: &mut String) {
        self.part(side, 5, out);
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
        if is_plain {
            return;
        }
        if let Outcome::Value(Value::Number(number)) = evaluate_part(self.formula, side, self.printer.view) {
            out.push_str(" = ");
            figure_of(number).write_shortest(true, out);
        }
    }
}

/// How tightly a printed part holds together.
fn holds(node: &Node) -> u8 {
    match node {
        Node::Negate(_) => SIGN,
        Node::Not(_) => NOT,
        Node::Scale(..) => PRODUCT,
        Node::Binary(operator, ..) => operator.binding(),
        _ => WHOLE,
    }
}
