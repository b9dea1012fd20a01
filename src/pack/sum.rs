//! Finds the sums among the rules: `a + b + c = d`, `d = SUM(a, b, c)`, all of them fields.

use crate::formula::{BinaryOperator, Function};
use crate::model::Factor;

use super::plan::{Formula, Node, NodeIndex, Sum};

impl Sum {
    /// The sum that an assertion states: two or more different fields on one side, another one on the other.
    pub(super) fn of(assert: &Formula) -> Option<Self> {
        let Some(Node::Binary(BinaryOperator::Equal, left, right)) = assert.nodes.get(assert.root()) else {
            return None;
        };
        Self::between(assert, *left, *right).or_else(|| Self::between(assert, *right, *left))
    }

    fn between(assert: &Formula, parts: NodeIndex, total: NodeIndex) -> Option<Self> {
        let (mut added, mut single) = (Vec::new(), Vec::new());
        add(assert, parts, Factor::ONE, &mut added)?;
        add(assert, total, Factor::ONE, &mut single)?;
        let [(total, own)] = single.as_slice() else { return None };
        let mut parts: Vec<(usize, Factor)> = Vec::with_capacity(added.len());
        for (part, factor) in added {
            if part == *total || parts.iter().any(|known| known.0 == part) {
                return None;
            }
            parts.push((part, factor.times(own.inverse())?));
        }
        (parts.len() > 1).then_some(Self { total: *total, parts, shown: None })
    }
}

/// Collects the fields that a part of a formula adds up, each with what it is multiplied by; `None` where it is more than a sum.
fn add(formula: &Formula, part: NodeIndex, factor: Factor, fields: &mut Vec<(usize, Factor)>) -> Option<()> {
    match formula.nodes.get(part)? {
        Node::Field(place) => fields.push((*place, factor)),
        Node::Scale(inner, own) => add(formula, *inner, factor.times(*own)?, fields)?,
        Node::Binary(BinaryOperator::Add, left, right) => {
            add(formula, *left, factor, fields)?;
            add(formula, *right, factor, fields)?;
        }
        Node::Call(Function::Sum, all) => {
            for part in all {
                add(formula, *part, factor, fields)?;
            }
        }
        _ => return None,
    }
    Some(())
}
