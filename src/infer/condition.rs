use crate::formula::BinaryOperator;

use super::affine::Affine;

/// What a rule asks of the variables.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    Always,
    Never,
    /// It cannot be told: a product of two unknowns, the form of a text.
    Open,
    /// `form` ≤ 0, or < 0 where strict.
    AtMost {
        form: Affine,
        strict: bool,
    },
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

use Condition::{All, Always, Any, AtMost, Never, Open};

impl Condition {
    pub(super) fn of(truth: bool) -> Self {
        if truth { Always } else { Never }
    }

    /// `form` compared with nought.
    #[inline(never)]
    pub(super) fn sign(operator: BinaryOperator, form: Affine) -> Self {
        match operator {
            BinaryOperator::Less => at_most(form, true),
            BinaryOperator::AtMost => at_most(form, false),
            BinaryOperator::Greater => at_most(form.neg(), true),
            BinaryOperator::AtLeast => at_most(form.neg(), false),
            BinaryOperator::Equal => at_most(form.clone(), false).and(at_most(form.neg(), false)),
            _ => at_most(form.clone(), true).or(at_most(form.neg(), true)),
        }
    }

    #[inline(never)]
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Never, _) | (_, Never) => Never,
            (Always, other) | (other, Always) => other,
            (All(mut parts), other) => {
                parts.push(other);
                All(parts)
            }
            (one, other) => All(vec![one, other]),
        }
    }

    #[inline(never)]
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Always, _) | (_, Always) => Always,
            (Never, other) | (other, Never) => other,
            (Open, _) | (_, Open) => Open,
            (Any(mut parts), other) => {
                parts.push(other);
                Any(parts)
            }
            (one, other) => Any(vec![one, other]),
        }
    }

    #[inline(never)]
    pub(super) fn not(self) -> Self {
        match self {
            Always => Never,
            Never => Always,
            Open => Open,
            AtMost { form, strict } => at_most(form.neg(), !strict),
            All(parts) => parts.into_iter().fold(Never, |so_far, part| so_far.or(part.not())),
            Any(parts) => parts.into_iter().fold(Always, |so_far, part| so_far.and(part.not())),
        }
    }
}

fn at_most(form: Affine, strict: bool) -> Condition {
    if !form.is_constant() {
        return AtMost { form, strict };
    }
    let constant = form.constant;
    Condition::of(constant.is_negative() || (constant.is_zero() && !strict))
}
