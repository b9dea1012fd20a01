use crate::model::{
    Diagnostic, DiagnosticSeverity, Factor, Measure, Places, Problem, Span, Unit, UnitTable, head_of, joined, numeral,
};

use super::compile::Type;
use super::desk::{Desk, Item};
use super::formulas::{Formulas, Types};
use super::json::{Json, JsonKind};
use super::names::{Meaning, Names};
use super::plan::{Field, FieldKind, Metric, Parameter, Plan, Section, UnitName};
use super::{order, read};

/// The largest pack, in bytes.
const LARGEST: usize = 1_048_576;
/// The most units of a pack's own.
const MOST_UNITS: usize = 200;
/// The most fields, metrics, rules and sections, each.
const MOST_PARTS: usize = 10_000;

/// A pack that can be used, and what its author should look at all the same.
#[derive(Debug)]
pub struct Loaded {
    /// The checked pack.
    pub plan: Plan,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
}

/// Reads and checks a pack.
///
/// # Errors
/// Everything that is wrong with it, at most 50 diagnostics, in the order of the text.
pub fn load(source: &str) -> Result<Loaded, Vec<Diagnostic>> {
    let mut desk = Desk::default();
    let json = match parse(source, &mut desk) {
        Some(json) => json,
        None => Json { span: Span::default(), kind: JsonKind::Null },
    };
    let plan = if desk.has_errors() { None } else { read_pack(source, &json, &mut desk) };
    let failed = desk.has_errors();
    let mut complaints = desk.close(&json);
    in_order(&mut complaints);
    match plan {
        Some(plan) if !failed => Ok(Loaded { plan, warnings: complaints }),
        _ => Err(complaints),
    }
}

/// Puts diagnostics in the order of the text. They are at most 50: no sorting routine is worth its size in the wasm.
fn in_order(complaints: &mut [Diagnostic]) {
    for end in 1..complaints.len() {
        for place in (1..=end).rev() {
            let start = |place: usize| complaints.get(place).map(|complaint| complaint.span.start);
            if start(place) >= start(place.saturating_sub(1)) {
                break;
            }
            complaints.swap(place, place.saturating_sub(1));
        }
    }
}

/// As [`load`], from bytes that may not be text.
///
/// # Errors
/// As [`load`]; bytes that are not UTF-8 are one diagnostic.
pub fn load_bytes(bytes: &[u8]) -> Result<Loaded, Vec<Diagnostic>> {
    match std::str::from_utf8(bytes) {
        Ok(source) => load(source),
        Err(error) => Err(vec![Diagnostic {
            severity: DiagnosticSeverity::Error,
            problem: Problem::NotUtf8,
            span: Span::new(error.valid_up_to(), error.valid_up_to().saturating_add(1)),
            path: String::new(),
            expected: "UTF-8".to_owned(),
            found: String::new(),
        }]),
    }
}

fn parse(source: &str, desk: &mut Desk) -> Option<Json> {
    if source.len() > LARGEST {
        desk.file(Problem::TooLarge, Span::default(), "1 MiB", &numeral(source.len()));
        return None;
    }
    let parsed = Json::parse(source);
    if let Err(error) = &parsed {
        let found = source.get(error.span.start..error.span.end).unwrap_or("");
        desk.file(error.problem, error.span, error.expected, found);
    }
    parsed.ok()
}

fn read_pack(source: &str, json: &Json, desk: &mut Desk) -> Option<Plan> {
    let top = Item { json };
    version(top, desk)?;
    top.object(TOP_KEYS, desk);
    let units = units(top, desk);
    Draft { source, top, units, names: Names::default(), stands_in: false }.finish(desk)
}

const TOP_KEYS: &[&str] = &[
    "tianbao",
    "id",
    "version",
    "title",
    "note",
    "source",
    "rounding",
    "parameters",
    "units",
    "words",
    "reasons",
    "sections",
    "fields",
    "metrics",
    "rules",
];

fn version(top: Item<'_>, desk: &mut Desk) -> Option<()> {
    top.object_only(desk);
    let item = top.required("tianbao", desk)?;
    let number = item.json.as_figure().unwrap_or("");
    if number == "1" || number.starts_with("1.") {
        return Some(());
    }
    item.complain(desk, Problem::FormatVersion, "1", if number.is_empty() { item.json.type_name() } else { number });
    None
}

fn units(top: Item<'_>, desk: &mut Desk) -> UnitTable {
    let mut table = UnitTable::default();
    let items = top.list("units", desk);
    if let Some(item) = items.get(MOST_UNITS) {
        item.complain(desk, Problem::TooMany, &numeral(MOST_UNITS), &numeral(items.len()));
    }
    for item in items.iter().take(MOST_UNITS) {
        item.object(&["unit", "is", "en"], desk);
        unit(*item, &mut table, desk);
    }
    table
}

fn unit(item: Item<'_>, table: &mut UnitTable, desk: &mut Desk) -> Option<()> {
    let place = item.required("unit", desk)?;
    let name = place.str(desk)?;
    if head_of(name, 30).is_some() {
        place.complain(desk, Problem::BadValue, "万元 · 元/人", name);
        return None;
    }
    match item.get("is") {
        None => drop(table.declare(name)),
        Some(is) => {
            let text = is.str(desk)?;
            let of = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let digits = text.strip_suffix(of).unwrap_or(text);
            let factor = digits.parse().ok().and_then(|times| Factor::new(times, 1));
            let defined = factor.and_then(|factor| table.define(name, factor, of.trim()));
            if defined.is_none() {
                is.complain(desk, Problem::BadValue, "15 亩", text);
            }
        }
    }
    if let Some(english) = item.get("en") {
        table.call(name, english.json.as_str().unwrap_or_else(|| english.str(desk).unwrap_or_default()));
    }
    Some(())
}

const FIELD_KEYS: &[&str] = &[
    "id",
    "label",
    "aliases",
    "section",
    "unit",
    "type",
    "decimals",
    "min",
    "max",
    "plausible",
    "required",
    "last_of",
    "derived_from",
    "not_applicable",
    "in_words",
    "weight",
    "choices",
    "min_length",
    "max_length",
    "pattern",
    "format",
    "note",
    "source",
];

/// A pack while it is being read.
struct Draft<'a> {
    source: &'a str,
    top: Item<'a>,
    units: UnitTable,
    names: Names,
    /// Whether something stands in for the type of a field: every formula that names it would tell of it again.
    stands_in: bool,
}

impl<'a> Draft<'a> {
    fn finish(mut self, desk: &mut Desk) -> Option<Plan> {
        let top = self.top;
        let (id, version) = (read::id(top, desk), top.required_str("version", desk).unwrap_or_default().to_owned());
        let title = read::required_text(top, "title", desk);
        for key in ["note", "source"] {
            read::optional_text(top, key, desk);
        }
        let rounding = read::rounding(top, desk).unwrap_or_default();
        let (words, reasons) = (read::words(top, desk), read::reasons(top, desk));
        let sections = self.sections(desk);
        let (parameters, parameter_types) = self.parameters(desk);
        let field_items = self.parts("fields", desk);
        let metric_items = self.parts("metrics", desk);
        let rule_items = self.parts("rules", desk);
        self.name_all(&field_items, &metric_items, desk);
        let fields = self.fields(&field_items, &sections, &metric_items, desk);
        if self.stands_in {
            return None;
        }
        let types = &self.types(&fields, &metric_items, parameter_types);
        let mut formulas = Formulas {
            source: self.source,
            units: &mut self.units,
            names: &self.names,
            types,
            fields: &fields,
            rounding,
            nodes: 0,
        };
        let mut metrics = formulas.metrics(&metric_items, &sections, desk);
        formulas.relate(&mut metrics, &metric_items, desk);
        let mut rules = formulas.rules(&rule_items, desk);
        if desk.has_errors() {
            return None;
        }
        let order = match order::order(&metrics) {
            Ok(order) => order,
            Err(cycle) => {
                complain_of_cycle(&metrics, &metric_items, &cycle, desk);
                return None;
            }
        };
        if order::note_inputs(&mut rules, fields.len(), &metrics).is_none() {
            top.complain(desk, Problem::Limits, "", "rules");
            return None;
        }
        for (rule, item) in rules.iter().zip(&rule_items).filter(|(rule, _)| rule.inputs.is_empty()) {
            desk.warn(Problem::NoInputs, item.json.span, "", &rule.id);
        }
        let (field_readers, metric_readers) = order::readers(&fields, &metrics, &rules);
        let (ranks, hash) = (order::ranks(&order), hash(top.json));
        Some(Plan {
            id,
            version,
            hash,
            title,
            sections,
            fields,
            metrics,
            order,
            ranks,
            rules,
            parameters,
            words,
            reasons,
            field_readers,
            metric_readers,
        })
    }

    fn parts(&self, key: &str, desk: &mut Desk) -> Vec<Item<'a>> {
        if key != "metrics" && key != "rules" {
            self.top.required(key, desk);
        }
        let items = self.top.list(key, desk);
        match items.get(MOST_PARTS) {
            Some(first_too_many) => {
                first_too_many.complain(desk, Problem::TooMany, &numeral(MOST_PARTS), &numeral(items.len()));
                Vec::new()
            }
            None => items,
        }
    }

    fn sections(&self, desk: &mut Desk) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut places = Places::default();
        for item in self.parts("sections", desk) {
            item.object(&["id", "label", "within"], desk);
            let within = item.get("within").and_then(|outer| reference(outer, &places, desk));
            let (id, label) = (read::id(item, desk), read::label(item, desk));
            if places.insert(&id, sections.len()).is_some() {
                item.complain(desk, Problem::DuplicateId, "", &id);
            }
            sections.push(Section { id, label, within });
        }
        sections
    }

    fn parameters(&mut self, desk: &mut Desk) -> (Vec<Parameter>, Vec<Type>) {
        let (mut parameters, mut types) = (Vec::new(), Vec::new());
        let Some(list) = self.top.get("parameters") else { return (parameters, types) };
        list.object_only(desk);
        if list.json.members().len() > MOST_PARTS {
            list.complain(desk, Problem::TooMany, &numeral(MOST_PARTS), &numeral(list.json.members().len()));
        }
        for member in list.json.members().iter().take(MOST_PARTS) {
            if !read::is_id(&member.key) {
                desk.file(Problem::BadId, member.key_span, "a-z 0-9 _ . -", &member.key);
            }
            let item = Item { json: &member.value };
            item.object(&["label", "value", "unit"], desk);
            let unit = unit_of(item, &mut self.units, desk);
            let value = item.required("value", desk).and_then(|value| read::decimal(value, desk)).unwrap_or_default();
            let label = read::label(item, desk);
            let meaning = Meaning::Parameter(parameters.len());
            if !self.names.add_id(&member.key, meaning) {
                item.complain(desk, Problem::DuplicateId, "", &member.key);
            }
            self.names.add_label(&label.zh, meaning);
            let measure = unit.as_ref().map_or(Measure::Bare, |(_, unit)| Measure::Of(*unit));
            types.push(Type::Number(measure));
            let unit = unit.map(|(name, _)| name);
            parameters.push(Parameter { id: member.key.clone(), label, value, unit });
        }
        (parameters, types)
    }

    fn name_all(&mut self, fields: &[Item<'a>], metrics: &[Item<'a>], desk: &mut Desk) {
        let field = |place| Meaning::Field(place);
        let metric = |place| Meaning::Metric(place);
        self.name(fields, field, desk);
        self.name(metrics, metric, desk);
    }

    fn name(&mut self, items: &[Item<'a>], meaning: impl Fn(usize) -> Meaning, desk: &mut Desk) {
        for (place, item) in items.iter().enumerate() {
            let Some(id) = item.json.get("id").and_then(Json::as_str) else { continue };
            if !self.names.add_id(id, meaning(place)) {
                let span = item.json.get("id").map_or(item.json.span, |id| id.span);
                desk.file(Problem::DuplicateId, span, "", id);
            }
            let label = item.json.get("label");
            let zh = label.and_then(|label| label.as_str().or_else(|| label.get("zh").and_then(Json::as_str)));
            let aliases = item.json.get("aliases").map_or(&[][..], Json::items);
            for label in zh.into_iter().chain(aliases.iter().filter_map(Json::as_str)) {
                self.names.add_label(label, meaning(place));
            }
        }
    }

    fn fields(
        &mut self,
        items: &[Item<'a>],
        sections: &[Section],
        metrics: &[Item<'a>],
        desk: &mut Desk,
    ) -> Vec<Field> {
        let section_places = section_places(sections);
        let (fields, metrics) = (places(items), places(metrics));
        let mut labels = Places::default();
        let mut list = Vec::new();
        for (place, item) in items.iter().enumerate() {
            if desk.is_full() {
                break;
            }
            let field = self.field(*item, &section_places, &fields, &metrics, desk);
            let first = if field.label.zh.is_empty() { None } else { labels.insert(&field.label.zh, place) };
            if let Some(first) = first {
                let other = items.get(first).map_or(0, |item| item.json.span.start);
                let other = self.top.json.path_to(other);
                desk.warn(Problem::DuplicateLabel, item.json.span, &other, &field.label.zh);
            }
            list.push(field);
        }
        if !self.stands_in {
            like_last(&list, items, desk);
        }
        if let Some(fields) = self.top.get("fields").filter(|_| list.is_empty() && !desk.has_errors()) {
            fields.complain(desk, Problem::EmptyText, "", "");
        }
        list
    }

    fn field(
        &mut self,
        item: Item<'a>,
        sections: &Places,
        fields: &Places,
        metrics: &Places,
        desk: &mut Desk,
    ) -> Field {
        item.object(FIELD_KEYS, desk);
        let place =
            |key: &str, among: &Places, desk: &mut Desk| item.get(key).and_then(|item| reference(item, among, desk));
        let errors = desk.errors();
        let (id, label, kind) = (read::id(item, desk), read::label(item, desk), read::kind(item, desk));
        let is_told = desk.errors() > errors;
        self.stands_in |= is_told;
        let unit = unit_of(item, &mut self.units, desk);
        let is_number = matches!(kind, FieldKind::Number { .. });
        let field = Field {
            id,
            label,
            aliases: item.strings("aliases", desk),
            section: place("section", sections, desk),
            in_words: is_number && item.truth("in_words", desk) && self.is_money(unit.as_ref(), item, desk),
            unit: unit.map(|(name, _)| name),
            kind,
            required: item.truth("required", desk),
            last_of: place("last_of", fields, desk),
            derived_from: place("derived_from", metrics, desk),
            not_applicable: item.strings("not_applicable", desk),
            weight: read::weight(item, desk),
            note: read::optional_text(item, "note", desk),
            source: read::optional_text(item, "source", desk),
        };
        let takes_unit = is_told || is_number;
        if let Some(unit) = item.get("unit").filter(|_| !takes_unit) {
            unit.complain(desk, Problem::UnknownKey, "", "unit");
        }
        field
    }

    /// Whether a figure in `unit` is an amount of money; told where it is not.
    fn is_money(&mut self, unit: Option<&(UnitName, Unit)>, item: Item<'_>, desk: &mut Desk) -> bool {
        let yuan = self.units.parse("元");
        let is_money = unit.zip(yuan).is_some_and(|((_, unit), yuan)| self.units.conversion(*unit, yuan).is_ok());
        if let Some(place) = item.get("unit").or(item.get("in_words")).filter(|_| !is_money) {
            place.complain(desk, Problem::BadValue, "元 · 万元", unit.map_or("", |(name, _)| &name.zh));
        }
        is_money
    }

    fn types(&mut self, fields: &[Field], metrics: &[Item<'a>], parameters: Vec<Type>) -> Types {
        let mut types = Types { fields: Vec::new(), metrics: Vec::new(), parameters };
        for (place, field) in fields.iter().enumerate() {
            types.fields.push(match &field.kind {
                FieldKind::Number { .. } => self.measure(field.unit.as_ref().map(|unit| unit.zh.as_str())),
                FieldKind::Text { .. } => Type::Text,
                FieldKind::Choice(_) => Type::Choice(place),
                FieldKind::Truth => Type::Truth,
                FieldKind::Date => Type::Date,
            });
        }
        for item in metrics {
            types.metrics.push(self.measure(item.json.get("unit").and_then(Json::as_str)));
        }
        types
    }

    fn measure(&mut self, unit: Option<&str>) -> Type {
        Type::Number(unit.and_then(|unit| self.units.parse(unit)).map_or(Measure::Bare, Measure::Of))
    }
}

/// Last period's value is one of the same sort, in the same unit.
fn like_last(fields: &[Field], items: &[Item<'_>], desk: &mut Desk) {
    let sort = |field: &Field| std::mem::discriminant(&field.kind);
    for (field, item) in fields.iter().zip(items) {
        let Some(base) = field.last_of.and_then(|place| fields.get(place)) else { continue };
        if base.unit == field.unit && sort(base) == sort(field) {
            continue;
        }
        let told = |field: &Field| match &field.unit {
            Some(unit) if sort(base) == sort(field) => unit.zh.clone(),
            _ => field.kind.name().to_owned(),
        };
        unlike_last(*item, &told(base), &told(field), desk);
    }
}

pub(super) fn unlike_last(item: Item<'_>, base: &str, found: &str, desk: &mut Desk) {
    let place = item.get("last_of").map_or(item.json.span, |place| place.json.span);
    desk.file(Problem::UnlikeLast, place, base, found);
}

/// The place of the part that is named here.
pub(super) fn reference(item: Item<'_>, among: &Places, desk: &mut Desk) -> Option<usize> {
    let name = item.str(desk)?;
    let place = among.get(name);
    if place.is_none() && !desk.is_full() {
        let near = super::nearest::nearest(name, &mut among.names()).unwrap_or("");
        item.complain(desk, Problem::UnknownReference, near, name);
    }
    place
}

pub(super) fn places(items: &[Item<'_>]) -> Places {
    let mut places = Places::default();
    for (place, item) in items.iter().enumerate() {
        if let Some(id) = item.json.get("id").and_then(Json::as_str) {
            places.insert(id, place);
        }
    }
    places
}

/// Where each section stands.
pub(super) fn section_places(sections: &[Section]) -> Places {
    let mut places = Places::default();
    for (place, section) in sections.iter().enumerate() {
        places.insert(&section.id, place);
    }
    places
}

/// The `unit` of a part, as it is printed and as it is computed with.
pub(super) fn unit_of(item: Item<'_>, units: &mut UnitTable, desk: &mut Desk) -> Option<(UnitName, Unit)> {
    let place = item.get("unit")?;
    let zh = place.str(desk)?;
    let unit = units.parse(zh);
    if unit.is_none() {
        place.complain(desk, Problem::BadValue, "万元 · 元/人", zh);
    }
    unit.map(|unit| (unit_name(unit, zh, units), unit))
}

/// A unit as it is printed.
pub(super) fn unit_name(unit: Unit, zh: &str, units: &UnitTable) -> UnitName {
    UnitName { zh: zh.to_owned(), en: units.english(zh), share: units.share(unit) }
}

fn complain_of_cycle(metrics: &[Metric], items: &[Item<'_>], cycle: &[usize], desk: &mut Desk) {
    let name = |place: &usize| metrics.get(*place).map_or("", |metric| metric.id.as_str());
    let round = joined(cycle.iter().take(6).chain(cycle.first()).map(name), " → ");
    if let Some(formula) = cycle.first().and_then(|first| items.get(*first)).and_then(|item| item.get("formula")) {
        formula.complain(desk, Problem::Cycle, "", &round);
    }
}

/// SHA-256 of the pack without blanks, so that a pack given as text and as an object have one hash.
fn hash(json: &Json) -> String {
    let mut canonical = String::new();
    json.canonical(&mut canonical);
    let digest = hmac_sha256::Hash::hash(canonical.as_bytes());
    let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
    digest.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}
