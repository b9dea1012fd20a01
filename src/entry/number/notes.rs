//! What is said about a figure while it is read.

use crate::entry::Code;
use crate::model::Decimal;

/// Handed down through all readers, so that each of them returns no more than a number or the code of its refusal.
#[derive(Default)]
pub struct Notes {
    /// Notices, in the order in which they arose. A refusal makes them void.
    pub codes: Vec<Code>,
    /// Values to choose from, the most likely first. Whoever offers one refuses the text.
    pub candidates: Vec<Decimal>,
    /// Whether 万 or 亿, or in front of Arabic digits any power, was multiplied out.
    pub magnified: bool,
}

impl Notes {
    /// Takes a notice down.
    #[inline(never)]
    pub fn say(&mut self, code: Code) {
        self.codes.push(code);
    }

    /// Offers two readings of the text, as far as they can be written down.
    #[inline(never)]
    pub fn offer(&mut self, likely: Option<Decimal>, other: Option<Decimal>) {
        self.candidates.extend(likely);
        self.candidates.extend(other);
    }
}
