//! The ways of rounding that a pack may ask for.

use std::cmp::Ordering;

/// How a number is rounded when it lies exactly between two neighbours.
///
/// The magnitude is rounded and the sign is put back, so −2.5 and 2.5 mirror each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rounding {
    /// 四舍五入: a tie goes away from zero. The default.
    #[default]
    HalfUp,
    /// A tie goes to the even neighbour.
    HalfEven,
    /// 数值修约规则 of GB/T 8170-2008, 3.2; on exact decimals equal to [`Rounding::HalfEven`].
    Gbt8170,
}

impl Rounding {
    /// Reads the name used in packs: `half-up`, `half-even` or `gbt8170`.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::HalfUp, Self::HalfEven, Self::Gbt8170].into_iter().find(|way| way.as_str() == name)
    }

    /// The name used in packs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HalfUp => "half-up",
            Self::HalfEven => "half-even",
            Self::Gbt8170 => "gbt8170",
        }
    }

    /// Whether the magnitude goes up, given how the part that is cut off compares with one half
    /// of the last kept place, and whether the last kept digit is odd.
    pub const fn goes_up(self, rest: Ordering, odd: bool) -> bool {
        match (rest, self) {
            (Ordering::Less, _) => false,
            (Ordering::Greater, _) | (Ordering::Equal, Self::HalfUp) => true,
            (Ordering::Equal, Self::HalfEven | Self::Gbt8170) => odd,
        }
    }
}
