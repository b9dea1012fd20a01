use super::ratio::Ratio;

/// Variables and their factors, by variable, no factor nought: a sum of multiples of variables. Its constant, where it has one, is
/// the factor of [`UNIT`].
pub(super) type Terms = Vec<(usize, Ratio)>;

/// In the place of a variable: it is always one.
pub(super) const UNIT: usize = usize::MAX;

#[inline(never)]
pub(super) fn constant(number: &Ratio) -> Terms {
    if number.is_zero() { Vec::new() } else { vec![(UNIT, *number)] }
}

/// The number that a sum without variables is.
#[inline(never)]
pub(super) fn as_constant(terms: &[(usize, Ratio)]) -> Option<&Ratio> {
    match terms {
        [] => Some(&Ratio::ZERO),
        [(UNIT, constant)] => Some(constant),
        _ => None,
    }
}

pub(super) fn times(terms: &[(usize, Ratio)], factor: &Ratio) -> Terms {
    combined(&[], terms, factor)
}

/// Whether a factor is lost.
pub(super) fn are_lost(terms: &[(usize, Ratio)]) -> bool {
    terms.iter().any(|term| term.1.is_lost())
}

/// `left` and `factor` times `right`, without what cancels out.
#[inline(never)]
pub(super) fn combined(left: &[(usize, Ratio)], right: &[(usize, Ratio)], factor: &Ratio) -> Terms {
    let mut out = left.to_vec();
    if factor.is_zero() {
        return out;
    }
    let mut at = 0_usize;
    for (variable, more) in right {
        let more = more.mul(factor);
        while out.get(at).is_some_and(|term| term.0 < *variable) {
            at = at.saturating_add(1);
        }
        match out.get_mut(at) {
            Some(term) if term.0 == *variable => {
                term.1 = term.1.add(&more);
                if term.1.is_zero() {
                    out.remove(at);
                }
            }
            _ => out.insert(at, (*variable, more)),
        }
    }
    out
}

/// The factor of a variable, where it has one.
#[inline(never)]
pub(super) fn factor(terms: &[(usize, Ratio)], variable: usize) -> Option<&Ratio> {
    terms.iter().find(|term| term.0 == variable).map(|term| &term.1)
}
