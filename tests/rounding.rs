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
use tianbao::model::Locale;

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
