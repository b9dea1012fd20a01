use crate::model::cut_at;

/// Marks without a width that come along from Word, Excel, chat programs and contact lists: soft hyphen, zero-width
/// blanks and joiners, writing directions, byte order mark, variation selectors.
const INVISIBLE: &[(u16, u16)] = &[
    (0xad, 0xad),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x180b, 0x180e),
    (0x200b, 0x200f),
    (0x202a, 0x202e),
    (0x2060, 0x206f),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
];

/// Whether a character has no width and no meaning in a form.
pub fn is_invisible(letter: char) -> bool {
    let code = u32::from(letter);
    INVISIBLE.iter().any(|(first, last)| (u32::from(*first)..=u32::from(*last)).contains(&code))
}

/// Whether a character shows as a blank. The last two are letters to Unicode, and empty all the same.
pub fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}')
}

/// The half-width twin of a full-width character; others as they are.
///
/// Only width changes. NFKC would also turn 12² into 122, so it is not used.
pub fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            let code = u32::from(letter).wrapping_sub(0xfee0);
            char::from_u32(code).unwrap_or(letter)
        }
        '￥' => '¥',
        '￡' => '£',
        '￠' => '¢',
        '\u{3000}' => ' ',
        _ => letter,
    }
}

/// Text of a text field, without invisible marks and without blanks at either end. What stands between is kept.
pub fn tidy(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    kept(text, |letter| Some(letter).filter(|letter| !is_invisible(*letter))).trim_matches(is_blank).to_owned()
}

/// Text of a coded field: tidy, in half-width, without any blank.
pub fn squeeze(text: &str) -> String {
    kept(text, |letter| (!is_invisible(letter) && !is_blank(letter)).then(|| half_width(letter)))
}

/// The characters of a text, each as `form` has it or left out. One loop for all callers: each copy costs wasm.
#[inline(never)]
pub fn kept(text: &str, form: fn(char) -> Option<char>) -> String {
    text.chars().filter_map(form).collect()
}

/// Whether a character is one of `letters`.
#[inline(never)]
pub fn among(letter: char, letters: &str) -> bool {
    letters.contains(letter)
}

/// Whether one of `letters` stands anywhere in a text.
#[inline(never)]
pub fn has_letter(text: &str, letters: &str) -> bool {
    text.chars().any(|letter| among(letter, letters))
}

/// The first character; NUL, which is in no list of letters, where there is none.
#[inline(never)]
pub fn first(text: &str) -> char {
    text.chars().next().unwrap_or('\0')
}

/// The last character, or NUL.
#[inline(never)]
pub fn last(text: &str) -> char {
    text.chars().next_back().unwrap_or('\0')
}

/// The text without its last character, where that is one of `letters`.
#[inline(never)]
pub fn without_last<'a>(text: &'a str, letters: &str) -> Option<&'a str> {
    text.strip_suffix(last(text)).filter(|_| among(last(text), letters))
}

/// What stands before and behind the first of `letters`.
#[inline(never)]
pub fn cut<'a>(text: &'a str, letters: &str) -> Option<(&'a str, &'a str)> {
    text.split_once(|letter| among(letter, letters))
}

/// The first of some words, parted by blanks, of which something is true.
#[inline(never)]
#[cfg_attr(speed, optimize(speed))]
pub fn find_word<'a>(words: &'a str, is_it: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    // By hand: the lists are gone through many times for a text that is no figure, and the library's search is made for long texts.
    let mut from = 0_usize;
    for (at, byte) in words.bytes().chain([b' ']).enumerate() {
        if byte == b' ' {
            let word = words.get(from..at).unwrap_or("");
            if is_it(word) {
                return Some(word);
            }
            from = at.wrapping_add(1);
        }
    }
    None
}

/// Whether a text is one of some words.
#[inline(never)]
pub fn is_word(text: &str, words: &str) -> bool {
    find_word(words, &|word| word == text).is_some()
}

/// Whether one of some words stands anywhere in a text.
#[inline(never)]
pub fn has_word(text: &str, words: &str) -> bool {
    find_word(words, &|word| cut_at(text, word).is_some()).is_some()
}

/// The Arabic digit for a Chinese one (GB/T 15835 writes the year of a date with 〇).
pub const fn arabic_digit(letter: char) -> Option<char> {
    Some(match letter {
        '〇' | '零' | '○' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}

/// A text of nothing but Chinese digits, in Arabic ones.
#[inline(never)]
pub fn arabic_digits(text: &str) -> Option<String> {
    let mut digits = String::new();
    for letter in text.chars() {
        digits.push(arabic_digit(letter)?);
    }
    Some(digits)
}

/// Digits of a date or a time of day: how many, and what they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digits {
    /// How many digits.
    pub count: usize,
    /// The number, 65,535 where it is larger.
    pub value: u16,
}

/// A text of ASCII digits only, at least one.
#[inline(never)]
pub fn digits(text: &str) -> Option<Digits> {
    let mut value = 0_u16;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value.saturating_mul(10).saturating_add(u16::from(digit));
    }
    (!text.is_empty()).then_some(Digits { count: text.len(), value })
}

/// Two or three groups of digits between `marks`, blanks around them aside; the third is empty where there are two.
pub fn digit_groups(text: &str, marks: &str) -> Option<[Digits; 3]> {
    let mut groups = [Digits::default(); 3];
    let mut slots = groups.iter_mut();
    for group in text.split(|letter| among(letter, marks)) {
        *slots.next()? = digits(group.trim())?;
    }
    if slots.len() > 1 { None } else { Some(groups) }
}
