use super::ratio::Ratio;
use super::tableau::Side;

/// What a rule asks of the variables.
#[derive(Clone, Debug)]
pub(super) enum Demand {
    Always,
    Never,
    /// It cannot be told: a product of two unknowns, the form of a text. It forbids nothing.
    Open,
    /// A bound on that side of a variable, itself left out where strict.
    Bound(usize, Side, Ratio, bool),
    All(Vec<Demand>),
    Any(Vec<Demand>),
}

use Demand::{All, Always, Any, Bound, Never, Open};

impl Demand {
    pub(super) fn of(truth: bool) -> Self {
        if truth { Always } else { Never }
    }

    #[inline(never)]
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Never, _) | (_, Never) => Never,
            (Always, other) | (other, Always) => other,
            (All(mut parts), other) => {
                parts.push(other);
                All(parts)
            }
            (one, other) => All(vec![one, other]),
        }
    }

    #[inline(never)]
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Always, _) | (_, Always) => Always,
            (Never, other) | (other, Never) => other,
            (Open, _) | (_, Open) => Open,
            (Any(mut parts), other) => {
                parts.push(other);
                Any(parts)
            }
            (one, other) => Any(vec![one, other]),
        }
    }

    #[inline(never)]
    pub(super) fn not(self) -> Self {
        match self {
            Always => Never,
            Never => Always,
            Open => Open,
            Bound(variable, side, at, strict) => Bound(variable, side.other(), at, !strict),
            All(parts) => parts.into_iter().fold(Never, |so_far, part| so_far.or(part.not())),
            Any(parts) => parts.into_iter().fold(Always, |so_far, part| so_far.and(part.not())),
        }
    }

    /// Whether it is a demand at all.
    pub(super) fn is_any(&self) -> bool {
        !matches!(self, Always | Open)
    }
}
