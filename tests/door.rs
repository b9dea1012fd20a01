//! The wasm door from JavaScript's side, in Node: what shapes cross, and that no id and no text is lost on the way.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use js_sys::{Array, Object, Reflect};
use tianbao::door::wasm::{WasmPack, WasmSession};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const LIBRARY: &str = include_str!("../www/packs/library-month/pack.json");

/// Ids that mean something to JavaScript's objects.
const ODD: &str = r#"{ "tianbao": 1, "id": "odd", "version": "1", "title": "示例", "sections": [],
  "fields": [ { "id": "__proto__", "label": "甲", "type": "integer" }, { "id": "constructor", "label": "乙", "type": "integer" } ],
  "metrics": [ { "id": "toString", "label": "丙", "places": 0, "formula": "甲 + 乙" } ],
  "rules": [ { "id": "hasOwnProperty", "severity": "hint", "assert": "甲 <= 乙", "message": "甲 {甲} 大于乙 {乙}。" } ] }"#;

fn pairs(values: &[(&str, &str)]) -> JsValue {
    let pair = |(id, typed): &(&str, &str)| Array::of2(&(*id).into(), &(*typed).into());
    values.iter().map(pair).collect::<Array>().into()
}

fn options(values: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &"values".into(), &pairs(values)).unwrap();
    Reflect::set(&options, &"prior".into(), &pairs(&[])).unwrap();
    options.into()
}

fn open(pack: &str, values: &[(&str, &str)]) -> WasmSession {
    WasmPack::load(pack, "zh").unwrap().open(&options(values))
}

#[wasm_bindgen_test]
fn why_a_pack_is_refused_is_told_in_rows_of_diagnostics() {
    let text = "{\n  \"tianbao\": 1,\n  \"id\": }";
    assert!(WasmPack::load(text, "zh").is_none());
    let rows = WasmPack::refusal(text, include_str!("../src/message/authors.zh.txt")).dyn_into::<Array>().unwrap();
    let first = rows.get(0).dyn_into::<Array>().unwrap();
    assert_eq!(first.get(0).as_string().unwrap(), "error");
    assert_eq!((first.get(2).as_f64(), first.get(3).as_f64()), (Some(3.0), Some(9.0)));
    assert!(first.get(6).is_null() || first.get(6).is_string());
    assert!(!first.get(7).as_string().unwrap().is_empty());
}

#[wasm_bindgen_test]
fn what_the_pack_has_is_explained() {
    let mut form = open(ODD, &[("__proto__", "3"), ("constructor", "2")]);
    assert!(!form.explain("toString").is_null() && !form.explain("__proto__").is_null());
    assert!(form.explain("valueOf").is_null());
}

#[wasm_bindgen_test]
fn an_answer_says_where_it_lies_and_nought_where_nothing_changed() {
    let mut form = open(LIBRARY, &[("visits", "2804"), ("loans", "14040")]);
    assert!(form.set(9999, 0).is_null());
    assert!(!form.report().is_null());
    assert!(!form.text_room(1_000).is_null() && !form.word_room(100).is_null());
}

#[wasm_bindgen_test]
fn a_table_without_a_known_column_is_told_by_nought() {
    let mut pack = WasmPack::load(LIBRARY, "zh").unwrap();
    assert!(pack.check(0, true).is_null());
}

#[wasm_bindgen_test]
fn a_reason_is_refused_by_code() {
    let mut form = open(LIBRARY, &[("visits", "2804"), ("loans", "14040")]);
    let refused =
        |form: &mut WasmSession, rule: &str, reason: &str| form.justify(rule, reason).unwrap_err().as_string().unwrap();
    assert_eq!(refused(&mut form, "loans_a_visit", "太短"), "too-short");
    assert_eq!(refused(&mut form, "loans_a_visit", "情况属实，情况属实"), "empty-phrase");
    assert_eq!(refused(&mut form, "like_last_month", "本月举办读书节活动"), "not-open");
    assert_eq!(refused(&mut form, "van_within_loans", "本月举办读书节活动"), "not-verify");
    assert!(!form.justify("loans_a_visit", "本月举办读书节活动").unwrap().is_null());
}

#[wasm_bindgen_test]
fn options_of_the_wrong_shape_open_a_blank_form() {
    let pack = WasmPack::load(LIBRARY, "zh").unwrap();
    for odd in [JsValue::NULL, "no options".into(), pairs(&[("visits", "1")])] {
        assert!(!pack.open(&odd).report().is_null());
    }
}
