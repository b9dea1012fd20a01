//! The formulas of random forms, each both as a pack writes it and as the test reckons it: in whole tenths, by code that the engine
//! has no part in.

use std::cmp::Ordering;

/// A fraction whose lower part is above nought; not in lowest terms.
pub type Fraction = (i64, i64);

/// What a formula has for its fields: nothing where a field is not filled yet.
pub type Values<'a> = &'a [Option<i64>];

/// A figure.
#[derive(Clone, Debug)]
pub enum Number {
    /// Factors in tenths, each of a field, and a constant in tenths.
    Sum(Vec<(i64, usize)>, i64),
    Abs(Box<Number>),
    Min(Box<Number>, Box<Number>),
    Max(Box<Number>, Box<Number>),
    If(Box<Truth>, Box<Number>, Box<Number>),
    /// Half of it, rounded to a whole number.
    Round(Box<Number>),
    /// A metric by its place, without places of its own, and its formula.
    Metric(usize, Box<Number>),
    Over(Box<Number>, usize),
}

/// What holds or does not.
#[derive(Clone, Debug)]
pub enum Truth {
    Compare(&'static str, Number, Number),
    Yes(usize),
    /// A choice, and the place of the value that it is.
    Is(usize, i64),
    Not(Box<Truth>),
    And(Box<Truth>, Box<Truth>),
    Or(Box<Truth>, Box<Truth>),
}

/// Tenths as a pack writes them.
pub fn tenths(number: i64) -> String {
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.abs());
    if size % 10 == 0 { format!("{sign}{}", size / 10) } else { format!("{sign}{}.{}", size / 10, size % 10) }
}

impl Number {
    pub fn text(&self) -> String {
        match self {
            Self::Sum(terms, constant) => {
                let mut text = String::new();
                for (factor, field) in terms {
                    let sign = if *factor < 0 { "-" } else { "+" };
                    let sign = if text.is_empty() && *factor > 0 { String::new() } else { format!(" {sign} ") };
                    let times = if factor.abs() == 10 { String::new() } else { format!("{} * ", tenths(factor.abs())) };
                    text += &format!("{sign}{times}f{field}");
                }
                match constant {
                    0 if !terms.is_empty() => text,
                    _ if terms.is_empty() => tenths(*constant),
                    _ => format!("{text} {} {}", if *constant < 0 { "-" } else { "+" }, tenths(constant.abs())),
                }
            }
            Self::Abs(inner) => format!("ABS({})", inner.text()),
            Self::Min(one, other) => format!("MIN({}, {})", one.text(), other.text()),
            Self::Max(one, other) => format!("MAX({}, {})", one.text(), other.text()),
            Self::If(when, one, other) => format!("IF({}, {}, {})", when.text(), one.text(), other.text()),
            Self::Round(inner) => format!("ROUND(({}) / 2, 0)", inner.text()),
            Self::Metric(place, _) => format!("m{place}"),
            Self::Over(inner, field) => format!("({}) / f{field}", inner.text()),
        }
    }

    pub fn inputs(&self, into: &mut Vec<usize>) {
        match self {
            Self::Sum(terms, _) => into.extend(terms.iter().map(|term| term.1)),
            Self::Abs(inner) | Self::Round(inner) | Self::Metric(_, inner) => inner.inputs(into),
            Self::Min(one, other) | Self::Max(one, other) => [one, other].iter().for_each(|part| part.inputs(into)),
            Self::If(when, one, other) => {
                when.inputs(into);
                [one, other].iter().for_each(|part| part.inputs(into));
            }
            Self::Over(inner, field) => {
                inner.inputs(into);
                into.push(*field);
            }
        }
    }

    /// In tenths; nothing where it divides by nought or waits for a blank.
    fn value(&self, values: Values<'_>) -> Option<Fraction> {
        match self {
            Self::Sum(terms, constant) => {
                let mut sum = constant * 10;
                for (factor, field) in terms {
                    sum += factor * values[*field]?;
                }
                Some((sum, 10))
            }
            Self::Abs(inner) => inner.value(values).map(|(top, under)| (top.abs(), under)),
            Self::Min(one, other) => {
                let (one, other) = (one.value(values)?, other.value(values)?);
                Some(if compare(one, other).is_le() { one } else { other })
            }
            Self::Max(one, other) => {
                let (one, other) = (one.value(values)?, other.value(values)?);
                Some(if compare(one, other).is_ge() { one } else { other })
            }
            Self::If(when, one, other) => if when.value(values)? { one } else { other }.value(values),
            Self::Round(inner) => inner.value(values).map(|(top, under)| rounded(top, under * 2)),
            Self::Metric(_, inner) => inner.value(values).map(|(top, under)| rounded(top, under)),
            Self::Over(inner, field) => {
                let (top, under) = inner.value(values)?;
                let by = values[*field]?;
                (by != 0).then(|| (top * 10 * by.signum(), under * by.abs()))
            }
        }
    }
}

/// Tenths to a whole number, half up, away from nought.
fn rounded(top: i64, under: i64) -> Fraction {
    let (size, step) = (top.abs(), under * 10);
    ((2 * size + step) / (2 * step) * top.signum() * 10, 1)
}

fn compare(one: Fraction, other: Fraction) -> Ordering {
    (one.0 * other.1).cmp(&(other.0 * one.1))
}

impl Truth {
    pub fn text(&self) -> String {
        match self {
            Self::Compare(operator, one, other) => format!("{} {operator} {}", one.text(), other.text()),
            Self::Yes(field) => format!("f{field}"),
            Self::Is(field, place) => format!("f{field} = '{}'", choice(*place)),
            Self::Not(inner) => format!("not ({})", inner.text()),
            Self::And(one, other) => format!("({}) and ({})", one.text(), other.text()),
            Self::Or(one, other) => format!("({}) or ({})", one.text(), other.text()),
        }
    }

    pub fn inputs(&self, into: &mut Vec<usize>) {
        match self {
            Self::Compare(_, one, other) => [one, other].iter().for_each(|part| part.inputs(into)),
            Self::Yes(field) | Self::Is(field, _) => into.push(*field),
            Self::Not(inner) => inner.inputs(into),
            Self::And(one, other) | Self::Or(one, other) => [one, other].iter().for_each(|part| part.inputs(into)),
        }
    }

    /// Nothing where a part of it divides by nought or waits for a blank.
    pub fn value(&self, values: Values<'_>) -> Option<bool> {
        Some(match self {
            Self::Compare(operator, one, other) => {
                let order = compare(one.value(values)?, other.value(values)?);
                match *operator {
                    "=" => order.is_eq(),
                    "<>" => order.is_ne(),
                    "<" => order.is_lt(),
                    "<=" => order.is_le(),
                    ">" => order.is_gt(),
                    _ => order.is_ge(),
                }
            }
            Self::Yes(field) => values[*field]? == 10,
            Self::Is(field, place) => values[*field]? == place * 10,
            Self::Not(inner) => !inner.value(values)?,
            Self::And(one, other) => {
                let (one, other) = (one.value(values)?, other.value(values)?);
                one && other
            }
            Self::Or(one, other) => {
                let (one, other) = (one.value(values)?, other.value(values)?);
                one || other
            }
        })
    }
}

/// The value of a choice at a place.
pub fn choice(place: i64) -> &'static str {
    ["a", "b", "c"][place as usize]
}
