//! What happens day by day, and what is made of it.

use super::Need::{At, Own, Public, SignedIn};
use super::Place::{Bureau, Root, School, Station};
use super::{Line, line};

pub(super) const LINES: &[Line] = &[
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
    line("GET", "/organizations/{school}/hazard-rules", At("read_coverage", School), ""),
    line("PUT", "/organizations/{bureau}/hazard-rules", At("manage_rules", Bureau), HAZARD_RULES),
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

const HAZARD_RULES: &str = r#"{"categories": [{"key": "fire", "zh": "消防", "en": "Fire"}], "days": null}"#;
