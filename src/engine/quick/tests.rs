//! What each step of the short way gives for every kind of operand, and that it is taken at all: a formula that went the long
//! way instead would give the same, so that nothing else tells.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic
)]

use super::{Quick, Slot};
use crate::model::{Decimal, Rounding};
use crate::pack;

/// Fields with what stands in them; a word says what a field without a figure says.
const FIELDS: [(&str, &str); 14] = [
    ("a", "6"),
    ("b", "3"),
    ("c", "2.5"),
    ("n", "-4"),
    ("z", "0"),
    ("big", "9223372036854775807"),
    ("power", "36028797018963968"),
    ("beyond", "9223372036854775808"),
    ("w", "waiting"),
    ("x", "absent"),
    ("yes", "true"),
    ("no", "false"),
    ("maybe", "waiting"),
    ("never", "absent"),
];

const KINDS: [(&str, Slot); 7] = [
    ("true", Slot::TRUE),
    ("false", Slot::FALSE),
    ("valued", Slot::VALUED),
    ("undefined", Slot::UNDEFINED),
    ("waiting", Slot::WAITING),
    ("absent", Slot::ABSENT),
    ("unknown", Slot::UNKNOWN),
];

fn slot(text: &str) -> Slot {
    let kind = KINDS.iter().find(|(name, _)| *name == text);
    kind.map_or_else(|| Slot::of(Decimal::parse(text).unwrap()), |(_, slot)| *slot)
}

fn told(slot: Slot) -> String {
    let kind = KINDS.iter().find(|(_, kind)| *kind == slot).map(|(name, _)| (*name).to_owned());
    kind.unwrap_or_else(|| slot.rounded(6, Rounding::HalfUp).map_or_else(|| "?".to_owned(), |it| it.to_string()))
}

/// The formulas as metrics, or as what rules assert, over the fields.
fn quick(formulas: &[(&str, &str)], are_figures: bool) -> Quick {
    let is_truth = |id: &str| ["yes", "no", "maybe", "never"].contains(&id);
    let field = |(id, _): &(&str, &str)| {
        let kind = if is_truth(id) { "boolean" } else { "decimal" };
        format!(r#"{{"id":"{id}","label":"{id}","type":"{kind}"}}"#)
    };
    let fields: Vec<String> = FIELDS.iter().map(field).collect();
    let part = |(place, (formula, _)): (usize, &(&str, &str))| {
        if are_figures {
            format!(r#"{{"id":"m{place}","label":"指标{place}","places":6,"formula":"{formula}"}}"#)
        } else {
            format!(r#"{{"id":"r{place}","severity":"verify","assert":"{formula}","message":"请核对。"}}"#)
        }
    };
    let parts = formulas.iter().enumerate().map(part).collect::<Vec<_>>().join(",");
    let (metrics, rules) = if are_figures { (parts, String::new()) } else { (String::new(), parts) };
    let text = format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[{}],"metrics":[{metrics}],"rules":[{rules}]}}"#,
        fields.join(",")
    );
    let mut quick = Quick::of(&pack::load(&text).unwrap().plan);
    for (place, (_, value)) in FIELDS.iter().enumerate() {
        quick.put_field(place, slot(value));
    }
    quick
}

fn hold(formulas: &[(&str, &str)], are_figures: bool) {
    let mut quick = quick(formulas, are_figures);
    for (place, (formula, expected)) in formulas.iter().enumerate() {
        let given = if are_figures { quick.metric(place) } else { quick.assertion(place) };
        assert_eq!(told(given), *expected, "{formula}");
    }
}

#[test]
fn figures() {
    let formulas = [
        ("a + b", "9"),
        ("a + c", "8.5"),
        ("c + c", "5"),
        ("a - b", "3"),
        ("c - a", "-3.5"),
        ("a * b", "18"),
        ("c * a", "15"),
        ("c * c", "6.25"),
        ("a / b", "2"),
        ("b / a", "0.5"),
        ("a / c", "2.4"),
        ("c / a", "0.416667"),
        ("a / n", "-1.5"),
        ("n / a", "-0.666667"),
        ("c / n", "-0.625"),
        ("z / a", "0"),
        ("b / a + b / a", "1"),
        ("b / a * a", "3"),
        ("a / b / b", "0.666667"),
        ("-a", "-6"),
        ("-n", "4"),
        ("-c", "-2.5"),
        ("ABS(n)", "4"),
        ("ABS(a)", "6"),
        ("ABS(z)", "0"),
        ("MIN(a, b)", "3"),
        ("MIN(b, a)", "3"),
        ("MAX(a, b)", "6"),
        ("MAX(b, a)", "6"),
        ("MIN(a, c, n)", "-4"),
        ("MAX(n, c, a)", "6"),
        ("SUM(a, b, c, n)", "7.5"),
        ("ROUND(c, 0)", "3"),
        ("ROUND(n / a, 2)", "-0.67"),
        ("IF(a > b, a, c)", "6"),
        ("IF(a < b, a, c)", "2.5"),
        ("IF(a > b, a, w)", "6"),
        ("IF(a < b, w, a)", "6"),
    ];
    hold(&formulas, true);
}

#[test]
fn what_is_lacking_stays_so() {
    let formulas = [
        ("a / z", "undefined"),
        ("a / z + w", "waiting"),
        ("w + a / z", "waiting"),
        ("w + x", "absent"),
        ("x + w", "absent"),
        ("w * a", "waiting"),
        ("-w", "waiting"),
        ("-x", "absent"),
        ("ABS(w)", "waiting"),
        ("ABS(a / z)", "undefined"),
        ("ROUND(x, 1)", "absent"),
        ("MIN(a, w)", "waiting"),
        ("MAX(w, a)", "waiting"),
        ("SUM(a, b, x)", "absent"),
        ("IF(w > b, a, b)", "waiting"),
        ("IF(never, a, b)", "absent"),
    ];
    hold(&formulas, true);
}

#[test]
fn what_fits_no_word_is_left_to_the_long_way() {
    let formulas = [
        ("big + a", "unknown"),
        ("-big - a", "unknown"),
        ("big * b", "unknown"),
        ("big + c", "unknown"),
        ("a / power", "unknown"),
        ("a / big", "unknown"),
        ("a / b + b / a", "unknown"),
        ("beyond", "valued"),
        ("beyond + a", "unknown"),
        ("-beyond", "unknown"),
        ("ABS(beyond)", "unknown"),
        ("ROUND(beyond, 1)", "unknown"),
        ("MIN(a, beyond)", "unknown"),
        ("MIN(beyond, a)", "unknown"),
        ("beyond + w", "waiting"),
        ("big + a + w", "unknown"),
    ];
    hold(&formulas, true);
}

#[test]
fn truths() {
    let formulas = [
        ("a > b", "true"),
        ("a < b", "false"),
        ("a >= a", "true"),
        ("a > c", "true"),
        ("c < n", "false"),
        ("a / b = 2", "true"),
        ("a / b < b / a", "false"),
        ("n / a < z", "true"),
        ("yes and yes", "true"),
        ("yes and no", "false"),
        ("no and yes", "false"),
        ("no or yes", "true"),
        ("yes or no", "true"),
        ("no or no", "false"),
        ("yes = no", "false"),
        ("no = no", "true"),
        ("yes != no", "true"),
        ("no != no", "false"),
        ("not yes", "false"),
        ("not no", "true"),
        ("AND(yes, yes, no)", "false"),
        ("OR(no, no, yes)", "true"),
        ("ISBLANK(w)", "true"),
        ("ISBLANK(a)", "false"),
        ("ISBLANK(yes)", "false"),
        ("ISBLANK(beyond)", "false"),
        ("ISBLANK(x)", "absent"),
        ("maybe and no", "waiting"),
        ("no and maybe", "waiting"),
        ("yes or maybe", "waiting"),
        ("maybe or never", "absent"),
        ("never or maybe", "absent"),
        ("not maybe", "waiting"),
        ("a / z > w", "waiting"),
        ("beyond > a", "unknown"),
        ("big > c", "unknown"),
    ];
    hold(&formulas, false);
}
