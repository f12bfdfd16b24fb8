use serde_json::{Value, json};

use super::super::{PatrolDocument, RoundsDocument};

const DAY: &str = include_str!("day.json");

#[test]
fn a_document_gives_its_rounds_and_what_they_come_to() {
    let day = PatrolDocument::parse(DAY.as_bytes()).unwrap();
    let told = serde_json::to_value(RoundsDocument::of(&day)).unwrap();
    let sum = json!({
        "planned": 2, "done": 1, "late": 0, "overlapping": 0, "outside": 0, "partial": 1, "open": 0, "missed": 1,
    });
    assert_eq!(told["sum"], sum);
    let [first, second] = told["rounds"].as_array().unwrap().as_slice() else { panic!("{told}") };
    assert_eq!(
        (&first["person_id"], &first["opened_at"], &first["ended_at"], &first["how"], &first["counts"]),
        (
            &json!("han"),
            &json!("2026-11-23T07:12:00+08:00"),
            &json!("2026-11-23T07:25:00+08:00"),
            &json!("completed"),
            &json!(true)
        )
    );
    assert_eq!(first["points"][0]["until"], "2026-11-23T07:17:00+08:00");
    assert_eq!(first["check_in_ids"], json!(["1", "3", "4"]));
    assert_eq!((&second["how"], &second["counts"]), (&json!("given_up"), &json!(false)));
    assert_eq!(second["points"][0]["state"], "missing");
}

#[test]
fn what_was_written_is_read_again() {
    let day = PatrolDocument::parse(DAY.as_bytes()).unwrap();
    let again = serde_json::to_vec(&day).unwrap();
    assert_eq!(PatrolDocument::parse(&again).unwrap(), day);
}

#[test]
fn what_is_wrong_is_named_by_its_field() {
    for (pointer, value, message) in [
        ("/format", json!("huxue.day/1"), "format: 'huxue.day/1' is not allowed; use huxue.patrol/1"),
        ("/route/points", json!([]), "route.points: the list is empty; name at least one"),
        ("/route/max_speed", json!(0), "route.max_speed: '0' is not allowed; use a number above 0"),
        (
            "/route/max_minutes",
            json!(0),
            "route.max_minutes: '0' is not allowed; use a whole number from 1 to 4294967295",
        ),
        (
            "/route/points/1/checkpoint_id",
            json!("gate"),
            "route.points[1].id: the id 'gate' is used twice; give each entry its own",
        ),
        ("/route/points/0/place/lat", json!(91.0), "route.points[0].place: "),
        (
            "/check_ins/2/checkpoint_id",
            json!("bridge"),
            "check_ins[2].checkpoint_id: no point of the route has the checkpoint 'bridge'",
        ),
        ("/check_ins/1/at", json!("07:13"), "check_ins[1].at: "),
        ("/plan/windows/0/ends_at", json!("2026-11-23T07:00:00+08:00"), "plan.windows[0].ends_at: "),
        ("/ends/0/reason", json!(3), "ends[0].reason: must be a text"),
    ] {
        let mut day: Value = serde_json::from_str(DAY).unwrap();
        *day.pointer_mut(pointer).unwrap() = value;
        let error = PatrolDocument::parse(day.to_string().as_bytes()).unwrap_err();
        assert!(error.to_string().starts_with(message), "{pointer}: {error}");
    }
}
