use crate::model::{cut_at, is_word};
use crate::pack::ReasonPolicy;

use super::answer::AnswerValue;
use super::session::ReasonRefusal;

/// A written reason (核实性审核说明) with the values it was given for.
#[derive(Clone, Debug)]
pub(super) struct Reason {
    pub(super) text: String,
    pub(super) values: Vec<Option<AnswerValue>>,
    /// Whether those are the values that stand now.
    pub(super) applied: bool,
}

/// So many are kept for one rule; the oldest goes first.
const MOST: usize = 16;

/// Holds a reason against the pack's policy: what counts are the characters left without blanks, punctuation and stock phrases.
pub(super) fn check(text: &str, policy: &ReasonPolicy) -> Result<(), ReasonRefusal> {
    let mut left: String = text.chars().filter(|letter| is_word(*letter)).collect();
    let had_words = !left.is_empty();
    let mut phrases: Vec<String> =
        policy.stock_phrases.iter().map(|phrase| phrase.chars().filter(|letter| is_word(*letter)).collect()).collect();
    // The longest first: 已核实 before 核实, so that no scrap of a phrase is counted.
    while let Some(longest) = (0..phrases.len()).max_by_key(|place| phrases.get(*place).map_or(0, String::len)) {
        left = without(&left, &phrases.swap_remove(longest));
    }
    if left.is_empty() && had_words {
        Err(ReasonRefusal::EmptyPhrase)
    } else if left.chars().count() < policy.least.max(1) {
        Err(ReasonRefusal::TooShort)
    } else {
        Ok(())
    }
}

fn without(text: &str, phrase: &str) -> String {
    let (mut left, mut rest) = (String::new(), text);
    while let Some((before, behind)) = cut_at(rest, phrase) {
        left.push_str(before);
        rest = behind;
    }
    left.push_str(rest);
    left
}

/// Puts a reason in the place of the one for the same values; an empty text only takes that one away.
pub(super) fn keep(reasons: &mut Vec<Reason>, text: &str, values: Vec<Option<AnswerValue>>) {
    reasons.retain(|reason| reason.values != values);
    if text.is_empty() {
        return;
    }
    if reasons.len() >= MOST {
        reasons.remove(0);
    }
    reasons.push(Reason { text: text.to_owned(), values, applied: true });
}

/// Marks the reason that applies to these values; true where that is another than before.
pub(super) fn review(reasons: &mut [Reason], values: &[Option<AnswerValue>]) -> bool {
    let mut changed = false;
    for reason in reasons {
        let applies = reason.values == values;
        changed |= applies != reason.applied;
        reason.applied = applies;
    }
    changed
}
