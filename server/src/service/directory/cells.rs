//! A map of shared values that many threads read.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// How many values one map keeps. Beyond that it starts afresh: memory stays bounded, and what is needed is read again.
const MOST: usize = 100_000;

/// The map.
#[derive(Debug)]
pub(super) struct Cells<K, V>(RwLock<HashMap<K, Arc<V>>>);

impl<K, V> Default for Cells<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Hash + Eq, V> Cells<K, V> {
    pub(super) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<Arc<V>>
    where
        K: Borrow<Q>,
    {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).map(Arc::clone)
    }

    pub(super) fn put(&self, key: K, value: V) {
        let mut map = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if map.len() >= MOST {
            map.clear();
        }
        map.insert(key, Arc::new(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_kept_and_their_number_is_bounded() {
        let cells = Cells::default();
        for key in 0..=MOST {
            cells.put(key, key * 2);
        }
        assert_eq!(cells.get(&MOST).map(|value| *value), Some(MOST * 2));
        assert!(cells.get(&0).is_none());
    }
}
