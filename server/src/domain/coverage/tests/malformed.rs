//! Every way in which a day document can be wrong is answered with the field that is wrong.

use serde_json::{Value, json};

use crate::domain::coverage::{CoverageDocument, DayDocument};

fn sound() -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../cases.json")).unwrap();
    cases[2]["day"].clone()
}

/// The document with the value at `pointer` replaced; `Value::Null` with `remove` takes the field out.
fn with(pointer: &str, value: Value) -> Value {
    let mut day = sound();
    *day.pointer_mut(pointer).unwrap() = value;
    day
}

fn without(parent: &str, name: &str) -> Value {
    let mut day = sound();
    day.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
    day
}

fn field_of_error(day: &Value) -> String {
    DayDocument::parse(day.to_string().as_bytes()).unwrap_err().field
}

#[test]
fn a_bad_value_is_refused_naming_its_field() {
    let bad = [
        ("/format", json!("huxue.day/2")),
        ("/format", json!(1)),
        ("/school", json!("s1")),
        ("/school/id", json!("")),
        ("/school/timezone", json!("Asia/Peking")),
        ("/date", json!("2026-02-30")),
        ("/date", json!("2026-1-3")),
        ("/date", json!("23.11.2026")),
        ("/hold_minutes", json!(-1)),
        ("/hold_minutes", json!(45.5)),
        ("/hold_minutes", json!("45")),
        ("/hold_minutes", json!(null)),
        ("/school_day/kind", json!("schoolday")),
        ("/school_day/reason", json!(3)),
        ("/windows", json!({})),
        ("/windows/0", json!([])),
        ("/windows/0/kind", json!("lunch")),
        ("/windows/0/starts_at", json!("2026-11-23T07:20:00")),
        ("/windows/0/starts_at", json!("2026-11-23T25:20:00+08:00")),
        ("/windows/0/starts_at", json!(1_795_000_000)),
        ("/windows/0/ends_at", json!("2026-11-23T07:20:00+08:00")),
        ("/windows/0/ends_at", json!("2026-11-23T07:00:00+08:00")),
        ("/windows/0/lead_minutes", json!(-20)),
        ("/duties/1/window_id", json!("w9")),
        ("/duties/1/id", json!("d1")),
        ("/duties/1/roles", json!([])),
        ("/duties/1/roles", json!("parent")),
        ("/duties/1/roles/0", json!("pupil")),
        ("/duties/1/count", json!(0)),
        ("/duties/1/count", json!(-2)),
        ("/duties/1/count", json!(1.5)),
        ("/duties/1/count", json!(5_000_000_000_u64)),
        ("/duties/1/min_grade", json!("contradicted")),
        ("/duties/1/min_grade", json!("good")),
        ("/duties/1/min_grade", json!(null)),
        ("/duties/1/excused", json!(true)),
        ("/check_ins/0/role", json!("pupil")),
        ("/check_ins/0/role", json!(null)),
        ("/check_ins/0/kind", json!("come")),
        ("/check_ins/0/grade", json!("sure")),
        ("/check_ins/0/at", json!("7:20")),
        ("/check_ins/0/person_id", json!(7)),
        ("/check_ins/2/id", json!("k01")),
    ];
    for (pointer, value) in bad {
        let mut path = pointer.trim_start_matches('/').replace('/', ".");
        for digit in 0..3 {
            path = path.replace(&format!(".{digit}"), &format!("[{digit}]"));
        }
        assert_eq!(field_of_error(&with(pointer, value.clone())), path, "{value}");
    }
}

#[test]
fn a_missing_field_is_named() {
    for (parent, names) in [
        ("", &["format", "school", "date", "school_day", "windows", "duties", "check_ins"][..]),
        ("/school", &["id", "name", "timezone"]),
        ("/school_day", &["kind"]),
        ("/windows/0", &["id", "kind", "starts_at", "ends_at", "lead_minutes"]),
        ("/duties/0", &["id", "window_id", "checkpoint_id", "roles", "count"]),
        ("/check_ins/0", &["id", "person_id", "role", "checkpoint_id", "kind", "at", "grade"]),
    ] {
        for name in names {
            let field = field_of_error(&without(parent, name));
            assert!(field.ends_with(name), "{parent}/{name} gave '{field}'");
        }
    }
}

#[test]
fn an_excuse_is_a_text_or_an_object_with_a_reason() {
    for excused in [json!("暴雨停护"), json!({"reason": "暴雨停护", "by": "p1"}), json!("")] {
        let day = DayDocument::parse(with("/duties/0/excused", excused).to_string().as_bytes()).unwrap();
        assert_eq!(CoverageDocument::of(&day).unwrap().duties[0].status.as_str(), "excused");
    }
    assert_eq!(field_of_error(&with("/duties/0/excused", json!({"by": "p1"}))), "duties[0].excused.reason");
}

#[test]
fn what_need_not_be_said_has_its_default() {
    let plain = DayDocument::parse(sound().to_string().as_bytes()).unwrap();
    for (parent, name) in [("", "hold_minutes"), ("/duties/0", "min_grade"), ("/duties/0", "excused")] {
        assert_eq!(DayDocument::parse(without(parent, name).to_string().as_bytes()).unwrap(), plain);
    }
}

#[test]
fn unknown_fields_are_passed_over() {
    let mut day = sound();
    day["revision"] = json!(3);
    day["duties"][0]["note"] = json!("x");
    assert!(DayDocument::parse(day.to_string().as_bytes()).is_ok());
}

#[test]
fn evidence_that_opens_nothing_may_lack_a_role() {
    let mut day = with("/check_ins/0/grade", json!("rejected"));
    day["check_ins"][0]["role"] = json!(null);
    assert!(DayDocument::parse(day.to_string().as_bytes()).is_ok());
}

#[test]
fn what_is_no_document_at_all_is_said_so() {
    let text = sound().to_string();
    for bytes in [&b""[..], b"null", b"[]", b"{}", b"\xff\xfe{", &text.as_bytes()[..text.len() / 2]] {
        let error = DayDocument::parse(bytes).unwrap_err();
        assert!(!error.to_string().is_empty() && !error.zh().is_empty());
    }
    let with_mark = format!("\u{feff}{text}");
    assert!(DayDocument::parse(with_mark.as_bytes()).is_ok());
    assert!(DayDocument::parse(format!("{text} x").as_bytes()).is_err());
}

#[test]
fn a_document_written_is_read_back_the_same() {
    let mut value = sound();
    value["check_ins"][0]["at"] = json!("2026-11-23T07:10:00.250+08:00");
    let day = DayDocument::parse(value.to_string().as_bytes()).unwrap();
    assert_eq!(serde_json::to_value(&day).unwrap(), value);
}
