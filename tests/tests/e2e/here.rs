//! `/checkpoints/{id}/here`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn a_parent_sees_their_own_stay_and_who_else_is_there(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let west = app.post(&school.organization, "西门").await;
        let [parent, guard] = [app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Guard).await];
        let path = format!("/checkpoints/{}/here", school.gate.id);
        let early = parent.get(&path).await.expect(200);
        assert_eq!((&early["now"], &early["date"]), (&json!("2026-11-23T06:50:00+08:00"), &json!("2026-11-23")));
        assert_eq!((&early["roles"], &early["hold_minutes"]), (&json!(["parent"]), &json!(45)));
        assert_eq!(early["me"], json!({ "stays": [], "on_post_until": null, "again_by": null, "elsewhere": null }));
        assert_eq!((&early["window"]["open"], &early["others"]), (&json!(false), &json!([])));
        let on_post_by = early["window"]["on_post_by"].as_str().unwrap();
        assert!(on_post_by.starts_with("2026-11-23T07:10:00"), "{on_post_by}");

        // 07:10: a claim, 07:12: a scan with a position; both hold for 45 minutes.
        app.pass(TimeDelta::minutes(20));
        let [parent, guard] = [app.again(&parent).await, app.again(&guard).await];
        let mut claim = app.arrival(&school, "one");
        claim["position"] = Value::Null;
        parent.send_check_in(&claim).await;
        guard.send_check_in(&app.arrival(&school, "two")).await;
        app.pass(TimeDelta::minutes(2));
        parent.send_check_in(&app.check_in("still_here", &school.gate, "one")).await;
        let here = parent.get(&path).await.expect(200);
        let me = &here["me"];
        assert_eq!(me["stays"], json!([
            { "from": "2026-11-23T07:10:00+08:00", "to": "2026-11-23T07:12:00+08:00", "role": "parent", "grade": "claimed" },
            { "from": "2026-11-23T07:12:00+08:00", "to": "2026-11-23T07:57:00+08:00", "role": "parent", "grade": "confirmed" },
        ]));
        assert_eq!((&me["on_post_until"], &me["again_by"]), (&json!("2026-11-23T07:57:00+08:00"), &json!("2026-11-23T07:57:00+08:00")));
        assert_eq!(here["others"], json!([{
            "role": "guard", "grade": "confirmed", "since": "2026-11-23T07:10:00+08:00", "until": "2026-11-23T07:55:00+08:00", "name": null,
        }]));
        let principal = app.officer(&school.organization, Office::Principal).await;
        let named = principal.get(&path).await.expect(200);
        assert!(named["others"].as_array().unwrap().iter().all(|other| other["name"].is_string()), "{named}");

        // 07:20: at another post; 07:25: left.
        app.pass(TimeDelta::minutes(8));
        parent.send_check_in(&app.check_in("arrive", &west, "one")).await;
        let me = parent.get(&path).await.expect(200)["me"].clone();
        assert_eq!((&me["stays"][1]["to"], &me["on_post_until"]), (&json!("2026-11-23T07:20:00+08:00"), &Value::Null));
        assert_eq!((&me["elsewhere"]["checkpoint"]["name"], &me["elsewhere"]["until"]), (&json!("西门"), &json!("2026-11-23T08:05:00+08:00")));
        app.pass(TimeDelta::minutes(5));
        let parent = app.again(&parent).await;
        parent.send_check_in(&app.check_in("leave", &west, "one")).await;
        assert_eq!(parent.get(&path).await.expect(200)["me"]["elsewhere"], Value::Null);
        // What holds beyond the end of the window needs no word any more.
        parent.send_check_in(&app.check_in("arrive", &school.gate, "one")).await;
        let me = parent.get(&path).await.expect(200)["me"].clone();
        assert_eq!((&me["on_post_until"], &me["again_by"]), (&json!("2026-11-23T08:10:00+08:00"), &Value::Null));
    }
}
