//! Ties and totals, typed into a form as texts and judged by a pack.

use std::rc::Rc;

use tianbao::engine::{MetricState, Opening, Session};
use tianbao::pack::{self, Plan};

const TIES: &str = r#"{"tianbao":1,"id":"ties","version":"1","title":"尾数五","sections":[],
    "fields":[{"id":"a","label":"甲","type":"decimal"}],
    "metrics":[{"id":"up","label":"四舍五入","places":2,"formula":"a"},
        {"id":"even","label":"成双","places":2,"formula":"a","rounding":"half-even"}]}"#;

const TOTALS: &str = r#"{"tianbao":1,"id":"totals","version":"1","title":"合计","sections":[],
    "fields":[{"id":"a","label":"甲","type":"decimal"},{"id":"b","label":"乙","type":"decimal"},
        {"id":"c","label":"丙","type":"decimal"},{"id":"d","label":"合计","type":"decimal"}],
    "rules":[{"id":"sum","severity":"mandatory","assert":"a + b + c = d","message":"合计应为 {a + b + c}。"}]}"#;

fn form(text: &str) -> Session {
    let plan: Plan = pack::load(text).expect("the pack is right").plan;
    Session::open(Rc::new(plan), &Opening::default())
}

/// Hundredths as text, with the digits behind them.
fn hundredths(number: u64, behind: &str) -> String {
    format!("{}.{:02}{behind}", number / 100, number % 100)
}

fn shows(session: &Session, place: usize, hundred: u64) -> bool {
    match session.metric(place) {
        MetricState::Value(value) => value.fixed(2) == hundredths(hundred, ""),
        _ => false,
    }
}

/// All ties from 0.005 to 9,999.995: how many are rounded wrong, either way.
pub fn ties(count: u64) -> u64 {
    let mut session = form(TIES);
    (0..count)
        .filter(|number| {
            session.set(0, &hundredths(*number, "5"));
            let even = number + number % 2;
            !(shows(&session, 0, number + 1) && shows(&session, 1, even))
        })
        .count() as u64
}

/// The numbers of the linear congruential generator of Numerical Recipes: a page can draw the same ones.
struct Draw(u32);

impl Draw {
    fn hundredths(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u64::from(self.0 >> 8) % 10_000_000
    }
}

/// Right totals that are called wrong, and totals one hundredth off that pass.
pub fn totals(count: u64) -> u64 {
    let mut session = form(TOTALS);
    let mut draw = Draw(1);
    let mut wrong = 0;
    for _ in 0..count {
        let parts = [draw.hundredths(), draw.hundredths(), draw.hundredths()];
        let total: u64 = parts.iter().sum();
        let texts = parts.map(|part| hundredths(part, ""));
        session.set_many(texts.iter().enumerate().map(|(place, text)| (place, text.as_str())));
        session.set(3, &hundredths(total, ""));
        let right = session.findings().count() == 0;
        session.set(3, &hundredths(total + 1, ""));
        wrong += u64::from(!right || session.findings().count() != 1);
    }
    wrong
}
