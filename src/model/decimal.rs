use std::cmp::Ordering;
use std::fmt;

use super::rounding::Rounding;
use wide::{Wide, divide_narrow, power_of_ten};

pub mod wide;

/// The most places behind the point.
const MOST_PLACES: u8 = 38;

/// `mantissa` × 10^−`scale`, with at most 38 places and a magnitude below 2^127.
///
/// Always in its shortest form (no zeros at the end of the places, no negative zero), so that
/// equality of the parts is equality of the numbers. No operation loses a digit in silence:
/// what does not fit is `None`.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self::from_int(0);
    /// One.
    pub const ONE: Self = Self::from_int(1);

    /// A whole number.
    pub const fn from_int(value: i64) -> Self {
        Self { mantissa: value as i128, scale: 0 }
    }

    /// `mantissa` × 10^−`scale`; `None` where that needs more than 38 places or is −2^127.
    pub fn new(mantissa: i128, scale: u8) -> Option<Self> {
        let size = Wide::from(mantissa.unsigned_abs());
        Self::from_wide(mantissa.is_negative(), size, u32::from(scale))
    }

    /// Reads `-?digits(.digits)?` with at most 38 digits; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, places) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let digits = whole.len().saturating_add(places.len());
        if whole.is_empty() || digits > usize::from(MOST_PLACES) {
            return None;
        }
        let mut size = 0_u128;
        for byte in whole.bytes().chain(places.bytes()) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            size = size.wrapping_mul(10).wrapping_add(u128::from(digit));
        }
        Self::from_wide(unsigned.len() < text.len(), size.into(), u32::try_from(places.len()).ok()?)
    }

    /// The digits as a whole number, with the sign.
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// How many places stand behind the point, 0 to 38.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether this is nought.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether this is below nought.
    pub const fn is_negative(self) -> bool {
        self.mantissa.is_negative()
    }

    /// Whether nothing stands behind the point.
    pub const fn is_integer(self) -> bool {
        self.scale == 0
    }

    /// The number with the other sign.
    #[must_use]
    pub const fn neg(self) -> Self {
        Self { mantissa: self.mantissa.wrapping_neg(), scale: self.scale }
    }

    /// The number without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { mantissa: self.mantissa.wrapping_abs(), scale: self.scale }
    }

    /// The exact sum, where it fits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other);
        let (negative, size) = add_signed((self.is_negative(), left), (other.is_negative(), right));
        Self::from_wide(negative, size, u32::from(scale))
    }

    /// The exact difference, where it fits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.neg())
    }

    /// The exact product, where it fits.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let scale = u32::from(self.scale).saturating_add(u32::from(other.scale));
        let size = Wide::product(self.mantissa.unsigned_abs(), other.mantissa.unsigned_abs());
        Self::from_wide(self.is_negative() != other.is_negative(), size, scale)
    }

    /// The number times 10^`power`, where it fits.
    pub fn shift(self, power: i8) -> Option<Self> {
        let scale = i16::from(self.scale).saturating_sub(i16::from(power));
        let growth = power_of_ten(u32::from(scale.min(0).unsigned_abs()));
        match growth {
            _ if self.is_zero() => Some(self),
            Some(growth) => Self::from_wide(
                self.is_negative(),
                Wide::product(self.mantissa.unsigned_abs(), growth),
                u32::from(scale.max(0).unsigned_abs()),
            ),
            None => None,
        }
    }

    /// The number with at most `places` places; negative places give whole tens, hundreds and so
    /// on. `None` only where rounding up to such a step leaves the range.
    pub fn round(self, places: i8, way: Rounding) -> Option<Self> {
        self.round_reported(places, way, Ordering::Equal)
    }

    /// Rounds a number that was itself rounded before it was reported: `truth` says whether the
    /// true magnitude was greater, written 16.5(+), or less, written 16.5(−), or is this one
    /// (GB/T 8170-2008, 3.3.2).
    pub fn round_reported(self, places: i8, way: Rounding, truth: Ordering) -> Option<Self> {
        let drop = i16::from(self.scale).saturating_sub(i16::from(places));
        let Ok(drop @ 1..) = u32::try_from(drop) else {
            return Some(self);
        };
        let Some(step) = power_of_ten(drop) else {
            return Some(Self::ZERO);
        };
        let (kept, rest) = divide_narrow(self.mantissa.unsigned_abs(), step);
        let rest = rest.cmp(&step.wrapping_div(2)).then(truth);
        let up = way.goes_up(rest, kept & 1 == 1);
        let kept = Wide::from(kept.wrapping_add(u128::from(up)));
        let places_left = u32::from(places.max(0).unsigned_abs());
        Self::from_wide(self.is_negative(), kept, places_left)?.shift(places.min(0).saturating_neg())
    }

    /// The number with exactly `places` places, rounded half-up where it has more; nought has no
    /// sign. No grouping.
    pub fn fixed(self, places: u8) -> String {
        self.rounded_for(places).written(usize::from(places), false)
    }

    /// The shortest form with the whole part in groups of three: `1,234,567.5`.
    pub fn grouped(self) -> String {
        self.written(0, true)
    }

    /// As [`Decimal::fixed`], with the whole part in groups of three.
    pub fn grouped_fixed(self, places: u8) -> String {
        self.rounded_for(places).written(usize::from(places), true)
    }

    fn rounded_for(self, places: u8) -> Self {
        let places = i8::try_from(places).unwrap_or(i8::MAX);
        self.round(places, Rounding::HalfUp).unwrap_or(self)
    }

    /// Writes from the last digit to the first.
    fn written(self, least_places: usize, grouped: bool) -> String {
        let scale = usize::from(self.scale);
        let mut text = "0".repeat(least_places.saturating_sub(scale));
        let mut rest = self.mantissa.unsigned_abs();
        let mut place = 0_usize;
        while rest != 0 || place <= scale {
            let whole = place.saturating_sub(scale);
            if place == scale && scale.max(least_places) > 0 {
                text.push('.');
            } else if grouped && whole > 0 && whole.is_multiple_of(3) {
                text.push(',');
            }
            let (tenth, digit) = divide_narrow(rest, 10);
            text.push(char::from(b'0'.saturating_add(u8::try_from(digit).unwrap_or(0))));
            (rest, place) = (tenth, place.saturating_add(1));
        }
        if self.is_negative() {
            text.push('-');
        }
        text.chars().rev().collect()
    }

    /// Both magnitudes at the larger of the two scales.
    fn aligned(self, other: Self) -> (Wide, Wide, u8) {
        let scale = self.scale.max(other.scale);
        let raised = |number: Self| {
            let power = u32::from(scale.saturating_sub(number.scale));
            let factor = power_of_ten(power).unwrap_or(1);
            Wide::product(number.mantissa.unsigned_abs(), factor)
        };
        (raised(self), raised(other), scale)
    }

    /// `size` × 10^−`scale` with its sign, where it fits once the zeros at the end are gone.
    pub fn from_wide(negative: bool, size: Wide, scale: u32) -> Option<Self> {
        let (size, scale) = without_end_zeros(size, scale);
        let mantissa = size.narrow()?;
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= MOST_PLACES)?;
        let signed = if negative { mantissa.wrapping_neg() } else { mantissa };
        Some(Self { mantissa: signed, scale })
    }
}

/// Adds two numbers given as sign and magnitude.
pub fn add_signed(left: (bool, Wide), right: (bool, Wide)) -> (bool, Wide) {
    if left.0 == right.0 {
        (left.0, left.1.plus(right.1))
    } else if left.1 >= right.1 {
        (left.0, left.1.minus(right.1))
    } else {
        (right.0, right.1.minus(left.1))
    }
}

/// Takes zeros off the end of the places.
fn without_end_zeros(mut size: Wide, mut scale: u32) -> (Wide, u32) {
    while scale > 0 {
        let (tenth, 0) = size.divide(10) else {
            break;
        };
        scale = if tenth == size { 0 } else { scale.saturating_sub(1) };
        size = tenth;
    }
    (size, scale)
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.is_negative() != other.is_negative() {
            return other.is_negative().cmp(&self.is_negative());
        }
        let (left, right, _) = self.aligned(*other);
        if self.is_negative() { right.cmp(&left) } else { left.cmp(&right) }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(0, false))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
