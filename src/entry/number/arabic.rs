//! Arabic digits with their point and their groups of three.

use super::clean::GROUP_BLANK;
use super::figure::{Figure, Refusal};
use crate::entry::Code;
use crate::model::Decimal;

/// The most significant digits of a figure, as in the widest decimals of data bases.
const MOST_DIGITS: usize = 28;

/// The most places behind the point; with one nought before it this is what a [`Decimal`] can read.
const MOST_PLACES: usize = 37;

/// Reads digits, one point or 。, and commas or blanks between groups of three.
pub fn read(text: &str) -> Result<Figure, Refusal> {
    let mut codes = Vec::new();
    let text = with_point(text, &mut codes)?;
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let whole = without_blanks(whole, places, &mut codes)?;
    if places.contains('.') {
        return Err(Code::MultipleDots.into());
    }
    let whole = without_commas(&whole, places)?;
    if whole.is_empty() && places.is_empty() {
        return Err(Code::Syntax.into());
    }
    if text.ends_with('.') {
        codes.push(Code::TrailingDot);
    }
    if whole.len() > 1 && whole.starts_with('0') {
        codes.push(Code::LeadingZeros);
    }
    let value = value_of(&whole, places).ok_or(Code::TooManyDigits)?;
    Ok(Figure { value, codes, magnified: false })
}

/// Whether a number keeps to the limit on significant digits.
pub fn fits(value: Decimal) -> bool {
    value.mantissa().unsigned_abs() < 10_u128.pow(28)
}

fn value_of(whole: &str, places: &str) -> Option<Decimal> {
    let (whole, places) = (whole.trim_start_matches('0'), places.trim_end_matches('0'));
    let significant = match whole {
        "" => places.trim_start_matches('0').len(),
        _ => whole.len().saturating_add(places.len()),
    };
    if significant > MOST_DIGITS || places.len() > MOST_PLACES {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if places.is_empty() { "" } else { "." };
    Decimal::parse(&[whole, point, places].concat())
}

/// The dot key gives 。 under a Chinese input method; beside a real point nobody knows what it is.
fn with_point(text: &str, codes: &mut Vec<Code>) -> Result<String, Code> {
    let Some((before, after)) = text.split_once('。') else {
        return Ok(text.to_owned());
    };
    let digits = [before, after].concat();
    if digits.contains(['。', '.']) || !digits.contains(|letter: char| letter.is_ascii_digit()) {
        return Err(Code::Syntax);
    }
    codes.push(Code::DecimalMark);
    Ok([before, ".", after].concat())
}

fn without_blanks(whole: &str, places: &str, codes: &mut Vec<Code>) -> Result<String, Code> {
    const BLANKS: [char; 2] = [' ', GROUP_BLANK];
    if !whole.contains(BLANKS) && !places.contains(BLANKS) {
        return Ok(whole.to_owned());
    }
    if places.contains([' ', GROUP_BLANK, ',', '.']) || !in_threes(whole.split(BLANKS)) {
        return Err(Code::SpaceInside);
    }
    if whole.contains(' ') {
        codes.push(Code::SpaceGrouping);
    }
    Ok(whole.replace(BLANKS, ""))
}

fn without_commas(whole: &str, places: &str) -> Result<String, Code> {
    let last = if places.is_empty() { whole } else { places };
    match last.strip_suffix(',') {
        Some(rest) if rest.ends_with(|letter: char| letter.is_ascii_digit()) => return Err(Code::TrailingComma),
        Some(_) if !whole.contains(|letter: char| letter.is_ascii_digit()) => return Err(Code::Syntax),
        _ => {}
    }
    let grouped = whole.contains(',');
    if places.contains(',') || (grouped && !in_threes(whole.split(','))) {
        return Err(Code::Grouping);
    }
    Ok(whole.replace(',', ""))
}

fn in_threes<'a>(mut groups: impl Iterator<Item = &'a str>) -> bool {
    let first = groups.next().unwrap_or("");
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let leads = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
    leads && groups.all(|group| group.len() == 3 && digits(group))
}
