//! Reads the parts of a pack. What cannot be read is filed on the desk, and something harmless stands in for it:
//! a pack with errors is never used, so nothing else need know.

use crate::entry::Format;
use crate::model::{Decimal, Pattern, Problem, Rounding, Severity, Span, Text, head_of, is_word, numeral};

use super::desk::{Desk, Item};
use super::json::JsonKind;
use super::plan::{Choice, FieldKind, Picture, ReasonPolicy, Words};

/// A formula as it stands in the pack.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// The string literal in the pack's text.
    pub(super) literal: Span,
}

pub(super) fn source<'a>(item: Item<'a>, desk: &mut Desk) -> Source<'a> {
    Source { text: item.str(desk).unwrap_or_default(), literal: item.json.span }
}

/// A text in one or both languages: `"…"` or `{"zh": "…", "en": "…"}`.
pub(super) fn text(item: Item<'_>, desk: &mut Desk) -> Text {
    let (mut zh, mut en) = (item, None);
    if let JsonKind::Object(_) = item.json.kind {
        item.object(&["zh", "en"], desk);
        en = item.get("en").and_then(|en| en.str(desk)).map(str::to_owned);
        match item.required("zh", desk) {
            Some(text) => zh = text,
            None => return Text::default(),
        }
    }
    Text { zh: zh.str(desk).unwrap_or_default().to_owned(), en }
}

pub(super) fn optional_text(item: Item<'_>, key: &str, desk: &mut Desk) -> Option<Text> {
    item.get(key).map(|item| text(item, desk))
}

pub(super) fn required_text(item: Item<'_>, key: &str, desk: &mut Desk) -> Text {
    item.required(key, desk).map_or_else(Text::default, |item| text(item, desk))
}

pub(super) fn label(item: Item<'_>, desk: &mut Desk) -> Text {
    let label = required_text(item, "label", desk);
    if head_of(&label.zh, 200).is_some() {
        item.complain(desk, Problem::Limits, "200", &label.zh);
    }
    label
}

pub(super) fn is_id(id: &str) -> bool {
    let first = id.chars().next().is_some_and(|letter| (is_word(letter) && !letter.is_ascii_digit()) || letter == '_');
    let belongs = |letter: char| is_word(letter) || matches!(letter, '_' | '.' | '-');
    first && id.chars().count() <= 64 && id.chars().all(belongs)
}

/// An id: 1 to 64 letters of any script, digits, `_`, `.`, `-`, the first a letter or `_`.
pub(super) fn id(item: Item<'_>, desk: &mut Desk) -> String {
    let place = item.required("id", desk);
    let id = place.and_then(|place| place.str(desk)).unwrap_or_default();
    if let Some(place) = place.filter(|_| !id.is_empty() && !is_id(id)) {
        place.complain(desk, Problem::BadId, "a-z 0-9 _ . -", id);
    }
    id.to_owned()
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

/// How much a field weighs: above nought, 1 where nothing is said.
pub(super) fn weight(item: Item<'_>, desk: &mut Desk) -> Decimal {
    let Some(told) = item.get("weight") else { return Decimal::ONE };
    let Some(weight) = decimal(told, desk) else { return Decimal::ONE };
    if weight <= Decimal::ZERO {
        told.complain(desk, Problem::BadValue, "> 0", "");
    }
    weight
}

/// A whole number from 0 to `most`.
pub(super) fn count(item: Item<'_>, most: usize, desk: &mut Desk) -> Option<usize> {
    let figure = item.json.as_figure();
    let value = figure.and_then(|text| text.parse::<usize>().ok()).filter(|value| *value <= most);
    if value.is_none() {
        item.complain(
            desk,
            Problem::BadValue,
            &["0 … ", &numeral(most)].concat(),
            figure.unwrap_or(item.json.type_name()),
        );
    }
    value
}

pub(super) fn optional_count(item: Item<'_>, key: &str, most: usize, desk: &mut Desk) -> Option<usize> {
    item.get(key).and_then(|item| count(item, most, desk))
}

/// One of a fixed list of words, told in `all`.
fn word<'a>(item: Item<'a>, is_known: bool, all: &str, desk: &mut Desk) {
    let written: Option<&'a str> = item.str(desk);
    if let Some(written) = written.filter(|_| !is_known) {
        item.complain(desk, Problem::BadValue, all, written);
    }
}

pub(super) fn rounding(item: Item<'_>, desk: &mut Desk) -> Option<Rounding> {
    let item = item.get("rounding")?;
    let rounding = item.json.as_str().and_then(Rounding::parse);
    word(item, rounding.is_some(), "half-up · half-even · gbt8170", desk);
    rounding
}

pub(super) fn picture(item: Item<'_>, desk: &mut Desk) -> Option<Picture> {
    let item = item.get("picture")?;
    let picture = Picture::ALL.into_iter().find(|picture| item.json.as_str() == Some(picture.as_str()));
    word(item, picture.is_some(), "track · ring · share", desk);
    picture
}

pub(super) fn severity(item: Item<'_>, desk: &mut Desk) -> Severity {
    let Some(item) = item.required("severity", desk) else { return Severity::Hint };
    let severity = item.json.as_str().and_then(Severity::parse);
    word(item, severity.is_some(), "mandatory · verify · hint", desk);
    severity.unwrap_or(Severity::Hint)
}

/// Keys of a field that only some types have.
const NUMBER_KEYS: &[&str] = &["decimals", "min", "max", "plausible", "in_words"];
const TEXT_KEYS: &[&str] = &["min_length", "max_length", "pattern", "format"];
const CHOICE_KEYS: &[&str] = &["choices"];

pub(super) fn kind(item: Item<'_>, desk: &mut Desk) -> FieldKind {
    let Some(named) = item.required("type", desk) else { return FieldKind::Truth };
    let name = named.str(desk).unwrap_or_default();
    let own: &[&str] = match name {
        "integer" | "decimal" => NUMBER_KEYS,
        "text" => TEXT_KEYS,
        "choice" => CHOICE_KEYS,
        "boolean" | "date" | "" => &[],
        other => {
            named.complain(desk, Problem::BadValue, "integer · decimal · text · choice · boolean · date", other);
            return FieldKind::Truth;
        }
    };
    for key in [NUMBER_KEYS, TEXT_KEYS, CHOICE_KEYS].into_iter().flatten().filter(|key| !own.contains(key)) {
        if let Some(stray) = item.get(key) {
            stray.complain(desk, Problem::UnknownKey, "", key);
        }
    }
    match name {
        "integer" | "decimal" => number(item, desk),
        "text" => text_kind(item, desk),
        "choice" => choice(item, desk),
        "date" => FieldKind::Date,
        _ => FieldKind::Truth,
    }
}

fn number(item: Item<'_>, desk: &mut Desk) -> FieldKind {
    let integer = item.get("type").and_then(|kind| kind.json.as_str()) == Some("integer");
    let places = optional_count(item, "decimals", 12, desk).and_then(|count| u8::try_from(count).ok());
    if integer && places.is_some_and(|places| places > 0) {
        item.complain(desk, Problem::BadValue, "0", "decimals");
    }
    let (min, max) = (optional_decimal(item, "min", desk), optional_decimal(item, "max", desk));
    if let (Some(low), Some(high)) = (min, max)
        && low > high
    {
        item.complain(desk, Problem::BadValue, "min ≤ max", &[&low.canonical(), " > ", &high.canonical()].concat());
    }
    let places = if integer { Some(0) } else { places };
    FieldKind::Number { integer, places, min, max, plausible: plausible(item, desk) }
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

fn text_kind(item: Item<'_>, desk: &mut Desk) -> FieldKind {
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
    let format = item.get("format").and_then(|item| {
        let format = item.json.as_str().and_then(Format::parse);
        word(item, format.is_some(), "area-code", desk);
        format
    });
    FieldKind::Text { shortest, longest, pattern, format }
}

fn choice(item: Item<'_>, desk: &mut Desk) -> FieldKind {
    let mut choices: Vec<Choice> = Vec::new();
    let list = item.required("choices", desk);
    for option in item.list("choices", desk).into_iter().take(MOST_CHOICES) {
        option.object(&["value", "label"], desk);
        let (value, label) = (option.required_str("value", desk).unwrap_or_default().to_owned(), label(option, desk));
        if choices.iter().any(|choice| choice.value == value) {
            option.complain(desk, Problem::DuplicateId, "", &value);
        }
        choices.push(Choice { value, label });
    }
    if let Some(list) = list {
        match list.json.items().len() {
            0 => list.complain(desk, Problem::EmptyText, "", ""),
            count if count > MOST_CHOICES => {
                list.complain(desk, Problem::TooMany, &numeral(MOST_CHOICES), &numeral(count));
            }
            _ => {}
        }
    }
    FieldKind::Choice(choices)
}

/// The most answers of a choice.
const MOST_CHOICES: usize = 1_000;

pub(super) fn words(top: Item<'_>, desk: &mut Desk) -> Words {
    let item = top.get("words");
    if let Some(item) = &item {
        item.object(&["waiting", "no_last", "undefined"], desk);
    }
    let mut word = |key: &str, zh: &str, en: &str| {
        let own = item.and_then(|item| optional_text(item, key, desk));
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
    let offers = item.list("offers", desk).into_iter().map(|offer| text(offer, desk)).collect();
    ReasonPolicy { least, stock_phrases: item.strings("stock_phrases", desk), offers }
}
