use crate::model::Decimal;

/// How a figure may have come to be wrong, or what a repair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// One digit is another.
    Digit,
    /// Two neighbouring digits have changed places.
    Transposition,
    /// A digit was left out.
    MissingDigit,
    /// A digit too many.
    ExtraDigit,
    /// The sign is the wrong one.
    Sign,
    /// The point or the unit: ten times, ten thousand times too large or too small.
    Scale,
    /// Two figures stand in each other's field.
    Swap,
    /// What follows from other figures.
    Derived,
    /// The fewest fields that can be changed so that everything holds.
    Minimal,
}

impl Slip {
    /// The public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Digit => "digit",
            Self::Transposition => "transposition",
            Self::MissingDigit => "missing-digit",
            Self::ExtraDigit => "extra-digit",
            Self::Sign => "sign",
            Self::Scale => "scale",
            Self::Swap => "swap",
            Self::Derived => "derived",
            Self::Minimal => "minimal",
        }
    }
}

/// The most by which a point slips: from 元 to 亿元.
const FARTHEST: i8 = 8;

/// A figure that could have been meant, by which slip, and how seldom that happens: the lower, the likelier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) value: Decimal,
    pub(super) slip: Slip,
    pub(super) rarity: u32,
}

/// How `typed` could have come from `meant` by one slip, its digits aligned as a person would (optimal string alignment).
#[inline(never)]
pub(super) fn between(typed: Decimal, meant: Decimal) -> Option<Meant> {
    if typed == meant || typed.is_zero() {
        return None;
    }
    let (have, want) = (typed.canonical(), meant.canonical());
    let (slip, rarity) = if typed.neg() == meant {
        (Slip::Sign, 10)
    } else {
        match power_between(typed, meant, &have, &want) {
            Some(power) => (Slip::Scale, point_rarity(power)),
            None => aligned(have.as_bytes(), want.as_bytes())?,
        }
    };
    Some(Meant { value: meant, slip, rarity })
}

/// By how many places the point differs, where nothing else does.
fn power_between(typed: Decimal, meant: Decimal, have: &str, want: &str) -> Option<i8> {
    let digits = |text: &'_ str| text.bytes().filter(|byte| (b'1'..=b'9').contains(byte)).fold(0, mixed);
    if digits(have) != digits(want) {
        return None;
    }
    (-FARTHEST..FARTHEST.wrapping_add(1)).find(|power| typed.shift(*power) == Some(meant))
}

/// A number for the digits so far and one more, mostly another for others.
fn mixed(so_far: u32, byte: u8) -> u32 {
    so_far.wrapping_mul(31).wrapping_add(byte.into())
}

fn point_rarity(power: i8) -> u32 {
    match power {
        -4 => 12,
        4 | 1 | -1 => 16,
        2 | -2 => 20,
        3 | -3 => 30,
        _ => 45,
    }
}

/// The one step by which two texts differ, where it is one.
fn aligned(have: &[u8], want: &[u8]) -> Option<(Slip, u32)> {
    let mut front = 0_usize;
    while front < have.len() && have.get(front) == want.get(front) {
        front = front.saturating_add(1);
    }
    let (mut have_end, mut want_end) = (have.len(), want.len());
    while have_end.min(want_end) > front && have.get(have_end.wrapping_sub(1)) == want.get(want_end.wrapping_sub(1)) {
        (have_end, want_end) = (have_end.wrapping_sub(1), want_end.wrapping_sub(1));
    }
    let (left, right) = (have.get(front..have_end)?, want.get(front..want_end)?);
    if left.iter().chain(right).any(|letter| !letter.is_ascii_digit()) {
        return None;
    }
    match (left, right) {
        ([_], [_]) => Some((Slip::Digit, 20)),
        ([a, b], [c, d]) if a == d && b == c => Some((Slip::Transposition, 14)),
        ([], [added]) => Some((Slip::MissingDigit, if doubled(want, front, *added) { 20 } else { 24 })),
        ([added], []) => Some((Slip::ExtraDigit, if doubled(have, front, *added) { 18 } else { 24 })),
        _ => None,
    }
}

/// Whether a digit stands beside another of its kind.
fn doubled(text: &[u8], at: usize, digit: u8) -> bool {
    text.get(at.wrapping_sub(1)) == Some(&digit) || text.get(at.saturating_add(1)) == Some(&digit)
}

/// Every allowed figure from which `typed` could have come by one slip, of a digit only where asked for; each once, as the
/// likeliest of its slips, the likeliest first.
pub(super) fn every(typed: Decimal, with_digits: bool, is_allowed: &dyn Fn(Decimal) -> bool) -> Vec<Meant> {
    let mut found: Vec<Meant> = Vec::new();
    let mut try_one = |value: Option<Decimal>| {
        let is_new = |value: &Decimal| is_allowed(*value) && found.iter().all(|known| known.value != *value);
        if let Some(meant) = value.filter(is_new).and_then(|value| between(typed, value)) {
            note(&mut found, meant);
        }
    };
    let text = typed.canonical().into_bytes();
    let places = if with_digits { text.len().saturating_add(1) } else { 0 };
    for at in 0..places {
        for edit in 0..22 {
            try_one(str::from_utf8(&edited(&text, at, edit)).ok().and_then(Decimal::parse));
        }
    }
    for power in -FARTHEST..FARTHEST.wrapping_add(1) {
        try_one(typed.shift(power));
    }
    try_one(Some(typed.neg()));
    found
}

/// The text with one of ten digits put in, or in the place of another, or with one left out, or two exchanged.
fn edited(text: &[u8], at: usize, edit: u8) -> Vec<u8> {
    let mut text = text.to_vec();
    let digit = b'0'.wrapping_add(edit.wrapping_rem(10));
    match (edit, text.get_mut(at..)) {
        (0..10, _) => text.insert(at, digit),
        (10..20, Some([here, ..])) => *here = digit,
        (20, Some([_, ..])) => drop(text.remove(at)),
        (21, Some([here, next, ..])) => std::mem::swap(here, next),
        _ => {}
    }
    text
}

/// Puts one in its place, the likeliest first.
#[inline(never)]
pub(super) fn note(found: &mut Vec<Meant>, meant: Meant) {
    let at = found.partition_point(|other| other.rarity <= meant.rarity);
    found.insert(at, meant);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(typed: &str, meant: &str) -> Option<Slip> {
        between(Decimal::parse(typed).unwrap_or_default(), Decimal::parse(meant).unwrap_or_default()).map(|it| it.slip)
    }

    #[test]
    fn slips_are_told_apart() {
        assert_eq!(slip("753", "735"), Some(Slip::Transposition));
        assert_eq!(slip("735", "785"), Some(Slip::Digit));
        assert_eq!(slip("735", "7350"), Some(Slip::Scale));
        assert_eq!(slip("735", "7315"), Some(Slip::MissingDigit));
        assert_eq!(slip("7355", "735"), Some(Slip::ExtraDigit));
        assert_eq!(slip("0.9548", "95.48"), Some(Slip::Scale));
        assert_eq!(slip("-12", "12"), Some(Slip::Sign));
        assert_eq!(slip("123", "321"), None);
    }

    #[test]
    fn whatever_is_found_is_one_slip_away() {
        let typed = Decimal::parse("1203.5").unwrap_or_default();
        let found = every(typed, true, &|_| true);
        assert!(found.len() > 100);
        assert!(found.iter().all(|meant| between(typed, meant.value).is_some()));
    }
}
