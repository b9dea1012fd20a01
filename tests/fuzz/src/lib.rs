//! What is fuzzed, one module a target; `npm run fuzz` runs them all. Each run takes one input and panics where a promise is broken.

mod dice;
pub mod edits;
pub mod entry;
pub mod form;
pub mod formula;
mod maker;
pub mod pack;
mod tell;
