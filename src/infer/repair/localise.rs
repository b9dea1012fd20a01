use crate::engine::{Answer, AnswerState, Session};
use crate::infer::early::{Conflict, conflicts};
use crate::infer::ratio::Ratio;
use crate::infer::scope::{Scope, fails, inputs};
use crate::infer::search::all;
use crate::infer::system::System;
use crate::infer::{add, among, unite};
use crate::pack::FieldKind;

use super::descent::Descent;
use super::ties::{grouped, ties};

/// Rules that fail, and the smallest sets of fields by which they can be mended without those of another group.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// The rules that fail or can no longer pass; none where a figure breaks the limits of its own field.
    pub(super) rules: Vec<usize>,
    /// Every field that one of the rules reads and that was typed.
    pub(super) suspects: Vec<usize>,
    /// All smallest sets, each in field order; none where it took too long to find them.
    pub(super) optima: Vec<Vec<usize>>,
}

/// The rules that fail, each by itself, and those that can no longer hold together.
pub(super) fn wrong(session: &Session) -> Vec<Conflict> {
    let mut wrong = conflicts(session);
    for rule in 0..session.plan().rules.len() {
        if fails(session, rule) {
            wrong.push(Conflict::of(vec![rule]));
        }
    }
    wrong
}

/// Of these fields at least one must be changed.
pub(super) struct Clause {
    pub(super) fields: Vec<usize>,
    /// The rules that say so; `None` for what was found out on the way.
    pub(super) rules: Option<Vec<usize>>,
}

/// The search for the fields to change, by the sets of which one field must be changed each (Reiter's diagnosis by hitting
/// sets; the sets are the implied edits of Fellegi and Holt, made as they are needed).
pub(super) struct Localiser<'a> {
    session: &'a Session,
    scope: Scope<'a>,
    pub(super) clauses: Vec<Clause>,
    /// Clauses that must be looked at together although they share no field.
    pub(super) links: Vec<(usize, usize)>,
    pub(super) fuel: u32,
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
        let scope = Scope::new(session, &|rule| counts(rule) && (!fails(session, rule) || open(rule)));
        let mut localiser = Self { session, scope, clauses: Vec::new(), links: Vec::new(), fuel };
        for Conflict { told, core } in wrong {
            let fields = localiser.changeable(core);
            if told.iter().all(|rule| open(*rule)) && !fields.is_empty() {
                localiser.clauses.push(Clause { fields, rules: Some(told.clone()) });
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
                self.clauses.push(Clause { fields: vec![field], rules: Some(Vec::new()) });
            }
        }
        self
    }

    /// The fields of these rules that were typed, so that another figure can stand there.
    #[inline(never)]
    pub(super) fn changeable(&self, rules: &[usize]) -> Vec<usize> {
        let mut fields = Vec::new();
        for rule in rules {
            for field in inputs(self.session, *rule) {
                if self.is_changeable(*field) {
                    add(&mut fields, *field);
                }
            }
        }
        fields
    }

    fn is_changeable(&self, field: usize) -> bool {
        let kind = self.session.plan().fields.get(field).map(|field| &field.kind);
        self.session.is_typed(field) && kind.is_some_and(|kind| !matches!(kind, FieldKind::Text { .. }))
    }

    pub(super) fn weight(&self, field: usize) -> Ratio {
        self.session.plan().fields.get(field).map_or(Ratio::ONE, |field| Ratio::of(field.weight))
    }

    /// The groups of rules that fail, each with its smallest sets.
    pub(super) fn groups(&mut self) -> Vec<Group> {
        let mut solved: Vec<(Vec<usize>, Vec<Vec<usize>>)> = Vec::new();
        let mut clusters = self.clusters();
        loop {
            let known = (self.clauses.len(), self.links.len());
            let is_new = |cluster: &&Vec<usize>| solved.iter().all(|(done, _)| done.first() != cluster.first());
            if let Some(cluster) = clusters.iter().find(is_new) {
                solved.push(Descent::optima(self, cluster));
            } else if !self.link(&solved) {
                break;
            }
            // More may have been found out on the way, perhaps that this and another group are one.
            if known != (self.clauses.len(), self.links.len()) {
                clusters = self.clusters();
                solved.retain(|(done, _)| {
                    let at = clusters.partition_point(|cluster| cluster.first() < done.first());
                    clusters.get(at) == Some(done)
                });
            }
        }
        let mut groups = Vec::new();
        for (cluster, optima) in solved {
            let mut group = Group { optima, ..Group::default() };
            for at in cluster {
                if let Some(Clause { fields, rules: Some(rules) }) = self.clauses.get(at) {
                    unite(&mut group.rules, rules);
                    unite(&mut group.suspects, fields);
                }
            }
            self.part(group, &mut groups);
        }
        groups
    }

    /// Takes a group in parts, where it falls into parts: fields that meet in no rule, of which every choice goes with every other.
    #[inline(never)]
    fn part(&self, group: Group, groups: &mut Vec<Group>) {
        let (mut fields, mut rules) = (Vec::new(), Vec::new());
        for set in &group.optima {
            unite(&mut fields, set);
        }
        for field in &fields {
            rules.push(self.scope.around(&[*field]).0);
        }
        let read = |at: usize| rules.get(at).map_or(&[][..], Vec::as_slice);
        let parts = grouped(&rules, &[]);
        let (mut ways, before) = (1_usize, groups.len());
        for places in &parts {
            let (mut own, mut about) = (Vec::new(), Vec::new());
            for at in places {
                own.extend(fields.get(*at));
                unite(&mut about, read(*at));
            }
            let mut part = Group { rules: among(&group.rules, &about), ..Group::default() };
            part.suspects = self.changeable(&part.rules);
            unite(&mut part.suspects, &own);
            part.suspects = among(&group.suspects, &part.suspects);
            for set in &group.optima {
                let set = among(set, &own);
                if !part.optima.contains(&set) {
                    part.optima.push(set);
                }
            }
            ways = ways.saturating_mul(part.optima.len());
            groups.push(part);
        }
        if ways != group.optima.len() || parts.len() < 2 {
            groups.truncate(before);
            groups.push(group);
        }
    }

    /// The clauses that hang together by their fields or by a link, as places in order.
    fn clusters(&self) -> Vec<Vec<usize>> {
        let mut fields = Vec::new();
        for clause in &self.clauses {
            fields.push(clause.fields.clone());
        }
        grouped(&fields, &self.links)
    }

    /// Ties groups together whose fields meet in a rule; true where there were such.
    fn link(&mut self, solved: &[(Vec<usize>, Vec<Vec<usize>>)]) -> bool {
        let (before, mut firsts, mut rules) = (self.links.len(), Vec::new(), Vec::new());
        for (cluster, optima) in solved {
            firsts.push(cluster.first().copied().unwrap_or_default());
            rules.push(self.scope.around(&optima.concat()).0);
        }
        for (one, other) in ties(&rules) {
            let first = |at: usize| firsts.get(at).copied().unwrap_or_default();
            self.links.push((first(one), first(other)));
        }
        self.links.len() > before
    }

    /// Rules that cannot hold together although these fields may become anything; `None` where all can.
    pub(super) fn conflict(&mut self, chosen: &[usize]) -> Option<Vec<usize>> {
        let mut system = self.system(chosen);
        let demands = std::mem::take(&mut system.demands);
        let all = all(&demands);
        let core = system.conflict(&all).map(|core| system.fewest(&all, core));
        self.fuel = system.tableau.fuel;
        core
    }

    /// The rules that these fields have a part in, with them and the blanks as variables.
    pub(super) fn system(&self, chosen: &[usize]) -> System {
        self.scope.system(chosen, self.fuel)
    }
}
