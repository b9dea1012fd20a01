//! What a portal may know of a pack.

use crate::engine::{Printer, View};
use crate::model::{Decimal, Locale};
use crate::pack::{Field, FieldKind, Figure, Metric, Picture, Plan, Rule, Sum, UnitName};

use super::super::tell::choices;
use super::Packed;

impl Packed {
    /// Takes what a portal may know of a pack in the place of all before.
    pub fn info(&mut self, plan: &Plan, locale: Locale) {
        self.clear();
        [&plan.id, &plan.version, &plan.hash].into_iter().for_each(|piece| self.text(piece));
        self.text(plan.title.get(locale));
        self.number(plan.fields.len());
        plan.fields.iter().for_each(|field| self.field_info(field, plan, locale));
        self.number(plan.metrics.len());
        plan.metrics.iter().for_each(|metric| self.metric_info(metric, plan, locale));
        self.number(plan.rules.len());
        plan.rules.iter().for_each(|rule| self.rule_info(rule, plan, locale));
        self.number(plan.sections.len());
        for section in &plan.sections {
            self.pair(&section.id, section.label.get(locale));
            self.section(section.within, plan);
        }
        self.number(plan.reasons.least);
        self.number(plan.reasons.offers.len());
        plan.reasons.offers.iter().for_each(|offer| self.text(offer.get(locale)));
    }

    fn field_info(&mut self, field: &Field, plan: &Plan, locale: Locale) {
        self.pair(&field.id, field.label.get(locale));
        self.placed(field.unit.as_ref(), field.section, plan, locale);
        self.text(field.kind.name());
        self.number(usize::from(field.required));
        self.texts(&field.aliases);
        let choices = choices(field);
        self.number(choices.len());
        choices.iter().for_each(|choice| self.pair(&choice.value, choice.label.get(locale)));
        self.field_id(field.last_of, plan);
        self.optional(field.note.as_ref().map(|note| note.get(locale)));
        self.number(usize::from(field.in_words));
        let FieldKind::Number { min, max, plausible, places, .. } = &field.kind else {
            return self.words.extend([0; 5]);
        };
        let usual = plausible.as_ref();
        self.limit(min.as_ref());
        self.limit(max.as_ref());
        self.limit(usual.map(|ends| &ends.0));
        self.limit(usual.map(|ends| &ends.1));
        self.number(places.map_or(0, |digits| usize::from(digits).saturating_add(1)));
    }

    fn limit(&mut self, limit: Option<&Decimal>) {
        self.optional(limit.map(|limit| limit.canonical()).as_deref());
    }

    fn metric_info(&mut self, metric: &Metric, plan: &Plan, locale: Locale) {
        self.pair(&metric.id, metric.label.get(locale));
        self.placed(metric.unit.as_ref(), metric.section, plan, locale);
        self.optional(metric.picture.map(Picture::as_str));
        self.metric_id(metric.last_of, plan);
        match metric.change_of {
            Some(Figure::Field(place)) => self.field_id(Some(place), plan),
            Some(Figure::Metric(place)) => self.metric_id(Some(place), plan),
            None => self.number(0),
        }
    }

    fn rule_info(&mut self, rule: &Rule, plan: &Plan, locale: Locale) {
        let printer = Printer { view: View::of(plan), locale };
        self.pair(&rule.id, &printer.labels(&rule.assert, rule.assert.root()));
        self.text(rule.severity.as_str());
        self.sum_info(rule.sum.as_ref(), plan);
    }

    /// The total of a sum and its parts, by id.
    fn sum_info(&mut self, sum: Option<&Sum>, plan: &Plan) {
        let Some(sum) = sum else { return self.number(0) };
        self.field_id(Some(sum.total), plan);
        self.number(sum.parts.len());
        for (part, _) in &sum.parts {
            self.text(plan.fields.get(*part).map_or("", |field| &field.id));
        }
    }

    fn placed(&mut self, unit: Option<&UnitName>, section: Option<usize>, plan: &Plan, locale: Locale) {
        self.optional(unit.map(|unit| unit.get(locale)));
        self.section(section, plan);
    }

    fn section(&mut self, place: Option<usize>, plan: &Plan) {
        self.optional(place.and_then(|place| plan.sections.get(place)).map(|section| section.id.as_str()));
    }

    fn field_id(&mut self, place: Option<usize>, plan: &Plan) {
        self.optional(place.and_then(|place| plan.fields.get(place)).map(|field| field.id.as_str()));
    }

    fn metric_id(&mut self, place: Option<usize>, plan: &Plan) {
        self.optional(place.and_then(|place| plan.metrics.get(place)).map(|metric| metric.id.as_str()));
    }
}
