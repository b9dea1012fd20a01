//! Balanced rounding (舍位平衡): parts shown in a larger unit that still make their total, by the largest remainder.

use std::cmp::Ordering;

use super::decimal::Decimal;
use super::exact::{ArithmeticError, Exact};
use super::rounding::Rounding;

/// Why parts cannot be balanced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbalanced {
    /// TOTAL_MISMATCH: the parts do not make the total. No rounding may hide that.
    TotalMismatch,
    /// A figure is beyond what can be computed exactly.
    TooLarge,
}

impl From<ArithmeticError> for Unbalanced {
    fn from(_: ArithmeticError) -> Self {
        Self::TooLarge
    }
}

/// The total to `places` digits behind the point (0 to 12), half up, and the parts rounded so that they make exactly that.
///
/// # Errors
/// [`Unbalanced::TotalMismatch`] unless `total` is the exact sum of the parts.
pub fn balance(parts: &[Exact], total: Exact, places: u8) -> Result<(Decimal, Vec<Decimal>), Unbalanced> {
    let sum = parts.iter().try_fold(Exact::ZERO, |so_far, part| so_far.add(*part))?;
    if sum.compare(total)?.is_ne() {
        return Err(Unbalanced::TotalMismatch);
    }
    let target = total.round(signed(places), Rounding::HalfUp)?;
    Ok((target, balance_to(parts, target, places)?))
}

/// The parts to `places` digits behind the point, so that they make `target`: the total as it is shown, or, of a part that has
/// parts itself, that part as it is shown. Each is cut down to the digits shown; what is then missing goes, one last digit each,
/// to the parts of which most was cut off; among equals to the larger in size, then to the earlier.
///
/// # Errors
/// [`Unbalanced::TotalMismatch`] where no part need move by less than one last digit to make the target.
pub fn balance_to(parts: &[Exact], target: Decimal, places: u8) -> Result<Vec<Decimal>, Unbalanced> {
    let mut shown = Vec::with_capacity(parts.len());
    for part in parts {
        shown.push(cut_down(*part, places)?);
    }
    loop {
        let (mut missing, mut most, mut next) = (Exact::from(target), Exact::ZERO, None);
        for (part, cut) in parts.iter().zip(&mut shown) {
            missing = missing.sub(Exact::from(*cut))?;
            let rest = part.sub(Exact::from(*cut))?;
            let larger = |(other, _): &(Exact, _)| part.abs().compare(other.abs()).is_ok_and(Ordering::is_gt);
            match rest.compare(most)? {
                Ordering::Greater => (most, next) = (rest, Some((*part, cut))),
                Ordering::Equal if next.as_ref().is_some_and(larger) => next = Some((*part, cut)),
                _ => {}
            }
        }
        if missing.is_zero() {
            return Ok(shown);
        }
        let (_, cut) = next.filter(|_| !missing.is_negative()).ok_or(Unbalanced::TotalMismatch)?;
        *cut = cut.checked_add(Decimal::small(1, places)).ok_or(Unbalanced::TooLarge)?;
    }
}

/// A part cut down to the digits shown, towards minus infinity.
fn cut_down(part: Exact, places: u8) -> Result<Decimal, Unbalanced> {
    let near = part.round(signed(places), Rounding::HalfUp)?;
    if part.sub(near.into())?.is_negative() {
        return near.checked_sub(Decimal::small(1, places)).ok_or(Unbalanced::TooLarge);
    }
    Ok(near)
}

fn signed(places: u8) -> i8 {
    i8::try_from(places).unwrap_or(i8::MAX)
}
