//! What several tests need: packs, sessions, seeded randomness.
#![allow(dead_code)]

pub mod hostile;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use tianbao::door::packed::Packed;
use tianbao::door::tell::{self, Teller};
use tianbao::engine::{Opening, Session};
use tianbao::model::{Locale, Problem};
use tianbao::pack::{self, Plan};

/// The township's report, the largest pack that is shipped.
pub const TOWNSHIP: &str = include_str!("../../www/packs/rural-revitalization-township/pack.json");

/// Both languages.
pub const LOCALES: [Locale; 2] = [Locale::Zh, Locale::En];

/// Every problem there is.
pub const PROBLEMS: &[Problem] = &[
    Problem::TooLarge,
    Problem::NotUtf8,
    Problem::Json,
    Problem::TooDeep,
    Problem::DuplicateKey,
    Problem::FormatVersion,
    Problem::MissingKey,
    Problem::UnknownKey,
    Problem::WrongType,
    Problem::EmptyText,
    Problem::BadValue,
    Problem::BadId,
    Problem::DuplicateId,
    Problem::DuplicateLabel,
    Problem::UnknownReference,
    Problem::Limits,
    Problem::TooMany,
    Problem::BadPattern,
    Problem::Syntax,
    Problem::UnexpectedEnd,
    Problem::UnknownName,
    Problem::AmbiguousName,
    Problem::UnknownFunction,
    Problem::ArgumentCount,
    Problem::ExpectedNumber,
    Problem::ExpectedTruth,
    Problem::TypeMismatch,
    Problem::UnitMismatch,
    Problem::PointMismatch,
    Problem::RatioMismatch,
    Problem::BareBesideUnit,
    Problem::PercentTwice,
    Problem::HiddenConversion,
    Problem::UnknownChoice,
    Problem::Cycle,
    Problem::NumberTooLong,
    Problem::CaseFails,
    Problem::CaseMissing,
    Problem::NoInputs,
    Problem::UnlikeLast,
];

/// A path from the top of the repository.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// Every file below `folder` whose name ends in `ending`, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry, ending));
        } else if entry.to_string_lossy().ends_with(ending) {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// A pack that must load; else the test fails with its diagnostics.
pub fn plan(text: &str) -> Rc<Plan> {
    match pack::load(text) {
        Ok(loaded) => Rc::new(loaded.plan),
        Err(complaints) => {
            let told: Vec<String> =
                complaints.iter().map(|one| tell::diagnostic(text, one, Locale::En)).map(|one| line(&one)).collect();
            panic!("the pack is refused:\n{}\n{text}", told.join("\n"));
        }
    }
}

/// A diagnostic as the pack tables write it: `error code line:column path`, then what was expected and found.
pub fn line(told: &tianbao::door::wire::DiagnosticReport) -> String {
    let mut line = format!("{} {} {}:{}", told.severity, told.code, told.line, told.column);
    if !told.path.is_empty() {
        line.push_str(&format!(" {}", told.path));
    }
    for (mark, part) in [(" ~ ", &told.expected), (" ! ", &told.found)] {
        if let Some(part) = part {
            line.push_str(mark);
            line.push_str(part);
        }
    }
    line.trim_end().to_owned()
}

/// A form on which these texts stand.
pub fn open(plan: &Rc<Plan>, values: &[(&str, &str)]) -> Session {
    let values = values.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    Session::open(Rc::clone(plan), &Opening { values, ..Opening::default() })
}

/// A JSON string literal.
pub fn quote(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Marsaglia's xorshift: the same numbers on every machine.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() >> 11) as usize % most
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Loads the bytes and, where they are a pack, opens a form, types into it, and asks for all that can be asked.
/// What comes out must be bounded. True where it is a pack.
pub fn exercise(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match pack::load_bytes(bytes) {
        Err(complaints) => {
            assert!(!complaints.is_empty() && complaints.len() <= 50, "{} diagnostics", complaints.len());
            for (complaint, locale) in complaints.iter().flat_map(|one| LOCALES.map(|locale| (one, locale))) {
                let told = tell::diagnostic(&text, complaint, locale);
                assert!(told.line > 0 && told.column > 0 && !told.code.is_empty() && !told.message.is_empty());
                assert!(told.message.chars().count() < 1_000, "a message of {} bytes", told.message.len());
            }
            false
        }
        Ok(loaded) => {
            fill(&Rc::new(loaded.plan));
            true
        }
    }
}

/// What people and machines type.
pub const TYPED: &[&str] =
    &["12", "-0.005", "9999999999999999999999999999", "0", "是", "1.2万", "2024-02-30", "镇<b>{x}", ""];

fn fill(plan: &Rc<Plan>) {
    let mut form = open(plan, &[]);
    LOCALES.iter().for_each(|locale| Packed::default().info(plan, *locale));
    speak(&form);
    for (place, typed) in (0..plan.fields.len().min(60)).flat_map(|place| TYPED.iter().map(move |typed| (place, typed)))
    {
        let edit = form.set(place, typed);
        if place < 4 {
            assert!(LOCALES.iter().all(|locale| Teller::new(&form, *locale).changes(&edit).fields.len() <= 1));
        }
    }
    let values: Vec<(usize, &str)> = (0..plan.fields.len()).map(|place| (place, TYPED[place % 3])).collect();
    form.set_many(values);
    speak(&form);
    form.set_many((0..plan.fields.len()).map(|place| (place, "看不懂的，1e9")));
    speak(&form);
    for rule in 0..plan.rules.len().min(40) {
        let _ = form.justify(rule, "含上年结转的任务，已逐户核对台账");
    }
    speak(&form);
}

fn speak(form: &Session) {
    for locale in LOCALES {
        let teller = Teller::new(form, locale);
        let report = teller.report();
        assert_eq!(report.fields.0.len(), form.plan().fields.len());
        let plan = form.plan();
        let own = report.findings.iter().filter(|finding| finding.code != "rule").map(|finding| &finding.message);
        let whys = report.metrics.0.iter().filter_map(|(_, metric)| metric.why.as_ref()).map(|why| &why.text);
        for sentence in own.chain(whys) {
            assert!(sentence.chars().count() < 2_000, "a sentence of {} bytes: {sentence:.200}", sentence.len());
        }
        let ids = plan.fields.iter().map(|field| &field.id).take(20);
        let ids = ids.chain(plan.metrics.iter().map(|metric| &metric.id).take(20));
        let last = plan.metrics.last().map(|metric| &metric.id).into_iter();
        for id in ids.chain(last).chain(plan.rules.iter().map(|rule| &rule.id).take(20)) {
            assert!(teller.explain(id).is_some(), "{id} is not explained");
        }
    }
}

/// Runs on a stack of 1 MiB, the one that the browser gives; a panic inside fails the test by this name.
pub fn on_a_small_stack<T: Send + 'static>(name: &str, run: impl FnOnce() -> T + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap();
    assert!(thread.join().is_ok(), "{name}");
}
