//! The short way for most texts: a usual figure, exactly as it comes off the number keys.

use std::cmp::Ordering;

use crate::model::{Decimal, Rounding};

use super::NumberSpec;

/// So many digits fit a machine word.
const MOST_DIGITS: usize = 18;
/// The short way knows texts with fewer places than so many.
const MOST_PLACES: usize = 5;

/// How a field takes figures of bare digits, up to so many places.
///
/// Texts with signs, blanks, units, words or needless zeros are not for this way. What it reads,
/// [`read_number`](super::read_number) accepts silently and with the same value.
#[derive(Clone, Copy, Debug)]
pub struct Keyed {
    places: u8,
    /// By the places of a text: the bounds in whole numbers of its last digit.
    bounds: [(i64, i64); MOST_PLACES],
    /// In a % field a figure of at most 1 may be a ratio.
    above_one: bool,
}

/// A figure of bare digits: all of them, and how many stand behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The digits as a whole number.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub places: u8,
}

impl Keyed {
    /// The short way for a field with this spec, where it has one, and the bounds that [`Keyed::is_usual`] knows.
    pub fn of(spec: &NumberSpec<'_>, low: Option<Decimal>, high: Option<Decimal>) -> Option<Self> {
        let above_one = match spec.unit.and_then(|unit| unit.chars().next_back()) {
            // A unit may itself be digits that a text ends in, but not where it ends in a word.
            None | Some('a'..='z' | 'A'..='Z' | '\u{4e00}'..='\u{9fff}') => false,
            Some('%') => true,
            Some(_) => return None,
        };
        let most = u8::try_from(MOST_PLACES).ok()?.wrapping_sub(1);
        let mut keyed = Self {
            places: spec.places.map_or(most, |places| places.min(most)),
            bounds: [(0, 0); MOST_PLACES],
            above_one,
        };
        for (places, bounds) in (0..).zip(&mut keyed.bounds) {
            let low = low.map_or(Some(0), |low| whole(low, places, true))?;
            let high = high.map_or(Some(i64::MAX), |high| whole(high, places, false))?;
            *bounds = (low, high);
        }
        Some(keyed)
    }

    /// The figure, where the text is one for the short way.
    #[inline(always)]
    pub fn read(&self, text: &str) -> Option<Digits> {
        let read = read(text)?;
        let fits = read.places <= self.places && !(self.above_one && may_be_ratio(read));
        if fits { Some(read) } else { None }
    }

    /// Whether the figure lies between the bounds.
    #[inline(always)]
    pub fn is_usual(&self, figure: Digits) -> bool {
        let bounds = self.bounds.get(usize::from(figure.places));
        bounds.is_some_and(|(low, high)| *low <= figure.digits && figure.digits <= *high)
    }
}

fn may_be_ratio(figure: Digits) -> bool {
    figure.digits != 0 && Decimal::power_of_ten(figure.places).is_none_or(|one| figure.digits <= one)
}

/// The bound in whole numbers of the last of so many places, rounded to the inner side; the outermost whole number where it
/// lies beyond.
fn whole(bound: Decimal, places: u8, up: bool) -> Option<i64> {
    let cut = bound.round(i8::try_from(places).ok()?, Rounding::HalfUp)?;
    let step = Decimal::small(1, places);
    let inner = match cut.cmp(&bound) {
        Ordering::Less if up => cut.checked_add(step)?,
        Ordering::Greater if !up => cut.checked_sub(step)?,
        _ => cut,
    };
    let inner = inner.shift(i8::try_from(places).ok()?)?.mantissa();
    Some(i64::try_from(inner).unwrap_or(if inner < 0 { i64::MIN } else { i64::MAX }))
}

/// Digits with at most one point between two of them and no needless zero at the front.
#[inline(always)]
pub fn read(text: &str) -> Option<Digits> {
    let bytes = text.as_bytes();
    if bytes.len() > MOST_DIGITS {
        return None;
    }
    let (mut digits, mut point) = (0_i64, None);
    for (at, byte) in bytes.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            digits = digits.wrapping_mul(10).wrapping_add(i64::from(digit));
        } else if *byte == b'.' && point.is_none() {
            point = Some(at);
        } else {
            return None;
        }
    }
    let whole = point.unwrap_or(bytes.len());
    let places = point.map_or(0, |point| bytes.len().wrapping_sub(point).wrapping_sub(1));
    let needless_zero = whole > 1 && bytes.first() == Some(&b'0');
    let complete = whole > 0 && (places > 0 || point.is_none()) && !needless_zero;
    if complete { Some(Digits { digits, places: u8::try_from(places).ok()? }) } else { None }
}
