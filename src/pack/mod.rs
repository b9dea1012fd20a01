//! Pack JSON to a checked [`Plan`], or every reason why not.
//!
//! [`load`] is the way in: the text becomes [`Json`] with spans, its parts are read, names and units checked,
//! metrics put in an order, and what waits on what noted down. A pack is untrusted: everything here is bounded
//! (text 1 MiB, nesting 32, 10,000 fields, metrics and rules each, formulas 4,096 bytes, numbers 28 digits).

mod check;
mod compile;
mod desk;
mod formulas;
mod json;
mod names;
mod nearest;
mod order;
mod plan;
mod read;
mod sum;

pub use check::{Loaded, load, load_bytes};
pub use json::{Json, JsonError, JsonKind, Member, place_in_string};
pub use plan::{
    Choice, Field, FieldKind, Figure, Formula, Metric, Node, NodeIndex, Parameter, Picture, Piece, Plan, Readers,
    ReasonPolicy, Rule, Section, Shown, Sum, UnitName, Words,
};
