//! Chinese numerals in their usual spelling.
//!
//! What is said short (一百二) is also written for something else, and stays a question; what no style guide knows
//! (百二十, 三万万) is refused: to ask costs one correction, to guess wrong costs a wrong report.

use super::clean::is_power;
use super::figure::{Figure, Refusal, power_of};
use crate::entry::Code;
use crate::model::Decimal;

const DIGITS: &str = "零一二三四五六七八九";
const POWERS: &[(char, u32)] = &[('亿', 8), ('万', 4), ('千', 3), ('百', 2), ('十', 1)];

const MALFORMED: Code = Code::NumeralMalformed;

/// Reads a numeral whose variants were made alike: 二千零五, 十二点五, 二点五万, 二零二四.
pub fn read(text: &str) -> Result<Figure, Refusal> {
    if text.contains('兆') {
        return Err(Code::NumeralAmbiguous.into());
    }
    if text.contains(['半', '俩', '仨', '成']) {
        return Err(Code::NumeralUnsupported.into());
    }
    let value = match text.split_once('点') {
        Some((whole, places)) => with_places(whole, places)?,
        None if text.contains(is_power) => whole(text, POWERS).map(Decimal::from_int)?,
        None => in_places(text)?,
    };
    Ok(Figure { value, codes: vec![Code::ChineseNumerals], magnified: text.contains(['万', '亿']) })
}

fn digit(letter: char) -> Option<i64> {
    let place = DIGITS.chars().position(|it| it == letter).or((letter == '两').then_some(2));
    place.and_then(|place| i64::try_from(place).ok())
}

/// Digits without powers. Two of them are an approximation: 三五 is three to five.
fn in_places(text: &str) -> Result<Decimal, Refusal> {
    let digits: Vec<i64> = text.chars().filter_map(digit).collect();
    match digits.as_slice() {
        [one] => return Ok(Decimal::from_int(*one)),
        [1..=9, 1..=9] if !text.contains('两') => return Err(Code::NumeralAmbiguous.into()),
        [0, ..] => return Err(MALFORMED.into()),
        _ if text.contains('两') => return Err(MALFORMED.into()),
        _ => {}
    }
    let digits: String = digits.iter().map(i64::to_string).collect();
    Decimal::parse(&digits).ok_or(Code::TooManyDigits.into())
}

fn with_places(text: &str, places: &str) -> Result<Decimal, Refusal> {
    let digits = places.trim_end_matches(is_power);
    let word = places.strip_prefix(digits).unwrap_or("");
    let power = if word.is_empty() { 0 } else { power_of(word).ok_or(MALFORMED)? };
    if digits.is_empty() || digits.contains('两') {
        return Err(MALFORMED.into());
    }
    let number = if text.contains(is_power) { whole(text, POWERS)? } else { lone_digit(text)? };
    let values: Option<String> = digits.chars().map(|letter| digit(letter).map(|value| value.to_string())).collect();
    let number = [number.to_string(), values.ok_or(MALFORMED)?].join(".");
    let value = Decimal::parse(&number).and_then(|value| value.shift(power));
    value.ok_or(Code::TooManyDigits.into())
}

fn lone_digit(text: &str) -> Result<i64, Refusal> {
    let mut letters = text.chars();
    match (letters.next().and_then(digit), letters.next()) {
        (Some(value), None) => Ok(value),
        _ => Err(MALFORMED.into()),
    }
}

/// A number below the first of `powers` times ten thousand, read from its largest power down.
fn whole(text: &str, powers: &[(char, u32)]) -> Result<i64, Refusal> {
    let Some(((mark, power), lower)) = powers.split_first() else {
        return count(text, false);
    };
    let Some((left, right)) = text.split_once(*mark) else {
        return whole(text, lower);
    };
    let times = match *power {
        4.. => whole(left, lower),
        1 if left.is_empty() => Ok(1),
        _ => count(left, *power == 1),
    };
    let times = times.map_err(|refusal| refusal.code)?;
    let unit = 10_i64.saturating_pow(*power);
    let base = times.saturating_mul(unit);
    rest(right, times, *power, lower).map(|rest| base.saturating_add(rest)).map_err(|refusal| above(refusal, base))
}

/// One digit above nought. Two are an approximation (五六十), 两 does not stand before 十.
fn count(text: &str, tens: bool) -> Result<i64, Refusal> {
    let digits: Vec<i64> = text.chars().map_while(digit).collect();
    match digits.as_slice() {
        _ if digits.len() != text.chars().count() => Err(MALFORMED.into()),
        [value @ 1..=9] if !(tens && text == "两") => Ok(*value),
        [1..=9, 1..=9] => Err(Code::NumeralAmbiguous.into()),
        _ => Err(MALFORMED.into()),
    }
}

/// What follows `times` units of a power: nothing, the next places, or 零 where places are skipped.
fn rest(text: &str, times: i64, power: u32, lower: &[(char, u32)]) -> Result<i64, Refusal> {
    if text.is_empty() {
        return Ok(0);
    }
    if power == 1 {
        return count(text, true);
    }
    let next = 10_i64.saturating_pow(power.saturating_sub(1));
    if let Some(skipped) = text.strip_prefix('零') {
        let value = whole(skipped, lower)?;
        let ends_in_nought = power >= 4 && times.wrapping_rem(10) == 0;
        return if value < next || ends_in_nought { Ok(value) } else { Err(MALFORMED.into()) };
    }
    let value = whole(text, lower)?;
    if value < 10 && text.chars().count() == 1 {
        let readings = [value.saturating_mul(next), value].map(Decimal::from_int);
        return Err(Refusal { code: Code::NumeralAmbiguous, candidates: readings.to_vec() });
    }
    if value >= next { Ok(value) } else { Err(MALFORMED.into()) }
}

/// The candidates of the lower places, with the upper ones added.
fn above(mut refusal: Refusal, base: i64) -> Refusal {
    let base = Decimal::from_int(base);
    refusal.candidates = refusal.candidates.iter().filter_map(|value| value.checked_add(base)).collect();
    refusal
}
