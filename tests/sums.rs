//! Sums: which rules are some, how far parts and total agree while they are filled in, and last period's figure beside a field.
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
use tianbao::door::tell::Teller;
use tianbao::door::wire::{Explanation, SumReport};
use tianbao::engine::{Opening, Session};
use tianbao::model::Locale;

/// Fields in 人, but `w` in 万元 and `y`, `z` in 元; each rule's id is its place.
fn pack(rules: &[(&str, &str)]) -> String {
    let field = |(id, unit): (&str, &str)| {
        format!(r#"{{"id":"{id}","label":"{id}数","type":"decimal","unit":"{unit}","not_applicable":["不涉及"]}}"#)
    };
    let units = [("a", "人"), ("b", "人"), ("c", "人"), ("d", "人"), ("w", "万元"), ("y", "元"), ("z", "元")];
    let fields: Vec<String> = units.into_iter().map(field).collect();
    let rule = |(place, (assert, more)): (usize, &(&str, &str))| {
        format!(r#"{{"id":"R{place}","severity":"hint","assert":"{assert}",{more}"message":"请核对。"}}"#)
    };
    let rules: Vec<String> = rules.iter().enumerate().map(rule).collect();
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[{}],"metrics":[{{"id":"m","label":"合","places":0,"unit":"人","formula":"a + b"}}],"rules":[{}]}}"#,
        fields.join(","),
        rules.join(",")
    )
}

/// `total: parts`, or nothing where the assertion is no sum.
fn found(assert: &str) -> String {
    let plan = plan(&pack(&[(assert, "")]));
    let Some(sum) = &plan.rules[0].sum else { return String::new() };
    let parts = sum.parts.iter().map(|(place, factor)| match (factor.times, factor.over) {
        (1, 1) => plan.fields[*place].id.clone(),
        (times, over) => format!("{} × {times}/{over}", plan.fields[*place].id),
    });
    format!("{}: {}", plan.fields[sum.total].id, parts.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_sum_is_found_in_the_formula() {
    for (assert, expected) in [
        ("a + b + c = d", "d: a b c"),
        ("d = a + b", "d: a b"),
        ("SUM(a, b, c) = d", "d: a b c"),
        ("d = SUM(a, b + c)", "d: a b c"),
        ("a + (b + c) = d", "d: a b c"),
        ("y + w = z", "z: y w × 10000/1"),
        ("y + z = w", "w: y × 1/10000 z × 1/10000"),
        ("w = y + z", "w: y × 1/10000 z × 1/10000"),
        ("a = d", ""),
        ("SUM(a) = d", ""),
        ("a + b <= d", ""),
        ("a - b = d", ""),
        ("a + b = c + d", ""),
        ("a + 1 = d", ""),
        ("a + a = d", ""),
        ("a + d = d", ""),
        ("a + m = d", ""),
        ("m = d", ""),
        ("a * 2 + b = d", ""),
        ("a + b = d and c > 0", ""),
    ] {
        assert_eq!(found(assert), expected, "{assert}");
    }
}

fn explain(form: &Session, locale: Locale, id: &str) -> Explanation {
    Teller::new(form, locale).explain(id).unwrap()
}

fn told(rules: &[(&str, &str)], typed: &[(&str, &str)], locale: Locale) -> Option<SumReport> {
    explain(&open(&plan(&pack(rules)), typed), locale, "R0").sum
}

/// The difference and the words in both languages.
fn agreement(assert: &str, typed: &[(&str, &str)]) -> String {
    let Some(zh) = told(&[(assert, "")], typed, Locale::Zh) else { return "nothing".to_owned() };
    let en = told(&[(assert, "")], typed, Locale::En).unwrap();
    assert_eq!((&zh.difference, zh.shown.is_none()), (&en.difference, true));
    format!("{} | {} | {}", zh.difference.as_deref().unwrap_or("-"), zh.text, en.text)
}

#[test]
fn what_is_still_missing_is_told_as_it_is_filled_in() {
    let sum = "a + b + c = d";
    for (typed, expected) in [
        (&[][..], "nothing"),
        (&[("a", "约5")], "nothing"),
        (&[("a", "100"), ("b", "23")], "- | 分项合计 123 人 | The parts add up to 123 people"),
        (&[("d", "18")], "18 | 还差 18 人 | 18 people short of the total"),
        (&[("d", "1,018"), ("a", "1,000")], "18 | 还差 18 人 | 18 people short of the total"),
        (&[("d", "19"), ("a", "18"), ("b", "0"), ("c", "0")], "1 | 还差 1 人 | 1 person short of the total"),
        (&[("d", "18"), ("a", "36")], "-18 | 多出 18 人 | 18 people over the total"),
        (&[("d", "0.3"), ("a", "0.1"), ("b", "0.2"), ("c", "0")], "0 | 已平衡 | The parts make the total"),
        (
            &[("d", "18"), ("a", "18")],
            "0 | 分项已等于总数，还有 2 项待填 | The parts make the total, 2 still to be filled in",
        ),
        (&[("d", "18"), ("a", "18"), ("b", "不涉及")], "nothing"),
    ] {
        assert_eq!(agreement(sum, typed), expected, "{typed:?}");
    }
    assert_eq!(
        agreement("y + z = w", &[("w", "1.2"), ("y", "5,000.01")]),
        "0.699999 | 还差 0.699999 万元 | 0.699999 × 10,000 yuan short of the total"
    );
}

#[test]
fn what_does_not_apply_has_no_sum() {
    let typed = [("a", "1"), ("b", "2"), ("d", "4"), ("c", "0")];
    assert!(told(&[("a + b = d", r#""when":"c > 0","#)], &typed, Locale::Zh).is_none());
    assert!(told(&[("a + b = d", r#""when":"c = 0","#)], &typed, Locale::Zh).is_some());
    let plan = plan(&pack(&[("a + b + c = d", "")]));
    let present = Some(["a", "b", "d"].map(str::to_owned).to_vec());
    let values = typed.map(|(id, text)| (id.to_owned(), text.to_owned())).to_vec();
    let form = Session::open(plan, &Opening { present, values, ..Opening::default() });
    assert!(explain(&form, Locale::Zh, "R0").sum.is_none(), "c is not on the form");
}

const IN_WAN: &str = r#""shown_in":{"unit":"万人","places":1},"#;

fn shown(rules: &[(&str, &str)], typed: &[(&str, &str)], id: &str) -> Option<String> {
    let form = open(&plan(&pack(rules)), typed);
    let shown = explain(&form, Locale::Zh, id).sum?.shown?;
    Some(format!("{} = {} {}", shown.parts.join(" + "), shown.total, shown.unit))
}

#[test]
fn only_what_agrees_is_shown_in_a_larger_unit() {
    let rules = [("a + b = c", IN_WAN)];
    assert_eq!(shown(&rules, &[("a", "4500"), ("b", "4500"), ("c", "9000")], "R0").unwrap(), "0.5 + 0.4 = 0.9 万人");
    assert_eq!(shown(&rules, &[("a", "4500"), ("b", "4500"), ("c", "9001")], "R0"), None);
    assert_eq!(shown(&rules, &[("a", "4500"), ("c", "4500")], "R0"), None);
    assert_eq!(shown(&[("a + b = c", "")], &[("a", "4500"), ("b", "4500"), ("c", "9000")], "R0"), None);
}

#[test]
fn a_total_that_is_a_part_is_shown_as_it_is_there() {
    let rules = [("c + d = a", IN_WAN), ("b + c = d", IN_WAN)];
    let typed = [("c", "5,500"), ("d", "3,500"), ("a", "9,000"), ("b", "-2,000")];
    // Of 5,500 and 3,500 the same is cut off, and the one tenth that is missing goes to the larger.
    assert_eq!(shown(&rules, &typed, "R0").unwrap(), "0.6 + 0.3 = 0.9 万人");
    // By itself 3,500 would be 0.4.
    assert_eq!(shown(&rules, &typed, "R1").unwrap(), "-0.2 + 0.5 = 0.3 万人");
    assert_eq!(shown(&rules[1..], &typed, "R0").unwrap(), "-0.2 + 0.6 = 0.4 万人");
    let round = [("a + b = c", IN_WAN), ("c + d = a", IN_WAN)];
    let zeros = [("a", "0"), ("b", "0"), ("c", "0"), ("d", "0")];
    assert_eq!(shown(&round, &zeros, "R0").unwrap(), "0.0 + 0.0 = 0.0 万人");
}

#[test]
fn last_periods_figure_stands_beside_a_field() {
    let text = pack(&[]).replace(
        r#""fields":["#,
        r#""fields":[{"id":"a_last","label":"上年a数","type":"decimal","unit":"人","last_of":"a"},"#,
    );
    let plan = plan(&text);
    let operands = |form: &Session, id: &str| {
        let told = explain(form, Locale::Zh, id).operands;
        told.iter().map(|one| format!("{} {} {:?} {:?}", one.id, one.label, one.value, one.unit)).collect::<Vec<_>>()
    };
    let form = open(&plan, &[("a_last", "1,200")]);
    assert_eq!(operands(&form, "a"), [r#"a_last 上年a数 Some("1200") Some("人")"#]);
    assert!(operands(&form, "b").is_empty());
    let present = Some(vec!["a".to_owned()]);
    let prior = vec![("a".to_owned(), "８８０".to_owned())];
    let form = Session::open(plan.clone(), &Opening { present: present.clone(), prior, ..Opening::default() });
    assert_eq!(operands(&form, "a"), [r#"a_last 上年a数 Some("880") Some("人")"#]);
    let form = Session::open(plan, &Opening { present, ..Opening::default() });
    assert_eq!(operands(&form, "a"), [r#"a_last 上年a数 None Some("人")"#]);
}
