use crate::engine::Session;
use crate::model::Decimal;
use crate::pack::FieldKind;

use super::near::Near;
use super::scope::{Scope, is_mandatory};
use super::search::{Demands, all};
use super::system::{Demand, System};
use super::tableau::{OWN, Side};
use super::{FUEL, Sure, in_order};

/// Which values the other answers still allow for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least; `None` where there is none.
    pub min: Option<Decimal>,
    /// The greatest.
    pub max: Option<Decimal>,
    /// The digits behind the point that a value may have, where they are limited.
    pub places: Option<u8>,
    /// The rules that make the range narrower than the field's own limits, in the pack's order.
    pub because: Vec<usize>,
}

impl Range {
    /// The one value that is left.
    pub fn only(&self) -> Option<Decimal> {
        self.min.filter(|min| Some(*min) == self.max)
    }
}

/// The values that are left for the field at `place` where the mandatory rules shall hold and the blanks may become anything that
/// their fields allow: for each end there is a completion of the form. `None` for what is no figure, and where no value is left.
pub fn range(session: &Session, place: usize) -> Option<Range> {
    let FieldKind::Number { integer, places, min, max, .. } = session.plan().fields.get(place)?.kind else {
        return None;
    };
    let places = if integer { Some(0) } else { places };
    let own = Range { min, max, places, because: Vec::new() };
    let scope = Scope::new(session, &|rule| is_mandatory(session, rule));
    let (rules, mut free) = scope.around(session, &[place]);
    free.retain(|field| *field == place || scope.is_free(*field));
    let narrowed = || {
        let mut system = System::new(session, &rules, &free, FUEL)?;
        narrowed(&mut system, place, &own)
    };
    // What took too long is not known: the field's own limits are right at any rate.
    narrowed().unwrap_or(Some(own.clone()))
}

fn narrowed(system: &mut System, place: usize, own: &Range) -> Sure<Option<Range>> {
    let demands = std::mem::take(&mut system.demands);
    let all = all(&demands);
    let variable = system.variable_of(place)?;
    let mut range = own.clone();
    for (side, limit) in [(Side::Lower, &mut range.min), (Side::Upper, &mut range.max)] {
        let Some(end) = system.extreme(&all, variable, side)? else { return Some(None) };
        let Some(end) = end else { continue };
        let figure = system.figure(variable, end.at, side)?;
        if *limit != Some(figure) {
            *limit = Some(figure);
            range.because.extend(reasons(system, &all, variable, side, end)?);
        }
    }
    range.because = in_order(range.because);
    Some(Some(range))
}

/// The rules for which there is nothing beyond that end.
fn reasons(system: &mut System, all: &Demands<'_>, variable: usize, side: Side, end: Near) -> Sure<Vec<usize>> {
    let (mut beyond, step) = (end, side.outward());
    if system.tableau.is_whole(variable) {
        beyond.at = end.at.add(step)?;
    } else {
        beyond.tiny = end.tiny.add(step)?;
    }
    let beyond = Demand::Bound(variable, side.other(), beyond);
    let mut with = all.to_vec();
    with.push((OWN, &beyond));
    let core = system.conflict(&with)?.unwrap_or_default();
    system.fewest(&with, core)
}
