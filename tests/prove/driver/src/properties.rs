//! What must hold for any pack and any values, tried on the lines that [`crate::reports`] reads.

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::rc::Rc;

use serde_json::{Map, Value, json};
use tianbao::engine::{Opening, Session};
use tianbao::pack::Plan;

use crate::dice::Dice;
use crate::reports::{Case, load, report};

const ELSE: &[&str] = &["", "0", "3", "-7.5", "1,234", "X", "约5", "不涉及", "是", "plain", "2024-03-05", "99999999"];

/// One case of one property: `None` where it holds, else what was seen.
type Verdict = Option<String>;

struct Trial<'a> {
    pack: &'a Value,
    plan: &'a Rc<Plan>,
    case: &'a Case,
    before: &'a str,
}

type Property = fn(&Trial, &mut Dice) -> Verdict;

const PROPERTIES: &[(&str, Property)] =
    &[("incremental", incremental), ("order", order), ("unrelated", unrelated), ("back", back), ("pure", pure)];

#[derive(Default)]
struct Tally {
    count: u64,
    wrong: u64,
    first: Option<String>,
}

/// Reads all lines, tries every `of`-th of them from the `part`-th on, and prints one line: how often each property was tried
/// and failed, and its first failure. So several processes can share a file.
pub fn try_lines(part: usize, of: usize) {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut dice = Dice::new(0x7072_6f76);
    let mut kept = None;
    for (place, line) in io::stdin().lock().lines().enumerate() {
        let line = line.expect("UTF-8");
        let case: Case = serde_json::from_str(&line).expect("a case");
        if let Some(pack) = &case.pack {
            kept = load(pack).ok().map(|plan| (pack.clone(), plan));
        }
        let Some((pack, plan)) = kept.as_ref().filter(|_| place % of == part) else { continue };
        let before = report(&Session::open(Rc::clone(plan), &case.opening()));
        let trial = Trial { pack, plan, case: &case, before: &before };
        for (name, property) in PROPERTIES {
            let tally = tallies.entry(name).or_default();
            tally.count += 1;
            if let Some(seen) = property(&trial, &mut dice) {
                tally.wrong += 1;
                tally.first.get_or_insert_with(|| format!("{seen}\n{pack}\n{line}"));
            }
        }
    }
    let told: Map<String, Value> = tallies
        .into_iter()
        .map(|(name, tally)| {
            (name.to_owned(), json!({ "count": tally.count, "wrong": tally.wrong, "first": tally.first }))
        })
        .collect();
    println!("{}", Value::Object(told));
}

fn same(seen: &str, expected: &str) -> Verdict {
    (seen != expected).then(|| format!("{seen}\nis not\n{expected}"))
}

/// Edited field by field, with detours, a form stands as one that is opened on the same texts.
fn incremental(trial: &Trial, dice: &mut Dice) -> Verdict {
    let opening = trial.case.opening();
    let mut session = Session::open(Rc::clone(trial.plan), &Opening { values: Vec::new(), ..trial.case.opening() });
    for _ in 0..dice.below(4) {
        session.set(dice.below(trial.plan.fields.len()), ELSE[dice.below(ELSE.len())]);
    }
    let text = |id: &str| opening.values.iter().find(|(field, _)| field == id).map_or("", |(_, text)| text.as_str());
    let mut edits: Vec<(usize, &str)> =
        trial.plan.fields.iter().enumerate().map(|(place, field)| (place, text(&field.id))).collect();
    dice.shuffle(&mut edits);
    let (together, alone) = edits.split_at(dice.below(edits.len()));
    session.set_many(together.iter().copied());
    for (place, text) in alone {
        session.set(*place, text);
    }
    same(&report(&session), trial.before)
}

/// Fields, metrics and rules in another order: the same findings, figures, states and counts.
fn order(trial: &Trial, dice: &mut Dice) -> Verdict {
    let mut pack = trial.pack.clone();
    for part in ["fields", "metrics", "rules"] {
        if let Some(list) = pack.get_mut(part).and_then(Value::as_array_mut) {
            dice.shuffle(list);
        }
    }
    let Ok(plan) = load(&pack) else { return Some("the shuffled pack is refused".to_owned()) };
    let seen = report(&Session::open(plan, &trial.case.opening()));
    same(&unordered(&seen, None), &unordered(trial.before, None))
}

/// A report without the order of its parts, and without one field.
fn unordered(report: &str, without: Option<&str>) -> String {
    let mut report: Value = serde_json::from_str(report).expect("a report is JSON");
    report["pack"]["hash"] = Value::Null;
    if let (Some(id), Some(fields)) = (without, report["fields"].as_object_mut()) {
        fields.remove(id);
        report["progress"] = Value::Null;
    }
    if let Some(findings) = report["findings"].as_array_mut() {
        findings.iter_mut().for_each(|finding| sort(&mut finding["fields"]));
    }
    sort(&mut report["findings"]);
    report.sort_all_objects();
    report.to_string()
}

fn sort(list: &mut Value) {
    if let Some(list) = list.as_array_mut() {
        list.iter_mut().for_each(Value::sort_all_objects);
        list.sort_by_cached_key(Value::to_string);
    }
}

/// A field that nothing names, typed into, changes nothing but its own line and the counts.
fn unrelated(trial: &Trial, dice: &mut Dice) -> Verdict {
    let mut pack = trial.pack.clone();
    let kind = ["integer", "decimal", "text", "boolean", "date"][dice.below(5)];
    let field = json!({ "id": "unrelated", "label": "不相干", "type": kind });
    let fields = pack["fields"].as_array_mut().expect("a pack has fields");
    fields.insert(dice.below(fields.len() + 1), field);
    let Ok(plan) = load(&pack) else { return Some("the pack with one field more is refused".to_owned()) };
    let mut opening = trial.case.opening();
    opening.present.iter_mut().for_each(|present| present.push("unrelated".to_owned()));
    // It is filled in rightly, and only where something else is: a form with nothing typed is blank, which is another status.
    let good = match kind {
        "integer" | "decimal" => "12",
        "date" => "2024-03-05",
        _ => "是",
    };
    if opening.values.iter().any(|(_, text)| !text.trim().is_empty()) {
        opening.values.push(("unrelated".to_owned(), good.to_owned()));
    }
    let seen = report(&Session::open(plan, &opening));
    let lines = (unordered(&seen, Some("unrelated")), unordered(trial.before, Some("unrelated")));
    same(&lines.0, &lines.1)
}

/// Whatever is typed in between, typing back restores every byte, reasons too.
fn back(trial: &Trial, dice: &mut Dice) -> Verdict {
    let mut session = Session::open(Rc::clone(trial.plan), &trial.case.opening());
    for rule in 0..trial.plan.rules.len() {
        let _ = session.justify(rule, "今年新建了一座水厂，数据已与台账核对");
    }
    let before = report(&session);
    let mut edits = Vec::new();
    for _ in 0..=dice.below(8) {
        let place = dice.below(trial.plan.fields.len());
        edits.push((place, session.typed(place).to_owned()));
        session.set(place, ELSE[dice.below(ELSE.len())]);
    }
    while let Some((place, typed)) = edits.pop() {
        session.set(place, &typed);
    }
    same(&report(&session), &before)
}

/// The same bytes from a plan loaded anew, with the values in another order, after and between other forms.
fn pure(trial: &Trial, dice: &mut Dice) -> Verdict {
    let plan = load(trial.pack).ok()?;
    let mut other = Session::open(Rc::clone(&plan), &Opening::default());
    other.set(dice.below(plan.fields.len()), ELSE[dice.below(ELSE.len())]);
    let mut opening = trial.case.opening();
    dice.shuffle(&mut opening.values);
    dice.shuffle(&mut opening.prior);
    opening.present.iter_mut().for_each(|present| dice.shuffle(present));
    let session = Session::open(plan, &opening);
    other.set(0, "7");
    same(&report(&session), trial.before).or_else(|| same(&report(&session), trial.before))
}
