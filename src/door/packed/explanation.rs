//! Why a field, metric or rule says what it says.

use super::super::wire::{Explanation, SumReport};
use super::Packed;

impl Packed {
    /// Takes an explanation in the place of all before.
    pub fn explanation(&mut self, told: &Explanation) {
        self.clear();
        let pieces = [&told.id, &told.label, &told.formula, &told.substituted, &told.result, &told.text];
        pieces.into_iter().for_each(|piece| self.text(piece));
        self.number(told.operands.len());
        for operand in &told.operands {
            self.pair(&operand.id, &operand.label);
            self.optional(operand.value.as_deref());
            self.optional(operand.unit.as_deref());
        }
        self.optional(told.source.as_deref());
        match &told.sum {
            Some(sum) => self.sum(sum),
            None => self.number(0),
        }
        self.number(told.passes.map_or(0, |passes| if passes { 2 } else { 1 }));
    }

    fn sum(&mut self, sum: &SumReport) {
        self.optional(Some(&sum.total));
        self.texts(&sum.parts);
        self.optional(sum.difference.as_deref());
        self.text(&sum.text);
        let Some(shown) = &sum.shown else { return self.number(0) };
        self.optional(Some(&shown.total));
        self.texts(&shown.parts);
        self.text(&shown.unit);
    }
}
