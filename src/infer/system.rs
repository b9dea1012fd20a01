use crate::engine::Session;
use crate::model::{Decimal, Rounding};
use crate::pack::FieldKind;

use super::Sure;
use super::affine::Affine;
use super::condition::Condition;
use super::near::Near;
use super::ratio::{Ratio, gcd};
use super::tableau::{Bound, Cause, OWN, Side, Tableau};
use super::translate::Translator;

/// What a rule asks, in bounds of variables.
#[derive(Clone, Debug)]
pub(super) enum Demand {
    Never,
    Bound(usize, Side, Near),
    All(Vec<Demand>),
    Any(Vec<Demand>),
}

/// Some rules as demands on the fields that are free; everything else is as it stands in the form.
#[derive(Clone, Debug)]
pub(super) struct System {
    pub(super) tableau: Tableau,
    /// The field of each variable, and how much one of it is.
    pub(super) fields: Vec<(usize, Ratio)>,
    /// By rule.
    pub(super) demands: Vec<(Cause, Demand)>,
}

impl System {
    /// Reads `rules` with the fields of `free` as variables, which start at the values that stand in the form.
    pub(super) fn new(session: &Session, rules: &[usize], free: &[usize], fuel: u32) -> Sure<Self> {
        let mut system = Self { tableau: Tableau::default(), fields: Vec::new(), demands: Vec::new() };
        system.tableau.fuel = fuel;
        let plan = session.plan();
        let mut variables = vec![None; plan.fields.len()];
        for field in free {
            if let Some(domain) = plan.fields.get(*field).and_then(|field| domain(&field.kind)) {
                *variables.get_mut(*field)? = Some(system.variable(session, *field, domain)?);
            }
        }
        let mut translator = Translator::new(session, &variables);
        for place in rules {
            let condition = translator.rule(plan.rules.get(*place)?);
            if let Some(demand) = system.demand(&condition)? {
                system.demands.push((*place, demand));
            }
        }
        Some(system)
    }

    /// The variable of a field, within the field's own limits.
    fn variable(&mut self, session: &Session, place: usize, domain: Domain) -> Sure<(usize, Ratio)> {
        let (whole, unit) = (domain.step.is_some(), domain.step.unwrap_or(Ratio::ONE));
        let present = session.answer(place).and_then(|answer| answer.number());
        let start = present.and_then(Ratio::of).and_then(|number| number.div(unit)).unwrap_or(Ratio::ZERO);
        let start = if whole { start.floor() } else { start };
        let variable = self.tableau.variable(Near::exactly(start), whole);
        self.fields.push((place, unit));
        for (side, limit) in [(Side::Lower, domain.low), (Side::Upper, domain.high)] {
            if let Some(limit) = limit {
                let at = Near::exactly(within(limit.div(unit)?, side, whole));
                self.tableau.require(variable, side, Bound { at, cause: OWN })?;
            }
        }
        Some((variable, unit))
    }

    fn demand(&mut self, condition: &Condition) -> Sure<Option<Demand>> {
        Some(match condition {
            Condition::Always | Condition::Open => None,
            Condition::Never => Some(Demand::Never),
            Condition::AtMost { form, strict } => Some(self.at_most(form, *strict)?),
            Condition::All(parts) => {
                let mut kept = Vec::new();
                for part in parts {
                    kept.extend(self.demand(part)?);
                }
                if kept.is_empty() { None } else { Some(Demand::All(kept)) }
            }
            Condition::Any(parts) => {
                let mut kept = Vec::new();
                for part in parts {
                    let Some(demand) = self.demand(part)? else { return Some(None) };
                    kept.push(demand);
                }
                Some(Demand::Any(kept))
            }
        })
    }

    /// `form` ≤ 0 as a bound of the variable that stands for its sum; over whole numbers the bound is a whole number.
    fn at_most(&mut self, form: &Affine, strict: bool) -> Sure<Demand> {
        let factor = scale(form)?;
        let scaled = form.times(factor)?;
        let variable = self.tableau.sum(&scaled.terms)?;
        let side = if factor.is_negative() { Side::Lower } else { Side::Upper };
        let (limit, inward) = (scaled.constant.neg(), side.other().outward());
        let at = match (self.tableau.is_whole(variable), strict) {
            (true, true) if limit.is_whole() => Near::exactly(limit.add(inward)?),
            (true, _) => Near::exactly(within(limit, side, true)),
            (false, false) => Near::exactly(limit),
            (false, true) => Near { at: limit, tiny: inward },
        };
        Some(Demand::Bound(variable, side, at))
    }

    /// The variable of a field.
    pub(super) fn variable_of(&self, field: usize) -> Option<usize> {
        self.fields.iter().position(|(place, _)| *place == field)
    }

    /// An end of a variable as a figure of its field. One that has no end of its places is told outwards: sound, not tight.
    pub(super) fn figure(&self, variable: usize, at: Ratio, side: Side) -> Sure<Decimal> {
        let exact = at.mul(self.fields.get(variable)?.1)?;
        if let Some(decimal) = exact.decimal() {
            return Some(decimal);
        }
        let near = exact.exact()?.round(12, Rounding::HalfUp).ok()?;
        let is_inside = Ratio::of(near).is_some_and(|near| (near > exact) == (side == Side::Lower));
        let step = Decimal::small(i64::try_from(side.outward().top()).ok()?, 12);
        if is_inside { near.checked_add(step) } else { Some(near) }
    }
}

/// The values that a field takes.
#[derive(Clone, Copy)]
pub(super) struct Domain {
    /// Every value is a multiple of this.
    pub(super) step: Option<Ratio>,
    pub(super) low: Option<Ratio>,
    pub(super) high: Option<Ratio>,
}

/// What a field takes; `None` for a text.
pub(super) fn domain(kind: &FieldKind) -> Option<Domain> {
    let up_to = |high: Option<Ratio>| Domain { step: Some(Ratio::ONE), low: high.map(|_| Ratio::ZERO), high };
    Some(match kind {
        FieldKind::Number { integer, places, min, max, .. } => {
            let places = if *integer { Some(0) } else { *places };
            let step = places.and_then(|places| Ratio::of(Decimal::small(1, places)));
            Domain { step, low: min.and_then(Ratio::of), high: max.and_then(Ratio::of) }
        }
        FieldKind::Truth => up_to(Some(Ratio::ONE)),
        FieldKind::Choice(choices) => up_to(Ratio::place(choices.len().saturating_sub(1))),
        FieldKind::Date => up_to(None),
        FieldKind::Text { .. } => return None,
    })
}

/// The nearest whole number within a limit.
fn within(limit: Ratio, side: Side, whole: bool) -> Ratio {
    match side {
        _ if !whole => limit,
        Side::Upper => limit.floor(),
        Side::Lower => limit.neg().floor().neg(),
    }
}

/// What the factors of a form are multiplied by to become whole numbers without a common divisor, the first above nought.
fn scale(form: &Affine) -> Sure<Ratio> {
    let (mut under, mut top) = (1_i128, 0_i128);
    for (_, factor) in &form.terms {
        under = under.checked_mul(factor.under().checked_div(gcd(under, factor.under()))?)?;
        // Lowest terms: what divides every numerator shares nothing with any denominator.
        top = if top == 0 { factor.top().checked_abs()? } else { gcd(top, factor.top()) };
    }
    let factor = Ratio::whole(under).div(Ratio::whole(top))?;
    let negative = form.terms.first().is_some_and(|(_, factor)| factor.is_negative());
    Some(if negative { factor.neg() } else { factor })
}
