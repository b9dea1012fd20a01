use crate::engine::AnswerValue;
use crate::infer::demand::Demand;
use crate::infer::number::Number;
use crate::infer::ratio::Ratio;
use crate::infer::tableau::Side;
use crate::model::{Date, Decimal};
use crate::pack::{Choice, FieldKind};

/// A longer list of cases is not followed further.
const MOST_CASES: usize = 12;

/// Several figures, each with the condition on which it is the one.
pub(super) type Cases = Vec<(Demand, Number)>;

/// What a part of a formula is, with some fields known and others not. What cannot be told is a figure that is lost.
#[derive(Clone, Debug)]
pub(super) enum Seen<'a> {
    Number(Cases),
    Truth(Demand),
    Text(&'a str),
    /// The place among these choices, as a variable.
    Choice(usize, &'a [Choice]),
    /// It does not apply, or has no result: the rule says nothing.
    Silent,
}

/// A condition, as far as it can be told.
#[inline(never)]
pub(super) fn truth(seen: &Seen<'_>) -> Demand {
    match seen {
        Seen::Truth(truth) => truth.clone(),
        _ => Demand::Open,
    }
}

pub(super) fn kept_silent<'a>(seen: &Seen<'a>, read: &dyn Fn(&Seen<'a>) -> Seen<'a>) -> Seen<'a> {
    if matches!(seen, Seen::Silent) { Seen::Silent } else { read(seen) }
}

#[inline(never)]
pub(super) fn certain<'a>(number: Number) -> Seen<'a> {
    Seen::Number(vec![(Demand::Always, number)])
}

pub(super) fn constant<'a>(number: Ratio) -> Seen<'a> {
    certain(Number::constant(&number))
}

/// What cannot be told.
#[inline(never)]
pub(super) fn open<'a>() -> Seen<'a> {
    constant(Ratio::LOST)
}

pub(super) fn figure<'a>(number: Decimal) -> Seen<'a> {
    constant(Ratio::of(number))
}

/// Days in an order, as numbers; between two that follow each other may lie some that no calendar has.
pub(super) fn day<'a>(date: Date) -> Seen<'a> {
    let months = i128::from(date.year()).saturating_mul(12).saturating_add(date.month().into());
    constant(Ratio::whole(months.saturating_mul(31).saturating_add(date.day().into())))
}

pub(super) fn known<'a>(value: &'a AnswerValue, kind: &'a FieldKind) -> Seen<'a> {
    match (value, kind) {
        (AnswerValue::Number(number), _) => figure(*number),
        (AnswerValue::Text(text), _) => Seen::Text(text),
        (AnswerValue::Truth(truth), _) => Seen::Truth(Demand::of(*truth)),
        (AnswerValue::Date(date), _) => day(*date),
        (AnswerValue::Choice(place), FieldKind::Choice(choices)) => {
            choices.get(*place).map_or(Seen::Silent, |choice| Seen::Text(&choice.value))
        }
        (AnswerValue::Choice(_), _) => Seen::Silent,
    }
}

/// What becomes of the figure in each case.
#[inline(never)]
pub(super) fn each<'a>(seen: &Seen<'a>, change: &dyn Fn(&Number) -> Number) -> Seen<'a> {
    let mut changed = seen.clone();
    match &mut changed {
        Seen::Number(cases) => cases.iter_mut().for_each(|case| case.1 = change(&case.1)),
        Seen::Silent => {}
        _ => return open(),
    }
    changed
}

/// What becomes of the figures of both in every pair of cases.
#[inline(never)]
pub(super) fn crossed(left: &Cases, right: &Cases, join: &mut dyn FnMut(Demand, &Number, &Number)) {
    for (when, one) in left {
        for (and, other) in right {
            join(when.clone().and(and.clone()), one, other);
        }
    }
}

/// One case more, unless it never is one.
#[inline(never)]
pub(super) fn case(cases: &mut Cases, when: Demand, number: Number) {
    if !matches!(when, Demand::Never) {
        cases.push((when, number));
    }
}

#[inline(never)]
pub(super) fn listed<'a>(cases: Cases) -> Seen<'a> {
    if cases.len() > MOST_CASES { open() } else { Seen::Number(cases) }
}

/// Whether two texts, choices or truths are the same.
#[inline(never)]
pub(super) fn equal(left: &Seen<'_>, right: &Seen<'_>) -> Demand {
    match (left, right) {
        (Seen::Text(left), Seen::Text(right)) => Demand::of(left == right),
        (Seen::Choice(variable, choices), Seen::Text(text)) | (Seen::Text(text), Seen::Choice(variable, choices)) => {
            chosen(*variable, choices, &|value| value == *text)
        }
        (Seen::Choice(one, choices), Seen::Choice(other, others)) => {
            let mut any = Demand::Never;
            for choice in *choices {
                let same = |value: &str| value == choice.value;
                any = any.or(chosen(*one, choices, &same).and(chosen(*other, others, &same)));
            }
            any
        }
        _ => {
            let (left, right) = (truth(left), truth(right));
            left.clone().and(right.clone()).or(left.not().and(right.not()))
        }
    }
}

/// That the choice is one of those wanted.
#[inline(never)]
pub(super) fn chosen(variable: usize, choices: &[Choice], wanted: &dyn Fn(&str) -> bool) -> Demand {
    let mut any = Demand::Never;
    for (place, choice) in choices.iter().enumerate() {
        if wanted(&choice.value) {
            let is = |side| Demand::Bound(variable, side, Ratio::place(place), false);
            any = any.or(is(Side::Upper).and(is(Side::Lower)));
        }
    }
    any
}
