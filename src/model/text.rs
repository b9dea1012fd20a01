use super::Decimal;

/// The language in which people are spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Chinese, the users' first language.
    #[default]
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Reads a language tag: everything that starts with `en` is English, all else Chinese.
    pub fn parse(tag: &str) -> Self {
        match tag.get(..2) {
            Some(head) if head.eq_ignore_ascii_case("en") => Self::En,
            _ => Self::Zh,
        }
    }
}

/// A text of a pack in both languages; where the English is missing the Chinese stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English, where the pack has it.
    pub en: Option<String>,
}

impl Text {
    /// The text in `locale`.
    pub fn get(&self, locale: Locale) -> &str {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => en,
            _ => &self.zh,
        }
    }
}

impl From<&str> for Text {
    fn from(zh: &str) -> Self {
        Self { zh: zh.to_owned(), en: None }
    }
}

// The library's own ways of doing these are made for more than is asked for here, and are six kilobytes of the module.

/// A count in digits.
pub fn numeral(count: usize) -> String {
    Decimal::from_int(i64::try_from(count).unwrap_or(i64::MAX)).canonical()
}

/// What stands before and behind the first `word` of a text; `None` where it has none, or the word is empty.
pub fn cut_at<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut places = text.char_indices().filter_map(|(place, _)| text.split_at_checked(place));
    places.find_map(|(before, rest)| Some((before, rest.strip_prefix(word).filter(|_| !word.is_empty())?)))
}

/// All `parts`, with `between` between them.
pub fn joined<'a>(mut parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push_str(between);
        out.push_str(part);
    }
    out
}

/// The first `most` characters of a text that has more; `None` where it does not.
pub fn head_of(text: &str, most: usize) -> Option<&str> {
    let mut left = most;
    for (place, _) in text.char_indices() {
        if left == 0 {
            return text.get(..place);
        }
        left = left.wrapping_sub(1);
    }
    None
}
