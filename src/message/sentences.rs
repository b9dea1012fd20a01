use std::sync::OnceLock;

use crate::model::Locale;

type Lines = Vec<(&'static str, &'static str)>;

/// The sentence under `key`; `None` where the locale has none.
pub(super) fn find(locale: Locale, key: &str) -> Option<&'static str> {
    lines(locale).iter().find(|(own, _)| *own == key).map(|(_, sentence)| *sentence)
}

/// Keys and sentences, parted once.
fn lines(locale: Locale) -> &'static Lines {
    static ZH: OnceLock<Lines> = OnceLock::new();
    static EN: OnceLock<Lines> = OnceLock::new();
    let (parted, text) = match locale {
        Locale::Zh => (&ZH, include_str!("zh.txt")),
        Locale::En => (&EN, include_str!("en.txt")),
    };
    parted.get_or_init(|| text.lines().filter_map(|line| line.split_once(' ')).collect())
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
        assert_eq!(fill("“{label}”填了 {value}", &[("value", "3 户"), ("label", "危房")]), "“危房”填了 3 户");
    }
}
