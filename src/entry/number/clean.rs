//! What was typed, without what only typography or a spreadsheet added.

use crate::entry::Code;
use crate::entry::text::{half_width, is_blank, is_invisible};

/// A blank that a typesetter puts between groups of three; the other blank of a clean text is ' '.
pub const GROUP_BLANK: char = '\u{a0}';

/// Characters that mean the same, the one that is kept first. Financial and traditional numerals among them.
const SAME: &[(&str, &str)] = &[
    ("零", "〇○◯"),
    ("一", "壹"),
    ("二", "贰貳弍"),
    ("三", "叁參叄"),
    ("四", "肆"),
    ("五", "伍"),
    ("六", "陆陸"),
    ("七", "柒"),
    ("八", "捌"),
    ("九", "玖"),
    ("两", "兩"),
    ("十", "拾"),
    ("百", "佰"),
    ("千", "仟"),
    ("万", "萬"),
    ("亿", "億"),
    ("点", "點"),
    ("负", "負"),
    ("元", "圆圓"),
    ("二十", "廿"),
    ("三十", "卅"),
    ("四十", "卌"),
    ("-", "\u{2212}\u{fe63}"),
    ("+", "\u{fe62}"),
    ("%", "\u{fe6a}"),
    (",", "\u{fe50}"),
    (".", "\u{fe52}"),
    ("。", "\u{ff61}"),
    ("~", "\u{301c}\u{223c}"),
    ("...", "…⋯"),
    ("m2", "㎡"),
    ("kg", "㎏"),
    ("km2", "㎢"),
];

/// One line, visible characters only, half-width, each variant as its main form, no blank at either end.
pub fn clean(text: &str) -> Result<String, Code> {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
        match letter {
            '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push('\n'),
            _ if letter.is_control() || matches!(letter, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') => {
                return Err(Code::ControlChar);
            }
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => line.push(GROUP_BLANK),
            _ if is_blank(letter) => line.push(' '),
            _ => push_main_form(&mut line, half_width(letter)),
        }
    }
    let line = line.trim_matches(is_blank);
    if line.contains('\n') { Err(Code::MultiCell) } else { Ok(line.replace("m²", "m2")) }
}

fn push_main_form(line: &mut String, letter: char) {
    if letter.is_ascii() {
        return line.push(letter);
    }
    match SAME.iter().find(|(_, variants)| variants.contains(letter)) {
        Some((main, _)) => line.push_str(main),
        None => line.push(letter),
    }
}

/// Drops the blanks that say nothing; those between two digits, and behind a sign at the front, may say something.
pub fn compact(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if !is_blank(letter) {
            kept.push(letter);
            continue;
        }
        let next = letters.clone().find(|next| !is_blank(*next)).unwrap_or(' ');
        let mut before = kept.chars().rev().filter(|letter| !is_blank(*letter));
        let (last, earlier) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
        let parts_digits = is_digit_mark(last) && is_digit_mark(next);
        if parts_digits || (is_sign(last) && !is_figure(earlier)) {
            kept.push(letter);
        }
    }
    kept
}

/// A dash that stands for a minus sign only by habit.
pub const fn is_dash(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2015}')
}

/// A sign, in any of its forms.
pub const fn is_sign(letter: char) -> bool {
    matches!(letter, '-' | '+' | '负') || is_dash(letter)
}

/// A digit, Arabic or Chinese.
pub fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两')
}

/// 十 百 千 万 亿.
pub const fn is_power(letter: char) -> bool {
    matches!(letter, '十' | '百' | '千' | '万' | '亿')
}

/// A digit or a power: where one stands, a figure was meant.
pub fn is_figure(letter: char) -> bool {
    is_digit(letter) || is_power(letter)
}

/// Whether a figure stands anywhere in a text.
pub fn has_figure(text: &str) -> bool {
    text.contains(is_figure)
}

/// Nothing but Arabic digits and points, as nearly every text is.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A character that can stand in the Arabic writing of a number.
pub const fn is_arabic(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '。' | ' ' | GROUP_BLANK)
}

fn is_digit_mark(letter: char) -> bool {
    is_digit(letter) || matches!(letter, '.' | ',' | '。')
}
