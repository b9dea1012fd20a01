use std::cmp::Ordering;

use crate::formula::{BinaryOperator, Function};
use crate::model::{ArithmeticError, Date, Decimal, Exact, Factor, WhyUndefined};
use crate::pack::{FieldKind, Formula, Node, NodeIndex, Plan};

use super::answer::{Answer, AnswerState, AnswerValue};
use super::state::{FieldState, MetricState};

/// A value while it is computed with.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Value<'a> {
    Number(Exact),
    Truth(bool),
    Text(&'a str),
    Date(Date),
}

/// What a formula gives.
#[derive(Clone, Copy, Debug)]
pub enum Outcome<'a> {
    /// A value.
    Value(Value<'a>),
    /// An operand is not on the form, or does not apply.
    Absent,
    /// An operand is blank or cannot be read.
    Waiting,
    /// Every operand has a value and there is no result all the same.
    Undefined(WhyUndefined),
}

/// What formulas see of a form.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The pack.
    pub plan: &'a Plan,
    pub(super) fields: &'a [FieldState],
    pub(super) metrics: &'a [MetricState],
}

/// What a formula gives on a form. Blank is not zero; nothing is cut short, so that a result never depends on the order of
/// operands: absent outweighs waiting, waiting outweighs undefined.
pub fn evaluate<'a>(formula: &'a Formula, view: View<'a>) -> Outcome<'a> {
    Evaluation { formula, view }.node(formula.nodes.len().saturating_sub(1))
}

/// The figure of one part of a formula.
pub(super) fn evaluate_part<'a>(formula: &'a Formula, part: NodeIndex, view: View<'a>) -> Outcome<'a> {
    Evaluation { formula, view }.node(part)
}

struct Evaluation<'a> {
    formula: &'a Formula,
    view: View<'a>,
}

type Lack<'a> = Outcome<'a>;

impl<'a> Evaluation<'a> {
    fn node(&self, index: NodeIndex) -> Outcome<'a> {
        let result = match self.formula.nodes.get(index) {
            Some(Node::Number(number)) => Ok(Value::Number(Exact::from(*number))),
            Some(Node::Text(text)) => Ok(Value::Text(text)),
            Some(Node::Truth(truth)) => Ok(Value::Truth(*truth)),
            Some(Node::Date(date)) => Ok(Value::Date(*date)),
            Some(Node::Field(field)) => self.view.field(*field),
            Some(Node::Metric(metric)) => self.view.metric(*metric),
            Some(Node::Parameter(place)) => self.parameter(*place),
            Some(Node::Negate(inner)) => self.number(*inner).map(|number| Value::Number(number.neg())),
            Some(Node::Not(inner)) => self.truth(*inner).map(|truth| Value::Truth(!truth)),
            Some(Node::Scale(inner, factor)) => self.scale(*inner, *factor),
            Some(Node::Binary(operator, left, right)) => self.binary(*operator, *left, *right),
            Some(Node::Round(inner, places, rounding)) => self.number(*inner).and_then(|number| {
                let rounded = number.round(*places, *rounding).map_err(undefined)?;
                Ok(Value::Number(rounded.into()))
            }),
            Some(Node::Matches(text, pattern)) => self.value(*text).map(|value| match value {
                Value::Text(text) => Value::Truth(pattern.is_found_in(text)),
                _ => Value::Truth(false),
            }),
            Some(Node::Call(function, arguments)) => self.call(*function, arguments),
            None => Err(Outcome::Absent),
        };
        result.map_or_else(|lack| lack, Outcome::Value)
    }

    fn value(&self, index: NodeIndex) -> Result<Value<'a>, Lack<'a>> {
        match self.node(index) {
            Outcome::Value(value) => Ok(value),
            lack => Err(lack),
        }
    }

    fn number(&self, index: NodeIndex) -> Result<Exact, Lack<'a>> {
        match self.value(index)? {
            Value::Number(number) => Ok(number),
            _ => Err(Outcome::Absent),
        }
    }

    fn truth(&self, index: NodeIndex) -> Result<bool, Lack<'a>> {
        match self.value(index)? {
            Value::Truth(truth) => Ok(truth),
            _ => Err(Outcome::Absent),
        }
    }

    fn parameter(&self, place: usize) -> Result<Value<'a>, Lack<'a>> {
        let parameter = self.view.plan.parameters.get(place).ok_or(Outcome::Absent)?;
        Ok(Value::Number(parameter.value.into()))
    }

    fn scale(&self, inner: NodeIndex, factor: Factor) -> Result<Value<'a>, Lack<'a>> {
        scaled(self.number(inner)?, factor).map(Value::Number).map_err(undefined)
    }

    fn binary(&self, operator: BinaryOperator, left: NodeIndex, right: NodeIndex) -> Result<Value<'a>, Lack<'a>> {
        let (left, right) = both(self.node(left), self.node(right))?;
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => arithmetic(operator, left, right).map_err(undefined),
            (Value::Truth(left), Value::Truth(right)) => Ok(Value::Truth(match operator {
                BinaryOperator::And => left && right,
                BinaryOperator::Or => left || right,
                BinaryOperator::Unequal => left != right,
                _ => left == right,
            })),
            (Value::Text(left), Value::Text(right)) => Ok(Value::Truth(holds(operator, left.cmp(right)))),
            (Value::Date(left), Value::Date(right)) => Ok(Value::Truth(holds(operator, left.cmp(&right)))),
            _ => Err(Outcome::Absent),
        }
    }

    fn call(&self, function: Function, arguments: &[NodeIndex]) -> Result<Value<'a>, Lack<'a>> {
        match function {
            Function::If => self.branch(arguments),
            Function::Count | Function::IsBlank => self.presence(function, arguments),
            Function::Abs => {
                let number = self.number(arguments.first().copied().unwrap_or_default())?;
                Ok(Value::Number(number.abs()))
            }
            Function::And | Function::Or => {
                let truths = self.all(arguments, Self::truth)?;
                let any = function == Function::Or;
                Ok(Value::Truth(if any { truths.contains(&true) } else { !truths.contains(&false) }))
            }
            _ => {
                let mut numbers = self.all(arguments, Self::number)?.into_iter();
                let first = numbers.next().ok_or(Outcome::Absent)?;
                numbers
                    .try_fold(first, |so_far, next| fold(function, so_far, next))
                    .map(Value::Number)
                    .map_err(undefined)
            }
        }
    }

    /// Every argument is looked at, so that an absent one outweighs a blank one before it.
    fn all<T>(
        &self,
        arguments: &[NodeIndex],
        read: fn(&Self, NodeIndex) -> Result<T, Lack<'a>>,
    ) -> Result<Vec<T>, Lack<'a>> {
        let mut values = Vec::with_capacity(arguments.len());
        let mut lack = None;
        for argument in arguments {
            match read(self, *argument) {
                Ok(value) => values.push(value),
                Err(found) => lack = Some(lack.map_or(found, |lack| heavier(lack, found))),
            }
        }
        lack.map_or(Ok(values), Err)
    }

    fn branch(&self, arguments: &[NodeIndex]) -> Result<Value<'a>, Lack<'a>> {
        let [condition, then, otherwise] = arguments else { return Err(Outcome::Absent) };
        self.value(if self.truth(*condition)? { *then } else { *otherwise })
    }

    fn presence(&self, function: Function, arguments: &[NodeIndex]) -> Result<Value<'a>, Lack<'a>> {
        let mut filled = 0;
        for argument in arguments {
            match self.node(*argument) {
                Outcome::Value(_) => filled = i64::saturating_add(filled, 1),
                Outcome::Absent => return Err(Outcome::Absent),
                _ => {}
            }
        }
        Ok(match function {
            Function::Count => Value::Number(Decimal::from_int(filled).into()),
            _ => Value::Truth(filled == 0),
        })
    }
}

impl<'a> View<'a> {
    /// A pack without a form: labels can be printed, figures cannot.
    pub fn of(plan: &'a Plan) -> Self {
        Self { plan, fields: &[], metrics: &[] }
    }

    /// Whether the field at `place` is on the form, or last period's value stands in for it.
    pub(super) fn counts(self, place: usize) -> bool {
        self.fields.get(place).is_some_and(|field| field.counts)
    }

    /// What the field at `place` says.
    pub fn answer(self, place: usize) -> Option<&'a Answer> {
        self.fields.get(place).map(|field| &field.answer)
    }

    pub(super) fn field(self, place: usize) -> Result<Value<'a>, Lack<'a>> {
        let field = self.fields.get(place).ok_or(Outcome::Absent)?;
        let answer = &field.answer;
        match &answer.value {
            Some(_) if !field.counts => Err(Outcome::Absent),
            Some(AnswerValue::Number(number)) => Ok(Value::Number((*number).into())),
            Some(AnswerValue::Text(text)) => Ok(Value::Text(text)),
            Some(AnswerValue::Truth(truth)) => Ok(Value::Truth(*truth)),
            Some(AnswerValue::Date(date)) => Ok(Value::Date(*date)),
            Some(AnswerValue::Choice(choice)) => self.choice(place, *choice).map(Value::Text),
            None if !field.counts || answer.state == AnswerState::NotApplicable => Err(Outcome::Absent),
            None => Err(Outcome::Waiting),
        }
    }

    fn choice(self, place: usize, choice: usize) -> Result<&'a str, Lack<'a>> {
        match self.plan.fields.get(place).map(|field| &field.kind) {
            Some(FieldKind::Choice(choices)) => {
                choices.get(choice).map(|choice| choice.value.as_str()).ok_or(Outcome::Absent)
            }
            _ => Err(Outcome::Absent),
        }
    }

    fn metric(self, place: usize) -> Result<Value<'a>, Lack<'a>> {
        match self.metrics.get(place) {
            Some(MetricState::Value(value)) => Ok(Value::Number((*value).into())),
            Some(MetricState::Waiting(_)) => Err(Outcome::Waiting),
            Some(MetricState::Undefined(why, _)) => Err(Outcome::Undefined(*why)),
            Some(MetricState::Absent) | None => Err(Outcome::Absent),
        }
    }
}

fn undefined<'a>(error: ArithmeticError) -> Lack<'a> {
    Outcome::Undefined(match error {
        ArithmeticError::DivisionByZero => WhyUndefined::ZeroDivisor,
        ArithmeticError::TooLarge => WhyUndefined::TooLarge,
    })
}

/// A figure in another unit.
pub(super) fn scaled(number: Exact, factor: Factor) -> Result<Exact, ArithmeticError> {
    number.mul(count(factor.times)).and_then(|number| number.div(count(factor.over)))
}

fn count(number: u64) -> Exact {
    Exact::from(Decimal::from_int(i64::try_from(number).unwrap_or(i64::MAX)))
}

fn weight(outcome: &Outcome<'_>) -> u8 {
    match outcome {
        Outcome::Value(_) => 0,
        Outcome::Undefined(_) => 1,
        Outcome::Waiting => 2,
        Outcome::Absent => 3,
    }
}

fn heavier<'a>(one: Outcome<'a>, other: Outcome<'a>) -> Outcome<'a> {
    if weight(&other) > weight(&one) { other } else { one }
}

fn both<'a>(left: Outcome<'a>, right: Outcome<'a>) -> Result<(Value<'a>, Value<'a>), Lack<'a>> {
    match (left, right) {
        (Outcome::Value(left), Outcome::Value(right)) => Ok((left, right)),
        (left, right) => Err(heavier(left, right)),
    }
}

#[inline(always)]
pub(super) fn holds(operator: BinaryOperator, ordering: Ordering) -> bool {
    match operator {
        BinaryOperator::Equal => ordering.is_eq(),
        BinaryOperator::Unequal => ordering.is_ne(),
        BinaryOperator::Less => ordering.is_lt(),
        BinaryOperator::AtMost => ordering.is_le(),
        BinaryOperator::Greater => ordering.is_gt(),
        _ => ordering.is_ge(),
    }
}

fn arithmetic<'a>(operator: BinaryOperator, left: Exact, right: Exact) -> Result<Value<'a>, ArithmeticError> {
    match operator {
        BinaryOperator::Add => left.add(right).map(Value::Number),
        BinaryOperator::Subtract => left.sub(right).map(Value::Number),
        BinaryOperator::Multiply => left.mul(right).map(Value::Number),
        BinaryOperator::Divide => left.div(right).map(Value::Number),
        comparison => left.compare(right).map(|ordering| Value::Truth(holds(comparison, ordering))),
    }
}

fn fold(function: Function, so_far: Exact, next: Exact) -> Result<Exact, ArithmeticError> {
    let smaller = || next.compare(so_far).map(Ordering::is_lt);
    match function {
        Function::Min => Ok(if smaller()? { next } else { so_far }),
        Function::Max => Ok(if smaller()? { so_far } else { next }),
        _ => so_far.add(next),
    }
}
