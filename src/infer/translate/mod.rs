//! Rules as demands on the fields that are not known.

mod call;
mod seen;

use crate::engine::{Answer, AnswerState, Session};
use crate::formula::BinaryOperator;
use crate::pack::{FieldKind, Formula, Node, NodeIndex};

use super::demand::Demand;
use super::number::Number;
use super::ratio::Ratio;
use super::system::System;
use super::tableau::Side;
use seen::{
    Cases, Seen, case, certain, chosen, crossed, day, each, equal, figure, kept_silent, known, listed, open, truth,
};

/// A metric of a metric of a metric … so deep is not followed further.
const DEEPEST: u8 = 12;
/// Nor is a rule of more parts than that.
const MOST_PARTS: usize = 4096;

/// Reads a rule as a demand on the fields that are variables. What it cannot read could be anything: the demand never forbids what
/// the rule allows.
pub(super) struct Translator<'a, 's> {
    session: &'a Session,
    system: &'s mut System,
    /// Where this holds, a divisor is nought and the rule says nothing.
    silence: Demand,
    depth: u8,
    parts: usize,
}

impl<'a, 's> Translator<'a, 's> {
    pub(super) fn new(session: &'a Session, system: &'s mut System) -> Self {
        Self { session, system, silence: Demand::Never, depth: 0, parts: 0 }
    }

    /// What must hold so that the rule does not fail.
    pub(super) fn rule(mut self, place: usize) -> Demand {
        let Some(rule) = self.session.plan().rules.get(place) else { return Demand::Always };
        let when = rule.when.as_ref().map_or(Seen::Truth(Demand::Always), |when| self.formula(when));
        let assert = self.formula(&rule.assert);
        if matches!(when, Seen::Silent) || matches!(assert, Seen::Silent) {
            return Demand::Always;
        }
        self.silence.or(truth(&when).not()).or(truth(&assert))
    }

    fn formula(&mut self, formula: &'a Formula) -> Seen<'a> {
        let mut seen: Vec<Seen<'a>> = Vec::with_capacity(formula.nodes.len());
        for node in &formula.nodes {
            let next = self.node(node, &seen);
            seen.push(next);
        }
        seen.pop().unwrap_or(Seen::Silent)
    }

    #[inline(never)]
    fn node(&mut self, node: &'a Node, seen: &[Seen<'a>]) -> Seen<'a> {
        let at = |index: NodeIndex| seen.get(index).unwrap_or(&Seen::Silent);
        self.parts = self.parts.saturating_add(1);
        match node {
            Node::Number(number) => figure(*number),
            Node::Text(text) => Seen::Text(text),
            Node::Truth(truth) => Seen::Truth(Demand::of(*truth)),
            Node::Date(date) => day(*date),
            Node::Field(field) => self.field(*field),
            Node::Metric(metric) => self.metric(*metric),
            Node::Parameter(place) => {
                let parameter = self.session.plan().parameters.get(*place);
                parameter.map_or(Seen::Silent, |parameter| figure(parameter.value))
            }
            Node::Negate(inner) => each(at(*inner), &|number| number.times(&Ratio::MINUS)),
            Node::Not(inner) => kept_silent(at(*inner), &|seen| Seen::Truth(truth(seen).not())),
            Node::Scale(inner, factor) => {
                let factor = Ratio::whole(factor.times.into()).div(&Ratio::whole(factor.over.into()));
                each(at(*inner), &|number| number.times(&factor))
            }
            Node::Binary(operator, left, right) => self.binary(*operator, at(*left), at(*right)),
            Node::Round(inner, places, way) => each(at(*inner), &|number| number.rounded(*places, *way)),
            Node::Matches(inner, pattern) => kept_silent(at(*inner), &|seen| {
                Seen::Truth(match seen {
                    Seen::Text(text) => Demand::of(pattern.is_found_in(text)),
                    Seen::Choice(variable, choices) => chosen(*variable, choices, &|value| pattern.is_found_in(value)),
                    _ => Demand::Open,
                })
            }),
            Node::Call(function, arguments) => {
                let arguments: Vec<&Seen<'a>> = arguments.iter().map(|index| at(*index)).collect();
                self.call(*function, &arguments)
            }
        }
    }

    #[inline(never)]
    fn field(&self, place: usize) -> Seen<'a> {
        let Some(field) = self.session.plan().fields.get(place) else { return Seen::Silent };
        if let Some(variable) = self.system.variable_of(place) {
            let unit = self.system.fields.get(variable).map_or(Ratio::LOST, |field| field.1);
            return match &field.kind {
                FieldKind::Choice(choices) => Seen::Choice(variable, choices),
                FieldKind::Truth => Seen::Truth(Demand::Bound(variable, Side::Lower, Ratio::ONE, false)),
                _ => certain(Number::of(vec![(variable, unit)])),
            };
        }
        match self.session.answer(place) {
            Some(Answer { state: AnswerState::NotApplicable, .. }) => Seen::Silent,
            Some(Answer { value: Some(value), .. }) if self.session.counts(place) => known(value, &field.kind),
            _ => open(),
        }
    }

    #[inline(never)]
    fn metric(&mut self, place: usize) -> Seen<'a> {
        let is_followed = self.depth < DEEPEST && self.parts < MOST_PARTS;
        let Some(metric) = self.session.plan().metrics.get(place).filter(|_| is_followed) else { return open() };
        self.depth = self.depth.saturating_add(1);
        let exact = self.formula(&metric.formula);
        self.depth = self.depth.saturating_sub(1);
        let places = i8::try_from(metric.places).unwrap_or(i8::MAX);
        each(&exact, &|number| number.rounded(places, metric.rounding))
    }

    #[inline(never)]
    fn binary(&mut self, operator: BinaryOperator, left: &Seen<'a>, right: &Seen<'a>) -> Seen<'a> {
        match (left, right) {
            (Seen::Silent, _) | (_, Seen::Silent) => Seen::Silent,
            (Seen::Number(left), Seen::Number(right)) if operator.is_comparison() => {
                self.compared(operator, left, right)
            }
            (Seen::Number(left), Seen::Number(right)) => self.arithmetic(operator, left, right),
            _ => Seen::Truth(match operator {
                BinaryOperator::And => truth(left).and(truth(right)),
                BinaryOperator::Or => truth(left).or(truth(right)),
                BinaryOperator::Equal => equal(left, right),
                BinaryOperator::Unequal => equal(left, right).not(),
                _ => Demand::Open,
            }),
        }
    }
    fn compared(&mut self, operator: BinaryOperator, left: &Cases, right: &Cases) -> Seen<'a> {
        let mut any = Demand::Never;
        crossed(left, right, &mut |both, one, other| {
            let holds = self.difference_sign(one, other, operator);
            any = std::mem::replace(&mut any, Demand::Never).or(both.and(holds));
        });
        Seen::Truth(any)
    }

    fn difference_sign(&mut self, one: &Number, other: &Number, operator: BinaryOperator) -> Demand {
        one.plus(other, &Ratio::MINUS).sign(operator, self.system)
    }

    fn arithmetic(&mut self, operator: BinaryOperator, left: &Cases, right: &Cases) -> Seen<'a> {
        if operator == BinaryOperator::Divide {
            for (when, divisor) in right {
                if divisor.as_constant().is_some_and(Ratio::is_zero) {
                    return if right.len() == 1 { Seen::Silent } else { open() };
                }
                let zero = divisor.sign(BinaryOperator::Equal, self.system);
                let silence = std::mem::replace(&mut self.silence, Demand::Never);
                self.silence = silence.or(when.clone().and(zero));
            }
        }
        let mut cases = Cases::new();
        crossed(left, right, &mut |both, left, right| {
            let joined = match operator {
                BinaryOperator::Add => left.plus(right, &Ratio::ONE),
                BinaryOperator::Subtract => left.plus(right, &Ratio::MINUS),
                BinaryOperator::Multiply => left.product(right),
                _ => left.product(&right.inverse()),
            };
            case(&mut cases, both, joined);
        });
        listed(cases)
    }
}
