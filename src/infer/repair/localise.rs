use crate::engine::{Answer, AnswerState, Session, Verdict};
use crate::model::Decimal;
use crate::pack::FieldKind;

use crate::infer::early::{Conflict, conflicts};
use crate::infer::scope::Scope;
use crate::infer::search::all;
use crate::infer::system::System;
use crate::infer::{Sure, in_order};

/// So many smallest sets of one group are told.
const MOST_OPTIMA: usize = 240;

/// Rules that fail, and the smallest sets of fields by which they can be mended without those of another group.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// The rules that fail or can no longer pass; none where a figure breaks the limits of its own field.
    pub(super) rules: Vec<usize>,
    /// Every field that one of the rules reads and that was typed.
    pub(super) suspects: Vec<usize>,
    /// All smallest sets, each in field order; none where it took too long to find them.
    pub(super) optima: Vec<Vec<usize>>,
}

/// The search for the fields to change, by the sets of which one field must be changed each (Reiter's diagnosis by hitting
/// sets; the sets are the implied edits of Fellegi and Holt, made as they are needed).
pub(super) struct Localiser<'a> {
    session: &'a Session,
    pub(super) scope: Scope,
    /// Of each of these at least one must be changed.
    clauses: Vec<Vec<usize>>,
    /// The rules from which the first clauses came.
    origins: Vec<Vec<usize>>,
    /// Clauses that must be looked at together although they share no field.
    links: Vec<(usize, usize)>,
    pub(super) fuel: u32,
}

/// The rules that fail, each by itself, and those that can no longer hold together.
pub(super) fn wrong(session: &Session) -> Vec<Conflict> {
    let mut wrong = conflicts(session);
    let fails = |rule: &usize| session.verdict(*rule) == Verdict::Fails;
    wrong.extend((0..session.plan().rules.len()).filter(fails).map(|rule| Conflict::of(vec![rule])));
    wrong
}

/// One descent: what is chosen, what is ruled out, and how heavy a set may be.
struct Descent {
    chosen: Vec<usize>,
    banned: Vec<usize>,
    limit: Decimal,
    /// The lightest of those that were too heavy.
    next: Option<Decimal>,
    found: Vec<Vec<usize>>,
    /// The clauses that count, by place.
    clauses: Vec<usize>,
}

impl<'a> Localiser<'a> {
    /// For the rules for which `counts` says yes; `open` says of which of those that are `wrong` something is to be told.
    pub(super) fn new(
        session: &'a Session,
        wrong: &[Conflict],
        counts: &dyn Fn(usize) -> bool,
        open: &dyn Fn(usize) -> bool,
        fuel: u32,
    ) -> Self {
        let fails = |rule: usize| session.verdict(rule) == Verdict::Fails;
        let scope = Scope::new(session, &|rule| counts(rule) && (!fails(rule) || open(rule)));
        let mut localiser = Self { session, scope, clauses: Vec::new(), origins: Vec::new(), links: Vec::new(), fuel };
        for Conflict { told, core } in wrong.iter().filter(|one| one.is_open(open)) {
            let clause = localiser.inputs(core);
            if !clause.is_empty() {
                localiser.clauses.push(clause);
                localiser.origins.push(told.clone());
            }
        }
        localiser
    }

    /// A figure that breaks the limits of its own field is wrong at any rate, and so is a choice that is none.
    pub(super) fn with_limits(mut self) -> Self {
        for (field, own) in self.session.plan().fields.iter().enumerate() {
            let is_invalid = |answer: &&Answer| answer.state == AnswerState::Invalid;
            let Some(answer) = self.session.answer(field).filter(is_invalid) else { continue };
            let is_no_choice = answer.value.is_none()
                && matches!(own.kind, FieldKind::Choice(_) | FieldKind::Truth)
                && self.session.is_present(field);
            if is_no_choice || self.is_changeable(field) {
                self.clauses.push(vec![field]);
                self.origins.push(Vec::new());
            }
        }
        self
    }

    /// Whether a field was typed, so that another figure can stand there.
    pub(super) fn is_changeable(&self, field: usize) -> bool {
        let kind = self.session.plan().fields.get(field).map(|field| &field.kind);
        self.session.is_typed(field) && kind.is_some_and(|kind| !matches!(kind, FieldKind::Text { .. }))
    }

    fn inputs(&self, rules: &[usize]) -> Vec<usize> {
        let mut fields = Vec::new();
        for rule in rules {
            fields.extend(self.session.plan().rules.get(*rule).map_or(&[][..], |rule| &rule.inputs));
        }
        fields.retain(|field| self.is_changeable(*field));
        in_order(fields)
    }

    fn weight(&self, fields: &[usize]) -> Sure<Decimal> {
        let weight = |field: &usize| self.session.plan().fields.get(*field).map_or(Decimal::ONE, |field| field.weight);
        fields.iter().try_fold(Decimal::ZERO, |sum, field| sum.checked_add(weight(field)))
    }

    fn spend(&mut self, steps: usize) -> Sure<()> {
        self.fuel = self.fuel.checked_sub(u32::try_from(steps).ok()?)?;
        Some(())
    }

    /// The groups of rules that fail, each with its smallest sets.
    pub(super) fn groups(&mut self) -> Vec<Group> {
        let mut solved: Vec<(Vec<usize>, Vec<Vec<usize>>)> = Vec::new();
        'anew: loop {
            let clusters = self.clusters();
            for cluster in &clusters {
                if solved.iter().all(|(done, _)| done != cluster) {
                    let optima = self.optima(cluster).unwrap_or_default();
                    // More was found out on the way, perhaps that this and another group are one.
                    if !optima.is_empty() && !self.clusters().contains(cluster) {
                        continue 'anew;
                    }
                    solved.push((cluster.clone(), optima));
                }
            }
            solved.retain(|(done, _)| clusters.contains(done));
            if !self.link(&solved) {
                break;
            }
        }
        solved.into_iter().flat_map(|(cluster, optima)| self.parts(self.group(&cluster, optima))).collect()
    }

    /// A group in parts, where it falls into parts: fields that meet in no rule, of which every choice goes with every other.
    fn parts(&self, group: Group) -> Vec<Group> {
        let mut parts: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for field in in_order(group.optima.concat()) {
            let (mut fields, mut rules) = (vec![field], self.scope.around(self.session, &[field]).0);
            parts.retain_mut(|part| {
                let meets = part.1.iter().any(|rule| rules.contains(rule));
                if meets {
                    fields.append(&mut part.0);
                    rules.append(&mut part.1);
                }
                !meets
            });
            parts.push((fields, rules));
        }
        let parts: Vec<Group> = parts.iter().map(|(fields, rules)| self.part(&group, fields, rules)).collect();
        let ways = parts.iter().try_fold(1_usize, |ways, part| ways.checked_mul(part.optima.len()));
        if ways == Some(group.optima.len()) && parts.len() > 1 { parts } else { vec![group] }
    }

    fn part(&self, group: &Group, fields: &[usize], rules: &[usize]) -> Group {
        let mut part = group.clone();
        part.rules.retain(|rule| rules.contains(rule));
        let inputs = self.inputs(&part.rules);
        part.suspects.retain(|field| inputs.contains(field) || fields.contains(field));
        part.optima.iter_mut().for_each(|set| set.retain(|field| fields.contains(field)));
        part.optima.sort();
        part.optima.dedup();
        part
    }

    fn group(&self, cluster: &[usize], optima: Vec<Vec<usize>>) -> Group {
        let (mut rules, mut suspects) = (Vec::new(), Vec::new());
        for at in cluster {
            if let (Some(origin), Some(clause)) = (self.origins.get(*at), self.clauses.get(*at)) {
                rules.extend_from_slice(origin);
                suspects.extend_from_slice(clause);
            }
        }
        Group { rules: in_order(rules), suspects: in_order(suspects), optima }
    }

    /// The clauses that hang together by their fields, as places.
    fn clusters(&self) -> Vec<Vec<usize>> {
        let mut root: Vec<usize> = (0..self.clauses.len()).collect();
        let of = |root: &[usize], at: usize| root.get(at).copied().unwrap_or(at);
        let mut owner: Vec<Option<usize>> = vec![None; self.session.plan().fields.len()];
        let join = |root: &mut Vec<usize>, one: usize, other: usize| {
            let (one, other) = (of(root, one), of(root, other));
            let (low, high) = (one.min(other), one.max(other));
            root.iter_mut().filter(|root| **root == high).for_each(|root| *root = low);
        };
        for (at, clause) in self.clauses.iter().enumerate() {
            for field in clause {
                let Some(slot) = owner.get_mut(*field) else { continue };
                if let Some(other) = *slot {
                    join(&mut root, at, other);
                }
                *slot = Some(at);
            }
        }
        self.links.iter().for_each(|(one, other)| join(&mut root, *one, *other));
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        for first in 0..root.len() {
            if of(&root, first) == first {
                clusters.push((first..root.len()).filter(|at| of(&root, *at) == first).collect());
            }
        }
        clusters
    }

    /// Ties groups together whose fields meet in a rule; true where there were such.
    fn link(&mut self, solved: &[(Vec<usize>, Vec<Vec<usize>>)]) -> bool {
        let before = self.links.len();
        let mut reached: Vec<(usize, Vec<usize>)> = Vec::new();
        for (cluster, optima) in solved {
            let first = cluster.first().copied().unwrap_or_default();
            let (rules, _) = self.scope.around(self.session, &optima.concat());
            for (other, others) in &reached {
                if rules.iter().any(|rule| others.contains(rule)) {
                    self.links.push((first, *other));
                }
            }
            reached.push((first, rules));
        }
        self.links.len() > before
    }

    /// All lightest sets that hit every clause of a group and can be filled so that the rules hold.
    fn optima(&mut self, cluster: &[usize]) -> Sure<Vec<Vec<usize>>> {
        let mut limit = Decimal::ZERO;
        let mut clauses = cluster.to_vec();
        loop {
            let (chosen, banned, found) = (Vec::new(), Vec::new(), Vec::new());
            let mut descent = Descent { chosen, banned, limit, next: None, found, clauses };
            self.descend(&mut descent)?;
            if !descent.found.is_empty() {
                return Some(descent.found);
            }
            limit = descent.next?;
            clauses = descent.clauses;
        }
    }

    fn descend(&mut self, descent: &mut Descent) -> Sure<()> {
        self.spend(descent.clauses.len().saturating_add(8))?;
        if descent.found.len() >= MOST_OPTIMA {
            return Some(());
        }
        let weight = self.weight(&descent.chosen)?;
        let (least, next) = self.least(descent)?;
        let least = weight.checked_add(least)?;
        if least > descent.limit {
            descent.next = Some(descent.next.map_or(least, |next| next.min(least)));
            return Some(());
        }
        let unhit = if next.is_some() { next } else { self.tested(descent)? };
        let Some(clause) = unhit else {
            let set = in_order(descent.chosen.clone());
            let at = descent.found.partition_point(|other| *other < set);
            descent.found.insert(at, set);
            return Some(());
        };
        let open: Vec<usize> = self.clauses.get(clause).into_iter().flatten().copied().collect();
        let before = descent.banned.len();
        for field in open {
            if descent.banned.contains(&field) {
                continue;
            }
            descent.chosen.push(field);
            let done = self.descend(descent);
            descent.chosen.pop();
            done?;
            descent.banned.push(field);
        }
        descent.banned.truncate(before);
        Some(())
    }

    /// What the clauses that are not hit will weigh at least, and the one of them with the fewest fields left.
    fn least(&self, descent: &Descent) -> Sure<(Decimal, Option<usize>)> {
        let mut sum = Decimal::ZERO;
        let mut used: Vec<usize> = Vec::new();
        let mut next: Option<(usize, usize)> = None;
        for at in &descent.clauses {
            let Some(clause) = self.clauses.get(*at) else { continue };
            if clause.iter().any(|field| descent.chosen.contains(field)) {
                continue;
            }
            let left: Vec<usize> = clause.iter().filter(|field| !descent.banned.contains(field)).copied().collect();
            if next.is_none_or(|(fewest, _)| left.len() < fewest) {
                next = Some((left.len(), *at));
            }
            if left.iter().any(|field| used.contains(field)) {
                continue;
            }
            let mut lightest: Option<Decimal> = None;
            for field in &left {
                let weight = self.weight(&[*field])?;
                lightest = Some(lightest.map_or(weight, |lightest| lightest.min(weight)));
            }
            // Nothing is left of it: this way leads nowhere, however heavy a set may be.
            let Some(lightest) = lightest else { return Some((Decimal::ZERO, Some(*at))) };
            sum = sum.checked_add(lightest)?;
            used.extend(left);
        }
        Some((sum, next.map(|(_, at)| at)))
    }

    /// Whether the fields that were chosen can be filled so that everything holds: `None` where they can, else a clause that
    /// says what more would be needed.
    fn tested(&mut self, descent: &mut Descent) -> Sure<Option<usize>> {
        let Some(core) = self.conflict(&descent.chosen)? else { return Some(None) };
        let mut clause = self.inputs(&core);
        clause.retain(|field| !descent.chosen.contains(field));
        if clause.is_empty() {
            return None;
        }
        let known = self.clauses.iter().position(|other| *other == clause);
        let place = known.unwrap_or(self.clauses.len());
        if known.is_none() {
            self.clauses.push(clause);
        }
        // Where it is a clause of another group, both must be looked at together from now on.
        self.links.extend(descent.clauses.first().map(|first| (*first, place)));
        descent.clauses.push(place);
        Some(Some(place))
    }

    /// Rules that cannot hold together although these fields may become anything; `None` where all can.
    fn conflict(&mut self, chosen: &[usize]) -> Sure<Option<Vec<usize>>> {
        let mut system = self.system(chosen)?;
        let demands = std::mem::take(&mut system.demands);
        let all = all(&demands);
        let core = match system.conflict(&all) {
            Some(Some(core)) => system.fewest(&all, core).map(Some),
            other => other,
        };
        self.fuel = system.tableau.fuel;
        core
    }

    /// The rules that these fields have a part in, with them and the blanks as variables.
    pub(super) fn system(&mut self, chosen: &[usize]) -> Sure<System> {
        let (rules, mut free) = self.scope.around(self.session, chosen);
        free.retain(|field| chosen.contains(field) || self.scope.is_free(*field));
        self.spend(rules.len().saturating_mul(8))?;
        System::new(self.session, &rules, &free, self.fuel)
    }
}
