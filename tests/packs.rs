//! Every pack that is shipped: it loads, its own cases pass, and what it says to people is fit to be read.
//!
//! The sentences of `src/message` are held to the same wording rules.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::path::PathBuf;
use std::rc::Rc;

use common::{LOCALES, PROBLEMS, line, path, plan};
use serde_json::Value;
use tianbao::door::cases;
use tianbao::door::tell::{self, Teller};
use tianbao::engine::{Opening, Session, Verdict};
use tianbao::entry::Code;
use tianbao::message::{self, FieldNote, RuleVerdict, Sentences};
use tianbao::model::{Diagnostic, DiagnosticSeverity, FieldProblem, Locale, Problem, Span, Text, WhyUndefined};
use tianbao::pack::{self, Plan};

/// A shipped pack with its cases.
struct Shipped {
    name: String,
    text: String,
    cases: String,
}

impl Shipped {
    fn plan(&self) -> Rc<Plan> {
        plan(&self.text)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.cases).unwrap()
    }
}

fn shipped() -> Vec<Shipped> {
    let folders = std::fs::read_dir(path("www/packs")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.is_dir()).collect();
    folders.sort();
    let read = |folder: &PathBuf, file: &str| {
        std::fs::read_to_string(folder.join(file)).unwrap_or_else(|_| panic!("{} has no {file}", folder.display()))
    };
    let pack = |folder: &PathBuf| Shipped {
        name: folder.file_name().unwrap().to_string_lossy().into_owned(),
        text: read(folder, "pack.json"),
        cases: read(folder, "cases.json"),
    };
    folders.iter().map(pack).collect()
}

#[test]
fn packs_load_without_a_word_against_them() {
    let packs = shipped();
    assert!(packs.len() >= 2, "a second pack shows that nothing of the township is wired in");
    for one in packs {
        let loaded = pack::load(&one.text).unwrap_or_else(|_| panic!("{} is refused", one.name));
        let told = |warning: &Diagnostic| line(&tell::diagnostic(&one.text, warning, Locale::En));
        let warnings: Vec<String> = loaded.warnings.iter().map(told).collect();
        assert!(warnings.is_empty(), "{}:\n{}", one.name, warnings.join("\n"));
        assert_eq!(loaded.plan.id, one.name, "a pack's folder has its id");
    }
}

#[test]
fn packs_pass_their_own_cases() {
    for one in shipped() {
        let plan = one.plan();
        match cases::run(&plan, &one.cases) {
            Ok(count) => assert!(count >= plan.rules.len() * 2 + 3, "{}: {count} cases", one.name),
            Err(complaints) => {
                let told = |complaint: &Diagnostic| line(&tell::diagnostic(&one.cases, complaint, Locale::En));
                let told: Vec<String> = complaints.iter().map(told).collect();
                panic!("{}:\n{}", one.name, told.join("\n"));
            }
        }
        assert!(one.json()["submissions"].as_object().unwrap().len() >= 3, "{}: three whole submissions", one.name);
    }
}

/// The form of a rule's case.
fn open_case(plan: &Rc<Plan>, file: &Value, case: &Value) -> Session {
    let submission = &file["submissions"][case["from"].as_str().unwrap()];
    let pairs = |values: &Value| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        values.as_object().into_iter().flatten().map(|(id, value)| (id.clone(), text(value))).collect()
    };
    let mut values = pairs(&submission["values"]);
    for (id, text) in pairs(&case["set"]) {
        values.retain(|(other, _)| *other != id);
        values.push((id, text));
    }
    Session::open(Rc::clone(plan), &Opening { present: None, values, prior: pairs(&submission["prior"]) })
}

#[test]
fn a_rule_that_fires_says_so_in_both_languages() {
    let mut wrong = Vec::new();
    for one in shipped() {
        let (plan, file) = (one.plan(), one.json());
        for (place, rule) in plan.rules.iter().enumerate() {
            let form = open_case(&plan, &file, &file["rules"][&rule.id]["fires"]);
            assert_eq!(form.verdict(place), Verdict::Fails, "{}: {}", one.name, rule.id);
            for locale in LOCALES {
                let report = Teller::new(&form, locale).report();
                let finding = report.findings.iter().find(|finding| finding.id == rule.id).unwrap();
                let words = &plan.words;
                let missing =
                    [&words.waiting, &words.no_last, &words.undefined].map(|word| word.get(locale).to_owned());
                let mut faults = wording(locale, &finding.message);
                faults.extend(
                    missing.iter().filter(|word| finding.message.contains(*word)).map(|word| format!("says {word}")),
                );
                // The comparison in numbers; the form of a text is none.
                let is_pattern = rule.assert.nodes.iter().any(|node| matches!(node, tianbao::pack::Node::Matches(..)));
                let detail = finding.detail.as_deref().unwrap_or("");
                if detail.is_empty() != is_pattern || detail.contains('{') {
                    faults.push(format!("has the detail {detail:?}"));
                }
                if finding.fields.is_empty() {
                    faults.push("names no field".to_owned());
                }
                wrong.extend(
                    faults.iter().map(|fault| format!("{} {}: {fault}: {}", one.name, rule.id, finding.message)),
                );
            }
        }
    }
    told(wrong);
}

#[test]
fn every_text_of_a_pack_is_in_two_languages() {
    let mut wrong = Vec::new();
    for one in shipped() {
        let plan = one.plan();
        let mut texts: Vec<(&str, &Text)> = vec![("title", &plan.title)];
        texts.extend(plan.sections.iter().map(|part| (part.id.as_str(), &part.label)));
        texts.extend(plan.fields.iter().map(|part| (part.id.as_str(), &part.label)));
        texts.extend(plan.metrics.iter().map(|part| (part.id.as_str(), &part.label)));
        texts.extend(plan.reasons.offers.iter().map(|offer| ("reasons.offers", offer)));
        for (id, text) in &texts {
            match &text.en {
                None => wrong.push(format!("{} {id}: no English for {}", one.name, text.zh)),
                Some(en) if has_chinese(en) => wrong.push(format!("{} {id}: Chinese in the English {en}", one.name)),
                Some(_) => {}
            }
        }
        for rule in &serde_json::from_str::<Value>(&one.text).unwrap()["rules"].as_array().unwrap().clone() {
            if rule["message"]["zh"].as_str().is_none() || rule["message"]["en"].as_str().is_none() {
                wrong.push(format!("{} {}: a message in zh and en", one.name, rule["id"]));
            }
            if rule["note"].is_null() && rule["source"].is_null() {
                wrong.push(format!("{} {}: neither a note nor a source", one.name, rule["id"]));
            }
        }
    }
    told(wrong);
}

#[test]
fn reports_of_whole_submissions_read_well() {
    let mut wrong = Vec::new();
    for one in shipped() {
        let (plan, file) = (one.plan(), one.json());
        for (name, _) in file["submissions"].as_object().unwrap() {
            let form = open_case(&plan, &file, &serde_json::json!({ "from": name }));
            for locale in LOCALES {
                let teller = Teller::new(&form, locale);
                let report = teller.report();
                let findings = report.findings.iter().map(|finding| (finding.id.clone(), finding.message.clone()));
                let why = |(id, metric): &(String, tianbao::door::wire::MetricReport)| {
                    metric.why.as_ref().map(|why| (id.clone(), why.text.clone()))
                };
                for (id, message) in findings.chain(report.metrics.0.iter().filter_map(why)) {
                    let faults = wording(locale, &message);
                    wrong.extend(faults.iter().map(|fault| format!("{} {name} {id}: {fault}: {message}", one.name)));
                }
                for metric in &plan.metrics {
                    let told = teller.explain(&metric.id).unwrap();
                    if locale == Locale::En && has_chinese(&[told.label, told.formula, told.result].concat()) {
                        wrong.push(format!("{} {name} {}: Chinese in {}", one.name, metric.id, told.text));
                    }
                }
            }
        }
    }
    told(wrong);
}

/// What the project's sentences never say, and how they end.
fn wording(locale: Locale, sentence: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let banned: &[&str] = match locale {
        Locale::Zh => &["非法", "错误", "不合法", "有误", "无效", "不对", "失败", "您", "你", "！", "!"],
        Locale::En => {
            &["illegal", "invalid", "wrong", "error", "failed", "mistake", "!", "please", "you must", "oops", "sorry"]
        }
    };
    let plain = sentence.to_lowercase();
    faults.extend(banned.iter().filter(|word| plain.contains(*word)).map(|word| format!("says {word}")));
    let (end, other) = if locale == Locale::Zh { ('。', '.') } else { ('.', '。') };
    if !sentence.ends_with(end) {
        faults.push(format!("does not end with {end}"));
    }
    if sentence.contains(&format!("{other}{end}")) || sentence.contains(&format!("{end}{end}")) {
        faults.push("ends twice".to_owned());
    }
    if sentence.contains(['{', '}']) {
        faults.push("has braces left over".to_owned());
    }
    if sentence.contains("  ") || sentence.trim() != sentence {
        faults.push("has blanks too many".to_owned());
    }
    if locale == Locale::En && has_chinese(&unquoted(sentence)) {
        faults.push("has Chinese in its English".to_owned());
    }
    faults
}

/// Typed texts stand in quotation marks: they may be in any language.
fn unquoted(sentence: &str) -> String {
    sentence.replace(['“', '”'], "\"").split('"').step_by(2).collect()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

const FIELD_PROBLEMS: &[FieldProblem] = &[
    FieldProblem::Required,
    FieldProblem::Placeholder,
    FieldProblem::NotANumber,
    FieldProblem::Ambiguous,
    FieldProblem::Decimals,
    FieldProblem::Min,
    FieldProblem::Max,
    FieldProblem::Length,
    FieldProblem::Pattern,
    FieldProblem::Choice,
    FieldProblem::Format,
    FieldProblem::Plausible,
];

/// Every sentence about a field, with every code of the entry table beside it.
fn field_sentences(locale: Locale) -> Vec<String> {
    let (label, unit, value) = match locale {
        Locale::Zh => ("农村总户数（年末）", "户", "12 户"),
        Locale::En => ("Households (end of year)", "households", "12 households"),
    };
    let candidates = [Vec::new(), vec![value.to_owned()], vec![value.to_owned(), value.to_owned()]];
    let formats = ["NOT_A_DATE", "TWO_DIGIT_YEAR", "INCOMPLETE", "LUNAR", "LENGTH", "CHARSET", "REGION", "TOWN_RANGE"];
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).chain(formats).chain([""]).collect();
    let mut sentences = Vec::new();
    for problem in FIELD_PROBLEMS {
        for (entry, candidates) in codes.iter().flat_map(|code| candidates.iter().map(move |list| (*code, list))) {
            for (is_number, unit, is_least) in [(true, unit, true), (true, "", false), (false, unit, false)] {
                let limits = [value.to_owned(), value.to_owned()];
                let choices = ["a".to_owned(), "b".to_owned()];
                let note = FieldNote {
                    label,
                    unit,
                    typed: "约12",
                    value,
                    is_number,
                    entry,
                    candidates,
                    limits: &limits,
                    is_least,
                    choices: &choices,
                };
                sentences.push(message::field(locale, *problem, &note));
            }
        }
    }
    sentences
}

#[test]
fn sentences_keep_to_the_wording_rules() {
    let mut wrong = Vec::new();
    for locale in LOCALES {
        let mut sentences = field_sentences(locale);
        sentences.extend(Code::ALL.iter().map(|code| message::notice(locale, code.as_str(), "12")));
        sentences.push(message::notice(locale, "", "12"));
        for why in [WhyUndefined::ZeroDivisor, WhyUndefined::TooLarge] {
            sentences.extend(["", "a − b"].map(|divisor| message::undefined(locale, why, divisor)));
        }
        sentences.push(message::waiting(locale, ["a"].into_iter()));
        sentences.push(message::waiting(locale, ["a", "b"].into_iter()));
        sentences.push(message::absent(locale).to_owned());
        sentences.sort();
        sentences.dedup();
        for sentence in sentences {
            wrong.extend(wording(locale, &sentence).iter().map(|fault| format!("{fault}: {sentence}")));
        }
    }
    told(wrong);
}

/// What someone can do, as sentences of either language begin to say it.
const TO_DO: [&[&str]; 2] = [
    &["请", "可"],
    &[
        "check", "enter", "change", "choose", "write", "use", "fill", "complete", "shorten", "take", "convert",
        "paste", "widen", "type", "put", "explain", "say",
    ],
];

/// Whether a sentence says first what is the case, then what to do.
fn two_parts(locale: Locale, sentence: &str) -> Vec<String> {
    let (stop, to_do) = if locale == Locale::Zh { ("。", TO_DO[0]) } else { (". ", TO_DO[1]) };
    let Some((_, rest)) = sentence.split_once(stop) else { return vec!["has one part".to_owned()] };
    let says = |word: &&str| match locale {
        Locale::Zh => rest.contains(*word),
        Locale::En => rest.split(|letter: char| !letter.is_alphabetic()).any(|other| other.eq_ignore_ascii_case(word)),
    };
    if to_do.iter().any(says) { Vec::new() } else { vec!["does not say what to do".to_owned()] }
}

#[test]
fn what_is_flagged_says_what_is_the_case_and_what_to_do() {
    let mut wrong = Vec::new();
    for locale in LOCALES {
        for sentence in field_sentences(locale) {
            wrong.extend(two_parts(locale, &sentence).iter().map(|fault| format!("{fault}: {sentence}")));
        }
        for one in shipped() {
            let pack: Value = serde_json::from_str(&one.text).unwrap();
            for rule in pack["rules"].as_array().unwrap() {
                let message = rule["message"][if locale == Locale::Zh { "zh" } else { "en" }].as_str().unwrap();
                let mut faults = two_parts(locale, message);
                if !message.contains('{') {
                    faults.push("names no figure".to_owned());
                }
                wrong.extend(faults.iter().map(|fault| format!("{} {}: {fault}: {message}", one.name, rule["id"])));
            }
        }
    }
    told(wrong);
}

/// Those that no test happens to bring about as well.
#[test]
fn no_sentence_blames() {
    let files = [
        (Locale::Zh, include_str!("../src/message/zh.txt")),
        (Locale::Zh, include_str!("../src/message/authors.zh.txt")),
        (Locale::En, include_str!("../src/message/en.txt")),
        (Locale::En, include_str!("../src/message/authors.en.txt")),
    ];
    let mut wrong = Vec::new();
    for (locale, text) in files {
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (_, sentence) = line.split_once(' ').unwrap_or_else(|| panic!("no sentence: {line:?}"));
            let faults = wording(locale, sentence);
            wrong.extend(
                faults.iter().filter(|fault| fault.starts_with("says")).map(|fault| format!("{fault}: {line}")),
            );
        }
    }
    told(wrong);
}

#[test]
fn every_diagnostic_has_a_sentence_of_its_own() {
    let mut wrong = Vec::new();
    for locale in LOCALES {
        let mut seen = std::collections::BTreeMap::new();
        for problem in PROBLEMS {
            let full = message::diagnostic(&Sentences::for_authors(locale), &diagnostic(*problem, "12", "15"));
            // A diagnostic may end in what could be written instead, as it would be written, or in a question.
            let is_open = full.ends_with("12") || full.ends_with(['？', '?']);
            let faults = wording(locale, &full).into_iter().filter(|fault| !is_open || !fault.contains("end"));
            wrong.extend(faults.map(|fault| format!("{}: {fault}: {full}", problem.as_str())));
            if let Some(other) = seen.insert(full.clone(), problem.as_str())
                && !["json", "syntax"].contains(&other)
            {
                wrong.push(format!("{} and {other} say the same: {full}", problem.as_str()));
            }
        }
    }
    told(wrong);
}

fn diagnostic(problem: Problem, expected: &str, found: &str) -> Diagnostic {
    Diagnostic {
        severity: DiagnosticSeverity::Error,
        problem,
        span: Span::default(),
        path: String::new(),
        expected: expected.to_owned(),
        found: found.to_owned(),
    }
}

#[test]
fn verdicts_have_names() {
    let verdicts = [RuleVerdict::Holds, RuleVerdict::Fails, RuleVerdict::NotApplicable, RuleVerdict::Undefined];
    for locale in LOCALES {
        let names: std::collections::BTreeSet<&str> =
            verdicts.iter().map(|one| message::verdict(locale, *one)).collect();
        assert_eq!(names.len(), verdicts.len());
        assert!(locale == Locale::Zh || names.iter().all(|name| !has_chinese(name)), "{names:?}");
    }
}

fn told(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} to mend:\n{}", wrong.len(), wrong.join("\n"));
}
