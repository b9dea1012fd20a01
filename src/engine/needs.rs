use std::collections::BTreeSet;

use crate::formula::{BinaryOperator, Function};
use crate::pack::{Formula, Node, NodeIndex};

use super::evaluate::{Outcome, Value, View, evaluate_part};
use super::state::{Divisor, MetricState};

/// The fields that a formula waits for, each once, in the order in which it names them.
pub(super) fn waiting_for(formula: &Formula, view: View<'_>) -> Vec<usize> {
    let mut fields = Fields::default();
    look(formula, formula.root(), view, &mut fields);
    fields.list
}

/// A list without doubles; where it grows long, what is in it is looked up instead of searched.
#[derive(Default)]
struct Fields {
    list: Vec<usize>,
    seen: BTreeSet<usize>,
}

impl Fields {
    const LONG: usize = 32;

    fn note(&mut self, field: usize) {
        let is_long = self.list.len() >= Self::LONG;
        if is_long && self.seen.is_empty() {
            self.seen.extend(&self.list);
        }
        let is_new = if is_long { self.seen.insert(field) } else { !self.list.contains(&field) };
        if is_new {
            self.list.push(field);
        }
    }
}

fn look(formula: &Formula, part: NodeIndex, view: View<'_>, fields: &mut Fields) {
    match formula.nodes.get(part) {
        Some(Node::Field(field)) if matches!(view.field(*field), Err(Outcome::Waiting)) => fields.note(*field),
        Some(Node::Metric(metric)) => {
            if let Some(MetricState::Waiting(list)) = view.metrics.get(*metric) {
                list.iter().for_each(|field| fields.note(*field));
            }
        }
        Some(Node::Call(Function::Count | Function::IsBlank, _)) | None => {}
        Some(node) => needed(formula, node, view, |operand| look(formula, operand, view, fields)),
    }
}

/// Calls `each` with the operands that a node needs: of `IF`, the condition and the branch taken.
fn needed(formula: &Formula, node: &Node, view: View<'_>, mut each: impl FnMut(NodeIndex)) {
    let Node::Call(Function::If, arguments) = node else {
        node.operands(each);
        return;
    };
    let [condition, then, otherwise] = arguments.as_slice() else { return };
    each(*condition);
    match evaluate_part(formula, *condition, view) {
        Outcome::Value(Value::Truth(true)) => each(*then),
        Outcome::Value(_) => each(*otherwise),
        _ => {}
    }
}

/// The first divisor that is 0 in the formula of the metric at `place`, or of an undefined metric that it names.
pub(super) fn zero_divisor(place: usize, view: View<'_>) -> Option<Divisor> {
    let formula = &view.plan.metrics.get(place)?.formula;
    find(place, formula, formula.root(), view)
}

fn find(place: usize, formula: &Formula, part: NodeIndex, view: View<'_>) -> Option<Divisor> {
    let node = formula.nodes.get(part)?;
    if let Node::Metric(metric) = node {
        return match view.metrics.get(*metric) {
            Some(MetricState::Undefined(_, divisor)) => *divisor,
            _ => None,
        };
    }
    let mut found = None;
    needed(formula, node, view, |operand| found = found.or_else(|| find(place, formula, operand, view)));
    match node {
        Node::Binary(BinaryOperator::Divide, _, divisor) if found.is_none() && is_zero(formula, *divisor, view) => {
            Some(Divisor { metric: place, part: *divisor })
        }
        _ => found,
    }
}

fn is_zero(formula: &Formula, part: NodeIndex, view: View<'_>) -> bool {
    matches!(evaluate_part(formula, part, view), Outcome::Value(Value::Number(number)) if number.is_zero())
}
