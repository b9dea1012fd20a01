use super::Decimal;

/// How much a finding weighs, as Chinese statistics practice grades its checks (审核).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 强制性: must be put right.
    Mandatory,
    /// 核实性: put right, or a written reason given.
    Verify,
    /// 提示性: a hint.
    Hint,
}

impl Severity {
    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Verify => "verify",
            Self::Hint => "hint",
        }
    }

    /// Reads the public name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Mandatory, Self::Verify, Self::Hint].into_iter().find(|severity| severity.as_str() == text)
    }
}

/// Where a form stands as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing typed.
    Blank,
    /// Required fields are open, nothing else is mandatory.
    Incomplete,
    /// A mandatory finding other than `required` is open.
    Mandatory,
    /// A verify finding has no reason.
    Verify,
    /// Nothing open.
    Clean,
}

impl Status {
    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Incomplete => "incomplete",
            Self::Mandatory => "mandatory",
            Self::Verify => "verify",
            Self::Clean => "clean",
        }
    }
}

/// A limit of a field that a value does not keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// At least this figure.
    Min(Decimal),
    /// At most this figure.
    Max(Decimal),
    /// At least so many characters.
    Shortest(usize),
    /// At most so many characters.
    Longest(usize),
    /// At most so many digits behind the point.
    Decimals(u8),
    /// Usually between the two.
    Plausible(Decimal, Decimal),
}

/// What is wrong with what stands in one field. The public codes are those of `as_str`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FieldProblem {
    Required,
    Placeholder,
    NotANumber,
    Ambiguous,
    Decimals,
    Min,
    Max,
    Length,
    Pattern,
    Choice,
    Format,
    Plausible,
}

impl FieldProblem {
    /// Every problem, in the order in which they are declared.
    pub const ALL: [Self; 12] = [
        Self::Required,
        Self::Placeholder,
        Self::NotANumber,
        Self::Ambiguous,
        Self::Decimals,
        Self::Min,
        Self::Max,
        Self::Length,
        Self::Pattern,
        Self::Choice,
        Self::Format,
        Self::Plausible,
    ];

    /// The public code, the tail of the finding's id.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Placeholder => "placeholder",
            Self::NotANumber => "not-a-number",
            Self::Ambiguous => "ambiguous",
            Self::Decimals => "decimals",
            Self::Min => "min",
            Self::Max => "max",
            Self::Length => "length",
            Self::Pattern => "pattern",
            Self::Choice => "choice",
            Self::Format => "format",
            Self::Plausible => "plausible",
        }
    }
}

/// Why a calculation has no result although every operand has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUndefined {
    /// A divisor is 0.
    ZeroDivisor,
    /// A figure grew beyond what is kept exactly (38 digits).
    TooLarge,
}
