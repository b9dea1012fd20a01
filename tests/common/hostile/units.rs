//! Units: long, many, huge, of themselves.

use super::{Named, field, full, list, metric, pack, pack_with, rule};

pub fn packs() -> Vec<Named> {
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
        (
            "units in a circle of 200",
            pack_with(
                &format!(
                    r#""units":[{}],"#,
                    list(200, |place| format!(r#"{{"unit":"x{place}","is":"2 x{}"}}"#, (place + 1) % 200))
                ),
                &unit("x0"),
                "",
                "",
            ),
        ),
        (
            "200 units, each twice the one before",
            pack_with(
                &format!(
                    r#""units":[{{"unit":"x0"}},{}],"#,
                    list(199, |place| format!(r#"{{"unit":"x{}","is":"2 x{place}"}}"#, place + 1))
                ),
                &unit("x199"),
                "",
                &rule("R", "a < 1 x0"),
            ),
        ),
        (
            "a unit that is the product of itself 8 times, 40 times over",
            pack_with(
                &format!(
                    r#""units":[{{"unit":"x0"}},{}],"#,
                    list(40, |place| format!(
                        r#"{{"unit":"x{}","is":"1 {}"}}"#,
                        place + 1,
                        vec![format!("x{place}"); 8].join("·")
                    ))
                ),
                &unit("x40"),
                "",
                &rule("R", "a < 1 x40"),
            ),
        ),
        (
            "a unit of a billionth of a billionth",
            pack_with(
                r#""units":[{"unit":"x","is":"0.0000000000000000000000000001 元"},{"unit":"y","is":"0.0000000000000000000000000001 x"}],"#,
                &unit("y"),
                "",
                &rule("R", "a < 1 元"),
            ),
        ),
        (
            "a unit less than nothing",
            pack_with(r#""units":[{"unit":"x","is":"-2 元"}],"#, &unit("x"), "", &rule("R", "a < 1 元")),
        ),
        ("a unit of an exponent", pack_with(r#""units":[{"unit":"x","is":"1e1000000000 元"}],"#, &unit("x"), "", "")),
        (
            "one unit twice",
            pack_with(
                r#""units":[{"unit":"x"},{"unit":"x","is":"2 元"},{"unit":"元","is":"3 x"}],"#,
                &unit("x"),
                "",
                "",
            ),
        ),
    ]
}
