use super::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The pack is refused.
    Error,
    /// The pack works; its author should look.
    Warning,
}

/// What is wrong in a pack. The names are the public codes (`as_str`); the sentences are in the room `message`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Problem {
    TooLarge,
    NotUtf8,
    Json,
    TooDeep,
    DuplicateKey,
    FormatVersion,
    MissingKey,
    UnknownKey,
    WrongType,
    EmptyText,
    BadValue,
    BadId,
    DuplicateId,
    DuplicateLabel,
    UnknownReference,
    Limits,
    TooMany,
    BadPattern,
    Syntax,
    UnexpectedEnd,
    UnknownName,
    AmbiguousName,
    UnknownFunction,
    ArgumentCount,
    ExpectedNumber,
    ExpectedTruth,
    TypeMismatch,
    UnitMismatch,
    PointMismatch,
    RatioMismatch,
    BareBesideUnit,
    PercentTwice,
    HiddenConversion,
    UnknownChoice,
    Cycle,
    NumberTooLong,
    CaseFails,
    CaseMissing,
    NoInputs,
    UnlikeLast,
}

impl Problem {
    /// The public code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::Json => "json",
            Self::TooDeep => "too-deep",
            Self::DuplicateKey => "duplicate-key",
            Self::FormatVersion => "format-version",
            Self::MissingKey => "missing-key",
            Self::UnknownKey => "unknown-key",
            Self::WrongType => "wrong-type",
            Self::EmptyText => "empty-text",
            Self::BadValue => "bad-value",
            Self::BadId => "bad-id",
            Self::DuplicateId => "duplicate-id",
            Self::DuplicateLabel => "duplicate-label",
            Self::UnknownReference => "unknown-reference",
            Self::Limits => "limits",
            Self::TooMany => "too-many",
            Self::BadPattern => "pattern",
            Self::Syntax => "syntax",
            Self::UnexpectedEnd => "unexpected-end",
            Self::UnknownName => "unknown-name",
            Self::AmbiguousName => "ambiguous-name",
            Self::UnknownFunction => "unknown-function",
            Self::ArgumentCount => "argument-count",
            Self::ExpectedNumber => "expected-number",
            Self::ExpectedTruth => "expected-truth",
            Self::TypeMismatch => "type-mismatch",
            Self::UnitMismatch => "unit-mismatch",
            Self::PointMismatch => "percentage-points",
            Self::RatioMismatch => "ratio-or-percent",
            Self::BareBesideUnit => "number-without-unit",
            Self::PercentTwice => "percent-twice",
            Self::HiddenConversion => "hidden-conversion",
            Self::UnknownChoice => "unknown-choice",
            Self::Cycle => "cycle",
            Self::NumberTooLong => "number-too-long",
            Self::CaseFails => "case-fails",
            Self::CaseMissing => "case-missing",
            Self::NoInputs => "no-inputs",
            Self::UnlikeLast => "unlike-last",
        }
    }
}

/// One thing that a pack author is told: where, what was expected, what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the pack is refused for it.
    pub severity: Severity,
    /// What is wrong.
    pub problem: Problem,
    /// Where in the pack's text.
    pub span: Span,
    /// Which part of the pack: `rules[3].assert`.
    pub path: String,
    /// What would be right, in the pack's own terms; may be empty.
    pub expected: String,
    /// What stands there; may be empty.
    pub found: String,
}
