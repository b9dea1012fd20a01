use std::collections::BTreeMap;

use super::nearest::nearest;

/// What a name in a formula can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Field(usize),
    Metric(usize),
    Parameter(usize),
}

/// What the names of a pack mean: ids first, then labels and aliases.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: BTreeMap<String, Meaning>,
    labels: BTreeMap<String, Vec<Meaning>>,
}

/// Why a name has no meaning.
pub(super) enum NoMeaning {
    /// Nothing is called so.
    Unknown,
    /// Several things are called so.
    Ambiguous,
}

impl Names {
    /// Takes an id in; false where it is taken.
    pub(super) fn add_id(&mut self, id: &str, meaning: Meaning) -> bool {
        self.ids.insert(id.to_owned(), meaning).is_none()
    }

    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    pub(super) fn add_label(&mut self, label: &str, meaning: Meaning) {
        let meanings = self.labels.entry(plain(label)).or_default();
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }

    pub(super) fn find(&self, name: &str) -> Result<Meaning, NoMeaning> {
        if let Some(meaning) = self.ids.get(name) {
            return Ok(*meaning);
        }
        match self.labels.get(&plain(name)).map(Vec::as_slice) {
            Some([meaning]) => Ok(*meaning),
            Some(_) => Err(NoMeaning::Ambiguous),
            None => Err(NoMeaning::Unknown),
        }
    }

    /// The name nearest to one that nothing has. Looks at all of them: not for every name of a pack.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.ids.keys().chain(self.labels.keys()).map(String::as_str))
    }
}

/// A label without blanks, and with the marks of either width alike.
fn plain(label: &str) -> String {
    let half = |letter: char| match letter {
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '，' => ',',
        other => other,
    };
    label.chars().filter(|letter| !letter.is_whitespace()).map(half).collect()
}
