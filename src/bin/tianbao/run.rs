use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tianbao::door::cases;
use tianbao::door::table::Batch;
use tianbao::door::tell::{self, Teller};
use tianbao::door::wire::{DiagnosticReport, Finding, Range, Repair, Report};
use tianbao::engine::{Opening, Session};
use tianbao::model::{Diagnostic, Locale, Severity};
use tianbao::pack::{self, Plan};

use crate::files::{self, Submission};

const HELP: &str = "\
tianbao lint PACK              diagnostics; exit 1 where any is an error
tianbao check PACK FILE...     reports on submissions (JSON or CSV); exit 1 where a mandatory finding stands open
tianbao explain PACK FILE ID   the explanation of one field, metric or rule
tianbao repair PACK FILE       what is most probably wrong, best first
tianbao range PACK FILE FIELD  which values the other answers still allow

--json         the public shapes, one a line
--brief        for check and CSV: a line a record, its status and the ids of its findings; made for many records
--locale en    English instead of Chinese
--prior FILE   last period's values (JSON, by the field whose values they were), but for lint

Exit 2: unreadable input or a refused pack.";

/// Prints a line; where nobody listens any more (`| head`), the work ends quietly.
fn say(line: &str) {
    if writeln!(std::io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

struct Command<'a> {
    locale: Locale,
    json: bool,
    brief: bool,
    prior: Option<&'a str>,
    words: Vec<&'a str>,
}

/// Runs one command; true where nothing stands against what it checked.
pub fn run(arguments: &[String]) -> Result<bool, String> {
    let command = command(arguments)?;
    match command.words.as_slice() {
        [] | ["help"] => {
            say(HELP);
            Ok(true)
        }
        ["lint", packs @ ..] if !packs.is_empty() => {
            packs.iter().try_fold(true, |good, path| Ok(lint(&command, path)? && good))
        }
        ["check", path, files @ ..] if !files.is_empty() => check(&command, path, files),
        ["explain", path, file, id] => explain(&command, path, file, id),
        ["repair", path, file] => repair(&command, path, file),
        ["range", path, file, field] => range(&command, path, file, field),
        _ => Err(HELP.to_owned()),
    }
}

fn command(arguments: &[String]) -> Result<Command<'_>, String> {
    let mut command = Command { locale: Locale::Zh, json: false, brief: false, prior: None, words: Vec::new() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--json" => command.json = true,
            "--brief" => command.brief = true,
            "--locale" => command.locale = Locale::parse(rest.next().ok_or(HELP)?),
            "--prior" => command.prior = Some(rest.next().ok_or(HELP)?),
            "--help" | "-h" => command.words = vec!["help"],
            option if option.starts_with("--") => return Err(format!("{option}: no such option\n\n{HELP}")),
            word => command.words.push(word),
        }
    }
    Ok(command)
}

impl Command<'_> {
    fn print(&self, value: &impl serde::Serialize, words: impl FnOnce() -> String) {
        if self.json {
            say(&serde_json::to_string(value).unwrap_or_default());
        } else {
            say(&words());
        }
    }

    fn tell(&self, source: &str, path: &Path, complaints: &[Diagnostic]) -> Vec<String> {
        let line = |told: &DiagnosticReport| {
            let part = if told.path.is_empty() { String::new() } else { format!(" {}", told.path) };
            format!(
                "{}:{}:{}: {} {}{part}: {}",
                path.display(),
                told.line,
                told.column,
                told.severity,
                told.code,
                told.message
            )
        };
        let told = complaints.iter().map(|complaint| tell::diagnostic(source, complaint, self.locale));
        told.map(|told| if self.json { serde_json::to_string(&told).unwrap_or_default() } else { line(&told) })
            .collect()
    }

    fn prior(&self, plan: &Plan) -> Result<Vec<(String, String)>, String> {
        let Some(path) = self.prior else { return Ok(Vec::new()) };
        let mut submissions = files::submissions(plan, Path::new(path), self.locale)?;
        Ok(submissions.pop().map(|submission| submission.values).unwrap_or_default())
    }

    fn load(&self, path: &str) -> Result<Rc<Plan>, String> {
        let source = files::text(Path::new(path))?;
        match pack::load(&source) {
            Ok(loaded) => Ok(Rc::new(loaded.plan)),
            Err(complaints) => Err(self.tell(&source, Path::new(path), &complaints).join("\n")),
        }
    }
}

fn lint(command: &Command<'_>, path: &str) -> Result<bool, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let source = String::from_utf8_lossy(&bytes);
    let (plan, complaints) = match pack::load_bytes(&bytes) {
        Ok(loaded) => (Some(Rc::new(loaded.plan)), loaded.warnings),
        Err(complaints) => (None, complaints),
    };
    command.tell(&source, Path::new(path), &complaints).iter().for_each(|line| say(line));
    let Some(plan) = plan else { return Ok(false) };
    let beside = Path::new(path).with_file_name("cases.json");
    let ran = if beside.exists() { run_cases(command, &plan, beside)? } else { Some(0) };
    if let (Some(cases), false) = (ran, command.json) {
        let (fields, metrics, rules) = (plan.fields.len(), plan.metrics.len(), plan.rules.len());
        println!(
            "{path}: {} {}: fields {fields}, metrics {metrics}, rules {rules}, cases {cases}",
            plan.id, plan.version
        );
    }
    Ok(ran.is_some())
}

fn run_cases(command: &Command<'_>, plan: &Rc<Plan>, path: PathBuf) -> Result<Option<usize>, String> {
    let source = files::text(&path)?;
    match cases::run(plan, &source) {
        Ok(count) => Ok(Some(count)),
        Err(complaints) => {
            command.tell(&source, &path, &complaints).iter().for_each(|line| say(line));
            Ok(None)
        }
    }
}

fn open(plan: &Rc<Plan>, submission: Submission, prior: &[(String, String)]) -> Session {
    let opening = Opening { present: submission.present, values: submission.values, prior: prior.to_vec() };
    Session::open(Rc::clone(plan), &opening)
}

fn check(command: &Command<'_>, path: &str, files: &[&str]) -> Result<bool, String> {
    let plan = command.load(path)?;
    let prior = command.prior(&plan)?;
    let mut good = true;
    for file in files {
        if command.brief {
            good &= brief(command, &plan, file, &prior)?;
            continue;
        }
        for (place, submission) in files::submissions(&plan, Path::new(file), command.locale)?.into_iter().enumerate() {
            let session = open(&plan, submission, &prior);
            let report = Teller::new(&session, command.locale).report();
            good &= !report.findings.iter().any(|finding| finding.severity == "mandatory");
            command.print(&report, || words(&format!("{file} [{}]", place.saturating_add(1)), &report));
        }
    }
    Ok(good)
}

/// One line a record: its status, a tab, the ids of its findings.
fn brief(command: &Command<'_>, plan: &Rc<Plan>, file: &str, prior: &[(String, String)]) -> Result<bool, String> {
    let text = files::text(Path::new(file))?;
    let mut batch = Batch::open(Rc::clone(plan), &text, command.locale, prior)
        .ok_or_else(|| format!("{file}: no column has the id or label of a field"))?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut line, mut good) = (String::new(), true);
    while let Some(session) = batch.next_record() {
        line.clear();
        line.push_str(session.status().as_str());
        line.push('\t');
        for (place, key) in session.findings().enumerate() {
            if place > 0 {
                line.push(' ');
            }
            tell::push_id(plan, key, &mut line);
            good &= session.severity(key) != Severity::Mandatory;
        }
        line.push('\n');
        // Where nobody listens any more (`| head`), the work ends quietly.
        if out.write_all(line.as_bytes()).is_err() {
            std::process::exit(0);
        }
    }
    Ok(good)
}

fn words(name: &str, report: &Report) -> String {
    let line = |finding: &Finding| format!("  {} {}: {}", finding.severity, finding.id, finding.message);
    let head = format!("{name}: {} ({}/{})", report.status, report.progress.filled, report.progress.total);
    std::iter::once(head).chain(report.findings.iter().map(line)).collect::<Vec<_>>().join("\n")
}

fn explain(command: &Command<'_>, path: &str, file: &str, id: &str) -> Result<bool, String> {
    let plan = command.load(path)?;
    let prior = command.prior(&plan)?;
    for submission in files::submissions(&plan, Path::new(file), command.locale)? {
        let session = open(&plan, submission, &prior);
        let told = Teller::new(&session, command.locale)
            .explain(id)
            .ok_or_else(|| format!("{id}: no such field, metric or rule"))?;
        command.print(&told, || told.text.clone());
    }
    Ok(true)
}

fn repair(command: &Command<'_>, path: &str, file: &str) -> Result<bool, String> {
    let plan = command.load(path)?;
    let prior = command.prior(&plan)?;
    for submission in files::submissions(&plan, Path::new(file), command.locale)? {
        let session = open(&plan, submission, &prior);
        let repairs = Teller::new(&session, command.locale).repairs();
        let line = |repair: &Repair| format!("{} {}: {}", repair.kind, repair.fields.join(" "), repair.message);
        command.print(&repairs, || repairs.iter().map(line).collect::<Vec<_>>().join("\n"));
    }
    Ok(true)
}

fn range(command: &Command<'_>, path: &str, file: &str, field: &str) -> Result<bool, String> {
    let plan = command.load(path)?;
    let prior = command.prior(&plan)?;
    plan.field(field).ok_or_else(|| format!("{field}: no such field"))?;
    for submission in files::submissions(&plan, Path::new(file), command.locale)? {
        let session = open(&plan, submission, &prior);
        let range = Teller::new(&session, command.locale).range(field);
        command.print(&range, || range.as_ref().map_or_else(|| "-".to_owned(), words_of));
    }
    Ok(true)
}

fn words_of(range: &Range) -> String {
    let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".to_owned());
    let because = if range.because.is_empty() { String::new() } else { format!(" ({})", range.because.join(" ")) };
    format!("{} – {}{because}", end(&range.min), end(&range.max))
}
