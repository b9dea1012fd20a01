//! Runs the pack reference: every example of `www/packs/README.zh-CN.md` and `README.md` is given to the engine, both files
//! hold the same examples, and neither leaves out a key, a function, a unit, a limit or a diagnostic.
//!
//! | block | what it holds | what is checked |
//! |---|---|---|
//! | `pack` | a whole pack | it loads without a word; one with a `diagnostic` block behind it gives exactly those lines and is put aside |
//! | `rule` | one rule | the last pack loads with it, and has it from here on |
//! | `cases` | a whole `cases.json` | the last pack's cases pass |
//! | `form` | `id = what was typed`, then `→ id: what is shown` | exactly these metrics and findings, if any are written |
//! | `formula` | `expression → result` over the last pack and form | the printed result, the state, or the diagnostics' codes |
//! | `metric` | `expression \| unit \| places → display` | likewise, as a metric of the pack |
//! | `sum` | `rule → what is shown at the total` | likewise, and parts and total in the larger unit |
//! | `diagnostic` | `path = JSON`, or `remove path`, then what the linter says | likewise, on the last pack so changed |

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::{Value as Json, json};
use tianbao::door::cases;
use tianbao::door::tell::{self, Teller};
use tianbao::engine::{Opening, Outcome, Printer, Session, evaluate};
use tianbao::formula::Function;
use tianbao::model::{Diagnostic, Locale};
use tianbao::pack::{self, Piece};

const CHINESE: &str = include_str!("../www/packs/README.zh-CN.md");
const ENGLISH: &str = include_str!("../www/packs/README.md");
const PAGES: [(&str, &str, Locale); 2] = [("README.zh-CN.md", CHINESE, Locale::Zh), ("README.md", ENGLISH, Locale::En)];

const TAGS: [&str; 8] = ["pack", "rule", "cases", "form", "formula", "metric", "sum", "diagnostic"];

struct Block<'a> {
    tag: &'a str,
    /// Number of its first line in the file.
    line: usize,
    lines: Vec<&'a str>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open) = (Vec::new(), None::<Block<'_>>);
    for (place, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(tag), None) => open = Some(Block { tag, line: place + 2, lines: Vec::new() }),
            (Some(_), Some(done)) => blocks.push(done),
            (None, Some(mut block)) => {
                block.lines.push(line);
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    blocks.retain(|block| TAGS.contains(&block.tag));
    blocks
}

/// What a reader has in mind at one place of the page, and every example that does not hold.
struct Reader<'a> {
    file: &'a str,
    locale: Locale,
    pack: String,
    form: Vec<(String, String)>,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn expect(&mut self, line: usize, written: &str, found: &str) {
        if written != found {
            self.faults.push(format!("{}:{line}\n  written: {written}\n  engine:  {found}", self.file));
        }
    }

    fn read(&mut self, block: &Block<'_>, next: Option<&Block<'_>>) {
        match block.tag {
            "pack" => self.take_pack(block, next),
            "rule" => self.take_rule(block),
            "cases" => self.run_cases(block),
            "form" => self.take_form(block),
            "formula" => self.each(block, Self::formula),
            "metric" => self.each(block, Self::metric),
            "sum" => self.each(block, Self::sum),
            _ if !is_complaint(block.lines[0]) => self.complaints(block),
            _ => {}
        }
    }

    fn take_pack(&mut self, block: &Block<'_>, next: Option<&Block<'_>>) {
        let source = block.lines.join("\n");
        let told = next.filter(|next| next.tag == "diagnostic" && is_complaint(next.lines[0]));
        let written = told.map_or_else(String::new, |told| told.lines.join("\n"));
        let lines = self.lint(&source, true);
        self.expect(block.line, &written, &lines.join("\n"));
        if told.is_none() {
            self.pack = source;
            self.form.clear();
        }
    }

    fn take_rule(&mut self, block: &Block<'_>) {
        let mut json: Json = serde_json::from_str(&self.pack).unwrap();
        json["rules"].as_array_mut().unwrap().push(serde_json::from_str(&block.lines.join("\n")).unwrap());
        self.pack = json.to_string();
        let lines = self.lint(&self.pack.clone(), true);
        self.expect(block.line, "", &lines.join("\n"));
    }

    fn run_cases(&mut self, block: &Block<'_>) {
        let source = block.lines.join("\n");
        let plan = Rc::new(pack::load(&self.pack).unwrap().plan);
        let complaints = cases::run(&plan, &source).err().unwrap_or_default();
        let told = complaints.iter().map(|complaint| tell::diagnostic(&source, complaint, self.locale));
        let lines: Vec<String> = told.map(|told| format!("{} {}: {}", told.code, told.path, told.message)).collect();
        self.expect(block.line, "", &lines.join("\n"));
    }

    fn lint(&self, source: &str, with_place: bool) -> Vec<String> {
        let complaints = match pack::load(source) {
            Ok(loaded) => loaded.warnings,
            Err(complaints) => complaints,
        };
        let line = |complaint: &Diagnostic| {
            let told = tell::diagnostic(source, complaint, self.locale);
            let place = if with_place { format!("{}:{}: ", told.line, told.column) } else { String::new() };
            format!("{place}{} {} {}: {}", told.severity, told.code, told.path, told.message)
        };
        complaints.iter().map(line).collect()
    }

    fn take_form(&mut self, block: &Block<'_>) {
        self.form.clear();
        let mut written = Vec::new();
        for line in &block.lines {
            match (line.strip_prefix("→ "), line.split_once(" =")) {
                (Some(shown), _) => written.push(shown),
                (None, Some((id, typed))) => self.form.push((id.trim().to_owned(), typed.trim().to_owned())),
                (None, None) => panic!("{}:{}: {line}", self.file, block.line),
            }
        }
        let session = self.open(&self.pack.clone());
        for (id, _) in &self.form {
            assert!(session.plan().field(id).is_some(), "{}:{}: no field {id}", self.file, block.line);
        }
        if !written.is_empty() {
            let report = Teller::new(&session, self.locale).report();
            let metrics = report.metrics.0.iter().map(|(id, metric)| format!("{id}: {}", metric.display));
            let findings = report.findings.iter().map(|finding| format!("{}: {}", finding.id, finding.message));
            let shown: Vec<String> = metrics.chain(findings).collect();
            self.expect(block.line, &written.join("\n"), &shown.join("\n"));
        }
    }

    fn open(&self, source: &str) -> Session {
        let plan = pack::load(source).expect("the pack of the example loads").plan;
        Session::open(Rc::new(plan), &Opening { values: self.form.clone(), ..Opening::default() })
    }

    fn each(&mut self, block: &Block<'_>, run: fn(&Self, &str) -> String) {
        for (place, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let (input, result) = line.split_once('→').expect("an arrow");
            let found = run(self, input.trim());
            self.expect(
                block.line + place,
                &format!("{} → {}", input.trim(), result.trim()),
                &format!("{} → {found}", input.trim()),
            );
        }
    }

    fn with(&self, list: &str, part: Json) -> Result<Session, String> {
        let mut json: Json = serde_json::from_str(&self.pack).unwrap();
        json[list].as_array_mut().expect("a list").push(part);
        let source = json.to_string();
        match pack::load(&source) {
            Ok(_) => Ok(self.open(&source)),
            Err(complaints) => {
                Err(complaints.iter().map(|complaint| complaint.problem.as_str()).collect::<Vec<_>>().join(" "))
            }
        }
    }

    /// A formula as a sentence would print it. One with braces, which a sentence cannot hold, is a condition.
    fn formula(&self, text: &str) -> String {
        let braces = text.contains('{');
        let message = if braces { "…".to_owned() } else { format!("{{{text}}}") };
        let assert = if braces { text } else { "0 = 1" };
        let rule = json!({"id": "the_example", "severity": "hint", "assert": assert, "message": message});
        let session = match self.with("rules", rule) {
            Ok(session) => session,
            Err(codes) => return codes,
        };
        let rule = session.plan().rules.last().unwrap();
        let (formula, unit) = match &rule.message[0][..] {
            [_, Piece::Figure { formula, unit }, ..] if !braces => (formula, unit.as_ref()),
            _ => (&rule.assert, None),
        };
        match evaluate(formula, session.view()) {
            Outcome::Value(_) => {
                let mut told = String::new();
                Printer { view: session.view(), locale: self.locale }.push_figure(formula, unit, &mut told);
                told
            }
            Outcome::Waiting => "waiting".to_owned(),
            Outcome::Undefined(_) => "undefined".to_owned(),
            Outcome::Absent => "absent".to_owned(),
        }
    }

    fn metric(&self, line: &str) -> String {
        let [formula, unit, places] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("expression | unit | places: {line}")
        };
        let mut metric = json!({"id": "the_example", "label": "示例", "places": places, "formula": formula});
        if !unit.is_empty() {
            metric["unit"] = json!(unit);
        }
        match self.with("metrics", metric) {
            Ok(session) => {
                let report = Teller::new(&session, self.locale).report();
                let (_, metric) = report.metrics.0.last().unwrap();
                if metric.state == "ok" { metric.display.clone() } else { metric.state.to_owned() }
            }
            Err(codes) => codes,
        }
    }

    /// What is shown at the total; behind it parts and total in the larger unit.
    fn sum(&self, rule: &str) -> String {
        let session = self.open(&self.pack);
        let Some(sum) = Teller::new(&session, self.locale).explain(rule).expect("a rule").sum else {
            return String::new();
        };
        let stop = if self.locale == Locale::Zh { "。" } else { ". " };
        let shown =
            sum.shown.map(|shown| [stop, &shown.parts.join(" + "), " = ", &shown.total, " ", &shown.unit].concat());
        [sum.text, shown.unwrap_or_default()].concat()
    }

    /// Items of two or more lines, parted by blank ones: a change to the pack, and what the linter says of it.
    fn complaints(&mut self, block: &Block<'_>) {
        let mut line = block.line;
        for item in block.lines.split(|line| line.is_empty()) {
            let source = changed(&self.pack, item[0]);
            let found = self.lint(&source, false).join("\n");
            self.expect(line, &format!("{}\n{}", item[0], item[1..].join("\n")), &format!("{}\n{found}", item[0]));
            line += item.len() + 1;
        }
    }
}

/// `3:14: error …`, as against a change to the pack.
fn is_complaint(line: &str) -> bool {
    line.starts_with(|letter: char| letter.is_ascii_digit())
}

/// The pack with `path = JSON` put in, or without what `remove path` names.
fn changed(pack: &str, change: &str) -> String {
    let mut json: Json = serde_json::from_str(pack).unwrap();
    let (path, value) = match change.strip_prefix("remove ") {
        Some(path) => (path, None),
        None => {
            let (path, value) = change.split_once(" = ").expect("path = JSON");
            (path, Some(serde_json::from_str::<Json>(value).expect(value)))
        }
    };
    let steps: Vec<&str> = path.split(['.', '[', ']']).filter(|step| !step.is_empty()).collect();
    let (last, way) = steps.split_last().unwrap();
    let mut at = &mut json;
    for step in way {
        at = match step.parse::<usize>() {
            Ok(place) => &mut at[place],
            Err(_) => &mut at[*step],
        };
    }
    match (value, last.parse::<usize>()) {
        (Some(value), Ok(place)) => at[place] = value,
        (Some(value), Err(_)) => at[*last] = value,
        (None, _) => drop(at.as_object_mut().unwrap().remove(*last)),
    }
    json.to_string()
}

#[test]
fn every_example_holds() {
    for (file, text, locale) in PAGES {
        let mut reader = Reader { file, locale, pack: String::new(), form: Vec::new(), faults: Vec::new() };
        let blocks = blocks(text);
        for (place, block) in blocks.iter().enumerate() {
            reader.read(block, blocks.get(place + 1));
        }
        assert!(!blocks.is_empty(), "{file} has no examples");
        assert!(reader.faults.is_empty(), "\n{}\n", reader.faults.join("\n"));
    }
}

/// An example without what is said of it in one of the languages.
fn inputs(block: &Block<'_>) -> String {
    let starts_item = |place: usize| place == 0 || block.lines[place - 1].is_empty();
    let lines = block.lines.iter().enumerate().map(|(place, line)| match block.tag {
        "formula" | "metric" | "sum" => line.split('→').next().unwrap_or("").trim(),
        "form" if line.starts_with('→') => "→",
        "diagnostic" if is_complaint(line) || !starts_item(place) => "…",
        _ => line,
    });
    format!("{}\n{}", block.tag, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn both_languages_have_the_same_examples() {
    let (chinese, english) = (blocks(CHINESE), blocks(ENGLISH));
    for (ours, theirs) in chinese.iter().zip(&english) {
        assert_eq!(inputs(ours), inputs(theirs), "README.zh-CN.md:{} and README.md:{}", ours.line, theirs.line);
    }
    assert_eq!(chinese.len(), english.len());
}

/// What stands between backquotes, outside of fenced blocks.
fn code_spans(text: &str) -> BTreeSet<&str> {
    let mut fenced = false;
    let mut spans = BTreeSet::new();
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if !fenced {
            spans.extend(line.split('`').skip(1).step_by(2));
        }
    }
    spans
}

fn assert_all_mentioned<'a>(what: &str, names: impl IntoIterator<Item = &'a str>) {
    let names: Vec<&str> = names.into_iter().collect();
    assert!(names.len() > 5, "only {} found to look for: {what}", names.len());
    for (file, text, _) in PAGES {
        let spans = code_spans(text);
        let missing: Vec<&&str> = names.iter().filter(|name| !spans.contains(**name)).collect();
        assert!(missing.is_empty(), "{file} does not mention {what}: {missing:?}");
    }
}

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)).expect(path)
}

/// What stands in quotation marks between `from` and `to`, wherever `from` is found.
fn quoted<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let parts = text.split(from).skip(1).map(|part| part.split(to).next().unwrap_or(""));
    parts.flat_map(|part| part.split('"').skip(1).step_by(2)).collect()
}

#[test]
fn every_function_is_mentioned() {
    assert_all_mentioned("functions", Function::names());
}

/// The keys are those that the reading of packs names where it asks for an object.
#[test]
fn every_key_is_mentioned() {
    let texts = ["pack/check.rs", "pack/formulas.rs", "pack/read.rs"].map(source);
    let asked = texts.iter().flat_map(|text| quoted(text, "object(&[", "]"));
    let listed = texts.iter().flat_map(|text| quoted(text, "KEYS: &[&str] = &[", "]"));
    let keys: Vec<&str> = asked.chain(listed).collect();
    assert!(["tianbao", "derived_from", "places", "assert", "no_last", "offers"].iter().all(|key| keys.contains(key)));
    assert_all_mentioned("keys", keys);
    assert_all_mentioned("keys of cases", quoted(&source("door/cases.rs"), "get(", ")"));
}

#[test]
fn every_diagnostic_is_mentioned() {
    let text = source("model/diagnostic.rs");
    let codes = text.lines().filter(|line| line.contains(" => \"")).filter_map(|line| line.split('"').nth(1));
    assert_all_mentioned("diagnostics", codes);
}

#[test]
fn every_field_finding_is_mentioned() {
    let text = source("model/finding.rs");
    let codes = text.split("enum FieldProblem").nth(1).unwrap();
    assert_all_mentioned("findings", codes.lines().filter_map(|line| line.split("=> \"").nth(1)?.split('"').next()));
}

#[test]
fn every_built_in_unit_is_mentioned() {
    let text = source("model/unit.rs");
    assert_all_mentioned(
        "units",
        quoted(&text, "MULTIPLES: ", "];").into_iter().step_by(2).chain(quoted(&text, "BASES: &[&str] = ", "];")),
    );
}

/// A number of the sources that bounds a pack stands among the limits.
#[test]
fn every_limit_is_mentioned() {
    let files = ["pack/check.rs", "pack/desk.rs", "pack/formulas.rs", "pack/json.rs", "pack/order.rs"];
    let more = ["formula/parser.rs", "model/pattern.rs", "model/unit.rs", "engine/answer.rs", "engine/reason.rs"];
    for path in files.into_iter().chain(more) {
        for line in source(path)
            .lines()
            .filter(|line| line.starts_with("const ") && line.contains(": u") && line.contains(" = "))
        {
            let number = line.split(['=', ';']).nth(1).unwrap().trim().replace('_', "");
            let written = if number == "1048576" { "1 MiB".to_owned() } else { grouped(&number) };
            for (file, text, _) in PAGES {
                let rows = text.lines().filter(|row| row.starts_with('|'));
                assert!(rows.into_iter().any(|row| row.contains(&written)), "{file}: {written} of {path}: {line}");
            }
        }
    }
}

fn grouped(digits: &str) -> String {
    let plain = digits.parse().map_or_else(|_| panic!("{digits}"), tianbao::model::Decimal::from_int);
    plain.grouped()
}

/// The explanation that both front pages quote is the engine's own.
#[test]
fn the_front_pages_quote_the_engine() {
    let source = include_str!("../www/packs/rural-revitalization-township/pack.json");
    let plan = Rc::new(pack::load(source).unwrap().plan);
    let values = [("emp_total", "1,655"), ("labour_force", "1742")];
    let values = values.map(|(id, typed)| (id.to_owned(), typed.to_owned())).to_vec();
    let session = Session::open(plan, &Opening { values, ..Opening::default() });
    for (page, locale) in [("README.zh-CN.md", Locale::Zh), ("README.md", Locale::En)] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let quote = format!("\n> {}\n", Teller::new(&session, locale).explain("r_emp").unwrap().text);
        assert!(text.contains(&quote), "{page} should quote:{quote}");
    }
}

/// Links lead to files that are there, and to headings that the page has.
#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["README.md", "README.zh-CN.md", "www/packs/README.md", "www/packs/README.zh-CN.md"] {
        let path = root.join(page);
        let text = fs::read_to_string(&path).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(target.exists(), "{page}: {link}");
            let found = heading.is_empty() || headings(&fs::read_to_string(&target).unwrap()).contains(heading);
            assert!(found, "{page}: {link}");
        }
    }
}

/// The anchors that a page's headings are given where it is shown.
fn headings(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
        kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
    };
    lines.map(anchor).collect()
}
