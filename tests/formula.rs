//! Runs `tests/cases/formula/*.txt`: what formulas give, in value and unit, or what their author is told.
//!
//! A file names its fields, then its metrics and parameters, then its cases, one a line:
//!
//! ```text
//! hh 户数 : 户 = 1200              id, label : unit or type = what is typed (nothing: blank, absent: not on the form)
//! rate 率 := pop / hh -> 人/户 2    a metric, shown in a unit with so many places
//! top 上限 :: 95 %                  a parameter
//!
//! hh * 2 => 2400 户                the exact figure with its unit
//! pop / hh -> 人/户 2 => 3.14 人/户  as a metric shows it
//! hh < pop => unit-mismatch @1 ~ 户 ! 人     a refusal: code, column, what was expected, what was found
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::fmt::Write;
use std::rc::Rc;

use common::{files, path, quote};
use tianbao::door::tell::{self, Teller};
use tianbao::engine::{Opening, Outcome, Session, Value, evaluate};
use tianbao::formula;
use tianbao::model::{DiagnosticSeverity, Locale, Position, Problem, Rounding, WhyUndefined};
use tianbao::pack::{self, Piece, Plan};

#[test]
fn formulas_give_what_the_tables_say() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in files(&path("tests/cases/formula"), ".txt") {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let table = Table::read(&name, &text);
        for (line, expression, expected) in &table.cases {
            count += 1;
            let found = table.judge(expression);
            if found != *expected {
                wrong.push(format!("{name}:{line}: {expression}\n    expected {expected}\n    found    {found}"));
            }
        }
    }
    assert!(count > 300, "only {count} cases");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_formula_is_as_long_and_as_deep_as_the_limits_say() {
    let parse = |text: &str| formula::parse(text, &|_| false).map(|tree| tree.depth).map_err(|told| told.problem);
    let sum = |terms: usize| vec!["1"; terms].join("+");
    assert_eq!(parse(&sum(256)), Ok(256));
    assert_eq!(parse(&sum(257)), Err(Problem::TooDeep));
    let long = |length: usize| format!("{:<length$}", "1");
    assert_eq!(parse(&long(4096)), Ok(1));
    assert_eq!(parse(&long(4097)), Err(Problem::Limits));
}

/// One file of cases.
#[derive(Default)]
struct Table {
    fields: Vec<String>,
    metrics: Vec<String>,
    parameters: Vec<String>,
    values: Vec<(String, String)>,
    present: Vec<String>,
    /// Line, expression, outcome.
    cases: Vec<(usize, String, String)>,
}

impl Table {
    fn read(name: &str, text: &str) -> Self {
        let mut table = Self::default();
        for (place, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            if let Some((expression, outcome)) = line.split_once(" => ") {
                table.cases.push((place + 1, expression.trim().to_owned(), outcome.trim().to_owned()));
            } else if let Some((named, formula)) = line.split_once(" := ") {
                table.metric(named, formula);
            } else if let Some((named, value)) = line.split_once(" :: ") {
                let (id, label) = named.trim().split_once(' ').unwrap();
                let (value, unit) = value.trim().split_once(' ').unwrap_or((value.trim(), ""));
                let unit = member("unit", unit);
                table.parameters.push(format!(r#""{id}":{{"label":{},"value":"{value}"{unit}}}"#, quote(label)));
            } else if let Some((named, what)) = line.split_once(" : ") {
                table.field(named, what);
            } else {
                panic!("{name}:{}: {line}", place + 1);
            }
        }
        table
    }

    fn field(&mut self, named: &str, what: &str) {
        let (id, label) = named.trim().split_once(' ').unwrap();
        let (what, value) = what.split_once('=').map_or((what, None), |(what, value)| (what, Some(value.trim())));
        let rest = match what.trim() {
            "text" | "boolean" | "date" => format!(r#""type":"{}""#, what.trim()),
            "number" => r#""type":"decimal""#.to_owned(),
            choices if choices.starts_with("choice ") => {
                let choice = |pair: &str| {
                    let (value, label) = pair.split_once('/').unwrap();
                    format!(r#"{{"value":"{value}","label":"{label}"}}"#)
                };
                let list: Vec<String> = choices[7..].split_whitespace().map(choice).collect();
                format!(r#""type":"choice","choices":[{}]"#, list.join(","))
            }
            unit => format!(r#""type":"decimal","unit":"{unit}""#),
        };
        self.fields.push(format!(r#"{{"id":"{id}","label":{},"not_applicable":["不涉及"],{rest}}}"#, quote(label)));
        if value != Some("absent") {
            self.present.push(id.to_owned());
            self.values.push((id.to_owned(), value.unwrap_or("").to_owned()));
        }
    }

    fn metric(&mut self, named: &str, formula: &str) {
        let (id, label) = named.trim().split_once(' ').unwrap();
        self.metrics.push(metric(id, label, formula));
    }

    /// A pack with these fields; the rule's parts start a line of their own.
    fn pack(&self, more: &str, rule: &str) -> String {
        let metrics = [self.metrics.join(","), more.to_owned()];
        let metrics: Vec<&str> = metrics.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        format!(
            "{{\"tianbao\":1,\"id\":\"p\",\"version\":\"1\",\"title\":\"t\",\"sections\":[],\"parameters\":{{{}}},\"fields\":[{}],\"metrics\":[{}],\"rules\":[{rule}]}}",
            self.parameters.join(","),
            self.fields.join(","),
            metrics.join(",")
        )
    }

    fn open(&self, plan: Rc<Plan>) -> Session {
        let opening = Opening { present: Some(self.present.clone()), values: self.values.clone(), prior: Vec::new() };
        Session::open(plan, &opening)
    }

    fn judge(&self, expression: &str) -> String {
        match expression.split_once(" -> ") {
            Some(_) => self.shown(expression),
            None => self.value(expression),
        }
    }

    fn shown(&self, expression: &str) -> String {
        let metric = metric("shown", "被测", expression);
        let text = self.pack(&metric, "");
        let start = text.rfind("\"formula\":\"").unwrap() + 11;
        match pack::load(&text) {
            Err(complaints) => refused(&text, start, &complaints),
            Ok(loaded) => {
                let form = self.open(Rc::new(loaded.plan));
                let report = Teller::new(&form, Locale::Zh).report();
                let (_, metric) = report.metrics.0.last().unwrap();
                match (metric.state, &metric.waiting_for) {
                    ("ok", _) => metric.display.clone(),
                    ("waiting", Some(fields)) => format!("waiting {}", fields.join(" ")),
                    (state, _) => state.to_owned(),
                }
            }
        }
    }

    fn value(&self, expression: &str) -> String {
        let message = quote(&format!("{{{expression}}}"));
        let text = self.pack("", &format!(r#"{{"id":"R","severity":"hint","assert":"TRUE","message":{message}}}"#));
        let start = text.rfind("\"message\":\"{").unwrap() + 12;
        let plan = match pack::load(&text) {
            Err(complaints) => return refused(&text, start, &complaints),
            Ok(loaded) => Rc::new(loaded.plan),
        };
        let form = self.open(Rc::clone(&plan));
        let pieces = &plan.rules[0].message[0];
        let Some(Piece::Figure { formula, unit }) = pieces.iter().find(|piece| matches!(piece, Piece::Figure { .. }))
        else {
            panic!("{expression} is no formula");
        };
        match evaluate(formula, form.view()) {
            Outcome::Value(Value::Number(number)) => {
                let exact = number.to_decimal().map(|figure| figure.to_string());
                let cut = || format!("{}…", number.round(6, Rounding::HalfUp).unwrap());
                let unit = unit.as_ref().map(|unit| format!(" {}", unit.zh)).unwrap_or_default();
                format!("{}{unit}", exact.unwrap_or_else(cut))
            }
            Outcome::Value(Value::Truth(truth)) => truth.to_string(),
            Outcome::Value(Value::Text(text)) => format!("'{text}'"),
            Outcome::Value(Value::Date(date)) => date.to_string(),
            Outcome::Absent => "absent".to_owned(),
            Outcome::Undefined(WhyUndefined::ZeroDivisor) => "undefined".to_owned(),
            Outcome::Undefined(WhyUndefined::TooLarge) => "too-large".to_owned(),
            Outcome::Waiting => self.waits(expression),
        }
    }

    /// What a rule over the expression waits for.
    fn waits(&self, expression: &str) -> String {
        let assert = quote(&format!("({expression}) = ({expression})"));
        let rule = format!(r#"{{"id":"R","severity":"hint","assert":{assert},"message":"请核对。"}}"#);
        let plan = common::plan(&self.pack("", &rule));
        let form = self.open(Rc::clone(&plan));
        let fields = form.rule_waits_for(0);
        let names: Vec<&str> = fields.iter().map(|place| plan.fields[*place].id.as_str()).collect();
        format!("waiting {}", names.join(" "))
    }
}

/// `formula -> unit places` as JSON.
fn metric(id: &str, label: &str, formula: &str) -> String {
    let (formula, shown) = formula.split_once(" -> ").unwrap_or((formula, "0"));
    let (unit, places) = shown.trim().rsplit_once(' ').unwrap_or(("", shown.trim()));
    let unit = member("unit", unit.trim());
    let (label, formula) = (quote(label), quote(formula.trim()));
    format!(r#"{{"id":"{id}","label":{label}{unit},"places":{places},"formula":{formula}}}"#)
}

fn member(key: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(r#","{key}":"{value}""#) }
}

/// The diagnostics of a formula that starts at the byte `start`: `code @column ~ expected ! found`, parted by ` ; `.
fn refused(text: &str, start: usize, complaints: &[tianbao::model::Diagnostic]) -> String {
    let origin = Position::of(text, start).column;
    let mut line = String::new();
    for complaint in complaints.iter().filter(|one| one.severity == DiagnosticSeverity::Error) {
        let told = tell::diagnostic(text, complaint, Locale::Zh);
        if !line.is_empty() {
            line.push_str(" ; ");
        }
        let column = i64::from(told.column) - i64::from(origin) + 1;
        write!(line, "{} @{column}", told.code).unwrap();
        for (mark, part) in [('~', &told.expected), ('!', &told.found)] {
            if let Some(part) = part {
                write!(line, " {mark} {part}").unwrap();
            }
        }
    }
    line
}
