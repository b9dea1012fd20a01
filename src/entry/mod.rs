//! Typed text to a value: figures, dates, choices and numbers with a format, one file each.
//!
//! A reader never guesses: what has one reading is understood, what has two is refused with both.

mod area_code;
mod choice;
mod code;
mod date;
mod format;
mod number;
mod text;

pub use area_code::{AreaCode, AreaLevel, read_area_code};
pub use choice::{read_choice, read_yes_no};
pub use code::Code;
pub use date::{DateProblem, read_date};
pub use format::Format;
pub use number::{Digits, Keyed, NumberSpec, Outcome, Reading, is_canonical, plain, read_number};
pub use text::{half_width, tidy};
