//! Fields, choices, sections, parameters and words: too many, too long, round in a circle.

use super::{MIB, Named, field, full, list, metric, pack, pack_with, rule};

/// Every text of a pack, and every id that is shown, as a page would run it.
const MARKUP: &str = r#"{"tianbao":1,"id":"p","version":"<b>1</b>","title":{"zh":"<img src=x onerror=alert(1)>","en":"<svg onload=alert(1)>"},
 "parameters":{"goal":{"label":"<b>goal</b>","value":"1","unit":"<u>"}},"units":[{"unit":"<u>","en":"<u>"}],
 "words":{"waiting":"<i>待填</i>","no_last":"<i>无</i>","undefined":"<script>alert(1)</script>"},
 "reasons":{"min_characters":1,"stock_phrases":["<b>已核对</b>"],"offers":["<img src=x onerror=alert(1)>"]},
 "sections":[{"id":"s","label":"</section><script>alert(1)</script>"}],
 "fields":[{"id":"a","label":"<b>a</b>","aliases":["<i>甲</i>"],"section":"s","type":"integer","unit":"<u>","not_applicable":["<s>"],"note":"<b>","source":"<a href=javascript:alert(1)>"},
  {"id":"c","label":"\"><b>","type":"choice","choices":[{"value":"<v>","label":"<label>"}]}],
 "metrics":[{"id":"m","label":"<m>","places":2,"formula":"a / 0","unit":"<u>","note":"<b>"}],
 "rules":[{"id":"R","severity":"verify","assert":"a < 0 * goal","message":"<script>alert('{a}')</script><img src='{m}' onerror=alert(1)>","family":"<f>","note":"<n>","source":"<s>"}]}"#;

/// A field that is last period's value of another.
fn last(place: usize, of: usize) -> String {
    format!(r#"{{"id":"f{place}","label":"f{place}","type":"integer","last_of":"f{of}"}}"#)
}

pub fn packs() -> Vec<Named> {
    let long = "长".repeat(100_000);
    let choices = |count: usize| list(count, |place| format!(r#"{{"value":"{place}","label":"{place}"}}"#));
    let choice = |count: usize| {
        pack(&format!(r#"{{"id":"a","label":"a","type":"choice","choices":[{}]}}"#, choices(count)), "", "")
    };
    vec![
        ("as many empty fields as fit", pack(&full(MIB - 200, |_| "{}".to_owned()), "", "")),
        ("a million fields", pack(&list(1_000_000, |place| format!(r#"{{"id":"f{place}"}}"#)), "", "")),
        ("10,000 fields", pack(&list(10_000, |place| field(&format!("f{place}"))), "", "")),
        ("10,001 fields", pack(&list(10_001, |place| field(&format!("f{place}"))), "", "")),
        ("10,000 fields with one id", pack(&list(10_000, |_| field("a")), "", "")),
        (
            "60 fields with one label and a broken rule",
            pack(
                &list(60, |place| format!(r#"{{"id":"f{place}","label":"同","type":"integer"}}"#)),
                "",
                &rule("R", "f1 <="),
            ),
        ),
        ("an id of 100,000 letters", pack(&field(&long), "", "")),
        ("a label of 100,000 letters", pack(&format!(r#"{{"id":"a","label":"{long}","type":"text"}}"#), "", "")),
        (
            "a note of 300,000 letters",
            pack(&format!(r#"{{"id":"a","label":"a","type":"text","note":"{}"}}"#, "注".repeat(300_000)), "", ""),
        ),
        (
            "100,000 aliases",
            pack(
                &format!(
                    r#"{{"id":"a","label":"a","type":"text","aliases":[{}]}}"#,
                    list(100_000, |place| format!("\"{place}\""))
                ),
                "",
                "",
            ),
        ),
        (
            "100,000 words for not applicable",
            pack(
                &format!(
                    r#"{{"id":"a","label":"a","type":"integer","not_applicable":[{}]}}"#,
                    list(100_000, |place| format!("\"{place}\""))
                ),
                "",
                "",
            ),
        ),
        ("1,000 choices", choice(1_000)),
        ("1,001 choices", choice(1_001)),
        ("35,000 choices", choice(35_000)),
        (
            "choices of 200 letters",
            pack(
                &format!(
                    r#"{{"id":"a","label":"a","type":"choice","choices":[{}]}}"#,
                    full(MIB - 300, |place| format!(r#"{{"value":"{place}","label":"{}"}}"#, "选".repeat(200)))
                ),
                "",
                "",
            ),
        ),
        ("no choices", choice(0)),
        (
            "a limit of 40 digits",
            pack(
                r#"{"id":"a","label":"a","type":"decimal","min":-99999999999999999999999999999999999999,"max":99999999999999999999999999999999999999}"#,
                "",
                "",
            ),
        ),
        (
            "limits the wrong way round",
            pack(r#"{"id":"a","label":"a","type":"decimal","min":1,"max":0,"plausible":[5,1]}"#, "", ""),
        ),
        ("decimals of 255", pack(r#"{"id":"a","label":"a","type":"decimal","decimals":255}"#, "", "")),
        ("decimals below zero", pack(r#"{"id":"a","label":"a","type":"decimal","decimals":-1}"#, "", "")),
        (
            "lengths the wrong way round",
            pack(r#"{"id":"a","label":"a","type":"text","min_length":9,"max_length":1}"#, "", ""),
        ),
        ("a field that is last of itself", pack(r#"{"id":"a","label":"a","type":"integer","last_of":"a"}"#, "", "")),
        (
            "two fields that are last of each other",
            pack(
                r#"{"id":"a","label":"a","type":"integer","last_of":"b"},{"id":"b","label":"b","type":"text","last_of":"a"}"#,
                "",
                "",
            ),
        ),
        (
            "a field derived from a metric of its own",
            pack(r#"{"id":"a","label":"a","type":"integer","derived_from":"m"}"#, &metric("m", "a"), ""),
        ),
        (
            "10,000 sections",
            pack(&field("a"), "", "").replace(
                r#""sections":[]"#,
                &format!(r#""sections":[{}]"#, list(10_000, |place| format!(r#"{{"id":"s{place}","label":"s"}}"#))),
            ),
        ),
        (
            "a section within itself",
            pack(&field("a"), "", "")
                .replace(r#""sections":[]"#, r#""sections":[{"id":"s","label":"s","within":"s"}]"#),
        ),
        (
            "sections 5,000 deep",
            pack(&field("a"), "", "").replace(
                r#""sections":[]"#,
                &format!(
                    r#""sections":[{}]"#,
                    list(5_000, |place| if place == 0 {
                        r#"{"id":"s0","label":"s"}"#.to_owned()
                    } else {
                        format!(r#"{{"id":"s{place}","label":"s","within":"s{}"}}"#, place - 1)
                    })
                ),
            ),
        ),
        (
            "100,000 stock phrases",
            pack_with(
                &format!(
                    r#""reasons":{{"min_characters":1,"stock_phrases":[{}]}},"#,
                    list(100_000, |place| format!("\"{place}\""))
                ),
                &field("a"),
                "",
                &rule("R", "a < 0"),
            ),
        ),
        ("a reason of 10^9 characters", pack_with(r#""reasons":{"min_characters":1000000000},"#, &field("a"), "", "")),
        (
            "20,000 parameters",
            pack_with(
                &format!(
                    r#""parameters":{{{}}},"#,
                    list(20_000, |place| format!(r#""p{place}":{{"label":"p","value":1}}"#))
                ),
                &field("a"),
                &metric("m", "a + p1"),
                "",
            ),
        ),
        (
            "names of JavaScript's own",
            pack(
                &list(6, |place| {
                    field(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"][place])
                }),
                &metric("__defineGetter__", "constructor / __proto__"),
                &rule("isPrototypeOf", "__proto__ <= toString"),
            ),
        ),
        (
            "names of every script",
            pack(
                &list(5, |place| field(["ñandú", "Ωμέγα", "年末_人数", "إجمالي", "ｆｕｌｌ"][place])),
                &metric("m", "ñandú + Ωμέγα + 年末_人数 + إجمالي + ｆｕｌｌ"),
                "",
            ),
        ),
        ("an id with a zero byte", pack(r#"{"id":"a\u0000b","label":"a","type":"text"}"#, "", "")),
        ("an id of a million letters", pack(&field(&"x".repeat(1_000_000)), "", "")),
        (
            "a label of a million letters",
            pack(&format!(r#"{{"id":"a","label":"{}","type":"text"}}"#, "x".repeat(1_000_000)), "", ""),
        ),
        (
            "a version of a million letters",
            pack(&field("a"), "", "").replace(r#""version":"1""#, &format!(r#""version":"{}""#, "1".repeat(1_000_000))),
        ),
        (
            "a chain of 5,000 last periods",
            pack(&list(5_000, |place| last(place, place + 1)), "", "").replace(r#","last_of":"f5000""#, ""),
        ),
        ("a circle of 1,000 last periods", pack(&list(1_000, |place| last(place, (place + 1) % 1_000)), "", "")),
        (
            "1,000 last periods of one field",
            pack(&list(1_000, |place| last(place + 1, 0)).replacen('{', &format!("{},{{", field("f0")), 1), "", ""),
        ),
        (
            "sections within each other",
            pack(&field("a"), "", "").replace(
                r#""sections":[]"#,
                r#""sections":[{"id":"s","label":"s","within":"t"},{"id":"t","label":"t","within":"s"}]"#,
            ),
        ),
        (
            "a parameter of a million digits",
            pack_with(
                &format!(r#""parameters":{{"p":{{"label":"p","value":"{}"}}}},"#, "9".repeat(1_000_000)),
                &field("a"),
                "",
                "",
            ),
        ),
        (
            "parameters with names of JavaScript's own",
            pack_with(
                r#""parameters":{"__proto__":{"label":"p","value":1},"constructor":{"label":"q","value":2}},"#,
                &field("a"),
                &metric("m", "a + __proto__ + constructor"),
                "",
            ),
        ),
        (
            "choices with names of JavaScript's own",
            pack(
                r#"{"id":"a","label":"a","type":"choice","choices":[{"value":"__proto__","label":"constructor"},{"value":"toString","label":"valueOf"}]}"#,
                "",
                &rule("R", "a = '__proto__'"),
            ),
        ),
        (
            "sections and units with names of JavaScript's own",
            pack_with(
                r#""units":[{"unit":"__proto__"},{"unit":"constructor","is":"2 __proto__","en":"toString"}],"#,
                r#"{"id":"a","label":"a","type":"integer","unit":"constructor","section":"__proto__"}"#,
                "",
                &rule("R", "a < 3 __proto__"),
            )
            .replace(r#""sections":[]"#, r#""sections":[{"id":"__proto__","label":"valueOf"}]"#),
        ),
        (
            "words of 10,000 letters in every figure of 50",
            pack_with(
                &format!(r#""words":{{"waiting":"{0}","no_last":"{0}","undefined":"{0}"}},"#, "待".repeat(10_000)),
                &field("a"),
                &metric("m", "a / 0"),
                &rule("R", "a < 0").replace("请核对。", &"{m}{a}".repeat(25)),
            ),
        ),
        (
            "labels of 200 letters in every figure of 50",
            pack(
                &format!(r#"{{"id":"a","label":"{}","type":"integer"}}"#, "长".repeat(200)),
                "",
                &full(900_000, |place| rule(&format!("R{place}"), "a < 0").replace("请核对。", &"{a}".repeat(50))),
            ),
        ),
        ("markup in every text", MARKUP.to_owned()),
    ]
}
