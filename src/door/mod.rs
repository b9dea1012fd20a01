//! The only room that the outside touches: the public shapes and the wasm exports.
//!
//! [`wire`] has the shapes of reports, changes and explanations, [`tell`] makes them of facts and sentences,
//! `wasm` hands them to JavaScript. [`cases`] runs the cases that a pack brings along (native only).

#[cfg(not(target_arch = "wasm32"))]
pub mod cases;
pub mod tell;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;
