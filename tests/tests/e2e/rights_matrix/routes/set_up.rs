//! Signing in, and all that is set up before anybody stands at a post.

use super::Need::{At, Own, Public, SignedIn, Somewhere};
use super::Place::{Bureau, School, Station};
use super::{Line, line};

pub(super) const LINES: &[Line] = &[
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
];

const CHECKPOINT: &str = r#"{"name": "东门", "kind": "gate", "area": {"type": "Point", "coordinates": [116.4, 39.9], "radius_m": 100}, "datum": "wgs84"}"#;

const TEMPLATE: &str = r#"{"template": "kindergarten", "gate": {"lon": 116.4, "lat": 39.9, "datum": "wgs84"}, "starts": "07:50", "dismissal": "16:30"}"#;
