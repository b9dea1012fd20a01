//! The kinds of characters in a clean text, and the ways to walk over a text by kinds.
//!
//! One table and one loop a way: in wasm each further copy of such a loop costs a hundred bytes.

/// A set of kinds, one bit each.
pub type Kinds = u16;

/// 0 to 9.
pub const ARABIC_DIGIT: Kinds = 1;
/// 一 to 九, 零 and 两.
pub const CHINESE_DIGIT: Kinds = 1 << 1;
/// 十 百 千 万 亿.
pub const POWER: Kinds = 1 << 2;
/// What else stands in Chinese numerals: 点 兆 半 俩 仨 成.
pub const NUMERAL_WORD: Kinds = 1 << 3;
/// The point, 。 for it, and the comma.
pub const POINT: Kinds = 1 << 4;
/// An ordinary blank or [`GROUP_BLANK`].
pub const BLANK: Kinds = 1 << 5;
/// A dash that stands for a minus sign only by habit.
pub const DASH: Kinds = 1 << 6;
/// + - 负.
pub const PLAIN_SIGN: Kinds = 1 << 7;
/// Punctuation: no word stands there.
pub const PUNCTUATION: Kinds = 1 << 8;

/// A digit, Arabic or Chinese.
pub const DIGIT: Kinds = ARABIC_DIGIT | CHINESE_DIGIT;
/// A digit or a power: where one stands, a figure was meant.
pub const FIGURE: Kinds = DIGIT | POWER;
/// All that stands in Chinese numerals.
pub const NUMERAL: Kinds = FIGURE | NUMERAL_WORD;
/// All that stands in the Arabic writing of a number.
pub const ARABIC: Kinds = ARABIC_DIGIT | POINT | BLANK;
/// A sign, in any of its forms.
pub const SIGN: Kinds = PLAIN_SIGN | DASH;

/// A blank that a typesetter puts between groups of three; the other blank of a clean text is ' '.
pub const GROUP_BLANK: char = '\u{a0}';

/// Whether a character is of one of the kinds.
#[inline(never)]
pub fn is(letter: char, kinds: Kinds) -> bool {
    kinds_of(letter) & kinds != 0
}

const fn kinds_of(letter: char) -> Kinds {
    match letter {
        '0'..='9' => ARABIC_DIGIT,
        '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两' => CHINESE_DIGIT,
        '十' | '百' | '千' | '万' | '亿' => POWER,
        '点' | '兆' | '半' | '俩' | '仨' | '成' => NUMERAL_WORD,
        '.' | ',' => POINT | PUNCTUATION,
        '。' => POINT,
        ' ' | GROUP_BLANK | '\n' => BLANK,
        '\u{2010}'..='\u{2015}' => DASH,
        '-' | '+' => PLAIN_SIGN | PUNCTUATION,
        '负' => PLAIN_SIGN,
        '‰' | '、' | '·' | '•' | '・' | '‘' | '’' | '×' | '；' => PUNCTUATION,
        _ if letter.is_ascii_punctuation() => PUNCTUATION,
        _ => 0,
    }
}

/// Whether a character of the kinds stands anywhere in a text.
#[inline(never)]
pub fn any(text: &str, kinds: Kinds) -> bool {
    text.contains(|letter| is(letter, kinds))
}

/// Whether no other characters stand in a text.
pub fn all(text: &str, kinds: Kinds) -> bool {
    skip(text, kinds).is_empty()
}

/// The text without the characters of the kinds at its front.
#[inline(never)]
pub fn skip(text: &str, kinds: Kinds) -> &str {
    text.trim_start_matches(|letter| is(letter, kinds))
}

/// The text without the characters of the kinds at its end.
#[inline(never)]
pub fn skip_back(text: &str, kinds: Kinds) -> &str {
    text.trim_end_matches(|letter| is(letter, kinds))
}

/// What [`skip`] takes off, and what it leaves.
pub fn split(text: &str, kinds: Kinds) -> (&str, &str) {
    let rest = skip(text, kinds);
    (text.strip_suffix(rest).unwrap_or(text), rest)
}
