/// The name nearest to `word` among `names`, where one is near enough to be meant: at most a third of its letters differ.
pub(super) fn nearest<'a>(word: &str, names: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().take(LONGEST.saturating_add(1)).collect();
    if letters.len() > LONGEST {
        return None;
    }
    let most = letters.len().div_ceil(3);
    let mut best = None;
    for name in names.take(MOST_NAMES) {
        let distance = distance(&letters, name);
        if distance <= most && distance < letters.len() && best.is_none_or(|(_, least)| distance < least) {
            best = Some((name, distance));
        }
    }
    best.map(|(name, _)| name)
}

/// Longer words, and names beyond so many, are not compared: a hostile pack has many of both.
const LONGEST: usize = 40;
const MOST_NAMES: usize = 1_000;

/// How many letters must be put in, taken out or changed to make `name` of `letters` (Levenshtein).
fn distance(letters: &[char], name: &str) -> usize {
    if name.chars().count().abs_diff(letters.len()) > letters.len().div_ceil(3) {
        return usize::MAX;
    }
    if let Some(swapped) = swapped(letters, name) {
        return swapped;
    }
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (place, theirs) in name.chars().enumerate() {
        let (mut corner, mut left) = (place, place.saturating_add(1));
        let Some((first, cells)) = row.split_first_mut() else { break };
        *first = left;
        for (ours, cell) in letters.iter().zip(cells) {
            let changed = corner.saturating_add(usize::from(*ours != theirs));
            left = changed.min(cell.saturating_add(1)).min(left.saturating_add(1));
            corner = std::mem::replace(cell, left);
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// Two neighbours exchanged are one slip, though two letters differ.
fn swapped(letters: &[char], name: &str) -> Option<usize> {
    let theirs: Vec<char> = name.chars().collect();
    let differing: Vec<usize> =
        (0..letters.len().max(theirs.len())).filter(|at| letters.get(*at) != theirs.get(*at)).collect();
    match differing.as_slice() {
        [one, other] if letters.get(*one) == theirs.get(*other) && letters.get(*other) == theirs.get(*one) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let names = ["emp_total", "emp_rate", "就业人数", "labour_force"];
        assert_eq!(nearest("emp_totl", &mut names.into_iter()), Some("emp_total"));
        assert_eq!(nearest("labor_force", &mut names.into_iter()), Some("labour_force"));
        assert_eq!(nearest("就业人口", &mut names.into_iter()), Some("就业人数"));
        assert_eq!(nearest("emp_rtae", &mut names.into_iter()), Some("emp_rate"));
        assert_eq!(nearest("x", &mut ["y"].into_iter()), None);
        assert_eq!(nearest("village", &mut names.into_iter()), None);
    }
}
