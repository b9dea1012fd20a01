//! Metrics over metrics: circles, chains, diamonds.

use super::{Named, fields, list, metric, pack, rule};

/// As many metrics, each named by the next and the first by the last.
fn circle(length: usize) -> String {
    list(length, |place| metric(&format!("c{length}_{place}"), &format!("c{length}_{} + f0", (place + 1) % length)))
}

pub fn packs() -> Vec<Named> {
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
        ("circles of every length up to 100", pack(&fields(1), &list(100, |length| circle(length + 1)), "")),
        (
            "two circles with one metric in both",
            pack(&fields(1), &[metric("m", "a + b"), metric("a", "m"), metric("b", "m")].join(","), ""),
        ),
        (
            "a circle in a condition that never holds",
            pack(&fields(1), &[metric("m", "IF(1 > 2, n, f0)"), metric("n", "m + 1")].join(","), ""),
        ),
        (
            "60 diamonds of IF",
            pack(
                &fields(1),
                &chain(60, "f0", &|place| format!("IF(m{0} > 0, m{0}, m{0} + m{0})", place - 1)),
                &rule("R", "m59 < 0"),
            ),
        ),
        (
            "60 diamonds of MIN and MAX",
            pack(
                &fields(1),
                &chain(60, "f0", &|place| format!("MIN(m{0}, MAX(m{0}, m{0}))", place - 1)),
                &rule("R", "m59 < 0"),
            ),
        ),
        (
            "diamonds that square",
            pack(&fields(1), &chain(60, "f0 + 2", &|place| format!("m{0} * m{0}", place - 1)), &rule("R", "m59 < 0")),
        ),
        (
            "a chain of 5,000 IFs",
            pack(
                &fields(2),
                &chain(5_000, "f0", &|place| format!("IF(f1 > {place}, m{0} + 1, m{0})", place - 1)),
                &rule("R", "m4999 < 0"),
            ),
        ),
        (
            "500 rules on the end of a chain of 200 metrics, each telling it 25 times",
            pack(
                &fields(1),
                &chain(200, "f0", &plus_one),
                &list(500, |place| rule(&format!("R{place}"), "m199 < 0").replace("请核对。", &"{m199}".repeat(25))),
            ),
        ),
        (
            "500 metrics over 100 of 1,000 fields each",
            pack(
                &fields(1_000),
                &list(500, |place| {
                    metric(
                        &format!("m{place}"),
                        &format!(
                            "SUM({})",
                            (0..100)
                                .map(|part| format!("f{}", (place + part * 10) % 1_000))
                                .collect::<Vec<_>>()
                                .join(",")
                        ),
                    )
                }),
                "",
            ),
        ),
    ]
}
