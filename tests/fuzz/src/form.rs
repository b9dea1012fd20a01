//! A pack put together from choices, most of them loadable, with values typed into its form.

use std::rc::Rc;

use tianbao::model::Locale;
use tianbao::pack;

use crate::dice::Dice;
use crate::maker::pack_of;
use crate::tell::{blank, everything};

const TYPED: &[&str] = &[
    "",
    "0",
    "1",
    "12",
    "-3",
    "0.125",
    "1,234",
    "１２",
    "1.2万",
    "35%",
    "三百",
    "约5",
    "不涉及",
    "无",
    "是",
    "否",
    "x",
    "甲",
    "2024-02-29",
    "2024年3月5日",
    "330781001",
    "ab12",
    "9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "12 户",
    "100元",
    "<b>",
];

pub fn run(data: &[u8]) {
    let mut dice = Dice::new(data);
    let source = pack_of(&mut dice);
    let Ok(loaded) = pack::load(&source) else { return };
    fill(&Rc::new(loaded.plan), &mut dice);
}

fn fill(plan: &Rc<pack::Plan>, dice: &mut Dice) {
    let mut form = blank(plan);
    for _ in 0..3 {
        let typed: Vec<String> = plan.fields.iter().map(|_| typed(dice)).collect();
        form.set_many(typed.iter().map(String::as_str).enumerate());
        for rule in 0..plan.rules.len() {
            drop(form.justify(rule, "已逐户核对台账，情况如此"));
        }
        if dice.is_empty() {
            break;
        }
    }
    everything(&form, if dice.one_in(2) { Locale::Zh } else { Locale::En });
}

fn typed(dice: &mut Dice) -> String {
    if dice.one_in(8) { dice.text() } else { dice.pick(TYPED).to_owned() }
}
