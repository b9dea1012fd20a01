use crate::engine::{Session, Verdict};
use crate::formula::BinaryOperator;
use crate::infer::ratio::Ratio;
use crate::model::{Decimal, Severity};
use crate::pack::Node;

use super::localise::Group;
use super::trial::Trial;

/// What speaks against a change besides.
#[inline(never)]
pub(super) fn doubts(form: &Session, field: usize, values: &[(usize, String)], trial: &Trial) -> u32 {
    let raised = trial.raised.saturating_sub(trial.settled);
    let value = values.first().and_then(|(_, text)| Decimal::parse(text));
    let is_far = value.zip(last_period(form, field)).is_some_and(|(value, last)| !is_within(value, last, 2));
    raised.saturating_add(trial.unusual.into()).saturating_add(is_far.into()).saturating_mul(15)
}

/// What speaks for a figure as it stands: balances that hold with it (Scholtus: a figure in a balance that holds is no
/// candidate), last period's figure beside it, its usual range; and against it: what else complains of it.
#[inline(never)]
pub(super) fn doubt(form: &Session, group: &Group, field: usize) -> u32 {
    let (mut confirmed, mut accused) = (0_u32, 0_u32);
    for (place, rule) in form.plan().rules.iter().enumerate().filter(|(_, rule)| rule.inputs.contains(&field)) {
        let is_balance = matches!(rule.assert.nodes.last(), Some(Node::Binary(BinaryOperator::Equal, ..)));
        let is_precise = is_balance && rule.severity == Severity::Mandatory && rule.inputs.len() > 1;
        match form.verdict(place) {
            Verdict::Passes if is_precise => confirmed = confirmed.saturating_add(8).min(24),
            Verdict::Fails if !group.rules.contains(&place) => accused = accused.saturating_add(4).min(8),
            _ => {}
        }
    }
    let typed = form.answer(field).and_then(|answer| answer.number());
    let beside = match typed.zip(last_period(form, field)) {
        Some((typed, last)) if is_within(typed, last, 2) => 6,
        Some(_) => 0,
        None => 3,
    };
    let usual = if form.field_finding(field).is_some() { 0 } else { 4 };
    confirmed.saturating_add(beside).saturating_add(usual).saturating_sub(accused)
}

/// Last period's figure, where it is one to compare with.
#[inline(never)]
pub(super) fn last_period(form: &Session, field: usize) -> Option<Decimal> {
    form.last_period(field).filter(|last| !last.is_zero())
}

/// Whether one figure is at most so many times the other.
#[inline(never)]
pub(super) fn is_within(figure: Decimal, other: Decimal, times: i128) -> bool {
    let (figure, other) = (Ratio::of(figure.abs()), Ratio::of(other.abs()));
    let below = |small: Ratio, large: Ratio| small <= large.mul(&Ratio::whole(times));
    !figure.is_lost() && !other.is_lost() && below(figure, other) && below(other, figure)
}
