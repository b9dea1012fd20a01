//! A decimal, or a quotient that stays a fraction until the one rounding at the end.

use std::cmp::Ordering;

use super::decimal::wide::{Wide, divide_narrow, gcd, power_of_ten};
use super::decimal::{Decimal, add_signed};
use super::rounding::Rounding;

/// `top` / `under`, exactly.
///
/// Sums and products of decimals stay decimals (`under` is 1, the cheap way). Once a division
/// is needed, both are whole numbers below 2^127 without a common divisor.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    top: Decimal,
    under: i128,
}

/// Why a result cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArithmeticError {
    /// Even in lowest terms a part of the result reaches 2^127 (about 1.7 × 10^38), or it
    /// needs more than 38 places.
    TooLarge,
    /// The divisor is nought.
    DivisionByZero,
}

use ArithmeticError::{DivisionByZero, TooLarge};

// Each of these can fail, so none of them is an operator.
#[allow(clippy::should_implement_trait)]
impl Exact {
    /// Nought.
    pub const ZERO: Self = Self { top: Decimal::ZERO, under: 1 };

    /// The sum.
    pub fn add(self, other: Self) -> Result<Self, ArithmeticError> {
        match self.decimals(other).and_then(|(left, right)| left.checked_add(right)) {
            Some(sum) => Ok(sum.into()),
            None => add_fractions(self.fraction(), other.fraction()),
        }
    }

    /// The difference.
    pub fn sub(self, other: Self) -> Result<Self, ArithmeticError> {
        self.add(other.neg())
    }

    /// The product.
    pub fn mul(self, other: Self) -> Result<Self, ArithmeticError> {
        match self.decimals(other).and_then(|(left, right)| left.checked_mul(right)) {
            Some(product) => Ok(product.into()),
            None => multiply_fractions(self.fraction(), other.fraction()),
        }
    }

    /// The quotient.
    pub fn div(self, other: Self) -> Result<Self, ArithmeticError> {
        let (top, under) = other.fraction();
        if top == 0 {
            return Err(DivisionByZero);
        }
        let sign = top.signum();
        let upside_down = (under.wrapping_mul(sign), top.wrapping_mul(sign));
        multiply_fractions(self.fraction(), upside_down)
    }

    /// The number with the other sign.
    #[must_use]
    pub const fn neg(self) -> Self {
        Self { top: self.top.neg(), under: self.under }
    }

    /// The number without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { top: self.top.abs(), under: self.under }
    }

    /// Whether this is nought.
    pub const fn is_zero(self) -> bool {
        self.top.is_zero()
    }

    /// Whether this is below nought.
    pub const fn is_negative(self) -> bool {
        self.top.is_negative()
    }

    /// Which of the two is larger. Nothing is cut off on the way, so this never fails today; the
    /// type leaves room for a cheaper comparison that may.
    pub fn compare(self, other: Self) -> Result<Ordering, ArithmeticError> {
        if let Some((left, right)) = self.decimals(other) {
            return Ok(left.cmp(&right));
        }
        if self.is_negative() != other.is_negative() {
            return Ok(other.is_negative().cmp(&self.is_negative()));
        }
        let ((a, b), (c, d)) = (self.fraction(), other.fraction());
        let left = Wide::product(a.unsigned_abs(), d.unsigned_abs());
        let order = left.cmp(&Wide::product(c.unsigned_abs(), b.unsigned_abs()));
        Ok(if self.is_negative() { order.reverse() } else { order })
    }

    /// The one rounding at the end; places as in [`Decimal::round`].
    pub fn round(self, places: i8, way: Rounding) -> Result<Decimal, ArithmeticError> {
        if let Some(decimal) = self.to_decimal() {
            return decimal.round(places, way).ok_or(TooLarge);
        }
        let (size, under) = (self.top.mantissa().unsigned_abs(), self.under.unsigned_abs());
        let Ok(places @ 0..) = u32::try_from(places) else {
            let whole = Decimal::from_wide(self.is_negative(), divide_narrow(size, under).0.into(), 0);
            let rounded = whole.and_then(|it| it.round_reported(places, way, Ordering::Greater));
            return rounded.ok_or(TooLarge);
        };
        let raised = Wide::product(size, power_of_ten(places).ok_or(TooLarge)?);
        let (kept, rest) = raised.divide(under);
        let up = way.goes_up(rest.wrapping_mul(2).cmp(&under), kept.is_odd());
        let size = kept.plus(u128::from(up).into());
        Decimal::from_wide(self.is_negative(), size, places).ok_or(TooLarge)
    }

    /// The decimal that this is, where the fraction terminates within 38 places.
    pub fn to_decimal(self) -> Option<Decimal> {
        if self.under == 1 {
            return Some(self.top);
        }
        let twos = self.under.trailing_zeros();
        let mut rest = self.under.unsigned_abs().wrapping_shr(twos);
        let mut fives = 0_u32;
        while let (fifth, 0) = divide_narrow(rest, 5) {
            rest = fifth;
            fives = fives.saturating_add(1);
        }
        let places = twos.max(fives);
        let grown = divide_narrow(power_of_ten(places)?, self.under.unsigned_abs()).0;
        let size = Wide::product(self.top.mantissa().unsigned_abs(), grown);
        if rest == 1 { Decimal::from_wide(self.is_negative(), size, places) } else { None }
    }

    fn decimals(self, other: Self) -> Option<(Decimal, Decimal)> {
        (self.under == 1 && other.under == 1).then_some((self.top, other.top))
    }

    /// Numerator and denominator (positive), in lowest terms.
    pub fn fraction(self) -> (i128, i128) {
        if self.under != 1 || self.top.is_integer() {
            return (self.top.mantissa(), self.under);
        }
        let under = power_of_ten(u32::from(self.top.scale())).and_then(|under| i128::try_from(under).ok()).unwrap_or(1);
        let shared = common(self.top.mantissa(), under);
        (over(self.top.mantissa(), shared), over(under, shared))
    }

    /// `top` / `under`, which must be in lowest terms, `under` above nought.
    pub(crate) fn of_fraction(top: i128, under: i128) -> Result<Self, ArithmeticError> {
        let top = Decimal::new(top, 0).ok_or(TooLarge)?;
        Ok(Self { top, under })
    }
}

/// Knuth, The Art of Computer Programming, 4.5.1: what is left to divide by is no larger than
/// the common divisor of the two denominators.
fn add_fractions((a, b): (i128, i128), (c, d): (i128, i128)) -> Result<Exact, ArithmeticError> {
    let shared = common(b, d);
    let (b, d_rest) = (over(b, shared), over(d, shared));
    let left = (a < 0, Wide::product(a.unsigned_abs(), d_rest.unsigned_abs()));
    let right = (c < 0, Wide::product(c.unsigned_abs(), b.unsigned_abs()));
    let (negative, size) = add_signed(left, right);
    let (_, rest) = size.divide(shared.unsigned_abs());
    let shared = gcd(rest, shared.unsigned_abs());
    let top = signed(negative, size.divide(shared).0)?;
    let shared = i128::try_from(shared).map_err(|_| TooLarge)?;
    let under = times(over(d, shared), b)?;
    Exact::of_fraction(top, under)
}

fn multiply_fractions((a, b): (i128, i128), (c, d): (i128, i128)) -> Result<Exact, ArithmeticError> {
    let (across, back) = (common(a, d), common(c, b));
    let top = times(over(a, across), over(c, back))?;
    Exact::of_fraction(top, times(over(b, back), over(d, across))?)
}

/// The greatest common divisor; every argument's magnitude stays below 2^127, so it fits.
#[inline(never)]
fn common(left: i128, right: i128) -> i128 {
    i128::try_from(gcd(left.unsigned_abs(), right.unsigned_abs())).unwrap_or(1)
}

/// Exact division by a common divisor, which is never nought.
#[inline(never)]
fn over(number: i128, divisor: i128) -> i128 {
    if divisor == 1 {
        return number;
    }
    signed(number < 0, divide_narrow(number.unsigned_abs(), divisor.unsigned_abs()).0.into()).unwrap_or(0)
}

/// The product, where it fits.
#[inline(never)]
fn times(left: i128, right: i128) -> Result<i128, ArithmeticError> {
    signed((left < 0) != (right < 0), Wide::product(left.unsigned_abs(), right.unsigned_abs()))
}

fn signed(negative: bool, size: Wide) -> Result<i128, ArithmeticError> {
    let size = size.narrow().ok_or(TooLarge)?;
    Ok(if negative { size.wrapping_neg() } else { size })
}

impl Decimal {
    /// Rounds to the nearest multiple of a positive `interval`, such as 0.5 or 20 (GB/T 8170-2008, 3.4).
    pub fn round_to_interval(self, interval: Self, way: Rounding) -> Result<Self, ArithmeticError> {
        let steps = Exact::from(self).div(interval.into())?.round(0, way)?;
        steps.checked_mul(interval).ok_or(TooLarge)
    }
}

impl From<Decimal> for Exact {
    fn from(top: Decimal) -> Self {
        Self { top, under: 1 }
    }
}
