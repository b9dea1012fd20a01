//! Lines in, reports out: `{pack, values, present?, prior?}`; without `pack`, the pack of the line before stays.

use std::io::{self, BufRead, BufWriter, Write};
use std::rc::Rc;

use serde::Deserialize;
use serde_json::{Map, Value};
use tianbao::door::tell::{self, Teller};
use tianbao::engine::{Opening, Session};
use tianbao::model::Locale;
use tianbao::pack::{self, Plan};

/// One line of the input.
#[derive(Deserialize)]
pub struct Case {
    pub pack: Option<Value>,
    pub values: Map<String, Value>,
    pub present: Option<Vec<String>>,
    #[serde(default)]
    pub prior: Map<String, Value>,
}

impl Case {
    pub fn opening(&self) -> Opening {
        Opening { present: self.present.clone(), values: texts(&self.values), prior: texts(&self.prior) }
    }
}

fn texts(map: &Map<String, Value>) -> Vec<(String, String)> {
    map.iter().map(|(id, text)| (id.clone(), text.as_str().unwrap_or_default().to_owned())).collect()
}

/// The whole report, byte for byte as the command line prints it.
pub fn report(session: &Session) -> String {
    serde_json::to_string(&Teller::new(session, Locale::Zh).report()).expect("a report is JSON")
}

/// The report, what is probably wrong, and what is left for each field, as the command line prints them.
pub fn everything(session: &Session) -> String {
    let teller = Teller::new(session, Locale::Zh);
    let ranges: Vec<_> = session.plan().fields.iter().map(|field| teller.range(&field.id)).collect();
    serde_json::to_string(&(teller.report(), teller.repairs(), ranges)).expect("they are JSON")
}

/// The pack, or a line with the codes of what is wrong.
pub fn load(pack: &Value) -> Result<Rc<Plan>, String> {
    let text = pack.to_string();
    pack::load(&text).map(|loaded| Rc::new(loaded.plan)).map_err(|complaints| {
        let told = complaints.iter().map(|one| tell::diagnostic(&text, one, Locale::Zh));
        let codes: Vec<_> = told.filter(|one| one.severity == "error").map(|one| (one.code, one.path)).collect();
        serde_json::json!({ "refused": codes }).to_string()
    })
}

/// The metrics that have a value, each with its value and the line that explains it.
pub fn explanations(session: &Session) -> String {
    let teller = Teller::new(session, Locale::Zh);
    let report = teller.report();
    let metrics = report.metrics.0.iter().filter_map(|(id, metric)| Some((id, metric.value.as_ref()?)));
    let told: Map<String, Value> = metrics
        .filter_map(|(id, value)| Some((id.to_string(), serde_json::json!([value, teller.explain(id)?.substituted]))))
        .collect();
    Value::Object(told).to_string()
}

pub fn answer_lines(tell: fn(&Session) -> String) {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut plan = Err(r#"{"refused":"no pack yet"}"#.to_owned());
    for line in io::stdin().lock().lines() {
        let case: Case = serde_json::from_str(&line.expect("UTF-8")).expect("a case");
        if let Some(pack) = &case.pack {
            plan = load(pack);
        }
        let told = match &plan {
            Ok(plan) => tell(&Session::open(Rc::clone(plan), &case.opening())),
            Err(refusal) => refusal.clone(),
        };
        writeln!(out, "{told}").expect("standard output is open");
    }
}
