//! Fields that the form does not have, that are not applicable, or blank: three things to formulas and rules.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic
)]

use std::rc::Rc;

use tianbao::door::tell::Teller;
use tianbao::engine::{MetricState, Opening, Session, Verdict};
use tianbao::model::{Decimal, Locale};
use tianbao::pack;

const PACK: &str = r#"{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],
"fields":[{"id":"f","label":"甲","type":"integer","not_applicable":["不涉及"]},{"id":"g","label":"乙","type":"integer"}],
"metrics":[{"id":"m","label":"合计","places":0,"formula":"f + g"}],
"rules":[{"id":"blank","severity":"verify","assert":"ISBLANK(f)","message":"请核对。"},
{"id":"small","severity":"verify","assert":"f <= 5","message":"请核对。"}]}"#;

fn form(present: Option<&[&str]>, f: &str) -> Session {
    let values = [("f", f), ("g", "1")].map(|(id, text)| (id.to_owned(), text.to_owned())).to_vec();
    let present = present.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect());
    Session::open(Rc::new(pack::load(PACK).unwrap().plan), &Opening { present, values, ..Opening::default() })
}

fn verdicts(form: &Session) -> [Verdict; 2] {
    [form.verdict(0), form.verdict(1)]
}

#[test]
fn a_field_that_the_form_does_not_have_is_absent_whatever_stands_in_it() {
    for typed in ["9", ""] {
        let form = form(Some(&["g"]), typed);
        assert_eq!(form.metric(0), &MetricState::Absent, "{typed}");
        assert_eq!(verdicts(&form), [Verdict::Absent; 2], "{typed}");
        let told = Teller::new(&form, Locale::En).explain("m").unwrap();
        assert!(told.text.starts_with("合计 = 甲 + 乙 = — + 1 = —"), "{}", told.text);
    }
}

#[test]
fn a_field_that_is_not_applicable_is_absent() {
    let form = form(None, "不涉及");
    assert_eq!(form.metric(0), &MetricState::Absent);
    assert_eq!(verdicts(&form), [Verdict::Absent; 2]);
}

#[test]
fn a_blank_field_is_waited_for_and_asked_after() {
    let form = form(None, "");
    assert_eq!(form.metric(0), &MetricState::Waiting(vec![0]));
    assert_eq!(verdicts(&form), [Verdict::Passes, Verdict::Waiting]);
}

#[test]
fn a_figure_is_computed_with() {
    let form = form(None, "9");
    assert_eq!(form.metric(0), &MetricState::Value(Decimal::from_int(10)));
    assert_eq!(verdicts(&form), [Verdict::Fails; 2]);
}
