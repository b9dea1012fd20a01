//! Edits in any order: a form that was edited is the form on which the same texts were put at once.

use std::rc::Rc;

use tianbao::engine::{Opening, Session};
use tianbao::pack::{self, Plan};

use crate::dice::Dice;
use crate::tell::report;

const PACK: &str = include_str!("edits.json");
const TYPED: &[&str] = &[
    "",
    "0",
    "1",
    "2",
    "3",
    "5",
    "8",
    "12",
    "100",
    "-1",
    "0.5",
    "2.25",
    "1,234",
    "１２",
    "1.2万",
    "35%",
    "约5",
    "不涉及",
    "无",
    "是",
    "否",
    "山",
    "hills",
    "2024-02-29",
    "2024年3月5日",
    "2025-01-01",
    "ab12",
    "甲乙丙",
    "9999999999999999999999999999",
    "x",
    "12 户",
    " 7 ",
];
const REASONS: &[&str] = &["", "短", "情况属实", "已逐户核对台账，情况如此", "含上年结转的任务，已核对"];

thread_local! {
    static PLAN: Rc<Plan> = Rc::new(pack::load(PACK).map(|loaded| loaded.plan).unwrap_or_else(|_| panic!("edits.json is refused")));
}

pub fn run(data: &[u8]) {
    let plan = PLAN.with(Rc::clone);
    let mut dice = Dice::new(data);
    let thorough = dice.one_in(64);
    let opening = opening(&plan, &mut dice);
    let mut form = Session::open(Rc::clone(&plan), &opening);
    let mut reasons: Vec<(usize, &str)> = Vec::new();
    for _ in 0..16 {
        if dice.is_empty() {
            break;
        }
        edit(&mut form, &mut dice, &mut reasons);
    }
    let again = at_once(&plan, &form, &opening);
    compare(&form, &again);
    if thorough {
        // Reasons depend on when they were given; the rest of the report does not.
        let mut form = form;
        reasons.iter().for_each(|(rule, _)| drop(form.justify(*rule, "")));
        assert_eq!(report(&form), report(&again), "the whole report");
    }
}

/// All fields or some, with last period's values or without.
fn opening(plan: &Plan, dice: &mut Dice) -> Opening {
    let mut opening = Opening::default();
    let id = |place: usize| plan.fields[place].id.clone();
    if dice.one_in(4) {
        let left_out = dice.below(plan.fields.len());
        opening.present = Some((0..plan.fields.len()).filter(|place| *place != left_out).map(id).collect());
    }
    if dice.one_in(3) {
        opening.prior = (0..3).map(|_| (id(dice.below(plan.fields.len())), dice.pick(TYPED).to_owned())).collect();
    }
    opening
}

fn edit(form: &mut Session, dice: &mut Dice, reasons: &mut Vec<(usize, &str)>) {
    let fields = form.plan().fields.len();
    match dice.below(8) {
        0 => {
            let count = dice.below(6);
            let values: Vec<(usize, &str)> = (0..count).map(|_| (dice.below(fields), dice.pick(TYPED))).collect();
            form.set_many(values);
        }
        1 => {
            let rule = dice.below(form.plan().rules.len());
            let reason = dice.pick(REASONS);
            if form.justify(rule, reason).is_ok() {
                reasons.push((rule, reason));
            }
        }
        2 => {
            let text = dice.text();
            form.set(dice.below(fields), &text);
        }
        _ => {
            let place = dice.below(fields);
            form.set(place, dice.pick(TYPED));
        }
    }
}

fn at_once(plan: &Rc<Plan>, form: &Session, opening: &Opening) -> Session {
    let mut again = Session::open(Rc::clone(plan), opening);
    let fields = form.plan().fields.len();
    again.set_many((0..fields).map(|place| (place, form.typed(place))));
    again
}

fn compare(form: &Session, again: &Session) {
    let plan = form.plan();
    for place in 0..plan.fields.len() {
        assert_eq!(form.answer(place), again.answer(place), "{}", plan.fields[place].id);
        assert_eq!(form.field_finding(place), again.field_finding(place), "{}", plan.fields[place].id);
    }
    for place in 0..plan.metrics.len() {
        assert_eq!(form.metric(place), again.metric(place), "{}", plan.metrics[place].id);
    }
    for place in 0..plan.rules.len() {
        assert_eq!(form.verdict(place), again.verdict(place), "{}", plan.rules[place].id);
        assert_eq!(form.rule_waits_for(place), again.rule_waits_for(place), "{}", plan.rules[place].id);
    }
    assert!(form.findings().eq(again.findings()), "the findings");
}
