//! Random forms of up to twelve fields, whose domains are so small that every filling can be tried.

use crate::brute::Brute;
use crate::common::Random;
use crate::form::{Field, Form, Kind, Rule};
use crate::formula::{Number, Truth};

/// What random rules may be made of.
pub struct Palette {
    pub numbers: Vec<usize>,
    pub special: Vec<Truth>,
    /// Formulas of metrics.
    pub metrics: Vec<Number>,
    /// Only sums, so that all that can be known is known.
    pub linear: bool,
}

impl Palette {
    fn term(&self, random: &mut Random) -> (i64, usize) {
        let factor = [10, 10, 10, 10, 10, 20, 30, 5][random.below(8)];
        (factor, *random.pick(&self.numbers))
    }

    pub fn sum(&self, random: &mut Random) -> Number {
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
        let is_loose = matches!(kind, 4..=6);
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
            6 if !self.metrics.is_empty() => {
                let place = random.below(self.metrics.len());
                Number::Metric(place, Box::new(self.metrics[place].clone()))
            }
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
        Rule::new(when, self.assertion(random), random.below(7) != 0)
    }
}

fn field(random: &mut Random, place: usize) -> Field {
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
    Field { kind, domain, weight }
}

/// A random form of two to `most` fields, nothing typed.
fn blank(random: &mut Random, most: usize) -> Form {
    let count = 2 + random.below(most - 1);
    let fields: Vec<Field> = (0..count).map(|place| field(random, place)).collect();
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
    let mut palette = Palette { numbers, special, metrics: Vec::new(), linear: random.below(3) == 0 };
    palette.metrics = (0..random.below(3)).map(|_| palette.sum(random)).collect();
    let rules = (0..1 + random.below(2 + count * 2 / 3)).map(|_| palette.rule(random)).collect();
    Form { is_linear: palette.linear, ..Form::new(fields, &palette.metrics, rules) }
}

/// A form on which something may be wrong: one that holds, with up to three other figures, or any figures at all.
pub fn spoilt(random: &mut Random) -> Option<Form> {
    let is_wild = random.below(3) == 0;
    let mut form = blank(random, if is_wild { 8 } else { 12 });
    let everything = form.places(|_| true);
    if is_wild {
        form.typed = form.fields.iter().map(|field| Some(*random.pick(&field.domain))).collect();
    } else {
        // Every field starts its domain elsewhere, so that what holds is not all noughts.
        let mut brute = Brute::new(&form);
        let mut order = everything.clone();
        let shift = random.below(order.len());
        order.rotate_left(shift);
        if !brute.can(&order, &form.mandatory()) {
            return None;
        }
        let mut typed = brute.values;
        for _ in 0..random.below(4) {
            let place = random.below(form.fields.len());
            typed[place] = Some(another(random, &form, place));
        }
        form.typed = typed;
    }
    for place in everything {
        if random.below(8) == 0 {
            form.typed[place] = None;
            if random.below(6) == 0 {
                form.absent.push(place);
            }
        }
    }
    Some(form)
}

fn another(random: &mut Random, form: &Form, place: usize) -> i64 {
    let field = &form.fields[place];
    if field.is_number() && random.below(6) == 0 {
        let outside = field.domain.last().unwrap() + 10 * (1 + random.below(3) as i64);
        return if random.below(2) == 0 { outside } else { field.domain[0] - 10 };
    }
    *random.pick(&field.domain)
}
