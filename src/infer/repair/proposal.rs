use crate::infer::{add, meet};

use super::slip::Slip;

/// What is most probably wrong, and what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The fields to change, in the form's order.
    pub fields: Vec<usize>,
    /// What should stand there; none where that cannot be told.
    pub values: Vec<(usize, String)>,
    /// What happened.
    pub slip: Slip,
    /// The rules that hold with it and do not now, in the pack's order.
    pub solves: Vec<usize>,
    /// How likely it is, in percent. What cannot be told apart is given the same.
    pub confidence: u8,
    /// Whether no smaller set of fields will do; else the search took too long, and these are the fields of what fails.
    pub proven: bool,
    /// How unlikely it is; the lower, the better.
    pub(super) cost: u32,
}

impl Repair {
    /// Other texts in some fields, because of a slip that is so rare.
    #[inline(never)]
    pub(super) fn of(values: Vec<(usize, String)>, slip: Slip, cost: u32) -> Self {
        let mut fields = Vec::new();
        for (field, _) in &values {
            add(&mut fields, *field);
        }
        Self { fields, values, slip, solves: Vec::new(), confidence: 0, proven: true, cost }
    }

    /// Another text in one field.
    #[inline(never)]
    pub(super) fn one(field: usize, text: String, slip: Slip, cost: u32) -> Self {
        Self::of(vec![(field, text)], slip, cost)
    }

    fn is_before(&self, other: &Self) -> bool {
        let order = self.cost.cmp(&other.cost).then(self.fields.len().cmp(&other.fields.len()));
        order.then_with(|| self.fields.cmp(&other.fields)).is_le()
    }
}

/// Takes one up in its place, each change once.
#[inline(never)]
pub(super) fn tell(told: &mut Vec<Repair>, one: Repair) {
    let at = told.partition_point(|other| other.is_before(&one));
    match told.iter().position(|other| other.fields == one.fields && other.values == one.values) {
        Some(better) if better < at => return,
        Some(worse) => drop(told.remove(worse)),
        None => {}
    }
    told.insert(at, one);
}

/// Of those that mend the same and are as likely, each is given its share.
#[inline(never)]
pub(super) fn share(told: &mut [Repair]) {
    for at in 0..told.len() {
        let Some(one) = told.get(at).filter(|one| one.proven) else { continue };
        let mut rivals = 0_u8;
        for other in told.iter() {
            let same = !one.solves.is_empty() && other.solves == one.solves;
            if other.cost == one.cost && (same || meet(&other.fields, &one.fields)) {
                rivals = rivals.saturating_add(1);
            }
        }
        let share = percent(one.cost).checked_div(rivals).unwrap_or(0).max(1);
        if let Some(one) = told.get_mut(at) {
            one.confidence = share;
        }
    }
}

/// In percent, for a cost that nothing else comes near.
fn percent(cost: u32) -> u8 {
    match cost {
        0..=20 => 95,
        21..=40 => 85,
        41..=70 => 60,
        71..=110 => 35,
        111..=200 => 15,
        _ => 5,
    }
}
