//! Random forms whose fields take any number, so that there is nothing to try one after the other: sums, compared, on conditions.

use num_rational::Ratio;
use tianbao::model::Decimal;

use crate::common::Random;
use crate::form::{Field, Form, Kind, Rule};
use crate::formula::{Number, Truth};
use crate::palette::Palette;

type Figure = Ratio<i128>;

fn field(random: &mut Random) -> Field {
    let low = 10 * (random.below(3) as i64 - 1);
    let domain = match random.below(4) {
        0 => Vec::new(),
        1 => vec![low, low + 10 * (5 + random.below(40) as i64)],
        _ => vec![0],
    };
    let weight = if random.below(4) == 0 { 1 + random.below(5) as i64 } else { 2 };
    Field { kind: Kind::Real, domain, weight }
}

/// A comparison that holds with these values.
fn comparison(random: &mut Random, palette: &Palette, values: &[Option<i64>]) -> Truth {
    let (left, right) = (palette.sum(random), palette.sum(random));
    let truth = |operator, right: &Number| Truth::Compare(operator, left.clone(), right.clone());
    if random.below(2) == 0 {
        let Number::Sum(terms, constant) = &right else { return truth("<>", &right) };
        // With another constant the two are the same.
        for shift in -3_000..3_000 {
            let shifted = Number::Sum(terms.clone(), constant + shift);
            if truth("=", &shifted).value(values) == Some(true) {
                return truth("=", &shifted);
            }
        }
    }
    let operators = ["<", "<=", ">", ">=", "<>"];
    let first = random.below(operators.len());
    let turned = operators.iter().cycle().skip(first).take(operators.len());
    let mut holding = turned.filter(|operator| truth(operator, &right).value(values) == Some(true));
    truth(holding.next().unwrap(), &right)
}

fn rule(random: &mut Random, palette: &Palette, values: &[Option<i64>]) -> Rule {
    let one = comparison(random, palette, values);
    let other = |random: &mut Random| Box::new(palette.comparison(random));
    let (when, assert) = match random.below(8) {
        0 => (None, Truth::Or(Box::new(one), other(random))),
        1 => (Some(*other(random)), one),
        _ => (None, one),
    };
    Rule::new(when, assert, true)
}

/// A form that holds, but for up to three figures.
pub fn spoilt(random: &mut Random) -> Form {
    let count = 2 + random.below(6);
    let fields: Vec<Field> = (0..count).map(|_| field(random)).collect();
    let within = |field: &Field, random: &mut Random| {
        let value = 10 * random.below(6) as i64;
        Some(if field.takes(value) { value } else { field.domain[0] })
    };
    let values: Vec<Option<i64>> = fields.iter().map(|field| within(field, random)).collect();
    let palette = Palette { numbers: (0..count).collect(), special: Vec::new(), metrics: Vec::new(), linear: true };
    let rules = (0..1 + random.below(5)).map(|_| rule(random, &palette, &values)).collect();
    let mut form = Form { typed: values, ..Form::new(fields, &[], rules) };
    for _ in 0..random.below(4) {
        form.typed[random.below(count)] = Some(random.below(120) as i64 - 20);
    }
    for place in 0..count {
        if random.below(7) == 0 {
            form.typed[place] = None;
        }
    }
    form
}

/// Whether a told end is the one that was worked out, in tenths; what has no end of its places is told a little outwards.
pub fn is_end(told: Option<Decimal>, right: Option<Figure>, is_upper: bool) -> bool {
    let Some((told, right)) = told.zip(right) else { return told.is_none() && right.is_none() };
    let told = Figure::new(told.mantissa(), 10_i128.pow(told.scale().into()));
    let beyond = if is_upper { told - right / 10 } else { right / 10 - told };
    beyond >= Figure::from(0) && beyond < Figure::new(1, 100_000_000_000)
}
