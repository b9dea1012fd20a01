//! Texts with figures that are no single figure: approximations, ranges, dates, sums to work out.

use super::clean::{has_figure, is_dash, is_digit, is_figure, is_plain, is_power};
use crate::entry::Code;

/// Words before a figure that make it a rough one.
const ROUGHLY_BEFORE: &str = "约 大约 大概 大致 估计 近 将近 接近 临近 差不多 超 超过 超出 突破 不足 不到 不少于 不低于 不超过 不高于 \
    不多于 至少 最少 最多 多达 高达 达 逾 大于 小于 多于 少于 高于 低于 上 成 ~ ≈ > < ≥ ≤ ≧ ≦ ≒";

/// Words behind a figure or its unit that do so.
const ROUGHLY_BEHIND: &str = "左右 上下 以上 以下 以内 以外 之内 之多 开外 出头 有余 不到 不止 不等 前后";

/// Whether a text names a figure only roughly.
pub fn is_approximate(text: &str) -> bool {
    if is_plain(text) {
        return false;
    }
    let before = |word: &str| text.strip_prefix(word).is_some_and(has_figure);
    let behind = |word: &str| text.split_once(word).is_some_and(|(left, _)| has_figure(left));
    let letters: Vec<char> = text.chars().collect();
    let between = |pair: &[char]| match pair {
        [left, '余' | '多' | '来' | '许' | '强' | '弱'] => is_figure(*left),
        ['数', right] => is_power(*right),
        _ => false,
    };
    let plus = text.split_once('+').is_some_and(|(left, right)| has_figure(left) && !has_figure(right));
    text.contains('几')
        || plus
        || behind("±")
        || ROUGHLY_BEFORE.split(' ').any(before)
        || ROUGHLY_BEHIND.split(' ').any(behind)
        || letters.windows(2).any(between)
}

/// Names what stands there where there are two figures or more, or a day.
pub fn several(text: &str) -> Option<Code> {
    if is_clock(text) || is_calendar(text) || is_day(text) {
        return Some(Code::DateLike);
    }
    let percent = ["百分之", "千分之", "万分之"].iter().any(|word| text.contains(word));
    if text.contains("分之") && !percent {
        return Some(Code::Fraction);
    }
    let joints = text.char_indices().filter_map(|(place, _)| joint(text, place));
    joints.min()
}

/// What the character at `place` joins. In the order of the codes a sum comes before a fraction, and that before a
/// range: the least of them says what the whole is.
fn joint(text: &str, place: usize) -> Option<Code> {
    let (left, rest) = text.split_at_checked(place)?;
    let mut letters = rest.chars();
    let mark = letters.next()?;
    let right = letters.as_str();
    let exponent = left.strip_suffix('e').is_some_and(|left| left.ends_with(|it: char| it.is_ascii_digit()));
    let code = match mark {
        '*' | '×' | '÷' | '^' | '=' | '+' => Code::Expression,
        'x' if left != "0" && left.ends_with(is_digit) && right.starts_with(is_digit) => Code::Expression,
        '/' => Code::Fraction,
        '-' | '~' | '至' | '到' => Code::Range,
        _ if is_dash(mark) || rest.starts_with("...") => Code::Range,
        _ => return None,
    };
    (has_figure(left) && has_figure(right) && !exponent).then_some(code)
}

/// 8:30, 12:00:00, 8时30分.
fn is_clock(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let digits = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let spoken = text.contains('时') || (text.contains('点') && text.ends_with('分'));
    let colons = (2..=3).contains(&parts.len()) && parts.iter().skip(1).all(|part| part.len() == 2);
    (colons && parts.iter().all(digits)) || (spoken && has_figure(text) && only(text, "点时分秒"))
}

/// 2024-03-05, 2024/3/5, 5/3/2024, 2024.3.5; of two parts 2024-03 and 2024/3.
fn is_calendar(text: &str) -> bool {
    let parts: Vec<&str> = text.split(|mark| matches!(mark, '-' | '/' | '.') || is_dash(mark)).map(str::trim).collect();
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && digits(part, 4);
    match parts.as_slice() {
        [first, second, third] if year(first) => digits(second, 2) && digits(third, 2),
        [first, second, third] => digits(first, 2) && digits(second, 2) && year(third) && !text.contains('.'),
        [first, second] if year(first) && digits(second, 2) && !text.contains('.') => {
            matches!(first.get(..2), Some("19" | "20")) && matches!(second.parse(), Ok(1..=12_u8))
        }
        _ => false,
    }
}

/// 3月5日, 2024年, 二〇二四年度.
fn is_day(text: &str) -> bool {
    text.contains(['年', '月', '日', '号']) && has_figure(text) && only(text, "年月日号度份底初末 ")
}

fn only(text: &str, others: &str) -> bool {
    text.chars().all(|letter| is_figure(letter) || others.contains(letter))
}
