//! How far a variable can go, and how close values are to what they may only come near to.

use super::{Near, Ratio, Side, Tableau, factor};

impl Tableau {
    /// Moves a variable as far towards a side as the bounds let it; false where nothing stops it.
    #[inline(never)]
    pub(in crate::infer) fn push(&mut self, goal: usize, side: Side) -> bool {
        while self.fuel > 0 && self.has_room(goal, side) {
            let row = self.variables.get(goal).and_then(|variable| self.rows.get(variable.row?));
            let own = [(goal, Ratio::ONE)];
            let terms = row.map_or(&own[..], |row| &row.terms);
            let entering = terms.iter().find(|term| self.has_room(term.0, side.through(&term.1)));
            let Some((variable, factor)) = entering.copied() else { break };
            if !self.advance(variable, side.through(&factor)) {
                return false;
            }
        }
        true
    }

    /// Moves a variable without a row until a bound stops it, its own or that of a sum; false where none does.
    fn advance(&mut self, variable: usize, towards: Side) -> bool {
        let value = self.value(variable);
        // Where it would stand, and the sum that stops it there; of two the first.
        let mut least = (self.bound(variable, towards).at, 0, usize::MAX, Ratio::ZERO);
        let mut is_lost = false;
        for (place, row) in self.rows.iter().enumerate() {
            let Some(factor) = factor(&row.terms, variable) else { continue };
            let bound = &self.bound(row.owner, towards.through(factor)).at;
            if bound.is_lost() {
                continue;
            }
            let at = value.plus(&bound.sub(self.value(row.owner)), &Ratio::ONE.div(factor));
            is_lost |= at.is_lost();
            if least.0.is_lost() || (at == least.0 && row.owner < least.1) || !towards.allows(&at, &least.0) {
                least = (at, row.owner, place, *factor);
            }
        }
        self.give_up_if(is_lost);
        let (at, _, place, factor) = &least;
        if at.is_lost() {
            return false;
        }
        self.move_to(variable, at);
        if *place != usize::MAX {
            self.turn(*place, variable, factor);
        }
        true
    }

    /// A number small enough to stand for δ: every value stays within its bounds.
    pub(in crate::infer) fn delta(&self) -> Ratio {
        let mut delta = Ratio::ONE;
        let mut narrow = |low: &Near, high: &Near| {
            let gap = high.sub(low);
            let most = gap.at.div(&gap.tiny.neg());
            if gap.tiny.is_negative() && !most.is_lost() && most < delta {
                delta = most;
            }
        };
        for variable in &self.variables {
            narrow(&variable.lower.at, &variable.value);
            narrow(&variable.value, &variable.upper.at);
        }
        delta
    }
}
