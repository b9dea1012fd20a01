use crate::formula::{BinaryOperator, Function};
use crate::pack::{Formula, Node, NodeIndex};

use super::evaluate::{Outcome, Value, View, evaluate_part};
use super::state::{Divisor, MetricState};

/// So many fields are told of what a metric or rule waits for.
const MOST: usize = 200;

/// The fields that a formula waits for, each once, in the order in which it names them; the first 200.
pub(super) fn waiting_for(formula: &Formula, view: View<'_>) -> Vec<usize> {
    let mut fields = Vec::new();
    look(formula, formula.root(), view, &mut fields);
    fields
}

fn note(field: usize, fields: &mut Vec<usize>) {
    if fields.len() < MOST && !fields.contains(&field) {
        fields.push(field);
    }
}

fn look(formula: &Formula, part: NodeIndex, view: View<'_>, fields: &mut Vec<usize>) {
    match formula.nodes.get(part) {
        Some(Node::Field(field)) if matches!(view.field(*field), Err(Outcome::Waiting)) => note(*field, fields),
        Some(Node::Metric(metric)) => {
            if let Some(MetricState::Waiting(list)) = view.metrics.get(*metric) {
                list.iter().for_each(|field| note(*field, fields));
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
