use crate::model::{self, Span};

/// The smallest parts of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits with at most one point.
    Number,
    /// An id, a label or a keyword.
    Word,
    /// `[label with marks]`.
    Bracketed,
    /// `"text"` or `'text'`.
    Quoted,
    /// `%` or `‰`.
    Percent,
    /// An operator or other mark, as its plain spelling.
    Mark(&'static str),
    /// The end of the text.
    End,
}

/// Marks and the spellings that people's keyboards give for them; longer ones first.
const MARKS: &[(&str, &str)] = &[
    ("<=", "<="),
    (">=", ">="),
    ("<>", "<>"),
    ("!=", "<>"),
    ("==", "="),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "<>"),
    ("＜", "<"),
    ("＞", ">"),
    ("＝", "="),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
    ("+", "+"),
    ("＋", "+"),
    ("-", "-"),
    ("－", "-"),
    ("−", "-"),
    ("*", "*"),
    ("×", "*"),
    ("/", "/"),
    ("÷", "/"),
    ("(", "("),
    ("（", "("),
    (")", ")"),
    ("）", ")"),
    (",", ","),
    ("，", ","),
];

/// Reads the token at `at`, blanks before it passed over; `None` for a character that no token starts with.
pub(super) fn next(text: &str, at: usize) -> Option<(Token, Span)> {
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start();
    let start = at.saturating_add(rest.len().saturating_sub(trimmed.len()));
    let (token, length) = token(trimmed)?;
    Some((token, Span::new(start, start.saturating_add(length))))
}

fn token(rest: &str) -> Option<(Token, usize)> {
    let Some(first) = rest.chars().next() else { return Some((Token::End, 0)) };
    if first.is_ascii_digit() || first == '.' {
        return Some((Token::Number, length_while(rest, |letter| letter.is_ascii_digit() || letter == '.')));
    }
    if let '"' | '\'' = first {
        return closed(rest, first).map(|length| (Token::Quoted, length));
    }
    if first == '[' {
        return closed(rest, ']').map(|length| (Token::Bracketed, length));
    }
    if let '%' | '％' | '‰' = first {
        return Some((Token::Percent, first.len_utf8()));
    }
    if let Some((spelling, mark)) = MARKS.iter().find(|(spelling, _)| rest.starts_with(spelling)) {
        return Some((Token::Mark(mark), spelling.len()));
    }
    let length = length_while(rest, is_word);
    (length > 0).then_some((Token::Word, length))
}

/// The letters of a bare name: letters of any script, digits, `_` and `.`.
fn is_word(letter: char) -> bool {
    model::is_word(letter) || matches!(letter, '_' | '.')
}

fn length_while(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|letter| !belongs(letter)).unwrap_or(rest.len())
}

fn closed(rest: &str, end: char) -> Option<usize> {
    let (_, inside) = rest.split_at_checked(1)?;
    inside.find(end).map(|length| length.saturating_add(2))
}
