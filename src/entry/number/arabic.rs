//! Arabic digits with their point and their groups of three.

use super::kind::{ARABIC_DIGIT, BLANK, Kinds, POINT, all, any, is};
use super::notes::Notes;
use crate::entry::Code;
use crate::entry::text::{cut, first, last, without_last};
use crate::model::Decimal;

/// One more than the largest mantissa: 28 significant digits, as in the widest decimals of data bases.
const LIMIT: u128 = 10_u128.pow(28);

/// The most places behind the point that are read.
const MOST_PLACES: usize = 37;

/// Reads digits, one point or 。, and commas or blanks between groups of three.
pub fn read(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let (whole, places) = at_point(text, notes)?;
    let marks = if any(text, BLANK) { BLANK } else { POINT };
    let in_threes = in_threes(whole, marks);
    if marks == BLANK {
        if any(places, BLANK | POINT) || !in_threes {
            return Err(Code::SpaceInside);
        }
        if whole.contains(' ') {
            notes.say(Code::SpaceGrouping);
        }
    }
    if places.contains('.') {
        return Err(Code::MultipleDots);
    }
    if let Some(rest) = without_last(if places.is_empty() { whole } else { places }, ",") {
        if is(last(rest), ARABIC_DIGIT) {
            return Err(Code::TrailingComma);
        }
        if !any(whole, ARABIC_DIGIT) {
            return Err(Code::Syntax);
        }
    }
    if places.contains(',') || (any(whole, POINT) && !in_threes) {
        return Err(Code::Grouping);
    }
    if whole.is_empty() && places.is_empty() {
        return Err(Code::Syntax);
    }
    if places.is_empty() && whole.len() < text.len() {
        notes.say(Code::TrailingDot);
    }
    if whole.len() > 1 && first(whole) == '0' {
        notes.say(Code::LeadingZeros);
    }
    value_of(whole, places).ok_or(Code::TooManyDigits)
}

/// Whether a number keeps to the limit on significant digits.
pub fn fits(value: Decimal) -> bool {
    value.mantissa().unsigned_abs() < LIMIT
}

fn value_of(whole: &str, places: &str) -> Option<Decimal> {
    let places = places.trim_end_matches('0');
    let mut mantissa = 0_u128;
    for digit in whole.bytes().chain(places.bytes()).filter(u8::is_ascii_digit) {
        mantissa = mantissa.wrapping_mul(10).wrapping_add(u128::from(digit.wrapping_sub(b'0')));
        if mantissa >= LIMIT {
            return None;
        }
    }
    let scale = u8::try_from(places.len()).ok()?;
    Decimal::new(i128::try_from(mantissa).ok()?, scale).filter(|_| places.len() <= MOST_PLACES)
}

/// The digits before and behind the point. The dot key gives 。 under a Chinese input method; beside a real point
/// nobody knows what it is.
fn at_point<'a>(text: &'a str, notes: &mut Notes) -> Result<(&'a str, &'a str), Code> {
    let Some((whole, places)) = cut(text, "。") else {
        return Ok(cut(text, ".").unwrap_or((text, "")));
    };
    if text.contains('.') || places.contains('。') || !any(text, ARABIC_DIGIT) {
        return Err(Code::Syntax);
    }
    notes.say(Code::DecimalMark);
    Ok((whole, places))
}

/// Whether a number is written in groups of three between `marks`, the first of one to three digits.
fn in_threes(whole: &str, marks: Kinds) -> bool {
    let mut lengths = 1..=3;
    let mut groups = whole.split(|letter| is(letter, marks));
    let whole_groups = groups.all(|group| {
        let fits = lengths.contains(&group.len()) && all(group, ARABIC_DIGIT);
        lengths = 3..=3;
        fits
    });
    whole_groups && first(whole) != '0'
}
