use crate::formula::BinaryOperator;
use crate::model::{Decimal, Rounding};

use super::affine::{self, Terms, combined, times};
use super::demand::Demand;
use super::ratio::Ratio;
use super::system::System;

/// A figure that depends on variables: a quotient of sums, rounded or not. What has no such form is lost, and whatever is made of
/// it.
#[derive(Clone, Debug)]
pub(super) struct Number {
    top: Terms,
    /// One, or a sum with variables in it.
    under: Terms,
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
    pub(super) fn of(top: Terms) -> Self {
        Self { top, under: affine::constant(&Ratio::ONE), round: None }
    }

    #[inline(never)]
    pub(super) fn constant(number: &Ratio) -> Self {
        Self::of(affine::constant(number))
    }

    fn lost() -> Self {
        Self::constant(&Ratio::LOST)
    }

    #[inline(never)]
    pub(super) fn as_constant(&self) -> Option<&Ratio> {
        affine::as_constant(&self.top).filter(|_| self.is_sum())
    }

    /// Whether it is a sum, neither divided nor rounded.
    fn is_sum(&self) -> bool {
        self.round.is_none() && affine::as_constant(&self.under) == Some(&Ratio::ONE)
    }

    pub(super) fn is_known(&self) -> bool {
        self.as_constant().is_some_and(|constant| !constant.is_lost())
    }

    /// This and `factor` times the other.
    #[inline(never)]
    pub(super) fn plus(&self, other: &Self, factor: &Ratio) -> Self {
        match (self.as_constant(), other.as_constant()) {
            (Some(constant), _) => other.times(factor).shifted(constant),
            (_, Some(constant)) => self.clone().shifted(&constant.mul(factor)),
            _ if self.round.is_some() || other.round.is_some() || self.under != other.under => Self::lost(),
            _ => Self { top: combined(&self.top, &other.top, factor), ..self.clone() },
        }
    }

    fn shifted(mut self, by: &Ratio) -> Self {
        match &mut self.round {
            Some(round) => round.offset = round.offset.add(by),
            None => self.top = combined(&self.top, &self.under, by),
        }
        self
    }

    #[inline(never)]
    pub(super) fn times(&self, factor: &Ratio) -> Self {
        if factor.is_zero() {
            return Self::constant(&Ratio::ZERO);
        }
        let mut scaled = self.clone();
        match &mut scaled.round {
            Some(round) => (round.factor, round.offset) = (round.factor.mul(factor), round.offset.mul(factor)),
            None => scaled.top = times(&self.top, factor),
        }
        scaled
    }

    pub(super) fn product(&self, other: &Self) -> Self {
        match (self.as_constant(), other.as_constant()) {
            (Some(factor), _) => other.times(factor),
            (_, Some(factor)) => self.times(factor),
            _ if self.round.is_some() || other.round.is_some() => Self::lost(),
            _ => {
                let (top, under) = (multiplied(&self.top, &other.top), multiplied(&self.under, &other.under));
                Self { top, under, round: None }
            }
        }
    }

    /// One over this; the caller sees to a divisor of nought.
    pub(super) fn inverse(&self) -> Self {
        match (&self.round, affine::as_constant(&self.top)) {
            (Some(_), _) => Self::lost(),
            (_, Some(constant)) => Self::of(times(&self.under, &Ratio::ONE.div(constant))),
            _ => Self { top: self.under.clone(), under: self.top.clone(), round: None },
        }
    }

    /// Rounded; sums that cannot have more places stay as they are.
    #[inline(never)]
    pub(super) fn rounded(&self, places: i8, way: Rounding) -> Self {
        if let Some(constant) = self.as_constant() {
            let rounded = constant.exact().and_then(|exact| exact.round(places, way).ok());
            return Self::constant(&rounded.map_or(Ratio::LOST, Ratio::of));
        }
        if self.round.is_some() {
            return Self::lost();
        }
        let grid = power(places);
        let is_fine = self.top.iter().all(|term| term.1.mul(&grid).is_whole());
        let mut rounded = self.clone();
        if !self.is_sum() || !is_fine {
            rounded.round = Some(Round { places, way, factor: Ratio::ONE, offset: Ratio::ZERO });
        }
        rounded
    }

    /// This compared with nought, a divisor of nought left out.
    #[inline(never)]
    pub(super) fn sign(&self, operator: BinaryOperator, system: &mut System) -> Demand {
        let Some(round) = &self.round else { return self.quotient_sign(operator, system) };
        let limit = round.offset.neg().div(&round.factor);
        let operator = if round.factor.is_negative() { mirrored(operator) } else { operator };
        compared(operator, &mut |above| self.rounds_to(round, &limit, above, system))
    }

    fn quotient_sign(&self, operator: BinaryOperator, system: &mut System) -> Demand {
        let top = sign(operator, &self.top, system);
        if affine::as_constant(&self.under).is_some() {
            return top;
        }
        let top = sign(BinaryOperator::Greater, &self.under, system).and(top);
        let mirror = sign(mirrored(operator), &self.top, system);
        top.or(sign(BinaryOperator::Less, &self.under, system).and(mirror))
    }

    /// Whether the quotient is rounded to at least, or to more than, `limit`: it lies at least half a step below the first
    /// number of the grid there; whether a tie counts is for the way of rounding to say.
    fn rounds_to(&self, round: &Round, limit: &Ratio, above: bool, system: &mut System) -> Demand {
        let step = Ratio::ONE.div(&power(round.places));
        let steps = limit.div(&step);
        let first = steps.neg().floor().neg();
        let first = if above && first == steps { first.add(&Ratio::ONE) } else { first };
        let edge = first.add(&Ratio::of(Decimal::small(-5, 1)));
        let tie = match round.way {
            Rounding::HalfUp => !edge.is_negative(),
            _ => first.top().wrapping_rem(2) == 0,
        };
        let operator = if tie { BinaryOperator::AtLeast } else { BinaryOperator::Greater };
        let quotient = Self { round: None, ..self.clone() };
        quotient.shifted(&edge.mul(&step).neg()).quotient_sign(operator, system)
    }
}

/// Ten to the power.
fn power(places: i8) -> Ratio {
    Decimal::ONE.shift(places).map_or(Ratio::LOST, Ratio::of)
}

/// A sum compared with nought.
#[inline(never)]
fn sign(operator: BinaryOperator, sum: &Terms, system: &mut System) -> Demand {
    let above = system.above(sum);
    let is_nought = sum.is_empty();
    // What is at least nought is above it, or nought.
    compared(operator, &mut |strict| match &above {
        Demand::Bound(variable, side, at, _) => Demand::Bound(*variable, *side, *at, strict),
        _ if is_nought => Demand::of(!strict),
        other => other.clone(),
    })
}

/// A comparison with a number by what is at least that number, and what is above it.
#[inline(never)]
fn compared(operator: BinaryOperator, is: &mut dyn FnMut(bool) -> Demand) -> Demand {
    match operator {
        BinaryOperator::AtLeast => is(false),
        BinaryOperator::Greater => is(true),
        BinaryOperator::Less => is(false).not(),
        BinaryOperator::AtMost => is(true).not(),
        BinaryOperator::Unequal => is(false).not().or(is(true)),
        _ => is(false).and(is(true).not()),
    }
}

fn multiplied(left: &Terms, right: &Terms) -> Terms {
    match (affine::as_constant(left), affine::as_constant(right)) {
        (Some(factor), _) => times(right, factor),
        (_, Some(factor)) => times(left, factor),
        _ => affine::constant(&Ratio::LOST),
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
