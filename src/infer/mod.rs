//! What can be known before the form is full, and what is probably wrong.
//!
//! Three questions are asked of one form: which rules can no longer pass ([`early()`]), which values are left for a field
//! ([`range()`]), and which figures are wrong and what they should be ([`repairs`]). All three are the same question to one small
//! core: *can these rules hold together, where some fields are known and others may become anything?*
//!
//! # From rules to bounds
//!
//! `translate` reads a rule with the known fields as numbers and the others as variables. Sums and multiples of variables stay
//! what they are; a quotient compared with a number becomes a sum (a/b ≥ 60 % as a ≥ 0.6 b, where b > 0); a rounded figure
//! compared with a number becomes a bound half a step away; `IF`, `ABS`, `MIN`, `MAX`, conditions and choices become cases. What
//! has no such form (a product of two unknowns, the pattern of a text) is left open: it forbids nothing. So nothing is ever
//! excluded that a rule allows, and a range or an early verdict is never wrong; only where something was left open may a range be
//! wider than need be, or a set of fields be one that the engine, asked in the end, does not confirm.
//!
//! `tableau` answers for bounds on sums: the simplex method with a bound on either side of every variable (Dutertre & de Moura
//! 2006), in fractions, with Bland's rule. A strict bound is kept as one: `x < 3` is `x ≤ 3 − δ` with a δ below every positive
//! number, never an epsilon; there is no big-M. Where the bounds contradict each other the row that shows it names the rules that
//! asked for them. `search` goes through cases and whole numbers (branch and bound; bounds of sums of whole numbers are rounded
//! first) and goes back past every choice that had no part in a contradiction. A figure with more digits than a decimal holds, or a
//! search that takes more steps than it is given, is not known: the answer is then none, not a wrong one.
//!
//! # Which fields
//!
//! The paradigm is that of Fellegi & Holt (1976): change the fewest fields, by weight, so that every rule can hold. Every rule
//! that fails gives a clause: of the fields that it reads at least one is wrong. A set of fields that meets every clause is tried:
//! can the rules hold with these free? If not, the contradiction is a clause more, for whatever set does not meet it fails in the
//! same way; these clauses are the implied edits of Fellegi and Holt, made only as they are needed. De Jonge & van der Loo solve
//! the same problem as a mixed integer programme, on floating-point numbers with big-M bounds. `repair::localise` finds
//! *all* lightest sets, in the order of the form. Clauses that share no field, and whose fields meet in no rule, are groups: each
//! is solved by itself, and the whole is their product. Blanks cost nothing, whatever they become.
//!
//! Weights are the pack's. What else is known (a balance that holds with a figure, last period's figure, the usual range) puts sets
//! of the same weight in an order and never makes a heavier one win.
//!
//! # Which value
//!
//! For each field the values are those that are left for it; among them one that a slip explains comes first (Scholtus 2008, 2009):
//! one digit wrong, missing or too many, two neighbours exchanged (their difference divides by 9), the sign, the point or
//! the unit, two fields exchanged, a part written as the total, a rate as a fraction. The slip is the one step of the optimal string
//! alignment distance between what stands there and the value. Every value is tried by the engine itself before it is told: it
//! mends what it says it mends and breaks nothing. Among values that all do, verify rules, the usual range and last period
//! decide. What cannot be told apart is given the same confidence, and nothing is ever changed by itself.
//!
//! Without any failing rule a figure may still be ten or ten thousand times too large: `repair::magnitude` moves the point
//! where that returns the figure into its usual range, into every rule for rates and heads, and near last period's figure at once.
//!
//! # Where a person would still be misled
//!
//! Two errors that cancel out in a balance are not seen. Where a total and a part are wrong together, changing one other part
//! may be the smallest set. Two figures exchanged within one total change nothing. Least weight is a principle, not a proof.
//!
//! # Sources
//!
//! - I. P. Fellegi, D. Holt: A systematic approach to automatic edit and imputation. JASA 71, 1976.
//! - E. de Jonge, M. van der Loo: Error localization as a mixed integer problem with the editrules package. Statistics
//!   Netherlands, 2014; and M. van der Loo, E. de Jonge: Statistical Data Cleaning with Applications in R, 2018.
//! - S. Scholtus: Algorithms for correcting some obvious inconsistencies and rounding errors in business survey data. Statistics
//!   Netherlands, 2008; and Automatic correction of simple typing errors in numerical data with balance edits, 2009.
//! - B. Dutertre, L. de Moura: A fast linear-arithmetic solver for DPLL(T). CAV 2006.
//! - R. Reiter: A theory of diagnosis from first principles. Artificial Intelligence 32, 1987.

mod affine;
mod demand;
mod early;
mod near;
mod number;
mod range;
mod ratio;
mod repair;
mod scope;
mod search;
mod side;
mod system;
mod tableau;
mod translate;

pub use early::early;
pub use range::{Range, range};
pub use repair::{Repair, Slip, repairs};

/// Steps that one question may take, each about one multiplication of fractions.
const FUEL: u32 = 400_000;

/// Adds a place to places in order, each once; false where it is there already.
#[inline(never)]
fn add(places: &mut Vec<usize>, place: usize) -> bool {
    let at = places.partition_point(|known| *known < place);
    let is_new = places.get(at) != Some(&place);
    if is_new {
        places.insert(at, place);
    }
    is_new
}

/// Adds several.
#[inline(never)]
fn unite(places: &mut Vec<usize>, more: &[usize]) {
    for place in more {
        add(places, *place);
    }
}

/// The places that are among `others`.
fn among(places: &[usize], others: &[usize]) -> Vec<usize> {
    parted(places, others, true)
}

/// The places that are not among `others`.
fn without(places: &[usize], others: &[usize]) -> Vec<usize> {
    parted(places, others, false)
}

#[inline(never)]
fn parted(places: &[usize], others: &[usize], among: bool) -> Vec<usize> {
    let mut part = Vec::new();
    for place in places {
        if others.contains(place) == among {
            part.push(*place);
        }
    }
    part
}

/// Whether two lists share a place.
#[inline(never)]
fn meet(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|place| other.contains(place))
}
