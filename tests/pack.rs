//! Runs `tests/cases/pack/*.txt`: small packs, and what their author is told.
//!
//! ```text
//! === what the case shows
//! "fields": [{ "id": "a", "label": "甲", "type": "nmber" }]
//! ---
//! error bad-value 1:43 fields[0].type ~ integer · decimal · text · choice · boolean · date ! nmber
//! ```
//!
//! Where the text opens with a key, the other keys that a pack must have are put in before its first line. A diagnostic is `severity code line:column path ~ expected ! found`; a pack without any is `loads`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::collections::BTreeSet;

use common::{LOCALES, files, line, open, path, plan};
use tianbao::door::tell::{self, Teller};
use tianbao::model::{Diagnostic, Locale, Problem};
use tianbao::pack;

/// The keys that a case need not write.
const FRAME: &[(&str, &str)] = &[
    ("tianbao", "1"),
    ("id", "\"p\""),
    ("version", "\"1\""),
    ("title", "\"t\""),
    ("sections", "[]"),
    (
        "fields",
        r#"[{"id":"a","label":"甲","unit":"户","type":"integer"},{"id":"b","label":"乙","unit":"人","type":"integer"}]"#,
    ),
    ("metrics", "[]"),
    ("rules", "[]"),
];

#[test]
fn packs_are_told_what_the_tables_say() {
    let (mut wrong, mut count, mut seen) = (Vec::new(), 0, BTreeSet::new());
    for file in files(&path("tests/cases/pack"), ".txt") {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for case in std::fs::read_to_string(&file).unwrap().split("\n=== ").skip(1) {
            count += 1;
            let (title, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: {title}: no `---`"));
            let expected: Vec<&str> =
                expected.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
            let found = told(text, &mut seen);
            if found != expected {
                let (expected, found) = (expected.join("\n    "), found.join("\n    "));
                wrong.push(format!("{name}: {title}\n    {expected}\n  found\n    {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    let missing: Vec<&str> = codes().filter(|code| !seen.contains(*code)).collect();
    assert!(missing.is_empty(), "no case shows {}", missing.join(", "));
}

/// Every code that a pack's text can give. The other two are those of its cases; bytes and sizes are tested below.
fn codes() -> impl Iterator<Item = &'static str> {
    let elsewhere = ["not-utf8", "too-large", "too-many", "case-fails", "case-missing"];
    common::PROBLEMS.iter().map(|problem| problem.as_str()).filter(move |code| !elsewhere.contains(code))
}

fn told(case: &str, seen: &mut BTreeSet<String>) -> Vec<String> {
    let text = whole(case);
    let shift = u32::from(case.starts_with('"'));
    let complaints = match pack::load(&text) {
        Ok(loaded) => loaded.warnings,
        Err(complaints) => complaints,
    };
    let line = |complaint: &Diagnostic| {
        for locale in LOCALES {
            let message = tell::diagnostic(&text, complaint, locale).message;
            let holes = ["“”", "  ", "‘’"].iter().any(|hole| message.contains(hole));
            assert!(!holes && !message.is_empty(), "a hole in {message:?} for {case}");
        }
        let mut told = tell::diagnostic(&text, complaint, Locale::Zh);
        told.line -= shift.min(told.line);
        seen.insert(told.code.to_owned());
        line(&told)
    };
    let lines: Vec<String> = complaints.iter().map(line).collect();
    if lines.is_empty() { vec!["loads".to_owned()] } else { lines }
}

/// The case as a pack: line 1 holds what it does not say itself.
fn whole(case: &str) -> String {
    if !case.starts_with('"') {
        return case.to_owned();
    }
    let has = |key: &str| case.starts_with(&format!("\"{key}\"")) || case.contains(&format!("\n\"{key}\""));
    let rest = FRAME.iter().filter(|(key, _)| !has(key)).map(|(key, value)| format!("\"{key}\":{value},"));
    format!("{{{}\n{case}\n}}", rest.collect::<String>())
}

fn codes_of(bytes: &[u8]) -> Vec<&'static str> {
    match pack::load_bytes(bytes) {
        Ok(loaded) => loaded.warnings.iter().map(|one| one.problem.as_str()).collect(),
        Err(complaints) => complaints.iter().map(|one| one.problem.as_str()).collect(),
    }
}

#[test]
fn the_list_of_codes_is_whole() {
    let source = include_str!("../src/model/diagnostic.rs");
    let declared = source.split("pub const fn as_str").nth(1).unwrap().matches("=> \"").count();
    let codes: BTreeSet<&str> = common::PROBLEMS.iter().map(|problem| problem.as_str()).collect();
    assert_eq!(codes.len(), declared, "tests/common/mod.rs lists every problem");
}

#[test]
fn what_is_no_text_or_too_much_of_it_is_refused() {
    use common::hostile::{MIB, field, list, pack};
    let good = pack(&field("a"), "", "");
    assert_eq!(codes_of(&[good.as_bytes(), &[0xff]].concat()), ["not-utf8"]);
    assert_eq!(codes_of(format!("{good}{}", " ".repeat(MIB - good.len())).as_bytes()), [""; 0]);
    assert_eq!(codes_of(format!("{good}{}", " ".repeat(MIB + 1 - good.len())).as_bytes()), ["too-large"]);
    let many = pack(&list(10_001, |place| field(&format!("f{place}"))), "", "");
    assert_eq!(codes_of(many.as_bytes()), ["too-many"]);
    let complaints = pack::load_bytes(&[b'{', b'\n', b' ', 0xc3, 0x28]).unwrap_err();
    let place = tell::diagnostic("{\n \u{fffd}(", &complaints[0], Locale::En);
    assert_eq!((place.line, place.column), (2, 2));
}

#[test]
fn errors_are_never_lost_behind_warnings() {
    use common::hostile::{list, pack, rule};
    let same = list(60, |place| format!(r#"{{"id":"f{place}","label":"同","type":"integer"}}"#));
    let complaints = pack::load(&pack(&same, "", &rule("R", "f1 <="))).unwrap_err();
    assert!(complaints.len() <= 50, "{} diagnostics", complaints.len());
    assert!(complaints.iter().any(|one| one.problem == Problem::UnexpectedEnd), "the rule's fault is not told");
    let broken =
        r#"{"id":"m","label":"m","places":0,"formula":"f1 +"},{"id":"n","label":"n","places":0,"formula":"f2"}"#;
    assert!(pack::load(&pack(&same, broken, &rule("R", "n > 0"))).is_err(), "a broken metric is left out in silence");
}

#[test]
fn the_names_of_javascript_are_names_like_others() {
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
    use common::hostile::{field, list, metric, pack, rule};
    let text = pack(
        &list(names.len(), |place| field(names[place])),
        &metric("__defineGetter__", "constructor + __proto__"),
        &rule("isPrototypeOf", "__proto__ <= toString"),
    );
    let plan = plan(&text);
    let form = open(&plan, &[("__proto__", "3"), ("constructor", "4"), ("toString", "2")]);
    let report = Teller::new(&form, Locale::Zh).report();
    let json = serde_json::to_string(&report).unwrap();
    assert!(json.contains(r#""__proto__":{"typed":"3","value":"3","state":"ok"}"#), "{json}");
    assert!(json.contains(r#""__defineGetter__":{"value":"7""#), "{json}");
    assert_eq!(report.findings[0].id, "isPrototypeOf");
    assert_eq!(report.findings[0].fields, ["__proto__", "toString"]);
    assert_eq!(Teller::new(&form, Locale::Zh).explain("__defineGetter__").unwrap().substituted, "4 + 3");
}

#[test]
fn a_text_is_one_or_two_languages() {
    let text = whole(
        r#""title": { "zh": "标题", "en": "Title" },
"fields": [{ "id": "a", "label": { "zh": "甲" }, "type": "text" },
           { "id": "b", "label": "乙", "type": "choice", "choices": [{ "value": "x", "label": { "zh": "选", "en": "Pick" } }] }]"#,
    );
    let plan = plan(&text);
    let form = open(&plan, &[("b", "选")]);
    let labels = |locale| {
        let fields = &form.plan().fields;
        let tianbao::pack::FieldKind::Choice(choices) = &fields[1].kind else { panic!("a choice") };
        let texts = [&form.plan().title, &fields[0].label, &fields[1].label, &choices[0].label];
        texts.map(|text| text.get(locale).to_owned())
    };
    assert_eq!(labels(Locale::Zh), ["标题", "甲", "乙", "选"]);
    assert_eq!(labels(Locale::En), ["Title", "甲", "乙", "Pick"]);
}

#[test]
fn escapes_blanks_and_a_byte_order_mark_change_nothing() {
    let plain = whole("\"title\": \"标题A/\u{1F600}\"");
    let escaped = plain.replace("标题A/\u{1F600}", r"\u6807\u9898\u0041\/\ud83d\ude00");
    let spaced = format!("\u{feff}\r\n\t {} \n", plain.replace(":[", " :\t[ ").replace(",\"", " ,\r\n\""));
    let hashes: Vec<String> = [&plain, &escaped, &spaced].iter().map(|text| plan(text).hash.clone()).collect();
    assert_eq!(plan(&escaped).title.zh, "标题A/\u{1F600}");
    assert_eq!(hashes[0], hashes[1]);
    assert_eq!(hashes[0], hashes[2]);
    assert_ne!(hashes[0], plan(&plain.replace('A', "B")).hash);
    assert_eq!(hashes[0].len(), 64);
}

#[test]
fn at_most_fifty_things_are_told_in_the_order_of_the_text() {
    use common::hostile::{field, list, pack};
    let text = pack(&list(100, |_| field("a")), "", "");
    let complaints = pack::load(&text).unwrap_err();
    assert_eq!(complaints.len(), 50);
    assert!(complaints.is_sorted_by_key(|one| one.span.start));
}
