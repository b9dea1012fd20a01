use crate::model::Places;

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
    ids: Places,
    meanings: Vec<Meaning>,
    labels: Places,
    /// What each label means; nothing where it means several things.
    label_meanings: Vec<Option<Meaning>>,
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
        self.meanings.push(meaning);
        self.ids.insert(id, self.meanings.len().saturating_sub(1)).is_none()
    }

    /// What has this id.
    pub(super) fn by_id(&self, id: &str) -> Option<Meaning> {
        self.ids.get(id).and_then(|place| self.meanings.get(place)).copied()
    }

    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.get(id).is_some()
    }

    pub(super) fn add_label(&mut self, label: &str, meaning: Meaning) {
        let label = plain(label);
        let known = self.labels.get(&label).and_then(|place| self.label_meanings.get_mut(place));
        match known {
            Some(known) if *known == Some(meaning) => {}
            Some(known) => *known = None,
            None => {
                self.labels.insert(&label, self.label_meanings.len());
                self.label_meanings.push(Some(meaning));
            }
        }
    }

    pub(super) fn find(&self, name: &str) -> Result<Meaning, NoMeaning> {
        if let Some(meaning) = self.by_id(name) {
            return Ok(meaning);
        }
        match self.labels.get(&plain(name)).and_then(|place| self.label_meanings.get(place)) {
            Some(Some(meaning)) => Ok(*meaning),
            Some(None) => Err(NoMeaning::Ambiguous),
            None => Err(NoMeaning::Unknown),
        }
    }

    /// The label in brackets that starts with `start` and a parenthesis: written bare, it reads as a call.
    pub(super) fn with_parenthesis(&self, start: &str) -> Option<String> {
        let start = [&plain(start), "("].concat();
        let label = self.labels.names().find(|label| label.starts_with(&start))?;
        Some(["[", label, "]"].concat())
    }

    /// The name nearest to one that nothing has. Looks at all of them: not for every name of a pack.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, &mut self.ids.names().chain(self.labels.names()))
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
