use std::sync::OnceLock;

use crate::model::Locale;

/// Keys and their sentences.
#[derive(Debug)]
pub struct Sentences<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Sentences<'a> {
    /// One sentence a line: its key, a blank, and the sentence.
    pub fn of(text: &'a str) -> Self {
        Self(text.lines().filter_map(|line| line.split_once(' ')).collect())
    }

    /// What a pack's author is told, in `locale`. A page has it loaded only when a pack is refused.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn for_authors(locale: Locale) -> Sentences<'static> {
        Sentences::of(match locale {
            Locale::Zh => include_str!("authors.zh.txt"),
            Locale::En => include_str!("authors.en.txt"),
        })
    }

    pub(super) fn find(&self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(own, _)| *own == key).map(|(_, sentence)| *sentence)
    }

    pub(super) fn get(&self, key: &str) -> &'a str {
        self.find(key).unwrap_or("")
    }
}

/// The sentence under `key`; `None` where the locale has none.
pub(super) fn find(locale: Locale, key: &str) -> Option<&'static str> {
    all(locale).find(key)
}

/// Keys and sentences, parted once.
fn all(locale: Locale) -> &'static Sentences<'static> {
    static ZH: OnceLock<Sentences<'static>> = OnceLock::new();
    static EN: OnceLock<Sentences<'static>> = OnceLock::new();
    let (parted, text) = match locale {
        Locale::Zh => (&ZH, include_str!("zh.txt")),
        Locale::En => (&EN, include_str!("en.txt")),
    };
    parted.get_or_init(|| Sentences::of(text))
}

/// The sentence under a key that every locale has; a test holds them to it.
pub(super) fn sentence(locale: Locale, key: &str) -> &'static str {
    find(locale, key).unwrap_or("")
}

/// A sentence with its `{parts}` filled in.
pub(super) fn fill(template: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(parts.iter().find(|part| part.0 == name).map_or("", |part| part.1));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&str> {
        text.lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(' '))
            .map(|line| line.0)
            .collect()
    }

    #[test]
    fn every_locale_has_the_same_sentences() {
        assert_eq!(keys(include_str!("zh.txt")), keys(include_str!("en.txt")));
        assert_eq!(keys(include_str!("authors.zh.txt")), keys(include_str!("authors.en.txt")));
        assert_eq!(fill("“{label}”填了 {value}", &[("value", "3 户"), ("label", "危房")]), "“危房”填了 3 户");
    }
}
