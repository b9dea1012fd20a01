//! Early verdicts, ranges and repairs to the public shapes.

use crate::infer;
use crate::message::{self, RepairNote};
use crate::model::Decimal;

use super::tell::{Teller, choices};
use super::wire::{Finding, Percent, Range, Record, Repair};

impl Teller<'_> {
    /// A rule that can no longer pass.
    pub(super) fn early(&self, place: usize) -> Finding {
        let (message, detail) = self.early_sentence(place);
        Finding { message, detail: Some(detail), ..self.rule_finding(place) }
    }

    /// What is said of a rule that can no longer pass, and its comparison in numbers.
    pub(super) fn early_sentence(&self, place: usize) -> (String, String) {
        let Some(rule) = self.plan().rules.get(place) else { return Default::default() };
        let printed = self.printer().print(&rule.assert);
        let blanks = self.session.rule_waits_for(place);
        (message::early(self.locale, &printed.formula, &self.labels(&blanks)), printed.substituted)
    }

    /// Which values the other answers still allow for the field `id`.
    pub fn range(&self, id: &str) -> Option<Range> {
        let range = infer::range(self.session, self.plan().field(id)?)?;
        let step = range.places.map(|places| Decimal::small(1, places));
        let text = |end: Option<Decimal>| end.map(|end| end.canonical());
        Some(Range {
            min: text(range.min),
            max: text(range.max),
            step: step.map_or_else(|| "any".to_owned(), |step| step.canonical()),
            because: self.rule_ids(&range.because),
        })
    }

    /// What is most probably wrong, best first.
    pub fn repairs(&self) -> Vec<Repair> {
        infer::repairs(self.session).iter().map(|repair| self.repair(repair)).collect()
    }

    fn labels(&self, places: &[usize]) -> Vec<&str> {
        let mut labels = Vec::new();
        for place in places {
            if let Some(field) = self.plan().fields.get(*place) {
                labels.push(field.label.get(self.locale));
            }
        }
        labels
    }

    fn rule_ids(&self, places: &[usize]) -> Vec<String> {
        places.iter().filter_map(|place| self.plan().rules.get(*place)).map(|rule| rule.id.clone()).collect()
    }

    fn repair(&self, repair: &infer::Repair) -> Repair {
        let id = |place: &usize| self.plan().fields.get(*place).map(|field| field.id.clone());
        let values = repair.values.iter().filter_map(|(place, text)| Some((id(place)?, text.clone())));
        Repair {
            fields: self.field_ids(&repair.fields),
            values: Record(values.collect()),
            kind: repair.slip.as_str(),
            solves: self.rule_ids(&repair.solves),
            message: self.repair_sentence(repair),
            confidence: Percent(repair.confidence),
            proven: repair.proven,
        }
    }

    #[inline(never)]
    pub(super) fn repair_sentence(&self, repair: &infer::Repair) -> String {
        let field = |place: &usize| self.plan().fields.get(*place);
        let labels = self.labels(&repair.fields);
        let first = repair.fields.first().copied().unwrap_or(usize::MAX);
        let unit = field(&first).and_then(|field| field.unit.as_ref());
        let value = |text: &str| {
            Decimal::parse(text).map_or_else(
                || self.choice_label(first, text),
                |number| self.printer().with_unit(self.printer().number(number, unit), unit),
            )
        };
        let meant = repair.values.first().map(|(_, text)| value(text));
        let is_blank = self.session.answer(first).is_none_or(|answer| answer.value.is_none());
        message::repair(
            self.locale,
            repair.slip.as_str(),
            &RepairNote {
                labels: &labels,
                typed: &if is_blank { String::new() } else { self.printer().field(first) },
                meant: meant.as_deref(),
                solved: repair.solves.len(),
                is_proven: repair.proven,
            },
        )
    }

    /// A choice as people read it.
    fn choice_label(&self, place: usize, text: &str) -> String {
        let choices = self.plan().fields.get(place).map_or(&[][..], choices);
        match choices.iter().find(|choice| choice.value == text) {
            Some(choice) => choice.label.get(self.locale).to_owned(),
            None => self.printer().truth(text == "true").to_owned(),
        }
    }
}
