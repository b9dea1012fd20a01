//! The wasm door from JavaScript's side, in Node: what shapes cross, and that no id and no text is lost on the way.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use js_sys::{Array, JSON, Map, Object, Reflect};
use tianbao::door::wasm::{WasmPack, WasmSession, version};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const LIBRARY: &str = include_str!("../www/packs/library-month/pack.json");
const TOWNSHIP: &str = include_str!("../www/packs/rural-revitalization-township/pack.json");

/// Ids that mean something to JavaScript's objects.
const ODD: &str = r#"{ "tianbao": 1, "id": "odd", "version": "1", "title": "示例", "sections": [],
  "fields": [ { "id": "__proto__", "label": "甲", "type": "integer" }, { "id": "constructor", "label": "乙", "type": "integer" } ],
  "metrics": [ { "id": "toString", "label": "丙", "places": 0, "formula": "甲 + 乙" } ],
  "rules": [ { "id": "hasOwnProperty", "severity": "hint", "assert": "甲 <= 乙", "message": "甲 {甲} 大于乙 {乙}。" } ] }"#;

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

fn text(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_else(|| panic!("{key} is no text in {}", json(value)))
}

fn list(value: &JsValue, key: &str) -> Vec<JsValue> {
    get(value, key).dyn_into::<Array>().unwrap().iter().collect()
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).map_or_else(|_| "?".to_owned(), String::from)
}

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

/// The place of a field, by which JavaScript names it on every keystroke.
fn place(pack: &str, id: &str) -> usize {
    let info = WasmPack::load(pack, "zh").unwrap().info();
    list(&info, "fields").iter().position(|field| text(field, "id") == id).unwrap()
}

#[wasm_bindgen_test]
fn the_engine_tells_its_version() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_pack_tells_what_it_holds_in_the_locale_asked_for() {
    let info = WasmPack::load(TOWNSHIP, "en").unwrap().info();
    assert_eq!(list(&info, "fields").len(), 132);
    assert_eq!(list(&info, "metrics").len(), 78);
    assert_eq!(list(&info, "rules").len(), 190);
    let library = WasmPack::load(LIBRARY, "en").unwrap().info();
    assert_eq!(text(&library, "title"), "County library monthly report");
}

#[wasm_bindgen_test]
fn a_refused_pack_is_thrown_as_plain_diagnostics() {
    let thrown = WasmPack::load("{\n  \"tianbao\": 1,\n  \"id\": }", "zh").map(|_| ()).unwrap_err();
    let first = thrown.dyn_into::<Array>().unwrap().get(0);
    assert_eq!((get(&first, "line").as_f64(), get(&first, "column").as_f64()), (Some(3.0), Some(9.0)));
    assert_eq!(text(&first, "severity"), "error");
    assert!(!text(&first, "message").is_empty());
}

#[wasm_bindgen_test]
fn a_keystroke_returns_what_changed_and_nothing_where_nothing_did() {
    let mut form = open(LIBRARY, &[("visits", "2512")]);
    let loans = place(LIBRARY, "loans");
    let changes = form.set(loans, "3140");
    assert_eq!(json(&get(&changes, "fields")), r#"["loans"]"#);
    // The first has its figure now; the second waits for one field less.
    assert_eq!(json(&get(&changes, "metrics")), r#"["loans_per_visit","van_share"]"#);
    assert!(form.set(loans, "3140").is_undefined());
    assert!(form.set(9999, "1").is_undefined());
}

#[wasm_bindgen_test]
fn text_of_any_kind_comes_back_as_typed() {
    let mut form = open(LIBRARY, &[]);
    for typed in ["", "填报 👩‍🔬 \u{0}\u{feff}", "𠮷", &"长".repeat(5000)] {
        form.set(0, typed);
        let fields = get(&form.report(), "fields").dyn_into::<Map>().unwrap();
        assert_eq!(text(&fields.get(&"library".into()), "typed"), typed);
    }
}

#[wasm_bindgen_test]
fn ids_that_objects_know_survive_as_keys() {
    let form = open(ODD, &[("__proto__", "3"), ("constructor", "2")]);
    let report = form.report();
    let (fields, metrics) = (get(&report, "fields"), get(&report, "metrics"));
    let value = |of: &JsValue, id: &str| text(&of.unchecked_ref::<Map>().get(&id.into()), "value");
    assert_eq!((value(&fields, "__proto__").as_str(), value(&fields, "constructor").as_str()), ("3", "2"));
    assert_eq!(value(&metrics, "toString"), "5");
    assert_eq!(text(&list(&report, "findings")[0], "id"), "hasOwnProperty");
    assert_eq!(text(&form.explain("toString"), "id"), "toString");
    assert!(form.explain("valueOf").is_undefined());
}

#[wasm_bindgen_test]
fn figures_cross_as_text_and_what_has_none_as_null() {
    let form = open(LIBRARY, &[("visits", "１，２３４"), ("book_cost", "24961.60")]);
    let report = form.report();
    let fields = get(&report, "fields").dyn_into::<Map>().unwrap();
    assert_eq!(text(&fields.get(&"visits".into()), "value"), "1234");
    assert_eq!(text(&fields.get(&"book_cost".into()), "value"), "24961.6");
    assert!(get(&fields.get(&"loans".into()), "value").is_null());
    let metrics = get(&report, "metrics").dyn_into::<Map>().unwrap();
    assert!(get(&metrics.get(&"van_share".into()), "value").is_null());
}

#[wasm_bindgen_test]
fn several_values_are_one_edit() {
    let mut form = open(LIBRARY, &[]);
    let changes = form.set_many(&pairs(&[("loans", "14040"), ("visits", "12480"), ("no such field", "1")]));
    assert_eq!(list(&changes, "fields").len(), 2);
    assert_eq!(json(&get(&changes, "metrics")), r#"["loans_per_visit","van_share"]"#);
}

#[wasm_bindgen_test]
fn a_reason_is_kept_or_refused_by_code() {
    let mut form = open(LIBRARY, &[("visits", "2804"), ("loans", "14040")]);
    let refused =
        |form: &mut WasmSession, rule: &str, reason: &str| text(&form.justify(rule, reason).unwrap_err(), "code");
    assert_eq!(refused(&mut form, "loans_a_visit", "太短"), "too-short");
    assert_eq!(refused(&mut form, "loans_a_visit", "情况属实，情况属实"), "empty-phrase");
    assert_eq!(refused(&mut form, "like_last_month", "本月举办读书节活动"), "not-open");
    assert_eq!(refused(&mut form, "van_within_loans", "本月举办读书节活动"), "not-verify");
    let changes = form.justify("loans_a_visit", "本月举办读书节活动").unwrap();
    assert_eq!(text(&get(&list(&changes, "updated")[0], "justified"), "reason"), "本月举办读书节活动");
}

#[wasm_bindgen_test]
fn options_of_the_wrong_shape_open_a_blank_form() {
    let pack = WasmPack::load(LIBRARY, "zh").unwrap();
    for odd in [JsValue::NULL, "no options".into(), pairs(&[("visits", "1")])] {
        assert_eq!(text(&pack.open(&odd).report(), "status"), "blank");
    }
}
