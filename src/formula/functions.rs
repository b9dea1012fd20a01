/// A built-in function, named as in Excel.
///
/// | function | result |
/// |---|---|
/// | `IF(condition, a, b)` | `a` where the condition holds, else `b`; needs only the condition and the branch taken |
/// | `ROUND(x, places)` | `x` rounded once, in the pack's manner; `places` is a whole number from -9 to 9 |
/// | `ABS(x)` | the size of `x` |
/// | `MIN(a, …)`, `MAX(a, …)`, `SUM(a, …)` | of at least one number in like units |
/// | `COUNT(a, …)` | how many of its fields and metrics have a value; never waits |
/// | `ISBLANK(x)` | whether a field or metric has no value; never waits |
/// | `AND(a, …)`, `OR(a, …)`, `NOT(a)` | as the words `and`, `or`, `not` |
/// | `MATCHES(text, "pattern")` | whether the pattern is found in the text |
/// | `NUM(x, "unit")` | the bare number of `x` in that unit: the written way to drop a unit |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Function {
    If,
    Round,
    Abs,
    Min,
    Max,
    Sum,
    Count,
    IsBlank,
    And,
    Or,
    Not,
    Matches,
    Num,
}

/// Each function with its name and the least and most number of arguments.
const TABLE: &[(Function, &str, usize, usize)] = &[
    (Function::If, "IF", 3, 3),
    (Function::Round, "ROUND", 2, 2),
    (Function::Abs, "ABS", 1, 1),
    (Function::Min, "MIN", 1, 100),
    (Function::Max, "MAX", 1, 100),
    (Function::Sum, "SUM", 1, 100),
    (Function::Count, "COUNT", 1, 100),
    (Function::IsBlank, "ISBLANK", 1, 1),
    (Function::And, "AND", 1, 100),
    (Function::Or, "OR", 1, 100),
    (Function::Not, "NOT", 1, 1),
    (Function::Matches, "MATCHES", 2, 2),
    (Function::Num, "NUM", 1, 2),
];

impl Function {
    /// The function written `name`, in capitals or not.
    pub fn parse(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1.eq_ignore_ascii_case(name)).map(|row| row.0)
    }

    fn row(self) -> Option<&'static (Function, &'static str, usize, usize)> {
        TABLE.iter().find(|row| row.0 == self)
    }

    /// The name in capitals.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.1)
    }

    /// The least and the most number of arguments.
    pub fn arguments(self) -> (usize, usize) {
        self.row().map_or((0, 0), |row| (row.2, row.3))
    }

    /// All names, for suggestions and for the reference.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|row| row.1)
    }
}
