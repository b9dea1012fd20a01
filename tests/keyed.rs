//! The short way for usual figures: what it reads, between which bounds, and what it leaves to the long way.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic
)]

use tianbao::entry::{Keyed, NumberSpec, is_canonical};
use tianbao::model::Decimal;

fn spec(unit: Option<&str>, places: Option<u8>) -> NumberSpec<'_> {
    NumberSpec { unit, places, signed: true }
}

#[test]
fn the_short_way_takes_usual_figures_of_bare_digits() {
    let [low, high] = ["1.26", "20.25"].map(Decimal::parse);
    let keyed = Keyed::of(&spec(Some("元"), Some(2)), low, high).unwrap();
    let short = |text: &str| keyed.read(text).map(|read| (read.digits, read.places));
    for (text, read) in [
        ("5", Some((5, 0))),
        ("50", Some((50, 0))),
        ("0", Some((0, 0))),
        ("0.5", Some((5, 1))),
        ("5.25", Some((525, 2))),
        ("123456789012345678", Some((123_456_789_012_345_678, 0))),
        ("1234567890123456789", None),
        ("5.255", None),
        ("05", None),
        ("00.5", None),
        (".5", None),
        ("5.", None),
        ("1.2.3", None),
        ("1,2", None),
        ("-5", None),
        ("", None),
    ] {
        assert_eq!(short(text), read, "{text}");
    }
    let usual = |text: &str| keyed.is_usual(keyed.read(text).unwrap());
    assert_eq!(["2", "20", "1.3", "20.2", "1.26", "20.25"].map(usual), [true; 6]);
    assert_eq!(["1", "21", "1.2", "20.3", "1.25", "20.26"].map(usual), [false; 6]);
}

#[test]
fn the_short_way_leaves_what_may_be_meant_otherwise() {
    let short = |unit: &str, text: &str| {
        let keyed = Keyed::of(&spec(Some(unit).filter(|unit| !unit.is_empty()), None), None, None);
        keyed.and_then(|keyed| keyed.read(text)).is_some()
    };
    assert_eq!(["0", "0.0", "1.01", "2", "100"].map(|text| short("%", text)), [true; 5]);
    assert_eq!(["1", "0.5", "1.00", "0.01"].map(|text| short("%", text)), [false; 4]);
    assert!(short("千克", "1") && short("kg", "1") && !short("‰", "2") && !short("m2", "2"));
    assert!(short("", "0.1234") && !short("", "0.12345"));
}

#[test]
fn bounds_beyond_a_machine_word_are_the_outermost_ones() {
    let far = ["-1", "1"].map(|sign| Decimal::parse(sign).and_then(|sign| sign.shift(30)));
    let keyed = |low, high| Keyed::of(&spec(None, None), low, high).unwrap();
    let large = keyed(None, None).read("999999999999999999").unwrap();
    assert!(keyed(far[0], far[1]).is_usual(large));
    assert!(!keyed(far[1], None).is_usual(large) && !keyed(None, far[0]).is_usual(large));
}

#[test]
fn a_figure_is_in_its_shortest_form() {
    assert_eq!(["5", "50", "0", "0.5", "5.05", "100"].map(is_canonical), [true; 6]);
    assert_eq!(["5.0", "5.50", "05", "-5", "5.", "", "５"].map(is_canonical), [false; 7]);
}
