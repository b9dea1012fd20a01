use std::cmp::Ordering;
use std::fmt;

use super::rounding::Rounding;
use wide::{Wide, divide_narrow, power_of_ten, small_power_of_ten};

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

    /// `digits` × 10^−`places`, with at most 38 places; more are taken for 38.
    #[cfg_attr(speed, optimize(speed))]
    pub fn small(digits: i64, places: u8) -> Self {
        let (mut digits, mut scale) = (digits, places.min(MOST_PLACES));
        while scale > 0 && digits.wrapping_rem(10) == 0 {
            scale = if digits == 0 { 0 } else { scale.wrapping_sub(1) };
            digits = digits.wrapping_div(10);
        }
        Self { mantissa: i128::from(digits), scale }
    }

    /// 10^`power` as a machine word; up to 10^18.
    #[inline]
    pub fn power_of_ten(power: u8) -> Option<i64> {
        small_power_of_ten(power)
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

    /// The shortest form without grouping, as values are sent: `1234567.5`. The machinery of `to_string` would stay out of the
    /// module if nobody called it there.
    pub fn canonical(self) -> String {
        let mut text = String::new();
        self.write(0, false, &mut text);
        text
    }

    /// The number with exactly `places` places, rounded half-up where it has more; nought has no
    /// sign. No grouping.
    pub fn fixed(self, places: u8) -> String {
        self.text(places, false)
    }

    /// The shortest form with the whole part in groups of three: `1,234,567.5`.
    pub fn grouped(self) -> String {
        let mut text = String::new();
        self.write(0, true, &mut text);
        text
    }

    /// As [`Decimal::fixed`], with the whole part in groups of three.
    pub fn grouped_fixed(self, places: u8) -> String {
        self.text(places, true)
    }

    fn text(self, places: u8, grouped: bool) -> String {
        let mut text = String::new();
        self.write_fixed(places, grouped, &mut text);
        text
    }

    /// Writes [`Decimal::fixed`] or [`Decimal::grouped_fixed`] behind what `out` holds.
    pub fn write_fixed(self, places: u8, grouped: bool, out: &mut String) {
        let rounded = if self.scale <= places {
            self
        } else {
            self.round(i8::try_from(places).unwrap_or(i8::MAX), Rounding::HalfUp).unwrap_or(self)
        };
        rounded.write(usize::from(places), grouped, out);
    }

    /// Writes the shortest form, in groups of three or not.
    pub fn write_shortest(self, grouped: bool, out: &mut String) {
        self.write(0, grouped, out);
    }

    /// Writes from the last digit to the first.
    #[cfg_attr(speed, optimize(speed))]
    fn write(self, least_places: usize, grouped: bool, out: &mut String) {
        let scale = usize::from(self.scale);
        let mut line = Backwards::default();
        let mut rest = self.mantissa.unsigned_abs();
        let mut place = 0_usize;
        let mut until_comma = scale.saturating_add(3);
        while rest != 0 || place <= scale {
            if place == scale && scale.max(least_places) > 0 {
                line.put(b'.');
            } else if grouped && place == until_comma {
                line.put(b',');
                until_comma = place.saturating_add(3);
            }
            let digit;
            (rest, digit) = tenth(rest);
            line.put(b'0'.saturating_add(digit));
            place = place.saturating_add(1);
        }
        if self.is_negative() {
            line.put(b'-');
        }
        out.push_str(line.read());
        (scale..least_places).for_each(|_| out.push('0'));
    }

    /// Both at the larger of the two scales as machine words.
    #[inline]
    fn aligned_words(self, other: Self) -> Option<(i64, i64)> {
        let scale = self.scale.max(other.scale);
        let raised = |number: Self| {
            let factor = small_power_of_ten(scale.wrapping_sub(number.scale))?;
            i64::try_from(number.mantissa).ok()?.checked_mul(factor)
        };
        Some((raised(self)?, raised(other)?))
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

/// A line that is filled from its end: a sign, 39 digits, their commas and a point at most.
struct Backwards {
    bytes: [u8; 56],
    start: usize,
}

impl Default for Backwards {
    fn default() -> Self {
        Self { bytes: [0; 56], start: 56 }
    }
}

impl Backwards {
    #[inline]
    fn put(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(slot) = self.bytes.get_mut(self.start) {
            *slot = byte;
        }
    }

    fn read(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

/// A tenth, and the digit left over.
#[inline]
fn tenth(number: u128) -> (u128, u8) {
    let (tenth, digit) = match u64::try_from(number) {
        Ok(small) => (u128::from(small.wrapping_div(10)), u128::from(small.wrapping_rem(10))),
        Err(_) => divide_narrow(number, 10),
    };
    (tenth, u8::try_from(digit).unwrap_or(0))
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
fn without_end_zeros(size: Wide, mut scale: u32) -> (Wide, u32) {
    let Some(mut small) = size.small() else { return without_end_zeros_widely(size, scale) };
    while scale > 0 && small.is_multiple_of(10) {
        scale = if small == 0 { 0 } else { scale.saturating_sub(1) };
        small = small.wrapping_div(10);
    }
    (Wide::from(u128::from(small)), scale)
}

fn without_end_zeros_widely(mut size: Wide, mut scale: u32) -> (Wide, u32) {
    while scale > 0 {
        let (tenth, 0) = size.divide(10) else {
            break;
        };
        (size, scale) = (tenth, scale.saturating_sub(1));
    }
    (size, scale)
}

impl Ord for Decimal {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        self.cmp_scaled(other)
    }
}

impl Decimal {
    fn cmp_scaled(&self, other: &Self) -> Ordering {
        if let Some((left, right)) = self.aligned_words(*other) {
            return left.cmp(&right);
        }
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
        f.write_str(&self.canonical())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
