use crate::entry::{self, Code, Digits, Keyed, NumberSpec, Outcome};
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
    pub finding: Option<Box<FieldFinding>>,
    /// How it was read, where that is more than typography.
    pub notice: Option<Box<Notice>>,
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
    /// Nothing stands there.
    pub(super) const BLANK: Self = Self { state: AnswerState::Blank, value: None, finding: None, notice: None };

    fn ok(value: AnswerValue) -> Self {
        Self { state: AnswerState::Ok, value: Some(value), finding: None, notice: None }
    }

    fn invalid(finding: FieldFinding, value: Option<AnswerValue>) -> Self {
        Self { state: AnswerState::Invalid, value, finding: Some(Box::new(finding)), notice: None }
    }

    /// The figure, where the answer is one.
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Some(AnswerValue::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Takes a figure that nothing is to be said about.
    #[inline]
    pub(super) fn take(&mut self, figure: Digits) {
        self.state = AnswerState::Ok;
        self.value = Some(AnswerValue::Number(Decimal::small(figure.digits, figure.places)));
        self.finding = None;
        self.notice = None;
    }

    /// Whether this is a figure that nothing is to be said about.
    pub(super) fn is_plain_figure(&self) -> bool {
        let is_figure = matches!(self.value, Some(AnswerValue::Number(_)));
        is_figure && self.state == AnswerState::Ok && self.finding.is_none() && self.notice.is_none()
    }

    /// What a figure of bare digits says.
    pub(super) fn of_digits(field: &Field, figure: Digits) -> Self {
        number_answer(field, Decimal::small(figure.digits, figure.places), None, None)
    }

    /// Reads what was typed into `field`.
    pub fn read(field: &Field, typed: &str) -> Self {
        if typed.is_empty() {
            return Self::BLANK;
        }
        let plain = entry::tidy(typed);
        if plain.is_empty() {
            return Self::BLANK;
        }
        if field.not_applicable.contains(&plain) {
            return Self { state: AnswerState::NotApplicable, ..Self::BLANK };
        }
        match &field.kind {
            FieldKind::Number { .. } => number_spec(field).map_or(Self::BLANK, |spec| read_number(field, typed, &spec)),
            FieldKind::Text { .. } => read_text(&field.kind, plain),
            FieldKind::Choice(choices) => {
                if let Some(place) = choices.iter().position(|choice| choice.value == plain) {
                    return Self::ok(AnswerValue::Choice(place));
                }
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
    if !plain.chars().any(is_mark) {
        return false;
    }
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

/// The short way for a field, where it has one: what it takes is also what [`Answer::read`] would say nothing about.
pub(super) fn keyed(field: &Field) -> Option<Keyed> {
    let FieldKind::Number { min, max, plausible, .. } = field.kind else { return None };
    let usual = plausible.filter(|_| field.derived_from.is_none());
    let low = [min, usual.map(|usual| usual.0)].into_iter().flatten().max();
    let high = [max, usual.map(|usual| usual.1)].into_iter().flatten().min();
    number_spec(field).filter(|_| field.not_applicable.is_empty()).and_then(|spec| Keyed::of(&spec, low, high))
}

fn number_spec(field: &Field) -> Option<NumberSpec<'_>> {
    let FieldKind::Number { places, min, .. } = &field.kind else { return None };
    let unit = field.unit.as_ref().map(|unit| unit.zh.as_str());
    Some(NumberSpec { unit, places: *places, signed: min.is_none_or(Decimal::is_negative) })
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
    let refused = match reading.outcome {
        Outcome::Reject => Some(understood_refusal(value, &reading.codes, reading.candidates, spec)),
        _ => None,
    };
    let notice = match (reading.outcome, code) {
        (Outcome::Notice, Some(code)) => Some(Box::new(Notice { code: code.as_str(), value })),
        _ => None,
    };
    number_answer(field, value, refused, notice)
}

/// A figure that was understood, held against the limits of its field.
fn number_answer(field: &Field, value: Decimal, refused: Option<FieldFinding>, notice: Option<Box<Notice>>) -> Answer {
    let finding = refused.or_else(|| out_of_range(field, value));
    let state = if finding.is_some() { AnswerState::Invalid } else { AnswerState::Ok };
    let finding = finding.or_else(|| implausible(field, value)).map(Box::new);
    Answer { state, value: Some(AnswerValue::Number(value)), finding, notice }
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
