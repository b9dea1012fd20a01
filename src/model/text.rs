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
