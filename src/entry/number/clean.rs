//! What was typed, without what only typography or a spreadsheet added.

use super::kind::{BLANK, DIGIT, FIGURE, GROUP_BLANK, POINT, SIGN, is, skip, skip_back};
use crate::entry::Code;
use crate::entry::text::{cut, find_word, first, half_width, is_blank, is_invisible};

/// Characters that mean the same, behind what is kept of them. Financial and traditional numerals among them.
const SAME: &str = "零=〇○◯ 一=壹 二=贰貳弍 三=叁參叄 四=肆 五=伍 六=陆陸 七=柒 八=捌 九=玖 两=兩 十=拾 百=佰 千=仟 万=萬 亿=億 \
    点=點 负=負 元=圆圓 二十=廿 三十=卅 四十=卌 -=\u{2212}\u{fe63} +=\u{fe62} %=\u{fe6a} ,=\u{fe50} .=\u{fe52} 。=\u{ff61} \
    ~=\u{301c}\u{223c} ...=…⋯ m2=㎡ kg=㎏ km2=㎢";

/// One line in lower case, visible characters only, half-width, each variant as its main form, no blank at either end.
pub fn clean(text: &str) -> Result<String, Code> {
    let mut line = String::with_capacity(text.len());
    let mut previous = ' ';
    for letter in text.chars().filter(|letter| !is_invisible(*letter)).map(half_width) {
        match letter {
            '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push('\n'),
            _ if letter.is_control() || matches!(letter, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') => {
                return Err(Code::ControlChar);
            }
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => line.push(GROUP_BLANK),
            '²' if previous == 'm' => line.push('2'),
            _ if is_blank(letter) => line.push(' '),
            _ => push_main_form(&mut line, letter.to_ascii_lowercase()),
        }
        previous = letter;
    }
    let line = skip(skip_back(&line, BLANK), BLANK);
    if line.contains('\n') { Err(Code::MultiCell) } else { Ok(line.to_owned()) }
}

fn push_main_form(line: &mut String, letter: char) {
    let is_variant = |group: &str| cut(group, "=").is_some_and(|(_, variants)| variants.contains(letter));
    let group = if letter.is_ascii() { None } else { find_word(SAME, &is_variant) };
    match group.and_then(|group| cut(group, "=")) {
        Some((main, _)) => line.push_str(main),
        None => line.push(letter),
    }
}

/// Drops the blanks that say nothing; those between two digits, and behind a sign at the front, may say something.
pub fn compact(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    for (place, letter) in line.char_indices() {
        if !is(letter, BLANK) || says_something(&kept, line.get(place..).unwrap_or("")) {
            kept.push(letter);
        }
    }
    kept
}

/// Whether the blank between the two may part digits, or a sign from what it may be the mark of.
fn says_something(before: &str, behind: &str) -> bool {
    let mut letters = before.chars().rev().filter(|letter| !is(*letter, BLANK));
    let (last, earlier) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let parts_digits = is(last, DIGIT | POINT) && is(first(skip(behind, BLANK)), DIGIT | POINT);
    parts_digits || (is(last, SIGN) && !is(earlier, FIGURE))
}
