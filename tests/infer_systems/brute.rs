//! Brute force: every filling of some fields, field after field, a rule tried as soon as all of its fields are filled.

use crate::form::Form;

/// More looks than this, and a form is left out.
const MOST: usize = 3_000_000;

pub struct Brute<'f> {
    form: &'f Form,
    pub values: Vec<Option<i64>>,
    pub looks: usize,
}

impl<'f> Brute<'f> {
    pub fn new(form: &'f Form) -> Self {
        Self { form, values: form.typed.clone(), looks: 0 }
    }

    pub fn has_had_enough(&self) -> bool {
        self.looks > MOST
    }

    /// Whether `free` can be filled so that these rules hold, the others as they are; `values` then says how. A rule of which a field
    /// is neither free nor filled says nothing.
    pub fn can(&mut self, free: &[usize], rules: &[usize]) -> bool {
        free.iter().for_each(|field| self.values[*field] = None);
        let last = |rule: &usize| {
            let inputs = &self.form.rules[*rule].inputs;
            let is_filled = |field: &usize| self.values[*field].is_some() || free.contains(field);
            let at = free.iter().rposition(|field| inputs.contains(field));
            inputs.iter().all(is_filled).then_some(at.map_or(0, |at| at + 1))
        };
        let mut steps: Vec<Vec<usize>> = vec![Vec::new(); free.len() + 1];
        rules.iter().for_each(|rule| {
            if let Some(at) = last(rule) {
                steps[at].push(*rule);
            }
        });
        let found = self.descend(free, &steps);
        if !found {
            free.iter().for_each(|field| self.values[*field] = self.form.typed[*field]);
        }
        found
    }

    fn descend(&mut self, free: &[usize], steps: &[Vec<usize>]) -> bool {
        self.looks += steps[0].len();
        if !steps[0].iter().all(|rule| self.form.rules[*rule].holds(&self.values)) || self.has_had_enough() {
            return false;
        }
        let Some((field, rest)) = free.split_first() else { return true };
        for value in &self.form.fields[*field].domain {
            self.values[*field] = Some(*value);
            self.looks += 1;
            if self.descend(rest, &steps[1..]) {
                return true;
            }
        }
        self.values[*field] = None;
        false
    }

    /// Back to what was typed.
    pub fn reset(&mut self) {
        self.values.clone_from(&self.form.typed);
    }
}

/// The least weight of fields whose change lets all these rules hold, and every set of that weight, where `can` says whether these free
/// fields can; nothing where it has had enough, and where no set will do.
pub fn lightest(
    form: &Form,
    rules: &[usize],
    can: &mut dyn FnMut(&[usize]) -> Option<bool>,
) -> Option<(i64, Vec<Vec<usize>>)> {
    let blanks = form.blanks();
    let is_outside = |place: usize| form.typed[place].is_some_and(|value| !form.fields[place].takes(value));
    let mut clauses: Vec<Vec<usize>> = form.places(is_outside).into_iter().map(|place| vec![place]).collect();
    let failing = rules.iter().filter(|rule| form.fails(**rule));
    clauses.extend(failing.map(|rule| form.rules[*rule].inputs.clone()));
    let filled = form.places(|place| form.typed[place].is_some());
    let mut sets: Vec<Vec<usize>> = (0..1_usize << filled.len())
        .map(|bits| (0..filled.len()).filter(|at| bits >> at & 1 == 1).map(|at| filled[at]).collect())
        .filter(|set: &Vec<usize>| clauses.iter().all(|clause| clause.iter().any(|field| set.contains(field))))
        .collect();
    sets.sort_by_key(|set| form.weight(set));
    let mut found: Option<(i64, Vec<Vec<usize>>)> = None;
    for set in sets {
        let weight = form.weight(&set);
        if found.as_ref().is_some_and(|found| weight > found.0) {
            break;
        }
        let free: Vec<usize> = set.iter().chain(&blanks).copied().collect();
        if can(&free)? {
            found.get_or_insert((weight, Vec::new())).1.push(set);
        }
    }
    found
}

/// The same by brute force.
pub fn lightest_of_all(form: &Form, rules: &[usize]) -> Option<(i64, Vec<Vec<usize>>)> {
    let mut brute = Brute::new(form);
    lightest(form, rules, &mut |free| {
        brute.reset();
        let can = brute.can(free, rules);
        (!brute.has_had_enough()).then_some(can)
    })
}

/// The mandatory rules that hang together with a field by way of blanks, and what is free with it.
pub fn around(form: &Form, field: usize) -> (Vec<usize>, Vec<usize>) {
    let blanks = form.blanks();
    let (mut reached, mut rules, mut free): (Vec<usize>, Vec<usize>, Vec<usize>) =
        (vec![field], Vec::new(), Vec::new());
    while let Some(one) = reached.pop() {
        if free.contains(&one) {
            continue;
        }
        free.push(one);
        for rule in form.mandatory() {
            let inputs = &form.rules[rule].inputs;
            if inputs.contains(&one) && !rules.contains(&rule) {
                rules.push(rule);
                reached.extend(inputs.iter().filter(|input| blanks.contains(input)));
            }
        }
    }
    (rules, free)
}

/// The values of a field with which those rules can hold.
pub fn allowed(form: &Form, field: usize) -> Vec<i64> {
    let (rules, mut free) = around(form, field);
    free.retain(|one| *one != field);
    let with = |value: &&i64| {
        let mut form = form.clone();
        form.typed[field] = Some(**value);
        Brute::new(&form).can(&free, &rules)
    };
    form.fields[field].domain.iter().filter(with).copied().collect()
}
