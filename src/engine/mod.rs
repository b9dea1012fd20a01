//! Keeps one form right after each edit, recomputing only what waits on it.
//!
//! A [`Session`] is one form being filled. What is typed becomes an [`Answer`]; formulas give an [`Outcome`] in three
//! values (a value, blank, undefined; and absent for what the form does not have); rules give a [`Verdict`].
//! Facts only: the sentences are made in `message`.

mod answer;
mod evaluate;
mod explain;
mod needs;
mod print;
mod queue;
mod quick;
mod reason;
mod session;
mod state;
mod sum;

pub use answer::{Answer, AnswerState, AnswerValue, FieldFinding, Notice};
pub use evaluate::{Outcome, Value, View, evaluate};
pub use explain::Operand;
pub use print::{Printed, Printer, figure_of};
pub use session::{Edit, FindingKey, Opening, ReasonRefusal, Session};
pub use state::{Divisor, MetricState, Verdict};
pub use sum::{Agreement, shown};
