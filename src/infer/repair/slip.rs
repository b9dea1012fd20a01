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
pub(super) fn between(typed: Decimal, meant: Decimal) -> Option<Meant> {
    let one = |slip, rarity| Some(Meant { value: meant, slip, rarity });
    if typed == meant || typed.is_zero() {
        return None;
    }
    if typed.neg() == meant {
        return one(Slip::Sign, 10);
    }
    let (have, want) = (typed.to_string(), meant.to_string());
    if bare(&have) == bare(&want) {
        for power in 1..=FARTHEST {
            for power in [power, power.saturating_neg()] {
                if typed.shift(power) == Some(meant) {
                    return one(Slip::Scale, point_rarity(power));
                }
            }
        }
    }
    aligned(have.as_bytes(), want.as_bytes()).and_then(|(slip, rarity)| one(slip, rarity))
}

/// The digits without the noughts at either end: whoever shares them may differ by the point.
fn bare(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
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
    let same = |(one, other): &(&u8, &u8)| one == other;
    let front = have.iter().zip(want).take_while(same).count();
    let shorter = have.len().min(want.len()).saturating_sub(front);
    let back = have.iter().rev().zip(want.iter().rev()).take_while(same).count().min(shorter);
    let middle = |text: &'_ [u8]| text.get(front..text.len().saturating_sub(back)).unwrap_or(&[]).to_vec();
    let (have_middle, want_middle) = (middle(have), middle(want));
    if have_middle.iter().chain(&want_middle).any(|letter| !letter.is_ascii_digit()) {
        return None;
    }
    match (have_middle.as_slice(), want_middle.as_slice()) {
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

/// Every figure from which `typed` could have come by one slip, of a digit only where asked for; each once, as the likeliest
/// of its slips.
pub(super) fn every(typed: Decimal, with_digits: bool) -> Vec<Meant> {
    let text = typed.to_string().into_bytes();
    let mut texts = Vec::new();
    let digits = b"0123456789";
    let places = if with_digits { text.len().saturating_add(1) } else { 0 };
    for at in 0..places {
        let (before, after) = text.split_at(at);
        for digit in digits {
            texts.push([before, &[*digit], after].concat());
            if let [_, rest @ ..] = after {
                texts.push([before, &[*digit], rest].concat());
            }
        }
        if let [_, rest @ ..] = after {
            texts.push([before, rest].concat());
        }
        if let [one, other, rest @ ..] = after {
            texts.push([before, &[*other, *one], rest].concat());
        }
    }
    let mut found: Vec<Meant> = Vec::new();
    let mut note = |meant: Option<Decimal>| {
        let meant = meant.filter(|meant| found.iter().all(|known| known.value != *meant));
        found.extend(meant.and_then(|meant| between(typed, meant)));
    };
    for text in texts {
        note(str::from_utf8(&text).ok().and_then(Decimal::parse));
    }
    for power in 1..=FARTHEST {
        note(typed.shift(power));
        note(typed.shift(power.saturating_neg()));
    }
    note(Some(typed.neg()));
    found
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
        let found = every(typed, true);
        assert!(found.len() > 100);
        assert!(found.iter().all(|meant| between(typed, meant.value).is_some()));
    }
}
