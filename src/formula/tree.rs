use crate::model::{Decimal, Span};

use super::Function;

/// One part of a formula, with its place in the text.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Where it stands, in bytes of the formula.
    pub span: Span,
    /// What it is.
    pub kind: ExpressionKind,
    /// How deep it is nested: 1 for a name. What walks it may recurse so far.
    pub depth: u16,
}

/// What a part of a formula is.
#[derive(Clone, Debug)]
pub enum ExpressionKind {
    /// `12.5`, `95%`, `100 万元`.
    Number {
        /// The figure before the unit.
        value: Decimal,
        /// The unit as written, empty where there is none.
        unit: String,
    },
    /// `"mountain"`.
    Text(String),
    /// `TRUE`, `否`.
    Truth(bool),
    /// An id, or a label.
    Name(String),
    /// `-x`, `not x`.
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b`.
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    /// `SUM(a, b)`.
    Call(Function, Vec<Expression>),
}

/// An operator before its operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`.
    Negate,
    /// `not`.
    Not,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl BinaryOperator {
    /// How tightly it binds: a larger number binds first.
    pub const fn binding(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal | Self::Unequal | Self::Less | Self::AtMost | Self::Greater | Self::AtLeast => 4,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide => 6,
        }
    }

    /// True for `= <> < <= > >=`.
    pub const fn is_comparison(self) -> bool {
        self.binding() == 4
    }

    /// As it is printed for people.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Equal => "=",
            Self::Unequal => "≠",
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::Greater => ">",
            Self::AtLeast => "≥",
            Self::Add => "+",
            Self::Subtract => "−",
            Self::Multiply => "×",
            Self::Divide => "÷",
        }
    }
}
