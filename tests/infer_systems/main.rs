//! Inference held against brute force on random forms of up to twelve fields: equalities, inequalities, strict ones, conditions,
//! choices, yes and no, tenths, weights, figures outside their limits, blanks and fields that the form does not have.
//!
//! `TIANBAO_SYSTEMS=100000 cargo test --release --test infer_systems` for all; a share of them otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

#[path = "../common/mod.rs"]
mod common;

mod brute;
mod form;
mod formula;

use std::collections::BTreeSet;

use brute::{Brute, lightest};
use common::Random;
use form::Form;
use tianbao::engine::{Session, Verdict};
use tianbao::infer;

fn systems() -> usize {
    std::env::var("TIANBAO_SYSTEMS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// A form on which something may be wrong: one that holds, with up to three other figures, or any figures at all.
fn spoilt(random: &mut Random) -> Option<Form> {
    let is_wild = random.below(3) == 0;
    let mut form = form::blank(random, if is_wild { 8 } else { 12 });
    let everything = form.places(|_| true);
    if is_wild {
        form.typed = form.fields.iter().map(|field| Some(*random.pick(&field.domain))).collect();
    } else {
        // Every field starts its domain elsewhere, so that what holds is not all noughts.
        let mut brute = Brute::new(&form);
        let mut order = everything.clone();
        let shift = random.below(order.len());
        order.rotate_left(shift);
        if !brute.can(&order, &form.mandatory()) {
            return None;
        }
        let mut typed = brute.values;
        for _ in 0..random.below(4) {
            let place = random.below(form.fields.len());
            typed[place] = Some(another(random, &form, place));
        }
        form.typed = typed;
    }
    for place in everything {
        if random.below(8) == 0 {
            form.typed[place] = None;
            if random.below(6) == 0 {
                form.absent.push(place);
            }
        }
    }
    Some(form)
}

fn another(random: &mut Random, form: &Form, place: usize) -> i64 {
    let field = &form.fields[place];
    if field.is_number() && random.below(6) == 0 {
        let outside = field.domain.last().unwrap() + 10 * (1 + random.below(3) as i64);
        return if random.below(2) == 0 { outside } else { field.domain[0] - 10 };
    }
    *random.pick(&field.domain)
}

/// What the engine itself says of a form is what the test reckons.
fn agrees(form: &Form, session: &Session) {
    for place in 0..form.rules.len() {
        let fails = form.fails(place);
        assert_eq!(session.verdict(place) == Verdict::Fails, fails, "R{place} {} {:?}", form.text, form.typed);
    }
}

/// As many forms as are asked for.
fn forms(seed: u64, mut each: impl FnMut(usize, &Form, &Session)) {
    let (mut random, mut at) = (Random::new(seed), 0);
    while at < systems() {
        let Some(form) = spoilt(&mut random) else { continue };
        let session = form.open();
        agrees(&form, &session);
        each(at, &form, &session);
        at += 1;
    }
}

#[test]
fn the_smallest_sets_are_those_of_brute_force() {
    let (mut told, mut doubts, mut given_up) = (0, 0, 0);
    forms(6, |at, form, session| {
        let Some((least, sets)) = lightest(form, &form.mandatory()) else { return };
        if least > 0 {
            told += 1;
            given_up += usize::from(!are_told(at, form, session, least, &sets));
            return;
        }
        let is_early = infer::early(session).iter().any(|rule| form.rules[*rule].mandatory);
        let fails = form.mandatory().iter().any(|rule| session.verdict(*rule) == Verdict::Fails);
        assert!(!fails && !is_early, "{at}: {} {:?}", form.text, form.typed);
        // What a reason can justify is looked at where nothing else is wrong.
        let everything: Vec<usize> = (0..form.rules.len()).collect();
        let Some((least, sets)) = lightest(form, &everything).filter(|found| found.0 > 0) else { return };
        // Doubts that only contradict each other, by way of blanks, are nothing to tell yet.
        let waits = |rule: &usize| !form.fails(*rule) && !infer::early(session).contains(rule);
        let waiting: Vec<usize> = everything.into_iter().filter(waits).collect();
        if !Brute::new(form).can(&form.blanks(), &waiting) {
            return;
        }
        doubts += 1;
        given_up += usize::from(!are_told(at, form, session, least, &sets));
    });
    println!("{told} forms with something wrong, {doubts} with something doubtful, {given_up} given up");
    assert!(told > systems() / 5 && doubts > systems() / 100, "{told} {doubts}");
    assert!(given_up * 100 <= told, "{given_up} of {told}");
}

/// Whether the smallest sets are told, just these; false where the engine says that it does not know.
fn are_told(at: usize, form: &Form, session: &Session, least: i64, sets: &[Vec<usize>]) -> bool {
    let repairs = infer::repairs(session);
    let seen = || format!("{at}: {} {:?} absent {:?}\n{sets:?}\n{repairs:#?}", form.text, form.typed, form.absent);
    if repairs.iter().any(|repair| !repair.proven) {
        println!("given up: {}", seen());
        return false;
    }
    let whole: BTreeSet<&Vec<usize>> = repairs
        .iter()
        .map(|repair| &repair.fields)
        .filter(|set| form.weight(set) <= least && sets.contains(set))
        .collect();
    assert_eq!(whole, sets.iter().collect(), "{}", seen());
    repairs.iter().for_each(|repair| keeps_its_word(form, repair, &seen));
    let early = infer::early(session);
    let is_doubt = |rule: usize| !form.rules[rule].mandatory && (form.fails(rule) || early.contains(&rule));
    let is_doubtful = (0..form.rules.len()).any(is_doubt);
    for repair in repairs.iter().filter(|repair| repair.slip != infer::Slip::Swap && !is_doubtful) {
        let is_blank = repair.fields.iter().all(|field| form.typed[*field].is_none());
        let is_part = sets.iter().any(|set| repair.fields.iter().all(|field| set.contains(field)));
        assert!(is_blank || is_part, "{repair:?} {}", seen());
    }
    true
}

/// Whatever is proposed with values makes what it says it solves hold, and breaks nothing.
fn keeps_its_word(form: &Form, repair: &infer::Repair, seen: &dyn Fn() -> String) {
    if repair.values.is_empty() {
        return;
    }
    let before = form.open();
    let mut session = form.open();
    repair.values.iter().for_each(|(field, text)| drop(session.set(*field, text)));
    for rule in &repair.solves {
        assert_ne!(session.verdict(*rule), Verdict::Fails, "R{rule} {repair:?} {}", seen());
    }
    for rule in form.mandatory() {
        let is_broken = session.verdict(rule) == Verdict::Fails && before.verdict(rule) != Verdict::Fails;
        assert!(!is_broken, "R{rule} {repair:?} {}", seen());
    }
}

#[test]
fn early_verdicts_are_those_of_brute_force() {
    let (mut found, mut doubts) = (0, 0);
    forms(61, |at, form, session| {
        let told = infer::early(session);
        let seen = || format!("{at}: {told:?} {} {:?}", form.text, form.typed);
        let waits = |rule: &usize| matches!(session.verdict(*rule), Verdict::Waiting | Verdict::Absent);
        let must: Vec<usize> = form.mandatory().into_iter().filter(waits).collect();
        let mut brute = Brute::new(form);
        let mut can = |rules: &[usize]| {
            brute.reset();
            brute.can(&form.blanks(), rules)
        };
        let mut rest = must.clone();
        rest.retain(|rule| !told.contains(rule));
        // Whoever is told cannot hold beside the others, and without them nothing is in the way any more.
        assert!(can(&rest), "{}", seen());
        let can_all = can(&must);
        assert_eq!(can_all, rest.len() == must.len(), "{}", seen());
        found += usize::from(!can_all);
        for rule in told.iter().filter(|rule| form.rules[**rule].mandatory) {
            assert!(must.contains(rule), "{}", seen());
        }
        for rule in (0..form.rules.len()).filter(|rule| !form.rules[*rule].mandatory && waits(rule)) {
            let with: Vec<usize> = rest.iter().copied().chain([rule]).collect();
            let can = can(&with);
            assert_eq!(told.contains(&rule), !can, "R{rule} {}", seen());
            doubts += usize::from(!can);
        }
    });
    println!("{found} forms with an early verdict, {doubts} early doubts");
    assert!(found > systems() / 100 && doubts > systems() / 200);
}

#[test]
fn ranges_are_those_of_brute_force() {
    let (mut tight, mut loose, mut none) = (0, 0, 0);
    forms(60, |at, form, session| {
        for field in form.places(|place| form.fields[place].is_number()) {
            let allowed = allowed(form, field);
            let range = infer::range(session, field);
            let seen = || format!("{at}: f{field} {allowed:?} {range:?} {} {:?}", form.text, form.typed);
            let Some(range) = &range else {
                assert!(allowed.is_empty(), "{}", seen());
                none += 1;
                continue;
            };
            let ends = [range.min, range.max].map(|end| {
                let end = end.and_then(|end| end.shift(1)).unwrap();
                assert!(end.is_integer(), "{}", seen());
                end.mantissa() as i64 / 10_i64.pow(end.scale().into())
            });
            assert!(allowed.iter().all(|value| (ends[0]..=ends[1]).contains(value)), "{}", seen());
            let is_tight = allowed.first() == ends.first() && allowed.last() == ends.last();
            assert!(is_tight || !form.is_linear, "{}", seen());
            tight += usize::from(is_tight);
            loose += usize::from(!is_tight);
        }
    });
    println!("{tight} ranges tight, {loose} only sound, {none} with nothing left");
    assert!(none > systems() / 50 && loose * 200 < tight, "{loose} of {tight}");
}

/// The values of a field with which the mandatory rules that hang together with it can hold.
fn allowed(form: &Form, field: usize) -> Vec<i64> {
    let blanks = form.blanks();
    let (mut reached, mut rules): (Vec<usize>, Vec<usize>) = (vec![field], Vec::new());
    while let Some(one) = reached.pop() {
        for rule in form.mandatory() {
            let inputs = &form.rules[rule].inputs;
            if inputs.contains(&one) && !rules.contains(&rule) {
                rules.push(rule);
                reached.extend(inputs.iter().filter(|input| blanks.contains(input)));
            }
        }
    }
    let mut free = blanks;
    free.retain(|blank| *blank != field);
    let with = |value: &&i64| {
        let mut form = form.clone();
        form.typed[field] = Some(**value);
        Brute::new(&form).can(&free, &rules)
    };
    form.fields[field].domain.iter().filter(with).copied().collect()
}
