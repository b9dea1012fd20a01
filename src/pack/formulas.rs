use crate::formula::{self, Expression, Function};
use crate::model::{Measure, Places, Problem, Rounding, Span, Text, Unit, UnitTable};

use super::check::{reference, section_places, unit_name};
use super::compile::{Compiler, Fault, Surroundings, Type};
use super::desk::{Desk, Item};
use super::json::place_in_string;
use super::names::Names;
use super::nearest::nearest;
use super::plan::{Field, Formula, Metric, Node, Piece, Rule, Section};
use super::read::{self, Source};

/// The most nodes of all formulas and steps of all their patterns together.
const MOST_NODES: usize = 200_000;
/// The most pieces of one message: 50 figures and the words before them.
const MOST_PIECES: usize = 100;

/// What every name of the pack gives.
pub(super) struct Types {
    pub(super) fields: Vec<Type>,
    pub(super) metrics: Vec<Type>,
    pub(super) parameters: Vec<Type>,
}

/// Reads the formulas of a pack whose names are known.
pub(super) struct Formulas<'a> {
    pub(super) source: &'a str,
    pub(super) units: &'a mut UnitTable,
    pub(super) names: &'a Names,
    pub(super) types: &'a Types,
    pub(super) fields: &'a [Field],
    pub(super) rounding: Rounding,
    pub(super) nodes: usize,
}

impl<'a> Formulas<'a> {
    fn surroundings(&self) -> Surroundings<'a> {
        Surroundings {
            names: self.names,
            fields: self.fields,
            field_types: &self.types.fields,
            metric_types: &self.types.metrics,
            parameter_types: &self.types.parameters,
            rounding: self.rounding,
        }
    }

    pub(super) fn metrics(&mut self, items: &[Item<'_>], sections: &[Section], desk: &mut Desk) -> Vec<Metric> {
        let places = section_places(sections);
        // After so many complaints nobody reads on: what is left is not even looked at.
        let mut metrics = Vec::new();
        for item in items {
            if !desk.is_full() {
                metrics.extend(self.metric(*item, &places, desk));
            }
        }
        metrics
    }

    fn metric(&mut self, item: Item<'_>, sections: &Places, desk: &mut Desk) -> Option<Metric> {
        item.object(&["id", "label", "section", "unit", "places", "formula", "rounding", "note", "source"], desk)?;
        let (id, label) = (read::id(item, desk), read::label(item, desk));
        let section = item.get("section").and_then(|section| reference(section, sections, desk));
        let places = item.required("places", desk).and_then(|places| read::count(places, 12, desk));
        let rounding = read::rounding(item, desk).unwrap_or(self.rounding);
        let unit = item.get("unit").and_then(|unit| Some((unit.str(desk)?, unit)));
        let unit = unit.and_then(|(zh, place)| {
            let unit = self.units.parse(zh);
            if unit.is_none() {
                place.complain(desk, Problem::BadValue, "万元 · 元/人", zh);
            }
            unit.map(|unit| (unit_name(unit, zh, self.units), unit))
        });
        let source = item.required("formula", desk).and_then(|formula| read::source(formula, desk));
        let formula = source.and_then(|source| self.shown(&source, unit.as_ref().map(|unit| unit.1), desk));
        let (note, origin) = (read::optional_text(item, "note", desk), read::optional_text(item, "source", desk));
        let places = u8::try_from(places?).ok()?;
        let unit = unit.map(|unit| unit.0);
        Some(Metric {
            id: id?,
            label: label?,
            section,
            unit,
            places,
            rounding,
            formula: formula?,
            note,
            source: origin,
        })
    }

    fn shown(&mut self, source: &Source<'_>, unit: Option<Unit>, desk: &mut Desk) -> Option<Formula> {
        let tree = self.tree(source, 0, source.text, desk)?;
        let result = Compiler::new(self.surroundings(), self.units).number(&tree, unit);
        let (formula, own) = self.settle(source, 0, result, desk)?;
        if let (Measure::Of(own), None) = (own, unit)
            && !self.units.is_ratio(own)
        {
            desk.file(Problem::UnitMismatch, source.literal, "unit", self.units.name(own));
            return None;
        }
        self.counted(formula, source, desk)
    }

    pub(super) fn rules(&mut self, items: &[Item<'_>], desk: &mut Desk) -> Vec<Rule> {
        let mut seen = Places::default();
        let mut rules = Vec::new();
        for item in items {
            let Some(rule) = (if desk.is_full() { None } else { self.rule(*item, desk) }) else { continue };
            if seen.insert(&rule.id, rules.len()).is_some() || self.names.has_id(&rule.id) {
                item.complain(desk, Problem::DuplicateId, "", &rule.id);
            }
            rules.push(rule);
        }
        rules
    }

    fn rule(&mut self, item: Item<'_>, desk: &mut Desk) -> Option<Rule> {
        item.object(&["id", "severity", "family", "when", "assert", "message", "note", "source"], desk)?;
        let (id, severity) = (read::id(item, desk), read::severity(item, desk));
        let condition = item.get("when").map(|when| {
            let source = read::source(when, desk)?;
            self.condition(&source, desk)
        });
        let assertion = item.required("assert", desk).and_then(|assert| read::source(assert, desk));
        let assert = assertion.and_then(|source| self.condition(&source, desk));
        let message = item.required("message", desk).and_then(|message| self.message(message, desk));
        let family = read::optional_text(item, "family", desk);
        let (note, source) = (read::optional_text(item, "note", desk), read::optional_text(item, "source", desk));
        let when = condition.map_or(Some(None), |when| when.map(Some))?;
        let (id, severity, assert, message) = (id?, severity?, assert?, message?);
        Some(Rule { id, severity, family, when, assert, message, note, source, inputs: Vec::new() })
    }

    fn condition(&mut self, source: &Source<'_>, desk: &mut Desk) -> Option<Formula> {
        let tree = self.tree(source, 0, source.text, desk)?;
        let result = Compiler::new(self.surroundings(), self.units).truth(&tree);
        let formula = self.settle(source, 0, result, desk)?;
        self.counted(formula, source, desk)
    }

    fn counted(&mut self, formula: Formula, source: &Source<'_>, desk: &mut Desk) -> Option<Formula> {
        let cost = |node: &Node| match node {
            Node::Matches(_, pattern) => pattern.steps(),
            _ => 1,
        };
        self.nodes = formula.nodes.iter().map(cost).fold(self.nodes, usize::saturating_add);
        if self.nodes > MOST_NODES {
            desk.file(Problem::Limits, source.literal, &MOST_NODES.to_string(), "");
            return None;
        }
        Some(formula)
    }

    /// Reads `text`, which starts `offset` bytes into the source.
    fn tree(&self, source: &Source<'_>, offset: usize, text: &str, desk: &mut Desk) -> Option<Expression> {
        let knows = |word: &str| self.units.knows(word);
        match formula::parse(text, &knows) {
            Ok(tree) => Some(tree),
            Err(error) => {
                let found = text.get(error.span.start..error.span.end).unwrap_or("");
                let near = (error.problem == Problem::UnknownFunction).then(|| self.function_meant(found)).flatten();
                let near = near.as_deref().unwrap_or(error.expected);
                let span = self.span(source, offset, error.span);
                desk.file(error.problem, span, near, found);
                None
            }
        }
    }

    fn function_meant(&self, found: &str) -> Option<String> {
        let function = nearest(&found.to_ascii_uppercase(), &mut Function::names()).map(str::to_owned);
        function.or_else(|| self.names.with_parenthesis(found))
    }

    fn settle<T>(
        &self,
        source: &Source<'_>,
        offset: usize,
        result: Result<T, Vec<Fault>>,
        desk: &mut Desk,
    ) -> Option<T> {
        match result {
            Ok(result) => Some(result),
            Err(faults) => {
                for fault in &faults {
                    let span = self.span(source, offset, fault.span);
                    desk.file(fault.problem, span, &fault.expected, &fault.found);
                }
                None
            }
        }
    }

    /// A stretch of a formula as one of the pack's text.
    fn span(&self, source: &Source<'_>, offset: usize, span: Span) -> Span {
        let place = |at: usize| place_in_string(self.source, source.literal, offset.saturating_add(at));
        Span::new(place(span.start), place(span.end))
    }

    fn message(&mut self, item: Item<'_>, desk: &mut Desk) -> Option<[Vec<Piece>; 2]> {
        let text: Text = read::text(item, desk)?;
        let (zh, en) = (item.get("zh"), item.get("en"));
        let zh = self.pieces(&text.zh, zh.unwrap_or(item), desk)?;
        let en = match (&text.en, en) {
            (Some(text), Some(place)) => self.pieces(text, place, desk)?,
            _ => self.pieces(&text.zh, item, desk)?,
        };
        Some([zh, en])
    }

    /// Splits a sentence at its `{formula}` parts.
    fn pieces(&mut self, text: &str, item: Item<'_>, desk: &mut Desk) -> Option<Vec<Piece>> {
        let source = Source { text: "", literal: item.json.span };
        let (mut pieces, mut words, mut at) = (Vec::new(), String::new(), 0);
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.find(['{', '}']).unwrap_or(rest.len());
            let (head, tail) = rest.split_at(plain);
            words.push_str(head);
            at = at.saturating_add(plain);
            if tail.starts_with("{{") || tail.starts_with("}}") {
                words.push_str(tail.get(..1).unwrap_or(""));
                at = at.saturating_add(2);
                continue;
            }
            let Some(inside) = tail.strip_prefix('{') else {
                if tail.is_empty() {
                    break;
                }
                desk.file(Problem::Syntax, self.span(&source, at, Span::new(0, 1)), "}}", "}");
                return None;
            };
            let Some(length) = inside.find('}') else {
                desk.file(Problem::Syntax, self.span(&source, at, Span::new(0, 1)), "}", "{");
                return None;
            };
            at = at.saturating_add(1);
            if pieces.len() >= MOST_PIECES {
                item.complain(desk, Problem::TooMany, "50", "{…}");
                return None;
            }
            let formula = inside.get(..length).unwrap_or("");
            pieces.push(Piece::Words(std::mem::take(&mut words)));
            pieces.push(self.figure(&source, at, formula, desk)?);
            at = at.saturating_add(length).saturating_add(1);
        }
        pieces.push(Piece::Words(words));
        Some(pieces)
    }

    fn figure(&mut self, source: &Source<'_>, at: usize, text: &str, desk: &mut Desk) -> Option<Piece> {
        let tree = self.tree(source, at, text, desk)?;
        let result = Compiler::new(self.surroundings(), self.units).any(&tree);
        let (formula, gives) = self.settle(source, at, result, desk)?;
        let formula = self.counted(formula, source, desk)?;
        let unit = match gives {
            Type::Number(Measure::Of(unit)) => Some(unit_name(unit, self.units.name(unit), self.units)),
            _ => None,
        };
        let unit = unit.filter(|unit| !unit.zh.is_empty());
        Some(Piece::Figure { formula, unit })
    }
}
