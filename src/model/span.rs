/// A stretch of a source text, in bytes, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The stretch from the start of this one to the end of `other`.
    pub const fn to(self, other: Span) -> Self {
        Self { start: self.start, end: other.end }
    }
}

/// A place that a person can go to in an editor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Position {
    /// The line and column of the byte at `offset` in `source`; an offset past the end is the end.
    pub fn of(source: &str, offset: usize) -> Self {
        let mut before = offset.min(source.len());
        while !source.is_char_boundary(before) {
            before = before.saturating_sub(1);
        }
        let head = source.get(..before).unwrap_or(source);
        let mut place = Self { line: 1, column: 1 };
        for letter in head.chars() {
            if letter == '\n' {
                place = Self { line: place.line.saturating_add(1), column: 1 };
            } else {
                place.column = place.column.saturating_add(1);
            }
        }
        place
    }
}
