use crate::model::{Diagnostic, DiagnosticSeverity, Problem, Span, head_of};

use super::json::{Json, JsonKind};

/// After so many complaints nobody reads on.
const MOST: usize = 50;
/// The most steps of all fields' patterns together.
const MOST_STEPS: usize = 100_000;

/// Where complaints about one pack are collected.
#[derive(Debug, Default)]
pub(super) struct Desk {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    steps: usize,
}

impl Desk {
    pub(super) fn file(&mut self, problem: Problem, span: Span, expected: &str, found: &str) {
        push(&mut self.errors, DiagnosticSeverity::Error, problem, span, expected, found);
    }

    pub(super) fn warn(&mut self, problem: Problem, span: Span, expected: &str, found: &str) {
        push(&mut self.warnings, DiagnosticSeverity::Warning, problem, span, expected, found);
    }

    /// True once so many errors are filed that more would not be read.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() >= MOST
    }

    pub(super) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    pub(super) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// Takes so many steps of a pattern from what a pack may have.
    pub(super) fn affords(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_add(steps);
        self.steps <= MOST_STEPS
    }

    /// Everything filed, errors before warnings, at most 50, with the part of the pack that each stands in.
    pub(super) fn close(mut self, json: &Json) -> Vec<Diagnostic> {
        self.errors.append(&mut self.warnings);
        self.errors.truncate(MOST);
        for complaint in &mut self.errors {
            complaint.path = json.path_to(complaint.span.start);
            if complaint.problem == Problem::MissingKey {
                let dot = if complaint.path.is_empty() { "" } else { "." };
                complaint.path = [&complaint.path, dot, &complaint.expected].concat();
            }
        }
        self.errors
    }
}

fn push(
    list: &mut Vec<Diagnostic>,
    severity: DiagnosticSeverity,
    problem: Problem,
    span: Span,
    expected: &str,
    found: &str,
) {
    if list.len() < MOST {
        let (expected, found) = (short(expected), short(found));
        list.push(Diagnostic { severity, problem, span, path: String::new(), expected, found });
    }
}

/// A hostile pack's name of a million letters must not become a message of a million letters.
fn short(text: &str) -> String {
    match head_of(text, 80) {
        Some(head) => [head, "…"].concat(),
        None => text.to_owned(),
    }
}

/// One value of the pack while it is read.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) json: &'a Json,
}

impl<'a> Item<'a> {
    pub(super) fn complain(self, desk: &mut Desk, problem: Problem, expected: &str, found: &str) {
        desk.file(problem, self.json.span, expected, found);
    }

    pub(super) fn get(self, key: &str) -> Option<Item<'a>> {
        self.json.get(key).map(|json| Item { json })
    }

    /// An object.
    pub(super) fn object_only(self, desk: &mut Desk) {
        if !matches!(self.json.kind, JsonKind::Object(_)) {
            self.complain(desk, Problem::WrongType, "{…}", self.json.type_name());
        }
    }

    /// An object that has no other keys than these.
    pub(super) fn object(self, keys: &[&str], desk: &mut Desk) {
        self.object_only(desk);
        for member in self.json.members() {
            if !keys.contains(&member.key.as_str()) && !desk.is_full() {
                let nearest = super::nearest::nearest(&member.key, &mut keys.iter().copied()).unwrap_or("");
                desk.file(Problem::UnknownKey, member.key_span, nearest, &member.key);
            }
        }
    }

    pub(super) fn required(self, key: &str, desk: &mut Desk) -> Option<Item<'a>> {
        let item = self.get(key);
        // What is no object has been told so already.
        if item.is_none() && matches!(self.json.kind, JsonKind::Object(_)) {
            let end = self.json.span.start.saturating_add(1);
            desk.file(Problem::MissingKey, Span::new(self.json.span.start, end), key, "");
        }
        item
    }

    pub(super) fn list(self, key: &str, desk: &mut Desk) -> Vec<Item<'a>> {
        let Some(list) = self.get(key) else { return Vec::new() };
        if !matches!(list.json.kind, JsonKind::Array(_)) {
            list.complain(desk, Problem::WrongType, "[…]", list.json.type_name());
        }
        list.json.items().iter().map(|json| Item { json }).collect()
    }

    pub(super) fn str(self, desk: &mut Desk) -> Option<&'a str> {
        let text = self.json.as_str();
        match text {
            None => self.complain(desk, Problem::WrongType, "\"…\"", self.json.type_name()),
            Some("") => self.complain(desk, Problem::EmptyText, "", ""),
            Some(_) => {}
        }
        text.filter(|text| !text.is_empty())
    }

    pub(super) fn required_str(self, key: &str, desk: &mut Desk) -> Option<&'a str> {
        self.required(key, desk)?.str(desk)
    }

    pub(super) fn strings(self, key: &str, desk: &mut Desk) -> Vec<String> {
        self.list(key, desk).iter().filter_map(|item| item.str(desk)).map(str::to_owned).collect()
    }

    pub(super) fn truth(self, key: &str, desk: &mut Desk) -> bool {
        let Some(item) = self.get(key) else { return false };
        if let JsonKind::Bool(truth) = item.json.kind {
            return truth;
        }
        item.complain(desk, Problem::WrongType, "true/false", item.json.type_name());
        false
    }
}
