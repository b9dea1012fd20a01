//! Random forms of up to twelve fields, whose domains are so small that every filling can be tried.

use std::rc::Rc;

use tianbao::engine::{Opening, Session};
use tianbao::pack::Plan;

use crate::common::{Random, plan};
use crate::formula::{Number, Truth, choice, tenths};

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Whole,
    /// One digit behind the point.
    Tenths,
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
    fn random(random: &mut Random, place: usize) -> Self {
        let kind = if place < 2 { 0 } else { random.below(12) };
        let weight = if random.below(4) == 0 { 1 + random.below(6) as i64 } else { 2 };
        let size = 3 + random.below(3) as i64;
        let low = if random.below(4) == 0 { -2 } else { 0 };
        let whole = |low: i64, size: i64| (low..low + size).map(|value| value * 10).collect();
        let (kind, domain) = match kind {
            8 | 9 => (Kind::Yes, whole(0, 2)),
            10 | 11 => (Kind::Choice, whole(0, 3)),
            6 | 7 => {
                let low = 8 + 4 * low;
                (Kind::Tenths, (low..low + size).collect())
            }
            _ => (Kind::Whole, whole(low, size)),
        };
        Self { kind, domain, weight }
    }

    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Whole | Kind::Tenths)
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
        let limits = format!("\"min\": {}, \"max\": {}", tenths(self.domain[0]), tenths(*self.domain.last().unwrap()));
        let kind = match self.kind {
            Kind::Whole => format!("\"type\": \"integer\", {limits}"),
            Kind::Tenths => format!("\"type\": \"decimal\", \"decimals\": 1, {limits}"),
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
    pub fn new(fields: Vec<Field>, rules: Vec<Rule>) -> Self {
        let part = |texts: Vec<String>| texts.join(", ");
        let text = format!(
            "{{\"tianbao\": 1, \"id\": \"p\", \"version\": \"1\", \"title\": \"表\", \"sections\": [], \"fields\": [{}], \"rules\": [{}]}}",
            part(fields.iter().enumerate().map(|(place, field)| field.text(place)).collect()),
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

/// What random rules may be made of.
pub struct Palette {
    pub numbers: Vec<usize>,
    pub special: Vec<Truth>,
    /// Only sums, so that all that can be known is known.
    pub linear: bool,
}

impl Palette {
    fn term(&self, random: &mut Random) -> (i64, usize) {
        let factor = [10, 10, 10, 10, 10, 20, 30, 5][random.below(8)];
        (factor, *random.pick(&self.numbers))
    }

    fn sum(&self, random: &mut Random) -> Number {
        let mut terms = vec![self.term(random)];
        for _ in 0..random.below(4) {
            let (factor, field) = self.term(random);
            let sign = if random.below(4) == 0 { -1 } else { 1 };
            if terms.iter().all(|term| term.1 != field) {
                terms.push((sign * factor, field));
            }
        }
        let constant = if random.below(5) == 0 { 10 * (random.below(5) as i64 - 2) } else { 0 };
        Number::Sum(terms, constant)
    }

    fn one(&self, random: &mut Random) -> Box<Number> {
        Box::new(Number::Sum(vec![self.term(random)], 0))
    }

    fn difference(&self, random: &mut Random) -> Box<Number> {
        let (one, other) = (self.term(random), self.term(random));
        let terms = if one.1 == other.1 { vec![one] } else { vec![one, (-other.0, other.1)] };
        Box::new(Number::Sum(terms, 0))
    }

    pub fn comparison(&self, random: &mut Random) -> Truth {
        let operator = ["=", "=", "=", "=", "<=", "<", ">=", ">", "<>"][random.below(9)];
        let kind = if self.linear { 99 } else { random.below(16) };
        let is_loose = kind == 4 || kind == 5;
        // What is rounded or divided is known exactly next to a number; next to another unknown it only lies within bounds.
        let right = match random.below(3) {
            0 => Number::Sum(Vec::new(), 10 * random.below(9) as i64),
            _ if is_loose => Number::Sum(Vec::new(), 5 * random.below(9) as i64),
            _ => self.sum(random),
        };
        let left = match kind {
            0 => Number::Abs(self.difference(random)),
            1 => Number::Max(self.one(random), self.one(random)),
            2 => Number::Min(self.one(random), self.one(random)),
            3 => Number::If(Box::new(self.plain(random)), self.one(random), self.one(random)),
            4 => Number::Round(Box::new(self.sum(random))),
            5 => Number::Over(Box::new(self.sum(random)), *random.pick(&self.numbers)),
            _ => self.sum(random),
        };
        Truth::Compare(operator, left, right)
    }

    fn plain(&self, random: &mut Random) -> Truth {
        if !self.special.is_empty() && random.below(3) == 0 {
            return random.pick(&self.special).clone();
        }
        let at = Number::Sum(Vec::new(), 10 * random.below(3) as i64);
        Truth::Compare(["<", ">=", "="][random.below(3)], *self.one(random), at)
    }

    pub fn assertion(&self, random: &mut Random) -> Truth {
        let both = |one, other| (Box::new(one), Box::new(other));
        if !self.special.is_empty() && random.below(4) == 0 {
            let one = random.pick(&self.special).clone();
            return match random.below(4) {
                0 => one,
                1 => Truth::Not(Box::new(one)),
                _ => {
                    let (one, other) = both(one, self.comparison(random));
                    Truth::Or(one, other)
                }
            };
        }
        let one = self.comparison(random);
        match random.below(10) {
            0 => {
                let (one, other) = both(one, self.comparison(random));
                Truth::Or(one, other)
            }
            1 => {
                let (one, other) = both(one, self.comparison(random));
                Truth::And(one, other)
            }
            2 => {
                let (one, other) = both(one, self.comparison(random));
                Truth::Not(Box::new(Truth::And(one, other)))
            }
            _ => one,
        }
    }

    pub fn rule(&self, random: &mut Random) -> Rule {
        let when = match random.below(3) {
            0 => Some(if random.below(2) == 0 { self.plain(random) } else { self.assertion(random) }),
            _ => None,
        };
        let assert = self.assertion(random);
        let mut inputs = Vec::new();
        when.iter().for_each(|when| when.inputs(&mut inputs));
        assert.inputs(&mut inputs);
        inputs.sort_unstable();
        inputs.dedup();
        Rule { when, assert, mandatory: random.below(7) != 0, inputs }
    }
}

/// A random form of two to `most` fields, nothing typed.
pub fn blank(random: &mut Random, most: usize) -> Form {
    let count = 2 + random.below(most - 1);
    let fields: Vec<Field> = (0..count).map(|place| Field::random(random, place)).collect();
    let (mut numbers, mut special) = (Vec::new(), Vec::new());
    for (place, field) in fields.iter().enumerate() {
        match field.kind {
            Kind::Yes => special.push(Truth::Yes(place)),
            Kind::Choice => {
                special.push(Truth::Is(place, 0));
                special.push(Truth::Not(Box::new(Truth::Is(place, 1))));
            }
            _ => numbers.push(place),
        }
    }
    let palette = Palette { numbers, special, linear: random.below(3) == 0 };
    let rules = (0..1 + random.below(2 + count * 2 / 3)).map(|_| palette.rule(random)).collect();
    Form { is_linear: palette.linear, ..Form::new(fields, rules) }
}
