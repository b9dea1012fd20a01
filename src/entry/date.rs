use super::text::squeeze;
use crate::model::Date;

/// Why a text is not a date that a form takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing that looks like a date.
    Syntax,
    /// The calendar has no such day.
    NotADate,
    /// Two digits for the year.
    TwoDigitYear,
    /// The year stands last, so that day and month may be either way round.
    OrderAmbiguous,
    /// The day is missing.
    Incomplete,
    /// The number under which a spreadsheet keeps a day.
    ExcelSerial,
    /// Two kinds of separators.
    MixedSeparators,
    /// The lunar calendar.
    Lunar,
    /// A year counted from an era.
    Era,
    /// A year before 1900 or after 2100.
    YearRange,
}

impl DateProblem {
    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "SYNTAX",
            Self::NotADate => "NOT_A_DATE",
            Self::TwoDigitYear => "TWO_DIGIT_YEAR",
            Self::OrderAmbiguous => "ORDER_AMBIGUOUS",
            Self::Incomplete => "INCOMPLETE",
            Self::ExcelSerial => "EXCEL_SERIAL",
            Self::MixedSeparators => "MIXED_SEPARATORS",
            Self::Lunar => "LUNAR",
            Self::Era => "ERA",
            Self::YearRange => "YEAR_RANGE",
        }
    }
}

use DateProblem::{
    Era, ExcelSerial, Incomplete, Lunar, MixedSeparators, NotADate, OrderAmbiguous, Syntax, TwoDigitYear, YearRange,
};

const LUNAR: [&str; 7] = ["农历", "阴历", "正月", "腊月", "冬月", "初", "闰"];
const ERAS: [&str; 5] = ["民国", "公元", "昭和", "平成", "令和"];

/// Reads 2024-3-5, 2024/3/5, 2024.3.5, 20240305, 2024年3月5日 (or 号) and the last one in Chinese numerals.
///
/// Width and blanks do not count. Years from 1900 to 2100.
pub fn read_date(text: &str) -> Result<Date, DateProblem> {
    let text: String = squeeze(text).chars().map(dash).collect();
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if holds(&LUNAR) {
        return Err(Lunar);
    }
    if holds(&ERAS) {
        return Err(Era);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_digits(&text);
    }
    match text.strip_suffix(['日', '号']) {
        _ if text.contains(['年', '月']) => from_words(&text),
        Some(_) => Err(Incomplete),
        None => from_parts(&text),
    }
}

fn from_digits(text: &str) -> Result<Date, DateProblem> {
    match (text.len(), text.get(..4), text.get(4..6), text.get(6..)) {
        (8, Some(year), Some(month), Some(day)) => day_of(year, month, day),
        (6, ..) | (4, ..) => Err(Incomplete),
        (5, ..) => Err(ExcelSerial),
        _ => Err(Syntax),
    }
}

fn from_words(text: &str) -> Result<Date, DateProblem> {
    let (year, rest) = text.split_once('年').ok_or(Incomplete)?;
    let (month, day) = rest.split_once('月').ok_or(Incomplete)?;
    if day.is_empty() {
        return Err(Incomplete);
    }
    let day = day.strip_suffix(['日', '号']).ok_or(Syntax)?;
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return day_of(year, month, day);
    }
    let year: String = year.chars().map(|letter| char::from(b'0'.wrapping_add(digit(letter).unwrap_or(10)))).collect();
    day_of(&year, &spoken(month)?.to_string(), &spoken(day)?.to_string())
}

fn from_parts(text: &str) -> Result<Date, DateProblem> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let mut marks = text.chars().filter(|letter| matches!(letter, '-' | '/' | '.'));
    let first = marks.next();
    let mixed = marks.any(|mark| Some(mark) != first);
    match parts.as_slice() {
        [year, month, day] if [year, month, day].iter().all(|part| is_number(part)) => match (year.len(), day.len()) {
            _ if mixed => Err(MixedSeparators),
            (1..=2, 4) => Err(OrderAmbiguous),
            _ => day_of(year, month, day),
        },
        [year, month] if is_number(year) && is_number(month) => Err(Incomplete),
        _ => Err(Syntax),
    }
}

fn day_of(year: &str, month: &str, day: &str) -> Result<Date, DateProblem> {
    match (year.len(), month.len(), day.len()) {
        _ if ![year, month, day].iter().all(|part| is_number(part)) => return Err(Syntax),
        (2, ..) => return Err(TwoDigitYear),
        (4, 1..=2, 1..=2) => {}
        _ => return Err(Syntax),
    }
    let year = year.parse().map_err(|_| Syntax)?;
    if !(1900..=2100).contains(&year) {
        return Err(YearRange);
    }
    let (month, day) = (month.parse().map_err(|_| Syntax)?, day.parse().map_err(|_| Syntax)?);
    Date::new(year, month, day).ok_or(NotADate)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn dash(letter: char) -> char {
    if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}') { '-' } else { letter }
}

/// 〇 to 九 (GB/T 15835 writes the year of a date with 〇).
fn digit(letter: char) -> Option<u8> {
    let place = "〇一二三四五六七八九".chars().position(|it| it == letter);
    place.or(matches!(letter, '零' | '○').then_some(0)).and_then(|place| u8::try_from(place).ok())
}

/// 一 to 三十一, as months and days are said.
fn spoken(text: &str) -> Result<u8, DateProblem> {
    let text = text.replace('廿', "二十").replace('卅', "三十");
    let one = |text: &str| {
        let mut letters = text.chars();
        letters.next().and_then(digit).filter(|value| *value > 0 && letters.next().is_none())
    };
    let number = match text.split_once('十') {
        None => one(&text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { Some(1) } else { one(tens) };
            let ones = if ones.is_empty() { Some(0) } else { one(ones) };
            tens.zip(ones).map(|(tens, ones)| tens.saturating_mul(10).saturating_add(ones))
        }
    };
    number.ok_or(Syntax)
}
