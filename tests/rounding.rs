//! How metrics round: once, in the manner of the metric, else of the pack, else half up.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use common::{open, plan};
use serde_json::Value;
use tianbao::door::tell::Teller;
use tianbao::model::{Decimal, Exact, Locale, Unbalanced, balance, balance_to};

/// A pack with one metric: `formula` over `a` and `b`, to `places`.
fn pack(top: &str, own: &str, formula: &str, places: usize) -> String {
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t",{top}"sections":[],"fields":[{{"id":"a","label":"甲","type":"decimal"}},{{"id":"b","label":"乙","type":"decimal"}}],"metrics":[{{"id":"m","label":"结果","places":{places},{own}"formula":"{formula}"}},{{"id":"again","label":"再算","places":4,"formula":"m * 3"}}]}}"#
    )
}

fn member(mode: &str) -> String {
    if mode.is_empty() { String::new() } else { format!(r#""rounding":"{mode}","#) }
}

/// What the metric shows with `a` and `b` typed.
fn shown(text: &str, a: &str, b: &str) -> (String, String) {
    let form = open(&plan(text), &[("a", a), ("b", b)]);
    let report = Teller::new(&form, Locale::Zh).report();
    let value = |place: usize| report.metrics.0[place].1.value.clone().unwrap_or_else(|| "-".to_owned());
    (value(0), value(1))
}

/// `mode | a | b | places | a / b`
const QUOTIENTS: &str = "
half-up   |  1      | 8  | 2 | 0.13
half-even |  1      | 8  | 2 | 0.12
gbt8170   |  1      | 8  | 2 | 0.12
half-up   |  3      | 8  | 2 | 0.38
half-even |  3      | 8  | 2 | 0.38
gbt8170   |  3      | 8  | 2 | 0.38
half-up   |  2.5    | 1  | 0 | 3
half-even |  2.5    | 1  | 0 | 2
gbt8170   |  2.5    | 1  | 0 | 2
half-up   | -2.5    | 1  | 0 | -3
half-even | -2.5    | 1  | 0 | -2
gbt8170   | -3.5    | 1  | 0 | -4
half-up   |  1.005  | 1  | 2 | 1.01
half-even |  1.005  | 1  | 2 | 1.00
half-up   |  2.675  | 1  | 2 | 2.68
half-up   | -0.004  | 1  | 2 | 0.00
half-even |  0.005  | 1  | 2 | 0.00
half-up   |  1      | 3  | 4 | 0.3333
half-up   |  2      | 3  | 4 | 0.6667
half-even |  2      | 3  | 0 | 1
gbt8170   | 12.5001 | 1  | 0 | 13
half-up   |  100    | 1  | 2 | 100.00
half-up   |  1e     | 1  | 2 | -
half-up   |  1000000000000 | 3 | 12 | 333333333333.333333333333
";

#[test]
fn every_manner_rounds_as_it_says() {
    for line in QUOTIENTS.lines().filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [mode, a, b, places, expected] = parts[..] else { panic!("{line}") };
        let places = places.parse().unwrap();
        let by_pack = shown(&pack(&member(mode), "", "a / b", places), a, b).0;
        let by_metric = shown(&pack(&member("half-up"), &member(mode), "a / b", places), a, b).0;
        assert_eq!((by_pack.as_str(), by_metric.as_str()), (expected, expected), "{line}");
    }
}

#[test]
fn half_up_where_nobody_says() {
    assert_eq!(shown(&pack("", "", "a / b", 2), "1", "8").0, "0.13");
    assert_eq!(shown(&pack(&member("half-even"), "", "a / b", 2), "1", "8").0, "0.12");
    assert_eq!(shown(&pack(&member("half-even"), &member("half-up"), "a / b", 2), "1", "8").0, "0.13");
}

#[test]
fn a_metric_rounds_once_and_is_seen_rounded() {
    // 0.445 is 0.45 in one step; by way of 0.45 it would have become 0.5, then 1.
    assert_eq!(shown(&pack("", "", "a / b", 1), "0.445", "1").0, "0.4");
    assert_eq!(shown(&pack("", "", "a / b", 0), "0.445", "1").0, "0");
    // 1 ÷ 3 is seen as 0.33 by what names it.
    assert_eq!(shown(&pack("", "", "a / b", 2), "1", "3"), ("0.33".to_owned(), "0.9900".to_owned()));
    assert_eq!(shown(&pack("", "", "a / b * b", 2), "1", "3").0, "1.00");
}

#[test]
fn the_function_rounds_as_the_pack_does() {
    for (mode, expected) in [("half-up", "0.13"), ("half-even", "0.12"), ("gbt8170", "0.12")] {
        assert_eq!(shown(&pack(&member(mode), "", "ROUND(a / b, 2)", 2), "1", "8").0, expected, "{mode}");
    }
}

#[test]
fn the_collected_vectors_hold_through_a_pack() {
    let file: Value = serde_json::from_str(include_str!("vectors/rounding.json")).unwrap();
    let manners = [("half_up", "half-up"), ("half_even", "half-even"), ("gbt8170", "gbt8170")];
    let mut count = 0;
    for vector in file["vectors"].as_array().unwrap() {
        let Some((formula, a, places)) = calculation(vector) else { continue };
        for (key, mode) in manners {
            count += 1;
            let found = shown(&pack(&member(mode), "", &formula, places), &a, "").0;
            assert_eq!(Some(found.as_str()), vector[key].as_str(), "{mode}: {vector}");
        }
    }
    assert!(count > 200, "only {count} vectors were of use");
}

/// The vector as a formula, and what is typed for `a`; `None` where a form cannot take it: a figure has at most 28
/// digits, a metric 0 to 12 places.
fn calculation(vector: &Value) -> Option<(String, String, usize)> {
    let places = vector["places"].as_i64().filter(|places| (0..=12).contains(places))?;
    let places = usize::try_from(places).unwrap();
    match vector["value"].as_str() {
        Some(value) => {
            let digits = value.bytes().filter(u8::is_ascii_digit).count();
            (digits <= 28).then(|| ("a".to_owned(), value.to_owned(), places))
        }
        None => Some((vector["expr"].as_str()?.to_owned(), "0".to_owned(), places)),
    }
}

fn strings<'a>(vector: &'a Value, key: &str) -> Vec<&'a str> {
    vector[key].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn exact(text: &str) -> Exact {
    Decimal::parse(text).unwrap().into()
}

fn in_wan(yuan: &str) -> Exact {
    exact(yuan).div(exact("10000")).unwrap()
}

fn fixed(parts: &[Decimal]) -> Vec<String> {
    parts.iter().map(|part| part.fixed(2)).collect()
}

/// A form whose parts and total are in 元 and are shown in 万元.
fn balanced_form(parts: usize) -> String {
    let field = |id: String| format!(r#"{{"id":"{id}","label":"{id}","type":"decimal","unit":"元"}}"#);
    let ids: Vec<String> = (0..parts).map(|place| format!("p{place}")).collect();
    let fields: Vec<String> = ids.iter().cloned().chain(["total".to_owned()]).map(field).collect();
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[{}],"rules":[{{"id":"R","severity":"hint","assert":"SUM({}) = total","shown_in":{{"unit":"万元","places":2}},"message":"请核对。"}}]}}"#,
        fields.join(","),
        ids.join(", ")
    )
}

#[test]
fn the_collected_sums_are_balanced() {
    let file: Value = serde_json::from_str(include_str!("vectors/rounding.json")).unwrap();
    let vectors = file["balanced"].as_array().unwrap();
    assert!(vectors.len() >= 20, "only {} vectors", vectors.len());
    for vector in vectors {
        let (parts, total) = (strings(vector, "parts_yuan"), vector["total_yuan"].as_str().unwrap());
        let expected = (vector["total_wan"].as_str().unwrap(), strings(vector, "parts_wan"));
        let exact_parts: Vec<Exact> = parts.iter().map(|part| in_wan(part)).collect();
        let (made, shown) = balance(&exact_parts, in_wan(total), 2).unwrap();
        assert_eq!(
            (made.fixed(2).as_str(), fixed(&shown)),
            (expected.0, expected.1.iter().map(|one| one.to_string()).collect()),
            "{vector}"
        );
        // One part is no sum; through a pack the others say the same.
        if parts.len() > 1 {
            let ids: Vec<String> = (0..parts.len()).map(|place| format!("p{place}")).collect();
            let mut typed: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(parts.iter().copied()).collect();
            typed.push(("total", total));
            let form = open(&plan(&balanced_form(parts.len())), &typed);
            let told = Teller::new(&form, Locale::Zh).explain("R").unwrap().sum.unwrap();
            let shown = told.shown.unwrap();
            assert_eq!((shown.total.as_str(), shown.parts.iter().map(String::as_str).collect()), expected, "{vector}");
            assert_eq!((told.difference.as_deref(), told.text.as_str()), (Some("0"), "已平衡"), "{vector}");
        }
    }
}

/// What the collection says of every balanced sum, tried on a thousand others.
#[test]
fn a_balanced_sum_keeps_what_balancing_promises() {
    let mut state = 20_241_126_u64;
    let mut roll = |sides: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % sides
    };
    for _ in 0..1_000 {
        let parts: Vec<Exact> = (0..2 + roll(7))
            .map(|_| {
                in_wan(&format!(
                    "{}{}",
                    if roll(4) == 0 { "-" } else { "" },
                    roll(50_000) * if roll(5) == 0 { 100 } else { 1 }
                ))
            })
            .collect();
        let total = parts.iter().fold(Exact::ZERO, |sum, part| sum.add(*part).unwrap());
        let (target, shown) = balance(&parts, total, 2).unwrap();
        let sum = shown.iter().fold(Decimal::ZERO, |sum, part| sum.checked_add(*part).unwrap());
        assert_eq!(sum, target);
        for (part, shown) in parts.iter().zip(&shown) {
            let moved = Exact::from(*shown).sub(*part).unwrap().abs();
            assert!(moved.compare(exact("0.01")).unwrap().is_lt(), "{part:?} moved to {shown}");
            let is_even = part.round(2, tianbao::model::Rounding::HalfUp).unwrap();
            let is_exact = part.compare(is_even.into()).unwrap().is_eq();
            assert!(!is_exact || moved.is_zero(), "{part:?} is exact and became {shown}");
        }
        for (one, first) in parts.iter().zip(&shown) {
            for (other, second) in parts.iter().zip(&shown) {
                assert!(!one.compare(*other).unwrap().is_gt() || first >= second, "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn what_does_not_add_up_is_not_balanced() {
    let parts = [exact("1.005"), exact("2.5")];
    assert_eq!(balance(&parts, exact("3.5"), 2), Err(Unbalanced::TotalMismatch));
    assert_eq!(balance_to(&parts, Decimal::parse("3.49").unwrap(), 2), Err(Unbalanced::TotalMismatch));
    assert_eq!(balance_to(&parts, Decimal::parse("3.52").unwrap(), 2), Err(Unbalanced::TotalMismatch));
    assert_eq!(fixed(&balance_to(&parts, Decimal::parse("3.5").unwrap(), 2).unwrap()), ["1.00", "2.50"]);
    assert_eq!(balance(&[], Exact::ZERO, 2), Ok((Decimal::ZERO, Vec::new())));
}
