//! The simplex method with bounds on every variable, exact (Dutertre and de Moura, A Fast Linear-Arithmetic Solver for
//! DPLL(T), 2006). By Bland's rule it ends; each bound knows who asked for it, so that a contradiction names its causes.

use super::Sure;
use super::affine::{Terms, combined, factor};
use super::near::Near;
use super::ratio::Ratio;

/// Who asked for a bound: the place of a rule, or one of those below.
pub(super) type Cause = usize;
/// The field's own limits.
pub(super) const OWN: Cause = usize::MAX;

/// The causes of a contradiction, in order, each once.
pub(super) type Core = Vec<Cause>;

#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    pub(super) at: Near,
    pub(super) cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Upper,
}

impl Side {
    pub(super) fn other(self) -> Self {
        if self == Self::Lower { Self::Upper } else { Self::Lower }
    }

    /// Whether a bound on this side lets `value` be.
    pub(super) fn allows(self, bound: Near, value: Near) -> bool {
        if self == Self::Lower { value >= bound } else { value <= bound }
    }

    /// One step beyond a bound on this side.
    pub(super) fn outward(self) -> Ratio {
        Ratio::whole(if self == Self::Lower { -1 } else { 1 })
    }

    /// Where a part of a sum must move so that the sum moves to this side.
    fn through(self, factor: Ratio) -> Self {
        if factor.is_negative() { self.other() } else { self }
    }
}

/// One variable: its value, its bounds, and where it is defined as a sum of others.
#[derive(Clone, Debug)]
struct Variable {
    value: Near,
    lower: Option<Bound>,
    upper: Option<Bound>,
    whole: bool,
    row: Option<usize>,
}

/// A variable as a sum of those that have no row.
#[derive(Clone, Debug)]
struct Row {
    owner: usize,
    terms: Terms,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Tableau {
    variables: Vec<Variable>,
    rows: Vec<Row>,
    /// The sums that have a variable already, as they were defined.
    sums: Vec<(Terms, usize)>,
    /// Bounds as they were before, to go back.
    trail: Vec<(usize, Side, Option<Bound>)>,
    /// So many steps are left.
    pub(super) fuel: u32,
}

impl Tableau {
    pub(super) fn variable(&mut self, start: Near, whole: bool) -> usize {
        self.variables.push(Variable { value: start, lower: None, upper: None, whole, row: None });
        self.variables.len().saturating_sub(1)
    }

    /// The variable that stands for a sum; only before the first turn of a row.
    pub(super) fn sum(&mut self, terms: &Terms) -> Sure<usize> {
        if let [(variable, Ratio::ONE)] = terms.as_slice() {
            return Some(*variable);
        }
        if let Some((_, variable)) = self.sums.iter().find(|sum| sum.0 == *terms) {
            return Some(*variable);
        }
        let (mut value, mut whole) = (Near::ZERO, true);
        for (variable, factor) in terms {
            value = value.plus(self.value(*variable), *factor)?;
            whole &= self.is_whole(*variable) && factor.is_whole();
        }
        let owner = self.variable(value, whole);
        self.set_row(owner, Some(self.rows.len()));
        self.rows.push(Row { owner, terms: terms.clone() });
        self.sums.push((terms.clone(), owner));
        Some(owner)
    }

    fn set_row(&mut self, variable: usize, row: Option<usize>) {
        if let Some(variable) = self.variables.get_mut(variable) {
            variable.row = row;
        }
    }

    pub(super) fn value(&self, variable: usize) -> Near {
        self.variables.get(variable).map_or(Near::ZERO, |variable| variable.value)
    }

    pub(super) fn is_whole(&self, variable: usize) -> bool {
        self.variables.get(variable).is_some_and(|variable| variable.whole)
    }

    #[inline(never)]
    pub(super) fn bound(&self, variable: usize, side: Side) -> Option<Bound> {
        let variable = self.variables.get(variable)?;
        if side == Side::Lower { variable.lower } else { variable.upper }
    }

    fn put(&mut self, variable: usize, side: Side, bound: Option<Bound>) {
        if let Some(variable) = self.variables.get_mut(variable) {
            *(if side == Side::Lower { &mut variable.lower } else { &mut variable.upper }) = bound;
        }
    }

    fn cause(&self, variable: usize, side: Side) -> Cause {
        self.bound(variable, side).map_or(OWN, |bound| bound.cause)
    }

    /// Whether the bound of that side lets `at` be; without one it does.
    fn allows(&self, variable: usize, side: Side, at: Near) -> bool {
        self.bound(variable, side).is_none_or(|bound| side.allows(bound.at, at))
    }

    /// Whether a variable can still move towards that side.
    fn has_room(&self, variable: usize, side: Side) -> bool {
        self.bound(variable, side).is_none_or(|bound| bound.at != self.value(variable))
    }

    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    pub(super) fn back_to(&mut self, mark: usize) {
        while self.trail.len() > mark {
            if let Some((variable, side, bound)) = self.trail.pop() {
                self.put(variable, side, bound);
            }
        }
    }

    /// Asks for one more bound; the causes, where it contradicts another.
    #[inline(never)]
    pub(super) fn require(&mut self, variable: usize, side: Side, bound: Bound) -> Sure<Option<Core>> {
        if !self.allows(variable, side.other(), bound.at) {
            return Some(Some(core(vec![bound.cause, self.cause(variable, side.other())])));
        }
        let before = self.bound(variable, side);
        if before.is_some_and(|before| side.allows(bound.at, before.at)) {
            return Some(None);
        }
        self.trail.push((variable, side, before));
        self.put(variable, side, Some(bound));
        let free = self.variables.get(variable).is_some_and(|variable| variable.row.is_none());
        if free && !side.allows(bound.at, self.value(variable)) {
            self.move_to(variable, bound.at)?;
        }
        Some(None)
    }

    fn spend(&mut self, steps: usize) -> Sure<()> {
        self.fuel = self.fuel.checked_sub(u32::try_from(steps).ok()?)?;
        Some(())
    }

    /// Moves a variable without a row, and whatever is a sum with it.
    #[inline(never)]
    fn move_to(&mut self, variable: usize, at: Near) -> Sure<()> {
        let by = at.sub(self.value(variable))?;
        self.spend(self.rows.len())?;
        for row in &self.rows {
            let factor = factor(&row.terms, variable);
            if let Some(owner) = self.variables.get_mut(row.owner).filter(|_| !factor.is_zero()) {
                owner.value = owner.value.plus(by, factor)?;
            }
        }
        self.variables.get_mut(variable)?.value = at;
        Some(())
    }

    /// Finds values within all bounds; the causes, where there are none.
    #[inline(never)]
    pub(super) fn check(&mut self) -> Sure<Option<Core>> {
        while let Some((place, side, goal)) = self.violated() {
            let row = self.rows.get(place)?;
            let towards = side.other();
            let entering = row.terms.iter().find(|term| self.has_room(term.0, towards.through(term.1))).copied();
            let Some((variable, factor)) = entering else {
                let mut causes = vec![self.cause(row.owner, side)];
                causes.extend(row.terms.iter().map(|term| self.cause(term.0, towards.through(term.1))));
                return Some(Some(core(causes)));
            };
            let by = goal.sub(self.value(row.owner))?;
            let at = self.value(variable).plus(by, Ratio::ONE.div(factor)?)?;
            self.move_to(variable, at)?;
            self.turn(place, variable, factor)?;
        }
        Some(None)
    }

    /// The row of the first variable that lies outside a bound.
    fn violated(&self) -> Option<(usize, Side, Near)> {
        let mut found: Option<(usize, (usize, Side, Near))> = None;
        for (place, row) in self.rows.iter().enumerate() {
            for side in [Side::Lower, Side::Upper] {
                let is_first = found.is_none_or(|found| row.owner < found.0);
                if is_first
                    && !self.allows(row.owner, side, self.value(row.owner))
                    && let Some(bound) = self.bound(row.owner, side)
                {
                    found = Some((row.owner, (place, side, bound.at)));
                }
            }
        }
        found.map(|found| found.1)
    }

    /// The owner of a row and one of its parts change roles.
    #[inline(never)]
    fn turn(&mut self, place: usize, variable: usize, pivot: Ratio) -> Sure<()> {
        let row = self.rows.get_mut(place)?;
        let owner = std::mem::replace(&mut row.owner, variable);
        let mut rest = std::mem::take(&mut row.terms);
        rest.retain(|term| term.0 != variable);
        let inverse = Ratio::ONE.div(pivot)?;
        let solved = combined(&combined(&[], &rest, inverse.neg())?, &[(owner, Ratio::ONE)], inverse)?;
        let mut steps = solved.len();
        for other in &mut self.rows {
            let factor = factor(&other.terms, variable);
            if !factor.is_zero() {
                other.terms.retain(|term| term.0 != variable);
                other.terms = combined(&other.terms, &solved, factor)?;
                steps = steps.saturating_add(other.terms.len()).saturating_add(solved.len());
            }
        }
        self.rows.get_mut(place)?.terms = solved;
        self.set_row(owner, None);
        self.set_row(variable, Some(place));
        self.spend(steps)
    }

    /// Moves a variable as far towards a side as the bounds let it; false where nothing stops it.
    #[inline(never)]
    pub(super) fn push(&mut self, goal: usize, side: Side) -> Sure<bool> {
        while self.has_room(goal, side) {
            let row = self.variables.get(goal).and_then(|variable| self.rows.get(variable.row?));
            let entering = match row {
                None => Some((goal, side)),
                Some(row) => {
                    let towards = row.terms.iter().map(|term| (term.0, side.through(term.1)));
                    towards.into_iter().find(|(variable, towards)| self.has_room(*variable, *towards))
                }
            };
            let Some((variable, towards)) = entering else { break };
            if !self.advance(variable, towards)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Moves a variable without a row until a bound stops it, its own or that of a sum; false where none does.
    fn advance(&mut self, variable: usize, towards: Side) -> Sure<bool> {
        let own = self.bound(variable, towards).map(|bound| bound.at);
        let value = self.value(variable);
        // Where it would stand, and the sum that stops it there; of two the first.
        let mut least: Option<(Near, usize, usize, Ratio)> = own.map(|at| (at, 0, usize::MAX, Ratio::ZERO));
        for (place, row) in self.rows.iter().enumerate() {
            let factor = factor(&row.terms, variable);
            let Some(bound) = self.bound(row.owner, towards.through(factor)).filter(|_| !factor.is_zero()) else {
                continue;
            };
            let at = value.plus(bound.at.sub(self.value(row.owner))?, Ratio::ONE.div(factor)?)?;
            let closer = least.is_none_or(|(so_far, owner, ..)| {
                (at != so_far && towards.allows(so_far, at)) || (at == so_far && row.owner < owner)
            });
            if closer {
                least = Some((at, row.owner, place, factor));
            }
        }
        let Some((at, _, place, factor)) = least else { return Some(false) };
        self.move_to(variable, at)?;
        if place != usize::MAX {
            self.turn(place, variable, factor)?;
        }
        Some(true)
    }

    /// A number small enough to stand for δ: every value stays within its bounds.
    pub(super) fn delta(&self) -> Sure<Ratio> {
        let mut delta = Ratio::ONE;
        for variable in &self.variables {
            let pairs = [
                variable.lower.map(|bound| (bound.at, variable.value)),
                variable.upper.map(|bound| (variable.value, bound.at)),
            ];
            for (low, high) in pairs.into_iter().flatten() {
                let (gap, slope) = (high.at.sub(low.at)?, low.tiny.sub(high.tiny)?);
                if slope > Ratio::ZERO && gap < slope.mul(delta)? {
                    delta = gap.div(slope)?;
                }
            }
        }
        Some(delta)
    }
}

/// In order, each once, without the fields' own limits.
pub(super) fn core(mut causes: Core) -> Core {
    causes.retain(|cause| *cause != OWN);
    super::in_order(causes)
}
