//! The only room that the outside touches: the public shapes and the wasm exports.
//!
//! [`wire`] has the shapes of reports, changes and explanations, [`tell`] makes them of facts and sentences,
//! `wasm` hands them to JavaScript, what is asked for at every keystroke [`packed`] as numbers. [`table`] judges many records at once. [`cases`] runs the cases that a pack brings along (native only).

#[cfg(not(target_arch = "wasm32"))]
pub mod cases;
mod guess;
pub mod packed;
pub mod table;
pub mod tell;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;
