//! Properties of a form being filled: after any edits it is as a full evaluation would leave it, what an edit says it
//! changed is what changed, typing back restores every byte, and what an explanation prints recomputes to its result.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

use std::rc::Rc;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use tianbao::door::tell::Teller;
use tianbao::engine::{Edit, Opening, Session};
use tianbao::formula::{self, BinaryOperator, Expression, ExpressionKind, Function, UnaryOperator};
use tianbao::model::{Decimal, Locale, Problem};
use tianbao::pack::{self, Plan};

/// xorshift64*: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const TEXTS: &[&str] = &[
    "",
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "12",
    "100",
    "2.5",
    "0.01",
    "-3",
    "１２",
    "1,200",
    "1.2万",
    "一百二十",
    "X",
    "约5",
    "不涉及",
    "1e3",
    "999999999999999999999999999",
    "0.3333333",
    "4",
];

fn operand(dice: &mut Dice, fields: usize, metrics: usize) -> String {
    match dice.roll(10) {
        0 => ["0", "1", "2.5", "100"][dice.roll(4)].to_owned(),
        1..=2 if metrics > 0 => format!("m{}", dice.roll(metrics)),
        _ => format!("f{}", dice.roll(fields)),
    }
}

fn figure(dice: &mut Dice, fields: usize, metrics: usize, depth: usize) -> String {
    if depth == 0 {
        return operand(dice, fields, metrics);
    }
    let part = |dice: &mut Dice| figure(dice, fields, metrics, depth - 1);
    match dice.roll(12) {
        0..=2 => format!("({} + {})", part(dice), part(dice)),
        3 => format!("({} - {})", part(dice), part(dice)),
        4 => format!("{} * {}", operand(dice, fields, metrics), operand(dice, fields, metrics)),
        5..=6 => format!("{} / {}", operand(dice, fields, metrics), operand(dice, fields, metrics)),
        7 => format!("ABS({})", part(dice)),
        8 => format!("ROUND({}, {})", part(dice), dice.roll(4)),
        9 => format!("{}({}, {})", ["MIN", "MAX", "SUM"][dice.roll(3)], part(dice), part(dice)),
        10 => format!("IF({}, {}, {})", truth(dice, fields, metrics, 0), part(dice), part(dice)),
        _ => format!("COUNT(f{}, f{})", dice.roll(fields), dice.roll(fields)),
    }
}

fn truth(dice: &mut Dice, fields: usize, metrics: usize, depth: usize) -> String {
    if depth > 0 && dice.roll(3) == 0 {
        let (left, right) = (truth(dice, fields, metrics, depth - 1), truth(dice, fields, metrics, depth - 1));
        return [format!("({left} and {right})"), format!("({left} or {right})"), format!("not ({left})")]
            [dice.roll(3)]
        .clone();
    }
    if dice.roll(8) == 0 {
        return format!("ISBLANK(f{})", dice.roll(fields));
    }
    let operator = ["=", "<>", "<", "<=", ">", ">="][dice.roll(6)];
    format!("{} {operator} {}", figure(dice, fields, metrics, depth), figure(dice, fields, metrics, depth))
}

fn random_pack(dice: &mut Dice) -> String {
    let (fields, metrics, rules) = (2 + dice.roll(4), dice.roll(4), 1 + dice.roll(4));
    let field = |dice: &mut Dice, place: usize| {
        let extra = [
            "",
            r#","required":true"#,
            r#","min":0,"max":1000"#,
            r#","plausible":[1,100]"#,
            r#","not_applicable":["不涉及"]"#,
        ][dice.roll(5)];
        let kind = if dice.roll(3) == 0 { r#""integer""# } else { r#""decimal""# };
        let last =
            if place > 0 && dice.roll(4) == 0 { format!(r#","last_of":"f{}""#, place - 1) } else { String::new() };
        format!(r#"{{"id":"f{place}","label":"栏{place}","type":{kind}{extra}{last}}}"#)
    };
    let fields_json: Vec<String> = (0..fields).map(|place| field(dice, place)).collect();
    // A metric may name any other that comes before it in a shuffled order: here, those with a smaller number.
    let metrics_json: Vec<String> = (0..metrics)
        .map(|place| {
            let formula = figure(dice, fields, place, 2);
            format!(r#"{{"id":"m{place}","label":"指标{place}","places":{},"formula":"{formula}"}}"#, dice.roll(4))
        })
        .rev()
        .collect();
    let rule = |dice: &mut Dice, place: usize| {
        let severity = ["mandatory", "verify", "hint"][dice.roll(3)];
        let when = match dice.roll(3) {
            0 => format!(r#""when":"{}","#, truth(dice, fields, metrics, 0)),
            _ => String::new(),
        };
        let assert = truth(dice, fields, metrics, 1);
        format!(
            r#"{{"id":"r{place}","severity":"{severity}",{when}"assert":"{assert}","message":"栏0 为 {{f0}}，栏1 为 {{f1}}。"}}"#
        )
    };
    let rules_json: Vec<String> = (0..rules).map(|place| rule(dice, place)).collect();
    // Metrics are written last to first, so that the pack's order is not the order of evaluation; m_i is named by place.
    format!(
        r#"{{"tianbao":1,"id":"random","version":"1","title":"随机","sections":[],"fields":[{}],"metrics":[{}],"rules":[{}]}}"#,
        fields_json.join(","),
        metrics_json.join(","),
        rules_json.join(",")
    )
}

fn load(text: &str) -> Rc<Plan> {
    Rc::new(pack::load(text).unwrap_or_else(|complaints| panic!("{complaints:#?}\n{text}")).plan)
}

fn township() -> Rc<Plan> {
    load(include_str!("../www/packs/rural-revitalization-township/pack.json"))
}

fn bytes(session: &Session) -> String {
    serde_json::to_string(&Teller::new(session, Locale::Zh).report()).unwrap()
}

fn fresh(plan: &Rc<Plan>, present: &Option<Vec<String>>, prior: &[(String, String)], texts: &[String]) -> Session {
    let values = plan.fields.iter().zip(texts).map(|(field, text)| (field.id.clone(), text.clone())).collect();
    Session::open(Rc::clone(plan), &Opening { present: present.clone(), values, prior: prior.to_vec() })
}

/// What an edit says against the reports before and after.
fn holds_true(session: &Session, edit: &Edit, before: &serde_json::Value, after: &serde_json::Value, context: &str) {
    let changes = Teller::new(session, Locale::Zh).changes(edit);
    let names = |part: &str| before[part].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let outcome = |report: &serde_json::Value, id: &str| {
        let mut field = report["fields"][id].clone();
        field.as_object_mut().unwrap().remove("typed");
        let finding = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["id"].as_str().unwrap().starts_with(&format!("{id}:")));
        (
            field,
            finding.cloned().map(|mut finding| {
                finding.as_object_mut().unwrap().remove("message");
                finding
            }),
        )
    };
    let fields: Vec<String> =
        names("fields").into_iter().filter(|id| outcome(before, id) != outcome(after, id)).collect();
    assert_eq!(changes.fields, fields, "{context}");
    let metrics: Vec<String> =
        names("metrics").into_iter().filter(|id| before["metrics"][id] != after["metrics"][id]).collect();
    let mut told = changes.metrics.clone();
    told.sort();
    let mut seen = metrics;
    seen.sort();
    assert_eq!(told, seen, "{context}");
    let ids = |report: &serde_json::Value| -> Vec<String> {
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let (was, is) = (ids(before), ids(after));
    let opened: Vec<String> = is.iter().filter(|id| !was.contains(id)).cloned().collect();
    let closed: Vec<String> = was.iter().filter(|id| !is.contains(id)).cloned().collect();
    assert_eq!(changes.opened.iter().map(|finding| finding.id.clone()).collect::<Vec<_>>(), opened, "{context}");
    assert_eq!(changes.closed, closed, "{context}");
    let find = |report: &serde_json::Value, id: &str| {
        report["findings"].as_array().unwrap().iter().find(|finding| finding["id"] == id).cloned()
    };
    let updated: Vec<&str> = changes.updated.iter().map(|finding| finding.id.as_str()).collect();
    for id in was.iter().filter(|id| is.contains(id) && find(before, id) != find(after, id)) {
        assert!(updated.contains(&id.as_str()), "{id} changed and was not told: {context}");
    }
    assert!(updated.iter().all(|id| was.contains(&(*id).to_owned()) && is.contains(&(*id).to_owned())), "{context}");
}

#[test]
fn after_any_edits_a_form_is_as_a_full_evaluation_leaves_it() {
    let mut dice = Dice(0x5eed);
    let mut sequences = 0;
    while sequences < 100_000 {
        let text = random_pack(&mut dice);
        let plan = load(&text);
        for _ in 0..50 {
            sequences += 1;
            let some: Vec<String> =
                plan.fields.iter().filter(|_| dice.roll(4) > 0).map(|field| field.id.clone()).collect();
            let present = (dice.roll(4) == 0).then_some(some);
            let prior =
                if dice.roll(3) == 0 { vec![("f0".to_owned(), dice.pick(TEXTS).to_owned())] } else { Vec::new() };
            let mut texts = vec![String::new(); plan.fields.len()];
            let mut session = fresh(&plan, &present, &prior, &texts);
            for _ in 0..1 + dice.roll(6) {
                let place = dice.roll(texts.len());
                dice.pick(TEXTS).clone_into(&mut texts[place]);
                if dice.roll(5) == 0 {
                    let other = dice.roll(texts.len());
                    dice.pick(TEXTS).clone_into(&mut texts[other]);
                    session.set_many([(place, texts[place].as_str()), (other, texts[other].as_str())]);
                } else {
                    session.set(place, &texts[place]);
                }
            }
            assert_eq!(
                bytes(&session),
                bytes(&fresh(&plan, &present, &prior, &texts)),
                "{text}\n{texts:?} {present:?} {prior:?}"
            );
        }
    }
}

#[test]
fn an_edit_tells_what_it_changed_and_nothing_else() {
    let mut dice = Dice(0xed17);
    for _ in 0..400 {
        let text = random_pack(&mut dice);
        let plan = load(&text);
        let mut session = Session::open(Rc::clone(&plan), &Opening::default());
        let mut before = serde_json::to_value(Teller::new(&session, Locale::Zh).report()).unwrap();
        for _ in 0..20 {
            let (place, typed) = (dice.roll(plan.fields.len()), dice.pick(TEXTS));
            let edit = session.set(place, typed);
            let after = serde_json::to_value(Teller::new(&session, Locale::Zh).report()).unwrap();
            holds_true(&session, &edit, &before, &after, &format!("f{place} = {typed}\n{text}"));
            before = after;
        }
    }
}

#[test]
fn typing_back_restores_every_byte_reasons_too() {
    let mut dice = Dice(0xbac4);
    for _ in 0..2_000 {
        let plan = load(&random_pack(&mut dice));
        let mut texts = vec![String::new(); plan.fields.len()];
        texts.iter_mut().for_each(|text| dice.pick(TEXTS).clone_into(text));
        let mut session = fresh(&plan, &None, &[], &texts);
        for rule in 0..plan.rules.len() {
            let _ = session.justify(rule, "今年新建了一座水厂，数据已与台账核对");
        }
        let before = bytes(&session);
        let mut edits = Vec::new();
        for _ in 0..dice.roll(8) {
            let place = dice.roll(texts.len());
            edits.push((place, session.typed(place).to_owned()));
            session.set(place, dice.pick(TEXTS));
        }
        while let Some((place, typed)) = edits.pop() {
            session.set(place, &typed);
        }
        assert_eq!(bytes(&session), before);
    }
}

#[test]
fn a_metric_that_stays_wakes_nobody() {
    let plan = load(
        r#"{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],
        "fields":[{"id":"a","label":"甲","type":"decimal"},{"id":"b","label":"乙","type":"decimal"}],
        "metrics":[{"id":"m","label":"整数","places":0,"formula":"a"},{"id":"n","label":"加一","places":0,"formula":"m + 1"}],
        "rules":[{"id":"r","severity":"verify","assert":"n < 5","message":"加一得 {n}。"}]}"#,
    );
    let mut session = Session::open(plan, &Opening::default());
    let first = session.set(0, "7.1");
    assert_eq!((first.metrics.len(), first.opened.len()), (2, 1));
    let second = session.set(0, "7.2");
    assert_eq!((second.fields.len(), second.metrics.len(), second.updated.len()), (1, 0, 0));
    session.justify(0, "确有其事").unwrap();
    // The sentence stays, but the reason was given for 7.2.
    let third = session.set(0, "7.3");
    assert_eq!((third.metrics.len(), third.updated.len()), (0, 1));
    assert_eq!(session.set(0, "7.2").updated.len(), 1);
}

fn exact(decimal: Decimal) -> BigRational {
    BigRational::new(BigInt::from(decimal.mantissa()), BigInt::from(10).pow(u32::from(decimal.scale())))
}

/// A printed line recomputed by an arithmetic that shares nothing with the engine's.
fn recompute(tree: &Expression) -> Option<BigRational> {
    Some(match &tree.kind {
        ExpressionKind::Number { value, .. } => exact(*value),
        ExpressionKind::Unary(UnaryOperator::Negate, inner) => -recompute(inner)?,
        ExpressionKind::Binary(operator, left, right) => {
            let (left, right) = (recompute(left)?, recompute(right)?);
            match operator {
                BinaryOperator::Add => left + right,
                BinaryOperator::Subtract => left - right,
                BinaryOperator::Multiply => left * right,
                BinaryOperator::Divide if !right.is_zero() => left / right,
                _ => return None,
            }
        }
        ExpressionKind::Call(Function::Abs, inner) => recompute(&inner[0])?.abs(),
        ExpressionKind::Call(Function::Round, inner) => {
            let ExpressionKind::Number { value, .. } = inner[1].kind else { return None };
            half_up(&recompute(&inner[0])?, value.mantissa() as u32)
        }
        ExpressionKind::Call(function, list) => {
            let list: Option<Vec<BigRational>> = list.iter().map(recompute).collect();
            let list = list?.into_iter();
            match function {
                Function::Sum => list.sum(),
                Function::Min => list.min()?,
                Function::Max => list.max()?,
                _ => return None,
            }
        }
        _ => return None,
    })
}

fn half_up(number: &BigRational, places: u32) -> BigRational {
    let scale = BigRational::from(BigInt::from(10).pow(places));
    let half = BigRational::new(1.into(), 2.into());
    let size = (number.abs() * &scale + half).floor() / scale;
    if number.is_negative() { -size } else { size }
}

fn printed_recomputes(session: &Session, id: &str, places: u32, value: &str) -> bool {
    let explanation = Teller::new(session, Locale::Zh).explain(id).unwrap();
    let line = explanation.substituted.replace(',', "").replace(';', ",");
    // A rounded metric can have more digits than a formula may write: such lines are printed right and not read back.
    let tree = match formula::parse(&line, &|_| false) {
        Err(error) if error.problem == Problem::NumberTooLong => return false,
        // A branch that is not taken may have blanks in it.
        Err(_) if line.contains("待填") || line.contains('—') => return false,
        tree => tree.unwrap_or_else(|error| panic!("{line}: {error:?}")),
    };
    let Some(result) = recompute(&tree) else { return false };
    assert_eq!(half_up(&result, places), exact(Decimal::parse(value).unwrap()), "{} ≠ {value}", explanation.text);
    assert!(explanation.text.ends_with(&explanation.result), "{}", explanation.text);
    true
}

#[test]
fn the_printed_numbers_recompute_to_the_printed_result() {
    let mut dice = Dice(0xe4b1);
    let (mut plans, mut printed) = (0, 0);
    while plans < 3_000 {
        plans += 1;
        let plan = load(&random_pack(&mut dice));
        let texts: Vec<String> = plan.fields.iter().map(|_| dice.pick(TEXTS).to_owned()).collect();
        printed += count_recomputed(&fresh(&plan, &None, &[], &texts));
    }
    let plan = township();
    for _ in 0..300 {
        let texts: Vec<String> =
            plan.fields.iter().map(|_| format!("{}{}", dice.roll(3000), ["", ".5", ".25"][dice.roll(3)])).collect();
        printed += count_recomputed(&fresh(&plan, &None, &[], &texts));
    }
    assert!(printed > 20_000, "{printed}");
}

fn count_recomputed(session: &Session) -> usize {
    let report = Teller::new(session, Locale::Zh).report();
    let places = session.plan().metrics.iter().map(|metric| u32::from(metric.places));
    let metrics = report.metrics.0.iter().zip(places);
    metrics
        .filter(|((id, metric), places)| {
            metric.value.as_ref().is_some_and(|value| printed_recomputes(session, id, *places, value))
        })
        .count()
}

#[test]
fn the_whole_township_report_edited_at_random() {
    let plan = township();
    let mut dice = Dice(0x7039);
    for _ in 0..30 {
        let mut texts = vec![String::new(); plan.fields.len()];
        let mut session = Session::open(Rc::clone(&plan), &Opening::default());
        for _ in 0..400 {
            let place = dice.roll(texts.len());
            let typed = if dice.roll(4) == 0 { dice.pick(TEXTS).to_owned() } else { dice.roll(5000).to_string() };
            texts[place].clone_from(&typed);
            session.set(place, &typed);
        }
        assert_eq!(bytes(&session), bytes(&fresh(&plan, &None, &[], &texts)));
    }
}
