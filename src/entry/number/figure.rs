//! The number itself, after signs and units were taken off: Arabic digits, Chinese numerals, or both (3万5千).

use super::kind::{self, ARABIC, ARABIC_DIGIT, FIGURE, Kinds, NUMERAL, POWER, PUNCTUATION, all, any, is, skip};
use super::notes::Notes;
use super::{arabic, chinese};
use crate::entry::Code;
use crate::entry::text::{cut, find_word, first, kept};
use crate::model::Decimal;

/// Words for a power of ten behind a figure, from 10² on.
const POWERS: &str = "百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿";

/// The power that one of the words stands for.
#[inline(never)]
pub fn power_of(word: &str) -> Option<i8> {
    (2..).zip(POWERS.split(' ')).find(|(_, known)| *known == word).map(|(power, _)| power)
}

/// Reads a number in lower case. Offers candidates where a second reading is near.
#[inline(never)]
pub fn read(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    if !any(text, ARABIC_DIGIT) {
        return read_words(text, notes);
    }
    if all(text, ARABIC) {
        return arabic::read(text, notes);
    }
    match read_other_base(text, notes) {
        Some(code) => Err(code),
        None => read_mixed(text, notes),
    }
}

fn read_words(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let is_numeral = |text: &str| !text.is_empty() && all(text, NUMERAL) && text != "成";
    if is_numeral(text) {
        return chinese::read(text, notes);
    }
    let leads = |word: &str| text.strip_prefix(word).is_some_and(is_numeral);
    let tail = skip(text, NUMERAL);
    Err(if find_word("共 共计 合计 总计 计 第 有", &leads).is_some() {
        Code::LeadingText
    } else if tail.len() < text.len() && !all(tail, MARK) {
        Code::TrailingText
    } else {
        Code::Syntax
    })
}

/// 0x1F, 1.2E+05 and I2: what is no decimal, or only looks like one.
fn read_other_base(text: &str, notes: &mut Notes) -> Option<Code> {
    let is_based = |mark: &str| {
        let rest = text.strip_prefix(mark).unwrap_or("");
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    if find_word("0x 0o 0b", &is_based).is_some() {
        return Some(Code::Radix);
    }
    if is_scientific(text, notes) {
        return Some(Code::Scientific);
    }
    let digits = kept(text, |letter| Some(look_alike(letter)));
    if !all(&digits, ARABIC) {
        return None;
    }
    let meant = arabic::read(&digits, notes).ok();
    notes.offer(meant, None);
    Some(Code::LetterForDigit)
}

/// The digit for a letter or sign, also a Cyrillic or Greek one, that is typed for it.
const fn look_alike(letter: char) -> char {
    match letter {
        'i' | 'l' | '|' => '1',
        'o' | 'о' | 'О' | 'ο' | 'Ο' => '0',
        _ => letter,
    }
}

/// Whether this is like 1.2e+05. Offers the value where it is a number that a field can hold.
fn is_scientific(text: &str, notes: &mut Notes) -> bool {
    let (mantissa, exponent) = cut(text, "e").unwrap_or_default();
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if mantissa.is_empty() || digits.is_empty() || !all(mantissa, ARABIC) || !all(digits, ARABIC_DIGIT) {
        return false;
    }
    let value = arabic::read(mantissa, notes).ok().zip(exponent.parse().ok());
    let value = value.and_then(|(value, power)| value.shift(power));
    notes.offer(value.filter(|value| arabic::fits(*value)), None);
    true
}

/// 3万5千: figures that fall from power to power. A last bare figure must fill its places; 3万5 has two readings.
fn read_mixed(text: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let (digits, rest) = kind::split(text, ARABIC);
    let next = first(rest);
    if digits.is_empty() {
        return Err(if is(next, FIGURE) { Code::NumeralMalformed } else { Code::LeadingText });
    }
    if !is(next, POWER) {
        return Err(stray(rest));
    }
    let (value, mut above, mut left) = next_part(text, notes)?;
    let mut sum = raised(value, above)?;
    let noted = notes.codes.len();
    while !left.is_empty() {
        let (part, power, rest) = next_part(left, notes)?;
        let is_plain = notes.codes.iter().skip(noted).all(|code| *code == Code::LeadingZeros);
        notes.codes.truncate(noted);
        let value = raised(part, power)?;
        let is_whole = is_plain && part.is_integer() && sum.is_integer();
        if !is_whole || power >= above || value >= raised(Decimal::ONE, above)? {
            return Err(Code::NumeralMalformed);
        }
        if power == 0 && left.len() != usize::try_from(above).unwrap_or(0) {
            offer_both(sum, part, left.len(), above, notes);
            return Err(Code::NumeralAmbiguous);
        }
        sum = sum.checked_add(value).ok_or(Code::TooManyDigits)?;
        (left, above) = (rest, power);
    }
    notes.say(Code::Magnitude);
    notes.magnified = true;
    Ok(sum)
}

/// 3万5: 35,000 as it is said, 30,005 as it is written.
fn offer_both(sum: Decimal, last: Decimal, digits: usize, above: i8, notes: &mut Notes) {
    if digits == 1 {
        let said = last.shift(above.saturating_sub(1)).and_then(|value| sum.checked_add(value));
        notes.offer(said, sum.checked_add(last));
    }
}

/// Digits, the power behind them, and what follows.
fn next_part<'a>(text: &'a str, notes: &mut Notes) -> Result<(Decimal, i8, &'a str), Code> {
    let (digits, rest) = kind::split(text, ARABIC);
    let (word, after) = kind::split(rest, POWER);
    if !after.is_empty() && !is(first(after), ARABIC) {
        return Err(stray(after));
    }
    let power = if word.is_empty() { Some(0) } else { power_of(word) };
    let power = power.filter(|_| !digits.is_empty()).ok_or(Code::NumeralMalformed)?;
    Ok((arabic::read(digits, notes)?, power, after))
}

fn raised(value: Decimal, power: i8) -> Result<Decimal, Code> {
    value.shift(power).ok_or(Code::TooManyDigits)
}

/// Punctuation and further digits: no word stands there.
const MARK: Kinds = PUNCTUATION | ARABIC;

/// What follows a number that it does not belong to.
fn stray(rest: &str) -> Code {
    match first(rest) {
        '点' => Code::NumeralMalformed,
        '半' | '成' => Code::NumeralUnsupported,
        'w' | 'k' | 'm' | 'b' | 'g' | 't' if rest.len() == 1 => Code::UnknownSuffix,
        next if is(next, FIGURE) => Code::NumeralMalformed,
        _ if all(rest, MARK) => Code::Syntax,
        _ => Code::TrailingText,
    }
}
