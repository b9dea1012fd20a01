use std::cmp::Ordering;

use crate::model::wide::{Wide, divide_narrow, gcd as long_gcd};
use crate::model::{Decimal, Exact};

/// A fraction in lowest terms, as long as a figure may be. What does not fit is lost, and so is whatever is made of it: nothing is
/// ever rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    top: i128,
    /// Above nought; nought where the number is lost.
    under: i128,
}

impl Ratio {
    pub(super) const ZERO: Self = Self::whole(0);
    pub(super) const ONE: Self = Self::whole(1);
    pub(super) const LOST: Self = Self { top: 1, under: 0 };

    pub(super) const fn whole(top: i128) -> Self {
        Self { top, under: 1 }
    }

    pub(super) fn place(place: usize) -> Self {
        i128::try_from(place).map_or(Self::LOST, Self::whole)
    }

    #[inline(never)]
    pub(super) fn of(number: Decimal) -> Self {
        let (top, under) = Exact::from(number).fraction();
        Self::new(Some(top), Some(under))
    }

    /// So that every number has its negative.
    #[inline(never)]
    fn new(top: Option<i128>, under: Option<i128>) -> Self {
        match (top, under) {
            (Some(top), Some(under @ 1..)) if top != i128::MIN => Self { top, under },
            _ => Self::LOST,
        }
    }

    pub(super) fn top(self) -> i128 {
        self.top
    }

    pub(super) fn under(self) -> i128 {
        self.under
    }

    #[inline(never)]
    pub(super) fn add(self, other: Self) -> Self {
        let (a, b, c, d) = (self.top, self.under, other.top, other.under);
        if b == 1 && d == 1 {
            return Self::new(a.checked_add(c), Some(1));
        }
        let shared = gcd(b, d);
        let (b_rest, d_rest) = (over(b, shared), over(d, shared));
        let sum = times(a, d_rest).zip(times(c, b_rest)).and_then(|(one, other)| one.checked_add(other));
        let Some(sum) = sum else { return Self::LOST };
        let last = gcd(sum, shared);
        Self::new(Some(over(sum, last)), times(b_rest, over(d, last)))
    }

    #[inline(never)]
    pub(super) fn mul(self, other: Self) -> Self {
        let (across, back) = (gcd(self.top, other.under), gcd(other.top, self.under));
        let top = times(over(self.top, across), over(other.top, back));
        Self::new(top, times(over(self.under, back), over(other.under, across)))
    }

    /// Lost with a divisor of nought.
    #[inline(never)]
    pub(super) fn div(self, other: Self) -> Self {
        if other.is_lost() {
            return other;
        }
        let sign = other.top.signum();
        self.mul(Self { top: other.under.wrapping_mul(sign), under: other.top.wrapping_mul(sign) })
    }

    pub(super) fn neg(self) -> Self {
        Self { top: self.top.wrapping_neg(), under: self.under }
    }

    pub(super) fn is_lost(self) -> bool {
        self.under == 0
    }

    pub(super) fn is_zero(self) -> bool {
        self.top == 0
    }

    pub(super) fn is_negative(self) -> bool {
        self.top < 0
    }

    pub(super) fn is_whole(self) -> bool {
        self.under == 1
    }

    /// The largest whole number that is not above this.
    #[inline(never)]
    pub(super) fn floor(self) -> Self {
        if self.is_lost() { self } else { Self::whole(divided(self.top, self.under).0) }
    }

    /// The decimal that this is, where it has a finite number of places.
    pub(super) fn decimal(self) -> Option<Decimal> {
        self.exact()?.to_decimal()
    }

    #[inline(never)]
    pub(super) fn exact(self) -> Option<Exact> {
        Exact::from(Decimal::new(self.top, 0)?).div(Decimal::new(self.under, 0)?.into()).ok()
    }
}

impl Ord for Ratio {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.under == other.under {
            return self.top.cmp(&other.top);
        }
        match (times(self.top, other.under), times(other.top, self.under)) {
            (Some(one), Some(other)) => one.cmp(&other),
            // Where the products do not fit: by the whole parts, and where these are the same by what is left, upside down.
            _ => {
                let ((one, one_left), (two, two_left)) =
                    (divided(self.top, self.under), divided(other.top, other.under));
                let turned = |left: i128, under: i128| Self { top: under, under: left };
                let by_rest = || match (one_left, two_left) {
                    (0, _) | (_, 0) => one_left.cmp(&two_left),
                    _ => turned(two_left, other.under).cmp(&turned(one_left, self.under)),
                };
                one.cmp(&two).then_with(by_rest)
            }
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The product, where it fits.
#[inline(never)]
fn times(left: i128, right: i128) -> Option<i128> {
    if let (Ok(left), Ok(right)) = (i64::try_from(left), i64::try_from(right)) {
        return Some(i128::from(left).wrapping_mul(right.into()));
    }
    let size = Wide::product(left.unsigned_abs(), right.unsigned_abs()).narrow()?;
    Some(if (left < 0) == (right < 0) { size } else { size.wrapping_neg() })
}

/// Exact division by a common divisor, which is never nought.
fn over(number: i128, divisor: i128) -> i128 {
    if divisor == 1 { number } else { divided(number, divisor).0 }
}

/// Quotient, rounded down, and what is left, by a divisor above nought.
#[inline(never)]
fn divided(number: i128, divisor: i128) -> (i128, i128) {
    if let (Ok(number), Ok(divisor)) = (i64::try_from(number), i64::try_from(divisor)) {
        let quotient = number.checked_div_euclid(divisor).unwrap_or(0);
        return (quotient.into(), number.checked_rem_euclid(divisor).unwrap_or(0).into());
    }
    let (size, rest) = divide_narrow(number.unsigned_abs(), divisor.unsigned_abs());
    let (size, rest) = (i128::try_from(size).unwrap_or(0), i128::try_from(rest).unwrap_or(0));
    match (number < 0, rest) {
        (false, _) => (size, rest),
        (true, 0) => (size.wrapping_neg(), 0),
        (true, _) => (size.wrapping_neg().wrapping_sub(1), divisor.wrapping_sub(rest)),
    }
}

/// The greatest common divisor; with nought the other, and 1 with two noughts.
#[inline(never)]
pub(super) fn gcd(left: i128, right: i128) -> i128 {
    let (left, right) = (left.unsigned_abs(), right.unsigned_abs());
    let (Ok(mut large), Ok(mut small)) = (u64::try_from(left), u64::try_from(right)) else {
        return i128::try_from(long_gcd(left, right)).unwrap_or(1);
    };
    if large == 1 || small == 1 {
        return 1;
    }
    while small != 0 {
        (large, small) = (small, large.checked_rem(small).unwrap_or(0));
    }
    large.max(1).into()
}
