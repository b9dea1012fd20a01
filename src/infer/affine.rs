use super::ratio::Ratio;

/// Variables and their factors, by variable, no factor nought.
pub(super) type Terms = Vec<(usize, Ratio)>;

/// A sum of multiples of variables, and a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Affine {
    pub(super) terms: Terms,
    pub(super) constant: Ratio,
}

impl Affine {
    pub(super) fn constant(constant: Ratio) -> Self {
        Self { terms: Vec::new(), constant }
    }

    pub(super) fn variable(variable: usize, factor: Ratio) -> Self {
        Self { terms: vec![(variable, factor)], constant: Ratio::ZERO }
    }

    pub(super) fn is_constant(&self) -> bool {
        self.terms.is_empty()
    }

    pub(super) fn is_one(&self) -> bool {
        self.is_constant() && self.constant == Ratio::ONE
    }

    pub(super) fn is_lost(&self) -> bool {
        self.constant.is_lost() || are_lost(&self.terms)
    }

    /// This and `factor` times the other.
    #[inline(never)]
    pub(super) fn plus(&self, other: &Self, factor: &Ratio) -> Self {
        let constant = self.constant.add(&other.constant.mul(factor));
        Self { terms: combined(&self.terms, &other.terms, factor), constant }
    }

    pub(super) fn times(&self, factor: &Ratio) -> Self {
        Self::constant(Ratio::ZERO).plus(self, factor)
    }
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
