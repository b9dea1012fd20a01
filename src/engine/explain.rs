use crate::formula::BinaryOperator;
use crate::pack::{Formula, Node};

use super::evaluate::{Outcome, Value, evaluate_part};
use super::print::Printer;
use super::state::MetricState;

/// What can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Place of a field.
    Field(usize),
    /// Place of a metric.
    Metric(usize),
    /// Place of a rule.
    Rule(usize),
}

/// A name that a formula uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// Place of a field.
    Field(usize),
    /// Place of a metric.
    Metric(usize),
    /// Place of a parameter.
    Parameter(usize),
}

impl Operand {
    /// The names of several formulas, each once, in the order in which they appear.
    pub fn of<'f>(formulas: impl IntoIterator<Item = &'f Formula>) -> Vec<Self> {
        let mut operands = Vec::new();
        for node in formulas.into_iter().flat_map(|formula| &formula.nodes) {
            let operand = match node {
                Node::Field(place) => Self::Field(*place),
                Node::Metric(place) => Self::Metric(*place),
                Node::Parameter(place) => Self::Parameter(*place),
                _ => continue,
            };
            if !operands.contains(&operand) {
                operands.push(operand);
            }
        }
        operands
    }
}

/// The first divisor that is 0, in labels: why a formula has no result. Metrics that it names are looked into.
pub fn zero_divisor(formula: &Formula, printer: Printer<'_>) -> Option<String> {
    for node in &formula.nodes {
        let found = match node {
            Node::Binary(BinaryOperator::Divide, _, divisor) => {
                is_zero(formula, *divisor, printer).then(|| printer.labels(formula, *divisor))
            }
            Node::Metric(place) if matches!(printer.view.metrics.get(*place), Some(MetricState::Undefined(_))) => {
                printer.view.plan.metrics.get(*place).and_then(|metric| zero_divisor(&metric.formula, printer))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn is_zero(formula: &Formula, part: usize, printer: Printer<'_>) -> bool {
    matches!(evaluate_part(formula, part, printer.view), Outcome::Value(Value::Number(number)) if number.is_zero())
}
