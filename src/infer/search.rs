use super::Sure;
use super::near::Near;
use super::ratio::Ratio;
use super::system::{Demand, System};
use super::tableau::{Bound, Cause, Core, OWN, Side, core};

/// So many choices may lie open one upon the other: the module's stack is small.
const DEEPEST: u16 = 150;

/// The causes of the two halves into which a whole number was split lie above this one.
const SPLITS: Cause = usize::MAX - 4096;

/// What a search does where everything is settled: to go on as if it had failed, or to end.
type Leaf<'l> = dyn FnMut(&mut System) -> Sure<bool> + 'l;

/// A search through the choices that rules leave and through the whole numbers (branch and bound).
struct Search<'s, 'l> {
    system: &'s mut System,
    leaf: &'l mut Leaf<'l>,
    depth: u16,
    /// What is made as small or as large as can be, and the best so far.
    goal: Option<(usize, Side)>,
    best: Option<Near>,
    unbounded: bool,
}

/// A choice that is still open.
type Choice<'d> = (Cause, &'d [Demand]);

/// Demands, each with the rule that makes it.
pub(super) type Demands<'d> = [(Cause, &'d Demand)];

impl System {
    /// Whether all these demands can hold together: `None` where they can, else rules that cannot.
    pub(super) fn conflict(&mut self, demands: &Demands<'_>) -> Sure<Option<Core>> {
        self.conflict_unless(demands, &mut |_| Some(true))
    }

    /// As [`System::conflict`]; `leaf` is asked wherever they hold and says whether that is the end of it.
    pub(super) fn conflict_unless<'l>(&mut self, demands: &Demands<'_>, leaf: &'l mut Leaf<'l>) -> Sure<Option<Core>> {
        let mark = self.tableau.mark();
        let mut search = Search { system: self, leaf, depth: 0, goal: None, best: None, unbounded: false };
        let found = search.settle(demands, Vec::new());
        self.tableau.back_to(mark);
        found
    }

    /// The smallest or largest value that a variable can have while the demands hold. `Some(None)` where they cannot hold,
    /// `Some(Some(None))` where nothing stops it.
    pub(super) fn extreme(&mut self, demands: &Demands<'_>, goal: usize, side: Side) -> Sure<Option<Option<Near>>> {
        let mark = self.tableau.mark();
        let mut never = |_: &mut Self| Some(false);
        let goal = Some((goal, side));
        let mut search = Search { system: self, leaf: &mut never, depth: 0, goal, best: None, unbounded: false };
        search.settle(demands, Vec::new())?;
        let (best, unbounded) = (search.best, search.unbounded);
        self.tableau.back_to(mark);
        Some(if unbounded { Some(None) } else { best.map(Some) })
    }

    /// Of demands that contradict each other, those without which they would not: the later ones are tried to be left out first.
    pub(super) fn fewest(&mut self, demands: &Demands<'_>, core: Core) -> Sure<Core> {
        let mut kept = core;
        let mut at = kept.len();
        while at > 0 && kept.len() > 1 {
            at = at.saturating_sub(1);
            let Some(left_out) = kept.get(at).copied() else { continue };
            let mut some = demands.to_vec();
            some.retain(|demand| demand.0 == OWN || (demand.0 != left_out && kept.contains(&demand.0)));
            if let Some(core) = self.conflict(&some)? {
                at = core.iter().take_while(|cause| **cause < left_out).count();
                kept = core;
            }
        }
        Some(kept)
    }

    /// The values of the fields at this moment, with a small number for what they may only come near to.
    pub(super) fn values(&self) -> Sure<Vec<(usize, Ratio)>> {
        let delta = self.tableau.delta()?;
        let mut values = Vec::new();
        for (variable, (field, unit)) in self.fields.iter().enumerate() {
            let near = self.tableau.value(variable);
            values.push((*field, near.at.add(near.tiny.mul(delta)?)?.mul(*unit)?));
        }
        Some(values)
    }
}

/// Every demand, to be held together.
pub(super) fn all(demands: &[(Cause, Demand)]) -> Vec<(Cause, &Demand)> {
    demands.iter().map(|(cause, demand)| (*cause, demand)).collect()
}

impl Search<'_, '_> {
    /// Holds these demands, then whatever choice they leave open.
    fn settle<'d>(&mut self, demands: &Demands<'d>, mut open: Vec<Choice<'d>>) -> Sure<Option<Core>> {
        if let Some(conflict) = self.hold(demands, &mut open)? {
            return Some(Some(conflict));
        }
        if self.is_no_better()? {
            return Some(Some(Core::new()));
        }
        self.choose(open)
    }

    fn hold<'d>(&mut self, demands: &Demands<'d>, open: &mut Vec<Choice<'d>>) -> Sure<Option<Core>> {
        let mut waiting: Vec<(Cause, &Demand)> = demands.to_vec();
        while let Some((cause, demand)) = waiting.pop() {
            match demand {
                Demand::Never => return Some(Some(vec![cause])),
                Demand::Bound(variable, side, at) => {
                    let conflict = self.system.tableau.require(*variable, *side, Bound { at: *at, cause })?;
                    if conflict.is_some() {
                        return Some(conflict);
                    }
                }
                Demand::All(parts) => waiting.extend(parts.iter().map(|part| (cause, part))),
                Demand::Any(parts) => open.push((cause, parts)),
            }
        }
        self.system.tableau.check()
    }

    /// Whether what is sought was found better elsewhere already.
    fn is_no_better(&mut self) -> Sure<bool> {
        let Some((goal, side)) = self.goal else { return Some(false) };
        if self.unbounded {
            return Some(true);
        }
        let stops = self.system.tableau.push(goal, side)?;
        let value = self.system.tableau.value(goal);
        Some(stops && self.best.is_some_and(|best| side.allows(best, value)))
    }

    fn choose<'d>(&mut self, mut open: Vec<Choice<'d>>) -> Sure<Option<Core>> {
        // What holds at any rate leaves no choice.
        open.retain(|(_, parts)| self.standing_of_best(parts) != Standing::Certain);
        let next = open.iter().position(|(_, parts)| self.standing_of_best(parts) == Standing::Fails);
        if open.is_empty() {
            return self.split();
        }
        let (cause, parts) = open.swap_remove(next.unwrap_or(0));
        let mut sorted: Vec<&Demand> = Vec::new();
        for part in parts {
            let at = if self.standing(part) == Standing::Fails { sorted.len() } else { 0 };
            sorted.insert(at, part);
        }
        self.either(cause, &sorted, &open)
    }

    /// Tries one after the other; why none of them will do, where that is so.
    fn either<'d>(&mut self, cause: Cause, parts: &[&'d Demand], open: &[Choice<'d>]) -> Sure<Option<Core>> {
        if self.depth >= DEEPEST {
            return None;
        }
        self.depth = self.depth.saturating_add(1);
        let mut causes = Core::new();
        for part in parts {
            let mark = self.system.tableau.mark();
            let found = self.settle(&[(cause, *part)], open.to_vec());
            self.system.tableau.back_to(mark);
            let Some(found) = found? else { return Some(None) };
            // This choice had no part in it: the others would end the same.
            if self.goal.is_none() && !found.contains(&cause) && !found.is_empty() {
                causes = found;
                break;
            }
            causes.extend(found);
        }
        self.depth = self.depth.saturating_sub(1);
        Some(Some(core(causes)))
    }

    /// How a choice stands with the values of now: as its best part.
    fn standing_of_best(&self, parts: &[Demand]) -> Standing {
        parts.iter().map(|part| self.standing(part)).max().unwrap_or(Standing::Fails)
    }

    fn standing(&self, demand: &Demand) -> Standing {
        match demand {
            Demand::Never => Standing::Fails,
            Demand::Any(parts) => self.standing_of_best(parts),
            Demand::All(parts) => parts.iter().map(|part| self.standing(part)).min().unwrap_or(Standing::Certain),
            Demand::Bound(variable, side, at) => {
                let tableau = &self.system.tableau;
                if tableau.bound(*variable, *side).is_some_and(|bound| side.allows(*at, bound.at)) {
                    Standing::Certain
                } else if side.allows(*at, tableau.value(*variable)) {
                    Standing::Holds
                } else {
                    Standing::Fails
                }
            }
        }
    }

    /// Splits at the first whole number that is none yet.
    fn split(&mut self) -> Sure<Option<Core>> {
        let tableau = &self.system.tableau;
        let fraction = (0..self.system.fields.len()).find(|variable| {
            let value = tableau.value(*variable);
            tableau.is_whole(*variable) && !(value.at.is_whole() && value.tiny.is_zero())
        });
        let Some(variable) = fraction else { return self.end() };
        let value = tableau.value(variable);
        let is_below = value.tiny.is_negative() && value.at.is_whole();
        let low = if is_below { value.at.sub(Ratio::ONE)? } else { value.at.floor() };
        let half = |side, at| Demand::Bound(variable, side, Near::exactly(at));
        let halves = [half(Side::Upper, low), half(Side::Lower, low.add(Ratio::ONE)?)];
        let cause = SPLITS.saturating_add(usize::from(self.depth));
        let [lower, upper] = &halves;
        let found = self.either(cause, &[lower, upper], &[])?;
        Some(found.map(|mut causes| {
            causes.retain(|found| *found != cause);
            causes
        }))
    }

    fn end(&mut self) -> Sure<Option<Core>> {
        let Some((goal, side)) = self.goal else {
            return Some(if (self.leaf)(self.system)? { None } else { Some(Core::new()) });
        };
        if self.system.tableau.push(goal, side)? {
            self.best = Some(self.system.tableau.value(goal));
        } else {
            self.unbounded = true;
        }
        Some(Some(Core::new()))
    }
}

/// How a choice stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Fails,
    Holds,
    Certain,
}
