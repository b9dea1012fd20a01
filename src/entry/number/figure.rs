//! The number itself, after signs and units were taken off: Arabic digits, Chinese numerals, or both (3万5千).

use super::clean::{is_arabic, is_figure, is_power};
use super::{arabic, chinese};
use crate::entry::Code;
use crate::model::Decimal;

/// A number that was understood.
#[derive(Debug)]
pub struct Figure {
    /// The number.
    pub value: Decimal,
    /// Notices, in the order in which they arose.
    pub codes: Vec<Code>,
    /// Whether 万 or 亿, or in front of Arabic digits any power, was multiplied out.
    pub magnified: bool,
}

/// Why a text was not taken, and what may have been meant.
#[derive(Debug)]
pub struct Refusal {
    /// The reason.
    pub code: Code,
    /// Values to choose from, the most likely first.
    pub candidates: Vec<Decimal>,
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self { code, candidates: Vec::new() }
    }
}

/// Words for a power of ten behind a figure.
const POWERS: [(&str, i8); 11] = [
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("十万", 5),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("十亿", 9),
    ("百亿", 10),
    ("千亿", 11),
    ("万亿", 12),
];

/// The power that one of the words stands for.
pub fn power_of(word: &str) -> Option<i8> {
    POWERS.iter().find(|(known, _)| *known == word).map(|(_, power)| *power)
}

/// Characters of Chinese numerals beyond digits and powers.
fn is_numeral(letter: char) -> bool {
    is_figure(letter) || matches!(letter, '点' | '兆' | '半' | '俩' | '仨' | '成')
}

/// Letters and signs that are typed for 1 and 0.
const LOOK_ALIKES: [(char, char); 8] =
    [('i', '1'), ('l', '1'), ('|', '1'), ('o', '0'), ('о', '0'), ('О', '0'), ('ο', '0'), ('Ο', '0')];

/// Reads a number in lower case. Errors carry candidates where a second reading is near.
pub fn read(text: &str) -> Result<Figure, Refusal> {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return read_words(text);
    }
    let head = text.trim_start_matches(is_arabic);
    let split = text.len().saturating_sub(head.len());
    let (digits, rest) = text.split_at_checked(split).unwrap_or((text, ""));
    match rest.chars().next() {
        None => arabic::read(digits),
        Some(_) => read_other_base(text).map_or_else(|| read_mixed(text, digits, rest), Err),
    }
}

fn read_words(text: &str) -> Result<Figure, Refusal> {
    const LEAD: [&str; 7] = ["共", "共计", "合计", "总计", "计", "第", "有"];
    let words = |text: &str| !text.is_empty() && text.chars().all(is_numeral) && text != "成";
    if words(text) {
        return chinese::read(text);
    }
    let tail = text.trim_start_matches(is_numeral);
    let lead = LEAD.iter().any(|word| text.strip_prefix(word).is_some_and(words));
    match tail.chars().next() {
        _ if lead => Err(Code::LeadingText.into()),
        Some(_) if tail.len() < text.len() && !tail.chars().all(is_mark) => Err(Code::TrailingText.into()),
        _ => Err(Code::Syntax.into()),
    }
}

/// 0x1F, 1.2E+05 and I2: what is no decimal, or only looks like one.
fn read_other_base(text: &str) -> Option<Refusal> {
    let based = ["0x", "0o", "0b"].iter().find_map(|mark| text.strip_prefix(mark));
    if based.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Some(Code::Radix.into());
    }
    if let Some(candidates) = scientific(text) {
        return Some(Refusal { code: Code::Scientific, candidates });
    }
    let digit = |letter: char| LOOK_ALIKES.iter().find(|(look, _)| *look == letter).map_or(letter, |(_, digit)| *digit);
    let digits: String = text.chars().map(digit).collect();
    if digits == text || !digits.chars().all(is_arabic) {
        return None;
    }
    let candidates = arabic::read(&digits).map(|figure| vec![figure.value]).unwrap_or_default();
    Some(Refusal { code: Code::LetterForDigit, candidates })
}

/// The value of 1.2e+05, where it is a number that a field can hold.
fn scientific(text: &str) -> Option<Vec<Decimal>> {
    let (mantissa, exponent) = text.split_once('e')?;
    let digits = exponent.trim_start_matches(['+', '-']);
    let written =
        !mantissa.is_empty() && mantissa.chars().all(is_arabic) && exponent.len() <= digits.len().saturating_add(1);
    if !written || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let shifted = || arabic::read(mantissa).ok()?.value.shift(exponent.parse().ok()?);
    Some(shifted().filter(|value| arabic::fits(*value)).into_iter().collect())
}

/// 3万5千: figures that fall from power to power. A last bare figure must fill its places; 3万5 has two readings.
fn read_mixed(text: &str, digits: &str, rest: &str) -> Result<Figure, Refusal> {
    let first = rest.chars().next().unwrap_or(' ');
    if digits.is_empty() {
        return Err(if is_figure(first) { Code::NumeralMalformed } else { Code::LeadingText }.into());
    }
    if !is_power(first) {
        return Err(stray(first, rest).into());
    }
    let (mut sum, power, mut left) = next_part(text)?;
    let mut above = power;
    sum.value = raised(sum.value, power)?;
    while !left.is_empty() {
        let (part, power, rest) = next_part(left)?;
        let lower = below(&sum, &part, power, above)?;
        if power == 0 && left.len() != usize::try_from(above).unwrap_or(0) {
            return Err(short_of_places(sum.value, part.value, left.len(), above));
        }
        sum.value = sum.value.checked_add(lower).ok_or(Code::TooManyDigits)?;
        (left, above) = (rest, power);
    }
    sum.codes.push(Code::Magnitude);
    Ok(Figure { magnified: true, ..sum })
}

/// The value of a lower part, where it stays below the power before it.
fn below(sum: &Figure, part: &Figure, power: i8, above: i8) -> Result<Decimal, Code> {
    let value = raised(part.value, power)?;
    let noted = part.codes.iter().any(|code| *code != Code::LeadingZeros);
    let whole = part.value.is_integer() && sum.value.is_integer() && !noted;
    if whole && power < above && value < raised(Decimal::ONE, above)? { Ok(value) } else { Err(Code::NumeralMalformed) }
}

/// 3万5: 35,000 as it is said, 30,005 as it is written.
fn short_of_places(sum: Decimal, last: Decimal, digits: usize, above: i8) -> Refusal {
    let said = last.shift(above.saturating_sub(1)).and_then(|value| sum.checked_add(value));
    let written = sum.checked_add(last);
    let readings = said.into_iter().chain(written).filter(|_| digits == 1);
    Refusal { code: Code::NumeralAmbiguous, candidates: readings.collect() }
}

fn next_part(text: &str) -> Result<(Figure, i8, &str), Refusal> {
    let rest = text.trim_start_matches(is_arabic);
    let digits = text.strip_suffix(rest).unwrap_or(text);
    let after = rest.trim_start_matches(is_power);
    let word = rest.strip_suffix(after).unwrap_or(rest);
    let first = after.chars().next().filter(|letter| !is_arabic(*letter));
    match (first, power_of(word)) {
        (Some(letter), _) if is_figure(letter) => Err(Code::NumeralMalformed.into()),
        (Some(letter), _) => Err(stray(letter, after).into()),
        (None, _) if digits.is_empty() => Err(Code::NumeralMalformed.into()),
        (None, None) if !word.is_empty() => Err(Code::NumeralMalformed.into()),
        (None, power) => Ok((arabic::read(digits)?, power.unwrap_or(0), after)),
    }
}

fn raised(value: Decimal, power: i8) -> Result<Decimal, Code> {
    value.shift(power).ok_or(Code::TooManyDigits)
}

/// What follows a number that it does not belong to.
fn stray(first: char, rest: &str) -> Code {
    match first {
        '点' => Code::NumeralMalformed,
        '半' | '成' => Code::NumeralUnsupported,
        'w' | 'k' | 'm' | 'b' | 'g' | 't' if rest.chars().count() == 1 => Code::UnknownSuffix,
        _ if is_figure(first) => Code::NumeralMalformed,
        _ if rest.chars().all(is_mark) => Code::Syntax,
        _ => Code::TrailingText,
    }
}

/// Punctuation and further digits: no word stands there.
fn is_mark(letter: char) -> bool {
    letter.is_ascii_punctuation() || is_arabic(letter) || "‰、·•・‘’×；".contains(letter)
}
