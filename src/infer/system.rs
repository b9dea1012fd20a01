use crate::engine::Session;
use crate::model::{Decimal, Rounding};
use crate::pack::FieldKind;

use super::affine::{Terms, UNIT, are_lost, times};
use super::demand::Demand;
use super::near::Near;
use super::ratio::Ratio;
use super::tableau::{Cause, OWN, Side, Tableau};
use super::translate::Translator;

/// Some rules as demands on the fields that are free; everything else is as it stands in the form.
#[derive(Debug, Default)]
pub(super) struct System {
    pub(super) tableau: Tableau,
    /// The field of each variable, and how much one of it is.
    pub(super) fields: Vec<(usize, Ratio)>,
    /// By rule.
    pub(super) demands: Vec<(Cause, Demand)>,
}

impl System {
    /// Reads `rules` with the fields of `free` as variables, which start at the values that stand in the form.
    pub(super) fn new(session: &Session, rules: &[usize], free: &[usize], fuel: u32) -> Self {
        let mut system = Self::default();
        system.tableau.fuel = fuel;
        for field in free {
            system.add(session, *field);
        }
        system.tableau.spend(rules.len().saturating_mul(8));
        let mut demands = Vec::new();
        for place in rules {
            let demand = Translator::new(session, &mut system).rule(*place);
            if demand.is_any() {
                demands.push((*place, demand));
            }
        }
        system.demands = demands;
        system
    }

    /// Makes a field a variable, within the field's own limits; a text is none.
    fn add(&mut self, session: &Session, place: usize) {
        let Some(field) = session.plan().fields.get(place) else { return };
        let (places, most) = match &field.kind {
            FieldKind::Number { places, .. } => (*places, Ratio::LOST),
            FieldKind::Truth => (Some(0), Ratio::ONE),
            FieldKind::Choice(choices) => (Some(0), Ratio::place(choices.len().saturating_sub(1))),
            FieldKind::Date => (Some(0), Ratio::LOST),
            FieldKind::Text { .. } => return,
        };
        let unit = places.map_or(Ratio::ONE, |places| Ratio::of(Decimal::small(1, places)));
        let mut start = Ratio::ZERO;
        if let Some(number) = session.answer(place).and_then(|answer| answer.number()) {
            start = Ratio::of(number).div(&unit);
        }
        let start = if start.is_lost() { Ratio::ZERO } else { start };
        let start = if places.is_some() { start.floor() } else { start };
        let variable = self.tableau.variable(Near::exactly(start), places.is_some());
        self.fields.push((place, unit));
        let FieldKind::Number { min, max, .. } = &field.kind else {
            self.limit(variable, Side::Lower, &Ratio::ZERO);
            return self.limit(variable, Side::Upper, &most);
        };
        if let Some(min) = min {
            self.limit(variable, Side::Lower, &Ratio::of(*min).div(&unit));
        }
        if let Some(max) = max {
            self.limit(variable, Side::Upper, &Ratio::of(*max).div(&unit));
        }
    }

    #[inline(never)]
    fn limit(&mut self, variable: usize, side: Side, at: &Ratio) {
        if !at.is_lost() {
            self.tableau.require(variable, side, &Near::exactly(*at), OWN);
        }
    }

    /// That a sum is above nought, as a bound of the variable that stands for it.
    #[inline(never)]
    pub(super) fn above(&mut self, sum: &Terms) -> Demand {
        if are_lost(sum) {
            return Demand::Open;
        }
        let (terms, constant) = match sum.split_last() {
            Some(((UNIT, constant), terms)) => (terms, constant),
            _ => (sum.as_slice(), &Ratio::ZERO),
        };
        if terms.is_empty() {
            return Demand::of(!constant.is_negative() && !constant.is_zero());
        }
        let factor = scale(terms);
        let (scaled, limit) = (times(terms, &factor), constant.mul(&factor).neg());
        self.tableau.give_up_if(limit.is_lost() || are_lost(&scaled));
        let side = if factor.is_negative() { Side::Upper } else { Side::Lower };
        Demand::Bound(self.tableau.sum(&scaled), side, limit, true)
    }

    /// The variable of a field.
    pub(super) fn variable_of(&self, field: usize) -> Option<usize> {
        self.fields.iter().position(|(place, _)| *place == field)
    }

    /// An end of a variable as a figure of its field. One that has no end of its places is told outwards: sound, not tight.
    pub(super) fn figure(&self, variable: usize, at: &Ratio, side: Side) -> Option<Decimal> {
        let exact = at.mul(&self.fields.get(variable)?.1);
        if let Some(decimal) = exact.decimal() {
            return Some(decimal);
        }
        let near = exact.exact()?.round(12, Rounding::HalfUp).ok()?;
        let is_inside = (Ratio::of(near) > exact) == (side == Side::Lower);
        let step = Decimal::small(if side == Side::Lower { -1 } else { 1 }, 12);
        if is_inside { near.checked_add(step) } else { Some(near) }
    }
}

/// What the factors of a sum are multiplied by to become whole numbers without a common divisor, the first above nought.
#[inline(never)]
fn scale(terms: &[(usize, Ratio)]) -> Ratio {
    let (mut scale, mut shared) = (Ratio::ONE, Ratio::ZERO);
    for (_, factor) in terms {
        scale = scale.mul(&Ratio::whole(scale.mul(factor).under()));
    }
    for (_, factor) in terms {
        // In lowest terms a quotient has lost what both share.
        let factor = scale.mul(factor);
        shared = if shared.is_zero() { factor } else { factor.div(&Ratio::whole(factor.div(&shared).top())) };
    }
    let negative = terms.first().is_some_and(|(_, factor)| factor.is_negative());
    let factor = scale.div(&shared);
    if negative == factor.is_negative() { factor } else { factor.neg() }
}
