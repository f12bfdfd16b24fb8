//! What coverage is computed from: one school's day with every id already an index, every time already a whole second.
//!
//! The day document (string ids) and the database both come down to this, so that there is one computation.

use crate::domain::words::{CheckInKind, DayKind, Grade, Role};

/// Seconds since 1970-01-01T00:00:00Z. Every time is floored to the second before it comes here.
pub type Second = i64;

/// A school's day: the calendar's word, what was asked, and the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayInput {
    /// What kind of day the calendar says it is.
    pub kind: DayKind,
    /// How long a proof holds, in seconds. Zero means zero: a proof is then never in force.
    pub hold_seconds: i64,
    /// The duties, in their order: an earlier one is filled first.
    pub duties: Vec<Duty>,
    /// The check-ins, in any order.
    pub check_ins: Vec<CheckIn>,
}

/// A window on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Which window: duties of one window carry the same index.
    pub index: u32,
    /// Start of the required interval.
    pub from: Second,
    /// End of the required interval (exclusive).
    pub to: Second,
    /// How many seconds before `from` people are to be on post.
    pub lead_seconds: i64,
}

impl Window {
    /// The second by which people are to be on post: start − lead.
    #[must_use]
    pub const fn on_post_by(&self) -> Second {
        self.from.saturating_sub(self.lead_seconds)
    }

    /// Length of the required interval in seconds.
    #[must_use]
    pub const fn seconds(&self) -> i64 {
        self.to.saturating_sub(self.from)
    }
}

/// What one window asks of one checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// When.
    pub window: Window,
    /// Where.
    pub checkpoint: u32,
    /// Which roles may fill a slot.
    pub roles: RoleSet,
    /// How many slots there are.
    pub count: u32,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// Whether a reason is on record for standing down.
    pub excused: bool,
}

/// One check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckIn {
    /// Who.
    pub person: u32,
    /// Where.
    pub checkpoint: u32,
    /// When, floored to the second.
    pub at: Second,
    /// What it says.
    pub kind: CheckInKind,
    /// In what capacity. `None` is for evidence that opens nothing; a proof without a role fills no slot.
    pub role: Option<Role>,
    /// How well it is proven.
    pub grade: Grade,
}

impl CheckIn {
    /// Whether this is a proof: an arrival or "still here" whose grade opens a stay.
    #[must_use]
    pub const fn is_proof(&self) -> bool {
        matches!(self.kind, CheckInKind::Arrive | CheckInKind::StillHere) && self.grade.opens_a_stay()
    }

    /// Whether this ends the person's stay at its checkpoint: a leave counts whatever its grade unless rejected.
    #[must_use]
    pub const fn is_leave(&self) -> bool {
        matches!(self.kind, CheckInKind::Leave) && !matches!(self.grade, Grade::Rejected)
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct RoleSet(u16);

impl RoleSet {
    /// Whether the role is in the set.
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & bit(role) != 0
    }

    /// Whether no role is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Adds a role.
    pub const fn insert(&mut self, role: Role) {
        self.0 |= bit(role);
    }

    /// The roles, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        let mut set = Self::default();
        roles.into_iter().for_each(|role| set.insert(role));
        set
    }
}

const fn bit(role: Role) -> u16 {
    match role {
        Role::Police => 1,
        Role::Auxiliary => 1 << 1,
        Role::TrafficPolice => 1 << 2,
        Role::Guard => 1 << 3,
        Role::SchoolLeader => 1 << 4,
        Role::Teacher => 1 << 5,
        Role::Parent => 1 << 6,
        Role::Volunteer => 1 << 7,
        Role::GridWorker => 1 << 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_set_holds_every_role_on_its_own() {
        for role in Role::ALL {
            let set: RoleSet = [*role].into_iter().collect();
            assert_eq!(set.iter().collect::<Vec<_>>(), [*role]);
        }
        assert!(RoleSet::default().is_empty());
    }
}
