use crate::model::{Decimal, Exact, balance, balance_to};
use crate::pack::{Shown, Sum};

use super::evaluate::{Outcome, Value, View, scaled};

/// How far the parts of a sum and its total agree on a form.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// The total, where it has a value.
    total: Option<Exact>,
    /// The parts that have a value, in the total's unit.
    parts: Vec<Exact>,
    /// Those added up.
    pub filled: Exact,
    /// How many parts have no value yet.
    pub open: usize,
}

impl Agreement {
    /// `None` where the form does not have one of the fields, or none of them has a value.
    pub fn of(sum: &Sum, view: View<'_>) -> Option<Self> {
        let total = figure(sum.total, view)?;
        let (mut parts, mut filled, mut open) = (Vec::new(), Exact::ZERO, 0_usize);
        for (part, factor) in &sum.parts {
            match figure(*part, view)? {
                Some(value) => {
                    let value = scaled(value, *factor).ok()?;
                    filled = filled.add(value).ok()?;
                    parts.push(value);
                }
                None => open = open.saturating_add(1),
            }
        }
        let is_blank = total.is_none() && parts.is_empty();
        (!is_blank).then_some(Self { total, parts, filled, open })
    }

    /// The total less the parts that have a value; `None` where it has none itself.
    pub fn difference(&self) -> Option<Exact> {
        self.total?.sub(self.filled).ok()
    }
}

/// So deep may totals be parts of others.
const DEEPEST: usize = 16;

/// Total and parts of the rule at `place`, balanced in the unit that the pack shows them in; `None` where it shows them in none, or
/// they have no value, or do not agree. A total that is itself a part is shown as it is shown there.
pub fn shown<'a>(place: usize, view: View<'a>) -> Option<(&'a Shown, Decimal, Vec<Decimal>)> {
    balanced(place, view, DEEPEST)
}

fn balanced<'a>(place: usize, view: View<'a>, depth: usize) -> Option<(&'a Shown, Decimal, Vec<Decimal>)> {
    let sum = view.plan.rules.get(place)?.sum.as_ref()?;
    let shown = sum.shown.as_ref()?;
    let Agreement { total, mut parts, open: 0, .. } = Agreement::of(sum, view)? else { return None };
    for part in &mut parts {
        *part = scaled(*part, shown.factor).ok()?;
    }
    let (total, own) = balance(&parts, scaled(total?, shown.factor).ok()?, shown.places).ok()?;
    // What is too deep, or goes round in a circle, is cut off and stands for itself.
    match depth.checked_sub(1).and_then(|depth| target(sum.total, shown, view, depth)) {
        Some(target) => Some((shown, target, balance_to(&parts, target, shown.places).ok()?)),
        None => Some((shown, total, own)),
    }
}

/// How a field is shown as a part of another total, in the same unit.
fn target(field: usize, shown: &Shown, view: View<'_>, depth: usize) -> Option<Decimal> {
    view.plan.rules.iter().enumerate().find_map(|(place, rule)| {
        let sum = rule.sum.as_ref()?;
        let at = sum.parts.iter().position(|part| part.0 == field)?;
        sum.shown.as_ref().filter(|other| other.unit == shown.unit && other.places == shown.places)?;
        balanced(place, view, depth)?.2.get(at).copied()
    })
}

/// The figure in a field, or that it has none; `None` where the form does not have the field.
fn figure(field: usize, view: View<'_>) -> Option<Option<Exact>> {
    match view.field(field) {
        Ok(Value::Number(number)) => Some(Some(number)),
        Err(Outcome::Absent) => None,
        _ => Some(None),
    }
}
