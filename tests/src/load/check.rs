//! Whether the database holds what the server acknowledged, and nothing else.

use std::collections::BTreeSet;

use diesel::{QueryDsl as _, RunQueryDsl as _};
use huxue::domain::id::CheckInId;
use huxue::domain::scope::Scope;
use huxue::store::schema::check_ins;
use huxue::store::{Read as _, Reader, Store};
use uuid::Uuid;

use super::send::Tally;

/// The ids of all check-ins in the database, in order.
///
/// # Panics
/// If the database cannot be read.
#[must_use]
pub fn stored_ids(database_url: &str) -> Vec<Uuid> {
    let store = Store::open(database_url, 2).expect("the database opens");
    let read = |read: &mut Reader| -> huxue::store::Result<Vec<CheckInId>> {
        Ok(check_ins::table.select(check_ins::id).order(check_ins::id).load(read.db())?)
    };
    let ids = store.read(&Scope::Everything, read).expect("the evidence is read");
    ids.into_iter().map(|id| id.0).collect()
}

/// How what is stored differs from what was acknowledged.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// Acknowledged and not there: never allowed.
    pub lost: usize,
    /// There more than once: never allowed.
    pub repeated: usize,
    /// There without being sent: never allowed.
    pub invented: usize,
    /// There without an answer having come: allowed when the server was killed.
    pub unacknowledged: usize,
}

impl Comparison {
    /// Whether nothing was lost, repeated or invented.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.lost == 0 && self.repeated == 0 && self.invented == 0
    }
}

/// Compares the ids in the database with the account of those who sent them.
#[must_use]
pub fn compare(stored: &[Uuid], tally: &Tally) -> Comparison {
    let there: BTreeSet<_> = stored.iter().collect();
    let acknowledged: BTreeSet<_> = tally.acknowledged.iter().collect();
    let open: BTreeSet<_> = tally.open.iter().flat_map(|attempt| &attempt.ids).collect();
    Comparison {
        lost: acknowledged.difference(&there).count(),
        repeated: stored.len() - there.len(),
        invented: there.iter().filter(|id| !acknowledged.contains(*id) && !open.contains(*id)).count(),
        unacknowledged: there.iter().filter(|id| !acknowledged.contains(*id) && open.contains(*id)).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::send::Attempt;
    use super::*;

    #[test]
    fn every_difference_is_seen() {
        let [a, b, c, d] = [1, 2, 3, 4].map(Uuid::from_u128);
        let attempt = Attempt { ids: vec![c], request: Vec::new(), problem: None };
        let tally = Tally { acknowledged: vec![a, b], open: vec![attempt], ..Tally::default() };
        assert_eq!(compare(&[a, b], &tally), Comparison::default());
        assert_eq!(compare(&[a, b, c], &tally), Comparison { unacknowledged: 1, ..Comparison::default() });
        let bad = Comparison { lost: 1, repeated: 1, invented: 1, unacknowledged: 0 };
        assert_eq!(compare(&[a, a, d], &tally), bad);
        assert!(!bad.is_sound());
    }
}
