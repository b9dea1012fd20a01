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
mod elimination;
mod form;
mod formula;
mod palette;
mod real;
mod told;

use brute::{Brute, allowed, around, lightest, lightest_of_all};
use common::Random;
use form::Form;
use tianbao::engine::{Session, Verdict};
use tianbao::infer;
use told::{are_told, is_for_blanks};

fn systems() -> usize {
    std::env::var("TIANBAO_SYSTEMS").ok().and_then(|count| count.parse().ok()).unwrap_or(5_000)
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
        let Some(form) = palette::spoilt(&mut random) else { continue };
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
        let Some((least, sets)) = lightest_of_all(form, &form.mandatory()) else { return };
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
        let Some((least, sets)) = lightest_of_all(form, &everything).filter(|found| found.0 > 0) else { return };
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

#[test]
fn numbers_of_any_kind_are_those_of_elimination() {
    let mut random = Random::new(600);
    let (mut told, mut tight, mut none) = (0, 0, 0);
    for at in 0..systems() {
        let form = real::spoilt(&mut random);
        let session = form.open();
        agrees(&form, &session);
        let rules = form.mandatory();
        let mut can = |free: &[usize]| Some(elimination::reach(&form, free, &rules, None).is_some());
        let (least, sets) = lightest(&form, &rules, &mut can).unwrap();
        if least > 0 {
            told += 1;
            assert!(are_told(at, &form, &session, least, &sets), "{at}");
        }
        assert_eq!(least > 0, infer::repairs(&session).iter().any(|repair| !is_for_blanks(&form, repair)), "{at}");
        for field in form.places(|_| true) {
            let (rules, free) = around(&form, field);
            let ends = elimination::reach(&form, &free, &rules, Some(field));
            let range = infer::range(&session, field);
            let seen = || format!("{at}: f{field} {ends:?} {range:?} {} {:?}", form.text, form.typed);
            let Some((range, ends)) = range.as_ref().zip(ends) else {
                assert!(range.is_none() && ends.is_none(), "{}", seen());
                none += 1;
                continue;
            };
            assert!(real::is_end(range.min, ends.0, false) && real::is_end(range.max, ends.1, true), "{}", seen());
            tight += 1;
        }
    }
    println!("{told} forms with something wrong, {tight} ranges tight, {none} with nothing left");
    assert!(told > systems() / 5 && none > systems() / 100);
}
