use crate::formula::{self, Expression, Function};
use crate::model::{Measure, Mismatch, Places, Problem, Rounding, Span, Text, Unit, UnitTable, numeral};

use super::check::{places, reference, section_places, unit_name, unit_of, unlike_last};
use super::compile::{Compiler, Fault, Surroundings, Type};
use super::desk::{Desk, Item};
use super::json::place_in_string;
use super::names::{Meaning, Names};
use super::nearest::nearest;
use super::plan::{Field, Figure, Formula, Metric, Node, Picture, Piece, Rule, Section, Shown, Sum, UnitName};
use super::read::{self, Source};

/// The most nodes of all formulas and steps of all their patterns together.
const MOST_NODES: usize = 200_000;
/// What a figure of a message counts beside its nodes: it takes several times the memory of one.
const FIGURE: usize = 4;
/// The most pieces of one message: 50 figures and the words before them.
const MOST_PIECES: usize = 100;

const METRIC_KEYS: &[&str] = &[
    "id",
    "label",
    "section",
    "unit",
    "places",
    "formula",
    "rounding",
    "picture",
    "last_of",
    "change_of",
    "note",
    "source",
];

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
                metrics.push(self.metric(*item, &places, desk));
            }
        }
        metrics
    }

    fn metric(&mut self, item: Item<'_>, sections: &Places, desk: &mut Desk) -> Metric {
        item.object(METRIC_KEYS, desk);
        let unit = unit_of(item, self.units, desk);
        let places = item.required("places", desk).and_then(|places| read::count(places, 12, desk));
        let formula = item.required("formula", desk).map(|formula| read::source(formula, desk));
        Metric {
            id: read::id(item, desk),
            label: read::label(item, desk),
            section: item.get("section").and_then(|section| reference(section, sections, desk)),
            places: places.and_then(|places| u8::try_from(places).ok()).unwrap_or_default(),
            rounding: read::rounding(item, desk).unwrap_or(self.rounding),
            formula: formula
                .map_or_else(Formula::default, |source| self.shown(&source, unit.as_ref().map(|unit| unit.1), desk)),
            picture: self.picture(item, unit.as_ref().map(|unit| &unit.0), desk),
            last_of: None,
            change_of: item.get("change_of").and_then(|item| self.figure_named(item, desk)),
            unit: unit.map(|unit| unit.0),
            note: read::optional_text(item, "note", desk),
            source: read::optional_text(item, "source", desk),
        }
    }

    fn picture(&self, item: Item<'_>, unit: Option<&UnitName>, desk: &mut Desk) -> Option<Picture> {
        let picture = read::picture(item, desk)?;
        let unit = unit.map_or("", |unit| &unit.zh);
        if let Some(place) = item.get("unit").or(item.get("picture")).filter(|_| unit != "%") {
            place.complain(desk, Problem::BadValue, "%", unit);
        }
        Some(picture)
    }

    /// The field or metric that is named here.
    fn figure_named(&self, item: Item<'_>, desk: &mut Desk) -> Option<Figure> {
        let id = item.str(desk)?;
        match self.names.by_id(id) {
            Some(Meaning::Field(place)) => Some(Figure::Field(place)),
            Some(Meaning::Metric(place)) => Some(Figure::Metric(place)),
            _ => {
                // A parameter has an id too, and is no figure of the form.
                let near = self.names.nearest(id).filter(|near| *near != id).unwrap_or("");
                item.complain(desk, Problem::UnknownReference, near, id);
                None
            }
        }
    }

    /// Finds whose figure of last period each metric is: one in the same unit.
    pub(super) fn relate(&self, metrics: &mut [Metric], items: &[Item<'_>], desk: &mut Desk) {
        let among = places(items);
        for (place, item) in items.iter().enumerate() {
            let Some(base) = item.get("last_of").and_then(|item| reference(item, &among, desk)) else { continue };
            let unit = |place| {
                let unit = metrics.get(place).and_then(|metric: &Metric| metric.unit.as_ref());
                unit.map_or("number", |unit| unit.zh.as_str())
            };
            if unit(base) != unit(place) {
                unlike_last(*item, unit(base), unit(place), desk);
            }
            if let Some(metric) = metrics.get_mut(place) {
                metric.last_of = Some(base);
            }
        }
    }

    fn shown(&mut self, source: &Source<'_>, unit: Option<Unit>, desk: &mut Desk) -> Formula {
        let Some(tree) = self.whole(source, desk) else { return Formula::default() };
        let (formula, faults) = Compiler::new(self.surroundings(), self.units).number(&tree, unit);
        self.file(source, 0, &faults, desk);
        self.count(&formula, source, desk);
        formula
    }

    pub(super) fn rules(&mut self, items: &[Item<'_>], desk: &mut Desk) -> Vec<Rule> {
        let mut seen = Places::default();
        let mut rules = Vec::new();
        for item in items {
            if desk.is_full() {
                break;
            }
            let rule = self.rule(*item, desk);
            if seen.insert(&rule.id, rules.len()).is_some() || self.names.has_id(&rule.id) {
                item.complain(desk, Problem::DuplicateId, "", &rule.id);
            }
            rules.push(rule);
        }
        rules
    }

    fn rule(&mut self, item: Item<'_>, desk: &mut Desk) -> Rule {
        item.object(&["id", "severity", "family", "when", "assert", "shown_in", "message", "note", "source"], desk);
        read::optional_text(item, "family", desk);
        let (id, severity) = (read::id(item, desk), read::severity(item, desk));
        let (assert, message) = (item.required("assert", desk), item.required("message", desk));
        let assert = assert.map_or_else(Formula::default, |assert| self.condition(assert, desk));
        Rule {
            id,
            severity,
            when: item.get("when").map(|when| self.condition(when, desk)),
            sum: self.sum(&assert, item, desk),
            assert,
            message: message.map_or_else(Default::default, |message| self.message(message, desk)),
            note: read::optional_text(item, "note", desk),
            source: read::optional_text(item, "source", desk),
            inputs: Vec::new(),
        }
    }

    /// The sum that an assertion states, and the unit it is shown in.
    fn sum(&mut self, assert: &Formula, item: Item<'_>, desk: &mut Desk) -> Option<Sum> {
        let mut sum = Sum::of(assert);
        if let Some(shown) = item.get("shown_in") {
            match &mut sum {
                Some(sum) => sum.shown = self.shown_in(sum.total, shown, desk),
                None => shown.complain(desk, Problem::BadValue, "\"assert\": \"a + b = c\"", ""),
            }
        }
        sum
    }

    fn shown_in(&mut self, total: usize, item: Item<'_>, desk: &mut Desk) -> Option<Shown> {
        item.object(&["unit", "places"], desk);
        let (place, places) = (item.required("unit", desk), item.required("places", desk));
        let places = places.and_then(|places| read::count(places, 12, desk)).and_then(|count| u8::try_from(count).ok());
        let (unit, into) = unit_of(item, self.units, desk)?;
        let own = self.types.fields.get(total).and_then(|own| own.unit());
        match own.map_or(Err(Mismatch::Kind), |own| self.units.conversion(own, into)) {
            Ok(factor) => Some(Shown { unit, factor, places: places? }),
            Err(_) => {
                let own = own.map_or("1", |own| self.units.name(own));
                place?.complain(desk, Problem::UnitMismatch, own, &unit.zh);
                None
            }
        }
    }

    fn condition(&mut self, item: Item<'_>, desk: &mut Desk) -> Formula {
        let source = read::source(item, desk);
        let Some(tree) = self.whole(&source, desk) else { return Formula::default() };
        let (formula, faults) = Compiler::new(self.surroundings(), self.units).truth(&tree);
        self.file(&source, 0, &faults, desk);
        self.count(&formula, &source, desk);
        formula
    }

    fn count(&mut self, formula: &Formula, source: &Source<'_>, desk: &mut Desk) {
        let cost = |node: &Node| match node {
            Node::Matches(_, pattern) => pattern.steps(),
            _ => 1,
        };
        self.nodes = formula.nodes.iter().map(cost).fold(self.nodes, usize::saturating_add);
        if self.nodes > MOST_NODES {
            desk.file(Problem::Limits, source.literal, &numeral(MOST_NODES), "");
        }
    }

    /// A formula that is all of its source; an empty one is filed already.
    fn whole(&self, source: &Source<'_>, desk: &mut Desk) -> Option<Expression> {
        if source.text.is_empty() { None } else { self.tree(source, 0, source.text, desk) }
    }

    /// Reads `text`, which starts `offset` bytes into the source.
    fn tree(&self, source: &Source<'_>, offset: usize, text: &str, desk: &mut Desk) -> Option<Expression> {
        // Where the limit is passed and told, more would only take time and memory.
        if self.nodes > MOST_NODES {
            return None;
        }
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

    fn file(&self, source: &Source<'_>, offset: usize, faults: &[Fault], desk: &mut Desk) {
        for fault in faults {
            let span = self.span(source, offset, fault.span);
            desk.file(fault.problem, span, &fault.expected, &fault.found);
        }
    }

    /// A stretch of a formula as one of the pack's text.
    fn span(&self, source: &Source<'_>, offset: usize, span: Span) -> Span {
        let place = |at: usize| place_in_string(self.source, source.literal, offset.saturating_add(at));
        Span::new(place(span.start), place(span.end))
    }

    fn message(&mut self, item: Item<'_>, desk: &mut Desk) -> [Vec<Piece>; 2] {
        let text: Text = read::text(item, desk);
        let (zh, en) = (item.get("zh").unwrap_or(item), item.get("en"));
        let en = text.en.as_ref().zip(en).map_or_else(Vec::new, |(text, place)| self.pieces(text, place, desk));
        [self.pieces(&text.zh, zh, desk), en]
    }

    /// Splits a sentence at its `{formula}` parts.
    fn pieces(&mut self, text: &str, item: Item<'_>, desk: &mut Desk) -> Vec<Piece> {
        let source = Source { text: "", literal: item.json.span };
        let (mut pieces, mut words, mut at) = (Vec::new(), String::new(), 0);
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.find(['{', '}']).unwrap_or(rest.len());
            let Some((head, tail)) = rest.split_at_checked(plain) else { break };
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
                return pieces;
            };
            let Some(length) = inside.find('}') else {
                desk.file(Problem::Syntax, self.span(&source, at, Span::new(0, 1)), "}", "{");
                return pieces;
            };
            at = at.saturating_add(1);
            if pieces.len() >= MOST_PIECES {
                item.complain(desk, Problem::TooMany, "50", "{…}");
                return pieces;
            }
            let formula = inside.get(..length).unwrap_or("");
            pieces.push(Piece::Words(std::mem::take(&mut words)));
            pieces.push(self.figure(&source, at, formula, desk));
            at = at.saturating_add(length).saturating_add(1);
        }
        pieces.push(Piece::Words(words));
        pieces
    }

    fn figure(&mut self, source: &Source<'_>, at: usize, text: &str, desk: &mut Desk) -> Piece {
        let Some(tree) = self.tree(source, at, text, desk) else { return Piece::Words(String::new()) };
        let (formula, faults, gives) = Compiler::new(self.surroundings(), self.units).any(&tree);
        self.file(source, at, &faults, desk);
        self.nodes = self.nodes.saturating_add(FIGURE);
        self.count(&formula, source, desk);
        let unit = match gives {
            Type::Number(Measure::Of(unit)) => Some(unit_name(unit, self.units.name(unit), self.units)),
            _ => None,
        };
        Piece::Figure { formula, unit: unit.filter(|unit| !unit.zh.is_empty()) }
    }
}
