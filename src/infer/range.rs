use crate::engine::Session;
use crate::model::Decimal;
use crate::pack::FieldKind;

use super::demand::Demand;
use super::scope::{Scope, is_mandatory};
use super::search::all;
use super::tableau::{OWN, Side};
use super::{FUEL, unite};

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
    let FieldKind::Number { places, min, max, .. } = session.plan().fields.get(place)?.kind else {
        return None;
    };
    let mut range = Range { min, max, places, because: Vec::new() };
    let scope = Scope::new(session, &|rule| is_mandatory(session, rule));
    let mut system = scope.system(&[place], FUEL);
    let demands = std::mem::take(&mut system.demands);
    let (all, variable) = (all(&demands), system.variable_of(place)?);
    for side in [Side::Lower, Side::Upper] {
        let end = system.extreme(&all, variable, side);
        // What took too long is not known: the field's own limits are right at any rate.
        if system.tableau.fuel == 0 {
            return Some(Range { min, max, places, because: Vec::new() });
        }
        let limit = if side == Side::Lower { &mut range.min } else { &mut range.max };
        let figure = system.figure(variable, &end?.at, side);
        if figure.is_some() && *limit != figure {
            *limit = figure;
            // The rules for which there is nothing beyond that end.
            let end = end?;
            let beyond = Demand::Bound(variable, side.other(), end.at, end.tiny.is_zero());
            let mut with = all.clone();
            with.push((OWN, &beyond));
            let core = system.conflict(&with).unwrap_or_default();
            unite(&mut range.because, &system.fewest(&with, core));
        }
    }
    Some(range)
}
