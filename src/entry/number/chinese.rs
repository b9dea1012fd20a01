//! Chinese numerals in their usual spelling.
//!
//! What is said short (一百二) is also written for something else, and stays a question; what no style guide knows
//! (百二十, 三万万) is refused: to ask costs one correction, to guess wrong costs a wrong report.

use super::figure::power_of;
use super::kind::{POWER, any, skip_back};
use super::notes::Notes;
use crate::entry::Code;
use crate::entry::text::{arabic_digits, cut, has_letter};
use crate::model::{Decimal, head_of};

/// The powers, the largest first.
const POWERS: &[(&str, u32)] = &[("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1)];

const MALFORMED: Code = Code::NumeralMalformed;

/// Reads a numeral whose variants were made alike: 二千零五, 十二点五, 二点五万, 二零二四.
pub fn read(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    if text.contains('兆') {
        return Err(Code::NumeralAmbiguous);
    }
    if has_letter(text, "半俩仨成") {
        return Err(Code::NumeralUnsupported);
    }
    let value = match cut(text, "点") {
        Some((whole, places)) => with_places(whole, places, notes)?,
        None if any(text, POWER) => Decimal::from_int(whole(text, POWERS, 0, notes)?),
        None => in_places(text, notes)?,
    };
    notes.say(Code::ChineseNumerals);
    notes.magnified = has_letter(text, "万亿");
    Ok(value)
}

/// A text of digits only, in Arabic ones. 两 is 二 that counts something.
fn arabic(text: &str) -> Option<String> {
    arabic_digits(&text.replace('两', "二"))
}

/// Digits without powers. Two of them are an approximation: 三五 is three to five.
fn in_places(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let digits = arabic(text).unwrap_or_default();
    match digits.as_bytes() {
        [_] => {}
        [low @ b'1'..=b'9', high @ b'1'..=b'9'] if !text.contains('两') => {
            let [low, high] = [low, high].map(|digit| Some(Decimal::from_int(i64::from(digit.wrapping_sub(b'0')))));
            notes.offer(low, high);
            return Err(Code::NumeralAmbiguous);
        }
        [b'0', ..] => return Err(MALFORMED),
        _ if text.contains('两') => return Err(MALFORMED),
        _ => {}
    }
    Decimal::parse(&digits).ok_or(Code::TooManyDigits)
}

fn with_places(text: &str, places: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let digits = skip_back(places, POWER);
    let word = places.strip_prefix(digits).unwrap_or("");
    let power = if word.is_empty() { 0 } else { power_of(word).ok_or(MALFORMED)? };
    if digits.is_empty() || digits.contains('两') {
        return Err(MALFORMED);
    }
    let number = if any(text, POWER) {
        Decimal::from_int(whole(text, POWERS, 0, notes)?).canonical()
    } else {
        arabic(text).filter(|digits| digits.len() == 1).ok_or(MALFORMED)?
    };
    let number = [&number, ".", &arabic_digits(digits).ok_or(MALFORMED)?].concat();
    Decimal::parse(&number).and_then(|value| value.shift(power)).ok_or(Code::TooManyDigits)
}

/// A number below the first of `powers` times ten thousand, read from its largest power down. It stands behind
/// places that are worth `above`, which the readings that are offered include.
fn whole(text: &str, powers: &[(&str, u32)], above: i64, notes: &mut Notes) -> Result<i64, Code> {
    let Some(((mark, power), lower)) = powers.split_first() else {
        return count(text, false);
    };
    let Some((left, right)) = cut(text, mark) else {
        return whole(text, lower, above, notes);
    };
    let times = match *power {
        4.. => whole(left, lower, 0, notes),
        1 if left.is_empty() => Ok(1),
        _ => count(left, *power == 1),
    };
    let times = times.inspect_err(|_| notes.candidates.clear())?;
    let value = times.saturating_mul(10_i64.saturating_pow(*power));
    let above = above.saturating_add(value);
    Ok(rest(right, times, *power, lower, above, notes)?.saturating_add(value))
}

/// One digit above nought. Two are an approximation (五六十), 两 does not stand before 十.
fn count(text: &str, tens: bool) -> Result<i64, Code> {
    let digits = arabic(text).unwrap_or_default();
    match digits.as_bytes() {
        [value @ b'1'..=b'9'] if !(tens && text == "两") => Ok(i64::from(value.wrapping_sub(b'0'))),
        [b'1'..=b'9', b'1'..=b'9'] => Err(Code::NumeralAmbiguous),
        _ => Err(MALFORMED),
    }
}

/// What follows `times` units of a power: nothing, the next places, or 零 where places are skipped.
fn rest(text: &str, times: i64, power: u32, lower: &[(&str, u32)], above: i64, notes: &mut Notes) -> Result<i64, Code> {
    if text.is_empty() {
        return Ok(0);
    }
    if power == 1 {
        return count(text, true);
    }
    let next = 10_i64.saturating_pow(power.saturating_sub(1));
    let skipped = text.strip_prefix('零');
    let value = whole(skipped.unwrap_or(text), lower, above, notes)?;
    let is_short = value < 10 && head_of(text, 1).is_none();
    let fills_its_places = match skipped {
        Some(_) => value < next || (power >= 4 && times.wrapping_rem(10) == 0),
        None => value >= next,
    };
    if skipped.is_none() && is_short {
        let readings = [value.saturating_mul(next), value].map(|value| Decimal::from_int(above.saturating_add(value)));
        let [said, written] = readings;
        notes.offer(Some(said), Some(written));
        return Err(Code::NumeralAmbiguous);
    }
    if fills_its_places { Ok(value) } else { Err(MALFORMED) }
}
