use crate::formula::BinaryOperator;
use crate::model::{Decimal, Rounding};

use super::affine::Affine;
use super::condition::Condition;
use super::ratio::Ratio;

/// A figure that depends on variables: a quotient of sums, rounded or not. What has no such form is `None` all through here.
#[derive(Clone, Debug)]
pub(super) struct Number {
    top: Affine,
    /// One, or a sum with variables in it.
    under: Affine,
    round: Option<Round>,
}

/// `factor` × (the quotient, rounded) + `offset`.
#[derive(Clone, Copy, Debug)]
struct Round {
    places: i8,
    way: Rounding,
    factor: Ratio,
    offset: Ratio,
}

impl Number {
    pub(super) fn of(top: Affine) -> Self {
        Self { top, under: Affine::constant(Ratio::ONE), round: None }
    }

    pub(super) fn constant(number: Ratio) -> Self {
        Self::of(Affine::constant(number))
    }

    pub(super) fn as_constant(&self) -> Option<Ratio> {
        (self.round.is_none() && self.under.is_one() && self.top.is_constant()).then_some(self.top.constant)
    }

    /// This and `factor` times the other.
    #[inline(never)]
    pub(super) fn plus(&self, other: &Self, factor: Ratio) -> Option<Self> {
        match (self.as_constant(), other.as_constant()) {
            (Some(constant), _) => other.times(factor)?.shifted(constant),
            (_, Some(constant)) => self.clone().shifted(constant.mul(factor)?),
            _ if self.round.is_some() || other.round.is_some() || self.under != other.under => None,
            _ => Some(Self { top: self.top.plus(&other.top, factor)?, ..self.clone() }),
        }
    }

    fn shifted(mut self, by: Ratio) -> Option<Self> {
        match &mut self.round {
            Some(round) => round.offset = round.offset.add(by)?,
            None => self.top = self.top.plus(&self.under, by)?,
        }
        Some(self)
    }

    #[inline(never)]
    pub(super) fn times(&self, factor: Ratio) -> Option<Self> {
        if factor.is_zero() {
            return Some(Self::constant(Ratio::ZERO));
        }
        let mut scaled = self.clone();
        match &mut scaled.round {
            Some(round) => {
                (round.factor, round.offset) = (round.factor.mul(factor)?, round.offset.mul(factor)?);
            }
            None => scaled.top = self.top.times(factor)?,
        }
        Some(scaled)
    }

    pub(super) fn product(&self, other: &Self) -> Option<Self> {
        match (self.as_constant(), other.as_constant()) {
            (Some(factor), _) => other.times(factor),
            (_, Some(factor)) => self.times(factor),
            _ if self.round.is_some() || other.round.is_some() => None,
            _ => {
                let (top, under) = (multiplied(&self.top, &other.top)?, multiplied(&self.under, &other.under)?);
                Some(Self { top, under, round: None })
            }
        }
    }

    /// One over this; the caller sees to a divisor of nought.
    pub(super) fn inverse(&self) -> Option<Self> {
        match self.round {
            Some(_) => None,
            None if self.top.is_constant() => Some(Self::of(self.under.times(Ratio::ONE.div(self.top.constant)?)?)),
            None => Some(Self { top: self.under.clone(), under: self.top.clone(), round: None }),
        }
    }

    /// Rounded; sums that cannot have more places stay as they are.
    pub(super) fn rounded(mut self, places: i8, way: Rounding) -> Option<Self> {
        if let Some(constant) = self.as_constant() {
            return Some(Self::constant(Ratio::of(constant.exact()?.round(places, way).ok()?)?));
        }
        if self.round.is_some() {
            return None;
        }
        let grid = Ratio::of(Decimal::ONE.shift(places)?)?;
        let on_grid = |number: Ratio| number.mul(grid).is_some_and(Ratio::is_whole);
        let is_fine = on_grid(self.top.constant) && self.top.terms.iter().all(|term| on_grid(term.1));
        if !self.under.is_one() || !is_fine {
            self.round = Some(Round { places, way, factor: Ratio::ONE, offset: Ratio::ZERO });
        }
        Some(self)
    }

    /// This compared with nought, a divisor of nought left out.
    #[inline(never)]
    pub(super) fn sign(&self, operator: BinaryOperator) -> Option<Condition> {
        let Some(round) = self.round else { return Some(self.quotient_sign(operator)) };
        let limit = round.offset.neg().div(round.factor)?;
        let operator = if round.factor.is_negative() { mirrored(operator) } else { operator };
        let (at_least, above) = (self.rounds_to(round, limit, false)?, self.rounds_to(round, limit, true)?);
        Some(match operator {
            BinaryOperator::AtLeast => at_least,
            BinaryOperator::Greater => above,
            BinaryOperator::Less => at_least.not(),
            BinaryOperator::AtMost => above.not(),
            BinaryOperator::Unequal => at_least.not().or(above),
            _ => at_least.and(above.not()),
        })
    }

    fn quotient_sign(&self, operator: BinaryOperator) -> Condition {
        let top = Condition::sign(operator, self.top.clone());
        if self.under.is_constant() {
            return top;
        }
        let side = |side, top: Condition| Condition::sign(side, self.under.clone()).and(top);
        let mirror = Condition::sign(mirrored(operator), self.top.clone());
        side(BinaryOperator::Greater, top).or(side(BinaryOperator::Less, mirror))
    }

    /// Whether the quotient is rounded to at least, or to more than, `limit`: it lies at least half a step below the first
    /// number of the grid there; whether a tie counts is for the way of rounding to say.
    fn rounds_to(&self, round: Round, limit: Ratio, above: bool) -> Option<Condition> {
        let step = Ratio::of(Decimal::ONE.shift(round.places.checked_neg()?)?)?;
        let steps = limit.div(step)?;
        let first = steps.neg().floor().neg();
        let first = if above && first == steps { first.add(Ratio::ONE)? } else { first };
        let edge = first.add(Ratio::of(Decimal::small(-5, 1))?)?;
        let tie = match round.way {
            Rounding::HalfUp => !edge.is_negative(),
            _ => first.top().wrapping_rem(2) == 0,
        };
        let operator = if tie { BinaryOperator::AtLeast } else { BinaryOperator::Greater };
        let quotient = Self { round: None, ..self.clone() };
        Some(quotient.shifted(edge.mul(step)?.neg())?.quotient_sign(operator))
    }
}

fn multiplied(left: &Affine, right: &Affine) -> Option<Affine> {
    if left.is_constant() {
        right.times(left.constant)
    } else if right.is_constant() {
        left.times(right.constant)
    } else {
        None
    }
}

/// The comparison that holds of the negatives.
fn mirrored(operator: BinaryOperator) -> BinaryOperator {
    match operator {
        BinaryOperator::Less => BinaryOperator::Greater,
        BinaryOperator::Greater => BinaryOperator::Less,
        BinaryOperator::AtMost => BinaryOperator::AtLeast,
        BinaryOperator::AtLeast => BinaryOperator::AtMost,
        same => same,
    }
}
