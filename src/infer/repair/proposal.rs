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
    /// Another text in one field, because of a slip that is so rare.
    pub(super) fn one(field: usize, text: String, slip: Slip, cost: u32) -> Self {
        let (fields, values) = (vec![field], vec![(field, text)]);
        Self { fields, values, slip, solves: Vec::new(), confidence: 0, proven: true, cost }
    }

    fn is_before(&self, other: &Self) -> bool {
        let order = self.cost.cmp(&other.cost).then(self.fields.len().cmp(&other.fields.len()));
        order.then_with(|| self.fields.cmp(&other.fields)).is_le()
    }

    /// Whether both are about the same.
    fn meets(&self, other: &Self) -> bool {
        self.solves == other.solves || self.fields.iter().any(|field| other.fields.contains(field))
    }
}

/// In percent, for a cost that nothing else comes near.
fn percent(cost: u32) -> u32 {
    match cost {
        0..=20 => 95,
        21..=40 => 85,
        41..=70 => 60,
        71..=110 => 35,
        111..=200 => 15,
        _ => 5,
    }
}

/// In order, each change once; of those that mend the same and are as likely, each is given its share.
pub(super) fn ranked(proposals: Vec<Repair>) -> Vec<Repair> {
    let mut kept: Vec<Repair> = Vec::new();
    for one in proposals {
        let at = kept.partition_point(|other| other.is_before(&one));
        let same = kept.iter().position(|other| other.fields == one.fields && other.values == one.values);
        match same {
            Some(better) if better < at => continue,
            Some(worse) => drop(kept.remove(worse)),
            None => {}
        }
        kept.insert(at, one);
    }
    let rivals = |one: &Repair| kept.iter().filter(|other| other.cost == one.cost && other.meets(one)).count();
    let shares: Vec<u32> = kept
        .iter()
        .map(|one| percent(one.cost).checked_div(u32::try_from(rivals(one)).unwrap_or(1)).unwrap_or(0).max(1))
        .collect();
    for (one, share) in kept.iter_mut().zip(shares) {
        one.confidence = if one.proven { u8::try_from(share).unwrap_or(u8::MAX) } else { 0 };
    }
    kept
}
