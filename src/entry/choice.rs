use super::text::{half_width, is_blank, is_invisible};

const YES_NO: [(&str, bool); 6] =
    [("是", true), ("否", false), ("有", true), ("无", false), ("true", true), ("false", false)];

/// Reads 是 or 否, 有 or 无, true or false, in any width and letter case.
///
/// `None` for anything else, a blank included.
pub fn read_yes_no(text: &str) -> Option<bool> {
    let text = comparable(text);
    YES_NO.iter().find(|(word, _)| *word == text).map(|(_, answer)| *answer)
}

/// The place in `choices`, pairs of value and label, of what was typed. A value is taken before a label.
///
/// Width, letter case and blanks at either end do not count; `None` where nothing is the same.
pub fn read_choice(text: &str, choices: &[(&str, &str)]) -> Option<usize> {
    let text = comparable(text);
    let by_value = choices.iter().position(|(value, _)| comparable(value) == text);
    by_value.or_else(|| choices.iter().position(|(_, label)| comparable(label) == text))
}

fn comparable(text: &str) -> String {
    let visible = text.chars().filter(|letter| !is_invisible(*letter)).map(half_width);
    let lower: String = visible.map(|letter| letter.to_ascii_lowercase()).collect();
    lower.trim_matches(is_blank).to_owned()
}
