//! Runs the cases that a pack brings along (`cases.json`): whole submissions with everything they must give, and for
//! every rule one that fires it and one that passes.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::engine::{Opening, Session, Verdict};
use crate::model::{Diagnostic, DiagnosticSeverity, Locale, Problem, Span};
use crate::pack::{Json, JsonKind, Plan};

use super::tell::Teller;

/// Runs every case in `source` against a pack.
///
/// # Errors
/// One diagnostic for each difference, each case that is missing, or the place where the file cannot be read.
pub fn run(plan: &Rc<Plan>, source: &str) -> Result<usize, Vec<Diagnostic>> {
    let json =
        Json::parse(source).map_err(|error| vec![complaint(error.problem, error.span, "", error.expected, "")])?;
    let mut run = Run { plan, json: &json, complaints: Vec::new(), count: 0 };
    run.header();
    run.submissions();
    run.rules();
    if run.complaints.is_empty() { Ok(run.count) } else { Err(run.complaints) }
}

struct Run<'a> {
    plan: &'a Rc<Plan>,
    json: &'a Json,
    complaints: Vec<Diagnostic>,
    count: usize,
}

type Values = BTreeMap<String, String>;

impl Run<'_> {
    fn complain(&mut self, problem: Problem, span: Span, path: &str, expected: &str, found: &str) {
        self.complaints.push(complaint(problem, span, path, expected, found));
    }

    fn differs(&mut self, span: Span, path: &str, expected: &str, found: &str) {
        if expected != found {
            self.complain(Problem::CaseFails, span, path, expected, found);
        }
    }

    fn header(&mut self) {
        self.known(self.json, "", &["pack", "note", "submissions", "rules"]);
        let name = self.json.get("pack").and_then(Json::as_str).unwrap_or("");
        let id = self.plan.id.clone();
        self.differs(self.json.span, "pack", &id, name);
    }

    /// A slip of the pen in a case must not make it pass.
    fn known(&mut self, json: &Json, path: &str, keys: &[&str]) {
        for member in json.members().iter().filter(|member| !keys.contains(&member.key.as_str())) {
            self.complain(Problem::UnknownKey, member.key_span, path, "", &member.key);
        }
    }

    fn known_fields(&mut self, json: Option<&Json>, path: &str) {
        for member in json.map_or(&[][..], Json::members) {
            if self.plan.field(&member.key).is_none() {
                self.complain(Problem::UnknownReference, member.key_span, path, "", &member.key);
            }
        }
    }

    fn submissions(&mut self) {
        let Some(submissions) = self.json.get("submissions") else { return };
        for member in submissions.members() {
            let path = ["submissions.", &member.key].concat();
            self.known(&member.value, &path, &["title", "values", "prior", "status", "findings", "metrics"]);
            self.known_fields(member.value.get("values"), &path);
            self.known_fields(member.value.get("prior"), &path);
            let session = self.open(&values(member.value.get("values")), &values(member.value.get("prior")));
            self.submission(&member.key, &member.value, &session);
            self.count = self.count.saturating_add(1);
        }
    }

    fn submission(&mut self, name: &str, case: &Json, session: &Session) {
        let report = Teller::new(session, Locale::Zh).report();
        let path = |part: &str| ["submissions.", name, ".", part].concat();
        if let Some(status) = case.get("status") {
            self.differs(status.span, &path("status"), status.as_str().unwrap_or(""), report.status);
        }
        if let Some(findings) = case.get("findings") {
            let expected: Vec<&str> = findings.items().iter().filter_map(Json::as_str).collect();
            let found: Vec<&str> = report.findings.iter().map(|finding| finding.id.as_str()).collect();
            self.differs(findings.span, &path("findings"), &expected.join(" "), &found.join(" "));
        }
        for member in case.get("metrics").map_or(&[][..], Json::members) {
            let metric = report.metrics.0.iter().find(|(id, _)| *id == member.key);
            let found = metric.and_then(|(_, metric)| metric.value.clone()).unwrap_or_else(|| "null".to_owned());
            let expected = member.value.as_figure().unwrap_or("null");
            self.differs(member.value.span, &path(&["metrics.", &member.key].concat()), expected, &found);
        }
    }

    fn rules(&mut self) {
        let nothing = Json { span: self.json.span, kind: JsonKind::Null };
        let cases = self.json.get("rules").unwrap_or(&nothing);
        for member in cases.members() {
            self.known(&member.value, &["rules.", &member.key].concat(), &["fires", "passes"]);
            if self.plan.rule(&member.key).is_none() {
                self.complain(Problem::UnknownReference, member.key_span, "rules", "", &member.key);
            }
        }
        for (place, rule) in self.plan.rules.iter().enumerate() {
            for (kind, wanted) in [("fires", Verdict::Fails), ("passes", Verdict::Passes)] {
                let path = ["rules.", &rule.id, ".", kind].concat();
                match cases.get(&rule.id).and_then(|case| case.get(kind)) {
                    Some(case) => self.rule(case, place, wanted, &path),
                    None => self.complain(Problem::CaseMissing, cases.span, &path, kind, &rule.id),
                }
            }
        }
    }

    fn rule(&mut self, case: &Json, place: usize, wanted: Verdict, path: &str) {
        self.known(case, path, &["from", "set"]);
        self.known_fields(case.get("set"), path);
        let from = case.get("from").and_then(Json::as_str).unwrap_or("");
        let submission = self.json.get("submissions").and_then(|submissions| submissions.get(from));
        let Some(submission) = submission else {
            self.complain(Problem::UnknownReference, case.span, path, "", from);
            return;
        };
        let mut typed = values(submission.get("values"));
        typed.extend(values(case.get("set")));
        let session = self.open(&typed, &values(submission.get("prior")));
        let found = session.verdict(place);
        if found != wanted {
            self.differs(case.span, path, name(wanted), name(found));
        }
        self.count = self.count.saturating_add(1);
    }

    fn open(&self, values: &Values, prior: &Values) -> Session {
        let pairs = |values: &Values| values.iter().map(|(id, text)| (id.clone(), text.clone())).collect();
        let opening = Opening { present: None, values: pairs(values), prior: pairs(prior) };
        Session::open(Rc::clone(self.plan), &opening)
    }
}

fn complaint(problem: Problem, span: Span, path: &str, expected: &str, found: &str) -> Diagnostic {
    let (path, expected, found) = (path.to_owned(), expected.to_owned(), found.to_owned());
    Diagnostic { severity: DiagnosticSeverity::Error, problem, span, path, expected, found }
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passes => "passes",
        Verdict::Fails => "fires",
        Verdict::NotApplicable => "not applicable",
        Verdict::Waiting => "waiting",
        Verdict::Undefined => "undefined",
        Verdict::Absent => "absent",
    }
}

/// The members of an object of texts; numbers by their source text, null as blank.
fn values(json: Option<&Json>) -> Values {
    let text = |json: &Json| json.as_figure().unwrap_or("").to_owned();
    json.map_or(&[][..], Json::members).iter().map(|member| (member.key.clone(), text(&member.value))).collect()
}
