use super::Sure;
use super::ratio::Ratio;

/// `at` + `tiny` × δ, where δ is smaller than every positive number: the way in which `x < 3` stays exact as `x ≤ 3 − δ`.
/// The derived order is that of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) at: Ratio,
    pub(super) tiny: Ratio,
}

impl Near {
    pub(super) const ZERO: Self = Self::exactly(Ratio::ZERO);

    pub(super) const fn exactly(at: Ratio) -> Self {
        Self { at, tiny: Ratio::ZERO }
    }

    /// This and `factor` times the other.
    #[inline(never)]
    pub(super) fn plus(self, other: Self, factor: Ratio) -> Sure<Self> {
        let tiny = if other.tiny.is_zero() { self.tiny } else { self.tiny.add(other.tiny.mul(factor)?)? };
        Some(Self { at: self.at.add(other.at.mul(factor)?)?, tiny })
    }

    pub(super) fn sub(self, other: Self) -> Sure<Self> {
        self.plus(other, Ratio::ONE.neg())
    }
}
