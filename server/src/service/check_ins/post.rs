//! The duty that a check-in serves, and the role in which the person stood there.

use crate::domain::check_in::flags::off_shift;
use crate::domain::check_in::role::{self, Resolution};
use crate::domain::id::{CheckpointId, DutyId, PersonId, ShiftId};
use crate::domain::moment::Moment;
use crate::domain::words::Role;
use crate::service::directory::{DayPart, DayWindow, Post};

/// What a person stands at.
pub(super) struct Standing {
    /// The role, if one could be told.
    pub(super) role: Resolution,
    /// The duty and its window.
    pub(super) duty: Option<(DutyId, DayWindow)>,
    /// The person's shift.
    pub(super) shift: Option<ShiftId>,
    /// Others were planned for this post, and this person was not.
    pub(super) off_shift: bool,
}

/// Settles role and duty. Of several duties open at that post the person's own shift goes first, then one that asks for
/// the person's role, then the order of the duties.
pub(super) fn stand(
    day: &DayPart,
    checkpoint: CheckpointId,
    at: Moment,
    person: PersonId,
    memberships: &[Role],
    chosen: Option<Role>,
) -> Standing {
    let open: Vec<&Post> = day.open_at(checkpoint, at).collect();
    let mine = |post: &&Post| post.roster.iter().find(|(_, who, _)| *who == person).copied();
    let shifts: Vec<Role> = open.iter().filter_map(mine).map(|(_, _, role)| role).collect();
    let role = role::resolve(&shifts, memberships, chosen);
    let settled = match role {
        Resolution::Found { role, .. } => Some(role),
        Resolution::Ask(_) | Resolution::NoRole => None,
    };
    let fits = |post: &&&Post| settled.is_some_and(|role| post.roles.contains(role));
    let own = open.iter().find(|post| mine(post).is_some());
    let served = own.or_else(|| open.iter().find(fits)).or(open.first());
    let rostered: Vec<PersonId> = open.iter().flat_map(|post| &post.roster).map(|(_, who, _)| *who).collect();
    Standing {
        duty: served.map(|post| (post.duty, post.window)),
        shift: own.and_then(mine).map(|(shift, _, _)| shift),
        off_shift: off_shift(person, &rostered),
        role,
    }
}
