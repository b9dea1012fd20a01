//! Inference by example: slips by their names, what is told before a form is full, and the township's report.
//! Random forms: `infer_systems`; published systems: `infer_published`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::collections::BTreeMap;
use std::rc::Rc;

use common::{open, plan};
use tianbao::engine::{Opening, Session};
use tianbao::infer;
use tianbao::pack::Plan;

/// A pack of whole numbers, `a` to `z` as far as they are named, and rules.
fn small(fields: &str, rules: &[&str]) -> Rc<Plan> {
    let fields = fields.split(' ').map(|field| {
        let (id, limits) = field.split_once(':').unwrap_or((field, "\"min\": 0"));
        let limits = if limits.is_empty() { String::new() } else { format!(", {limits}") };
        format!("{{\"id\": \"{id}\", \"label\": \"{id}\", \"type\": \"decimal\"{limits}}}")
    });
    let rules = rules.iter().enumerate().map(|(place, rule)| {
        let (when, assert) = rule.split_once(" => ").map_or((String::new(), *rule), |(when, assert)| (when.to_owned(), assert));
        let when = if when.is_empty() { when } else { format!("\"when\": \"{when}\", ") };
        format!("{{\"id\": \"R{place}\", \"severity\": \"mandatory\", {when}\"assert\": \"{assert}\", \"message\": \"请核对。\"}}")
    });
    plan(&format!(
        "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
        fields.collect::<Vec<_>>().join(", "),
        rules.collect::<Vec<_>>().join(", ")
    ))
}

/// What is told, a line each: kind, then every field with its value; `?` where nothing proves it.
fn told(plan: &Rc<Plan>, values: &[(&str, &str)]) -> Vec<String> {
    let session = open(plan, values);
    let line = |repair: &infer::Repair| {
        let value = |field: &usize| {
            let text = repair.values.iter().find(|(of, _)| of == field).map_or("", |(_, text)| text.as_str());
            format!("{}={text}", plan.fields[*field].id)
        };
        let fields: Vec<String> = repair.fields.iter().map(value).collect();
        format!("{}{} {}", repair.slip.as_str(), if repair.proven { "" } else { "?" }, fields.join(" "))
    };
    infer::repairs(&session).iter().map(line).collect()
}

#[test]
fn slips_are_named() {
    let sum = small("a b c t", &["a + b + c = t"]);
    let first = |values: &[(&str, &str)]| told(&sum, values).first().cloned().unwrap_or_default();
    assert_eq!(first(&[("a", "753"), ("b", "120"), ("c", "45"), ("t", "900")]), "transposition a=735");
    assert_eq!(first(&[("a", "735"), ("b", "12"), ("c", "45"), ("t", "900")]), "scale b=120");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "45"), ("t", "735")]), "derived t=900");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "45"), ("t", "9000000")]), "scale t=900");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "4"), ("t", "900")]), "missing-digit c=45");
    // Nothing tells the four apart: all are told, none before another but by the form's order.
    let all = told(&sum, &[("a", "700"), ("b", "500"), ("c", "300"), ("t", "1611")]);
    assert_eq!(all, ["minimal a=811", "minimal b=611", "minimal c=411", "minimal t=1500"]);
}

#[test]
fn a_blank_is_told_after_every_mistake() {
    let sums = small("a b t c d u", &["a + b = t", "c + d = u"]);
    let all = told(&sums, &[("a", "700"), ("b", "500"), ("t", "1611"), ("c", "5"), ("u", "9")]);
    assert_eq!(all, ["minimal a=1111", "minimal b=911", "minimal t=1200", "derived d=4"]);
}

#[test]
fn nought_is_no_repair_where_it_only_silences_a_quotient() {
    let plan = small("income people", &["income / people <= 50000"]);
    let all = told(&plan, &[("income", "755000000000000"), ("people", "1234567")]);
    assert!(all.iter().any(|line| line.contains(" people=")), "{all:?}");
    assert!(all.iter().all(|line| !line.ends_with(" people=0")), "{all:?}");
}

#[test]
fn figures_in_each_others_field_are_exchanged() {
    let plan = small("a b t c d u", &["a + b = t", "c + d = u"]);
    let values = [("a", "100"), ("b", "64"), ("t", "400"), ("c", "300"), ("d", "20"), ("u", "84")];
    // 300 stands where 64 belongs.
    assert_eq!(told(&plan, &values).first().map(String::as_str), Some("swap b=300 c=64"));
}

#[test]
fn large_figures_and_strict_bounds_are_exact() {
    // De Jonge and van der Loo, An introduction to data cleaning with R: the vignette of editrules.
    let account =
        small("turnover cost: profit:", &["turnover - cost = profit", "cost >= 0.6 * turnover", "turnover > 0"]);
    let account = (account, [("turnover", "100"), ("cost", "60000"), ("profit", "40000")]);
    let all = told(&account.0, &account.1);
    assert!(all.iter().any(|line| line.starts_with("scale turnover=100000")), "{all:?}");
    // Values of a billion and more, strict bounds, no big-M.
    let large = small("a b t", &["a + b = t", "a < b"]);
    let all = told(&large, &[("a", "10000000000"), ("b", "20000000000"), ("t", "30000000001")]);
    assert_eq!(all, ["digit a=10000000001", "digit b=20000000001", "digit t=30000000000"]);
    // With a = b at least one of both must be changed, and nothing less than a whole step will do.
    let all = told(&large, &[("a", "10000000000"), ("b", "10000000000"), ("t", "20000000000")]);
    assert!(all.iter().all(|line| line.starts_with("minimal a= b=") || line.contains(' ')), "{all:?}");
}

#[test]
fn early_and_range_speak_before_the_form_is_full() {
    let plan = small("out in county other total", &["out + in + county + other = total"]);
    let session = open(&plan, &[("out", "800"), ("in", "500"), ("total", "1200")]);
    assert_eq!(infer::early(&session), [0]);
    let session = open(&plan, &[("out", "800"), ("in", "300"), ("total", "1200"), ("county", "60")]);
    assert_eq!(infer::early(&session), Vec::<usize>::new());
    let range = infer::range(&session, 3).unwrap();
    assert_eq!((range.only().map(|only| only.to_string()), range.because), (Some("40".to_owned()), vec![0]));
    assert_eq!(
        told(&plan, &[("out", "800"), ("in", "300"), ("total", "1200"), ("county", "60")]),
        ["derived other=40"]
    );
}

#[test]
fn a_deep_form_neither_breaks_nor_hangs() {
    let names: Vec<String> = (0..400).map(|at| format!("x{at}")).collect();
    let rules: Vec<String> = (1..400).map(|at| format!("x{at} > 0 => x{} > x{at} or x{at} = 7", at - 1)).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let plan = small(&names.join(" "), &rules);
    let session = open(&plan, &[("x0", "3"), ("x399", "5"), ("x1", "9")]);
    let (early, range, repairs) = (infer::early(&session), infer::range(&session, 7), infer::repairs(&session));
    assert!(early.len() <= 399 && range.is_some() && !repairs.is_empty());
}

/// Every submission of the township's cases, as texts by field.
fn submissions() -> BTreeMap<String, BTreeMap<String, String>> {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("../www/packs/rural-revitalization-township/cases.json")).unwrap();
    let text = |value: &serde_json::Value| value.as_str().map_or(value.to_string(), str::to_owned);
    let one = |values: &serde_json::Value| {
        values.as_object().unwrap().iter().map(|(id, value)| (id.clone(), text(value))).collect()
    };
    cases["submissions"].as_object().unwrap().iter().map(|(name, it)| (name.clone(), one(&it["values"]))).collect()
}

#[test]
fn nothing_is_wrong_with_a_report_that_is_right() {
    let plan = plan(common::TOWNSHIP);
    for name in ["plain", "first_year"] {
        let values = submissions()[name].clone().into_iter().collect();
        let session = Session::open(Rc::clone(&plan), &Opening { values, ..Opening::default() });
        // What follows from other figures may be offered; nothing else is to be said.
        assert!(infer::repairs(&session).iter().all(|repair| repair.slip == infer::Slip::Derived), "{name}");
        assert_eq!(infer::early(&session), Vec::<usize>::new(), "{name}");
    }
}

#[test]
fn a_township_report_is_mended() {
    let plan = plan(common::TOWNSHIP);
    for (field, wrong) in
        [("emp_total", "2362"), ("emp_out_prov", "11204"), ("fund_total", "98500"), ("school_in", "21")]
    {
        let mut values = submissions()["plain"].clone();
        let right = values.insert(field.to_owned(), wrong.to_owned()).unwrap();
        let values = values.into_iter().collect();
        let session = Session::open(Rc::clone(&plan), &Opening { values, ..Opening::default() });
        let repairs = infer::repairs(&session);
        let place = plan.field(field).unwrap();
        assert!(
            repairs.iter().take(3).any(|repair| repair.fields == [place]),
            "{field}: {right} typed as {wrong}: {repairs:?}"
        );
    }
}
