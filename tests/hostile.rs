//! Any bytes as a pack, any text as a value: a diagnostic or a finding, never a panic, and no answer without end.
//!
//! The packs are made in `common/hostile.rs`. They run on a stack of 1 MiB, the one that the browser gives.
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
use common::{LOCALES, Random, TOWNSHIP, exercise, on_a_small_stack, open, path, plan};
use tianbao::door::tell::{self, Teller};
use tianbao::model::{Decimal, Locale};
use tianbao::pack;

/// Every second pack, so that both halves run at once.
fn every_other(first: usize) {
    for (name, bytes) in packs().into_iter().skip(first).step_by(2) {
        on_a_small_stack(name, move || exercise(&bytes));
    }
}

#[test]
fn hostile_packs_load_or_are_refused_one_half() {
    every_other(0);
}

#[test]
fn hostile_packs_load_or_are_refused_other_half() {
    every_other(1);
}

/// `loads`, or the code of the first thing told against it.
fn outcome(bytes: &[u8]) -> &'static str {
    match pack::load_bytes(bytes) {
        Ok(_) => "loads",
        Err(complaints) => tell::diagnostic(&String::from_utf8_lossy(bytes), &complaints[0], Locale::En).code,
    }
}

#[test]
fn every_one_of_them_is_listed_with_what_becomes_of_it() {
    let listed = std::fs::read_to_string(path("tests/cases/hostile.txt")).unwrap();
    let mut listed = listed.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut names = std::collections::BTreeSet::new();
    for (name, bytes) in packs() {
        assert!(names.insert(name), "two packs are called {name}");
        let line = format!("{:<20} {name}", outcome(&bytes));
        assert_eq!(listed.next(), Some(line.as_str()), "tests/cases/hostile.txt");
    }
    assert_eq!(listed.next(), None, "tests/cases/hostile.txt");
}

/// For tests in JavaScript: `cargo test --test hostile written_out -- --ignored` makes `target/hostile/<number>.json`
/// and `target/hostile/list.json`, a list of `{file, name, outcome}`.
#[test]
#[ignore = "writes 200 MB"]
fn written_out() {
    let folder = path("target/hostile");
    std::fs::create_dir_all(&folder).unwrap();
    let mut list = Vec::new();
    for (place, (name, bytes)) in packs().into_iter().enumerate() {
        let file = format!("{place:0>3}.json");
        std::fs::write(folder.join(&file), &bytes).unwrap();
        list.push(serde_json::json!({ "file": file, "name": name, "outcome": outcome(&bytes) }));
    }
    std::fs::write(folder.join("list.json"), serde_json::Value::from(list).to_string()).unwrap();
}

#[test]
fn a_pack_that_breaks_off_is_refused_wherever_it_does() {
    on_a_small_stack("cut", || {
        for end in (0..TOWNSHIP.trim_end().len()).step_by(997) {
            assert!(!exercise(&TOWNSHIP.as_bytes()[..end]), "cut at byte {end} it loads");
        }
    });
}

#[test]
fn a_pack_with_one_byte_changed_loads_or_is_refused() {
    on_a_small_stack("one byte", || {
        let mut random = Random::new(20_241);
        let (mut loaded, mut told) = (0, 0);
        for round in 0..3_000 {
            let mut bytes = TOWNSHIP.as_bytes().to_vec();
            let place = random.below(bytes.len());
            match random.below(4) {
                0 => bytes[place] = random.below(256) as u8,
                1 => bytes[place] = *random.pick(b"\"\\{}[],:0-+*/()<>=%.ea "),
                2 => drop(bytes.remove(place)),
                _ => bytes.insert(place, *random.pick(b"\"\\{}[],:0-+*/()<>=%.ea ")),
            }
            // Most changes of a text leave a pack; a form is opened on some of them.
            if round % 25 == 0 {
                exercise(&bytes);
            }
            match pack::load_bytes(&bytes) {
                Ok(_) => loaded += 1,
                Err(complaints) => {
                    assert!(!complaints.is_empty() && complaints.len() <= 50, "round {round}");
                    told += 1;
                }
            }
        }
        assert!(loaded > 100 && told > 100, "{loaded} loaded, {told} refused");
    });
}

/// A field of every kind, and what is computed from them.
const EVERY_KIND: &str = r#"{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[
 {"id":"whole","label":"整数","unit":"户","type":"integer","min":0,"max":100000,"plausible":[1,5000],"required":true},
 {"id":"money","label":"金额","unit":"万元","type":"decimal","decimals":2,"min":0},
 {"id":"signed","label":"增减","unit":"元","type":"decimal","decimals":4,"min":-1000},
 {"id":"free","label":"任意数","type":"decimal","not_applicable":["不涉及"]},
 {"id":"share","label":"比率","unit":"%","type":"decimal","decimals":2,"min":0,"max":100},
 {"id":"text","label":"说明","type":"text","min_length":2,"max_length":20,"pattern":"^[一-龥A-Za-z0-9]+$"},
 {"id":"any_text","label":"备注","type":"text"},
 {"id":"code","label":"代码","type":"text","format":"area-code"},
 {"id":"choice","label":"地形","type":"choice","choices":[{"value":"plain","label":"平原"},{"value":"hills","label":"丘陵"}]},
 {"id":"truth","label":"是否","type":"boolean"},
 {"id":"day","label":"日期","type":"date"}],
 "metrics":[{"id":"rate","label":"率","unit":"元/户","places":4,"formula":"money / whole"},
  {"id":"mix","label":"和","places":2,"formula":"free * free + NUM(signed)"}],
 "rules":[{"id":"R1","severity":"verify","assert":"rate < 100","message":"率 {rate}，金额 {money}，说明 {text}。请核对。"},
  {"id":"R2","severity":"hint","when":"truth","assert":"day > '2024-01-01' or MATCHES(any_text, '(a|b)*c')","message":"日期 {day}，地形 {choice}，备注 {any_text}。请核对。"}]}"#;

/// What people, spreadsheets, chat programs and attackers put in.
const SCRAPS: &[&str] = &[
    "0",
    "1",
    "9",
    "12",
    "007",
    "1.5",
    ".",
    ",",
    "，",
    "。",
    "-",
    "－",
    "−",
    "—",
    "+",
    "e",
    "E9",
    "%",
    "％",
    "‰",
    "万",
    "亿",
    "千",
    "十",
    "二",
    "负",
    "点",
    "半",
    "约",
    "户",
    "人",
    "万元",
    "元",
    "角",
    "¥",
    "$",
    "€",
    "(",
    ")",
    "（",
    "）",
    "[",
    "{",
    "}",
    "<",
    ">",
    "/",
    "\\",
    "'",
    "\"",
    " ",
    "\u{a0}",
    "\u{3000}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\t",
    "\n",
    "\r",
    "\u{0}",
    "\u{7f}",
    "\u{fffd}",
    "\u{10ffff}",
    "１",
    "９",
    "٣",
    "²",
    "①",
    "Ⅳ",
    "x",
    "X",
    "××",
    "__",
    "NaN",
    "inf",
    "#REF!",
    "=A1",
    "是",
    "否",
    "true",
    "平原",
    "hills",
    "2024",
    "-03-",
    "年",
    "月",
    "日",
    "镇",
    "a",
    "bc",
    "😀",
    "e\u{301}",
    "<script>",
    "{x}",
    "__proto__",
    "null",
    "undefined",
    "330781",
    "000000000000",
];

fn nasty(random: &mut Random) -> String {
    let parts = if random.below(500) == 0 { 3_000 } else { 1 + random.below(9) };
    let mut text = String::new();
    for _ in 0..parts {
        match random.below(12) {
            0 => text.push(char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{fffd}')),
            1 => text.push(random.below(128) as u8 as char),
            _ => text.push_str(random.pick::<&str>(SCRAPS)),
        }
    }
    text
}

fn any_text_as_a_value(seed: u64, rounds: usize) {
    let plan = plan(EVERY_KIND);
    let mut form = open(&plan, &[]);
    let mut random = Random::new(seed);
    for round in 0..rounds {
        let text = nasty(&mut random);
        let place = round % plan.fields.len();
        let edit = form.set(place, &text);
        let teller = Teller::new(&form, LOCALES[round % 2]);
        for finding in teller.changes(&edit).opened.iter().filter(|finding| finding.code != "rule") {
            // The text is quoted in part; what surrounds it is a sentence.
            assert!(finding.message.chars().count() < 400, "{text:?}: {}", finding.message);
            assert!(!finding.message.chars().any(char::is_control), "{text:?}: {}", finding.message);
            assert!(finding.message.ends_with(['。', '.']), "{text:?}: {}", finding.message);
        }
        if round % 50 == 0 {
            holds_together(&form, place, &text);
        }
    }
}

/// What a report promises of any text.
fn holds_together(form: &tianbao::engine::Session, place: usize, text: &str) {
    let report = Teller::new(form, Locale::Zh).report();
    let (id, field) = &report.fields.0[place];
    assert_eq!(field.typed, text, "typed text is kept as typed");
    let own: Vec<&str> =
        report.findings.iter().filter(|one| one.id.starts_with(&format!("{id}:"))).map(|one| one.code).collect();
    let told = format!("{id} {text:?}: {} {:?} {own:?}", field.state, field.value);
    match field.state {
        "invalid" => assert!(own.len() == 1 && own[0] != "plausible" && own[0] != "required", "{told}"),
        "blank" => assert!(own.iter().all(|code| *code == "required") && field.value.is_none(), "{told}"),
        "ok" => assert!(own.iter().all(|code| *code == "plausible"), "{told}"),
        state => panic!("{state}: {told}"),
    }
    if let (Some(value), 0..5) = (&field.value, place) {
        assert_eq!(Decimal::parse(value).map(|number| number.to_string()).as_ref(), Some(value), "canonical: {told}");
    }
    for (id, metric) in &report.metrics.0 {
        assert_eq!(metric.value.is_some(), metric.state == "ok", "{id} after {told}");
        assert_eq!(metric.why.is_some(), metric.state != "ok", "{id} after {told}");
    }
}

#[test]
fn any_text_is_a_value_or_a_finding_one_half() {
    on_a_small_stack("texts, one half", || any_text_as_a_value(1, 50_000));
}

#[test]
fn any_text_is_a_value_or_a_finding_other_half() {
    on_a_small_stack("texts, other half", || any_text_as_a_value(2, 50_000));
}

#[test]
fn a_long_text_is_cut_where_sentences_quote_it() {
    let text = common::hostile::pack(
        r#"{"id":"t","label":"t","type":"text"},{"id":"a","label":"a","type":"integer"}"#,
        "",
        r#"{"id":"R","severity":"hint","assert":"a < 0","message":"{t}{t}{t}{t}{t}{t}{t}{t}{t}{t}，请核对。"}"#,
    );
    let plan = plan(&text);
    let long = "长".repeat(1_000_000);
    let form = open(&plan, &[("t", &long), ("a", "1")]);
    let report = Teller::new(&form, Locale::Zh).report();
    assert_eq!(report.fields.0[0].1.typed, long, "what was typed is kept");
    assert!(report.findings[0].message.len() < 10_000, "a sentence of {} bytes", report.findings[0].message.len());
    let explained = Teller::new(&form, Locale::Zh).explain("t").unwrap();
    assert!(explained.substituted.len() < 1_000, "an explanation of {} bytes", explained.substituted.len());
}

#[test]
fn ids_that_a_form_does_not_have_are_passed_over() {
    let plan = plan(EVERY_KIND);
    let mut form = open(&plan, &[("nobody", "1"), ("__proto__", "2"), ("whole", "3")]);
    assert_eq!(form.typed(0), "3");
    assert!(form.set(usize::MAX, "4").is_empty());
    assert!(form.justify(usize::MAX, "核对过台账").is_err());
    assert!(Teller::new(&form, Locale::En).explain("nobody").is_none());
    drop(form);
    assert_eq!(Rc::strong_count(&plan), 1, "a form that is closed lets go of its pack");
}
