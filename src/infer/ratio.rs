use std::cmp::Ordering;

use crate::model::{ArithmeticError, Decimal, Exact, Rounding};

/// A fraction in lowest terms, as long as a figure may be. What does not fit is lost, and so is whatever is made of it: nothing is
/// ever rounded.
///
/// Nearly all of them are whole numbers, for which there is a short way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    top: i128,
    /// Above nought; nought where the number is lost.
    under: i128,
}

impl Ratio {
    pub(super) const ZERO: Self = Self::whole(0);
    pub(super) const ONE: Self = Self::whole(1);
    pub(super) const MINUS: Self = Self::whole(-1);
    pub(super) const LOST: Self = Self { top: 1, under: 0 };

    pub(super) const fn whole(top: i128) -> Self {
        Self { top, under: 1 }
    }

    pub(super) fn place(place: usize) -> Self {
        i128::try_from(place).map_or(Self::LOST, Self::whole)
    }

    pub(super) fn of(number: Decimal) -> Self {
        Self::found(Ok(number.into()))
    }

    #[inline(never)]
    fn found(exact: Result<Exact, ArithmeticError>) -> Self {
        let Ok(exact) = exact else { return Self::LOST };
        let (top, under) = exact.fraction();
        Self { top, under }
    }

    pub(super) fn top(&self) -> i128 {
        self.top
    }

    pub(super) fn under(&self) -> i128 {
        self.under
    }

    #[inline(never)]
    pub(super) fn add(&self, other: &Self) -> Self {
        match self.small().zip(other.small()) {
            Some((one, other)) => Self::whole(one.wrapping_add(other)),
            None => self.joined(other, Exact::add),
        }
    }

    #[inline(never)]
    pub(super) fn mul(&self, other: &Self) -> Self {
        match self.small().zip(other.small()) {
            Some((one, other)) => Self::whole(one.wrapping_mul(other)),
            None => self.joined(other, Exact::mul),
        }
    }

    /// Lost with a divisor of nought.
    #[inline(never)]
    pub(super) fn div(&self, other: &Self) -> Self {
        match other.small() {
            Some(1 | -1) => self.mul(other),
            _ => self.joined(other, Exact::div),
        }
    }

    /// A whole number of which products and sums fit at any rate.
    fn small(&self) -> Option<i128> {
        i64::try_from(self.top).ok().filter(|_| self.is_whole()).map(i128::from)
    }

    #[inline(never)]
    fn joined(&self, other: &Self, join: fn(Exact, Exact) -> Result<Exact, ArithmeticError>) -> Self {
        let both = self.exact().zip(other.exact());
        both.map_or(Self::LOST, |(one, other)| Self::found(join(one, other)))
    }

    pub(super) fn neg(&self) -> Self {
        Self { top: self.top.wrapping_neg(), under: self.under }
    }

    pub(super) fn is_lost(&self) -> bool {
        self.under == 0
    }

    pub(super) fn is_zero(&self) -> bool {
        self.top == 0
    }

    pub(super) fn is_negative(&self) -> bool {
        self.top < 0
    }

    pub(super) fn is_whole(&self) -> bool {
        self.under == 1
    }

    /// The largest whole number that is not above this.
    #[inline(never)]
    pub(super) fn floor(&self) -> Self {
        if self.is_whole() {
            return *self;
        }
        let near = self.exact().and_then(|exact| exact.round(0, Rounding::HalfUp).ok()).map_or(Self::LOST, Self::of);
        if near > *self { near.add(&Self::MINUS) } else { near }
    }

    /// The decimal that this is, where it has a finite number of places.
    pub(super) fn decimal(&self) -> Option<Decimal> {
        self.exact()?.to_decimal()
    }

    #[inline(never)]
    pub(super) fn exact(&self) -> Option<Exact> {
        if self.is_lost() { None } else { Exact::of_fraction(self.top, self.under).ok() }
    }
}

impl Ord for Ratio {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.under == other.under {
            return self.top.cmp(&other.top);
        }
        let both = self.exact().zip(other.exact());
        both.and_then(|(one, other)| one.compare(other).ok()).unwrap_or(Ordering::Equal)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
