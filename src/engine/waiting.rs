use crate::formula::Function;
use crate::pack::{Formula, Node, NodeIndex};

use super::evaluate::{Outcome, Value, View, evaluate_part};
use super::state::MetricState;

/// The fields that a formula waits for, each once, in the order in which it names them.
pub(super) fn waiting_for(formula: &Formula, view: View<'_>) -> Vec<usize> {
    let mut fields = Vec::new();
    look(formula, formula.root(), view, &mut fields);
    fields
}

fn look(formula: &Formula, part: NodeIndex, view: View<'_>, fields: &mut Vec<usize>) {
    let mut note = |field: usize| {
        if !fields.contains(&field) {
            fields.push(field);
        }
    };
    match formula.nodes.get(part) {
        Some(Node::Field(field)) if matches!(view.field(*field), Err(Outcome::Waiting)) => note(*field),
        Some(Node::Metric(metric)) => {
            if let Some(MetricState::Waiting(list)) = view.metrics.get(*metric) {
                list.iter().copied().for_each(note);
            }
        }
        Some(Node::Call(Function::Count | Function::IsBlank, _)) | None => {}
        Some(Node::Call(Function::If, arguments)) => {
            if let [condition, then, otherwise] = arguments.as_slice() {
                look(formula, *condition, view, fields);
                match evaluate_part(formula, *condition, view) {
                    Outcome::Value(Value::Truth(true)) => look(formula, *then, view, fields),
                    Outcome::Value(_) => look(formula, *otherwise, view, fields),
                    _ => {}
                }
            }
        }
        Some(node) => node.operands(|operand| look(formula, operand, view, fields)),
    }
}
