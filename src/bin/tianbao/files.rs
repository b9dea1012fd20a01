use std::fs;
use std::path::Path;

use tianbao::door::table::{self, Table};
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
    let mut table = Table::new(text);
    let header = table.next_row().unwrap_or(&[]).to_vec();
    let columns = table::columns(plan, &header, locale);
    for (name, _) in header.iter().zip(&columns).filter(|(_, column)| column.is_none()) {
        eprintln!("{name}: no such field, left out");
    }
    let ids: Vec<Option<&str>> = columns.iter().map(|place| Some(plan.fields.get((*place)?)?.id.as_str())).collect();
    let present: Vec<String> = ids.iter().flatten().map(|id| (*id).to_owned()).collect();
    if present.is_empty() {
        return Err("no column has the id or label of a field".to_owned());
    }
    let mut submissions = Vec::new();
    while let Some(row) = table.next_row() {
        let cells = ids.iter().zip(row);
        let values = cells.filter_map(|(id, text)| Some(((*id)?.to_owned(), text.clone().into_owned()))).collect();
        submissions.push(Submission { present: Some(present.clone()), values });
    }
    Ok(submissions)
}
