/// Marks without a width that come along from Word, Excel, chat programs and contact lists: soft hyphen, zero-width
/// blanks and joiners, writing directions, byte order mark, variation selectors.
const INVISIBLE: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{180b}', '\u{180e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
];

/// Whether a character has no width and no meaning in a form.
pub fn is_invisible(letter: char) -> bool {
    INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&letter))
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
    let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    visible.trim_matches(is_blank).to_owned()
}

/// Text of a coded field: tidy, in half-width, without any blank.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|letter| !is_invisible(*letter) && !is_blank(*letter)).map(half_width).collect()
}
