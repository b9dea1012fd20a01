//! Number entry: typed text to an exact figure in the unit of the field.
//!
//! The text passes from room to room, each taking off one layer: [`clean`] typography, [`words`] and [`shape`] what
//! is no single figure, [`head`] signs and currency, [`unit`] the unit, [`figure`] the number; [`measure`] brings the
//! number into the unit of the field, and this file says whether the field takes it.

mod arabic;
mod chinese;
mod clean;
mod figure;
mod head;
mod measure;
mod shape;
mod unit;
mod words;

use super::Code;
use crate::model::{Decimal, Rounding};
use clean::{clean, compact, has_figure, is_arabic, is_sign};
use figure::{Figure, Refusal};

/// The longest text that is read, in characters; a figure of 28 digits in words stays far below.
const LONGEST: usize = 300;

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

impl Reading {
    fn taken(value: Decimal, codes: Vec<Code>) -> Self {
        let outcome = if codes.is_empty() { Outcome::Accept } else { Outcome::Notice };
        Self { outcome, value: Some(value), codes, candidates: Vec::new() }
    }

    fn blank() -> Self {
        Self { outcome: Outcome::Accept, value: None, codes: vec![Code::Blank], candidates: Vec::new() }
    }

    fn refused(value: Option<Decimal>, refusal: Refusal) -> Self {
        Self { outcome: Outcome::Reject, value, codes: vec![refusal.code], candidates: refusal.candidates }
    }
}

/// Reads a typed text as a field of this kind takes it. Any text is read in time that grows with its length only.
pub fn read_number(text: &str, spec: &NumberSpec) -> Reading {
    match understand(text, spec) {
        Ok(None) => Reading::blank(),
        Ok(Some(figure)) => judge(figure, spec),
        Err(refusal) => Reading::refused(None, refusal),
    }
}

/// Plain digits, where nothing but typography was taken off (width, groups of three, blanks, invisible marks);
/// otherwise the text as it is. Safe to write back into a field.
pub fn plain(text: &str) -> String {
    let digits = || {
        let line = clean(text).ok()?;
        let compact = compact(&line);
        let unsigned = compact.strip_prefix(['-', '+']).unwrap_or(&compact);
        let sign = compact.strip_suffix(unsigned)?;
        let figure = arabic::read(Some(unsigned).filter(|digits| digits.chars().all(is_arabic))?).ok()?;
        let digits: String = unsigned.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect();
        figure.codes.is_empty().then(|| [sign, &digits].concat())
    };
    digits().unwrap_or_else(|| text.to_owned())
}

fn understand(text: &str, spec: &NumberSpec) -> Result<Option<Figure>, Refusal> {
    let line = clean(text)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.chars().nth(LONGEST).is_some() {
        let digits = line.chars().all(|letter| is_arabic(letter) || is_sign(letter));
        return Err(if digits { Code::TooManyDigits } else { Code::Syntax }.into());
    }
    if let Some(code) = words::other_answer(&line) {
        return Err(code.into());
    }
    let bare = line.strip_prefix(words::APOSTROPHES);
    let prefix = bare.map(|_| Code::TextPrefix);
    let text = compact(bare.unwrap_or(&line)).to_ascii_lowercase();
    let mut figure = read_figure(&text, spec)?;
    figure.codes.splice(0..0, prefix);
    Ok(Some(figure))
}

fn read_figure(text: &str, spec: &NumberSpec) -> Result<Figure, Refusal> {
    let unit = clean(spec.unit.unwrap_or(""))?.to_ascii_lowercase();
    let field = unit::Unit::of_field(&unit);
    let bare = text.strip_suffix(unit.as_str()).unwrap_or(text);
    if let Some(code) = no_single_figure(text, bare, field.base) {
        return Err(code.into());
    }
    let head = head::take(if bare.ends_with(')') { bare } else { text })?;
    let (negative, brackets) = (head.negative, head.brackets);
    match measure::in_unit_of(head, field) {
        Ok(figure) if brackets => bracketed(figure, spec.signed),
        Ok(figure) => Ok(Figure { value: signed(figure.value, negative), ..figure }),
        Err(Refusal { code, candidates }) => {
            let candidates = candidates.into_iter().map(|value| signed(value, negative));
            let fits = |value: &Decimal| code != Code::PercentInPlainField || spec.takes(*value);
            Err(Refusal { code, candidates: candidates.filter(fits).collect() })
        }
    }
}

/// Why a text is none; `bare` is the text without the unit of the field.
fn no_single_figure(text: &str, bare: &str, base: &str) -> Option<Code> {
    if text.contains(is_other_digit) {
        Some(Code::OtherDigits)
    } else if shape::is_approximate(bare) {
        Some(Code::Approximate)
    } else if let Some(code) = shape::several(bare) {
        Some(code)
    } else if has_figure(text) && text.ends_with(is_sign) {
        Some(Code::TrailingSign)
    } else if head::is_foreign(text) {
        Some(if matches!(base, "元" | "") { Code::CurrencyMismatch } else { Code::UnitMismatch })
    } else {
        None
    }
}

/// An amount in brackets is below nought to a bookkeeper; elsewhere they hold notes and the numbers of lists.
fn bracketed(mut figure: Figure, taken: bool) -> Result<Figure, Refusal> {
    let candidates = vec![figure.value.neg(), figure.value];
    if !taken {
        return Err(Refusal { code: Code::ParenNegative, candidates });
    }
    figure.value = figure.value.neg();
    figure.codes.push(Code::ParenNegative);
    Ok(figure)
}

fn signed(value: Decimal, negative: bool) -> Decimal {
    if negative { value.neg() } else { value }
}

/// Digits of other scripts, superscripts, circled digits, Roman numerals and vulgar fractions: Unicode calls them all
/// numeric. NFKC would make 12² a hundred and twenty-two.
fn is_other_digit(letter: char) -> bool {
    (letter.is_numeric() && !letter.is_ascii_digit()) || letter == '\u{20e3}'
}

fn judge(figure: Figure, spec: &NumberSpec) -> Reading {
    let value = figure.value;
    let refuse = |code, candidates| Reading::refused(Some(value), Refusal { code, candidates });
    match spec.places {
        _ if !arabic::fits(value) => Reading::refused(None, Code::TooManyDigits.into()),
        _ if value.is_negative() && !spec.signed => refuse(Code::Negative, Vec::new()),
        Some(0) if !value.is_integer() => refuse(Code::NotInteger, Vec::new()),
        Some(places) if value.scale() > places => refuse(Code::TooManyDecimals, shorter(value, places)),
        _ => Reading::taken(value, figure.codes),
    }
}

/// The value rounded half-up and cut off; one value where both are the same.
fn shorter(value: Decimal, places: u8) -> Vec<Decimal> {
    let rounded = value.round(i8::try_from(places).unwrap_or(i8::MAX), Rounding::HalfUp);
    let step = Decimal::new(if value.is_negative() { -1 } else { 1 }, places);
    let cut = rounded.filter(|rounded| rounded.abs() > value.abs()).and_then(|rounded| rounded.checked_sub(step?));
    rounded.into_iter().chain(cut).collect()
}
