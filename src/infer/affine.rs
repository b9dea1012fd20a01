use super::Sure;
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

    /// This and `factor` times the other.
    pub(super) fn plus(&self, other: &Self, factor: Ratio) -> Sure<Self> {
        let constant = self.constant.add(other.constant.mul(factor)?)?;
        Some(Self { terms: combined(&self.terms, &other.terms, factor)?, constant })
    }

    pub(super) fn times(&self, factor: Ratio) -> Sure<Self> {
        Self::constant(Ratio::ZERO).plus(self, factor)
    }

    pub(super) fn neg(mut self) -> Self {
        for term in &mut self.terms {
            term.1 = term.1.neg();
        }
        self.constant = self.constant.neg();
        self
    }
}

/// `left` and `factor` times `right`, without what cancels out.
#[inline(never)]
pub(super) fn combined(left: &[(usize, Ratio)], right: &[(usize, Ratio)], factor: Ratio) -> Sure<Terms> {
    let mut out = left.to_vec();
    let mut at = 0;
    for (variable, more) in right {
        let more = more.mul(factor)?;
        while out.get(at).is_some_and(|term| term.0 < *variable) {
            at = at.saturating_add(1);
        }
        match out.get_mut(at) {
            Some(term) if term.0 == *variable => term.1 = term.1.add(more)?,
            _ => out.insert(at, (*variable, more)),
        }
    }
    out.retain(|term| !term.1.is_zero());
    Some(out)
}

/// The factor of a variable, nought where it has none.
#[inline(never)]
pub(super) fn factor(terms: &[(usize, Ratio)], variable: usize) -> Ratio {
    terms.iter().find(|term| term.0 == variable).map_or(Ratio::ZERO, |term| term.1)
}
