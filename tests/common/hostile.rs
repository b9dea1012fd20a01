//! Packs that nobody should write, each within the size that is read (1 MiB) unless its name says otherwise.

/// The most bytes of a pack.
pub const MIB: usize = 1_048_576;

/// A pack's text around parts: fields, metrics and rules as the inside of their lists.
pub fn pack(fields: &str, metrics: &str, rules: &str) -> String {
    pack_with("", fields, metrics, rules)
}

/// As [`pack`], with more keys at the top, each followed by a comma.
pub fn pack_with(more: &str, fields: &str, metrics: &str, rules: &str) -> String {
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t",{more}"sections":[],"fields":[{fields}],"metrics":[{metrics}],"rules":[{rules}]}}"#
    )
}

/// A whole-number field without a unit.
pub fn field(id: &str) -> String {
    format!(r#"{{"id":"{id}","label":"{id}","type":"integer"}}"#)
}

pub fn metric(id: &str, formula: &str) -> String {
    format!(r#"{{"id":"{id}","label":"{id}","places":0,"formula":{}}}"#, quote(formula))
}

pub fn rule(id: &str, assert: &str) -> String {
    format!(r#"{{"id":"{id}","severity":"verify","assert":{},"message":"请核对。"}}"#, quote(assert))
}

fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", control as u32)),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// The list of `count` parts.
pub fn list(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// As many parts as fit into `bytes`.
fn full(bytes: usize, part: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for place in 0.. {
        let next = part(place);
        if out.len() + next.len() + 1 > bytes {
            return out;
        }
        if place > 0 {
            out.push(',');
        }
        out.push_str(&next);
    }
    out
}

fn fields(count: usize) -> String {
    list(count, |place| field(&format!("f{place}")))
}

/// All of them, each with its name.
pub fn packs() -> Vec<(&'static str, Vec<u8>)> {
    let mut packs: Vec<(&'static str, Vec<u8>)> = Vec::new();
    packs.extend(bytes());
    packs.extend(json().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(parts().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(formulas().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(graphs().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(units().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(patterns().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs.extend(messages().into_iter().map(|(name, text)| (name, text.into_bytes())));
    packs
}

fn bytes() -> Vec<(&'static str, Vec<u8>)> {
    let good = pack(&field("a"), "", "");
    let with = |extra: &[u8]| [good.as_bytes(), extra].concat();
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("nothing", Vec::new()),
        ("one zero byte", vec![0]),
        ("a byte order mark alone", vec![0xef, 0xbb, 0xbf]),
        ("half a byte order mark", vec![0xef, 0xbb]),
        ("bytes that are no UTF-8", with(&[0xff, 0xfe])),
        ("an overlong slash", with(&[0xc0, 0xaf])),
        ("a surrogate written as UTF-8", with(&[0xed, 0xa0, 0x80])),
        ("UTF-16", utf16),
        ("a mebibyte of 0xff", vec![0xff; MIB]),
        ("gzip's first bytes", vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
        ("a zero byte behind the pack", with(&[0])),
        ("two packs", with(good.as_bytes())),
    ]
}

fn json() -> Vec<(&'static str, String)> {
    let good = pack(&field("a"), "", "");
    let open = |mark: &str, count: usize| mark.repeat(count);
    vec![
        ("blanks only", " \n".repeat(MIB / 2)),
        ("blanks up to the limit", format!("{good}{}", " ".repeat(MIB - good.len()))),
        ("one byte over the limit", format!("{good}{}", " ".repeat(MIB + 1 - good.len()))),
        ("arrays 100,000 deep", open("[", 100_000)),
        ("arrays a mebibyte deep", open("[", MIB)),
        ("objects 100,000 deep", open(r#"{"a":"#, 100_000)),
        ("arrays 32 deep in a value", good.replace(r#""t""#, &format!("{}{}", open("[", 31), open("]", 31)))),
        ("a string that does not end", format!(r#"{{"id":"{}"#, "x".repeat(MIB - 10))),
        ("escapes only", format!(r#"{{"id":"{}"}}"#, r"\u0041".repeat(MIB / 6 - 10))),
        ("a lone high surrogate", good.replace(r#""t""#, r#""\ud800""#)),
        ("a lone low surrogate", good.replace(r#""t""#, r#""\udc00""#)),
        ("two high surrogates", good.replace(r#""t""#, r#""\ud800\ud800""#)),
        ("a surrogate cut short", good.replace(r#""t""#, r#""\ud83d\u"}"#)),
        ("an escape of a control character", good.replace(r#""t""#, r#""\u0000\u001f""#)),
        ("a raw control character", good.replace(r#""t""#, "\"\u{1}\"")),
        ("a number of a million digits", good.replace(r#""tianbao":1"#, &format!(r#""tianbao":1.{}"#, "0".repeat(1_000_000)))),
        ("an exponent of a billion", pack(r#"{"id":"a","label":"a","type":"decimal","min":1e1000000000,"max":1E-1000000000}"#, "", "")),
        ("an exponent in the places", pack("", r#"{"id":"m","label":"m","places":1e9,"formula":"1"}"#, "")),
        ("a key twice", good.replacen('{', r#"{"id":"q","#, 1)),
        ("100,000 keys twice", format!("{{{}}}", list(100_000, |place| format!(r#""{}":0"#, place % 50_000)))),
        ("100,000 unknown keys", good.replacen('{', &format!("{{{},", full(900_000, |place| format!(r#""k{place}":0"#))), 1)),
        ("a key of a mebibyte", good.replacen('{', &format!(r#"{{"{}":1,"#, "键".repeat(MIB / 3 - 200)), 1)),
        ("a list at the top", "[]".to_owned()),
        ("a text at the top", r#""tianbao""#.to_owned()),
        ("null at the top", "null".to_owned()),
        ("an empty object", "{}".to_owned()),
        ("version 2", good.replace(r#""tianbao":1"#, r#""tianbao":2"#)),
        ("version 1e0", good.replace(r#""tianbao":1"#, r#""tianbao":1e0"#)),
        ("version -1", good.replace(r#""tianbao":1"#, r#""tianbao":-1"#)),
        ("version true", good.replace(r#""tianbao":1"#, r#""tianbao":true"#)),
        ("every list null", r#"{"tianbao":1,"id":null,"version":null,"title":null,"sections":null,"fields":null,"metrics":null,"rules":null,"units":null,"parameters":null,"words":null,"reasons":null}"#.to_owned()),
        ("every list an object", r#"{"tianbao":1,"id":{},"version":{},"title":{},"sections":{},"fields":{},"metrics":{},"rules":{},"units":{},"parameters":{},"words":{},"reasons":{}}"#.to_owned()),
        ("every object a list", r#"{"tianbao":1,"id":[],"version":[],"title":[],"sections":[[]],"fields":[[]],"metrics":[[]],"rules":[[]],"units":[[]],"parameters":[],"words":[],"reasons":[]}"#.to_owned()),
        ("a trailing comma", good.replace("}]", "},]")),
        ("a comment", format!("// pack\n{good}")),
        ("single quotes", good.replace('"', "'")),
        ("NaN", good.replace(r#""t""#, "NaN")),
    ]
}

fn parts() -> Vec<(&'static str, String)> {
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
    ]
}

fn formulas() -> Vec<(&'static str, String)> {
    let of = |formula: &str| pack(&[field("a"), field("b")].join(","), "", &rule("R", formula));
    let nested = |inside: &str, open: &str, close: &str, count: usize| {
        format!("{}{inside}{}", open.repeat(count), close.repeat(count))
    };
    let name = |place: usize| format!("unknown_name_that_is_as_long_as_a_name_may_be_{place:0>18}");
    let known = list(2_000, |place| field(&format!("knowing_name_that_is_as_long_as_a_name_may_be_{place:0>18}")));
    let unknown = |place: usize| {
        rule(&format!("R{place}"), &(0..60).map(|part| name(place * 60 + part)).collect::<Vec<_>>().join(" + "))
    };
    let same = |place: usize| rule(&format!("R{place:0>8}"), "f0 < 1");
    vec![
        ("an empty formula", of("")),
        ("a blank formula", of(" \t")),
        ("parentheses 64 deep", of(&nested("a < 1", "(", ")", 64))),
        ("parentheses 2,000 deep", of(&nested("a < 1", "(", ")", 2_000))),
        ("parentheses that do not close", of(&"(".repeat(4_000))),
        ("4,000 signs", of(&format!("{}a < 0", "-".repeat(4_000)))),
        ("900 times not", of(&format!("{}a < 0", "not ".repeat(900)))),
        ("a chain of 250 sums", of(&format!("{}a < 0", "a + ".repeat(250)))),
        ("a chain of 1,000 sums", of(&format!("{}a < 0", "a + ".repeat(1_000)))),
        ("a chain of 1,000 powers", of(&format!("{}a < 0", "a * ".repeat(200)))),
        ("IF 200 deep", of(&format!("{}a{} < 0", "IF(a>0,a,".repeat(200), ")".repeat(200)))),
        ("a formula of 4,097 bytes", of(&format!("a < 1{}", " ".repeat(4_092)))),
        ("a formula of a mebibyte", of(&"a + ".repeat(250_000))),
        ("SUM of 101", of(&format!("SUM({}a) < 1", "a,".repeat(100)))),
        ("SUM of none", of("SUM() < 1")),
        ("a number of 28 digits", of("a < 9999999999999999999999999999")),
        ("a number of 29 digits", of("a < 99999999999999999999999999999")),
        ("a product that is too large", of("a * a * a * 9999999999999999999999999999 > 0")),
        ("a quotient by nothing", of("a / 0 = a / (b - b)")),
        ("a quotient of quotients", of(&format!("a{} < 1", " / 9999999999999999999999999999".repeat(100)))),
        ("ROUND to 10^9 places", of("ROUND(a, 1000000000) < 1")),
        ("ROUND to 0.5 places", of("ROUND(a, 0.5) < 1")),
        ("ROUND to a places", of("ROUND(a, b) < 1")),
        ("COUNT of a calculation", of("COUNT(a + 1) < 1")),
        ("operators only", of("<= >= <> + - * /")),
        ("marks that nobody knows", of("a @ # $ ^ & ~ ` \\ | ? ; b")),
        ("zero bytes in a formula", of("a \u{0} < \u{0} 1")),
        ("faces in a formula", of("a < 😀")),
        ("a name in a direction of its own", of("a < \u{202e}b")),
        ("a bracket that does not close", of("[a < 1")),
        ("a quote that does not close", of("a = 'b")),
        ("a true number", of("TRUE + 1 < 是")),
        ("a comparison of comparisons", of("a < b < a")),
        ("an assertion that is a number", of("a")),
        ("an assertion that names nothing", of("1 < 2")),
        ("12,000 unknown names among 2,000 others", pack(&known, "", &full(700_000, unknown))),
        ("10,000 rules", pack(&list(1_000, |place| field(&format!("f{place}"))), "", &list(10_000, same))),
        ("10,001 rules", pack(&fields(1), "", &list(10_001, |place| rule(&format!("R{place}"), "f0<1")))),
        (
            "300,000 parts of formulas",
            pack(
                &field("a"),
                "",
                &full(MIB - 300, |place| rule(&format!("R{place}"), &format!("{}a<1", "a+".repeat(120)))),
            ),
        ),
    ]
}

fn graphs() -> Vec<(&'static str, String)> {
    let cycle = |count: usize| {
        let next = |place: usize| metric(&format!("m{place}"), &format!("m{} + f0", (place + 1) % count));
        pack(&fields(1), &list(count, next), "")
    };
    let chain = |count: usize, first: &str, step: &dyn Fn(usize) -> String| {
        list(count, |place| if place == 0 { metric("m0", first) } else { metric(&format!("m{place}"), &step(place)) })
    };
    let plus_one = |place: usize| format!("m{} + 1", place - 1);
    let backwards = list(5_000, |place| {
        if place == 4_999 {
            metric("m4999", "f0")
        } else {
            metric(&format!("m{place}"), &format!("m{} + 1", place + 1))
        }
    });
    let double = |place: usize| format!("m{0} + m{0}", place - 1);
    let next_field = |place: usize| format!("m{} + f{place}", place - 1);
    let everything = |count: usize| {
        let sums = count / 100;
        let sum = |place: usize| {
            metric(
                &format!("s{place}"),
                &format!(
                    "SUM({})",
                    (0..100).map(|part| format!("f{}", place * 100 + part)).collect::<Vec<_>>().join(",")
                ),
            )
        };
        let total = metric(
            "total",
            &format!("SUM({})", (0..sums).map(|place| format!("s{place}")).collect::<Vec<_>>().join(",")),
        );
        [list(sums, sum), total].join(",")
    };
    vec![
        ("a cycle of 1", cycle(1)),
        ("a cycle of 2", cycle(2)),
        ("a cycle of 1,000", cycle(1_000)),
        ("a cycle of 10,000", cycle(10_000)),
        ("a chain of 5,000 metrics", pack(&fields(1), &chain(5_000, "f0", &plus_one), &rule("R", "m4999 < 0"))),
        ("a chain of 5,000 metrics backwards", pack(&fields(1), &backwards, &rule("R", "m0 < 0"))),
        ("a chain of 10,000 metrics", pack(&fields(1), &chain(10_000, "f0", &plus_one), "")),
        (
            "a chain of 5,000 metrics on a quotient by nothing",
            pack(&fields(2), &chain(5_000, "f0 / (f1 - f1)", &plus_one), ""),
        ),
        (
            "a chain of 5,000 metrics on what is too large",
            pack(
                &fields(2),
                &chain(5_000, "f0 * 9999999999999999999999999999 * 9999999999999999999999999999", &plus_one),
                "",
            ),
        ),
        ("60 diamonds", pack(&fields(1), &chain(60, "f0", &double), &rule("R", "m59 < 0"))),
        ("60 diamonds on a quotient by nothing", pack(&fields(2), &chain(60, "f0 / (f1 - f1)", &double), "")),
        (
            "60 diamonds on what is too large",
            pack(
                &fields(2),
                &chain(60, "f0 * 9999999999999999999999999999 * 9999999999999999999999999999", &double),
                "",
            ),
        ),
        ("1,000 metrics, each over one more field", pack(&fields(1_000), &chain(1_000, "f0", &next_field), "")),
        ("9,000 metrics, each over one more field", pack(&fields(9_000), &chain(9_000, "f0", &next_field), "")),
        (
            "500 rules over 5,000 fields",
            pack(&fields(5_000), &everything(5_000), &list(500, |place| rule(&format!("R{place}"), "total < 0"))),
        ),
        (
            "100 rules over 5,000 fields",
            pack(&fields(5_000), &everything(5_000), &list(100, |place| rule(&format!("R{place}"), "total < 0"))),
        ),
        (
            "5,000 metrics over one field",
            pack(&fields(1), &list(5_000, |place| metric(&format!("m{place}"), &format!("f0 + {place}"))), ""),
        ),
    ]
}

fn units() -> Vec<(&'static str, String)> {
    let unit = |unit: &str| format!(r#"{{"id":"a","label":"a","type":"integer","unit":"{unit}"}}"#);
    let parts = |count: usize| list(count, |place| format!("u{place}")).replace(',', "·");
    let declared = |is: &str| {
        pack_with(
            &format!(r#""units":[{{"unit":"x","is":"1 {is}"}}],"#),
            &unit("x"),
            "",
            &full(300_000, |place| rule(&format!("R{place}"), &format!("{}a < 1 x", "a + ".repeat(200)))),
        )
    };
    let many = list(25_000, |place| format!(r#"{{"unit":"u{place}"}}"#));
    vec![
        ("a unit that is itself", pack_with(r#""units":[{"unit":"x","is":"2 x"}],"#, &unit("x"), "", "")),
        (
            "units that are each other",
            pack_with(
                r#""units":[{"unit":"x","is":"2 y"},{"unit":"y","is":"2 x"}],"#,
                &unit("x"),
                "",
                &rule("R", "a < 1 y"),
            ),
        ),
        (
            "a unit of 10^30",
            pack_with(r#""units":[{"unit":"x","is":"1000000000000000000000000000000 元"}],"#, &unit("x"), "", ""),
        ),
        (
            "a unit of none",
            pack_with(
                r#""units":[{"unit":"x","is":"0 元"},{"unit":"y","is":""},{"unit":"z","is":"元 15"}],"#,
                &unit("x"),
                "",
                "",
            ),
        ),
        (
            "units of 10^18 in a row",
            pack_with(
                &format!(
                    r#""units":[{}],"#,
                    list(50, |place| format!(r#"{{"unit":"x{}","is":"1000000000000000000 x{place}"}}"#, place + 1))
                ),
                &unit("x50"),
                "",
                &rule("R", "a * a * a < 1 x0"),
            ),
        ),
        ("a field's unit of 20,000 parts", pack(&unit(&parts(20_000)), "", "")),
        ("a field's unit of 150,000 parts", pack(&unit(&parts(150_000)), "", "")),
        (
            "a metric's unit of 20,000 parts",
            pack(
                &field("b"),
                &metric("m", "b").replace(r#""places""#, &format!(r#""unit":"{}","places""#, parts(20_000))),
                "",
            ),
        ),
        ("a declared unit of 20,000 parts", declared(&parts(20_000))),
        ("a declared unit of 150,000 parts", declared(&parts(100_000))),
        ("a declared unit with a name of 500,000 letters", declared(&"u".repeat(500_000))),
        ("a unit of slashes", pack(&unit("//·/"), "", "")),
        ("a unit with a power of 200", pack(&unit("元"), "", &rule("R", &format!("{}a > 1", "a * ".repeat(200))))),
        (
            "25,000 units and as many products",
            pack_with(
                &format!(r#""units":[{many}],"#),
                &unit("u1"),
                "",
                &full(500_000, |place| rule(&format!("R{place}"), &format!("{}a > 1", "a * a / a * ".repeat(60)))),
            ),
        ),
        (
            "percent of percent of percent",
            pack(&unit("%"), "", &rule("R", &format!("{}a > 1", "a * 1% * ".repeat(60)))),
        ),
    ]
}

fn patterns() -> Vec<(&'static str, String)> {
    let text = |pattern: &str| {
        pack(&format!(r#"{{"id":"a","label":"a","type":"text","pattern":{}}}"#, quote(pattern)), "", "")
    };
    let many = |pattern: &str| {
        let fields = r#"{"id":"t","label":"t","type":"text"}"#;
        let part = format!("MATCHES(t,{})", quote(pattern));
        let count = (4_000 / (part.len() + 4)).min(90);
        pack(
            fields,
            "",
            &full(MIB - 300, |place| rule(&format!("R{place}"), &vec![part.as_str(); count.max(1)].join(" or "))),
        )
    };
    vec![
        ("a{5}{5}{5}{5}", text("a{5}{5}{5}{5}")),
        ("((((a{5}){5}){5}){5}){5}", text("((((a{5}){5}){5}){5}){5}")),
        ("(a*)*b", text("(a*)*b")),
        ("((a*)*)*", text("((((((((((a*)*)*)*)*)*)*)*)*)*")),
        ("a{1999}", text("a{1999}")),
        ("a{9999}", text("a{9999}")),
        ("a{1,}{1,}", text("(a{0,1999})|(b{0,1999})")),
        ("an empty group, repeated", text("(){1999}")),
        ("empty groups, repeated and repeated", text("(((((){9999}){9999}){9999}){9999}){9999}")),
        (
            "a class of 190 letters, 1,900 times",
            text(&format!(
                "[{}]{{1900}}",
                (0..180).map(|place| char::from_u32(0x4e00 + 2 * place).unwrap()).collect::<String>()
            )),
        ),
        ("200 parentheses", text(&"(".repeat(200))),
        ("201 letters", text(&"a".repeat(201))),
        ("a broken class", text("[a-")),
        ("back-references", text(r"(a)\1")),
        ("as many a{1999} as fit", many("a{1999}")),
        ("as many (.*a){90} as fit", many("(.*a){90}")),
        (
            "as many classes of 150 letters, 1,900 times, as fit",
            many(&format!(
                "[{}]{{1900}}",
                (0..150).map(|place| char::from_u32(0x4e00 + 2 * place).unwrap()).collect::<String>()
            )),
        ),
        ("as many empty groups, repeated and repeated, as fit", many("((((){9999}){9999}){9999}){99}")),
    ]
}

fn messages() -> Vec<(&'static str, String)> {
    let of = |message: &str| {
        let fields = [field("a"), r#"{"id":"t","label":"t","type":"text"}"#.to_owned()].join(",");
        pack(&fields, "", &format!(r#"{{"id":"R","severity":"hint","assert":"a < 0","message":{}}}"#, quote(message)))
    };
    vec![
        ("markup", of("<script>alert(1)</script><img src=x onerror=alert(1)>{a}")),
        ("braces", of("{{{a}}} {{a}} }}{{ {{{{")),
        ("a brace that does not close", of("{a")),
        ("a brace that does not open", of("a}")),
        ("nothing in braces", of("{}")),
        ("a brace in braces", of("{{a}")),
        ("an unknown name in braces", of("{nobody}")),
        ("a text in braces", of("{t} {\"x\"} {a < 1} {a / 0}")),
        ("direction marks", of("\u{202e}{a}\u{2066}")),
        ("100,000 open braces", of(&"{".repeat(100_001))),
        ("as many figures as fit", of(&"{a}".repeat(MIB / 3 - 200))),
        ("50,000 texts", of(&"{t}".repeat(50_000))),
        ("a message of a mebibyte", of(&"请".repeat(MIB / 3 - 200))),
    ]
}
