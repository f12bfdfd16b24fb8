//! The names of the records that lines of the audit log speak of: an id tells nobody anything.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use uuid::Uuid;

use super::error::Result;
use super::pool::Read;
use super::schema::{
    channels, check_ins, checklists, checkpoints, corrections, duties, memberships, organizations, patrol_routes,
    persons, screens, shifts, terms, windows,
};
use crate::domain::id::{
    ChannelId, CheckInId, ChecklistId, CheckpointId, CorrectionId, DutyId, MembershipId, OrganizationId, PatrolRouteId,
    PersonId, ScreenId, ShiftId, TermId, WindowId,
};

/// What some of these ids stand for: pairs of a column of theirs and another one.
macro_rules! pairs {
    ($read:expr, $ids:expr, $table:ident :: $column:ident, $id:ident) => {{
        let of = $ids.iter().copied().map($id);
        let rows: Vec<($id, _)> =
            $table::table.filter($table::id.eq_any(of)).select(($table::id, $table::$column)).load($read.db())?;
        rows.into_iter().map(|(id, other)| (id.0, other))
    }};
}

/// Names by id. A membership, a shift, a check-in and a correction go by their person's name, a duty by its checkpoint's; what has
/// no name is left out. Ask for lines that the actor may see: what they speak of goes with them.
///
/// # Errors
/// Those of the database.
pub fn names(read: &mut impl Read, ids: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, String>> {
    let mut people: BTreeMap<Uuid, PersonId> = ids.iter().map(|id| (*id, PersonId(*id))).collect();
    people.extend(pairs!(read, ids, memberships::person_id, MembershipId));
    people.extend(pairs!(read, ids, shifts::person_id, ShiftId));
    people.extend(pairs!(read, ids, check_ins::person_id, CheckInId));
    people.extend(pairs!(read, ids, corrections::person_id, CorrectionId));
    let mut posts: BTreeMap<Uuid, CheckpointId> = ids.iter().map(|id| (*id, CheckpointId(*id))).collect();
    posts.extend(pairs!(read, ids, duties::checkpoint_id, DutyId));

    let of_people: BTreeSet<Uuid> = people.values().map(|person| person.0).collect();
    let of_posts: BTreeSet<Uuid> = posts.values().map(|post| post.0).collect();
    let person_names: BTreeMap<Uuid, String> = pairs!(read, of_people, persons::name, PersonId).collect();
    let post_names: BTreeMap<Uuid, String> = pairs!(read, of_posts, checkpoints::name, CheckpointId).collect();

    let mut names = BTreeMap::new();
    names.extend(pairs!(read, ids, organizations::name, OrganizationId));
    names.extend(pairs!(read, ids, windows::name, WindowId));
    names.extend(pairs!(read, ids, screens::name, ScreenId));
    names.extend(pairs!(read, ids, channels::name, ChannelId));
    names.extend(pairs!(read, ids, checklists::name, ChecklistId));
    names.extend(pairs!(read, ids, patrol_routes::name, PatrolRouteId));
    names.extend(pairs!(read, ids, terms::name, TermId));
    names.extend(people.iter().filter_map(|(id, person)| Some((*id, person_names.get(&person.0)?.clone()))));
    names.extend(posts.iter().filter_map(|(id, post)| Some((*id, post_names.get(&post.0)?.clone()))));
    Ok(names)
}
