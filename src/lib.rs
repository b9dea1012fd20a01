//! Tianbao (填报, "fill in and report") checks a form while it is filled in.
//!
//! The way of the data, each word linked to its type:
//!
//! A pack's text is [loaded](pack::load) into a [`Plan`](pack::Plan), or refused with every
//! [`Diagnostic`](model::Diagnostic). A [`Session`](engine::Session) opens a form on the plan. What is typed is
//! [read](entry) into an [`Answer`](engine::Answer), whose figures are [`Decimal`](model::Decimal)s. Each edit
//! recomputes what waits on it: [metrics](engine::MetricState), whose quotients stay [`Exact`](model::Exact) until they
//! are rounded once, and the [verdicts](engine::Verdict) of the rules. What stands against the form is told as
//! [findings](door::wire::Finding) with a sentence from [`message`].
//!
//! ```
//! use std::rc::Rc;
//! use tianbao::{door::tell::Teller, engine::{Opening, Session}, model::Locale, pack};
//!
//! let text = r#"{ "tianbao": 1, "id": "demo", "version": "1", "title": "示例", "sections": [],
//!   "fields": [ { "id": "done", "label": "完成户数", "unit": "户", "type": "integer", "min": 0 },
//!               { "id": "due", "label": "应完成户数", "unit": "户", "type": "integer", "min": 0 } ],
//!   "metrics": [ { "id": "rate", "label": "完成率", "unit": "%", "places": 2, "formula": "完成户数 / 应完成户数" } ],
//!   "rules": [ { "id": "R1", "severity": "mandatory", "assert": "done <= due",
//!                "message": "完成户数 {done}，多于应完成户数 {due}。请核对这两格。" } ] }"#;
//! let plan = Rc::new(pack::load(text).expect("the pack is right").plan);
//! let mut form = Session::open(plan, &Opening::default());
//! form.set(0, "１２");
//! form.set(1, "8");
//! let report = Teller::new(&form, Locale::Zh).report();
//! assert_eq!(report.metrics.0[0].1.display, "150.00%");
//! assert_eq!(report.findings[0].message, "完成户数 12 户，多于应完成户数 8 户。请核对这两格。");
//! ```

// The wasm build is made for size; `speed` (www/tool/build.mjs) marks the few functions that every keystroke passes.
#![cfg_attr(speed, feature(optimize_attribute))]

pub mod door;
pub mod engine;
pub mod entry;
pub mod formula;
pub mod infer;
pub mod message;
pub mod model;
pub mod pack;
