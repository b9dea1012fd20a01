//! A formula: by the parser alone, and where it is one, as a rule and as a metric of a small form.

use std::rc::Rc;

use tianbao::door::tell::{self, Teller};
use tianbao::formula::{self, BinaryOperator, ExpressionKind, Function, UnaryOperator};
use tianbao::model::Locale;
use tianbao::pack;

use crate::tell::{LOCALES, blank};

const FIELDS: &str = r#"{"id":"a","label":"甲","unit":"户","type":"integer"},{"id":"b","label":"乙","unit":"户","type":"integer","last_of":"a"},
{"id":"c","label":"金额","unit":"万元","type":"decimal","decimals":2},{"id":"d","label":"丁","type":"decimal"},
{"id":"p","label":"比率","unit":"%","type":"decimal"},{"id":"t","label":"文","type":"text"},
{"id":"k","label":"类","type":"choice","choices":[{"value":"x","label":"某"},{"value":"y","label":"某某"}]},
{"id":"q","label":"是否","type":"boolean"},{"id":"r","label":"日","type":"date"},{"id":"e","label":"空","type":"integer","not_applicable":["无"]}"#;

/// What is typed into the fields: once what is usual, once what lies at the limits.
const TYPED: [[&str; 10]; 2] = [
    ["12", "9", "3.50", "0.1", "40", "甲乙", "x", "是", "2024-02-29", "无"],
    [
        "0",
        "-7",
        "99999999999999999999999999.99",
        "-0.0000000000000000000000000001",
        "100",
        "",
        "某某",
        "否",
        "1900-01-01",
        "5",
    ],
];

const UNITS: &[&str] = &["户", "人", "元", "万元", "%", "百分点", "元/户", "亩"];

pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match formula::parse(text, &|word| UNITS.contains(&word)) {
        Ok(tree) => {
            assert!(tree.span.end <= text.len(), "inside of the text");
            in_a_form(text, is_condition(&tree.kind));
        }
        Err(refusal) => {
            assert!(refusal.span.start <= refusal.span.end && refusal.span.end <= text.len(), "inside of the text");
        }
    }
}

/// Whether it looks like one: the other pack would be refused.
fn is_condition(kind: &ExpressionKind) -> bool {
    use BinaryOperator as Operator;
    match kind {
        ExpressionKind::Binary(operator, ..) => {
            !matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
        }
        ExpressionKind::Unary(operator, _) => matches!(operator, UnaryOperator::Not),
        ExpressionKind::Call(function, _) => {
            matches!(function, Function::And | Function::Or | Function::Not | Function::IsBlank | Function::Matches)
        }
        _ => false,
    }
}

fn in_a_form(text: &str, is_condition: bool) {
    let quoted = serde_json::to_string(text).unwrap_or_default();
    let (metrics, rules) = if is_condition {
        (String::new(), format!(r#"{{"id":"x","severity":"verify","assert":{quoted},"message":"{{a}}。"}}"#))
    } else {
        (format!(r#"{{"id":"x","label":"率","places":2,"formula":{quoted}}}"#), String::new())
    };
    let source = format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[{FIELDS}],"metrics":[{metrics}],"rules":[{rules}]}}"#
    );
    match pack::load(&source) {
        Ok(loaded) => judge(&Rc::new(loaded.plan)),
        Err(complaints) => {
            assert!(!complaints.is_empty() && complaints.len() <= 50, "a reason for the refusal");
            drop(tell::diagnostic(&source, &complaints[0], Locale::En));
        }
    }
}

fn judge(plan: &Rc<pack::Plan>) {
    let mut form = blank(plan);
    for (typed, locale) in TYPED.iter().zip(LOCALES) {
        form.set_many(typed.iter().copied().enumerate());
        assert!(Teller::new(&form, locale).explain("x").is_some(), "it is explained");
    }
}
