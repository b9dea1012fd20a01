use crate::infer::ratio::Ratio;
use crate::infer::{meet, unite, without};

use super::localise::{Clause, Localiser};

/// So many smallest sets of one group are told.
const MOST_OPTIMA: usize = 240;

/// One descent: what is chosen, what is ruled out, and how heavy a set may be.
pub(super) struct Descent<'l, 'a> {
    localiser: &'l mut Localiser<'a>,
    /// The clauses that count, by place.
    clauses: Vec<usize>,
    chosen: Vec<usize>,
    banned: Vec<usize>,
    limit: Ratio,
    /// The lightest of those that were too heavy.
    next: Option<Ratio>,
    found: Vec<Vec<usize>>,
}

impl<'l, 'a> Descent<'l, 'a> {
    /// All lightest sets that hit every clause of a group and can be filled so that the rules hold, and the clauses, with those
    /// that were found out on the way; no set where it took too long.
    pub(super) fn optima(localiser: &'l mut Localiser<'a>, cluster: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
        let (clauses, chosen, banned, found) = (cluster.to_vec(), Vec::new(), Vec::new(), Vec::new());
        let mut descent = Self { localiser, clauses, chosen, banned, limit: Ratio::ZERO, next: None, found };
        loop {
            descent.descend(Ratio::ZERO);
            let next = descent.next.take();
            if descent.localiser.fuel == 0 {
                descent.found.clear();
            } else if !descent.found.iter().all(|set| descent.hits(set)) {
                // A clause of another group came in after this set was found: both are looked at together.
                descent.found.clear();
                continue;
            } else if let Some(limit) = next.filter(|_| descent.found.is_empty()) {
                descent.limit = limit;
                continue;
            }
            let mut known = Vec::new();
            unite(&mut known, &descent.clauses);
            return (known, descent.found);
        }
    }

    fn descend(&mut self, weight: Ratio) {
        // Every field of every clause is looked for among the chosen and the banned.
        let looked_at = self.chosen.len().wrapping_add(self.banned.len());
        let mut steps = 8_usize;
        for at in &self.clauses {
            let fields = self.localiser.clauses.get(*at).map_or(0, |clause| clause.fields.len());
            steps = steps.wrapping_add(fields.wrapping_mul(looked_at) >> 4).wrapping_add(1);
        }
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.localiser.fuel = self.localiser.fuel.saturating_sub(steps);
        if self.localiser.fuel == 0 || self.found.len() >= MOST_OPTIMA {
            return;
        }
        let (least, next) = self.least(weight);
        if least > self.limit {
            self.next = Some(self.next.map_or(least, |next| next.min(least)));
            return;
        }
        let Some(clause) = next.or_else(|| self.tested()) else {
            let mut set = Vec::new();
            unite(&mut set, &self.chosen);
            self.found.push(set);
            return;
        };
        let open = self.localiser.clauses.get(clause).map_or_else(Vec::new, |clause| clause.fields.clone());
        let before = self.banned.len();
        for field in open {
            if !self.banned.contains(&field) {
                self.chosen.push(field);
                self.descend(weight.add(&self.localiser.weight(field)));
                self.chosen.pop();
                self.banned.push(field);
            }
        }
        self.banned.truncate(before);
    }

    fn hits(&self, set: &[usize]) -> bool {
        let clause = |at: &usize| self.localiser.clauses.get(*at);
        self.clauses.iter().filter_map(clause).all(|clause| meet(&clause.fields, set))
    }

    /// What a set with the clauses that are not hit will weigh at least, and the one of them with the fewest fields left.
    #[inline(never)]
    fn least(&self, weight: Ratio) -> (Ratio, Option<usize>) {
        let mut sum = weight;
        let mut used: Vec<usize> = Vec::new();
        let (mut fewest, mut next) = (usize::MAX, None);
        for at in &self.clauses {
            let Some(clause) = self.localiser.clauses.get(*at) else { continue };
            if meet(&clause.fields, &self.chosen) {
                continue;
            }
            let left = without(&clause.fields, &self.banned);
            if left.len() < fewest {
                (fewest, next) = (left.len(), Some(*at));
            }
            // Nothing is left of it: this way leads nowhere, however heavy a set may be.
            let Some(first) = left.first() else { return (Ratio::ZERO, next) };
            if !meet(&left, &used) {
                let mut lightest = self.localiser.weight(*first);
                for field in &left {
                    lightest = lightest.min(self.localiser.weight(*field));
                    used.push(*field);
                }
                sum = sum.add(&lightest);
            }
        }
        (sum, next)
    }

    /// Whether the fields that were chosen can be filled so that everything holds: `None` where they can, else a clause that
    /// says what more would be needed.
    #[inline(never)]
    fn tested(&mut self) -> Option<usize> {
        let core = self.localiser.conflict(&self.chosen)?;
        let fields = without(&self.localiser.changeable(&core), &self.chosen);
        let clauses = &mut self.localiser.clauses;
        let known = clauses.iter().position(|other| other.fields == fields);
        let place = known.unwrap_or(clauses.len());
        if known.is_none() {
            clauses.push(Clause { fields, rules: None });
        }
        // Where it is a clause of another group, both must be looked at together from now on.
        self.localiser.links.push((self.clauses.first().copied().unwrap_or(place), place));
        self.clauses.push(place);
        Some(place)
    }
}
