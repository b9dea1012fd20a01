//! Formulas to steps.

use crate::formula::{BinaryOperator, Function};
use crate::pack::{Formula, Node, NodeIndex, Plan};

use super::{Action, Code, Register, Slot, Step};

/// Writes the steps of one formula after the other.
pub(super) struct Coder<'a> {
    plan: &'a Plan,
    pub(super) registers: Vec<Slot>,
    pub(super) steps: Vec<Step>,
    pub(super) first_metric: Register,
    pub(super) first_step: Register,
    /// The registers of the nodes of the formula at hand.
    nodes: Vec<Register>,
    /// Where the steps of the formula at hand begin.
    from: usize,
}

impl<'a> Coder<'a> {
    /// Registers for every field, every metric, and the steps of the longest formula.
    pub(super) fn new(plan: &'a Plan) -> Self {
        let first_metric = plan.fields.len();
        let first_step = first_metric.saturating_add(plan.metrics.len());
        let formulas = plan.metrics.iter().map(|metric| &metric.formula);
        let formulas = formulas.chain(plan.rules.iter().flat_map(|rule| rule.when.iter().chain([&rule.assert])));
        let longest = formulas.map(most_steps).max().unwrap_or(0);
        let registers = vec![Slot::ABSENT; first_step.saturating_add(longest)];
        Self { plan, registers, steps: Vec::new(), first_metric, first_step, nodes: Vec::new(), from: 0 }
    }

    /// The steps of a formula; `None` where a node of it is not for the short way.
    pub(super) fn formula(&mut self, formula: &Formula) -> Option<Code> {
        self.nodes.clear();
        self.from = self.steps.len();
        for node in &formula.nodes {
            let Some(register) = self.node(node) else {
                self.steps.truncate(self.from);
                return None;
            };
            self.nodes.push(register);
        }
        Some(Code { from: self.from, to: self.steps.len(), result: self.nodes.last().copied()? })
    }

    fn node(&mut self, node: &Node) -> Option<Register> {
        Some(match node {
            Node::Field(place) => *place,
            Node::Metric(place) => self.first_metric.saturating_add(*place),
            Node::Number(number) => self.constant(Slot::of(*number)),
            Node::Truth(truth) => self.constant(Slot::truth(*truth)),
            Node::Parameter(place) => self.constant(Slot::of(self.plan.parameters.get(*place)?.value)),
            Node::Negate(inner) => self.unary(Action::Negate, *inner)?,
            Node::Not(inner) => self.unary(Action::Not, *inner)?,
            Node::Round(inner, places, way) => self.unary(Action::Round(*places, *way), *inner)?,
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.register(*left)?, self.register(*right)?);
                self.step(Action::Binary(*operator), left, right)
            }
            Node::Scale(inner, factor) => {
                let (inner, ratio) = (self.register(*inner)?, self.constant(Slot::ratio(factor.times, factor.over)));
                self.step(Action::Binary(BinaryOperator::Multiply), inner, ratio)
            }
            Node::Call(function, arguments) => self.call(*function, arguments)?,
            Node::Text(_) | Node::Date(_) | Node::Matches(..) => return None,
        })
    }

    fn call(&mut self, function: Function, arguments: &[NodeIndex]) -> Option<Register> {
        let action = match (function, arguments) {
            (Function::If, [condition, then, otherwise]) => {
                let (condition, then) = (self.register(*condition)?, self.register(*then)?);
                let otherwise = self.register(*otherwise)?;
                return Some(self.step(Action::If(otherwise), condition, then));
            }
            (Function::Abs, [inner]) => return self.unary(Action::Abs, *inner),
            (Function::IsBlank, [inner]) => return self.unary(Action::IsBlank, *inner),
            (Function::And, _) => Action::Binary(BinaryOperator::And),
            (Function::Or, _) => Action::Binary(BinaryOperator::Or),
            (Function::Sum, _) => Action::Binary(BinaryOperator::Add),
            (Function::Min, _) => Action::Smaller,
            (Function::Max, _) => Action::Larger,
            _ => return None,
        };
        let (first, more) = arguments.split_first()?;
        let mut so_far = self.register(*first)?;
        for next in more {
            let next = self.register(*next)?;
            so_far = self.step(action, so_far, next);
        }
        Some(so_far)
    }

    fn unary(&mut self, action: Action, inner: NodeIndex) -> Option<Register> {
        let inner = self.register(inner)?;
        Some(self.step(action, inner, inner))
    }

    fn step(&mut self, action: Action, left: Register, right: Register) -> Register {
        let count = self.steps.len().saturating_sub(self.from);
        self.steps.push(Step { action, left, right });
        self.first_step.saturating_add(count)
    }

    fn constant(&mut self, slot: Slot) -> Register {
        self.registers.push(slot);
        self.registers.len().saturating_sub(1)
    }

    fn register(&self, node: NodeIndex) -> Option<Register> {
        self.nodes.get(node).copied()
    }
}

/// One step a node, and one an argument.
fn most_steps(formula: &Formula) -> usize {
    let arguments = |node: &Node| if let Node::Call(_, arguments) = node { arguments.len() } else { 1 };
    formula.nodes.iter().map(arguments).sum()
}
