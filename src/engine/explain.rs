use crate::pack::{Formula, Node};

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
