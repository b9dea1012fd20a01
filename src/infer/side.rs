use super::near::Near;
use super::ratio::Ratio;

/// One of the two ends of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Upper,
}

impl Side {
    pub(super) fn other(self) -> Self {
        if self == Self::Lower { Self::Upper } else { Self::Lower }
    }

    /// Whether a bound on this side lets `value` be; without one it does.
    #[inline(never)]
    pub(super) fn allows(self, bound: &Near, value: &Near) -> bool {
        bound.is_lost() || bound == value || (bound < value) == (self == Self::Lower)
    }

    /// One step beyond a bound on this side.
    pub(super) fn outward(self) -> Ratio {
        Ratio::whole(if self == Self::Lower { -1 } else { 1 })
    }

    /// Where a part of a sum must move so that the sum moves to this side.
    pub(super) fn through(self, factor: &Ratio) -> Self {
        if factor.is_negative() { self.other() } else { self }
    }

    /// The nearest whole number that a bound on this side lets be.
    pub(super) fn whole(self, at: &Near) -> Near {
        let outward = self.outward();
        Near::exactly(Near::ZERO.plus(at, &outward).floor().mul(&outward))
    }
}
