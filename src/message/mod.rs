//! A finding, diagnostic or explanation, and a locale, to a sentence. The only room with prose: one text file a locale,
//! `zh.txt` and `en.txt`, with one sentence a line under the same keys; what pack authors are told is in files of its own.
//!
//! What comes in are facts already printed: labels, figures with their units. What goes out says what is the case,
//! then what to do. Tests hold both files to the same keys and to the wording rules.

mod sentences;

use crate::model::{Diagnostic, FieldProblem, Locale, Problem, WhyUndefined, joined, numeral};

pub use sentences::Sentences;
use sentences::{fill, find, sentence};

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
    let variant = match problem {
        FieldProblem::Required | FieldProblem::Placeholder if !note.is_number => ".text",
        FieldProblem::Ambiguous if note.candidates.len() < 2 => ".open",
        FieldProblem::Decimals if note.entry == "NOT_INTEGER" => ".whole",
        FieldProblem::Decimals if note.candidates.is_empty() => ".open",
        FieldProblem::Length if note.is_least => ".short",
        _ => "",
    };
    let all = |list: &[String], between: &str| joined(list.iter().map(String::as_str), sentence(locale, between));
    let (candidates, choices) = (all(note.candidates, "or"), all(note.choices, "list"));
    let first = |list: &'_ [String], place: usize| list.get(place).cloned().unwrap_or_default();
    let (limit, high, meant) = (first(note.limits, 0), first(note.limits, 1), first(note.candidates, 0));
    let mut parts = [
        ("label", note.label),
        ("typed", note.typed),
        ("value", note.value),
        ("unit", note.unit),
        ("limit", &limit),
        ("high", &high),
        ("candidates", &candidates),
        ("choices", &choices),
        ("meant", &meant),
        ("what", ""),
    ];
    let template = sentence(locale, &[problem.as_str(), variant].concat());
    let what = if matches!(problem, FieldProblem::NotANumber | FieldProblem::Format) {
        fill(what_is_the_matter(locale, problem, note), &parts)
    } else {
        String::new()
    };
    if let Some(last) = parts.last_mut() {
        last.1 = &what;
    }
    let told = fill(template, &parts);
    if locale == Locale::Zh { tight(&told) } else { told }
}

/// The part of the sentence that belongs to the code of the entry table.
fn what_is_the_matter(locale: Locale, problem: FieldProblem, note: &FieldNote<'_>) -> &'static str {
    let family = if problem == FieldProblem::Format { "format." } else { "entry." };
    let bare = if note.unit.is_empty() { find(locale, &[family, note.entry, ".bare"].concat()) } else { None };
    let own = bare.or_else(|| find(locale, &[family, note.entry].concat()));
    own.unwrap_or_else(|| sentence(locale, family))
}

/// The sentence that shows how a text was understood.
pub fn notice(locale: Locale, code: &str, value: &str) -> String {
    let own = find(locale, &["notice.", code].concat());
    let told = fill(own.unwrap_or_else(|| sentence(locale, "notice.")), &[("value", value)]);
    if locale == Locale::Zh { tight(&told) } else { told }
}

/// No blank between a unit and the words after it: 8,000 元 至 becomes 8,000 元至. What people typed stays as it is.
fn tight(sentence: &str) -> String {
    let is_word = |letter: char| letter >= '\u{2e80}';
    let (mut out, mut letters, mut quoted) = (String::new(), sentence.chars().peekable(), false);
    while let Some(letter) = letters.next() {
        quoted = letter == '“' || (quoted && letter != '”');
        let between = out.chars().next_back().is_some_and(is_word) && letters.peek().copied().is_some_and(is_word);
        if letter != ' ' || quoted || !between {
            out.push(letter);
        }
    }
    out
}

/// Why a metric has no figure; `divisor` is what is 0, in labels.
pub fn undefined(locale: Locale, why: WhyUndefined, divisor: &str) -> String {
    let key = match why {
        WhyUndefined::TooLarge => "too-large",
        WhyUndefined::ZeroDivisor if divisor.is_empty() => "zero-divisor.bare",
        WhyUndefined::ZeroDivisor => "zero-divisor",
    };
    fill(sentence(locale, key), &[("divisor", divisor)])
}

/// What a sentence about a repair is made of.
#[derive(Clone, Debug, Default)]
pub struct RepairNote<'a> {
    /// The labels of its fields.
    pub labels: &'a [&'a str],
    /// What stands in the first of them, with its unit; empty where it is blank.
    pub typed: &'a str,
    /// What should stand there, with its unit, where that can be told.
    pub meant: Option<&'a str>,
    /// How many rules hold with it.
    pub solved: usize,
    /// Whether the search came to its end.
    pub is_proven: bool,
}

/// The sentence for a repair of a kind.
pub fn repair(locale: Locale, kind: &str, note: &RepairNote<'_>) -> String {
    let variant = match (kind, note.labels.len()) {
        _ if !note.is_proven => "unproven",
        ("swap", _) => "swap",
        (_, 2..) => "set",
        ("derived", _) if note.typed.is_empty() => "derived.blank",
        _ if note.meant.is_none() => "set",
        _ => kind,
    };
    let outcome = match note.solved {
        0 => "",
        1 => "repair.outcome.one",
        _ => "repair.outcome",
    };
    let told = fill(
        sentence(locale, &["repair.", variant].concat()),
        &[
            ("label", note.labels.first().copied().unwrap_or("")),
            ("other", note.labels.get(1).copied().unwrap_or("")),
            ("labels", &listed(note.labels, sentence(locale, "repair.between"))),
            ("typed", note.typed),
            ("meant", note.meant.unwrap_or("")),
            ("outcome", &fill(sentence(locale, outcome), &[("count", &numeral(note.solved))])),
        ],
    );
    if locale == Locale::Zh { tight(&told) } else { told }
}

#[inline(never)]
fn listed(labels: &[&str], between: &str) -> String {
    joined(labels.iter().copied(), between)
}

/// The sentence for a rule that can no longer pass.
pub fn early(locale: Locale, formula: &str, blanks: &[&str]) -> String {
    let labels = listed(blanks, sentence(locale, "list"));
    let key = if blanks.is_empty() { "early.absent" } else { "early" };
    fill(sentence(locale, key), &[("formula", formula), ("labels", &labels)])
}

/// Which labels a metric or rule waits for.
pub fn waiting<'a>(locale: Locale, labels: impl Iterator<Item = &'a str>) -> String {
    let labels = joined(labels, sentence(locale, "list"));
    fill(sentence(locale, "waiting"), &[("labels", &labels)])
}

/// That something depends on what the form does not have.
pub fn absent(locale: Locale) -> &'static str {
    sentence(locale, "absent")
}

/// How far the parts of a sum and its total agree, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumVerdict {
    /// The total has no value: what the parts make so far.
    Parts,
    /// The parts make less than the total.
    Short,
    /// The parts make more.
    Over,
    /// They agree, and some parts are blank.
    Open,
    /// They agree.
    Even,
}

/// How far the parts of a sum and its total agree: `figure` with its unit is what is missing, too much or reached, `open` how many
/// parts are blank.
pub fn sum(locale: Locale, verdict: SumVerdict, figure: &str, open: usize) -> String {
    let key = match verdict {
        SumVerdict::Parts => "sum.parts",
        SumVerdict::Short => "sum.short",
        SumVerdict::Over => "sum.over",
        SumVerdict::Open => "sum.open",
        SumVerdict::Even => "sum.even",
    };
    fill(sentence(locale, key), &[("figure", figure), ("open", &numeral(open))])
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

/// What a rule's verdict is called.
pub fn verdict(locale: Locale, verdict: RuleVerdict) -> &'static str {
    sentence(
        locale,
        match verdict {
            RuleVerdict::Holds => "holds",
            RuleVerdict::Fails => "fails",
            RuleVerdict::NotApplicable => "not-applicable",
            RuleVerdict::Undefined => "undefined",
        },
    )
}

/// What a pack author is told, in the `sentences` for authors; the place stands beside it.
pub fn diagnostic(sentences: &Sentences<'_>, diagnostic: &Diagnostic) -> String {
    let (expected, found) =
        (words(sentences, diagnostic, &diagnostic.expected), words(sentences, diagnostic, &diagnostic.found));
    let key = ["pack.", diagnostic.problem.as_str()].concat();
    let bare = if found.is_empty() { sentences.find(&[&key, ".bare"].concat()) } else { None };
    let told = fill(bare.unwrap_or_else(|| sentences.get(&key)), &[("expected", expected), ("found", found)]);
    match hint(diagnostic.problem) {
        Some(hint) if !expected.is_empty() => fill(sentences.get(hint), &[("sentence", &told), ("expected", expected)]),
        _ => told,
    }
}

/// Whether what was expected is told as what could be written, or as a guess at what was meant.
fn hint(problem: Problem) -> Option<&'static str> {
    match problem {
        Problem::Json | Problem::Syntax | Problem::UnexpectedEnd | Problem::BadValue | Problem::BadPattern => {
            Some("hint")
        }
        Problem::HiddenConversion | Problem::PercentTwice | Problem::UnknownChoice => Some("hint"),
        Problem::UnknownKey | Problem::UnknownReference | Problem::UnknownName | Problem::UnknownFunction => {
            Some("guess")
        }
        _ => None,
    }
}

/// The checker's own words (`number`, `text`) in the locale; what the author wrote stays as it is.
fn words<'a>(sentences: &Sentences<'a>, diagnostic: &Diagnostic, text: &'a str) -> &'a str {
    let own = matches!(
        diagnostic.problem,
        Problem::WrongType
            | Problem::ExpectedNumber
            | Problem::ExpectedTruth
            | Problem::TypeMismatch
            | Problem::UnlikeLast
            | Problem::CaseFails
            | Problem::CaseMissing
    );
    if own { sentences.find(&["word.", text].concat()).unwrap_or(text) } else { text }
}
