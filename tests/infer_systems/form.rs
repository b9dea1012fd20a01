//! A form as the test knows it: its fields, its rules, what was typed; and as a pack writes it.

use std::rc::Rc;

use tianbao::engine::{Opening, Session};
use tianbao::pack::Plan;

use crate::common::plan;
use crate::formula::{Number, Truth, choice, tenths};

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Whole,
    /// One digit behind the point.
    Tenths,
    /// Any number; the domain has its ends: both, the lower one, or none.
    Real,
    Yes,
    Choice,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub kind: Kind,
    /// Every value, in tenths, in order.
    pub domain: Vec<i64>,
    /// In halves.
    pub weight: i64,
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub when: Option<Truth>,
    pub assert: Truth,
    pub mandatory: bool,
    /// In order, each once.
    pub inputs: Vec<usize>,
}

/// A form with what was typed: nothing where a field is blank.
#[derive(Clone, Debug)]
pub struct Form {
    pub text: String,
    pub plan: Rc<Plan>,
    pub fields: Vec<Field>,
    pub rules: Vec<Rule>,
    pub typed: Vec<Option<i64>>,
    /// Fields that this form does not have.
    pub absent: Vec<usize>,
    /// Only sums in its rules: all that can be known is known.
    pub is_linear: bool,
}

impl Field {
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Whole | Kind::Tenths | Kind::Real)
    }

    /// Whether a field takes a value.
    pub fn takes(&self, value: i64) -> bool {
        let ends =
            (self.domain.first().is_none_or(|low| value >= *low), self.domain.get(1).is_none_or(|high| value <= *high));
        if self.kind == Kind::Real { ends.0 && ends.1 } else { self.domain.contains(&value) }
    }

    /// A value as it is typed.
    pub fn typed(&self, value: i64) -> String {
        match self.kind {
            Kind::Yes => (value == 10).to_string(),
            Kind::Choice => choice(value / 10).to_owned(),
            _ => tenths(value),
        }
    }

    fn text(&self, place: usize) -> String {
        let limit = |key, at: Option<&i64>| at.map_or(String::new(), |at| format!(", \"{key}\": {}", tenths(*at)));
        let high = if self.kind == Kind::Real { self.domain.get(1) } else { self.domain.last() };
        let limits = limit("min", self.domain.first()) + &limit("max", high);
        let kind = match self.kind {
            Kind::Whole => format!("\"type\": \"integer\"{limits}"),
            Kind::Tenths => format!("\"type\": \"decimal\", \"decimals\": 1{limits}"),
            Kind::Real => format!("\"type\": \"decimal\"{limits}"),
            Kind::Yes => "\"type\": \"boolean\"".to_owned(),
            Kind::Choice => {
                let one = |place| format!("{{\"value\": \"{0}\", \"label\": \"{0}\"}}", choice(place));
                format!("\"type\": \"choice\", \"choices\": [{}]", [one(0), one(1), one(2)].join(", "))
            }
        };
        format!("{{\"id\": \"f{place}\", \"label\": \"甲{place}\", {kind}, \"weight\": {}}}", tenths(self.weight * 5))
    }
}

impl Rule {
    pub fn new(when: Option<Truth>, assert: Truth, mandatory: bool) -> Self {
        let mut inputs = Vec::new();
        when.iter().for_each(|when| when.inputs(&mut inputs));
        assert.inputs(&mut inputs);
        inputs.sort_unstable();
        inputs.dedup();
        Self { when, assert, mandatory, inputs }
    }

    fn text(&self, place: usize) -> String {
        let severity = if self.mandatory { "mandatory" } else { "verify" };
        let when = self.when.as_ref().map_or(String::new(), |when| format!("\"when\": \"{}\", ", when.text()));
        let assert = self.assert.text();
        format!(
            "{{\"id\": \"R{place}\", \"severity\": \"{severity}\", {when}\"assert\": \"{assert}\", \"message\": \"请核对。\"}}"
        )
    }

    /// Whether it does not fail; `IF` waits only for its condition and the branch that is taken.
    pub fn holds(&self, values: &[Option<i64>]) -> bool {
        let when = self.when.as_ref().map_or(Some(true), |when| when.value(values));
        !(when == Some(true) && self.assert.value(values) == Some(false))
    }
}

impl Form {
    pub fn new(fields: Vec<Field>, metrics: &[Number], rules: Vec<Rule>) -> Self {
        let part = |texts: Vec<String>| texts.join(", ");
        let text = format!(
            "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"metrics\": [{}], \"rules\": [{}]}}",
            part(fields.iter().enumerate().map(|(place, field)| field.text(place)).collect()),
            part(metrics.iter().enumerate().map(|(place, metric)| metric_text(place, metric)).collect()),
            part(rules.iter().enumerate().map(|(place, rule)| rule.text(place)).collect())
        );
        let typed = vec![None; fields.len()];
        Self { plan: plan(&text), text, fields, rules, typed, absent: Vec::new(), is_linear: false }
    }

    pub fn open(&self) -> Session {
        let typed = self.typed.iter().enumerate();
        let values = typed
            .filter_map(|(place, value)| value.map(|value| (format!("f{place}"), self.fields[place].typed(value))));
        let present = (0..self.fields.len()).filter(|place| !self.absent.contains(place));
        let present = Some(present.map(|place| format!("f{place}")).collect());
        Session::open(Rc::clone(&self.plan), &Opening { values: values.collect(), present, ..Opening::default() })
    }

    pub fn places(&self, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.fields.len()).filter(|place| wanted(*place)).collect()
    }

    pub fn blanks(&self) -> Vec<usize> {
        self.places(|place| self.typed[place].is_none())
    }

    pub fn mandatory(&self) -> Vec<usize> {
        (0..self.rules.len()).filter(|rule| self.rules[*rule].mandatory).collect()
    }

    /// Whether a rule fails as the form stands.
    pub fn fails(&self, rule: usize) -> bool {
        !self.rules[rule].holds(&self.typed)
    }

    pub fn weight(&self, set: &[usize]) -> i64 {
        set.iter().map(|field| self.fields[*field].weight).sum()
    }
}

fn metric_text(place: usize, formula: &Number) -> String {
    let formula = formula.text();
    format!("{{\"id\": \"m{place}\", \"label\": \"乙{place}\", \"places\": 0, \"formula\": \"{formula}\"}}")
}
