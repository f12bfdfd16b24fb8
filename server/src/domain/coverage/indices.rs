//! Indices in place of ids, so that the computation compares small numbers only.

use std::collections::HashMap;
use std::hash::Hash;

/// Gives each id an index, in the order of first meeting, and the id back for an index.
#[derive(Debug, Clone)]
pub struct Indices<K> {
    index_of: HashMap<K, u32>,
    ids: Vec<K>,
}

impl<K> Default for Indices<K> {
    fn default() -> Self {
        Self { index_of: HashMap::new(), ids: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Indices<K> {
    /// The index of an id; a new one if the id was not met before.
    pub fn of(&mut self, id: K) -> u32 {
        // A day with more than u32::MAX ids does not fit into memory.
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        *self.index_of.entry(id).or_insert_with(|| {
            self.ids.push(id);
            next
        })
    }

    /// The id that was given this index.
    #[must_use]
    pub fn id(&self, index: u32) -> Option<K> {
        self.ids.get(usize::try_from(index).ok()?).copied()
    }

    /// The ids, each at its index.
    #[must_use]
    pub fn into_ids(self) -> Vec<K> {
        self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_index_and_is_given_back() {
        let mut indices = Indices::default();
        assert_eq!(["gate", "road", "gate"].map(|id| indices.of(id)), [0, 1, 0]);
        assert_eq!([0, 1, 2].map(|index| indices.id(index)), [Some("gate"), Some("road"), None]);
        assert_eq!(indices.into_ids(), ["gate", "road"]);
    }
}
