use crate::entry::Format;
use crate::formula::{BinaryOperator, Function};
use crate::model::{Date, Decimal, Factor, Locale, Pattern, Rounding, Severity, Share, Text};

/// A checked pack: everything the engine needs, nothing that could be wrong. Things refer to each other by their place.
#[derive(Debug)]
pub struct Plan {
    /// The pack's id.
    pub id: String,
    /// The pack's own version.
    pub version: String,
    /// SHA-256 of the pack's canonical text, in hex.
    pub hash: String,
    /// The pack's title.
    pub title: Text,
    /// Parts of the form, in order.
    pub sections: Vec<Section>,
    /// The form's fields, in order.
    pub fields: Vec<Field>,
    /// The computed figures, in the pack's order.
    pub metrics: Vec<Metric>,
    /// The metrics in an order in which each comes after those it names.
    pub order: Vec<usize>,
    /// Each metric's place in that order.
    pub ranks: Vec<usize>,
    /// The cross-checks, in the pack's order.
    pub rules: Vec<Rule>,
    /// Constants that formulas name.
    pub parameters: Vec<Parameter>,
    /// The pack's words for missing results.
    pub words: Words,
    /// What a written reason must be like.
    pub reasons: ReasonPolicy,
    /// What waits on each field, by the field's place.
    pub field_readers: Vec<Readers>,
    /// What waits on each metric, by the metric's place.
    pub metric_readers: Vec<Readers>,
}

/// A part of the form.
#[derive(Debug)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub label: Text,
    /// The section it lies in.
    pub within: Option<usize>,
}

/// Metrics and rules that name one field or metric themselves.
#[derive(Clone, Debug, Default)]
pub struct Readers {
    /// Places in [`Plan::metrics`].
    pub metrics: Vec<usize>,
    /// Places in [`Plan::rules`].
    pub rules: Vec<usize>,
}

/// One blank of the form.
#[derive(Debug)]
pub struct Field {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// Other names that portals give it.
    pub aliases: Vec<String>,
    /// Place of its section.
    pub section: Option<usize>,
    /// The unit printed behind it.
    pub unit: Option<UnitName>,
    /// What may stand in it.
    pub kind: FieldKind,
    /// Whether it must be filled.
    pub required: bool,
    /// The field whose value of last period this is.
    pub last_of: Option<usize>,
    /// The metric that this typed figure repeats.
    pub derived_from: Option<usize>,
    /// Whether the amount is also shown in capital words (大写): amounts of money only.
    pub in_words: bool,
    /// Words that say that the field does not apply.
    pub not_applicable: Vec<String>,
    /// How unlikely a wrong figure is here, next to 1 for most fields: where several fields could be wrong, the lightest are.
    pub weight: Decimal,
    /// What an author notes on it.
    pub note: Option<Text>,
    /// Where the definition comes from.
    pub source: Option<Text>,
}

/// What may stand in a field.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum FieldKind {
    /// A figure.
    Number {
        /// Whole numbers only: the field's type is `integer`.
        integer: bool,
        /// Most digits behind the point, none for whole numbers; `None` where any number will do.
        places: Option<u8>,
        min: Option<Decimal>,
        max: Option<Decimal>,
        /// The usual range, ends included.
        plausible: Option<(Decimal, Decimal)>,
    },
    /// A text.
    Text { shortest: Option<usize>, longest: Option<usize>, pattern: Option<Pattern>, format: Option<Format> },
    /// One of several.
    Choice(Vec<Choice>),
    /// Yes or no.
    Truth,
    /// A calendar day.
    Date,
}

impl FieldKind {
    /// The public name of the type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Number { integer: true, .. } => "integer",
            Self::Number { .. } => "decimal",
            Self::Text { .. } => "text",
            Self::Choice(_) => "choice",
            Self::Truth => "boolean",
            Self::Date => "date",
        }
    }
}

/// One of the answers of a choice.
#[derive(Debug)]
pub struct Choice {
    /// As it is sent and compared.
    pub value: String,
    /// As people read it.
    pub label: Text,
}

/// A unit as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitName {
    /// As on the form.
    pub zh: String,
    /// In English, where the pack says it.
    pub en: Option<String>,
    /// Whether it is %, 百分点 or neither.
    pub share: Share,
}

impl UnitName {
    /// The pack's own word in `locale`, the form's where it has none.
    pub fn get(&self, locale: Locale) -> &str {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => en,
            _ => &self.zh,
        }
    }
}

/// A computed figure.
#[derive(Debug)]
pub struct Metric {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// Place of its section.
    pub section: Option<usize>,
    /// The unit it is shown in.
    pub unit: Option<UnitName>,
    /// Digits behind the point, always so many.
    pub places: u8,
    /// How it is rounded, once.
    pub rounding: Rounding,
    /// How it is computed.
    pub formula: Formula,
    /// How it is drawn: figures in % only.
    pub picture: Option<Picture>,
    /// The metric whose figure of last period this is, in the same unit.
    pub last_of: Option<usize>,
    /// What this tells the change of since last period.
    pub change_of: Option<Figure>,
    /// What an author notes on it.
    pub note: Option<Text>,
    /// Where the definition comes from.
    pub source: Option<Text>,
}

/// How a metric in % is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A rate of 0 to 100 %: a filled track.
    Track,
    /// Progress towards done: a ring.
    Ring,
    /// One share of a whole: those that stand next to each other in a section make one bar.
    Share,
}

impl Picture {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Track, Self::Ring, Self::Share];

    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Track => "track",
            Self::Ring => "ring",
            Self::Share => "share",
        }
    }
}

/// A figure of the form, typed or computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Place of a field.
    Field(usize),
    /// Place of a metric.
    Metric(usize),
}

/// A cross-check.
#[derive(Debug)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Only judged where this holds.
    pub when: Option<Formula>,
    /// What must hold.
    pub assert: Formula,
    /// The sentence for a failure, in Chinese and, where the pack has it, in English.
    pub message: [Vec<Piece>; 2],
    /// Why the rule is there.
    pub note: Option<Text>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// Every field it depends on, in the order in which assertion, then condition, name them.
    pub inputs: Vec<usize>,
    /// The parts and the total, where this says that fields add up to another.
    pub sum: Option<Sum>,
}

/// Fields that add up to another: parts and their total.
#[derive(Debug)]
pub struct Sum {
    /// Place of the field that holds the total.
    pub total: usize,
    /// Places of the parts, two or more, each once, with what a figure there is multiplied by to be in the total's unit.
    pub parts: Vec<(usize, Factor)>,
    /// The larger unit in which parts and total are shown.
    pub shown: Option<Shown>,
}

/// A unit that figures are shown in.
#[derive(Debug)]
pub struct Shown {
    /// The unit as it is printed.
    pub unit: UnitName,
    /// What a figure in the total's unit is multiplied by.
    pub factor: Factor,
    /// Digits behind the point, always so many.
    pub places: u8,
}

/// A constant.
#[derive(Debug)]
pub struct Parameter {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// Its value.
    pub value: Decimal,
    /// Its unit.
    pub unit: Option<UnitName>,
}

/// What is shown where a figure is missing.
#[derive(Debug)]
pub struct Words {
    /// An operand is blank.
    pub waiting: Text,
    /// Only figures of last period are missing.
    pub no_last: Text,
    /// Division by zero.
    pub undefined: Text,
}

/// What a written reason (核实性审核说明) must be like.
#[derive(Debug)]
pub struct ReasonPolicy {
    /// Characters that must be left without blanks, punctuation and stock phrases.
    pub least: usize,
    /// Phrases that say nothing: 情况属实.
    pub stock_phrases: Vec<String>,
    /// Reasons to start from.
    pub offers: Vec<Text>,
}

/// A part of a rule's sentence.
#[derive(Debug)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A figure, computed and printed with its unit.
    Figure {
        /// How it is computed.
        formula: Formula,
        /// Its unit.
        unit: Option<UnitName>,
    },
}

/// A checked formula, flat: every node comes after its operands, the last one is the whole.
#[derive(Clone, Debug, Default)]
pub struct Formula {
    /// The nodes.
    pub nodes: Vec<Node>,
}

/// Place of a node in its formula.
pub type NodeIndex = usize;

/// One step of a formula.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Node {
    Number(Decimal),
    Text(String),
    Truth(bool),
    Date(Date),
    Field(usize),
    Metric(usize),
    Parameter(usize),
    Negate(NodeIndex),
    Not(NodeIndex),
    /// A conversion between units that the checker put in.
    Scale(NodeIndex, Factor),
    Binary(BinaryOperator, NodeIndex, NodeIndex),
    Round(NodeIndex, i8, Rounding),
    Matches(NodeIndex, Pattern),
    /// Any other function.
    Call(Function, Vec<NodeIndex>),
}

impl Plan {
    /// The place of the field `id`.
    pub fn field(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }

    /// The place of the metric `id`.
    pub fn metric(&self, id: &str) -> Option<usize> {
        self.metrics.iter().position(|metric| metric.id == id)
    }

    /// The place of the rule `id`.
    pub fn rule(&self, id: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.id == id)
    }
}

impl Node {
    /// Calls `each` with every operand, in order.
    pub fn operands(&self, mut each: impl FnMut(NodeIndex)) {
        match self {
            Self::Negate(inner)
            | Self::Not(inner)
            | Self::Scale(inner, _)
            | Self::Round(inner, ..)
            | Self::Matches(inner, _) => {
                each(*inner);
            }
            Self::Binary(_, left, right) => {
                each(*left);
                each(*right);
            }
            Self::Call(_, arguments) => arguments.iter().copied().for_each(each),
            Self::Number(_) | Self::Text(_) | Self::Truth(_) | Self::Date(_) => {}
            Self::Field(_) | Self::Metric(_) | Self::Parameter(_) => {}
        }
    }
}

impl Formula {
    /// The place of the whole.
    pub fn root(&self) -> NodeIndex {
        self.nodes.len().saturating_sub(1)
    }
}
