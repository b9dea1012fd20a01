use super::ratio::Ratio;
use super::tableau::Side;

/// `at` + `tiny` × δ, where δ is smaller than every positive number: the way in which `x < 3` stays exact as `x ≤ 3 − δ`.
/// The derived order is that of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) at: Ratio,
    pub(super) tiny: Ratio,
}

impl Near {
    pub(super) const ZERO: Self = Self::exactly(Ratio::ZERO);
    pub(super) const LOST: Self = Self::exactly(Ratio::LOST);

    pub(super) const fn exactly(at: Ratio) -> Self {
        Self { at, tiny: Ratio::ZERO }
    }

    /// A bound on that side, itself left out where strict.
    #[inline(never)]
    pub(super) fn bound(at: &Ratio, side: Side, strict: bool) -> Self {
        Self { at: *at, tiny: if strict { side.other().outward() } else { Ratio::ZERO } }
    }

    pub(super) fn is_lost(&self) -> bool {
        self.at.is_lost() || self.tiny.is_lost()
    }

    /// This and `factor` times the other.
    #[inline(never)]
    pub(super) fn plus(&self, other: &Self, factor: &Ratio) -> Self {
        let tiny = if other.tiny.is_zero() { self.tiny } else { self.tiny.add(&other.tiny.mul(factor)) };
        Self { at: self.at.add(&other.at.mul(factor)), tiny }
    }

    pub(super) fn sub(&self, other: &Self) -> Self {
        self.plus(other, &Ratio::MINUS)
    }

    pub(super) fn is_whole(&self) -> bool {
        self.at.is_whole() && self.tiny.is_zero()
    }

    /// The largest whole number that is not above this.
    pub(super) fn floor(&self) -> Ratio {
        if self.at.is_whole() && self.tiny.is_negative() { self.at.add(&Ratio::MINUS) } else { self.at.floor() }
    }
}
