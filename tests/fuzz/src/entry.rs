//! Typed text to a figure, a day, a choice, a code: the first byte says of which kind the field is, the rest is what is typed.

use std::borrow::Cow;

use tianbao::entry::{
    NumberSpec, Outcome, Reading, plain, read_area_code, read_choice, read_date, read_number, read_yes_no, tidy,
};
use tianbao::model::Decimal;

const UNITS: &[Option<&str>] = &[
    None,
    Some("户"),
    Some("人"),
    Some("元"),
    Some("万元"),
    Some("%"),
    Some("‰"),
    Some("亩"),
    Some("公顷"),
    Some("平方米"),
    Some("千克"),
    Some("吨"),
    Some("万人次"),
    Some("年"),
    Some("元/人"),
    Some("亿千瓦时"),
    Some("km2"),
    Some("百分点"),
];
const PLACES: &[Option<u8>] = &[None, Some(0), Some(2), Some(4), Some(12)];
const CHOICES: &[(&str, &str)] =
    &[("plain", "平原"), ("hills", "丘陵"), ("1", "一类"), ("0", "是"), ("__proto__", "constructor")];

pub fn run(data: &[u8]) {
    let Some((kind, text)) = data.split_first() else { return };
    let text: Cow<str> = String::from_utf8_lossy(text);
    let specs = UNITS.len() * PLACES.len() * 2;
    match usize::from(*kind) {
        kind if kind < specs => number(&text, kind),
        kind => other(&text, kind - specs),
    }
}

fn number(text: &str, kind: usize) {
    let unit = UNITS[kind % UNITS.len()];
    let places = PLACES[kind / UNITS.len() % PLACES.len()];
    let spec = NumberSpec { unit, places, signed: kind >= UNITS.len() * PLACES.len() };
    let reading = read_number(text, &spec);
    match reading.outcome {
        Outcome::Reject => {
            assert_eq!(reading.codes.len(), 1, "one reason for a refusal");
            assert!(reading.candidates.len() <= 4, "a few figures to choose from");
        }
        Outcome::Accept | Outcome::Notice => taken(text, &spec, &reading),
    }
}

fn taken(text: &str, spec: &NumberSpec, reading: &Reading) {
    let Some(value) = reading.value else { return };
    assert!(spec.signed || !value.is_negative(), "a number below nought");
    assert!(spec.places.is_none_or(|places| value.scale() <= places), "more places than are taken");
    let written = value.to_string();
    assert_eq!(Decimal::parse(&written), Some(value), "a figure is read as it is written");
    keyed_or_not(text, spec, reading);
    let again = plain(text);
    if again != text {
        assert_eq!(read_number(&again, spec).value, Some(value), "the plain digits are the same figure");
    }
}

/// Bare digits are read a short way; a blank at the end leads into the long one, which must say the same.
fn keyed_or_not(text: &str, spec: &NumberSpec, reading: &Reading) {
    if text.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit()) {
        let long = read_number(&[text, " "].concat(), spec);
        assert_eq!(&long, reading, "the short way and the long way");
    }
}

fn other(text: &str, kind: usize) {
    match kind % 5 {
        0 => {
            if let Ok(day) = read_date(text) {
                assert_eq!(read_date(&day.to_string()), Ok(day), "a day is read as it is written");
            }
        }
        1 => drop(read_choice(&tidy(text), CHOICES).map(|place| CHOICES[place])),
        2 => drop(read_yes_no(&tidy(text))),
        3 => drop(read_area_code(&tidy(text))),
        _ => {
            let tidied = tidy(text);
            assert_eq!(tidy(&tidied), tidied, "what is tidy stays");
        }
    }
}
