//! Inference held against brute force on small random forms: equalities, inequalities, conditions and choices, strict and not,
//! blanks and weights. Every combination of values is tried by the engine itself.
//!
//! `TIANBAO_SYSTEMS=100000 cargo test --release --test infer` for all; a share of them otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use common::{Random, open, plan};
use tianbao::engine::{Opening, Session, Verdict};
use tianbao::infer;
use tianbao::model::Severity;
use tianbao::pack::Plan;

/// One form: its fields' domains are so small that every filling can be tried.
struct Form {
    text: String,
    plan: Rc<Plan>,
    /// By field, the texts that it takes.
    domains: Vec<Vec<String>>,
    typed: Vec<String>,
}

fn term(random: &mut Random, fields: &[usize]) -> String {
    let field = fields[random.below(fields.len())];
    match random.below(8) {
        0 => format!("2 * f{field}"),
        1 => format!("f{field} * 3"),
        2 => format!("0.5 * f{field}"),
        _ => format!("f{field}"),
    }
}

fn sum(random: &mut Random, fields: &[usize]) -> String {
    let mut text = term(random, fields);
    for _ in 0..random.below(3) {
        let sign = if random.below(4) == 0 { "-" } else { "+" };
        text = format!("{text} {sign} {}", term(random, fields));
    }
    text
}

fn comparison(random: &mut Random, fields: &[usize]) -> String {
    let operator = ["=", "=", "=", "<=", "<", ">=", ">", "<>"][random.below(8)];
    let kind = random.below(14);
    // What is rounded or divided is known exactly next to a number; next to another unknown it is only known to lie within bounds.
    let right = match random.below(3) {
        0 => random.below(9).to_string(),
        _ if kind == 4 || kind == 5 => random.below(9).to_string(),
        _ => sum(random, fields),
    };
    let left = match kind {
        0 => format!("ABS({} - {})", term(random, fields), term(random, fields)),
        1 => format!("MAX({}, {})", term(random, fields), term(random, fields)),
        2 => format!("MIN({}, {})", term(random, fields), term(random, fields)),
        3 => format!("IF({} > 1, {}, {})", term(random, fields), term(random, fields), term(random, fields)),
        4 => format!("ROUND({} / 2, 0)", sum(random, fields)),
        5 => format!("{} / f{}", term(random, fields), fields[random.below(fields.len())]),
        _ => sum(random, fields),
    };
    format!("{left} {operator} {right}")
}

fn assertion(random: &mut Random, fields: &[usize], special: &[String]) -> String {
    if !special.is_empty() && random.below(4) == 0 {
        let one = &special[random.below(special.len())];
        return match random.below(3) {
            0 => one.clone(),
            1 => format!("not ({one})"),
            _ => format!("{one} or {}", comparison(random, fields)),
        };
    }
    match random.below(8) {
        0 => format!("{} or {}", comparison(random, fields), comparison(random, fields)),
        1 => format!("{} and {}", comparison(random, fields), comparison(random, fields)),
        2 => format!("not ({} and {})", comparison(random, fields), comparison(random, fields)),
        _ => comparison(random, fields),
    }
}

/// A random form of up to `most` fields with `values` values each.
fn form(random: &mut Random, most: usize, values: usize) -> Form {
    let count = 2 + random.below(most - 1);
    let (mut fields, mut domains, mut numbers, mut special) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for place in 0..count {
        let weight =
            if random.below(5) == 0 { format!(", \"weight\": {}", 1 + random.below(3)) } else { String::new() };
        let kind = if place < 2 { 0 } else { random.below(8) };
        let (kind, domain): (String, Vec<String>) = match kind {
            6 => {
                special.push(format!("f{place}"));
                ("\"type\": \"boolean\"".to_owned(), vec!["true".to_owned(), "false".to_owned()])
            }
            7 => {
                special.push(format!("f{place} = 'a'"));
                special.push(format!("f{place} <> 'b'"));
                let choice = |name: &str| format!("{{\"value\": \"{name}\", \"label\": \"{name}\"}}");
                let choices = [choice("a"), choice("b"), choice("c")].join(", ");
                (format!("\"type\": \"choice\", \"choices\": [{choices}]"), ["a", "b", "c"].map(str::to_owned).to_vec())
            }
            _ => {
                numbers.push(place);
                let low = if random.below(4) == 0 { -2 } else { 0 };
                let high = low + values as i64 - 1;
                let domain = (low..=high).map(|value| value.to_string()).collect();
                (format!("\"type\": \"integer\", \"min\": {low}, \"max\": {high}"), domain)
            }
        };
        fields.push(format!("{{\"id\": \"f{place}\", \"label\": \"甲{place}\", {kind}{weight}}}"));
        domains.push(domain);
    }
    let rules: Vec<String> = (0..1 + random.below(5))
        .map(|place| {
            let when = match random.below(3) {
                0 => format!("\"when\": \"{}\", ", assertion(random, &numbers, &special)),
                _ => String::new(),
            };
            let severity = if random.below(6) == 0 { "verify" } else { "mandatory" };
            format!(
                "{{\"id\": \"R{place}\", \"severity\": \"{severity}\", {when}\"assert\": \"{}\", \"message\": \"请核对。\"}}",
                assertion(random, &numbers, &special)
            )
        })
        .collect();
    let text = format!(
        "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
        fields.join(", "),
        rules.join(", ")
    );
    let typed = domains
        .iter()
        .map(|domain| if random.below(5) == 0 { String::new() } else { domain[random.below(domain.len())].clone() })
        .collect();
    Form { plan: plan(&text), text, domains, typed }
}

impl Form {
    fn open(&self) -> Session {
        let ids: Vec<String> = (0..self.typed.len()).map(|place| format!("f{place}")).collect();
        let values: Vec<(&str, &str)> =
            ids.iter().zip(&self.typed).map(|(id, text)| (id.as_str(), text.as_str())).collect();
        open(&self.plan, &values)
    }

    /// Every filling of these fields, the others as typed.
    fn fillings(&self, fields: &[usize], mut each: impl FnMut(&mut Session) -> bool) -> bool {
        let mut session = self.open();
        let mut digits = vec![0; fields.len()];
        loop {
            for (digit, field) in digits.iter().zip(fields) {
                session.set(*field, &self.domains[*field][*digit]);
            }
            if each(&mut session) {
                return true;
            }
            let mut at = 0;
            loop {
                if at == fields.len() {
                    return false;
                }
                digits[at] += 1;
                if digits[at] < self.domains[fields[at]].len() {
                    break;
                }
                digits[at] = 0;
                at += 1;
            }
        }
    }

    fn mandatory(&self) -> Vec<usize> {
        let rules = self.plan.rules.iter().enumerate();
        rules.filter(|(_, rule)| rule.severity == Severity::Mandatory).map(|(place, _)| place).collect()
    }

    fn blanks(&self) -> Vec<usize> {
        (0..self.typed.len()).filter(|place| self.typed[*place].is_empty()).collect()
    }
}

fn hold(session: &Session, rules: &[usize]) -> bool {
    rules.iter().all(|rule| session.verdict(*rule) != Verdict::Fails)
}

fn weight(form: &Form, set: &[usize]) -> i64 {
    set.iter().map(|field| form.plan.fields[*field].weight.mantissa() as i64).sum()
}

fn subsets(count: usize) -> Vec<Vec<usize>> {
    (0..1_usize << count).map(|bits| (0..count).filter(|place| bits >> place & 1 == 1).collect()).collect()
}

fn systems() -> usize {
    std::env::var("TIANBAO_SYSTEMS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

#[test]
fn the_smallest_sets_are_those_of_brute_force() {
    let mut random = Random::new(6);
    let (mut told, mut given_up) = (0, 0);
    for at in 0..systems() {
        let form = form(&mut random, 5, 4);
        let session = form.open();
        let rules = form.mandatory();
        let blanks = form.blanks();
        let mut best: Option<(i64, BTreeSet<Vec<usize>>)> = None;
        for set in subsets(form.typed.len()) {
            if set.iter().any(|field| blanks.contains(field)) {
                continue;
            }
            let own = weight(&form, &set);
            if best.as_ref().is_some_and(|(least, _)| own > *least) {
                continue;
            }
            let free: Vec<usize> = set.iter().chain(&blanks).copied().collect();
            if form.fillings(&free, |session| hold(session, &rules)) {
                match &mut best {
                    Some((least, sets)) if *least == own => drop(sets.insert(set)),
                    _ => best = Some((own, BTreeSet::from([set]))),
                }
            }
        }
        let Some((least, sets)) = best else { continue };
        let repairs = infer::repairs(&session);
        let failing: Vec<usize> = (0..form.plan.rules.len())
            .filter(|rule| session.verdict(*rule) == Verdict::Fails && rules.contains(rule))
            .collect();
        let is_early = infer::early(&session).iter().any(|rule| rules.contains(rule));
        if least == 0 {
            assert!(failing.is_empty() && !is_early, "{at}: {} {:?}", form.text, form.typed);
            continue;
        }
        told += 1;
        if repairs.iter().any(|repair| !repair.proven) {
            given_up += 1;
            if given_up < 4 {
                println!("{at}: {} {:?} {sets:?}\n{repairs:?}", form.text, form.typed);
            }
            continue;
        }
        // Sets that mend everything: told as such, or put together from groups that have nothing to do with each other.
        let whole: BTreeSet<Vec<usize>> = repairs
            .iter()
            .filter(|repair| weight(&form, &repair.fields) == least)
            .map(|repair| repair.fields.clone())
            .filter(|set| sets.contains(set))
            .collect();
        assert_eq!(whole, sets, "{at}: {} {:?}\n{repairs:?}", form.text, form.typed);
        // Whatever is proposed with values makes what it says it solves hold and breaks nothing.
        for repair in repairs.iter().filter(|repair| !repair.values.is_empty()) {
            let mut session = form.open();
            for (field, text) in &repair.values {
                session.set(*field, text);
            }
            for rule in &repair.solves {
                assert_ne!(session.verdict(*rule), Verdict::Fails, "{at}: {} {:?}\n{repair:?}", form.text, form.typed);
            }
            for rule in &rules {
                let before = form.open().verdict(*rule);
                assert!(
                    session.verdict(*rule) != Verdict::Fails || before == Verdict::Fails,
                    "{at}: {} {:?}\n{repair:?}",
                    form.text,
                    form.typed
                );
            }
        }
    }
    println!("{told} systems with something wrong, {given_up} given up");
    assert!(told > systems() / 5, "{told}");
    assert!(given_up * 50 <= told, "{given_up} of {told}");
}

#[test]
fn ranges_are_tight_and_early_verdicts_certain() {
    let mut random = Random::new(60);
    let (mut tight, mut loose, mut early_found, mut early_missed) = (0, 0, 0, 0);
    for at in 0..systems() {
        let form = form(&mut random, 5, 5);
        let session = form.open();
        let (rules, blanks) = (form.mandatory(), form.blanks());
        let told = infer::early(&session);
        for rule in 0..form.plan.rules.len() {
            let mut with = rules.clone();
            with.push(rule);
            let waits = matches!(session.verdict(rule), Verdict::Waiting | Verdict::Absent);
            let others: Vec<usize> = rules
                .iter()
                .copied()
                .filter(|other| matches!(session.verdict(*other), Verdict::Waiting | Verdict::Absent))
                .collect();
            with.retain(|one| *one == rule || others.contains(one));
            let can = form.fillings(&blanks, |session| hold(session, &with));
            if told.contains(&rule) {
                assert!(!can && waits, "{at}: R{rule} {} {:?}", form.text, form.typed);
            }
            let alone = form.fillings(&blanks, |session| hold(session, &[rule]));
            let rest: Vec<usize> = others.iter().copied().filter(|other| *other != rule).collect();
            if waits && !can && (!alone || form.fillings(&blanks, |session| hold(session, &rest))) {
                early_found += usize::from(told.contains(&rule));
                early_missed += usize::from(!told.contains(&rule));
            }
        }
        for field in 0..form.typed.len() {
            let Ok(_) = form.domains[field][0].parse::<i64>() else { continue };
            let range = infer::range(&session, field);
            let reading: Vec<usize> = connected(&form, &rules, field);
            let mut free = blanks.clone();
            free.retain(|blank| *blank != field);
            let mut allowed: Vec<i64> = Vec::new();
            for text in &form.domains[field] {
                let mut other = Form { typed: form.typed.clone(), domains: form.domains.clone(), ..copy(&form) };
                other.typed[field].clone_from(text);
                if other.fillings(&free, |session| hold(session, &reading)) {
                    allowed.push(text.parse().unwrap());
                }
            }
            let Some(range) = range else {
                assert!(allowed.is_empty(), "{at}: f{field} {} {:?} {allowed:?}", form.text, form.typed);
                continue;
            };
            let (low, high) = (range.min.unwrap(), range.max.unwrap());
            let (low, high) = (low.mantissa() as i64, high.mantissa() as i64);
            assert!(
                allowed.iter().all(|value| (low..=high).contains(value)),
                "{at}: f{field} {} {:?} {allowed:?} {range:?}",
                form.text,
                form.typed
            );
            if allowed.first() == Some(&low) && allowed.last() == Some(&high) {
                tight += 1;
            } else {
                loose += 1;
                if loose < 6 {
                    println!("{at}: f{field} {} {:?} {allowed:?} {range:?}", form.text, form.typed);
                }
            }
        }
    }
    println!("ranges: {tight} tight, {loose} only sound; early verdicts: {early_found} found, {early_missed} missed");
    assert!(loose * 20 < tight, "{loose} of {tight}");
    assert!(early_missed * 10 < early_found, "{early_missed} of {early_found}");
}

fn copy(form: &Form) -> Form {
    Form {
        text: form.text.clone(),
        plan: Rc::clone(&form.plan),
        domains: form.domains.clone(),
        typed: form.typed.clone(),
    }
}

/// The rules that hang together with a field by way of blanks.
fn connected(form: &Form, rules: &[usize], field: usize) -> Vec<usize> {
    let blanks = form.blanks();
    let (mut fields, mut found) = (BTreeSet::from([field]), BTreeSet::new());
    loop {
        let before = found.len();
        for rule in rules {
            let inputs = &form.plan.rules[*rule].inputs;
            if inputs.iter().any(|input| fields.contains(input)) {
                found.insert(*rule);
                fields.extend(inputs.iter().filter(|input| blanks.contains(input)));
            }
        }
        if found.len() == before {
            return found.into_iter().collect();
        }
    }
}

/// A pack of whole numbers, `a` to `z` as far as they are named, and rules.
fn small(fields: &str, rules: &[&str]) -> Rc<Plan> {
    let fields = fields.split(' ').map(|field| {
        let (id, limits) = field.split_once(':').unwrap_or((field, "\"min\": 0"));
        let limits = if limits.is_empty() { String::new() } else { format!(", {limits}") };
        format!("{{\"id\": \"{id}\", \"label\": \"{id}\", \"type\": \"decimal\"{limits}}}")
    });
    let rules = rules.iter().enumerate().map(|(place, rule)| {
        let (when, assert) = rule.split_once(" => ").map_or((String::new(), *rule), |(when, assert)| (when.to_owned(), assert));
        let when = if when.is_empty() { when } else { format!("\"when\": \"{when}\", ") };
        format!("{{\"id\": \"R{place}\", \"severity\": \"mandatory\", {when}\"assert\": \"{assert}\", \"message\": \"请核对。\"}}")
    });
    plan(&format!(
        "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
        fields.collect::<Vec<_>>().join(", "),
        rules.collect::<Vec<_>>().join(", ")
    ))
}

/// What is told, a line each: kind, then every field with its value; `?` where nothing proves it.
fn told(plan: &Rc<Plan>, values: &[(&str, &str)]) -> Vec<String> {
    let session = open(plan, values);
    let line = |repair: &infer::Repair| {
        let value = |field: &usize| {
            let text = repair.values.iter().find(|(of, _)| of == field).map_or("", |(_, text)| text.as_str());
            format!("{}={text}", plan.fields[*field].id)
        };
        let fields: Vec<String> = repair.fields.iter().map(value).collect();
        format!("{}{} {}", repair.slip.as_str(), if repair.proven { "" } else { "?" }, fields.join(" "))
    };
    infer::repairs(&session).iter().map(line).collect()
}

#[test]
fn slips_are_named() {
    let sum = small("a b c t", &["a + b + c = t"]);
    let first = |values: &[(&str, &str)]| told(&sum, values).first().cloned().unwrap_or_default();
    assert_eq!(first(&[("a", "753"), ("b", "120"), ("c", "45"), ("t", "900")]), "transposition a=735");
    assert_eq!(first(&[("a", "735"), ("b", "12"), ("c", "45"), ("t", "900")]), "scale b=120");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "45"), ("t", "735")]), "derived t=900");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "45"), ("t", "9000000")]), "scale t=900");
    assert_eq!(first(&[("a", "735"), ("b", "120"), ("c", "4"), ("t", "900")]), "missing-digit c=45");
    // Nothing tells the four apart: all are told, none before another but by the form's order.
    let all = told(&sum, &[("a", "700"), ("b", "500"), ("c", "300"), ("t", "1611")]);
    assert_eq!(all, ["minimal a=811", "minimal b=611", "minimal c=411", "minimal t=1500"]);
}

#[test]
fn figures_in_each_others_field_are_exchanged() {
    let plan = small("a b t c d u", &["a + b = t", "c + d = u"]);
    let values = [("a", "100"), ("b", "64"), ("t", "400"), ("c", "300"), ("d", "20"), ("u", "84")];
    // 300 stands where 64 belongs.
    assert_eq!(told(&plan, &values).first().map(String::as_str), Some("swap b=300 c=64"));
}

#[test]
fn published_systems_have_their_known_optima() {
    // De Jonge and van der Loo, An introduction to data cleaning with R: the vignette of editrules.
    let account =
        small("turnover cost: profit:", &["turnover - cost = profit", "cost >= 0.6 * turnover", "turnover > 0"]);
    let account = (account, [("turnover", "100"), ("cost", "60000"), ("profit", "40000")]);
    let all = told(&account.0, &account.1);
    assert!(all.iter().any(|line| line.starts_with("scale turnover=100000")), "{all:?}");
    // Values of a billion and more, strict bounds, no big-M.
    let large = small("a b t", &["a + b = t", "a < b"]);
    let all = told(&large, &[("a", "10000000000"), ("b", "20000000000"), ("t", "30000000001")]);
    assert_eq!(all, ["digit a=10000000001", "digit b=20000000001", "digit t=30000000000"]);
    // With a = b at least one of both must be changed, and nothing less than a whole step will do.
    let all = told(&large, &[("a", "10000000000"), ("b", "10000000000"), ("t", "20000000000")]);
    assert!(all.iter().all(|line| line.starts_with("minimal a= b=") || line.contains(' ')), "{all:?}");
}

#[test]
fn early_and_range_speak_before_the_form_is_full() {
    let plan = small("out in county other total", &["out + in + county + other = total"]);
    let session = open(&plan, &[("out", "800"), ("in", "500"), ("total", "1200")]);
    assert_eq!(infer::early(&session), [0]);
    let session = open(&plan, &[("out", "800"), ("in", "300"), ("total", "1200"), ("county", "60")]);
    assert_eq!(infer::early(&session), Vec::<usize>::new());
    let range = infer::range(&session, 3).unwrap();
    assert_eq!((range.only().map(|only| only.to_string()), range.because), (Some("40".to_owned()), vec![0]));
    assert_eq!(
        told(&plan, &[("out", "800"), ("in", "300"), ("total", "1200"), ("county", "60")]),
        ["derived other=40"]
    );
}

#[test]
fn a_deep_form_neither_breaks_nor_hangs() {
    let names: Vec<String> = (0..400).map(|at| format!("x{at}")).collect();
    let rules: Vec<String> = (1..400).map(|at| format!("x{at} > 0 => x{} > x{at} or x{at} = 7", at - 1)).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let plan = small(&names.join(" "), &rules);
    let session = open(&plan, &[("x0", "3"), ("x399", "5"), ("x1", "9")]);
    let (early, range, repairs) = (infer::early(&session), infer::range(&session, 7), infer::repairs(&session));
    assert!(early.len() <= 399 && range.is_some() && !repairs.is_empty());
}

/// Every submission of the township's cases, as texts by field.
fn submissions() -> BTreeMap<String, BTreeMap<String, String>> {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("../www/packs/rural-revitalization-township/cases.json")).unwrap();
    let text = |value: &serde_json::Value| value.as_str().map_or(value.to_string(), str::to_owned);
    let one = |values: &serde_json::Value| {
        values.as_object().unwrap().iter().map(|(id, value)| (id.clone(), text(value))).collect()
    };
    cases["submissions"].as_object().unwrap().iter().map(|(name, it)| (name.clone(), one(&it["values"]))).collect()
}

#[test]
fn nothing_is_wrong_with_a_report_that_is_right() {
    let plan = plan(common::TOWNSHIP);
    for name in ["plain", "first_year"] {
        let values = submissions()[name].clone().into_iter().collect();
        let session = Session::open(Rc::clone(&plan), &Opening { values, ..Opening::default() });
        // What follows from other figures may be offered; nothing else is to be said.
        assert!(infer::repairs(&session).iter().all(|repair| repair.slip == infer::Slip::Derived), "{name}");
        assert_eq!(infer::early(&session), Vec::<usize>::new(), "{name}");
    }
}

#[test]
fn a_township_report_is_mended() {
    let plan = plan(common::TOWNSHIP);
    for (field, wrong) in
        [("emp_total", "2362"), ("emp_out_prov", "11204"), ("fund_total", "98500"), ("school_in", "21")]
    {
        let mut values = submissions()["plain"].clone();
        let right = values.insert(field.to_owned(), wrong.to_owned()).unwrap();
        let values = values.into_iter().collect();
        let session = Session::open(Rc::clone(&plan), &Opening { values, ..Opening::default() });
        let repairs = infer::repairs(&session);
        let place = plan.field(field).unwrap();
        assert!(
            repairs.iter().take(3).any(|repair| repair.fields == [place]),
            "{field}: {right} typed as {wrong}: {repairs:?}"
        );
    }
}
