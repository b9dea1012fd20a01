//! Number entry: typed text to an exact figure in the unit of the field.
//!
//! The text passes from room to room, each taking off one layer: [`clean`] typography, [`words`] and [`shape`] what
//! is no single figure, [`head`] signs and currency, [`unit`] the unit, [`figure`] the number; [`measure`] brings the
//! number into the unit of the field, and this file says whether the field takes it. Most texts go the short way: [`keyed`]. [`kind`] and [`notes`] are what
//! all of them share: the kinds of characters, and what is said about the figure on the way.

mod arabic;
mod chinese;
mod clean;
mod figure;
mod head;
mod keyed;
mod kind;
mod measure;
mod notes;
mod shape;
mod unit;
mod words;

pub use keyed::{Digits, Keyed};

use super::Code;
use super::text::{among, kept, last, tidy};
use crate::model::{Decimal, Rounding, head_of};
use clean::{clean, compact};
use kind::{ARABIC, BLANK, FIGURE, SIGN, all, any, is};
use notes::Notes;
use unit::Unit;

/// The longest text that is read, in characters; a figure of 28 digits in words stays far below.
const LONGEST: usize = 300;

/// Blanks and marks that are not read may stand around it, but a whole document is not looked through for a figure.
const LONGEST_UNCLEANED: usize = 2_000;

/// What a field takes.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberSpec<'a> {
    /// The unit printed beside the field.
    pub unit: Option<&'a str>,
    /// The most places behind the point; 0 for whole numbers, `None` for any.
    pub places: Option<u8>,
    /// Whether numbers below nought are taken.
    pub signed: bool,
}

impl NumberSpec<'_> {
    fn takes(&self, value: Decimal) -> bool {
        (self.signed || !value.is_negative()) && self.places.is_none_or(|places| value.scale() <= places)
    }
}

/// How a text was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Silently: only typography differed, or nothing was typed.
    Accept,
    /// With a notice that shows what was understood.
    Notice,
    /// Not at all.
    Reject,
}

impl Outcome {
    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Notice => "notice",
            Self::Reject => "reject",
        }
    }
}

/// What became of a typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether the text is taken.
    pub outcome: Outcome,
    /// The number in the unit of the field. Also of a rejected text where it was understood and only breaks a limit of
    /// the field ([`Code::Negative`], [`Code::NotInteger`], [`Code::TooManyDecimals`]).
    pub value: Option<Decimal>,
    /// Notices, or the one reason of a refusal.
    pub codes: Vec<Code>,
    /// Values to choose from where a text was rejected, the most likely first.
    pub candidates: Vec<Decimal>,
}

/// Reads a typed text as a field of this kind takes it. Any text is read in time that grows with its length only.
pub fn read_number(text: &str, spec: &NumberSpec) -> Reading {
    let mut notes = Notes::default();
    let (value, refusal) = match understand(text, spec, &mut notes) {
        Ok(Some(value)) => judge(value, spec, &mut notes),
        Ok(None) => (None, None),
        Err(code) => (None, Some(code)),
    };
    let Notes { mut codes, candidates, .. } = notes;
    let outcome = match refusal {
        Some(_) => Outcome::Reject,
        None if codes.is_empty() => Outcome::Accept,
        None => Outcome::Notice,
    };
    let instead = refusal.or(if value.is_none() { Some(Code::Blank) } else { None });
    if let Some(code) = instead {
        codes = vec![code];
    }
    Reading { outcome, value, codes, candidates }
}

/// Whether a text of bare digits is also the shortest way to write its figure.
pub fn is_canonical(text: &str) -> bool {
    keyed::read(text).is_some() && !(text.ends_with('0') && text.contains('.'))
}

/// Plain digits, where nothing but typography was taken off (width, groups of three, blanks, invisible marks);
/// otherwise the text as it is. Safe to write back into a field.
pub fn plain(text: &str) -> String {
    let digits = || {
        let compact = compact(&clean(text).ok()?);
        let unsigned = compact.strip_prefix(['-', '+']).unwrap_or(&compact);
        let mut notes = Notes::default();
        arabic::read(Some(unsigned).filter(|digits| all(digits, ARABIC))?, &mut notes).ok()?;
        let without_marks = |letter| (letter != ',' && !is(letter, BLANK)).then_some(letter);
        notes.codes.is_empty().then(|| kept(&compact, without_marks))
    };
    digits().unwrap_or_else(|| text.to_owned())
}

fn understand(text: &str, spec: &NumberSpec, notes: &mut Notes) -> Result<Option<Decimal>, Code> {
    if head_of(text, LONGEST_UNCLEANED).is_some() {
        if tidy(text).is_empty() {
            return Ok(None);
        }
        return Err(if all(text, ARABIC | SIGN) { Code::TooManyDigits } else { Code::Syntax });
    }
    let line = clean(text)?;
    if line.is_empty() {
        return Ok(None);
    }
    if head_of(&line, LONGEST).is_some() {
        return Err(if all(&line, ARABIC | SIGN) { Code::TooManyDigits } else { Code::Syntax });
    }
    if let Some(code) = words::other_answer(&line) {
        return Err(code);
    }
    let bare = line.strip_prefix(|letter| among(letter, words::APOSTROPHES));
    if bare.is_some() {
        notes.say(Code::TextPrefix);
    }
    read_figure(&compact(bare.unwrap_or(&line)), spec, notes).map(Some)
}

fn read_figure(text: &str, spec: &NumberSpec, notes: &mut Notes) -> Result<Decimal, Code> {
    let unit = clean(spec.unit.unwrap_or(""))?;
    let field = Unit::of_field(&unit);
    let bare = text.strip_suffix(unit.as_str()).unwrap_or(text);
    if let Some(code) = no_single_figure(text, bare, field.base) {
        return Err(code);
    }
    let head = head::take(if bare.ends_with(')') { bare } else { text }, notes)?;
    let read = measure::in_unit_of(&head, field, notes);
    match read {
        Ok(value) if head.brackets => return bracketed(value, spec.signed, notes),
        Err(Code::PercentInPlainField) => notes.candidates.retain(|value| spec.takes(signed(*value, head.negative))),
        _ => {}
    }
    for candidate in &mut notes.candidates {
        *candidate = signed(*candidate, head.negative);
    }
    read.map(|value| signed(value, head.negative))
}

/// Why a text is none; `bare` is the text without the unit of the field.
fn no_single_figure(text: &str, bare: &str, base: &str) -> Option<Code> {
    // Latin letters and digits alone, but for the x of 3x5, are none of what the word lists below look for.
    let is_word = text.bytes().all(|byte| byte.is_ascii_alphanumeric() && byte != b'x');
    if !is_word && text.contains(is_other_digit) {
        return Some(Code::OtherDigits);
    }
    if !is_word && shape::is_approximate(bare) {
        return Some(Code::Approximate);
    }
    let several = if is_word { None } else { shape::several(bare) };
    several.or_else(|| {
        if any(text, FIGURE) && is(last(text), SIGN) {
            Some(Code::TrailingSign)
        } else if head::is_foreign(text) {
            Some(if matches!(base, "元" | "") { Code::CurrencyMismatch } else { Code::UnitMismatch })
        } else {
            None
        }
    })
}

/// An amount in brackets is below nought to a bookkeeper; elsewhere they hold notes and the numbers of lists.
fn bracketed(value: Decimal, taken: bool, notes: &mut Notes) -> Result<Decimal, Code> {
    if !taken {
        notes.offer(Some(value.neg()), Some(value));
        return Err(Code::ParenNegative);
    }
    notes.say(Code::ParenNegative);
    Ok(value.neg())
}

fn signed(value: Decimal, negative: bool) -> Decimal {
    if negative { value.neg() } else { value }
}

/// Digits of other scripts, superscripts, circled digits, Roman numerals and vulgar fractions: Unicode calls them all
/// numeric. NFKC would make 12² a hundred and twenty-two.
fn is_other_digit(letter: char) -> bool {
    (letter.is_numeric() && !letter.is_ascii_digit()) || letter == '\u{20e3}'
}

/// The value where it is understood, and why the field does not take it.
fn judge(value: Decimal, spec: &NumberSpec, notes: &mut Notes) -> (Option<Decimal>, Option<Code>) {
    let refusal = match spec.places {
        _ if !arabic::fits(value) => return (None, Some(Code::TooManyDigits)),
        _ if value.is_negative() && !spec.signed => Some(Code::Negative),
        Some(0) if !value.is_integer() => Some(Code::NotInteger),
        Some(places) if value.scale() > places => {
            offer_shorter(value, places, notes);
            Some(Code::TooManyDecimals)
        }
        _ => None,
    };
    (Some(value), refusal)
}

/// The value rounded half-up and cut off; one value where both are the same.
fn offer_shorter(value: Decimal, places: u8, notes: &mut Notes) {
    let rounded = value.round(i8::try_from(places).unwrap_or(i8::MAX), Rounding::HalfUp);
    let step = Decimal::new(if value.is_negative() { -1 } else { 1 }, places);
    let cut = rounded.filter(|rounded| rounded.abs() > value.abs()).and_then(|rounded| rounded.checked_sub(step?));
    notes.offer(rounded, cut);
}

#[cfg(test)]
mod tests {
    use super::{Keyed, NumberSpec, read_number};
    use crate::model::Decimal;

    /// Digits, points, zeros in every order, in fields of every kind: the short way says what the long way says.
    #[test]
    fn the_short_way_is_the_long_way() {
        let units =
            [None, Some("人"), Some("%"), Some("百分点"), Some("万元"), Some("m2"), Some("2"), Some(".5"), Some("㎡")];
        let mut taken = 0;
        for number in 0..60_000_u32 {
            let text: String =
                format!("{number:o}").chars().map(|digit| if digit == '7' { '.' } else { digit }).collect();
            for (unit, places) in units.into_iter().zip([Some(2), Some(0), None].into_iter().cycle()) {
                let spec = NumberSpec { unit, places, signed: number % 2 == 0 };
                let high = Decimal::new(i128::from(number), 2);
                let Some(keyed) = Keyed::of(&spec, None, high) else { continue };
                let Some(short) = keyed.read(&text) else { continue };
                let value = Decimal::small(short.digits, short.places);
                assert_eq!(keyed.is_usual(short), high.is_none_or(|high| value <= high), "{text} {high:?}");
                let long = read_number(&text, &spec);
                assert_eq!(
                    (long.value, long.codes.len(), long.candidates.len()),
                    (Some(value), 0, 0),
                    "{text} {unit:?}"
                );
                taken += 1;
            }
        }
        assert!(taken > 30_000, "{taken}");
    }
}
