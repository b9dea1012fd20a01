//! Patterns that would run away, were they let.

use super::{MIB, Named, full, pack, quote, rule};

pub fn packs() -> Vec<Named> {
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
        ("(a|a)*b", text("(a|a)*b")),
        ("((a|b|ab)*c?)*d", text("((a|b|ab)*c?)*d")),
        ("(a?){90}a{90}", text("^(a?){90}a{90}$")),
        (".* twenty times", text(&format!("{}x", "(.*)".repeat(20)))),
        ("alternations 20 deep", text(&format!("{}a{}", "(b|".repeat(20), ")".repeat(20)))),
        ("repeats 19 deep", text(&format!("{}a{}", "(".repeat(19), "+)*".repeat(19)))),
        ("repeats of alternations of repeats", text("((a{1,9}|b{1,9}){1,9}|(c{1,9}|d{1,9}){1,9}){1,9}")),
        ("a repeat the wrong way round", text("a{5,2}")),
        ("a repeat of 10^20", text("a{99999999999999999999}")),
        ("a repeat of nothing", text("*+?{2}")),
        ("an empty pattern", text("")),
        ("bars only", text(&"|".repeat(200))),
        ("a class the wrong way round", text("[z-a]")),
        ("a class of everything", text("[^]")),
        ("a look-ahead", text("(?=a)(?!b)(?<=c)")),
        ("a pattern of a mebibyte", text(&"a".repeat(MIB - 300))),
    ]
}
