//! Inference on forms that ask too much: it ends, on the stack that a browser gives, and says what it does not know.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::rc::Rc;

use common::hostile::packs;
use common::{Random, TOWNSHIP, TYPED, on_a_small_stack, open, plan};
use tianbao::engine::Session;
use tianbao::infer;
use tianbao::pack::{self, FieldKind, Plan};

/// Asks all that can be asked; what comes out names fields and rules that there are, and holds its word.
fn ask(form: &Session) {
    let plan = form.plan();
    assert!(infer::early(form).iter().all(|rule| *rule < plan.rules.len()));
    for field in (0..plan.fields.len()).step_by(1 + plan.fields.len() / 8) {
        let range = infer::range(form, field);
        assert!(range.is_none_or(|range| range.min.zip(range.max).is_none_or(|(min, max)| min <= max)));
    }
    let repairs = infer::repairs(form);
    for repair in &repairs {
        assert!(!repair.fields.is_empty() && repair.fields.iter().all(|field| *field < plan.fields.len()));
        assert!(repair.values.iter().all(|(field, _)| repair.fields.contains(field)));
    }
}

/// A pack of fields of one kind and mandatory rules, `when => assertion`.
fn pack_of(count: usize, kind: &str, rules: impl Iterator<Item = String>) -> String {
    let rule = |(place, text): (usize, String)| {
        let (when, assert) = text.split_once(" => ").unwrap_or(("1 = 1", &text));
        format!(
            "{{\"id\": \"R{place}\", \"severity\": \"mandatory\", \"when\": \"{when}\", \"assert\": \"{assert}\", \"message\": \"请核对。\"}}"
        )
    };
    let field = |place: usize| format!("{{\"id\": \"x{place}\", \"label\": \"x{place}\", {kind}}}");
    format!(
        "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
        (0..count).map(field).collect::<Vec<_>>().join(", "),
        rules.enumerate().map(rule).collect::<Vec<_>>().join(", ")
    )
}

const WHOLE: &str = "\"type\": \"integer\"";
const ANY: &str = "\"type\": \"decimal\", \"min\": 0";
const YES: &str = "\"type\": \"boolean\"";

/// Many of these joined by a word.
fn many(count: usize, word: &str, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(word)
}

fn cases() -> Vec<(&'static str, String)> {
    let each = |count: usize, rule: fn(usize) -> String| (0..count).map(rule);
    let choices = many(300, ", ", |place| format!("{{\"value\": \"{place}\", \"label\": \"{place}\"}}"));
    let choice = format!("\"type\": \"choice\", \"choices\": [{choices}]");
    vec![
        (
            "one sum of 240 fields",
            pack_of(1_000, WHOLE, [format!("x0 = {}", many(240, " + ", |at| format!("x{}", at + 1)))].into_iter()),
        ),
        ("balances in a chain", pack_of(300, ANY, each(298, |at| format!("x{at} = x{} + x{}", at + 1, at + 2)))),
        (
            "every field beside every other",
            pack_of(
                60,
                ANY,
                (0..60).flat_map(|one| (0..one).map(move |two| format!("x{one} + x{two} >= {}", one * two))),
            ),
        ),
        (
            "conditions in a chain",
            pack_of(400, ANY, each(399, |at| format!("x{at} > 0 => x{} > x{at} or x{} = 7", at + 1, at + 1))),
        ),
        (
            "no whole number will do",
            pack_of(6, WHOLE, ["2 * x0 + 4 * x1 + 6 * x2 + 8 * x3 = 1 + 2 * x4 + 2 * x5".to_owned()].into_iter()),
        ),
        (
            "a whole number far away",
            pack_of(3, WHOLE, ["99991 * x0 - 99989 * x1 = 1".to_owned(), "x0 > 7 and x1 > 7".to_owned()].into_iter()),
        ),
        (
            "knapsack",
            pack_of(
                40,
                YES,
                [many(39, " + ", |at| format!("IF(x{at}, {}, 0)", 7_919 * (at + 3) * (at + 3) + 13 * at))
                    + " = 4000037"]
                .into_iter(),
            ),
        ),
        ("pigeons and holes", pack_of(12 * 11, YES, pigeons(12))),
        (
            "parity",
            pack_of(
                40,
                YES,
                each(39, |at| format!("(x{at} and not x{0}) or (not x{at} and x{0})", at + 1))
                    .chain(["x0 and x39".to_owned()]),
            ),
        ),
        (
            "nested magnitudes",
            pack_of(
                30,
                WHOLE,
                [
                    format!("{}x0{} = 5", "ABS(1 - ".repeat(20), ")".repeat(20)),
                    many(29, " + ", |at| format!("ABS(x{at} - x{})", at + 1)) + " = 3",
                ]
                .into_iter(),
            ),
        ),
        (
            "nested maxima",
            pack_of(
                30,
                WHOLE,
                [format!(
                    "MAX({}) = MIN({})",
                    many(30, ", ", |at| format!("x{at}")),
                    many(30, ", ", |at| format!("x{at} + 1"))
                )]
                .into_iter(),
            ),
        ),
        (
            "cases within cases",
            pack_of(
                12,
                WHOLE,
                [many(12, " + ", |at| format!("IF(x{at} > {at}, x{at}, IF(x{at} < -{at}, 0, {at}))")) + " = 77"]
                    .into_iter(),
            ),
        ),
        ("quotients of quotients", pack_of(9, ANY, each(8, |at| format!("x{at} / x{} <= x{} / 3", at + 1, at + 1)))),
        (
            "factors without end",
            pack_of(9, ANY, each(8, |at| format!("123456789.987654321 * x{at} = 987654321.123456789 * x{}", at + 1))),
        ),
        (
            "long lists of choices",
            pack_of(20, &choice, each(19, |at| format!("x{at} <> x{}", at + 1)).chain(["x0 = x19".to_owned()])),
        ),
        (
            "days",
            pack_of(
                40,
                "\"type\": \"date\"",
                each(39, |at| format!("x{at} < x{}", at + 1)).chain(["x39 < x0".to_owned()]),
            ),
        ),
    ]
}

/// Each pigeon has a hole, and no two the same.
fn pigeons(count: usize) -> impl Iterator<Item = String> {
    let holes = count - 1;
    let has = (0..count).map(move |one| many(holes, " or ", |hole| format!("x{}", one * holes + hole)));
    let shares = (0..holes).flat_map(move |hole| {
        (0..count).flat_map(move |one| {
            (0..one).map(move |two| format!("not (x{} and x{})", one * holes + hole, two * holes + hole))
        })
    });
    has.chain(shares)
}

/// The form with this text in every field but each `spared`-th.
fn filled(plan: &Rc<Plan>, text: impl Fn(usize) -> String, spared: usize) -> Session {
    let texts: Vec<(String, String)> = (0..plan.fields.len())
        .filter(|place| place % spared != spared - 1)
        .map(|place| (plan.fields[place].id.clone(), text(place)))
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    open(plan, &texts)
}

/// A text that the field reads, for the most part.
fn fitting(plan: &Plan, place: usize, digits: usize) -> String {
    match plan.fields[place].kind {
        FieldKind::Truth => digits.is_multiple_of(2).to_string(),
        FieldKind::Choice(_) => (digits % 300).to_string(),
        FieldKind::Date => format!("20{:02}-0{}-1{}", digits % 60, 1 + digits % 9, digits % 10),
        _ => digits.to_string(),
    }
}

/// Filled, half blank, all blank, and with what no field can read or no sum can hold.
fn ask_in_every_state(plan: &Rc<Plan>) {
    let mut random = Random::new(7);
    let digits: Vec<usize> = (0..plan.fields.len()).map(|_| random.below(2_000)).collect();
    for spared in [usize::MAX, 2, 9] {
        ask(&filled(plan, |place| fitting(plan, place, digits[place]), spared));
    }
    ask(&open(plan, &[]));
    ask(&filled(plan, |_| "看不懂".to_owned(), usize::MAX));
    ask(&filled(plan, |_| "9999999999999999999999999999".to_owned(), usize::MAX));
    ask(&filled(plan, |place| format!("-0.{:027}", place + 1), usize::MAX));
}

#[test]
fn forms_that_ask_too_much_are_given_up() {
    for (name, text) in cases() {
        on_a_small_stack(name, move || ask_in_every_state(&plan(&text)));
    }
}

#[test]
fn hostile_packs_are_asked_what_may_be_wrong() {
    for (name, bytes) in packs() {
        on_a_small_stack(name, move || {
            let Ok(loaded) = pack::load_bytes(&bytes) else { return };
            let plan = Rc::new(loaded.plan);
            ask(&open(&plan, &[]));
            ask(&filled(&plan, |place| TYPED[place % TYPED.len()].to_owned(), usize::MAX));
            ask(&filled(&plan, |place| (place % 97).to_string(), 3));
        });
    }
}

#[test]
fn a_township_report_of_any_texts_is_asked_what_may_be_wrong() {
    on_a_small_stack("any texts", || {
        let (plan, mut random) = (plan(TOWNSHIP), Random::new(70));
        for _ in 0..20 {
            let texts: Vec<String> = (0..plan.fields.len())
                .map(|_| match random.below(8) {
                    0 | 1 => (*random.pick(TYPED)).to_owned(),
                    digits => random.below(10_usize.pow(digits as u32 - 1)).to_string(),
                })
                .collect();
            let spared = 2 + random.below(9);
            ask(&filled(&plan, |place| texts[place].clone(), spared));
        }
    });
}
