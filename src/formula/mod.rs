//! Expression text to a tree, with the place of every part. Knows the grammar and the built-in functions' names, not packs.
//!
//! [`parse`] reads what a statistician writes, [`Expression`] is what it becomes, [`Function`] is the table of functions.

mod functions;
mod lexer;
mod parser;
mod tree;

pub use functions::Function;
pub use parser::{ParseError, parse};
pub use tree::{BinaryOperator, Expression, ExpressionKind, UnaryOperator};
