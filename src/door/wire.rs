//! What crosses the border, in the names that portals and scripts rely on. Figures cross as decimal strings.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// An object whose keys are ids, in the pack's order.
#[derive(Clone, Debug)]
pub struct Record<T>(pub Vec<(String, T)>);

impl<T: Serialize> Serialize for Record<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Everything about one form, as it stands.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Report {
    /// Which pack judged it.
    pub pack: PackId,
    /// Which engine.
    pub engine: Engine,
    /// `blank`, `incomplete`, `mandatory`, `verify` or `clean`.
    pub status: &'static str,
    /// Every field.
    pub fields: Record<FieldReport>,
    /// Every metric.
    pub metrics: Record<MetricReport>,
    /// Field findings in field order, then rules in the pack's order.
    pub findings: Vec<Finding>,
    /// Rules that can no longer pass whatever the blanks become, in the pack's order.
    pub early: Vec<Finding>,
    /// How far the form is filled.
    pub progress: Progress,
}

/// Which pack it is.
#[derive(Clone, Debug, serde::Serialize)]
pub struct PackId {
    /// Its id.
    pub id: String,
    /// Its own version.
    pub version: String,
    /// SHA-256 of its canonical text, in hex.
    pub hash: String,
}

/// Which engine it is.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Engine {
    /// The crate's version.
    pub version: &'static str,
    /// `wasm`, `js` or `native`.
    pub kind: &'static str,
}

/// One field.
#[derive(Clone, Debug, serde::Serialize)]
pub struct FieldReport {
    /// As typed.
    pub typed: String,
    /// The value, canonical: no trailing zeros, no grouping.
    pub value: Option<String>,
    /// `ok`, `blank`, `invalid` or `absent`.
    pub state: &'static str,
    /// How the text was understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Message>,
}

/// One metric.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MetricReport {
    /// The figure with exactly the metric's places.
    pub value: Option<String>,
    /// The figure grouped and with its unit, or the pack's word.
    pub display: String,
    /// `ok`, `waiting`, `undefined` or `absent`.
    pub state: &'static str,
    /// Why there is no figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Message>,
    /// The fields that it waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<Vec<String>>,
}

/// A code and its sentence.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Message {
    /// The code.
    pub code: &'static str,
    /// The sentence.
    pub text: String,
}

/// One thing that stands against the form.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Finding {
    /// The rule's id, or `<field>:<code>`.
    pub id: String,
    /// `mandatory`, `verify` or `hint`.
    pub severity: &'static str,
    /// Every field it depends on.
    pub fields: Vec<String>,
    /// What it is.
    pub code: &'static str,
    /// How the typed text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<&'static str>,
    /// Values to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Vec<String>>,
    /// The sentence.
    pub message: String,
    /// The comparison in numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The reason that applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justified: Option<Justified>,
}

/// A written reason.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Justified {
    /// Its text.
    pub reason: String,
}

/// How far the form, or a section of it, is filled.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Count {
    /// Fields that are not blank.
    pub filled: u32,
    /// Fields that must be filled.
    pub required: u32,
    /// Fields on the form.
    pub total: u32,
}

/// How far the form is filled, in all and by section.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Fields that are not blank.
    pub filled: u32,
    /// Fields that must be filled.
    pub required: u32,
    /// Fields on the form.
    pub total: u32,
    /// The same for each section.
    pub by_section: Record<Count>,
}

/// What an edit changed.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Changes {
    /// Fields whose outcome changed.
    pub fields: Vec<String>,
    /// Metrics whose outcome changed.
    pub metrics: Vec<String>,
    /// Findings that appeared.
    pub opened: Vec<Finding>,
    /// Findings that stay open with other numbers or another reason.
    pub updated: Vec<Finding>,
    /// Ids of the findings that went.
    pub closed: Vec<String>,
}

/// Which values the other answers still allow for a field.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Range {
    /// The least; null where there is none.
    pub min: Option<String>,
    /// The greatest; null where there is none.
    pub max: Option<String>,
    /// `1`, `0.01` and so on; `any` where a value may have any number of places.
    pub step: String,
    /// Ids of the rules that make it narrower than the field's own limits.
    pub because: Vec<String>,
}

/// What is most probably wrong, and what it should be.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Repair {
    /// The fields to change.
    pub fields: Vec<String>,
    /// What should stand there; empty where that cannot be told.
    pub values: Record<String>,
    /// `digit`, `transposition`, `missing-digit`, `extra-digit`, `sign`, `scale`, `swap`, `derived` or `minimal`.
    pub kind: &'static str,
    /// Ids of the rules that hold with it and do not now.
    pub solves: Vec<String>,
    /// The sentence.
    pub message: String,
    /// How likely it is, 0 to 1; what cannot be told apart has the same.
    pub confidence: Percent,
    /// Whether no smaller set of fields will do; else the search took too long, and these are the fields of what fails.
    pub proven: bool,
}

/// A hundredth each, as a number from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Percent(pub u8);

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // As every other JSON of it writes them: without a point.
        if self.0 == 0 || self.0 >= 100 {
            return serializer.serialize_u8(u8::from(self.0 > 0));
        }
        let places = if self.0 < 10 { "0.0" } else { "0." };
        let text = [places, &self.0.to_string()].concat();
        // The one number that crosses as such: no figure of the form, and nothing is computed with it.
        serializer.serialize_f64(text.parse().unwrap_or_default())
    }
}

/// Why a field, metric or rule says what it says.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Explanation {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The formula in labels.
    pub formula: String,
    /// The formula in the person's numbers.
    pub substituted: String,
    /// What it comes to.
    pub result: String,
    /// Every name it uses.
    pub operands: Vec<OperandReport>,
    /// Where the definition comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How far parts and total agree, where a rule says that fields add up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<SumReport>,
    /// Whether a rule passes, once it can be judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passes: Option<bool>,
    /// All of it in one line.
    pub text: String,
}

/// How far parts and their total agree.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SumReport {
    /// The field that holds the total.
    pub total: String,
    /// The fields that are its parts.
    pub parts: Vec<String>,
    /// The total less the parts filled in so far, canonical, in the total's unit; null where the total has no value.
    pub difference: Option<String>,
    /// The same in words.
    pub text: String,
    /// Parts and total in a larger unit, rounded so that they still agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<ShownReport>,
}

/// Parts and total in a larger unit, balanced (舍位平衡).
#[derive(Clone, Debug, serde::Serialize)]
pub struct ShownReport {
    /// The total, with exactly as many places as the pack says: the sum of the parts.
    pub total: String,
    /// The parts likewise.
    pub parts: Vec<String>,
    /// The unit.
    pub unit: String,
}

/// One name that a formula uses.
#[derive(Clone, Debug, serde::Serialize)]
pub struct OperandReport {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its value, canonical; null where it has none.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
}

/// One thing that a pack author is told.
#[derive(Clone, Debug, serde::Serialize)]
pub struct DiagnosticReport {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub code: &'static str,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Which part of the pack.
    pub path: String,
    /// What would be right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The sentence.
    pub message: String,
}
