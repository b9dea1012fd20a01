//! The words that every room shares: what a figure is, what a pack author is told, what a form user is told.

mod balance;
mod date;
mod decimal;
mod diagnostic;
mod exact;
mod finding;
mod letter;
mod pattern;
mod places;
mod rounding;
mod span;
mod text;
mod unit;

pub use balance::{Unbalanced, balance, balance_to};
pub use date::Date;
pub use decimal::Decimal;
pub use diagnostic::{Diagnostic, Problem, Severity as DiagnosticSeverity};
pub use exact::{ArithmeticError, Exact};
pub use finding::{FieldProblem, Limit, Severity, Status, WhyUndefined};
pub use letter::is_word;
pub use pattern::{Pattern, PatternError};
pub use places::Places;
pub use rounding::Rounding;
pub use span::{Position, Span};
pub use text::{Locale, Text, cut_at, head_of, joined, numeral};
pub use unit::{Factor, Measure, Mismatch, Share, Unit, UnitTable, singular};
