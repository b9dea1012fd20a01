use std::fmt;

use super::text::numeral;

/// A day of the Gregorian calendar; the derived order is the order in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, where the calendar has it. Any year from 1 to 9999; what a form takes is its own affair.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let last = days_in(year, month)?;
        let real = (1..=9999).contains(&year) && (1..=last).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// `2024-03-05` (GB/T 7408, ISO 8601).
    pub fn iso(self) -> String {
        let mut text = numeral(usize::from(self.year).saturating_add(10_000));
        text.remove(0);
        for part in [self.month, self.day] {
            text.push_str(if part < 10 { "-0" } else { "-" });
            text.push_str(&numeral(usize::from(part)));
        }
        text
    }
}

fn days_in(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}
