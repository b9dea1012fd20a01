//! Asks a form for all that can be asked.

use std::rc::Rc;

use tianbao::door::tell::Teller;
use tianbao::engine::{Opening, Session};
use tianbao::model::Locale;
use tianbao::pack::Plan;

pub const LOCALES: [Locale; 2] = [Locale::Zh, Locale::En];

/// A form on which nothing stands yet.
pub fn blank(plan: &Rc<Plan>) -> Session {
    Session::open(Rc::clone(plan), &Opening::default())
}

/// The whole report, and the explanations of all that is computed or checked, in one language.
pub fn everything(form: &Session, locale: Locale) {
    let teller = Teller::new(form, locale);
    let report = teller.report();
    assert_eq!(report.fields.0.len(), form.plan().fields.len(), "every field is reported");
    for finding in &report.findings {
        assert!(finding.message.len() < 100_000, "a sentence of {} bytes", finding.message.len());
    }
    let plan = form.plan();
    let ids = plan.fields.iter().take(2).map(|field| &field.id).chain(plan.metrics.iter().map(|metric| &metric.id));
    for id in ids.chain(plan.rules.iter().map(|rule| &rule.id)) {
        assert!(teller.explain(id).is_some(), "{id} is explained");
    }
}

/// The report as JSON: what two forms must have in common, byte for byte.
pub fn report(form: &Session) -> String {
    serde_json::to_string(&Teller::new(form, Locale::Zh).report()).unwrap_or_default()
}
