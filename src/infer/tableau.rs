//! The simplex method with bounds on every variable, exact (Dutertre and de Moura, A Fast Linear-Arithmetic Solver for
//! DPLL(T), 2006). By Bland's rule it ends; each bound knows who asked for it, so that a contradiction names its causes.

mod reach;

use super::affine::{Terms, are_lost, combined, factor};
use super::near::Near;
use super::ratio::Ratio;
pub(super) use super::side::Side;

/// Who asked for a bound: the place of a rule, or one of those below.
pub(super) type Cause = usize;
/// The field's own limits.
pub(super) const OWN: Cause = usize::MAX;

/// The causes of a contradiction, in order, each once.
pub(super) type Core = Vec<Cause>;

#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    /// Lost where there is no bound.
    pub(super) at: Near,
    cause: Cause,
}

const NONE: Bound = Bound { at: Near::LOST, cause: OWN };

/// One variable: its value, its bounds, and where it is defined as a sum of others.
#[derive(Clone, Debug)]
struct Variable {
    value: Near,
    lower: Bound,
    upper: Bound,
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
    trail: Vec<(usize, Side, Bound)>,
    /// So many steps are left; with none, whatever is answered is worth nothing.
    pub(super) fuel: u32,
}

impl Tableau {
    pub(super) fn variable(&mut self, start: Near, whole: bool) -> usize {
        self.give_up_if(start.is_lost());
        self.variables.push(Variable { value: start, lower: NONE, upper: NONE, whole, row: None });
        self.variables.len().saturating_sub(1)
    }

    /// The variable that stands for a sum; only before the first turn of a row.
    pub(super) fn sum(&mut self, terms: &Terms) -> usize {
        if let [(variable, Ratio::ONE)] = terms.as_slice() {
            return *variable;
        }
        if let Some((_, variable)) = self.sums.iter().find(|sum| sum.0 == *terms) {
            return *variable;
        }
        let (mut value, mut whole) = (Near::ZERO, true);
        for (variable, factor) in terms {
            value = value.plus(self.value(*variable), factor);
            whole &= self.is_whole(*variable) && factor.is_whole();
        }
        let owner = self.variable(value, whole);
        self.set_row(owner, Some(self.rows.len()));
        self.rows.push(Row { owner, terms: terms.clone() });
        self.sums.push((terms.clone(), owner));
        owner
    }

    fn set_row(&mut self, variable: usize, row: Option<usize>) {
        if let Some(variable) = self.variables.get_mut(variable) {
            variable.row = row;
        }
    }

    pub(super) fn value(&self, variable: usize) -> &Near {
        self.variables.get(variable).map_or(&Near::LOST, |variable| &variable.value)
    }

    pub(super) fn is_whole(&self, variable: usize) -> bool {
        self.variables.get(variable).is_some_and(|variable| variable.whole)
    }

    #[inline(never)]
    pub(super) fn bound(&self, variable: usize, side: Side) -> &Bound {
        let Some(variable) = self.variables.get(variable) else { return &NONE };
        if side == Side::Lower { &variable.lower } else { &variable.upper }
    }

    fn put(&mut self, variable: usize, side: Side, bound: Bound) {
        if let Some(variable) = self.variables.get_mut(variable) {
            *(if side == Side::Lower { &mut variable.lower } else { &mut variable.upper }) = bound;
        }
    }

    /// Whether a variable can still move towards that side.
    fn has_room(&self, variable: usize, side: Side) -> bool {
        self.bound(variable, side).at != *self.value(variable)
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

    pub(super) fn spend(&mut self, steps: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(steps).unwrap_or(u32::MAX));
    }

    pub(super) fn give_up_if(&mut self, gives_up: bool) {
        if gives_up {
            self.fuel = 0;
        }
    }

    /// Asks for one more bound, of whole numbers for the nearest whole one; the causes, where it contradicts another.
    #[inline(never)]
    pub(super) fn require(&mut self, variable: usize, side: Side, at: &Near, cause: Cause) -> Option<Core> {
        let at = if self.is_whole(variable) { side.whole(at) } else { *at };
        self.give_up_if(at.is_lost());
        let against = self.bound(variable, side.other());
        if !side.other().allows(&against.at, &at) {
            return Some(core(&[cause, against.cause]));
        }
        let before = self.bound(variable, side);
        if before.at.is_lost() || !side.allows(&at, &before.at) {
            self.trail.push((variable, side, *before));
            self.put(variable, side, Bound { at, cause });
            let is_free = self.variables.get(variable).is_some_and(|variable| variable.row.is_none());
            if is_free && !side.allows(&at, self.value(variable)) {
                self.move_to(variable, &at);
            }
        }
        None
    }

    /// Moves a variable without a row, and whatever is a sum with it.
    #[inline(never)]
    fn move_to(&mut self, variable: usize, at: &Near) {
        let by = at.sub(self.value(variable));
        self.spend(self.rows.len());
        let mut is_lost = at.is_lost();
        for row in &self.rows {
            let Some(factor) = factor(&row.terms, variable) else { continue };
            if let Some(owner) = self.variables.get_mut(row.owner) {
                owner.value = owner.value.plus(&by, factor);
                is_lost |= owner.value.is_lost();
            }
        }
        if let Some(moved) = self.variables.get_mut(variable) {
            moved.value = *at;
        }
        self.give_up_if(is_lost);
    }

    /// Finds values within all bounds; the causes, where there are none.
    #[inline(never)]
    pub(super) fn check(&mut self) -> Option<Core> {
        self.spend(self.rows.len());
        while let Some((place, side, goal)) = self.violated() {
            let row = self.rows.get(place).filter(|_| self.fuel > 0);
            let Some(row) = row else { return Some(Core::new()) };
            let towards = side.other();
            let entering = row.terms.iter().find(|term| self.has_room(term.0, towards.through(&term.1))).copied();
            let Some((variable, factor)) = entering else {
                let mut causes = vec![self.bound(row.owner, side).cause];
                for (variable, factor) in &row.terms {
                    causes.push(self.bound(*variable, towards.through(factor)).cause);
                }
                return Some(core(&causes));
            };
            let by = goal.sub(self.value(row.owner));
            let at = self.value(variable).plus(&by, &Ratio::ONE.div(&factor));
            self.move_to(variable, &at);
            self.turn(place, variable, &factor);
        }
        None
    }

    /// The row of the first variable that lies outside a bound.
    fn violated(&self) -> Option<(usize, Side, Near)> {
        let mut found = None;
        let mut first = usize::MAX;
        for (place, row) in self.rows.iter().enumerate() {
            let mut look = |side: Side| {
                let bound = &self.bound(row.owner, side).at;
                if row.owner < first && !side.allows(bound, self.value(row.owner)) {
                    first = row.owner;
                    found = Some((place, side, *bound));
                }
            };
            look(Side::Lower);
            look(Side::Upper);
        }
        found
    }

    /// The owner of a row and one of its parts change roles.
    #[inline(never)]
    fn turn(&mut self, place: usize, variable: usize, pivot: &Ratio) {
        let Some(row) = self.rows.get_mut(place) else { return };
        let owner = std::mem::replace(&mut row.owner, variable);
        // The parts less the owner are nought; that many times the pivot they are the variable, less itself.
        let nought = combined(&row.terms, &[(owner, Ratio::ONE)], &Ratio::MINUS);
        let nought = combined(&[], &nought, &Ratio::MINUS.div(pivot));
        row.terms.clear();
        let mut steps = nought.len();
        let mut is_lost = are_lost(&nought);
        for other in &mut self.rows {
            if let Some(factor) = factor(&other.terms, variable) {
                other.terms = combined(&other.terms, &nought, factor);
                steps = steps.saturating_add(other.terms.len()).saturating_add(nought.len());
                is_lost |= are_lost(&other.terms);
            }
        }
        if let Some(row) = self.rows.get_mut(place) {
            row.terms = combined(&nought, &[(variable, Ratio::ONE)], &Ratio::ONE);
        }
        self.set_row(owner, None);
        self.set_row(variable, Some(place));
        self.spend(steps);
        self.give_up_if(is_lost);
    }
}

/// In order, each once, without the fields' own limits.
#[inline(never)]
pub(super) fn core(causes: &[Cause]) -> Core {
    let mut kept = Core::new();
    for cause in causes {
        if *cause != OWN {
            super::add(&mut kept, *cause);
        }
    }
    kept
}
