//! `/checkpoints/{id}/screens`, `/screens/{token}`

use std::num::NonZeroU32;

use chrono::TimeDelta;
use huxue::config::Config;
use huxue::domain::code::{Code, Unverified};
use huxue::domain::words::Role;
use huxue_tests::pictures::scan_svg;
use huxue_tests::{Backend, TestApp, on_both};
use serde_json::json;

on_both! {
    async fn a_screen_shows_a_code_that_changes_and_is_revoked(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/checkpoints/{}/screens", app.checkpoint(&admin, &school, "东门").await);
        admin.post(&path, json!({ "name": "" })).await.expect_problem(422, "invalid_field");
        let screen = admin.post(&path, json!({ "name": "值班室" })).await.expect(201);
        let second = admin.post(&path, json!({ "name": "大厅" })).await.expect(201);
        assert_eq!((screen["number"].as_i64(), second["number"].as_i64()), (Some(1), Some(2)));
        let opens = format!("http://127.0.0.1:8350/kiosk/{}", screen["token"].as_str().unwrap());
        assert_eq!(screen["url"], json!(opens));
        let list = admin.get(&path).await;
        assert!(!list.text.contains("token"), "{}", list.text);

        let show = format!("/screens/{}", screen["token"].as_str().unwrap());
        let kiosk = app.stranger();
        let first = kiosk.get(&show).await.expect(200);
        assert_eq!((first["school"].as_str(), first["step_seconds"].as_i64()), (Some("实验小学"), Some(20)));
        assert_eq!(scan_svg(first["qr_svg"].as_str().unwrap()), [first["link"].as_str().unwrap()]);
        let Ok(Code::Screen(code)) = Unverified::parse(first["code"].as_str().unwrap()).unwrap().verify(&app.app.code_keys())
        else { panic!("{first}") };
        assert_eq!(code.screen.0, 1);
        app.pass(TimeDelta::seconds(first["seconds_left"].as_i64().unwrap() - 1));
        assert_eq!(kiosk.get(&show).await.expect(200)["code"], first["code"]);
        app.pass(TimeDelta::seconds(1));
        assert_ne!(kiosk.get(&show).await.expect(200)["code"], first["code"]);

        let one = format!("{path}/{}", screen["id"].as_str().unwrap());
        admin.delete(&one).await.expect(204);
        admin.delete(&one).await.expect(204);
        kiosk.get(&show).await.expect_problem(404, "unknown_screen");
        kiosk.get("/screens/x").await.expect_problem(404, "unknown_screen");
        let said = kiosk.get(&format!("/codes/{}", first["code"].as_str().unwrap())).await.expect(200);
        assert_eq!((said["state"].as_str(), said["from_screen"].as_bool()), (Some("replaced"), Some(true)));
    }

    async fn beside_the_code_the_screen_says_how_its_post_stands(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let other = app.checkpoint(&admin, &school.organization, "西门").await;
        let [here, beside] = [school.gate.id.to_string(), other].map(|id| format!("/checkpoints/{id}/screens"));
        let [here, beside] = [
            admin.post(&here, json!({ "name": "值班室" })).await.expect(201),
            admin.post(&beside, json!({ "name": "值班室" })).await.expect(201),
        ].map(|screen| format!("/screens/{}", screen["token"].as_str().unwrap()));
        let kiosk = app.stranger();
        let early = kiosk.get(&here).await.expect(200);
        assert_eq!((early["timezone"].as_str(), early["post"]["state"].as_str()), (Some("Asia/Shanghai"), Some("upcoming")));
        assert_eq!(early["post"]["window"]["on_post_by"], "2026-11-23T07:10:00+08:00");

        app.pass(TimeDelta::minutes(35));
        let [guard, parent] = [app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await];
        guard.send_check_in(&app.arrival(&school, "one")).await;
        parent.send_check_in(&app.arrival(&school, "two")).await;
        let answer = kiosk.get(&here).await;
        let name = guard.get("/me").await.expect(200)["name"].as_str().unwrap().to_owned();
        assert!(!answer.text.contains(&name) && !answer.text.contains(guard.person_id.as_deref().unwrap()), "{}", answer.text);
        let post = answer.expect(200)["post"].clone();
        let sums = ["phase", "state", "count", "filled", "missing"].map(|field| post[field].clone());
        assert_eq!(sums, [json!("running"), json!("empty"), json!(4), json!(2), json!(2)]);
        assert_eq!(post["by_role"], json!([{ "role": "guard", "present": 1 }, { "role": "parent", "present": 1 }]));
        let states: Vec<_> = post["duties"].as_array().unwrap().iter().map(|duty| duty["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["covered", "empty", "short"]);
        assert_eq!(post["short_since"], "2026-11-23T07:20:00+08:00");
        let beside = kiosk.get(&beside).await.expect(200)["post"].clone();
        assert_eq!((&beside["window"], &beside["state"], &beside["duties"]), (&json!(null), &json!(null), &json!([])));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_counts_for_as_long_as_screens_are_set_to_show_it() {
    let step = |config: &mut Config| config.screen_step_seconds = NonZeroU32::new(30).unwrap();
    let app = TestApp::start_with(Backend::Sqlite, step).await.unwrap();
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let guard = app.on_duty(&school, Role::Guard).await;
    let path = format!("/checkpoints/{}/screens", school.gate.id);
    let screen = admin.post(&path, json!({ "name": "值班室" })).await.expect(201);
    let shown = app.stranger().get(&format!("/screens/{}", screen["token"].as_str().unwrap())).await.expect(200);
    assert_eq!(shown["step_seconds"], 30);
    // Until the end of the step after its own, then no more.
    let left = shown["seconds_left"].as_i64().unwrap();
    for (seconds, proof) in [(0, "screen_code"), (left + 29, "screen_code"), (1, "screen_code_out_of_step")] {
        app.pass(TimeDelta::seconds(seconds));
        let mut item = app.arrival(&school, "phone-1");
        item["code"] = shown["code"].clone();
        let said = guard.send_check_in(&item).await;
        assert!(said["reasons"].as_array().unwrap().iter().any(|one| one == proof), "{seconds} {said}");
    }
}
