//! Choices from the bytes of an input, front to back, so that a mutation far behind leaves what stands before it.

/// The bytes that are left; once they are used up, every choice is the first.
pub struct Dice<'a>(&'a [u8]);

impl<'a> Dice<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `most`, which is at most 65,536.
    pub fn below(&mut self, most: usize) -> usize {
        let high = if most > 256 { usize::from(self.byte()) << 8 } else { 0 };
        (high | usize::from(self.byte())) % most
    }

    pub fn pick<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }

    /// True in about one case of so many.
    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) + 1 == many
    }

    /// Some of the bytes as text, as many as the next one says.
    pub fn text(&mut self) -> String {
        let length = self.below(24).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}
