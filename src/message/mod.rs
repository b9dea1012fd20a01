//! A finding, diagnostic or explanation, and a locale, to a sentence. The only room with prose; one file a locale.
//!
//! What comes in are facts already printed: labels, figures with their units. What goes out says what is the case,
//! then what to do. A test holds the two files to the same wording rules.

mod en;
mod zh;

use crate::model::{Diagnostic, FieldProblem, Locale, WhyUndefined};

/// What a sentence about one field is made of.
#[derive(Clone, Debug, Default)]
pub struct FieldNote<'a> {
    /// The field's label.
    pub label: &'a str,
    /// Its unit as printed, or empty.
    pub unit: &'a str,
    /// What was typed, cut to a length that can be shown.
    pub typed: &'a str,
    /// The figure that was understood, with its unit, or empty.
    pub value: &'a str,
    /// True for a figure, false for a text or a choice.
    pub is_number: bool,
    /// The code of the entry table, or empty.
    pub entry: &'a str,
    /// Values to choose from, with their unit.
    pub candidates: &'a [String],
    /// The limits that are not kept to, printed: one, or two for a range.
    pub limits: &'a [String],
    /// Whether the limit is a least one (characters, figures).
    pub is_least: bool,
    /// The choices' labels.
    pub choices: &'a [String],
}

/// The sentence for a field's own finding.
pub fn field(locale: Locale, problem: FieldProblem, note: &FieldNote<'_>) -> String {
    match locale {
        Locale::Zh => zh::field(problem, note),
        Locale::En => en::field(problem, note),
    }
}

/// The sentence that shows how a text was understood.
pub fn notice(locale: Locale, code: &str, value: &str) -> String {
    match locale {
        Locale::Zh => zh::notice(code, value),
        Locale::En => en::notice(code, value),
    }
}

/// Why a metric has no figure; `divisor` is what is 0, in labels.
pub fn undefined(locale: Locale, why: WhyUndefined, divisor: &str) -> String {
    match locale {
        Locale::Zh => zh::undefined(why, divisor),
        Locale::En => en::undefined(why, divisor),
    }
}

/// Which labels a metric or rule waits for.
pub fn waiting(locale: Locale, labels: &[&str]) -> String {
    match locale {
        Locale::Zh => zh::waiting(labels),
        Locale::En => en::waiting(labels),
    }
}

/// That something depends on what the form does not have.
pub fn absent(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh::ABSENT,
        Locale::En => en::ABSENT,
    }
}

/// What a rule's verdict is called.
pub fn verdict(locale: Locale, verdict: RuleVerdict) -> &'static str {
    match locale {
        Locale::Zh => zh::verdict(verdict),
        Locale::En => en::verdict(verdict),
    }
}

/// A rule's verdict, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RuleVerdict {
    Holds,
    Fails,
    NotApplicable,
    Undefined,
}

/// What a pack author is told; the place stands beside it.
pub fn diagnostic(locale: Locale, diagnostic: &Diagnostic) -> String {
    match locale {
        Locale::Zh => zh::diagnostic(diagnostic),
        Locale::En => en::diagnostic(diagnostic),
    }
}
