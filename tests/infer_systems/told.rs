//! Whether what is told is all that there is, just that, and true.

use std::collections::BTreeSet;

use tianbao::engine::{Session, Verdict};
use tianbao::infer;

use crate::form::Form;

/// Whether the smallest sets are told, just these; false where the engine says that it does not know.
pub fn are_told(at: usize, form: &Form, session: &Session, least: i64, sets: &[Vec<usize>]) -> bool {
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
    for (at, repair) in repairs.iter().enumerate() {
        keeps_its_word(form, repair, &seen);
        let same = |other: &infer::Repair| other.fields == repair.fields && other.values == repair.values;
        assert!(repairs[at + 1..].iter().all(|other| !same(other)), "{repair:?} {}", seen());
    }
    let early = infer::early(session);
    let is_doubt = |rule: usize| !form.rules[rule].mandatory && (form.fails(rule) || early.contains(&rule));
    let is_doubtful = (0..form.rules.len()).any(is_doubt);
    for repair in repairs.iter().filter(|repair| repair.slip != infer::Slip::Swap && !is_doubtful) {
        let is_blank = is_for_blanks(form, repair);
        let is_part = sets.iter().any(|set| repair.fields.iter().all(|field| set.contains(field)));
        assert!(is_blank || is_part, "{repair:?} {}", seen());
    }
    true
}

/// Whatever is proposed with values has one for each field, makes what it says it solves hold, and breaks nothing.
fn keeps_its_word(form: &Form, repair: &infer::Repair, seen: &dyn Fn() -> String) {
    if repair.values.is_empty() {
        return;
    }
    assert!(repair.values.iter().map(|value| &value.0).eq(&repair.fields), "{repair:?} {}", seen());
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

/// Whether all that a repair fills was blank.
pub fn is_for_blanks(form: &Form, repair: &infer::Repair) -> bool {
    repair.fields.iter().all(|field| form.typed[*field].is_none())
}
