//! Whether sums can be held together by numbers of any kind: exact elimination after Fourier and Motzkin, every case of a condition by
//! itself.

use num_rational::Ratio;
use num_traits::{Signed, Zero};

use crate::form::{Form, Kind};
use crate::formula::{Number, Truth};

type Figure = Ratio<i128>;

/// What a row says of its sum and nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Equal,
    AtMost,
    Less,
}

/// A sum of multiples of fields, and a constant, compared with nought.
#[derive(Clone, Debug)]
struct Row {
    factors: Vec<Figure>,
    constant: Figure,
    says: Says,
}

/// Conditions on the fields that are free.
#[derive(Clone, Debug)]
enum Asked {
    Row(Row),
    All(Vec<Asked>),
    Any(Vec<Asked>),
}

/// The ends of a field's figures; `None` where there is none.
pub type Ends = (Option<Figure>, Option<Figure>);

impl Row {
    fn plus(&self, other: &Self, factor: Figure, says: Says) -> Self {
        let factors = self.factors.iter().zip(&other.factors).map(|(one, two)| one + two * factor).collect();
        Self { factors, constant: self.constant + other.constant * factor, says }
    }

    fn negative(&self, says: Says) -> Self {
        let factors = self.factors.iter().map(|factor| -factor).collect();
        Self { factors, constant: -self.constant, says }
    }

    /// Without fields: whether it holds.
    fn holds(&self) -> bool {
        match self.says {
            Says::Equal => self.constant.is_zero(),
            Says::AtMost => !self.constant.is_positive(),
            Says::Less => self.constant.is_negative(),
        }
    }

    fn is_plain(&self) -> bool {
        self.factors.iter().all(Zero::is_zero)
    }
}

/// The rows without one field; nothing where what is left contradicts itself.
fn without(rows: Vec<Row>, field: usize) -> Option<Vec<Row>> {
    let (with, mut rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| !row.factors[field].is_zero());
    if let Some(at) = with.iter().position(|row| row.says == Says::Equal) {
        let equal = &with[at];
        for (_, row) in with.iter().enumerate().filter(|(place, _)| *place != at) {
            rest.push(row.plus(equal, -row.factors[field] / equal.factors[field], row.says));
        }
    } else {
        let (above, below): (Vec<&Row>, Vec<&Row>) = with.iter().partition(|row| row.factors[field].is_positive());
        for one in &above {
            for other in &below {
                let is_strict = one.says == Says::Less || other.says == Says::Less;
                let says = if is_strict { Says::Less } else { Says::AtMost };
                rest.push(one.plus(other, -one.factors[field] / other.factors[field], says));
            }
        }
    }
    let (plain, rest): (Vec<Row>, Vec<Row>) = rest.into_iter().partition(Row::is_plain);
    plain.iter().all(Row::holds).then_some(rest)
}

/// The ends of one field, or of nothing; `None` where the rows contradict each other.
fn ends(rows: &[Row], wanted: Option<usize>) -> Option<Ends> {
    let mut rows = rows.to_vec();
    if !rows.iter().filter(|row| row.is_plain()).all(Row::holds) {
        return None;
    }
    let count = rows.first().map_or(0, |row| row.factors.len());
    for field in (0..count).filter(|field| Some(*field) != wanted) {
        rows = without(rows, field)?;
    }
    let Some(field) = wanted else { return Some((None, None)) };
    let (mut low, mut high): Ends = (None, None);
    for row in &rows {
        let at = -row.constant / row.factors[field];
        if row.says == Says::Equal || row.factors[field].is_negative() {
            low = Some(low.map_or(at, |low| low.max(at)));
        }
        if row.says == Says::Equal || row.factors[field].is_positive() {
            high = Some(high.map_or(at, |high| high.min(at)));
        }
    }
    without(rows, field).map(|_| (low, high))
}

/// A form in which some fields are free.
struct Reader<'f> {
    form: &'f Form,
    free: &'f [usize],
}

impl Reader<'_> {
    /// `one` − `other`, in tenths.
    fn difference(&self, one: &Number, other: &Number) -> Row {
        let mut row = self.plain();
        for (number, sign) in [(one, 1), (other, -1)] {
            let Number::Sum(terms, constant) = number else { panic!("only sums are eliminated") };
            row.constant += Figure::from(i128::from(*constant * sign));
            for (factor, field) in terms {
                let factor = Figure::new(i128::from(*factor * sign), 10);
                match self.form.typed[*field].filter(|_| !self.free.contains(field)) {
                    Some(value) => row.constant += factor * Figure::from(i128::from(value)),
                    None => row.factors[*field] += factor,
                }
            }
        }
        row
    }

    fn plain(&self) -> Row {
        Row { factors: vec![Figure::zero(); self.form.fields.len()], constant: Figure::zero(), says: Says::AtMost }
    }

    fn truth(&self, truth: &Truth, wanted: bool) -> Asked {
        let both = |one: &Truth, other: &Truth| vec![self.truth(one, wanted), self.truth(other, wanted)];
        match truth {
            Truth::Compare(operator, one, other) => self.compared(operator, &self.difference(one, other), wanted),
            Truth::Not(inner) => self.truth(inner, !wanted),
            Truth::And(one, other) if wanted => Asked::All(both(one, other)),
            Truth::Or(one, other) if !wanted => Asked::All(both(one, other)),
            Truth::And(one, other) | Truth::Or(one, other) => Asked::Any(both(one, other)),
            _ => panic!("only figures are eliminated"),
        }
    }

    fn compared(&self, operator: &str, row: &Row, wanted: bool) -> Asked {
        let below = |says| Asked::Row(Row { says, ..row.clone() });
        let above = |says| Asked::Row(row.negative(says));
        match (operator, wanted) {
            ("=", true) | ("<>", false) => below(Says::Equal),
            ("=", false) | ("<>", true) => Asked::Any(vec![below(Says::Less), above(Says::Less)]),
            ("<", true) | (">=", false) => below(Says::Less),
            ("<=", true) | (">", false) => below(Says::AtMost),
            (">", true) | ("<=", false) => above(Says::Less),
            _ => above(Says::AtMost),
        }
    }

    fn limits(&self) -> Vec<Asked> {
        let mut limits = Vec::new();
        for field in self.free {
            assert_eq!(self.form.fields[*field].kind, Kind::Real);
            for (at, sign) in self.form.fields[*field].domain.iter().zip([-1, 1]) {
                let mut row = self.plain();
                row.factors[*field] = Figure::from(sign);
                row.constant = Figure::from(i128::from(*at)) * -sign;
                limits.push(Asked::Row(row));
            }
        }
        limits
    }
}

/// The ends of `wanted` in tenths, over all cases; `None` where nothing holds.
pub fn reach(form: &Form, free: &[usize], rules: &[usize], wanted: Option<usize>) -> Option<Ends> {
    let reader = Reader { form, free };
    let mut asked = reader.limits();
    for rule in rules {
        let rule = &form.rules[*rule];
        let mut any = vec![reader.truth(&rule.assert, true)];
        any.extend(rule.when.iter().map(|when| reader.truth(when, false)));
        asked.push(Asked::Any(any));
    }
    let mut found: Option<Ends> = None;
    cases(asked, Vec::new(), &mut |rows| {
        if let Some((low, high)) = ends(rows, wanted) {
            let (least, greatest) = found.unwrap_or((low, high));
            let lower = least.zip(low).map(|(one, other)| one.min(other));
            found = Some((lower, greatest.zip(high).map(|(one, other)| one.max(other))));
        }
        wanted.is_none() && found.is_some()
    });
    found
}

/// Every way to take one part of each choice; ends where `each` has enough.
fn cases(mut asked: Vec<Asked>, mut rows: Vec<Row>, each: &mut dyn FnMut(&[Row]) -> bool) -> bool {
    let mut choices = Vec::new();
    while let Some(next) = asked.pop() {
        match next {
            Asked::Row(row) if row.is_plain() && !row.holds() => return false,
            Asked::Row(row) => rows.push(row),
            Asked::All(parts) => asked.extend(parts),
            Asked::Any(parts) => choices.push(parts),
        }
    }
    let Some(choice) = choices.pop() else { return each(&rows) };
    // Whatever contradicts itself already need not be followed.
    if ends(&rows, None).is_none() {
        return false;
    }
    choice.into_iter().any(|part| {
        let rest = choices.iter().cloned().map(Asked::Any).chain([part]).collect();
        cases(rest, rows.clone(), each)
    })
}
