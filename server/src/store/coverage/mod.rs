//! The stored figures of final days: the newest ones as columns to be summed, and every revision whole.

mod days;
mod revisions;
mod sums;

pub use days::{DayKey, StoredDay, StoredRoles, StoredStays, find, keys_between, replace};
pub use revisions::{Revision, add_revision, newest, newest_between, revisions};
pub use sums::{DayColumns, StoredSums, by_day, by_roles, by_school, stays_by_role};
