use super::text::{half_width, is_blank, is_invisible, is_word, kept};

/// Reads 是 or 否, 有 or 无, true or false, in any width and letter case.
///
/// `None` for anything else, a blank included.
pub fn read_yes_no(text: &str) -> Option<bool> {
    match text {
        "true" => return Some(true),
        "false" => return Some(false),
        _ => {}
    }
    let text = comparable(text);
    let yes = is_word(&text, "是 有 true");
    (yes || is_word(&text, "否 无 false")).then_some(yes)
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
    let form = |letter| (!is_invisible(letter)).then(|| half_width(letter).to_ascii_lowercase());
    kept(text, form).trim_matches(is_blank).to_owned()
}
