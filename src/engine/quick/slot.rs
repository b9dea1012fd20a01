//! The figures of the short way: two machine words each, exact or not at all.

use std::cmp::Ordering;

use crate::entry::Digits;
use crate::formula::BinaryOperator;
use crate::model::{Decimal, Rounding, WhyUndefined};

use super::super::answer::{AnswerState, AnswerValue};
use super::super::evaluate::holds;
use super::super::state::{FieldState, MetricState};

/// What a field, a metric or a part of a formula gives.
///
/// A number is `top` / (`under` × 10^`places`): `rest` holds `under`, below 2^55, above the eight bits of `places`. With an
/// `under` of nought, these eight bits say what else it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    top: i64,
    rest: u64,
}

/// A number taken apart.
#[derive(Clone, Copy)]
struct Number {
    top: i64,
    under: i64,
    places: u8,
}

impl Slot {
    /// No.
    pub const FALSE: Self = Self::no_number(0);
    /// Yes.
    pub const TRUE: Self = Self::no_number(1);
    /// A value that only the long way can compute with.
    pub const VALUED: Self = Self::no_number(2);
    // What is lacking, the weightiest last, as in `evaluate`.
    /// A divisor is nought.
    pub const UNDEFINED: Self = Self::no_number(3);
    /// An operand is blank.
    pub const WAITING: Self = Self::no_number(4);
    /// An operand is not on the form.
    pub const ABSENT: Self = Self::no_number(5);
    /// Only the long way can say; outweighs all, so that nothing is said too early.
    pub const UNKNOWN: Self = Self::no_number(6);

    const fn no_number(what: u64) -> Self {
        Self { top: 0, rest: what }
    }

    #[inline(always)]
    pub const fn truth(truth: bool) -> Self {
        if truth { Self::TRUE } else { Self::FALSE }
    }

    /// What a field says.
    #[inline]
    pub fn of_field(field: &FieldState) -> Self {
        match &field.answer.value {
            _ if !field.counts => Self::ABSENT,
            Some(AnswerValue::Number(number)) => Self::of(*number),
            Some(AnswerValue::Truth(truth)) => Self::truth(*truth),
            Some(_) => Self::VALUED,
            None if field.answer.state == AnswerState::NotApplicable => Self::ABSENT,
            None => Self::WAITING,
        }
    }

    /// What a metric gives.
    pub fn of_metric(state: &MetricState) -> Self {
        match state {
            MetricState::Value(value) => Self::of(*value),
            MetricState::Waiting(_) => Self::WAITING,
            MetricState::Undefined(WhyUndefined::ZeroDivisor, _) => Self::UNDEFINED,
            MetricState::Undefined(WhyUndefined::TooLarge, _) => Self::UNKNOWN,
            MetricState::Absent => Self::ABSENT,
        }
    }

    /// A figure of bare digits.
    #[inline(always)]
    pub fn of_digits(figure: Digits) -> Self {
        Self { top: figure.digits, rest: 256 | u64::from(figure.places) }
    }

    /// A number; one that does not fit is [`Slot::VALUED`].
    #[inline]
    pub fn of(number: Decimal) -> Self {
        match i64::try_from(number.mantissa()) {
            Ok(top) => Self { top, rest: 256 | u64::from(number.scale()) },
            Err(_) => Self::VALUED,
        }
    }

    #[inline(always)]
    fn number(self) -> Option<Number> {
        let [places, ..] = self.rest.to_le_bytes();
        let under = i64::try_from(self.rest >> 8).unwrap_or(0);
        if under == 0 { None } else { Some(Number { top: self.top, under, places }) }
    }

    /// The figure rounded to the places of a metric, where this is one that the short way can round.
    #[inline]
    pub fn rounded(self, places: u8, way: Rounding) -> Option<Decimal> {
        let rounded = self.number()?.rounded(places, way)?;
        Some(Decimal::small(rounded.top, rounded.places))
    }

    /// `times` / `over`, neither of them nought.
    pub fn ratio(times: u64, over: u64) -> Self {
        let number = |times: u64, over: u64| {
            Number { top: i64::try_from(times).ok()?, under: i64::try_from(over).ok()?, places: 0 }.slot()
        };
        number(times, over).unwrap_or(Self::UNKNOWN)
    }

    /// What is lacking stays so; a value that does not fit its place is the long way's.
    #[inline]
    pub fn lacking(self) -> Self {
        if self.weight() < Self::UNDEFINED.rest { Self::UNKNOWN } else { self }
    }

    /// Whether there is no value, the way `ISBLANK` asks.
    pub fn is_blank(self) -> Self {
        match self {
            Self::ABSENT | Self::UNKNOWN => self,
            _ => Self::truth(self.weight() >= Self::UNDEFINED.rest),
        }
    }

    /// The number rounded to so many places.
    pub fn round(self, places: i8, way: Rounding) -> Self {
        let rounded = |number: Number| number.rounded(u8::try_from(places).ok()?, way)?.slot();
        self.number().map_or(self.lacking(), |number| rounded(number).unwrap_or(Self::UNKNOWN))
    }

    /// The smaller of two numbers, or the larger; the first where they are the same.
    pub fn extreme(self, next: Self, larger: bool) -> Self {
        match next.binary(BinaryOperator::Less, self) {
            Self::TRUE | Self::FALSE if self.number().is_none() => Self::UNKNOWN,
            Self::TRUE if !larger => next,
            Self::FALSE if larger => next,
            Self::TRUE | Self::FALSE => self,
            lack => lack,
        }
    }

    /// Two operands joined.
    #[inline(always)]
    pub fn binary(self, operator: BinaryOperator, right: Self) -> Self {
        if self.rest == right.rest && self.rest >= 256 {
            return self.alike(operator, right);
        }
        match (self.number(), right.number()) {
            (Some(left), Some(right)) => arithmetic(operator, left, right).unwrap_or(Self::UNKNOWN),
            _ => logic(operator, self, right),
        }
    }

    /// Two numbers in like parts: mostly two whole ones, and a formula mostly compares or adds.
    #[inline(always)]
    fn alike(self, operator: BinaryOperator, right: Self) -> Self {
        let top = match operator {
            BinaryOperator::Add => self.top.checked_add(right.top),
            BinaryOperator::Subtract => self.top.checked_sub(right.top),
            BinaryOperator::Multiply | BinaryOperator::Divide => {
                let numbers = self.number().zip(right.number());
                return numbers.and_then(|(left, right)| arithmetic(operator, left, right)).unwrap_or(Self::UNKNOWN);
            }
            comparison => return Self::truth(holds(comparison, self.top.cmp(&right.top))),
        };
        top.map_or(Self::UNKNOWN, |top| Self { top, ..self })
    }

    #[inline]
    fn weight(self) -> u64 {
        if self.rest < 256 { self.rest } else { Self::VALUED.rest }
    }

    /// The number with the other sign.
    pub fn negated(self) -> Self {
        let negated = |number: Number| Number { top: number.top.checked_neg()?, ..number }.slot();
        self.number().map_or(self.lacking(), |number| negated(number).unwrap_or(Self::UNKNOWN))
    }

    /// The number without its sign.
    pub fn absolute(self) -> Self {
        match self.number() {
            Some(number) if number.top >= 0 => self,
            _ => self.negated(),
        }
    }
}

impl Number {
    /// Packed again, where it still fits.
    #[inline]
    fn slot(self) -> Option<Slot> {
        let under = u64::try_from(self.under).ok()?;
        let fits = under != 0 && under < 1 << 55;
        fits.then_some(Slot { top: self.top, rest: (under << 8) | u64::from(self.places) })
    }

    fn add(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let (left, right) = (self.raised(places)?, other.raised(places)?);
        // Quotients are mostly rounded before anything else is done with them; the rest is the long way's.
        let alike = self.under == other.under;
        if alike { Some(Self { top: left.checked_add(right)?, under: self.under, places }) } else { None }
    }

    fn multiply(self, other: Self) -> Option<Self> {
        let (top, under) = (times(self.top, other.top)?, times(self.under, other.under)?);
        Some(Self { top, under, places: self.places.checked_add(other.places)? })
    }

    /// `other` is not nought.
    fn divide(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let top = times(self.raised_by(places.wrapping_sub(self.places))?, other.under)?;
        let under = times(self.under, other.top.checked_abs()?)?;
        let top = if other.top < 0 { top.checked_neg()? } else { top };
        Some(Self { top, under, places: places.wrapping_sub(other.places) })
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        let places = self.places.max(other.places);
        let (left, right) = (self.raised(places)?, other.raised(places)?);
        Some(times(left, other.under)?.cmp(&times(right, self.under)?))
    }

    /// The top over so many places, which are not fewer than it has.
    #[inline]
    fn raised(self, places: u8) -> Option<i64> {
        self.raised_by(places.wrapping_sub(self.places))
    }

    #[inline]
    fn raised_by(self, power: u8) -> Option<i64> {
        if power == 0 { Some(self.top) } else { times(self.top, Decimal::power_of_ten(power)?) }
    }

    fn rounded(self, places: u8, way: Rounding) -> Option<Self> {
        if self.under == 1 && self.places <= places {
            return Some(self);
        }
        let (more, fewer) = (places.saturating_sub(self.places), self.places.saturating_sub(places));
        let size = self.raised_by(more)?.unsigned_abs();
        let under = times(self.under, Decimal::power_of_ten(fewer)?)?.unsigned_abs();
        let (kept, rest) = (size.checked_div(under)?, size.checked_rem(under)?);
        let up = way.goes_up(rest.checked_mul(2)?.cmp(&under), kept & 1 == 1);
        let kept = i64::try_from(kept.checked_add(u64::from(up))?).ok()?;
        Some(Self { top: if self.top < 0 { kept.wrapping_neg() } else { kept }, under: 1, places })
    }
}

#[inline]
#[cfg_attr(speed, optimize(speed))]
fn arithmetic(operator: BinaryOperator, left: Number, right: Number) -> Option<Slot> {
    match operator {
        BinaryOperator::Add => left.add(right)?.slot(),
        BinaryOperator::Subtract => left.add(Number { top: right.top.checked_neg()?, ..right })?.slot(),
        BinaryOperator::Multiply => left.multiply(right)?.slot(),
        BinaryOperator::Divide if right.top == 0 => Some(Slot::UNDEFINED),
        BinaryOperator::Divide => left.divide(right)?.slot(),
        comparison => Some(Slot::truth(holds(comparison, left.compare(right)?))),
    }
}

fn logic(operator: BinaryOperator, left: Slot, right: Slot) -> Slot {
    let heavier = if right.weight() > left.weight() { right } else { left };
    if heavier.weight() > Slot::TRUE.rest {
        return heavier.lacking();
    }
    let (left, right) = (left == Slot::TRUE, right == Slot::TRUE);
    Slot::truth(match operator {
        BinaryOperator::And => left && right,
        BinaryOperator::Or => left || right,
        BinaryOperator::Unequal => left != right,
        _ => left == right,
    })
}

/// The product. Wasm multiplies 64 bits unchecked in one instruction and checked in a hundred.
fn times(left: i64, right: i64) -> Option<i64> {
    match (i32::try_from(left), i32::try_from(right)) {
        (Ok(_), Ok(_)) => Some(left.wrapping_mul(right)),
        _ => left.checked_mul(right),
    }
}
