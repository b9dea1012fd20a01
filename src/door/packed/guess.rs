use crate::engine::FindingKey;
use crate::infer::{self, Range};

use super::{Packed, Teller, key};

impl Packed {
    /// Takes the rules that can no longer pass in the place of all before.
    pub fn early(&mut self, teller: &Teller<'_>) {
        self.clear();
        let rules = infer::early(teller.session);
        self.number(rules.len());
        for rule in rules {
            self.number(key(FindingKey::Rule(rule)));
            let (message, detail) = teller.early_sentence(rule);
            self.text(&message);
            self.optional(Some(&detail));
            self.words.extend([0, 0, 0]);
        }
    }

    /// Takes the values that are left for a field in the place of all before.
    pub fn range(&mut self, range: &Range) {
        self.clear();
        self.optional(range.min.map(|min| min.canonical()).as_deref());
        self.optional(range.max.map(|max| max.canonical()).as_deref());
        self.number(range.places.map_or(0, |places| usize::from(places).saturating_add(1)));
        self.list(&range.because);
    }

    /// Takes what is most probably wrong in the place of all before.
    pub fn repairs(&mut self, teller: &Teller<'_>) {
        self.clear();
        let repairs = infer::repairs(teller.session);
        self.number(repairs.len());
        for repair in repairs {
            self.list(&repair.fields);
            self.number(repair.values.len());
            for (field, text) in &repair.values {
                self.number(*field);
                self.text(text);
            }
            self.text(repair.slip.as_str());
            self.list(&repair.solves);
            self.text(&teller.repair_sentence(&repair));
            self.number(usize::from(repair.confidence));
            self.number(usize::from(repair.proven));
        }
    }
}
