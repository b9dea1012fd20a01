//! Published systems with their known optima (`cases/infer`): linear, conditional, categorical and mixed ones, and slips of the hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::collections::BTreeSet;
use std::rc::Rc;

use common::{files, open, path, plan, quote};
use tianbao::engine::Session;
use tianbao::infer::{self, Repair, Slip};
use tianbao::model::Decimal;
use tianbao::pack::Plan;

/// One case as its file tells it.
#[derive(Default)]
struct Case<'t> {
    title: &'t str,
    source: &'t str,
    fields: Vec<String>,
    rules: Vec<String>,
    typed: Vec<(&'t str, &'t str)>,
    known: Vec<(&'t str, &'t str)>,
}

impl<'t> Case<'t> {
    fn parse(text: &'t str) -> Self {
        let (title, lines) = text.split_once('\n').unwrap();
        let mut case = Self { title, ..Self::default() };
        for line in lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once(": ") {
                Some(("source", source)) => case.source = source,
                Some(("fields", fields)) => case.fields = fields.split(", ").map(field).collect(),
                Some(("rule", text)) => case.rules.push(rule(case.rules.len(), text)),
                Some(known) => case.known.push(known),
                None => case.typed.extend(line.split(", ").map(|typed| typed.split_once(" = ").unwrap())),
            }
        }
        assert!(!case.source.is_empty() && !case.known.is_empty(), "{title}");
        case
    }

    fn plan(&self) -> Rc<Plan> {
        plan(&format!(
            "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
            self.fields.join(", "),
            self.rules.join(", ")
        ))
    }
}

/// A field as a pack writes it, from `id of a|b|c weight 2`.
fn field(text: &str) -> String {
    let mut words = text.split(' ');
    let id = quote(words.next().unwrap());
    let (mut kind, mut more) = ("\"decimal\"", String::new());
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap();
        match word {
            ">=" => more += &format!(", \"min\": {}", next()),
            "<=" => more += &format!(", \"max\": {}", next()),
            "weight" => more += &format!(", \"weight\": {}", next()),
            "places" => more += &format!(", \"decimals\": {}", next()),
            "whole" => kind = "\"integer\"",
            "yes/no" => kind = "\"boolean\"",
            "of" => {
                kind = "\"choice\"";
                let one = |value| format!("{{\"value\": {0}, \"label\": {0}}}", quote(value));
                let choices: Vec<String> = next().split('|').map(one).collect();
                more += &format!(", \"choices\": [{}]", choices.join(", "));
            }
            _ => panic!("{text}: {word}"),
        }
    }
    format!("{{\"id\": {id}, \"label\": {id}, \"type\": {kind}{more}}}")
}

/// A rule as a pack writes it, from `when => assertion`.
fn rule(place: usize, text: &str) -> String {
    let (when, assert) = match text.split_once(" => ") {
        Some((when, assert)) => (format!("\"when\": {}, ", quote(when)), assert),
        None => (String::new(), text),
    };
    let (id, assert) = (place + 1, quote(assert));
    format!("{{\"id\": \"R{id}\", \"severity\": \"mandatory\", {when}\"assert\": {assert}, \"message\": \"请核对。\"}}")
}

/// Ids in the order of the form.
fn ids(plan: &Plan, fields: &[usize]) -> String {
    fields.iter().map(|field| plan.fields[*field].id.as_str()).collect::<Vec<_>>().join(",")
}

/// A repair as a case writes it.
fn line(plan: &Plan, repair: &Repair) -> String {
    let value = |(field, text): &(usize, String)| format!("{}={text}", plan.fields[*field].id);
    let values: Vec<String> = repair.values.iter().map(value).collect();
    format!("{} {}", repair.slip.as_str(), values.join(" "))
}

fn check(case: &Case<'_>, kind: &str, known: &str, session: &Session, repairs: &[Repair]) {
    let plan = session.plan();
    let lines: Vec<String> = repairs.iter().map(|repair| line(plan, repair)).collect();
    let seen = || format!("{} ({}): {kind}\n{lines:#?}", case.title, case.source);
    match kind {
        "sets" => sets(case, known, session, repairs),
        "first" => assert_eq!(lines.first().map(String::as_str), Some(known), "{}", seen()),
        "told" => assert!(lines.iter().any(|line| line == known), "{known} {}", seen()),
        "value" => {
            let wanted = format!(" {}", known.replace(" = ", "=").replace(", ", " "));
            assert!(lines.iter().any(|line| line.ends_with(&wanted)), "{wanted} {}", seen());
        }
        "early" => {
            let early = infer::early(session);
            let told: Vec<&str> = early.iter().map(|rule| plan.rules[*rule].id.as_str()).collect();
            assert_eq!(told.join(" "), known, "{}", seen());
        }
        "range" => {
            let [id, min, max]: [&str; 3] = known.split(' ').collect::<Vec<_>>().try_into().unwrap();
            let range = infer::range(session, plan.field(id).unwrap()).unwrap();
            let text = |end: Option<Decimal>| end.map_or("-".to_owned(), |end| end.to_string());
            assert_eq!((text(range.min).as_str(), text(range.max).as_str()), (min, max), "{id} {}", seen());
        }
        _ => panic!("{}", seen()),
    }
}

/// All lightest sets are told, proven, and nothing that is no part of one, but for figures to be exchanged and blanks to be filled.
fn sets(case: &Case<'_>, known: &str, session: &Session, repairs: &[Repair]) {
    let plan = session.plan();
    let known: BTreeSet<&str> = if known == "none" { BTreeSet::new() } else { known.split(" | ").collect() };
    let told: Vec<(String, &Repair)> = repairs.iter().map(|repair| (ids(plan, &repair.fields), repair)).collect();
    let seen = || format!("{known:?} {} ({}):\n{told:#?}", case.title, case.source);
    assert!(repairs.iter().all(|repair| repair.proven), "{}", seen());
    assert!(known.iter().all(|set| told.iter().any(|(one, _)| one == set)), "{}", seen());
    let is_part =
        |set: &str| known.iter().any(|known| set.split(',').all(|field| known.split(',').any(|other| other == field)));
    for (set, repair) in &told {
        let is_blank = repair.fields.iter().all(|field| session.typed(*field).is_empty());
        assert!(repair.slip == Slip::Swap || is_blank || is_part(set), "{set}: {}", seen());
    }
}

#[test]
fn published_systems_have_their_known_optima() {
    let texts =
        files(&path("tests/cases/infer"), ".txt").into_iter().map(|file| std::fs::read_to_string(file).unwrap());
    let mut count = 0;
    for text in texts {
        for case in text.split("=== ").skip(1).map(Case::parse) {
            let plan = case.plan();
            let session = open(&plan, &case.typed);
            let repairs = infer::repairs(&session);
            case.known.iter().for_each(|(kind, known)| check(&case, kind, known, &session, &repairs));
            count += 1;
        }
    }
    println!("{count} cases");
    assert!(count > 60);
}
