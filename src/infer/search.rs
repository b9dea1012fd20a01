use super::demand::Demand;
use super::near::Near;
use super::ratio::Ratio;
use super::system::System;
use super::tableau::{Cause, Core, OWN, Side, core};
use super::without;

/// So many choices may lie open one upon the other: the module's stack is small.
const DEEPEST: usize = 150;

/// The causes of the two halves into which a whole number was split lie above this one.
const SPLITS: Cause = usize::MAX - 4096;

/// What is done where everything is settled.
type Leaf<'l> = dyn FnMut(&mut System) + 'l;

/// A search through the choices that rules leave and through the whole numbers (branch and bound).
struct Search<'s, 'l> {
    system: &'s mut System,
    leaf: &'l mut Leaf<'l>,
    depth: usize,
    /// What is made as small or as large as can be, and the best so far, lost where nothing stops it.
    goal: Option<(usize, Side)>,
    best: Option<Near>,
}

/// A choice that is still open.
type Choice<'d> = (Cause, &'d [Demand]);

/// Demands, each with the rule that makes it.
pub(super) type Demands<'d> = [(Cause, &'d Demand)];

impl System {
    /// Whether all these demands can hold together: `None` where they can, else rules that cannot.
    pub(super) fn conflict(&mut self, demands: &Demands<'_>) -> Option<Core> {
        self.conflict_unless(demands, &mut |_| ())
    }

    /// As [`System::conflict`]; `leaf` sees them hold.
    pub(super) fn conflict_unless<'l>(&mut self, demands: &Demands<'_>, leaf: &'l mut Leaf<'l>) -> Option<Core> {
        self.search(demands, None, leaf).0
    }

    /// The smallest or largest value that a variable can have while the demands hold, lost where nothing stops it. `None` where
    /// they cannot hold.
    pub(super) fn extreme(&mut self, demands: &Demands<'_>, goal: usize, side: Side) -> Option<Near> {
        self.search(demands, Some((goal, side)), &mut |_| ()).1
    }

    #[inline(never)]
    fn search<'l>(
        &mut self,
        demands: &Demands<'_>,
        goal: Option<(usize, Side)>,
        leaf: &'l mut Leaf<'l>,
    ) -> (Option<Core>, Option<Near>) {
        let mark = self.tableau.mark();
        let mut search = Search { system: self, leaf, depth: 0, goal, best: None };
        let found = (search.settle(demands, Vec::new()), search.best);
        self.tableau.back_to(mark);
        found
    }

    /// Of demands that contradict each other, those without which they would not: the later ones are tried to be left out first.
    #[inline(never)]
    pub(super) fn fewest(&mut self, demands: &Demands<'_>, core: Core) -> Core {
        let mut kept = core;
        let mut at = kept.len();
        while at > 0 && kept.len() > 1 {
            at = at.saturating_sub(1);
            let Some(left_out) = kept.get(at).copied() else { continue };
            let mut some = Vec::new();
            for demand in demands {
                if demand.0 == OWN || (demand.0 != left_out && kept.contains(&demand.0)) {
                    some.push(*demand);
                }
            }
            if let Some(core) = self.conflict(&some) {
                at = core.partition_point(|cause| *cause < left_out);
                kept = core;
            }
        }
        kept
    }

    /// The values of the fields at this moment, with a small number for what they may only come near to.
    pub(super) fn values(&self) -> Vec<(usize, Ratio)> {
        let delta = self.tableau.delta();
        let mut values = Vec::new();
        for (variable, (field, unit)) in self.fields.iter().enumerate() {
            let near = self.tableau.value(variable);
            values.push((*field, near.at.add(&near.tiny.mul(&delta)).mul(unit)));
        }
        values
    }
}

/// Every demand, to be held together.
pub(super) fn all(demands: &[(Cause, Demand)]) -> Vec<(Cause, &Demand)> {
    demands.iter().map(|(cause, demand)| (*cause, demand)).collect()
}

impl Search<'_, '_> {
    /// Holds these demands, then whatever choice they leave open.
    fn settle<'d>(&mut self, demands: &Demands<'d>, mut open: Vec<Choice<'d>>) -> Option<Core> {
        if self.system.tableau.fuel == 0 {
            return Some(Core::new());
        }
        let mut waiting = demands.to_vec();
        while let Some((cause, demand)) = waiting.pop() {
            match demand {
                Demand::Always | Demand::Open => {}
                Demand::Never => return Some(vec![cause]),
                Demand::Bound(variable, side, at, strict) => {
                    let at = Near::bound(at, *side, *strict);
                    let conflict = self.system.tableau.require(*variable, *side, &at, cause);
                    if conflict.is_some() {
                        return conflict;
                    }
                }
                Demand::All(parts) => {
                    for part in parts {
                        waiting.push((cause, part));
                    }
                }
                Demand::Any(parts) => open.push((cause, parts)),
            }
        }
        let conflict = self.better().or_else(|| self.system.tableau.check());
        if conflict.is_some() {
            return conflict;
        }
        if let Some((goal, side)) = self.goal {
            self.system.tableau.push(goal, side);
        }
        self.choose(&open)
    }

    /// What holds at any rate leaves no choice; what fails as things stand comes first.
    fn choose(&mut self, open: &[Choice<'_>]) -> Option<Core> {
        self.system.tableau.spend(open.len());
        let (mut left, mut next, mut worst) = (Vec::new(), 0, Standing::Certain);
        for choice in open {
            let standing = self.best_standing(choice.1);
            if standing < worst {
                (next, worst) = (left.len(), standing);
            }
            if standing != Standing::Certain {
                left.push(*choice);
            }
        }
        if left.is_empty() {
            return self.split();
        }
        let (cause, parts) = left.swap_remove(next);
        let mut sorted: Vec<&Demand> = Vec::new();
        for part in parts {
            let at = if self.standing(part) == Standing::Fails { sorted.len() } else { 0 };
            sorted.insert(at, part);
        }
        self.either(cause, &sorted, &left)
    }

    /// Tries one after the other; why none of them will do, where that is so.
    fn either<'d>(&mut self, cause: Cause, parts: &[&'d Demand], open: &[Choice<'d>]) -> Option<Core> {
        self.system.tableau.give_up_if(self.depth >= DEEPEST);
        self.depth = self.depth.saturating_add(1);
        let mut causes = Core::new();
        for part in parts {
            let mark = self.system.tableau.mark();
            let found = self.settle(&[(cause, *part)], open.to_vec());
            self.system.tableau.back_to(mark);
            let found = found?;
            // This choice had no part in it: the others would end the same.
            if !found.contains(&cause) {
                causes = found;
                break;
            }
            causes.extend(found);
        }
        self.depth = self.depth.saturating_sub(1);
        Some(core(&causes))
    }

    /// How a choice stands with the values of now: as its best part.
    fn best_standing(&self, parts: &[Demand]) -> Standing {
        parts.iter().fold(Standing::Fails, |best, part| best.max(self.standing(part)))
    }

    fn standing(&self, demand: &Demand) -> Standing {
        match demand {
            Demand::Always | Demand::Open => Standing::Certain,
            Demand::Never => Standing::Fails,
            Demand::Any(parts) => self.best_standing(parts),
            Demand::All(parts) => parts.iter().fold(Standing::Certain, |worst, part| worst.min(self.standing(part))),
            Demand::Bound(variable, side, at, strict) => {
                let (tableau, at) = (&self.system.tableau, Near::bound(at, *side, *strict));
                let bound = &tableau.bound(*variable, *side).at;
                if !bound.is_lost() && side.allows(&at, bound) {
                    Standing::Certain
                } else if side.allows(&at, tableau.value(*variable)) {
                    Standing::Holds
                } else {
                    Standing::Fails
                }
            }
        }
    }

    /// Splits at the first whole number that is none yet.
    fn split(&mut self) -> Option<Core> {
        let tableau = &self.system.tableau;
        let is_split = |variable: &usize| tableau.is_whole(*variable) && !tableau.value(*variable).is_whole();
        let Some(variable) = (0..self.system.fields.len()).find(is_split) else { return self.end() };
        let low = Demand::Bound(variable, Side::Upper, tableau.value(variable).floor(), false);
        let high = low.clone().not();
        let cause = SPLITS.saturating_add(self.depth);
        let found = self.either(cause, &[&low, &high], &[])?;
        Some(without(&found, &[cause]))
    }

    fn end(&mut self) -> Option<Core> {
        (self.leaf)(self.system);
        let (goal, side) = self.goal?;
        let stops = self.system.tableau.push(goal, side);
        self.best = Some(if stops { *self.system.tableau.value(goal) } else { Near::LOST });
        // Whatever else there is must be better: here nothing is, and that is for the bounds to say why.
        if stops { self.settle(&[], Vec::new()) } else { None }
    }

    /// Asks for more than what was found, where something was.
    fn better(&mut self) -> Option<Core> {
        let ((goal, side), best) = self.goal.zip(self.best)?;
        let beyond = Near { at: best.at, tiny: best.tiny.add(&side.outward()) };
        self.system.tableau.require(goal, side.other(), &beyond, OWN)
    }
}

/// How a choice stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Fails,
    Holds,
    Certain,
}
