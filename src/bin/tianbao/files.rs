use std::fs;
use std::path::Path;

use tianbao::model::{Locale, Position};
use tianbao::pack::{Json, JsonKind, Plan};

/// One submission: what stands in which field, and which fields the form has (all where it does not say).
pub struct Submission {
    /// Ids of the fields that the form has.
    pub present: Option<Vec<String>>,
    /// What stands in them.
    pub values: Vec<(String, String)>,
}

/// The text of a file: UTF-8, or else GBK, in which office programs save CSV.
pub fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let (text, _, damaged) = encoding_rs::GB18030.decode(error.as_bytes());
            if damaged { Err(format!("{}: neither UTF-8 nor GBK", path.display())) } else { Ok(text.into_owned()) }
        }
    }
}

/// The submissions of a file: a JSON object or an array of them, or CSV whose header has field ids or labels.
pub fn submissions(plan: &Plan, path: &Path, locale: Locale) -> Result<Vec<Submission>, String> {
    let text = text(path)?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let read = if start.starts_with(['{', '[']) { json(plan, &text) } else { csv(plan, &text, locale) };
    read.map_err(|trouble| format!("{}: {trouble}", path.display()))
}

fn json(plan: &Plan, text: &str) -> Result<Vec<Submission>, String> {
    let json = Json::parse(text).map_err(|error| {
        let place = Position::of(text, error.span.start);
        format!("{}:{}: {}", place.line, place.column, error.problem.as_str())
    })?;
    match json.kind {
        JsonKind::Array(items) => items.iter().map(|item| submission(plan, item)).collect(),
        _ => Ok(vec![submission(plan, &json)?]),
    }
}

fn submission(plan: &Plan, json: &Json) -> Result<Submission, String> {
    let JsonKind::Object(members) = &json.kind else {
        return Err(format!("expected an object of texts, found {}", json.type_name()));
    };
    let mut values = Vec::new();
    for member in members {
        let text = match &member.value.kind {
            JsonKind::Null => continue,
            JsonKind::Bool(truth) => truth.to_string(),
            JsonKind::String(text) | JsonKind::Number(text) => text.clone(),
            _ => return Err(format!("{}: expected a text, found {}", member.key, member.value.type_name())),
        };
        if plan.field(&member.key).is_none() {
            eprintln!("{}: no such field, left out", member.key);
        }
        values.push((member.key.clone(), text));
    }
    Ok(Submission { present: None, values })
}

fn csv(plan: &Plan, text: &str, locale: Locale) -> Result<Vec<Submission>, String> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let columns: Vec<Option<String>> = header.iter().map(|name| column(plan, name.trim(), locale)).collect();
    let present: Vec<String> = columns.iter().flatten().cloned().collect();
    if present.is_empty() {
        return Err("no column has the id or label of a field".to_owned());
    }
    let mut submissions = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cells = columns.iter().zip(record.iter());
        let values = cells.filter_map(|(id, text)| Some((id.clone()?, text.to_owned()))).collect();
        submissions.push(Submission { present: Some(present.clone()), values });
    }
    Ok(submissions)
}

fn column(plan: &Plan, name: &str, locale: Locale) -> Option<String> {
    let named = |field: &&tianbao::pack::Field| {
        field.id == name
            || field.label.zh == name
            || field.label.get(locale) == name
            || field.aliases.iter().any(|alias| alias == name)
    };
    let exact = plan.fields.iter().find(|field| field.id == name);
    let mut labelled = plan.fields.iter().filter(named);
    let field = exact.or_else(|| labelled.next().filter(|_| labelled.next().is_none()));
    if field.is_none() {
        eprintln!("{name}: no such field, left out");
    }
    field.map(|field| field.id.clone())
}
