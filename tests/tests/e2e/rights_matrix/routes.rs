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

use Need::{At, Own, Public, SignedIn, Somewhere};
use Place::{Bureau, Root, School, Station};

const fn line(method: &'static str, path: &'static str, need: Need, body: &'static str) -> Line {
    Line { method, path, need, body }
}

pub(crate) const LINES: &[Line] = &[
    // Sessions
    line("POST", "/sessions", Public, r#"{"phone": "13912345678", "password": "x"}"#),
    line("GET", "/sessions", SignedIn, ""),
    line("POST", "/sessions/refresh", Public, r#"{"refresh_token": "x"}"#),
    line("POST", "/sessions/sms-codes", Public, r#"{"phone": "13912345678"}"#),
    line("POST", "/sessions/sms", Public, r#"{"phone": "13912345678", "code": "000000"}"#),
    line("DELETE", "/sessions/current", SignedIn, ""),
    line("DELETE", "/sessions/{session}", Own("pending"), ""),
    // Setting up
    line("GET", "/set-up", Public, ""),
    line(
        "POST",
        "/set-up",
        Public,
        r#"{"token": "x", "organization": "x", "name": "x", "phone": "13912345678", "password": "correct horse"}"#,
    ),
    line("GET", "/client-config", Public, ""),
    // One's own account
    line("GET", "/me", SignedIn, ""),
    line("PATCH", "/me", SignedIn, r#"{"name": "改名"}"#),
    line("GET", "/me/consents", SignedIn, ""),
    line("POST", "/me/consents", SignedIn, r#"{"kind": "location", "given": false}"#),
    line("PUT", "/me/password", SignedIn, r#"{"current_password": "x", "new_password": "correct horse"}"#),
    line("GET", "/me/export", SignedIn, ""),
    line("GET", "/me/co-signables", SignedIn, ""),
    line("POST", "/me/deletion", SignedIn, r#"{"current_password": "x"}"#),
    // Organizations
    line("GET", "/organizations", SignedIn, ""),
    line(
        "POST",
        "/organizations",
        At("manage_organizations", Bureau),
        r#"{"parent_id": "{bureau}", "kind": "school", "name": "新校"}"#,
    ),
    line("GET", "/organizations/{school}", At("read_set_up", School), ""),
    line("PATCH", "/organizations/{school}", At("edit_organization", School), r#"{"name": "改名"}"#),
    line("PUT", "/organizations/{school}/parent", At("manage_organizations", Bureau), r#"{"parent_id": "{bureau}"}"#),
    line("DELETE", "/organizations/{school}", At("manage_organizations", School), ""),
    line("GET", "/organizations/{school}/places", At("read_set_up", School), ""),
    line(
        "PUT",
        "/organizations/{school}/place",
        At("edit_organization", School),
        r#"{"lon": 116.393433, "lat": 39.929393, "datum": "wgs84"}"#,
    ),
    line("GET", "/stations/{station}/schools", At("read_set_up", Station), ""),
    line("DELETE", "/stations/{station}/schools/{school}", At("manage_organizations", Bureau), ""),
    line("PUT", "/stations/{station}/schools/{school}", At("manage_organizations", Bureau), ""),
    line("GET", "/schools/{school}/rules", At("read_set_up", School), ""),
    line(
        "PUT",
        "/schools/{school}/rules",
        At("manage_rules", School),
        r#"{"hold_minutes": 45, "live_grace_seconds": 60, "sync_deadline_minute": 1200}"#,
    ),
    // Members
    line("GET", "/organizations/{school}/members", At("read_members", School), ""),
    line(
        "POST",
        "/organizations/{school}/offices",
        At("manage_offices", School),
        r#"{"office": "principal", "name": "李校长", "phone": "13712345678"}"#,
    ),
    line("POST", "/memberships/{member}/approve", At("manage_members", School), ""),
    line("POST", "/memberships/{member}/decline", At("manage_members", School), ""),
    line("PATCH", "/memberships/{member}", At("manage_members", School), r#"{"in_charge": true}"#),
    line("GET", "/memberships/{member}/phone", At("manage_members", School), ""),
    line("DELETE", "/memberships/{member}", At("manage_members", School), ""),
    // Invites
    line(
        "POST",
        "/organizations/{school}/invites",
        At("manage_members", School),
        r#"{"role": "parent", "expires_at": "2026-11-30T00:00:00+08:00"}"#,
    ),
    line("GET", "/organizations/{school}/invites", At("manage_members", School), ""),
    line("GET", "/organizations/{school}/invites/{invite}/qr.svg", At("manage_members", School), ""),
    line("DELETE", "/organizations/{school}/invites/{invite}", At("manage_members", School), ""),
    line("GET", "/invites/{token}", Public, ""),
    line("POST", "/invites/{token}/sms-codes", Public, r#"{"phone": "13912345678"}"#),
    line("POST", "/invites/{token}/join", Public, r#"{"consents": {"terms": false}}"#),
    // The audit log
    line("GET", "/audit", Somewhere("read_audit"), ""),
    line("GET", "/audit.csv", Somewhere("read_audit"), ""),
    // Windows and duties
    line("GET", "/schools/{school}/windows", At("read_set_up", School), ""),
    line(
        "POST",
        "/schools/{school}/windows",
        At("manage_rules", School),
        r#"{"kind": "pick_up", "name": "放学", "weekdays": ["mon"], "starts": "16:00", "ends": "16:30"}"#,
    ),
    line("GET", "/windows/{window}", At("read_set_up", School), ""),
    line("GET", "/windows/{window}/history", At("read_set_up", School), ""),
    line("PATCH", "/windows/{window}", At("manage_rules", School), r#"{"name": "上学"}"#),
    line("DELETE", "/windows/{window}", At("manage_rules", School), ""),
    line("PUT", "/windows/{window}/duty-order", At("manage_rules", School), r#"{"duties": []}"#),
    line("GET", "/schools/{school}/duties", At("read_set_up", School), ""),
    line(
        "POST",
        "/schools/{school}/duties",
        At("manage_rules", School),
        r#"{"window_id": "{window}", "checkpoint_id": "{gate}", "roles": ["guard"], "count": 1}"#,
    ),
    line("GET", "/duties/{duty}", At("read_set_up", School), ""),
    line("GET", "/duties/{duty}/history", At("read_set_up", School), ""),
    line("PATCH", "/duties/{duty}", At("manage_rules", School), r#"{"count": 2}"#),
    line("DELETE", "/duties/{duty}", At("manage_rules", School), ""),
    // Checkpoints
    line("GET", "/schools/{school}/checkpoints", At("read_set_up", School), ""),
    line("POST", "/schools/{school}/checkpoints", At("manage_places", School), CHECKPOINT),
    line("GET", "/checkpoints/{checkpoint}", At("read_set_up", School), ""),
    line("PATCH", "/checkpoints/{checkpoint}", At("manage_places", School), r#"{"name": "西门"}"#),
    line("DELETE", "/checkpoints/{checkpoint}", At("manage_places", School), ""),
    line("POST", "/checkpoints/{checkpoint}/probe", At("read_set_up", School), r#"{"position": null}"#),
    line(
        "POST",
        "/organizations/{bureau}/school-imports?datum=wgs84&apply=true",
        At("manage_organizations", Bureau),
        "name,lon,lat\n新校,116.4,39.9\n",
    ),
    line("GET", "/templates", SignedIn, ""),
    line("POST", "/schools/{school}/template", At("manage_rules", School), TEMPLATE),
    // Screens and codes
    line("GET", "/checkpoints/{checkpoint}/screens", At("manage_places", School), ""),
    line("POST", "/checkpoints/{checkpoint}/screens", At("manage_places", School), r#"{"name": "值班室"}"#),
    line("DELETE", "/checkpoints/{checkpoint}/screens/{screen}", At("manage_places", School), ""),
    line("GET", "/screens/{token}", Public, ""),
    line("GET", "/codes/{code}", Public, ""),
    // Signs
    line("GET", "/checkpoints/{checkpoint}/sign.svg", At("manage_places", School), ""),
    line("GET", "/checkpoints/{checkpoint}/sign.png", At("manage_places", School), ""),
    line("GET", "/checkpoints/{checkpoint}/sign.html", At("manage_places", School), ""),
    line("GET", "/schools/{school}/signs", At("manage_places", School), ""),
    line("GET", "/schools/{school}/signs.html", At("manage_places", School), ""),
    line("GET", "/checkpoints/{checkpoint}/here", At("read_coverage", School), ""),
    line("GET", "/checkpoints/{checkpoint}/signs", At("manage_places", School), ""),
    line("POST", "/checkpoints/{checkpoint}/sign/reissue", At("manage_places", School), r#"{"reason": "丢失"}"#),
    // Coverage and the board
    line("GET", "/schools/{school}/coverage?date=2026-11-23", At("read_coverage", School), ""),
    line("GET", "/schools/{school}/coverage/evidence?date=2026-11-23", At("read_evidence", School), ""),
    line("GET", "/schools/{school}/coverage/posts?from=2026-11-23&to=2026-11-23", At("read_coverage", School), ""),
    line("GET", "/schools/{school}/coverage/range?from=2026-11-23&to=2026-11-23", At("read_coverage", School), ""),
    line("GET", "/schools/{school}/coverage/revisions?date=2026-11-23", At("read_coverage", School), ""),
    line("GET", "/schools/{school}/day?date=2026-11-23", At("read_evidence", School), ""),
    line("GET", "/schools/{school}/board", At("read_coverage", School), ""),
    line("GET", "/organizations/{bureau}/boards", At("read_coverage", Bureau), ""),
    line("GET", "/me/alerts/events", SignedIn, ""),
    line("GET", "/schools/{school}/events", At("read_coverage", School), ""),
    line(
        "GET",
        "/organizations/{bureau}/coverage/roll-up?from=2026-11-23&to=2026-11-23&by=school",
        At("read_coverage", Bureau),
        "",
    ),
    line(
        "GET",
        "/organizations/{bureau}/coverage/roll-up.csv?from=2026-11-23&to=2026-11-23&by=day",
        At("read_coverage", Bureau),
        "",
    ),
    // Patrols
    line("GET", "/organizations/{station}/patrol-routes", At("read_set_up", Station), ""),
    line(
        "POST",
        "/organizations/{station}/patrol-routes",
        At("manage_patrols", Station),
        r#"{"name": "一线", "points": [{"checkpoint_id": "{checkpoint}"}]}"#,
    ),
    line("GET", "/patrol-routes/{route}", At("read_set_up", Station), ""),
    line("PATCH", "/patrol-routes/{route}", At("manage_patrols", Station), r#"{"rounds": 3}"#),
    line("DELETE", "/patrol-routes/{route}", At("manage_patrols", Station), ""),
    line("GET", "/patrol-templates", SignedIn, ""),
    line("GET", "/patrol-routes/{route}/days/{day}", At("read_evidence", Station), ""),
    line("GET", "/patrol-routes/{route}/days/{day}/document", At("read_evidence", Station), ""),
    line("GET", "/organizations/{station}/patrols?from=2026-11-23&to=2026-11-23", At("read_coverage", Station), ""),
    line("GET", "/me/patrols", SignedIn, ""),
    line(
        "POST",
        "/patrol-routes/{route}/ends",
        At("check_in", Station),
        r#"{"id": "{fresh}", "at": "2026-11-23T06:50:00+08:00", "reason": "接警出动"}"#,
    ),
    // Alerts. At a school they are managed by whoever also changes its days: not by the station.
    line("GET", "/organizations/{school}/hazards", At("read_evidence", School), ""),
    line("GET", "/me/hazards", SignedIn, ""),
    line("GET", "/hazards/{hazard}", At("read_evidence", School), ""),
    line("GET", "/hazards/{hazard}/photos/{photo}", At("read_evidence", School), ""),
    line("PUT", "/hazards/{hazard}/photos/{photo}", At("change_day", School), "none"),
    line("POST", "/hazards/{hazard}/steps", At("change_day", School), r#"{"step": "assigned"}"#),
    line(
        "POST",
        "/schools/{school}/hazards",
        At("read_coverage", School),
        r#"{"id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6aab", "category": "traffic", "level": "minor", "description": "井盖破损"}"#,
    ),
    // The list is for anybody who holds something at the school. Retired last: nobody could inspect by it any more.
    line("GET", "/schools/{school}/checklists", At("read_coverage", School), ""),
    line("GET", "/organizations/{school}/checklists", At("read_set_up", School), ""),
    line("POST", "/organizations/{school}/checklists", At("manage_rules", School), CHECKLIST),
    line("POST", "/schools/{school}/inspections", At("read_coverage", School), INSPECTION),
    line("GET", "/schools/{school}/inspections", At("read_evidence", School), ""),
    line("GET", "/inspections/{inspection}", At("read_evidence", School), ""),
    line("GET", "/organizations/{bureau}/inspections/due", At("read_coverage", Bureau), ""),
    line("POST", "/checklists/{checklist}/retire", At("manage_rules", School), ""),
    line("GET", "/organizations/{school}/alarms", At("read_evidence", School), ""),
    line("GET", "/alarms/{alarm}", At("read_evidence", School), ""),
    line("POST", "/alarms/{alarm}/steps", At("change_day", School), r#"{"step": "acknowledged"}"#),
    line(
        "POST",
        "/schools/{school}/alarms",
        At("read_coverage", School),
        r#"{"id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6aaa"}"#,
    ),
    line("GET", "/organizations/{school}/alerts", At("read_evidence", School), ""),
    line("GET", "/alerts/{alert}", At("read_evidence", School), ""),
    line("POST", "/alerts/{alert}/acknowledge", At("change_day", School), ""),
    line("GET", "/me/alerts", SignedIn, ""),
    line("POST", "/me/alerts/read", SignedIn, r#"{"until": "2026-11-23T06:50:00+08:00"}"#),
    line("GET", "/organizations/{school}/channels", At("change_day", School), ""),
    line("POST", "/organizations/{school}/channels", At("change_day", School), r#"{"kind": "sms", "name": "短信"}"#),
    line("PATCH", "/channels/{channel}", At("change_day", School), r#"{"enabled": false}"#),
    line("DELETE", "/channels/{channel}", At("change_day", School), ""),
    line("POST", "/channels/{channel}/test", At("change_day", School), ""),
    line("GET", "/organizations/{school}/messages", At("change_day", School), ""),
    line("POST", "/messages/{message}/again", At("change_day", School), ""),
    line("GET", "/organizations/{school}/alert-rules", At("read_set_up", School), ""),
    line(
        "PUT",
        "/organizations/{school}/alert-rules/{alert_kind}",
        At("change_day", School),
        r#"{"enabled": true, "steps": [{"to": "principal", "after_minutes": 0}]}"#,
    ),
    line("DELETE", "/organizations/{school}/alert-rules/{alert_kind}", At("change_day", School), ""),
    // Check-ins
    line("POST", "/check-ins", SignedIn, r#"{"check_ins": [{"id": "{fresh}"}]}"#),
    line("GET", "/me/check-ins", SignedIn, ""),
    line("GET", "/schools/{school}/check-ins", At("read_evidence", School), ""),
    line("GET", "/schools/{school}/flags", At("read_evidence", School), ""),
    line("GET", "/check-ins/{check_in}", At("read_evidence", School), ""),
    line("POST", "/check-ins/{check_in}/co-signs", At("co_sign", School), "{}"),
    line("POST", "/check-ins/{check_in}/voids", At("amend_evidence", School), r#"{"reason": "打错了学校"}"#),
    line(
        "POST",
        "/check-ins/{check_in}/reviews",
        At("amend_evidence", School),
        r#"{"outcome": "dismissed", "reason": "已核对"}"#,
    ),
    line("POST", "/schools/{school}/corrections", At("check_in", School), CORRECTION),
    line("GET", "/schools/{school}/corrections", At("read_set_up", School), ""),
    line(
        "POST",
        "/corrections/{correction}/decision",
        At("amend_evidence", School),
        r#"{"approve": true, "reason": "值班记录可证"}"#,
    ),
    line("POST", "/receipts/verify", Public, r#"{"receipt": "x"}"#),
    // Calendar
    line("GET", "/calendar/days?from=2026-11-23&to=2026-11-29", SignedIn, ""),
    line("GET", "/calendar/years", SignedIn, ""),
    line("GET", "/jobs", At("manage_keys", Root), ""),
    line("POST", "/calendar/years", At("manage_keys", Root), r#"{"year": 2027, "papers": [], "days": []}"#),
    line("GET", "/calendar/notices", SignedIn, ""),
    line("GET", "/schools/{school}/calendar?from=2026-11-23&to=2026-11-29", At("read_set_up", School), ""),
    line("PUT", "/organizations/{bureau}/calendar/days/{day}", At("manage_rules", Bureau), r#"{"kind": "holiday"}"#),
    line("DELETE", "/organizations/{school}/calendar/days/{past_day}", At("manage_rules", School), ""),
    line("GET", "/organizations/{bureau}/calendar?from=2026-11-23&to=2026-11-29", At("read_set_up", Bureau), ""),
    line("GET", "/organizations/{bureau}/terms", At("read_set_up", Bureau), ""),
    line(
        "POST",
        "/organizations/{bureau}/terms",
        At("manage_rules", Bureau),
        r#"{"name": "学期", "starts_on": "2026-09-01", "ends_on": "2026-08-01"}"#,
    ),
    line(
        "PUT",
        "/terms/{term}",
        At("manage_rules", School),
        r#"{"name": "学期", "starts_on": "2026-09-01", "ends_on": "2026-08-01"}"#,
    ),
    line("DELETE", "/terms/{term}", At("manage_rules", School), ""),
    line("GET", "/schools/{school}/day-changes?from=2026-11-23&to=2026-11-29", At("read_set_up", School), ""),
    line(
        "POST",
        "/schools/{school}/day-changes",
        At("change_day", School),
        r#"{"date": "2026-11-24", "kind": "day_stood_down", "reason": "暴雨"}"#,
    ),
    line("POST", "/day-changes/{day_change}/withdraw", At("change_day", School), ""),
    // Shifts
    line("GET", "/schools/{school}/shifts?from=2026-11-23&to=2026-11-29", At("read_members", School), ""),
    line(
        "POST",
        "/schools/{school}/shifts",
        At("plan_shifts", School),
        r#"{"shifts": [{"duty_id": "{duty}", "dates": ["2026-11-28"], "person_id": "{person}"}]}"#,
    ),
    line("GET", "/me/shifts?from=2026-11-23&to=2026-11-29", SignedIn, ""),
    line("POST", "/shifts/{shift}/accept", Own("parent (role) of school 本校"), ""),
    line("POST", "/shifts/{shift}/decline", Own("parent (role) of school 本校"), ""),
    line("POST", "/shifts/{others_shift}/stand-in", At("plan_shifts", School), r#"{"person_id": "{person}"}"#),
    line("POST", "/shifts/{others_shift}/cancel", At("plan_shifts", School), ""),
];

const CORRECTION: &str = r#"{"checkpoint_id": "{gate}", "role": "parent", "kind": "arrive", "at": "2026-11-23T06:45:00+08:00", "reason": "手机没电"}"#;

const CHECKLIST: &str = r#"{"name": "雨天检查", "inspector": "anyone", "per": "day", "times": 0, "items": [{"text": "校门口无积水", "category": "facility", "level": "minor"}]}"#;

const INSPECTION: &str =
    r#"{"id": "{fresh}", "checklist_id": "{checklist}", "answers": [{"answer": "yes"}, {"answer": "yes"}]}"#;

const CHECKPOINT: &str = r#"{"name": "东门", "kind": "gate", "area": {"type": "Point", "coordinates": [116.4, 39.9], "radius_m": 100}, "datum": "wgs84"}"#;

const TEMPLATE: &str = r#"{"template": "kindergarten", "gate": {"lon": 116.4, "lat": 39.9, "datum": "wgs84"}, "starts": "07:50", "dismissal": "16:30"}"#;

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
