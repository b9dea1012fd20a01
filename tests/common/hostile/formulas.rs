//! Formulas: deep, wide, broken, endless.

use super::{MIB, Named, field, fields, full, list, pack, rule};

pub fn packs() -> Vec<Named> {
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
        ("IF 60 deep", of(&format!("{}a{} < 0", "IF(a>0,a,".repeat(60), ")".repeat(60)))),
        ("IF 60 deep in its condition", of(&format!("{}a > b{}", "IF(".repeat(60), ",a,b) > b".repeat(60)))),
        ("MIN of MAX 60 deep", of(&format!("{}a{} < 0", "MIN(b,MAX(a,".repeat(30), "))".repeat(30)))),
        (
            "MIN, MAX and SUM of 100",
            of(&["MIN", "MAX", "SUM"]
                .map(|name| format!("{name}({})", vec!["a"; 100].join(",")))
                .join(" < 1 or ")
                .replacen("SUM", "1 > SUM", 1)),
        ),
        ("MIN of 101", of(&format!("MIN({}a) < 1", "a,".repeat(100)))),
        (
            "SUM of SUMs of 100",
            of(&format!("SUM({}) < 1", vec![format!("SUM({})", vec!["a"; 19].join(",")); 90].join(","))),
        ),
        ("a text of 4,000 letters", of(&format!("a = '{}'", "x".repeat(4_000)))),
        ("a name of 4,000 letters", of(&format!("{} < 1", "x".repeat(4_000)))),
        ("a number of 4,000 digits", of(&format!("a < {}", "9".repeat(4_000)))),
        ("a number with 4,000 places", of(&format!("a < 0.{}", "9".repeat(4_000)))),
        ("a number with an exponent", of("a < 1e1000000000")),
        ("brackets in brackets", of(&format!("{}a{} < 1", "[".repeat(1_000), "]".repeat(1_000)))),
        ("200 times and", of(&format!("{}a < 1", "a < 1 and ".repeat(200)))),
        ("functions with names of JavaScript's own", of("constructor(a) < toString() + __proto__(a, b)")),
        ("an unknown function in itself, 60 deep", of(&nested("a", "EVAL(", ")", 60))),
        ("every number as small as can be", of(&format!("a{} > 0", " * 0.0000000000000000000000000001".repeat(60)))),
        (
            "100,000 formulas that are broken",
            pack(&field("a"), "", &full(MIB - 300, |place| rule(&format!("R{place}"), "("))),
        ),
    ]
}
