use crate::entry::{self, Code, NumberSpec, Outcome};
use crate::model::{Date, Decimal, FieldProblem, Limit};
use crate::pack::{Field, FieldKind};

/// What one field says.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Whether it can be used.
    pub state: AnswerState,
    /// The value that was understood; an answer out of range has one too.
    pub value: Option<AnswerValue>,
    /// What is wrong with it.
    pub finding: Option<FieldFinding>,
    /// How it was read, where that is more than typography.
    pub notice: Option<Notice>,
}

/// Whether an answer can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerState {
    /// It can.
    Ok,
    /// Nothing stands there.
    Blank,
    /// Something stands there that must be put right.
    Invalid,
    /// The pack's word for "does not apply" stands there.
    NotApplicable,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum AnswerValue {
    Number(Decimal),
    Text(String),
    /// Place among the field's choices.
    Choice(usize),
    Truth(bool),
    Date(Date),
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFinding {
    /// What.
    pub problem: FieldProblem,
    /// How the text was read: the code of the entry table.
    pub entry: Option<&'static str>,
    /// Values to choose from.
    pub candidates: Vec<Decimal>,
    /// The limit that is not kept to.
    pub limit: Option<Limit>,
}

/// How a text was understood, where that is worth showing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Notice {
    /// The code of the entry table.
    pub code: &'static str,
    /// The figure that was understood.
    pub value: Decimal,
}

impl Answer {
    const BLANK: Self = Self { state: AnswerState::Blank, value: None, finding: None, notice: None };

    fn ok(value: AnswerValue) -> Self {
        Self { state: AnswerState::Ok, value: Some(value), finding: None, notice: None }
    }

    fn invalid(finding: FieldFinding, value: Option<AnswerValue>) -> Self {
        Self { state: AnswerState::Invalid, value, finding: Some(finding), notice: None }
    }

    /// The figure, where the answer is one.
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Some(AnswerValue::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Reads what was typed into `field`.
    pub fn read(field: &Field, typed: &str) -> Self {
        let plain = entry::tidy(typed);
        if plain.is_empty() {
            return Self::BLANK;
        }
        if field.not_applicable.contains(&plain) {
            return Self { state: AnswerState::NotApplicable, ..Self::BLANK };
        }
        match &field.kind {
            FieldKind::Number { places, min, .. } => {
                let unit = field.unit.as_ref().map(|unit| unit.zh.as_str());
                let signed = min.is_none_or(Decimal::is_negative);
                read_number(field, typed, &NumberSpec { unit, places: *places, signed })
            }
            FieldKind::Text { .. } => read_text(&field.kind, plain),
            FieldKind::Choice(choices) => {
                let labels: Vec<(&str, &str)> =
                    choices.iter().map(|choice| (choice.value.as_str(), choice.label.zh.as_str())).collect();
                let english = || choices.iter().position(|choice| choice.label.en.as_deref() == Some(plain.as_str()));
                let chosen = entry::read_choice(&plain, &labels).or_else(english);
                chosen.map_or_else(no_choice, |place| Self::ok(AnswerValue::Choice(place)))
            }
            FieldKind::Truth => {
                entry::read_yes_no(&plain).map_or_else(no_choice, |truth| Self::ok(AnswerValue::Truth(truth)))
            }
            FieldKind::Date => match entry::read_date(typed) {
                Ok(date) => Self::ok(AnswerValue::Date(date)),
                Err(problem) => {
                    Self::invalid(FieldFinding { entry: Some(problem.as_str()), ..plainly(FieldProblem::Format) }, None)
                }
            },
        }
    }
}

fn plainly(problem: FieldProblem) -> FieldFinding {
    FieldFinding { problem, entry: None, candidates: Vec::new(), limit: None }
}

fn limited(problem: FieldProblem, limit: Limit) -> FieldFinding {
    FieldFinding { limit: Some(limit), ..plainly(problem) }
}

fn no_choice() -> Answer {
    Answer::invalid(plainly(FieldProblem::Choice), None)
}

/// The longest text that a field takes where the pack does not say, in characters.
const LONGEST_TEXT: usize = 10_000;

/// The X, × and _ that a template leaves to be replaced.
fn is_leftover(plain: &str) -> bool {
    let is_mark = |letter: char| matches!(letter, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '_' | '＿');
    plain.chars().all(is_mark) || ["XX", "××", "__", "ＸＸ"].iter().any(|marks| plain.contains(marks))
}

fn read_text(kind: &FieldKind, plain: String) -> Answer {
    let FieldKind::Text { shortest, longest, pattern, format } = kind else { return Answer::BLANK };
    // Where digits must stand in a certain form, those of either width are the same digits.
    let has_form = pattern.is_some() || format.is_some();
    let plain = if has_form { plain.chars().map(entry::half_width).collect() } else { plain };
    let letters = plain.chars().count();
    let finding = if is_leftover(&plain) {
        plainly(FieldProblem::Placeholder)
    } else if let Some(least) = shortest.filter(|least| letters < *least) {
        limited(FieldProblem::Length, Limit::Shortest(least))
    } else if let Some(most) = Some(longest.unwrap_or(LONGEST_TEXT)).filter(|most| letters > *most) {
        limited(FieldProblem::Length, Limit::Longest(most))
    } else if pattern.as_ref().is_some_and(|pattern| !pattern.is_found_in(&plain)) {
        plainly(FieldProblem::Pattern)
    } else if let Some(Err(code)) = format.map(|format| format.check(&plain)) {
        FieldFinding { entry: Some(code), ..plainly(FieldProblem::Format) }
    } else {
        return Answer::ok(AnswerValue::Text(plain));
    };
    Answer::invalid(finding, None)
}

fn read_number(field: &Field, typed: &str, spec: &NumberSpec<'_>) -> Answer {
    let reading = entry::read_number(typed, spec);
    let code = reading.codes.first().copied();
    let Some(value) = reading.value else {
        return match code {
            Some(Code::Blank) | None => Answer::BLANK,
            Some(code) => Answer::invalid(refusal(code, reading.candidates), None),
        };
    };
    let finding = match reading.outcome {
        Outcome::Reject => Some(understood_refusal(value, &reading.codes, reading.candidates, spec)),
        _ => out_of_range(field, value),
    };
    let hint = if finding.is_none() { implausible(field, value) } else { None };
    let state = if finding.is_some() { AnswerState::Invalid } else { AnswerState::Ok };
    let notice = match (reading.outcome, code) {
        (Outcome::Notice, Some(code)) => Some(Notice { code: code.as_str(), value }),
        _ => None,
    };
    Answer { state, value: Some(AnswerValue::Number(value)), finding: finding.or(hint), notice }
}

/// A text that gives no value.
fn refusal(code: Code, candidates: Vec<Decimal>) -> FieldFinding {
    let problem = match code {
        Code::Placeholder => FieldProblem::Placeholder,
        Code::MagnitudeAmbiguous | Code::NumeralAmbiguous => FieldProblem::Ambiguous,
        _ if candidates.len() > 1 => FieldProblem::Ambiguous,
        _ => FieldProblem::NotANumber,
    };
    FieldFinding { entry: Some(code.as_str()), candidates, ..plainly(problem) }
}

/// A figure that is understood although it is not one that the field takes: too many decimals are told before the sign.
fn understood_refusal(value: Decimal, codes: &[Code], candidates: Vec<Decimal>, spec: &NumberSpec<'_>) -> FieldFinding {
    let places = spec.places.unwrap_or(u8::MAX);
    if value.scale() <= places {
        let entry = codes.first().map(|code| code.as_str());
        return FieldFinding { problem: FieldProblem::Min, entry, candidates, limit: Some(Limit::Min(Decimal::ZERO)) };
    }
    let code = if places == 0 { Code::NotInteger } else { Code::TooManyDecimals };
    let entry = Some(code.as_str());
    FieldFinding { problem: FieldProblem::Decimals, entry, candidates, limit: Some(Limit::Decimals(places)) }
}

fn out_of_range(field: &Field, value: Decimal) -> Option<FieldFinding> {
    let FieldKind::Number { min, max, .. } = &field.kind else { return None };
    let below = min.filter(|min| value < *min).map(|min| limited(FieldProblem::Min, Limit::Min(min)));
    below.or_else(|| max.filter(|max| value > *max).map(|max| limited(FieldProblem::Max, Limit::Max(max))))
}

fn implausible(field: &Field, value: Decimal) -> Option<FieldFinding> {
    let FieldKind::Number { plausible: Some((low, high)), .. } = field.kind else { return None };
    let is_usual = field.derived_from.is_some() || (low <= value && value <= high);
    (!is_usual).then(|| limited(FieldProblem::Plausible, Limit::Plausible(low, high)))
}
