//! Messages that are markup, or mostly braces.

use super::{MIB, Named, field, pack, quote};

pub fn packs() -> Vec<Named> {
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
        ("a formula of 4,000 bytes in braces", of(&format!("{{{}a}}", "a + ".repeat(200)))),
        ("markup in braces", of("{<b>a</b>} {a}<!--{a}--> {a]} {[a}")),
        ("names of JavaScript's own in braces", of("{__proto__} {constructor} {toString}")),
        ("a template of another language", of("${a} {{a}} <%= a %> #{a} %s %n")),
    ]
}
