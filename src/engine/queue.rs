/// Places that wait for their turn, each once, the lowest first.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// A bit a place.
    bits: Vec<u64>,
    waiting: usize,
    /// No word before this one has a bit set.
    from: usize,
}

impl Queue {
    /// Room for so many places.
    pub(super) fn of(places: usize) -> Self {
        Self { bits: vec![0; places.div_ceil(64)], waiting: 0, from: 0 }
    }

    /// Lets a place wait.
    #[inline(always)]
    pub(super) fn put(&mut self, place: usize) {
        let (word, bit) = (place >> 6, 1 << (place & 63));
        if let Some(bits) = self.bits.get_mut(word)
            && *bits & bit == 0
        {
            *bits |= bit;
            self.from = if self.waiting == 0 { word } else { self.from.min(word) };
            self.waiting = self.waiting.saturating_add(1);
        }
    }

    /// The lowest place, which waits no longer.
    #[inline(always)]
    pub(super) fn pop(&mut self) -> Option<usize> {
        if self.waiting == 0 {
            return None;
        }
        loop {
            let bits = self.bits.get_mut(self.from)?;
            if *bits != 0 {
                let place = (self.from << 6) | usize::try_from(bits.trailing_zeros()).ok()?;
                *bits &= bits.wrapping_sub(1);
                self.waiting = self.waiting.saturating_sub(1);
                return Some(place);
            }
            self.from = self.from.saturating_add(1);
        }
    }
}
