use crate::engine::Session;
use crate::model::{Decimal, Rounding};
use crate::pack::FieldKind;

use super::affine::Affine;
use super::demand::{Demand, beyond};
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

    /// Makes a field a variable, within the field's own limits.
    fn add(&mut self, session: &Session, place: usize) {
        let Some(domain) = session.plan().fields.get(place).and_then(|field| domain(&field.kind)) else { return };
        let (whole, unit) = (!domain.step.is_lost(), if domain.step.is_lost() { Ratio::ONE } else { domain.step });
        let present =
            session.answer(place).and_then(|answer| answer.number()).map_or(Ratio::LOST, Ratio::of).div(&unit);
        let start = if whole { present.floor() } else { present };
        let start = if start.is_lost() { Ratio::ZERO } else { start };
        let variable = self.tableau.variable(Near::exactly(start), whole);
        self.fields.push((place, unit));
        let mut limit = |side: Side, limit: Ratio| {
            if !limit.is_lost() {
                self.tableau.require(variable, side, &Near::exactly(limit.div(&unit)), OWN);
            }
        };
        limit(Side::Lower, domain.low);
        limit(Side::Upper, domain.high);
    }

    /// That `form` is at least nought, and that it is above, as bounds of the variable that stands for its sum.
    #[inline(never)]
    pub(super) fn signs(&mut self, form: &Affine) -> (Demand, Demand) {
        let constant = &form.constant;
        if form.is_lost() {
            return (Demand::Open, Demand::Open);
        }
        if form.is_constant() {
            return (Demand::of(!constant.is_negative()), Demand::of(*constant > Ratio::ZERO));
        }
        let factor = scale(form);
        let scaled = form.times(&factor);
        self.tableau.give_up_if(scaled.is_lost());
        let side = if factor.is_negative() { Side::Upper } else { Side::Lower };
        let (sum, at) = (self.tableau.sum(&scaled.terms), Near::exactly(scaled.constant.neg()));
        (Demand::Bound(sum, side, at), Demand::Bound(sum, side, beyond(&at, side.other())))
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

/// The values that a field takes; what is not limited is lost.
#[derive(Clone, Copy)]
pub(super) struct Domain {
    /// Every value is a multiple of this.
    pub(super) step: Ratio,
    low: Ratio,
    high: Ratio,
}

/// What a field takes; `None` for a text.
pub(super) fn domain(kind: &FieldKind) -> Option<Domain> {
    let of = |number: Option<Decimal>| number.map_or(Ratio::LOST, Ratio::of);
    let up_to = |high: Ratio| Domain { step: Ratio::ONE, low: Ratio::ZERO, high };
    Some(match kind {
        FieldKind::Number { integer, places, min, max, .. } => {
            let places = if *integer { Some(0) } else { *places };
            Domain { step: of(places.map(|places| Decimal::small(1, places))), low: of(*min), high: of(*max) }
        }
        FieldKind::Truth => up_to(Ratio::ONE),
        FieldKind::Choice(choices) => up_to(Ratio::place(choices.len().saturating_sub(1))),
        FieldKind::Date => up_to(Ratio::LOST),
        FieldKind::Text { .. } => return None,
    })
}

/// What the factors of a form are multiplied by to become whole numbers without a common divisor, the first above nought.
fn scale(form: &Affine) -> Ratio {
    let (mut scale, mut shared) = (Ratio::ONE, Ratio::ZERO);
    for (_, factor) in &form.terms {
        scale = scale.mul(&Ratio::whole(scale.mul(factor).under()));
    }
    for (_, factor) in &form.terms {
        // In lowest terms a quotient has lost what both share.
        let factor = scale.mul(factor);
        shared = if shared.is_zero() { factor } else { factor.div(&Ratio::whole(factor.div(&shared).top())) };
    }
    let negative = form.terms.first().is_some_and(|(_, factor)| factor.is_negative());
    let factor = scale.div(&shared);
    if negative == factor.is_negative() { factor } else { factor.neg() }
}
