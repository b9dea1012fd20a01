//! Units against an oracle: whatever units a formula passes through, its figure in base units is that of plain fractions.
//!
//! The oracle knows a table of factors and does the arithmetic in 元, 人, 公斤 …; it does not know how the engine types a
//! formula. What the engine refuses is left out: that is the business of `cases/formula/units.txt`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use common::{Random, open, quote};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use tianbao::door::tell::Teller;
use tianbao::engine::{Outcome, Value, evaluate};
use tianbao::model::Locale;
use tianbao::pack::{self, Piece};

/// Id, unit, what is typed.
const FIELDS: &[(&str, &str, &str)] = &[
    ("yuan", "元", "51234.5"),
    ("wan", "万元", "12.5"),
    ("yi", "亿元", "0.75"),
    ("jiao", "角", "7"),
    ("hh", "户", "1200"),
    ("wan_hh", "万户", "0.3"),
    ("pop", "人", "3600"),
    ("heads", "名", "40"),
    ("visits", "人次", "7200"),
    ("wan_visits", "万人次", "1.8"),
    ("times", "次", "3"),
    ("kg", "公斤", "2500"),
    ("jin", "斤", "601"),
    ("ton", "吨", "3.25"),
    ("mu", "亩", "45"),
    ("ha", "公顷", "2.5"),
    ("issue", "期", "12"),
    ("share", "%", "37.5"),
    ("mille", "‰", "12"),
    ("points", "百分点", "2.5"),
    ("bare", "", "8"),
];

/// How many base units a unit is. A unit that is not here is one of its own.
const FACTORS: &[(&str, i64, i64)] = &[
    ("万元", 10_000, 1),
    ("千元", 1_000, 1),
    ("百万元", 1_000_000, 1),
    ("亿元", 100_000_000, 1),
    ("角", 1, 10),
    ("万户", 10_000, 1),
    ("万人次", 10_000, 1),
    ("万人", 10_000, 1),
    ("万亩", 10_000, 1),
    ("万吨", 10_000_000, 1),
    ("分", 1, 100),
    ("斤", 1, 2),
    ("吨", 1_000, 1),
    ("公顷", 15, 1),
    ("%", 1, 100),
    ("‰", 1, 1_000),
    ("百分点", 1, 100),
    ("千分点", 1, 1_000),
];

/// Units in which a result may be shown.
const SHOWN: &[&str] = &[
    "元",
    "万元",
    "元/人",
    "万元/户",
    "人/户",
    "户",
    "人",
    "人次",
    "次",
    "公斤/亩",
    "吨/公顷",
    "%",
    "‰",
    "元/公斤",
    "亩/户",
];

fn fraction(text: &str) -> BigRational {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{rest}").parse().unwrap();
    BigRational::new(digits, BigInt::from(10).pow(rest.len() as u32))
}

/// How many base units the printed unit is: words joined by `·` and `/`, with parentheses, from the left.
fn factor(unit: &str) -> BigRational {
    let (mut product, mut rest, mut over) = (BigRational::from_integer(1.into()), unit, false);
    while !rest.is_empty() {
        let (part, tail) = match rest.strip_prefix('(') {
            Some(inside) => {
                let mut depth = 1;
                let closes = |letter: char| {
                    depth += i32::from(letter == '(') - i32::from(letter == ')');
                    depth == 0
                };
                let end = inside.find(closes).unwrap();
                (factor(&inside[..end]), &inside[end + 1..])
            }
            None => {
                let end = rest.find(['/', '·']).unwrap_or(rest.len());
                let (_, times, below) = FACTORS.iter().find(|row| row.0 == &rest[..end]).unwrap_or(&("", 1, 1));
                (BigRational::new((*times).into(), (*below).into()), &rest[end..])
            }
        };
        product = if over { product / part } else { product * part };
        over = tail.starts_with('/');
        rest = tail.strip_prefix(['/', '·']).unwrap_or(tail);
    }
    product
}

/// A formula and what it comes to in base units; `None` where a divisor is nought.
fn formula(random: &mut Random, depth: usize) -> (String, Option<BigRational>) {
    if depth == 0 || random.below(5) == 0 {
        let (id, unit, value) = random.pick(FIELDS);
        return ((*id).to_owned(), Some(fraction(value) * factor(unit)));
    }
    let (left, a) = formula(random, depth - 1);
    let (right, b) = formula(random, depth - 1);
    let both = a.clone().zip(b.clone());
    let smaller = || both.clone().map(|(a, b)| if a < b { a } else { b });
    let larger = || both.clone().map(|(a, b)| if a < b { b } else { a });
    match random.below(12) {
        0 | 1 => (format!("({left} + {right})"), both.map(|(a, b)| a + b)),
        2 => (format!("({left} - {right})"), both.map(|(a, b)| a - b)),
        3..=5 => (format!("({left} * {right})"), both.map(|(a, b)| a * b)),
        6..=8 => (format!("({left} / {right})"), both.filter(|(_, b)| !b.is_zero()).map(|(a, b)| a / b)),
        9 => (format!("MAX({left}, {right})"), larger()),
        10 => (format!("MIN({left}, {right})"), smaller()),
        _ => (format!("SUM({left}, {left}, -{left} * 25%)"), a.map(|a| a * BigRational::new(7.into(), 4.into()))),
    }
}

fn pack(metric: &str, message: &str) -> String {
    let field = |(id, unit, _): &(&str, &str, &str)| {
        let unit = if unit.is_empty() { String::new() } else { format!(r#","unit":"{unit}""#) };
        format!(r#"{{"id":"{id}","label":"{id}","type":"decimal"{unit}}}"#)
    };
    let fields: Vec<String> = FIELDS.iter().map(field).collect();
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[{}],"metrics":[{metric}],"rules":[{{"id":"R","severity":"hint","assert":"TRUE","message":{}}}]}}"#,
        fields.join(","),
        quote(message)
    )
}

fn load(text: &str) -> Option<std::rc::Rc<tianbao::pack::Plan>> {
    pack::load(text).ok().map(|loaded| std::rc::Rc::new(loaded.plan))
}

/// Sums take a bare number in the unit of the other side; the oracle does not.
fn is_out_of_scope(formula: &str) -> bool {
    formula.contains("bare")
}

#[test]
fn a_figure_in_base_units_is_that_of_plain_fractions() {
    let values: Vec<(&str, &str)> = FIELDS.iter().map(|(id, _, value)| (*id, *value)).collect();
    let (mut random, mut judged, mut wrong) = (Random::new(7), 0, Vec::new());
    for _ in 0..8_000 {
        let depth = 1 + random.below(3);
        let (text, expected) = formula(&mut random, depth);
        if is_out_of_scope(&text) {
            continue;
        }
        let Some(plan) = load(&pack("", &format!("{{{text}}}"))) else { continue };
        let form = open(&plan, &values);
        let figure = plan.rules[0].message[0].iter().find_map(|piece| match piece {
            Piece::Figure { formula, unit } => Some((formula, unit.as_ref().map_or("", |unit| unit.zh.as_str()))),
            Piece::Words(_) => None,
        });
        let (formula, unit) = figure.unwrap();
        let found = match evaluate(formula, form.view()) {
            Outcome::Value(Value::Number(number)) => number.to_decimal().map(|figure| fraction_of(&figure.to_string())),
            Outcome::Undefined(_) if expected.is_none() => continue,
            _ => None,
        };
        let (Some(found), Some(expected)) = (found, expected) else { continue };
        judged += 1;
        if &found * factor(unit) != expected {
            wrong.push(format!("{text}: {found} {unit}, which is {}, not {expected}", &found * factor(unit)));
        }
    }
    assert!(judged > 1_500, "only {judged} formulas were judged");
    assert!(wrong.is_empty(), "{} of {judged} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

fn fraction_of(text: &str) -> BigRational {
    match text.strip_prefix('-') {
        Some(size) => -fraction(size),
        None => fraction(text),
    }
}

#[test]
fn a_metric_shows_the_same_figure_in_any_unit() {
    let values: Vec<(&str, &str)> = FIELDS.iter().map(|(id, _, value)| (*id, *value)).collect();
    let (mut random, mut judged, mut wrong) = (Random::new(11), 0, Vec::new());
    for _ in 0..15_000 {
        let (text, expected) = formula(&mut random, 2);
        let (shown, Some(expected)) = (*random.pick(SHOWN), expected) else { continue };
        if is_out_of_scope(&text) {
            continue;
        }
        let metric = format!(r#"{{"id":"m","label":"m","unit":"{shown}","places":6,"formula":"{text}"}}"#);
        let Some(plan) = load(&pack(&metric, "请核对。")) else { continue };
        let form = open(&plan, &values);
        let report = Teller::new(&form, Locale::Zh).report();
        let Some(value) = report.metrics.0[0].1.value.clone() else { continue };
        judged += 1;
        // Half up at the sixth place is at most half a unit of it away.
        let away = (fraction_of(&value) * factor(shown) - &expected).abs() / factor(shown);
        if away > BigRational::new(1.into(), 2_000_000.into()) {
            wrong.push(format!("{text} in {shown}: {value}, not {}", expected / factor(shown)));
        }
    }
    assert!(judged > 150, "only {judged} formulas were judged");
    assert!(wrong.is_empty(), "{} of {judged} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}
