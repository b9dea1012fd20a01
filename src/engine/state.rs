use crate::model::{Decimal, WhyUndefined};
use crate::pack::NodeIndex;

use super::answer::Answer;

/// One field of a form being filled.
#[derive(Clone, Debug)]
pub(super) struct FieldState {
    /// What the person typed, as typed.
    pub(super) typed: String,
    /// Last period's value for it, used while nothing is typed.
    pub(super) prior: Option<String>,
    /// Whether the form has it.
    pub(super) present: bool,
    /// Whether formulas see it: it is on the form, or last period's value stands in for it.
    pub(super) counts: bool,
    /// What it says.
    pub(super) answer: Answer,
}

/// What a metric gives.
#[derive(Clone, Debug, PartialEq)]
pub enum MetricState {
    /// The rounded figure.
    Value(Decimal),
    /// It waits for these fields, in the order of its formula.
    Waiting(Vec<usize>),
    /// It has no result although every operand has a value; with the divisor that is 0.
    Undefined(WhyUndefined, Option<Divisor>),
    /// It depends on something that the form does not have.
    Absent,
}

/// A divisor, by its place in the formula of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divisor {
    /// Place of the metric.
    pub metric: usize,
    /// Place in its formula.
    pub part: NodeIndex,
}

/// What a rule says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Its assertion holds.
    Passes,
    /// Its assertion does not hold.
    Fails,
    /// Its condition does not hold.
    NotApplicable,
    /// An operand is blank.
    Waiting,
    /// An operand is undefined: the metric says why.
    Undefined,
    /// It depends on something that the form does not have.
    #[default]
    Absent,
}
