use crate::entry::Format;
use crate::model::{Decimal, Pattern, Problem, Rounding, Severity, Span, Text};

use super::desk::{Desk, Item};
use super::json::JsonKind;
use super::plan::{Choice, FieldKind, ReasonPolicy, Words};

/// A formula as it stands in the pack.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// The string literal in the pack's text.
    pub(super) literal: Span,
}

pub(super) fn source<'a>(item: Item<'a>, desk: &mut Desk) -> Option<Source<'a>> {
    let text = item.str(desk)?;
    Some(Source { text, literal: item.json.span })
}

/// A text in one or both languages: `"…"` or `{"zh": "…", "en": "…"}`.
pub(super) fn text(item: Item<'_>, desk: &mut Desk) -> Option<Text> {
    if let JsonKind::Object(_) = item.json.kind {
        item.object(&["zh", "en"], desk)?;
        let en = item.get("en").and_then(|en| en.str(desk)).map(str::to_owned);
        return Some(Text { zh: item.required_str("zh", desk)?.to_owned(), en });
    }
    item.str(desk).map(Text::from)
}

pub(super) fn optional_text(item: Item<'_>, key: &str, desk: &mut Desk) -> Option<Text> {
    item.get(key).and_then(|item| text(item, desk))
}

pub(super) fn label(item: Item<'_>, desk: &mut Desk) -> Option<Text> {
    let label = text(item.required("label", desk)?, desk)?;
    if label.zh.chars().count() > 200 {
        item.complain(desk, Problem::Limits, "200", &label.zh);
    }
    Some(label)
}

pub(super) fn is_id(id: &str) -> bool {
    let first = id.chars().next().is_some_and(|letter| letter.is_alphabetic() || letter == '_');
    let belongs = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-');
    first && id.chars().count() <= 64 && id.chars().all(belongs)
}

/// An id: 1 to 64 letters of any script, digits, `_`, `.`, `-`, the first a letter or `_`.
pub(super) fn id(item: Item<'_>, desk: &mut Desk) -> Option<String> {
    let place = item.required("id", desk)?;
    let id = place.str(desk)?;
    if !is_id(id) {
        place.complain(desk, Problem::BadId, "a-z 0-9 _ . -", id);
        return None;
    }
    Some(id.to_owned())
}

/// A figure, written as a JSON number or as a string of digits.
pub(super) fn decimal(item: Item<'_>, desk: &mut Desk) -> Option<Decimal> {
    let figure = item.json.as_figure();
    let value = figure.filter(|text| text.len() <= 40).and_then(Decimal::parse);
    if value.is_none() {
        item.complain(desk, Problem::BadValue, "12.5", figure.unwrap_or(item.json.type_name()));
    }
    value
}

pub(super) fn optional_decimal(item: Item<'_>, key: &str, desk: &mut Desk) -> Option<Decimal> {
    item.get(key).and_then(|item| decimal(item, desk))
}

/// A whole number from 0 to `most`.
pub(super) fn count(item: Item<'_>, most: usize, desk: &mut Desk) -> Option<usize> {
    let figure = item.json.as_figure();
    let value = figure.and_then(|text| text.parse::<usize>().ok()).filter(|value| *value <= most);
    if value.is_none() {
        item.complain(
            desk,
            Problem::BadValue,
            &["0 … ", &most.to_string()].concat(),
            figure.unwrap_or(item.json.type_name()),
        );
    }
    value
}

pub(super) fn optional_count(item: Item<'_>, key: &str, most: usize, desk: &mut Desk) -> Option<usize> {
    item.get(key).and_then(|item| count(item, most, desk))
}

/// One of a fixed list of words.
pub(super) fn word<T>(item: Item<'_>, parse: impl Fn(&str) -> Option<T>, all: &str, desk: &mut Desk) -> Option<T> {
    let written = item.str(desk)?;
    let value = parse(written);
    if value.is_none() {
        item.complain(desk, Problem::BadValue, all, written);
    }
    value
}

pub(super) fn rounding(item: Item<'_>, desk: &mut Desk) -> Option<Rounding> {
    item.get("rounding").and_then(|item| word(item, Rounding::parse, "half-up · half-even · gbt8170", desk))
}

pub(super) fn severity(item: Item<'_>, desk: &mut Desk) -> Option<Severity> {
    word(item.required("severity", desk)?, Severity::parse, "mandatory · verify · hint", desk)
}

/// Keys of a field that only some types have.
const NUMBER_KEYS: &[&str] = &["decimals", "min", "max", "plausible"];
const TEXT_KEYS: &[&str] = &["min_length", "max_length", "pattern", "format"];
const CHOICE_KEYS: &[&str] = &["choices"];

type Read = fn(Item<'_>, &mut Desk) -> Option<FieldKind>;

pub(super) fn kind(item: Item<'_>, desk: &mut Desk) -> Option<FieldKind> {
    let named = item.required("type", desk)?;
    let (kind, own): (Read, &[&[&str]]) = match named.str(desk)? {
        "integer" | "decimal" => (number, &[NUMBER_KEYS]),
        "text" => (text_kind, &[TEXT_KEYS]),
        "choice" => (choice, &[CHOICE_KEYS]),
        "boolean" => (|_, _| Some(FieldKind::Truth), &[]),
        "date" => (|_, _| Some(FieldKind::Date), &[]),
        other => {
            let all = "integer · decimal · text · choice · boolean · date";
            named.complain(desk, Problem::BadValue, all, other);
            return None;
        }
    };
    for keys in [NUMBER_KEYS, TEXT_KEYS, CHOICE_KEYS].iter().filter(|keys| !own.contains(keys)) {
        for (key, stray) in keys.iter().filter_map(|key| Some((key, item.get(key)?))) {
            stray.complain(desk, Problem::UnknownKey, "", key);
        }
    }
    kind(item, desk)
}

fn number(item: Item<'_>, desk: &mut Desk) -> Option<FieldKind> {
    let integer = item.get("type").and_then(|kind| kind.json.as_str()) == Some("integer");
    let places = optional_count(item, "decimals", 12, desk).and_then(|count| u8::try_from(count).ok());
    if integer && places.is_some_and(|places| places > 0) {
        item.complain(desk, Problem::BadValue, "0", "decimals");
    }
    let (min, max) = (optional_decimal(item, "min", desk), optional_decimal(item, "max", desk));
    if let (Some(low), Some(high)) = (min, max)
        && low > high
    {
        item.complain(desk, Problem::BadValue, "min ≤ max", &[&low.to_string(), " > ", &high.to_string()].concat());
    }
    let places = if integer { Some(0) } else { places };
    Some(FieldKind::Number { integer, places, min, max, plausible: plausible(item, desk) })
}

fn plausible(item: Item<'_>, desk: &mut Desk) -> Option<(Decimal, Decimal)> {
    let range = item.get("plausible")?;
    let ends: Vec<Decimal> = item.list("plausible", desk).iter().filter_map(|end| decimal(*end, desk)).collect();
    match ends.as_slice() {
        [low, high] if low <= high => Some((*low, *high)),
        _ => {
            range.complain(desk, Problem::BadValue, "[0, 100]", "");
            None
        }
    }
}

fn text_kind(item: Item<'_>, desk: &mut Desk) -> Option<FieldKind> {
    let shortest = optional_count(item, "min_length", 10_000, desk);
    let longest = optional_count(item, "max_length", 10_000, desk);
    let pattern = item.get("pattern").and_then(|item| {
        let source = item.str(desk)?;
        let pattern = Pattern::parse(source).ok();
        match &pattern {
            Some(pattern) if !desk.affords(pattern.steps()) => item.complain(desk, Problem::Limits, "", "pattern"),
            Some(_) => {}
            None => item.complain(desk, Problem::BadPattern, "^[0-9]{6}$", source),
        }
        pattern
    });
    if let (Some(least), Some(most)) = (shortest, longest)
        && least > most
    {
        item.complain(desk, Problem::BadValue, "min_length ≤ max_length", "");
    }
    let format = item.get("format").and_then(|item| word(item, Format::parse, "area-code", desk));
    Some(FieldKind::Text { shortest, longest, pattern, format })
}

fn choice(item: Item<'_>, desk: &mut Desk) -> Option<FieldKind> {
    item.required("choices", desk)?;
    let mut choices: Vec<Choice> = Vec::new();
    for option in item.list("choices", desk) {
        option.object(&["value", "label"], desk)?;
        let (value, label) = (option.required_str("value", desk)?.to_owned(), label(option, desk)?);
        if choices.iter().any(|choice| choice.value == value) {
            option.complain(desk, Problem::DuplicateId, "", &value);
        }
        if choices.len() >= 1_000 {
            option.complain(desk, Problem::Limits, "1000", "choices");
            return None;
        }
        choices.push(Choice { value, label });
    }
    if choices.is_empty() {
        item.complain(desk, Problem::MissingKey, "choices", "[]");
    }
    Some(FieldKind::Choice(choices))
}

pub(super) fn words(top: Item<'_>, desk: &mut Desk) -> Words {
    let item = top.get("words");
    if let Some(item) = &item {
        item.object(&["waiting", "no_last", "undefined"], desk);
    }
    let mut word = |key: &str, zh: &str, en: &str| {
        let own = item.as_ref().and_then(|item| optional_text(*item, key, desk));
        own.unwrap_or(Text { zh: zh.to_owned(), en: Some(en.to_owned()) })
    };
    Words {
        waiting: word("waiting", "待填", "to be filled in"),
        no_last: word("no_last", "无上年数", "no figure for last year"),
        undefined: word("undefined", "—", "—"),
    }
}

pub(super) fn reasons(top: Item<'_>, desk: &mut Desk) -> ReasonPolicy {
    let Some(item) = top.get("reasons") else {
        return ReasonPolicy { least: 1, stock_phrases: Vec::new(), offers: Vec::new() };
    };
    item.object(&["min_characters", "stock_phrases", "offers"], desk);
    let least = optional_count(item, "min_characters", 1_000, desk).unwrap_or(1);
    let offers = item.list("offers", desk).iter().filter_map(|offer| text(*offer, desk)).collect();
    ReasonPolicy { least, stock_phrases: item.strings("stock_phrases", desk), offers }
}
