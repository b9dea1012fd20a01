use crate::model::{Diagnostic, FieldProblem, Problem, WhyUndefined};

use super::{FieldNote, RuleVerdict};

pub(super) const ABSENT: &str = "Not calculated: a field it needs is not on this form, or does not apply.";

pub(super) fn field(problem: FieldProblem, note: &FieldNote<'_>) -> String {
    let FieldNote { label, typed, value, .. } = note;
    let limit = |place: usize| note.limits.get(place).map_or("", String::as_str);
    match problem {
        FieldProblem::Required if note.is_number => {
            format!("“{label}” is not filled in yet. Enter a number, or 0 if there is none.")
        }
        FieldProblem::Required => format!("“{label}” is not filled in yet. Enter it."),
        FieldProblem::Placeholder if note.is_number => {
            format!("“{label}” has “{typed}”, which is not a number. Enter the number, or 0 if there is none.")
        }
        FieldProblem::Placeholder => {
            format!("“{label}” has “{typed}”, which looks left over from the template. Enter the real text.")
        }
        FieldProblem::NotANumber => format!("“{label}” has “{typed}”, {}", reading(note)),
        FieldProblem::Ambiguous => ambiguous(note),
        FieldProblem::Decimals => decimals(note),
        FieldProblem::Min => {
            format!("“{label}” has {value}. It must be {} or more. Check the number and its sign.", limit(0))
        }
        FieldProblem::Max => {
            format!("“{label}” has {value}. It must be {} or less. Check for an extra digit or another unit.", limit(0))
        }
        FieldProblem::Length if note.is_least => {
            format!("“{label}” has “{typed}”. It must be {} characters or more. Complete it.", limit(0))
        }
        FieldProblem::Length => {
            format!("“{label}” has “{typed}”. It must be {} characters or fewer. Shorten it.", limit(0))
        }
        FieldProblem::Pattern => {
            format!("“{label}” has “{typed}”, which is not written as this field asks. Check it against the note.")
        }
        FieldProblem::Format => format!("“{label}” has “{typed}”, {}", format_fault(note.entry)),
        FieldProblem::Choice => format!("“{label}” has “{typed}”. Choose one of: {}.", note.choices.join(", ")),
        FieldProblem::Plausible => {
            format!(
                "“{label}” has {value}. It is usually between {} and {}. Check the number and the unit, or leave it if it is right.",
                limit(0),
                limit(1)
            )
        }
    }
}

fn decimals(note: &FieldNote<'_>) -> String {
    let FieldNote { label, value, .. } = note;
    if note.entry == "NOT_INTEGER" {
        return format!("“{label}” has {value}. It takes whole numbers. Enter a whole number.");
    }
    let places = note.limits.first().map_or("", String::as_str);
    if note.candidates.is_empty() {
        return format!("“{label}” has {value}. It takes up to {places} decimal places. Check it and write it again.");
    }
    let choices = note.candidates.join(" or ");
    format!("“{label}” has {value}. It takes up to {places} decimal places. Change it to {choices}.")
}

fn ambiguous(note: &FieldNote<'_>) -> String {
    let FieldNote { label, typed, .. } = note;
    match note.candidates {
        [] | [_] => format!("“{typed}” in “{label}” can be read in different ways. Write the number in full."),
        candidates => format!(
            "“{typed}” in “{label}” can be read as {}. Choose one, or write the number in full.",
            candidates.join(" or ")
        ),
    }
}

/// What is the matter with a text that is not a figure, and what to write instead.
fn reading(note: &FieldNote<'_>) -> String {
    let (unit, meant) = (note.unit, note.candidates.first().map_or("", String::as_str));
    let fixed = match note.entry {
        "APPROXIMATE" => "which is approximate. Enter one exact number.",
        "RANGE" => "which is a range. Enter one number.",
        "DATE_LIKE" => "which looks like a date or time. Enter a number here.",
        "EXPRESSION" => "which is a calculation. Enter its result.",
        "FRACTION" => "which is a fraction. Write it as a decimal.",
        "FORMULA" => "which is an Excel formula. Paste its value.",
        "EXCEL_ERROR" => "which is an Excel error. Check the original sheet first.",
        "EXCEL_OVERFLOW" => "which Excel shows when a column is too narrow. Widen it and copy again.",
        "MULTI_CELL" => "which is several cells. Enter one number in each field.",
        "CONTROL_CHAR" => "which has invisible characters in it. Type it again.",
        "GROUPING" | "TRAILING_COMMA" => {
            "where the commas are not in their places, so a digit may be missing. Check and write it again."
        }
        "SPACE_INSIDE" => "which has a space in it and may be two numbers. Check and write it again.",
        "MULTIPLE_DOTS" => "which has more than one decimal point. Check and write it again.",
        "SIGN" | "TRAILING_SIGN" => "where the sign is unclear. For a negative number put “-” first.",
        "PAREN_NEGATIVE" => "which is in brackets. This field has no negative numbers, so take the brackets away.",
        "QUOTED" => "which is in quotation marks. Take them away.",
        "RADIX" => "which is not a decimal number. Write it in ordinary digits.",
        "NOT_FINITE" => "which is not a definite number. Enter a number.",
        "OTHER_DIGITS" => "which uses other digits. Write it with 0 to 9.",
        "CURRENCY_MISMATCH" => "which is in a foreign currency. Enter the amount in yuan.",
        "NUMERAL_MALFORMED" | "NUMERAL_UNSUPPORTED" => {
            "which is not a usual way to write a number. Write it in digits."
        }
        "UNKNOWN_SUFFIX" => "which ends in an unknown suffix. Write the number in full.",
        "TOO_MANY_DIGITS" => "which is too long for a number. Check and write it again.",
        "LEADING_TEXT" => "which has other text before the number. Enter the number alone.",
        "TRAILING_TEXT" => "which has other text after the number. Enter the number alone.",
        "PERCENT_IN_PLAIN_FIELD" => "with a percent sign, but this field is not a percentage. Convert it first.",
        _ => "",
    };
    match note.entry {
        "LETTER_FOR_DIGIT" => format!("which has letters that look like digits. If you mean {meant}, write that."),
        "SCIENTIFIC" => format!(
            "which is how Excel shortens numbers and may have lost digits. Check the sheet. If it is {meant}, write that."
        ),
        "UNIT_MISMATCH" if unit.is_empty() => {
            "with a unit, but this field has none. Enter the number alone.".to_owned()
        }
        "UNIT_MISMATCH" => {
            format!("in another unit than this field ({unit}). Check that it is the right field, then convert it.")
        }
        _ if fixed.is_empty() => "which cannot be read as a number. Enter digits only.".to_owned(),
        _ => fixed.to_owned(),
    }
}

fn format_fault(code: &str) -> &'static str {
    match code {
        "NOT_A_DATE" => "a day that is not in the calendar. Check it.",
        "TWO_DIGIT_YEAR" => "with a two-digit year. Write four digits, such as 2024-03-05.",
        "INCOMPLETE" => "without its year, month or day. Write it in full, such as 2024-03-05.",
        "LUNAR" => "a date of the lunar calendar. Convert it first.",
        "LENGTH" => "which does not have the right number of digits. Check it.",
        "CHARSET" => "which has characters other than digits. Check it.",
        "REGION" => "which does not start with the code of a province. Check it.",
        "TOWN_RANGE" | "LEVEL_GAP" | "VILLAGE_RANGE" => "whose parts do not belong together. Check it.",
        _ => "which is not written as this field asks, such as 2024-03-05. Check it.",
    }
}

pub(super) fn notice(code: &str, value: &str) -> String {
    match code {
        "SUSPECT_RATIO" => format!(
            "Read as {value}. This field takes the number before the % sign, such as 95.48. Check that it is not a fraction."
        ),
        "UNIT_CONVERTED" | "MAGNITUDE" => format!("Converted to {value}."),
        "LEADING_ZEROS" => {
            format!("Read as {value}, without the zeros in front. If this is a code, it belongs in another field.")
        }
        "DASH_AS_MINUS" | "SPACE_AFTER_SIGN" | "PAREN_NEGATIVE" => {
            format!("Read as the negative number {value}. Check that this is meant.")
        }
        "SPACE_GROUPING" => format!("Read as {value}. Check that it is not two numbers."),
        "DECIMAL_MARK" => format!("“。” is read as a decimal point: {value}."),
        "TRAILING_DOT" => format!("Read as {value}, without the point at the end."),
        _ => format!("Read as {value}."),
    }
}

pub(super) fn undefined(why: WhyUndefined, divisor: &str) -> String {
    match why {
        WhyUndefined::ZeroDivisor if divisor.is_empty() => "Not calculated: the divisor is 0.".to_owned(),
        WhyUndefined::ZeroDivisor => format!("Not calculated: “{divisor}” is 0 and cannot be divided by."),
        WhyUndefined::TooLarge => {
            "The numbers are too large to be calculated exactly. Check what was entered.".to_owned()
        }
    }
}

pub(super) fn waiting(labels: &[&str]) -> String {
    format!("Waiting for: {}.", labels.join(", "))
}

pub(super) fn verdict(verdict: RuleVerdict) -> &'static str {
    match verdict {
        RuleVerdict::Holds => "holds",
        RuleVerdict::Fails => "does not hold",
        RuleVerdict::NotApplicable => "does not apply",
        RuleVerdict::Undefined => "not judged: a part cannot be calculated",
    }
}

pub(super) fn diagnostic(diagnostic: &Diagnostic) -> String {
    let (expected, found) = (diagnostic.expected.as_str(), diagnostic.found.as_str());
    let sentence = match diagnostic.problem {
        Problem::TooLarge => format!("The pack has {found} bytes; the most is {expected}."),
        Problem::NotUtf8 => "The pack is not UTF-8 text. Save it as UTF-8.".to_owned(),
        Problem::Json | Problem::Syntax if found.is_empty() => "This cannot be read.".to_owned(),
        Problem::Json | Problem::Syntax => format!("“{found}” cannot stand here."),
        Problem::UnexpectedEnd => "It breaks off here.".to_owned(),
        Problem::TooDeep => format!("It is nested too deeply; the most is {expected} levels."),
        Problem::DuplicateKey => "This key is written twice. Remove one.".to_owned(),
        Problem::FormatVersion => format!("The pack's format is “{found}”; this engine knows {expected}."),
        Problem::MissingKey => format!("“{expected}” is missing."),
        Problem::UnknownKey => format!("There is no key “{found}”."),
        Problem::WrongType => format!("Expected {expected}, found {found}."),
        Problem::EmptyText => "This must not be empty.".to_owned(),
        Problem::BadValue if found.is_empty() => "This is not written as it must be.".to_owned(),
        Problem::BadValue => format!("“{found}” is not written as it must be."),
        Problem::BadId => {
            format!("“{found}” cannot be an id: 1 to 64 letters, digits, _ . or -, the first a letter or _.")
        }
        Problem::DuplicateId => format!("The id “{found}” is used twice. Change one."),
        Problem::DuplicateLabel => {
            format!("“{found}” is also the label of {expected}, so binding by label cannot tell them apart.")
        }
        Problem::UnknownReference => format!("Nothing has the id “{found}”."),
        Problem::Limits => "This is larger than the limits allow.".to_owned(),
        Problem::TooMany => format!("There are {found}; the most is {expected}."),
        Problem::BadPattern => format!("“{found}” is not a usable pattern."),
        Problem::UnknownName => format!("No field or metric is called “{found}”."),
        Problem::AmbiguousName => format!("Several things are called “{found}”. Use the id."),
        Problem::UnknownFunction => format!("There is no function “{found}”."),
        Problem::ArgumentCount => format!("{expected} has the wrong number of arguments."),
        Problem::ExpectedNumber => format!("Expected a number, found {found}."),
        Problem::ExpectedTruth => format!("Expected a condition such as a <= b, found {found}."),
        Problem::TypeMismatch => format!("{expected} cannot be compared with {found}."),
        Problem::UnitMismatch => {
            format!(
                "The units differ: “{expected}” and “{found}” cannot be added, compared or converted. NUM(…) drops a unit on purpose."
            )
        }
        Problem::PointMismatch => {
            format!("“{expected}” and “{found}” are not the same: the difference of two % is in percentage points.")
        }
        Problem::RatioMismatch => {
            format!("One side is a ratio, the other is “{expected}” or “{found}”. Write the ratio as … * 100%.")
        }
        Problem::BareBesideUnit => {
            format!("One number is written with the unit “{expected}”, the other without. Write the unit.")
        }
        Problem::PercentTwice => "It is multiplied by 100 and then shown in %: a hundred times too large.".to_owned(),
        Problem::HiddenConversion => "Say in which unit the number is taken before its unit is dropped.".to_owned(),
        Problem::UnknownChoice => format!("There is no choice “{found}”."),
        Problem::Cycle => format!("The metrics go round in a circle: {found}."),
        Problem::NumberTooLong => format!("The number is too long; the most is {expected} digits."),
        Problem::CaseFails => format!("A case fails: expected {expected}, found {found}."),
        Problem::CaseMissing => format!("The rule “{found}” has no case that {expected}."),
        Problem::UnlikeLast => format!(
            "Last period's value must be of the same sort and unit: this period has {expected}, here it is {found}."
        ),
        Problem::NoInputs => format!("The rule “{found}” uses no field."),
    };
    let told = [
        Problem::Json,
        Problem::Syntax,
        Problem::UnexpectedEnd,
        Problem::BadValue,
        Problem::BadPattern,
        Problem::HiddenConversion,
        Problem::PercentTwice,
        Problem::UnknownChoice,
    ];
    let guess = [Problem::UnknownKey, Problem::UnknownReference, Problem::UnknownName, Problem::UnknownFunction];
    if expected.is_empty() {
        sentence
    } else if told.contains(&diagnostic.problem) {
        format!("{sentence} It could be: {expected}")
    } else if guess.contains(&diagnostic.problem) {
        format!("{sentence} Did you mean “{expected}”?")
    } else {
        sentence
    }
}
