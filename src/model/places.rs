use std::collections::BTreeMap;

/// Names and the places where what they name is kept. The one map of the crate: every other type of map would put
/// some kilobytes more into the wasm.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<String, usize>);

impl Places {
    /// Notes where `name` is kept; the place before, where it was noted already.
    pub fn insert(&mut self, name: &str, place: usize) -> Option<usize> {
        self.0.insert(name.to_owned(), place)
    }

    /// Where `name` is kept.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// All names, in the order of their characters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
