//! An edit or a report on its way to JavaScript: whole numbers, and one text for all that is said.
//!
//! Ids, labels and severities are known over there ([`Packed::tables`]); places stand for them here. Every piece of text is announced
//! by its length in the units of JavaScript's strings, and stands in the text in the order of the announcements. One keystroke
//! is then one call, and most of them bring back a handful of numbers and no text at all.

mod explanation;
mod guess;
mod info;

use crate::engine::{AnswerState, AnswerValue, Edit, FindingKey, MetricState, Session};
use crate::entry::is_canonical;
use crate::model::FieldProblem;
use crate::pack::{Metric, Plan};

use super::table::Batch;
use super::tell::Teller;
use super::wire::Count;

/// The numbers and the text. The numbers begin with where the text lies, how many bytes it has, and how many numbers there are.
#[derive(Debug, Default)]
pub struct Packed {
    words: Vec<u32>,
    text: String,
    /// The length of the text as JavaScript counts it.
    units: usize,
}

/// So many numbers stand before the first of an edit, report or table.
const HEAD: usize = 3;
const STATUSES: [&str; 5] = ["blank", "incomplete", "mandatory", "verify", "clean"];
const REASONS: [&str; 4] = ["waiting", "division-by-zero", "too-large", "absent"];
/// In the place of a problem: the key is a rule's.
const RULE: usize = 15;

impl Packed {
    /// Where the numbers lie.
    pub fn address(&mut self) -> *const u32 {
        let head = [self.text.as_ptr() as usize, self.text.len(), self.words.len()].map(short);
        for (word, known) in self.words.iter_mut().zip(head) {
            *word = known;
        }
        self.words.as_ptr()
    }

    /// Takes what the numbers stand for in the place of all before: the fields of each rule, the places of the problems that are
    /// mere hints, then problems, statuses and reasons by name.
    pub fn tables(&mut self, plan: &Plan) {
        self.clear();
        self.number(plan.rules.len());
        plan.rules.iter().for_each(|rule| self.list(&rule.inputs));
        let hint = place_of(&FieldProblem::ALL, &FieldProblem::Plausible);
        self.list(hint.as_slice());
        self.names(FieldProblem::ALL.iter().map(|problem| problem.as_str()));
        self.names(STATUSES.into_iter());
        self.names(REASONS.into_iter());
    }

    fn texts(&mut self, all: &[String]) {
        self.number(all.len());
        all.iter().for_each(|one| self.text(one));
    }

    fn pair(&mut self, one: &str, other: &str) {
        self.text(one);
        self.text(other);
    }

    /// Takes what an edit changed in the place of all before.
    pub fn edit(&mut self, edit: &Edit, teller: &Teller<'_>) {
        self.clear();
        self.list(&edit.fields);
        self.list(&edit.metrics);
        for findings in [&edit.opened, &edit.updated] {
            self.number(findings.len());
            findings.iter().for_each(|key| self.finding(*key, teller));
        }
        self.number(edit.closed.len());
        edit.closed.iter().for_each(|finding| self.number(key(*finding)));
    }

    /// Takes everything about a form in the place of all before: where metrics and findings begin, so that each part can be read
    /// by itself; then how far the form is filled, the fields, the metrics, the findings.
    pub fn report(&mut self, teller: &Teller<'_>) {
        self.clear();
        let [metrics, _, findings, _] = [(); 4].map(|()| self.open());
        let (session, plan) = (teller.session, teller.session.plan());
        self.word_of(&STATUSES, session.status().as_str());
        let (all, sections) = teller.counts();
        self.count(&all);
        sections.iter().for_each(|count| self.count(count));
        (0..plan.fields.len()).for_each(|place| self.field(place, teller));
        self.begins(metrics);
        for (place, metric) in plan.metrics.iter().enumerate() {
            self.metric(place, metric, teller);
        }
        self.begins(findings);
        let (count, mut found) = (self.open(), 0_usize);
        for key in session.findings() {
            self.finding(key, teller);
            found = found.saturating_add(1);
        }
        self.fill(count, found);
    }

    /// Takes what stands against each record of a table in the place of all before: how many records, then for each its status,
    /// its findings and, where asked for, the figures of its metrics.
    pub fn records(&mut self, mut batch: Batch<'_>, with_metrics: bool) {
        self.clear();
        let (count, mut records) = (self.open(), 0_usize);
        while let Some(session) = batch.next_record() {
            self.record(session, with_metrics);
            records = records.saturating_add(1);
        }
        self.fill(count, records);
    }

    fn record(&mut self, session: &Session, with_metrics: bool) {
        self.word_of(&STATUSES, session.status().as_str());
        let count = self.open();
        session.findings().for_each(|finding| self.number(key(finding)));
        self.fill(count, self.words.len().saturating_sub(count).saturating_sub(1));
        let metrics = session.plan().metrics.iter().enumerate().filter(|_| with_metrics);
        for (place, metric) in metrics {
            match session.metric(place) {
                MetricState::Value(value) => self.write(|text| value.write_fixed(metric.places, false, text)),
                _ => self.number(0),
            }
        }
    }

    /// State, and what the value is: none, the typed text, or another that follows.
    fn field(&mut self, place: usize, teller: &Teller<'_>) {
        let (session, typed) = (teller.session, teller.session.typed(place));
        let Some(answer) = session.answer(place).filter(|_| session.counts(place)) else {
            return self.number(3);
        };
        let state = match answer.state {
            AnswerState::Ok | AnswerState::NotApplicable => 0,
            AnswerState::Blank => 1,
            AnswerState::Invalid => 2,
        };
        let as_typed = match &answer.value {
            None => return self.number(state),
            Some(AnswerValue::Number(_)) => answer.notice.is_none() && is_canonical(typed),
            Some(AnswerValue::Text(text)) => text == typed,
            Some(_) => false,
        };
        if as_typed {
            return self.number(state | 4);
        }
        let notice = teller.notice(place);
        self.number(state | 8 | if notice.is_some() { 16 } else { 0 });
        self.text(&teller.value(place).unwrap_or_default());
        if let Some(notice) = notice {
            self.text(notice.code);
            self.text(&notice.text);
        }
    }

    fn metric(&mut self, place: usize, metric: &Metric, teller: &Teller<'_>) {
        let state = teller.session.metric(place);
        if let MetricState::Value(value) = state {
            self.number(0);
            self.write(|text| value.write_fixed(metric.places, false, text));
            self.write(|text| teller.printer().push_metric(metric, *value, text));
            return;
        }
        self.number(match state {
            MetricState::Waiting(_) => 1,
            MetricState::Undefined(..) => 2,
            _ => 3,
        });
        self.text(&teller.printer().metric(place));
        if let Some(why) = teller.why(place) {
            self.word_of(&REASONS, why.code);
            self.text(&why.text);
        }
        if let MetricState::Waiting(fields) = state {
            self.list(fields);
        }
    }

    fn finding(&mut self, finding: FindingKey, teller: &Teller<'_>) {
        self.number(key(finding));
        let (place, problem) = match finding {
            FindingKey::Field(place, problem) => (place, problem),
            FindingKey::Rule(place) => return self.rule_finding(place, teller),
        };
        let (message, entry, candidates) = teller.field_sentence(place, problem);
        self.text(&message);
        self.words.extend([0, 0]);
        self.optional(entry);
        self.texts(&candidates);
    }

    fn rule_finding(&mut self, place: usize, teller: &Teller<'_>) {
        if let Some(rule) = teller.session.plan().rules.get(place) {
            self.write(|text| teller.push_sentence(&rule.message, text));
            let has_detail = self.write(|text| teller.printer().push_failure(&rule.assert, text));
            self.one_more(has_detail);
            self.optional(teller.session.reason(FindingKey::Rule(place)));
            self.words.extend([0, 0]);
        }
    }

    fn clear(&mut self) {
        self.words.clear();
        self.words.extend([0; HEAD]);
        self.text.clear();
        self.units = 0;
    }

    /// Fills a number in that was left open.
    fn fill(&mut self, place: usize, number: usize) {
        if let Some(word) = self.words.get_mut(place) {
            *word = short(number);
        }
    }

    /// Leaves a number open.
    fn open(&mut self) -> usize {
        self.number(0);
        self.words.len().saturating_sub(1)
    }

    /// Notes, in the two numbers left open for it, where a part begins: among the numbers and in the text.
    fn begins(&mut self, part: usize) {
        self.fill(part, self.words.len());
        self.fill(part.saturating_add(1), self.units);
    }

    fn number(&mut self, number: usize) {
        self.words.push(short(number));
    }

    fn count(&mut self, count: &Count) {
        self.words.extend([count.filled, count.required, count.total]);
    }

    fn list(&mut self, places: &[usize]) {
        self.number(places.len());
        places.iter().for_each(|place| self.number(*place));
    }

    fn names(&mut self, names: impl ExactSizeIterator<Item = &'static str>) {
        self.number(names.len());
        names.for_each(|name| self.text(name));
    }

    fn text(&mut self, piece: &str) {
        self.write(|text| text.push_str(piece));
    }

    /// Announces the piece that `write` puts behind the text.
    fn write<T>(&mut self, write: impl FnOnce(&mut String) -> T) -> T {
        let from = self.text.len();
        let result = write(&mut self.text);
        let piece = self.text.get(from..).unwrap_or("");
        let units = utf16_length(piece);
        self.units = self.units.saturating_add(units);
        self.number(units);
        result
    }

    /// One more than the length; nought where there is none.
    fn optional(&mut self, piece: Option<&str>) {
        self.text(piece.unwrap_or(""));
        self.one_more(piece.is_some());
    }

    /// Tells an empty piece that is there from one that is not.
    fn one_more(&mut self, is_there: bool) {
        if let Some(units) = self.words.last_mut() {
            *units = units.saturating_add(u32::from(is_there));
        }
    }

    fn word_of(&mut self, words: &[&str], word: &str) {
        self.number(words.iter().position(|known| *known == word).unwrap_or(0));
    }
}

/// One unit a character, two from U+10000 on, of which UTF-8 has four bytes.
#[cfg_attr(speed, optimize(speed))]
fn utf16_length(text: &str) -> usize {
    let units = text.bytes().map(|byte| usize::from(byte & 0xc0 != 0x80).wrapping_add(usize::from(byte >= 0xf0)));
    units.fold(0, usize::wrapping_add)
}

fn place_of<T: PartialEq>(all: &[T], one: &T) -> Option<usize> {
    all.iter().position(|known| known == one)
}

/// The place of a field or rule, and in the last four bits what is wrong with the field.
fn key(finding: FindingKey) -> usize {
    let (place, what) = match finding {
        FindingKey::Field(place, problem) => (place, place_of(&FieldProblem::ALL, &problem).unwrap_or(0)),
        FindingKey::Rule(place) => (place, RULE),
    };
    place.saturating_mul(16) | what
}

/// Nothing here reaches 2^32: it all lies in a memory of 32 bits.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
