//! The text of a pack from choices: kinds and units fit more often than not, so that most of the packs load.

use std::fmt::Write;

use crate::dice::Dice;

const UNITS: &[&str] = &["户", "万元", "元", "亩", "箱", "元/人", "%"];
const BOUNDS: &[&str] = &["", r#","min":0"#, r#","max":1000"#, r#","min":-5,"max":5"#, r#","min":0,"max":100"#];
const NUMBER_KEYS: &[&str] =
    &["", r#","plausible":[1,100]"#, r#","not_applicable":["不涉及","无"]"#, r#","required":true"#];
const TEXT_KEYS: &[&str] =
    &["", r#","min_length":2"#, r#","max_length":5"#, r#","pattern":"^(a|b)*[0-9]{1,3}$""#, r#","format":"area-code""#];
const FACTORS: &[&str] = &["2", "0.005", "100%", "-1.25", "9999999999999999999999999999", "0", "goal"];
const COMPARISONS: &[&str] = &[" < ", " <= ", " = ", " <> ", " >= ", " > "];
const NUMBERS: &[&str] = &["0", "1", "0.005", "12", "9999999999999999999999999999"];
const PIECES: &[&str] = &["请核对", "{f0}", "{f1}", "{m0}", "{f0 - f0}", "{{", "}}", "<b>", "{goal}", "\u{202e}"];

/// The pack that is being written.
struct Maker<'d, 'a> {
    dice: &'d mut Dice<'a>,
    text: String,
    /// The unit of most figures.
    unit: &'static str,
    /// The kind of each field so far.
    kinds: Vec<&'static str>,
    metrics: usize,
}

pub fn pack_of(dice: &mut Dice) -> String {
    let unit = dice.pick(UNITS);
    let mut maker = Maker { dice, text: String::with_capacity(2_000), unit, kinds: Vec::new(), metrics: 0 };
    maker.pack();
    maker.text
}

impl Maker<'_, '_> {
    fn pack(&mut self) {
        self.text.push_str(r#"{"tianbao":1,"id":"p","version":"1","title":"t""#);
        self.choose(&["", r#","rounding":"half-even""#, r#","rounding":"gbt8170""#]);
        self.text.push_str(
            r#","parameters":{"goal":{"label":"目标","value":"95","unit":"%"}},"units":[{"unit":"箱","is":"12 户"}]"#,
        );
        self.text.push_str(r#","reasons":{"min_characters":4},"sections":[{"id":"s","label":"一"}],"fields":["#);
        let fields = 1 + self.dice.below(6);
        self.list(fields, Self::field);
        self.text.push_str(r#"],"metrics":["#);
        let metrics = self.dice.below(5);
        self.list(metrics, Self::metric);
        self.text.push_str(r#"],"rules":["#);
        let rules = self.dice.below(5);
        self.list(rules, Self::rule);
        self.text.push_str("]}");
    }

    fn choose(&mut self, list: &[&str]) {
        let chosen = self.dice.pick(list);
        self.text.push_str(chosen);
    }

    fn list(&mut self, count: usize, item: fn(&mut Self, usize)) {
        for place in 0..count {
            if place > 0 {
                self.text.push(',');
            }
            item(self, place);
        }
    }

    fn field(&mut self, place: usize) {
        const KINDS: &[&str] = &["integer", "decimal", "integer", "decimal", "text", "choice", "boolean", "date"];
        let kind = if place == 0 { "integer" } else { self.dice.pick(KINDS) };
        let _ = write!(self.text, r#"{{"id":"f{place}","label":"栏{place}","type":"{kind}""#);
        match kind {
            "integer" | "decimal" => self.number_keys(kind),
            "text" => self.choose(TEXT_KEYS),
            "choice" => self.text.push_str(r#","choices":[{"value":"x","label":"甲"},{"value":"y","label":"乙"}]"#),
            _ => self.choose(&["", r#","required":true"#]),
        }
        if self.dice.one_in(8) && kind == self.kinds.first().copied().unwrap_or_default() {
            self.text.push_str(r#","last_of":"f0""#);
        }
        self.text.push('}');
        self.kinds.push(kind);
    }

    fn number_keys(&mut self, kind: &str) {
        let unit = if self.dice.one_in(64) { self.dice.pick(UNITS) } else { self.unit };
        let _ = write!(self.text, r#","unit":"{unit}""#);
        self.choose(BOUNDS);
        self.choose(NUMBER_KEYS);
        if kind == "decimal" {
            self.choose(&["", r#","decimals":2"#, r#","decimals":0"#, r#","decimals":12"#]);
        }
    }

    fn metric(&mut self, place: usize) {
        let _ = write!(self.text, r#"{{"id":"m{place}","label":"率{place}","places":{}"#, self.dice.below(13));
        self.choose(&["", "", r#","rounding":"half-even""#, r#","section":"s""#]);
        let unit = self.unit;
        let _ = write!(self.text, r#","unit":"{unit}","formula":""#);
        self.number(3);
        self.text.push_str(r#""}"#);
        self.metrics += 1;
    }

    fn rule(&mut self, place: usize) {
        let severity = self.dice.pick(&["verify", "mandatory", "hint"]);
        let _ = write!(self.text, r#"{{"id":"R{place}","severity":"{severity}""#);
        if self.dice.one_in(3) {
            self.text.push_str(r#","when":""#);
            self.condition(2);
            self.text.push('"');
        }
        self.text.push_str(r#","assert":""#);
        self.condition(3);
        self.text.push_str(r#"","message":"请看"#);
        for _ in 0..self.dice.below(4) {
            self.choose(if self.kinds.len() > 1 && self.metrics > 0 { PIECES } else { &PIECES[..2] });
        }
        self.text.push_str(r#""}"#);
    }

    /// A field or metric of numbers.
    fn name(&mut self) {
        if self.metrics > 0 && self.dice.one_in(3) {
            let _ = write!(self.text, "m{}", self.dice.below(self.metrics));
            return;
        }
        let from = self.dice.below(self.kinds.len());
        let place = (from..self.kinds.len()).find(|place| matches!(self.kinds[*place], "integer" | "decimal"));
        let _ = write!(self.text, "f{}", place.unwrap_or(0));
    }

    fn number(&mut self, depth: usize) {
        match self.dice.below(if depth == 0 { 8 } else { 18 }) {
            0..=6 => self.name(),
            7 => self.literal(),
            8..=10 => {
                self.text.push('(');
                self.number(depth - 1);
                self.choose(&[" + ", " - "]);
                self.number(depth - 1);
                self.text.push(')');
            }
            11 | 12 => {
                self.number(depth - 1);
                self.choose(&[" * ", " / "]);
                self.factor();
            }
            13 => {
                self.text.push_str("IF(");
                self.condition(depth - 1);
                self.arguments(2, depth);
            }
            14 | 15 => {
                self.choose(&["SUM(", "MIN(", "MAX("]);
                self.number(depth - 1);
                let more = self.dice.below(4);
                self.arguments(more, depth);
            }
            16 => {
                self.choose(&["ABS(", "-(", "ROUND("]);
                let is_round = self.text.ends_with("ROUND(");
                self.number(depth - 1);
                self.choose(if is_round { &[",0)", ",2)", ",-2)", ",9)"] } else { &[")"] });
            }
            // Now and then units that do not fit.
            _ if self.dice.one_in(8) => self.choose(&["3 户", "2.5 万元", "1", "goal", "f0 * f0"]),
            _ => {
                self.name();
                self.text.push_str(" / (");
                self.name();
                self.text.push_str(" / ");
                self.name();
                self.text.push(')');
            }
        }
    }

    fn literal(&mut self) {
        let (number, unit) = (self.dice.pick(NUMBERS), self.unit);
        let _ = write!(self.text, "{number} {unit}");
    }

    /// A number without a unit.
    fn factor(&mut self) {
        if self.dice.one_in(2) {
            return self.choose(FACTORS);
        }
        self.text.push_str("NUM(");
        self.name();
        let unit = self.unit;
        let _ = write!(self.text, ",'{unit}')");
    }

    fn arguments(&mut self, count: usize, depth: usize) {
        for _ in 0..count {
            self.text.push(',');
            self.number(depth - 1);
        }
        self.text.push(')');
    }

    fn condition(&mut self, depth: usize) {
        match self.dice.below(if depth == 0 { 6 } else { 9 }) {
            0..=2 => {
                self.number(depth);
                self.choose(COMPARISONS);
                self.number(depth);
            }
            3 => {
                self.choose(&["ISBLANK(", "0 < COUNT(f0,", "NOT ISBLANK("]);
                self.name();
                self.text.push(')');
            }
            4 | 5 => self.other_kind(),
            6 => {
                self.choose(&["AND(", "OR("]);
                self.condition(depth - 1);
                self.text.push(',');
                self.condition(depth - 1);
                self.text.push(')');
            }
            7 => {
                self.text.push('(');
                self.condition(depth - 1);
                self.choose(&[" and ", " or "]);
                self.condition(depth - 1);
                self.text.push(')');
            }
            _ => {
                self.text.push_str("NOT(");
                self.condition(depth - 1);
                self.text.push(')');
            }
        }
    }

    /// What can be asked of a field that is no number.
    fn other_kind(&mut self) {
        let place = self.dice.below(self.kinds.len());
        let question = match self.kinds[place] {
            "text" => self.dice.pick(&[" = 'a1'", " <> 'b2'"]),
            "choice" => self.dice.pick(&[" = 'x'", " <> 'y'"]),
            "date" => self.dice.pick(&[" < '2024-02-29'", " = '2024-03-05'", " >= '1900-01-01'"]),
            "boolean" => self.dice.pick(&["", " = TRUE"]),
            _ => self.dice.pick(&[" < f0", " = f0"]),
        };
        if self.kinds[place] == "text" && self.dice.one_in(2) {
            let _ = write!(self.text, "MATCHES(f{place}, '^(a|b)*[0-9]+')");
        } else {
            let _ = write!(self.text, "f{place}{question}");
        }
    }
}
