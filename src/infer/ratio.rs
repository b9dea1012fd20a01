use std::cmp::Ordering;
use std::num::NonZeroI64;

use crate::model::{Decimal, Exact};

use super::Sure;

/// A fraction in lowest terms. What does not fit two machine words is not known: nothing is ever rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    top: i64,
    /// Above nought.
    under: NonZeroI64,
}

impl Ratio {
    pub(super) const ZERO: Self = Self::whole(0);
    pub(super) const ONE: Self = Self::whole(1);

    pub(super) const fn whole(top: i64) -> Self {
        Self { top, under: ONE }
    }

    #[inline(never)]
    fn new(top: i64, under: i64) -> Sure<Self> {
        // So that every number has its negative.
        let under = NonZeroI64::new(under).filter(|_| top != i64::MIN)?;
        Some(Self { top, under })
    }

    #[inline(never)]
    pub(super) fn of(number: Decimal) -> Sure<Self> {
        let (top, under) = Exact::from(number).fraction();
        Self::new(i64::try_from(top).ok()?, i64::try_from(under).ok()?)
    }

    pub(super) fn place(place: usize) -> Sure<Self> {
        Self::new(i64::try_from(place).ok()?, 1)
    }

    pub(super) fn top(self) -> i64 {
        self.top
    }

    pub(super) fn under(self) -> i64 {
        self.under.get()
    }

    #[inline(never)]
    pub(super) fn add(self, other: Self) -> Sure<Self> {
        let (a, b, c, d) = (self.top, self.under(), other.top, other.under());
        if b == 1 && d == 1 {
            return Self::new(a.checked_add(c)?, 1);
        }
        let shared = gcd(b, d);
        let (b_rest, d_rest) = (over(b, shared), over(d, shared));
        let top = times(a, d_rest)?.checked_add(times(c, b_rest)?)?;
        let last = gcd(top, shared);
        Self::new(over(top, last), times(b_rest, over(d, last))?)
    }

    pub(super) fn sub(self, other: Self) -> Sure<Self> {
        self.add(other.neg())
    }

    #[inline(never)]
    pub(super) fn mul(self, other: Self) -> Sure<Self> {
        let (across, back) = (gcd(self.top, other.under()), gcd(other.top, self.under()));
        let top = times(over(self.top, across), over(other.top, back))?;
        Self::new(top, times(over(self.under(), back), over(other.under(), across))?)
    }

    pub(super) fn div(self, other: Self) -> Sure<Self> {
        let sign = other.top.signum();
        let upside_down = Self::new(other.under().wrapping_mul(sign), other.top.wrapping_mul(sign))?;
        self.mul(upside_down)
    }

    pub(super) fn neg(self) -> Self {
        Self { top: self.top.wrapping_neg(), under: self.under }
    }

    pub(super) fn is_zero(self) -> bool {
        self.top == 0
    }

    pub(super) fn is_negative(self) -> bool {
        self.top < 0
    }

    pub(super) fn is_whole(self) -> bool {
        self.under() == 1
    }

    /// The largest whole number that is not above this.
    pub(super) fn floor(self) -> Self {
        Self::whole(self.top.checked_div_euclid(self.under()).unwrap_or(0))
    }

    /// The decimal that this is, where it has a finite number of places.
    pub(super) fn decimal(self) -> Sure<Decimal> {
        self.exact()?.to_decimal()
    }

    pub(super) fn exact(self) -> Sure<Exact> {
        Exact::from(Decimal::from_int(self.top)).div(Decimal::from_int(self.under()).into()).ok()
    }
}

impl Ord for Ratio {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.under == other.under {
            return self.top.cmp(&other.top);
        }
        let product = |top: i64, under: i64| i128::from(top).wrapping_mul(under.into());
        product(self.top, other.under()).cmp(&product(other.top, self.under()))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const ONE: NonZeroI64 = match NonZeroI64::new(1) {
    Some(one) => one,
    None => NonZeroI64::MAX,
};

/// The product, where it fits.
#[inline(never)]
fn times(left: i64, right: i64) -> Sure<i64> {
    left.checked_mul(right)
}

/// Exact division by a common divisor, which is never nought.
fn over(number: i64, divisor: i64) -> i64 {
    if divisor == 1 { number } else { number.checked_div(divisor).unwrap_or(0) }
}

/// The greatest common divisor; with nought the other, and 1 with two noughts.
#[inline(never)]
pub(super) fn gcd(left: i64, right: i64) -> i64 {
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    if left == 1 || right == 1 {
        return 1;
    }
    while right != 0 {
        (left, right) = (right, left.checked_rem(right).unwrap_or(0));
    }
    i64::try_from(left.max(1)).unwrap_or(1)
}
