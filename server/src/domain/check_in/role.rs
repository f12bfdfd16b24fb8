//! In which role a person stood at a post (issue: shift first, then membership, ask when it is not clear).

use std::collections::BTreeSet;

use crate::domain::text_enum::text_enum;
use crate::domain::words::Role;

text_enum! {
    /// What a role was taken from.
    pub enum RoleSource {
        /// The person named it, and has it.
        Chosen = "chosen",
        /// The person's shift at that post.
        Shift = "shift",
        /// The person's membership in that school.
        Membership = "membership",
    }
}

/// The role of a check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// One role.
    Found {
        /// The role.
        role: Role,
        /// What it was taken from.
        source: RoleSource,
    },
    /// Several are possible: the person has to say which, one of these.
    Ask(Vec<Role>),
    /// None: the check-in is rejected with `no_role`.
    NoRole,
}

/// Settles the role.
///
/// `shifts` are the roles of the person's shifts at that post and time, `memberships` the person's roles in that
/// school. A choice counts if the person has that role by either; otherwise it is passed over, so that nobody becomes a
/// police officer by saying so. Without a choice shifts go before memberships, and several different roles are asked about.
/// A shift is enough for a person without membership: a declared stand-in.
#[must_use]
pub fn resolve(shifts: &[Role], memberships: &[Role], chosen: Option<Role>) -> Resolution {
    let has = |role: &Role| shifts.contains(role) || memberships.contains(role);
    if let Some(role) = chosen.filter(has) {
        return Resolution::Found { role, source: RoleSource::Chosen };
    }
    let (roles, source) =
        if shifts.is_empty() { (memberships, RoleSource::Membership) } else { (shifts, RoleSource::Shift) };
    let distinct: Vec<_> = roles.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    match *distinct.as_slice() {
        [] => Resolution::NoRole,
        [role] => Resolution::Found { role, source },
        _ => Resolution::Ask(distinct),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_go_before_memberships_and_doubt_is_asked_about() {
        use Role::{Guard, Parent, Police, Teacher};
        let found = |role, source| Resolution::Found { role, source };
        for (shifts, memberships, chosen, expected) in [
            (vec![], vec![], None, Resolution::NoRole),
            (vec![], vec![Parent], None, found(Parent, RoleSource::Membership)),
            (vec![], vec![Parent, Parent], None, found(Parent, RoleSource::Membership)),
            (vec![], vec![Parent, Teacher], None, Resolution::Ask(vec![Teacher, Parent])),
            (vec![Teacher], vec![Parent, Teacher], None, found(Teacher, RoleSource::Shift)),
            (vec![Parent], vec![], None, found(Parent, RoleSource::Shift)),
            (vec![Parent, Teacher], vec![Guard], None, Resolution::Ask(vec![Teacher, Parent])),
            (vec![], vec![Parent, Teacher], Some(Parent), found(Parent, RoleSource::Chosen)),
            (vec![Teacher], vec![Parent], Some(Parent), found(Parent, RoleSource::Chosen)),
            (vec![], vec![Parent], Some(Police), found(Parent, RoleSource::Membership)),
            (vec![], vec![Parent, Teacher], Some(Police), Resolution::Ask(vec![Teacher, Parent])),
            (vec![], vec![], Some(Police), Resolution::NoRole),
        ] {
            assert_eq!(resolve(&shifts, &memberships, chosen), expected, "{shifts:?} {memberships:?} {chosen:?}");
        }
    }
}
