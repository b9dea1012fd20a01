//! What hangs together.

/// Pairs of lists that share a place, enough of them to tie together whatever hangs together.
#[inline(never)]
pub(super) fn ties(lists: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut ties = Vec::new();
    // By place: the last list that had it.
    let mut owners: Vec<usize> = Vec::new();
    for (at, list) in lists.iter().enumerate() {
        for place in list {
            while owners.len() <= *place {
                owners.push(usize::MAX);
            }
            let Some(owner) = owners.get_mut(*place) else { continue };
            let before = std::mem::replace(owner, at);
            if before != usize::MAX {
                ties.push((before, at));
            }
        }
    }
    ties
}

/// The lists that hang together because they share a place or are tied, as places in order, the groups by their first.
#[inline(never)]
pub(super) fn grouped(lists: &[Vec<usize>], tied: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut roots: Vec<usize> = (0..lists.len()).collect();
    for (one, other) in ties(lists).iter().chain(tied) {
        let root = |at: &usize| roots.get(*at).copied().unwrap_or(0);
        let (low, high) = (root(one).min(root(other)), root(one).max(root(other)));
        for root in &mut roots {
            *root = if *root == high { low } else { *root };
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for root in 0..roots.len() {
        let mut group = Vec::new();
        for at in root..roots.len() {
            if roots.get(at) == Some(&root) {
                group.push(at);
            }
        }
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}
