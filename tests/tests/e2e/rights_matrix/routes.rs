//! The table. One line for each route:
//!
//! ```text
//! Line { method, path, need, body }
//! ```
//!
//! * `path`: as in the API document without `/api/v1`, its parameters named after what the world holds: `{school}`,
//!   `{bureau}`, `{station}`, `{person}`, `{session}` … ([`super::world`]; add to `World::build` what you need). A query may follow.
//! * `need`: `Public`; `SignedIn` (any live session: lists of what one may see, one's own things); `Own("name")` (only the
//!   caller of that name, whose thing it is); `Somewhere("right")` (held over anything at all);
//!   `At("right", Place)` (held over that organization; `School` is the one that everything of the world belongs to).
//! * `body`: JSON good enough to get past parsing, "" for none. The same placeholders are filled in, and `{fresh}` is a new
//!   UUIDv7 each time. It need not succeed: let in is every answer but 403, 404 `not_found`, 405, 5xx and a 401 about the session. `If-Match: "999"` is
//!   always sent, so that an edit ends in 412 `stale` after its rights were checked, and changes nothing.
//!
//! Lines under `/sessions/` are called with sessions that were opened for them, so they may end them.
//!
//! A route that needs a further right gets it in [`RIGHTS`], with those who have it.

mod daily;
mod set_up;

pub(crate) struct Line {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(super) need: Need,
    pub(crate) body: &'static str,
}

#[derive(Clone, Copy)]
pub(crate) enum Need {
    Public,
    SignedIn,
    Own(&'static str),
    Somewhere(&'static str),
    At(&'static str, Place),
}

/// Over which organization of the world.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The province's bureau, the root.
    Root,
    /// The county's bureau.
    Bureau,
    /// The school, below that bureau.
    School,
    /// The station that the school is assigned to, below that bureau.
    Station,
}

const fn line(method: &'static str, path: &'static str, need: Need, body: &'static str) -> Line {
    Line { method, path, need, body }
}

/// The table: in this order, because some lines end what others need.
pub(crate) fn lines() -> impl Iterator<Item = &'static Line> {
    set_up::LINES.iter().chain(daily::LINES)
}

/// Who has which right: offices, `leader` (police, traffic_police, school_leader and the guard in charge) and `role` (every
/// other role). Stated apart from the program's own table, so that a slip in either shows.
const RIGHTS: &[(&str, &str)] = &[
    ("read_set_up", "principal safety_officer station_chief bureau_officer admin leader role"),
    ("read_coverage", "principal safety_officer station_chief bureau_officer admin leader role"),
    ("read_evidence", "principal safety_officer station_chief bureau_officer admin"),
    ("read_members", "principal safety_officer station_chief bureau_officer admin"),
    ("read_audit", "principal safety_officer bureau_officer admin"),
    ("manage_organizations", "bureau_officer admin"),
    ("edit_organization", "principal safety_officer bureau_officer admin"),
    ("manage_members", "principal safety_officer bureau_officer admin"),
    ("manage_offices", "bureau_officer admin"),
    ("manage_places", "principal safety_officer bureau_officer admin"),
    ("manage_rules", "principal safety_officer bureau_officer admin"),
    ("manage_patrols", "station_chief admin"),
    ("manage_alerts", "principal safety_officer station_chief bureau_officer admin"),
    ("plan_shifts", "principal safety_officer admin"),
    ("change_day", "principal safety_officer bureau_officer admin"),
    ("co_sign", "principal safety_officer station_chief admin leader"),
    ("amend_evidence", "principal safety_officer admin"),
    ("check_in", "admin leader role"),
    ("manage_keys", "admin"),
];

/// Whether a right comes with what somebody holds.
pub(super) fn gives(right: &str, holds: &str) -> bool {
    let (_, who) = RIGHTS.iter().find(|(known, _)| *known == right).unwrap_or_else(|| panic!("no right {right}"));
    who.split(' ').any(|one| one == holds)
}
