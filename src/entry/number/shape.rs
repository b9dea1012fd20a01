//! Texts with figures that are no single figure: approximations, ranges, dates, sums to work out.

use crate::model::cut_at;

use super::kind::{ARABIC_DIGIT, DASH, DIGIT, FIGURE, POWER, any, is};
use crate::entry::Code;
use crate::entry::text::{among, cut, digit_groups, find_word, first, has_letter, has_word, last};

/// Words before a figure that make it a rough one.
const ROUGHLY_BEFORE: &str = "约 大约 大概 大致 估计 近 将近 接近 临近 差不多 超 超过 超出 突破 不足 不到 不少于 不低于 不超过 不高于 \
    不多于 至少 最少 最多 多达 高达 达 逾 大于 小于 多于 少于 高于 低于 上 成 ~ ≈ > < ≥ ≤ ≧ ≦ ≒";

/// Words behind a figure or its unit that do so.
const ROUGHLY_BEHIND: &str = "左右 上下 以上 以下 以内 以外 之内 之多 开外 出头 有余 不到 不止 不等 前后 ±";

/// Whether a text names a figure only roughly.
pub fn is_approximate(text: &str) -> bool {
    let before = |word: &str| text.strip_prefix(word).is_some_and(|rest| any(rest, FIGURE));
    let behind = |word: &str| cut_at(text, word).is_some_and(|(left, _)| any(left, FIGURE));
    let plus = cut(text, "+").is_some_and(|(left, right)| any(left, FIGURE) && !any(right, FIGURE));
    plus || text.contains('几')
        || find_word(ROUGHLY_BEFORE, &before).is_some()
        || find_word(ROUGHLY_BEHIND, &behind).is_some()
        || has_rough_digit(text)
}

/// 十余, 三百多, 数十.
fn has_rough_digit(text: &str) -> bool {
    let mut previous = '\0';
    text.chars().any(|letter| {
        let before = std::mem::replace(&mut previous, letter);
        (is(before, FIGURE) && among(letter, "余多来许强弱")) || (before == '数' && is(letter, POWER))
    })
}

/// Names what stands there where there are two figures or more, or a day.
pub fn several(text: &str) -> Option<Code> {
    if is_clock(text) || is_calendar(text) || is_day(text) {
        return Some(Code::DateLike);
    }
    if cut_at(text, "分之").is_some() && !has_word(text, "百分之 千分之 万分之") {
        return Some(Code::Fraction);
    }
    text.char_indices().filter_map(|(place, _)| joint(text.split_at_checked(place)?)).min()
}

/// What the character between the two joins. In the order of the codes a sum comes before a fraction, and that before
/// a range: the least of them says what the whole is.
fn joint((left, rest): (&str, &str)) -> Option<Code> {
    let mark = first(rest);
    let right = rest.strip_prefix(mark)?;
    let code = match mark {
        '*' | '×' | '÷' | '^' | '=' | '+' => Code::Expression,
        'x' if left != "0" && is(last(left), DIGIT) && is(first(right), DIGIT) => Code::Expression,
        '/' => Code::Fraction,
        '-' | '~' | '至' | '到' => Code::Range,
        _ if is(mark, DASH) || rest.starts_with("...") => Code::Range,
        _ => return None,
    };
    let is_exponent = left.strip_suffix('e').is_some_and(|left| is(last(left), ARABIC_DIGIT));
    (any(left, FIGURE) && any(right, FIGURE) && !is_exponent).then_some(code)
}

/// 8:30, 12:00:00, 8时30分.
fn is_clock(text: &str) -> bool {
    let counts = digit_groups(text, ":").map(|groups| groups.map(|group| group.count));
    let spoken = has_letter(text, "时") || (has_letter(text, "点") && last(text) == '分');
    matches!(counts, Some([1 | 2, 2, 0 | 2])) || (spoken && is_figures_and(text, "点时分秒"))
}

/// 2024-03-05, 2024/3/5, 5/3/2024, 2024.3.5; of two parts 2024-03 and 2024/3.
fn is_calendar(text: &str) -> bool {
    let Some(groups) = digit_groups(text, "-/.\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}") else {
        return false;
    };
    let [year, month, _] = groups.map(|group| group.value);
    match groups.map(|group| group.count) {
        [4, 1 | 2, 1 | 2] => true,
        [1 | 2, 1 | 2, 4] => !text.contains('.'),
        [4, 1 | 2, 0] => !text.contains('.') && (1900..2100).contains(&year) && (1..=12).contains(&month),
        _ => false,
    }
}

/// 3月5日, 2024年, 二〇二四年度.
fn is_day(text: &str) -> bool {
    has_letter(text, "年月日号") && is_figures_and(text, "年月日号度份底初末 ")
}

/// Whether figures stand there, and besides them only `others`.
fn is_figures_and(text: &str, others: &str) -> bool {
    any(text, FIGURE) && text.chars().all(|letter| is(letter, FIGURE) || among(letter, others))
}
