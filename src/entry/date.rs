use super::text::{
    Digits, among, arabic_digits, cut, digit_groups, digits, has_letter, has_word, kept, last, squeeze, without_last,
};
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

/// Reads 2024-3-5, 2024/3/5, 2024.3.5, 20240305, 2024年3月5日 (or 号) and the last one in Chinese numerals.
///
/// Width and blanks do not count. Years from 1900 to 2100.
pub fn read_date(text: &str) -> Result<Date, DateProblem> {
    let text = kept(&squeeze(text), |letter| Some(dash(letter)));
    if has_word(&text, "农历 阴历 正月 腊月 冬月 初 闰") {
        return Err(Lunar);
    }
    if has_word(&text, "民国 公元 昭和 平成 令和") {
        return Err(Era);
    }
    let all_digits = digits(&text).map(|digits| digits.count);
    match all_digits {
        Some(8) => day_of([text.get(..4), text.get(4..6), text.get(6..)].map(|part| digits(part?))),
        Some(4 | 6) => Err(Incomplete),
        Some(5) => Err(ExcelSerial),
        Some(_) => Err(Syntax),
        None if has_letter(&text, "年月") => from_words(&text),
        None if among(last(&text), DAY) => Err(Incomplete),
        None => from_parts(&text),
    }
}

/// The words behind a day.
const DAY: &str = "日号";

fn from_words(text: &str) -> Result<Date, DateProblem> {
    let (year, rest) = cut(text, "年").ok_or(Incomplete)?;
    let (month, day) = cut(rest, "月").ok_or(Incomplete)?;
    if day.is_empty() {
        return Err(Incomplete);
    }
    let day = without_last(day, DAY).ok_or(Syntax)?;
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return day_of([year, month, day].map(digits));
    }
    day_of([chinese_digits(year), spoken(month), spoken(day)])
}

fn from_parts(text: &str) -> Result<Date, DateProblem> {
    let [year, month, day] = digit_groups(text, "-/.").ok_or(Syntax)?;
    let kinds = ['-', '/', '.'].into_iter().filter(|mark| text.contains(*mark));
    match (year.count, day.count) {
        (_, 0) => Err(Incomplete),
        _ if kinds.count() > 1 => Err(MixedSeparators),
        (1..=2, 4) => Err(OrderAmbiguous),
        _ => day_of([year, month, day].map(Some)),
    }
}

fn day_of(parts: [Option<Digits>; 3]) -> Result<Date, DateProblem> {
    let [Some(year), Some(month), Some(day)] = parts else {
        return Err(Syntax);
    };
    match (year.count, month.count, day.count) {
        (2, ..) => Err(TwoDigitYear),
        (4, 1..=2, 1..=2) if !(1900..=2100).contains(&year.value) => Err(YearRange),
        (4, 1..=2, 1..=2) => Date::new(year.value, short(month), short(day)).ok_or(NotADate),
        _ => Err(Syntax),
    }
}

/// A number of at most two digits.
fn short(digits: Digits) -> u8 {
    u8::try_from(digits.value).unwrap_or(u8::MAX)
}

fn dash(letter: char) -> char {
    if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}') { '-' } else { letter }
}

fn chinese_digits(text: &str) -> Option<Digits> {
    digits(&arabic_digits(text)?)
}

/// 一 to 三十一, as months and days are said.
fn spoken(text: &str) -> Option<Digits> {
    let one = |text: &str| chinese_digits(text).filter(|digit| digit.count == 1 && digit.value > 0);
    let text = text.replace('廿', "二十").replace('卅', "三十");
    let Some((tens, ones)) = cut(&text, "十") else {
        return one(&text);
    };
    let tens = if tens.is_empty() { 1 } else { one(tens)?.value };
    let ones = if ones.is_empty() { 0 } else { one(ones)?.value };
    Some(Digits { count: 2, value: tens.saturating_mul(10).saturating_add(ones) })
}
