//! `/`, and the very first steps.

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue::service::set_up;
use huxue_tests::browser::{nothing_asked, play};
use huxue_tests::school::GATE;
use serde_json::json;

use crate::{PUBLIC_URL, east, pass, server, session, unknown};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn doors() {
    let app = server().await;
    // With an administrator: before there is one, the desk leads to setting up.
    app.administrator().await;
    play("home/doors", &app, &json!({}), nothing_asked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn first_start() {
    let app = server().await;
    let behind = Arc::clone(&app.app);
    let link = tokio::task::spawn_blocking(move || set_up::new_link(&behind)).await.unwrap().unwrap().unwrap();
    let given = json!({
        "link": link, "origin": PUBLIC_URL, "bureau": "示范县教育局", "school": "实验小学", "template": "police_leader_guard_teacher_parents",
        "admin": { "name": "林静", "phone": "13800000000", "password": "correct horse battery" },
        "gate": { "lon": GATE.0, "lat": GATE.1, "accuracy": 12 },
    });
    play("home/first_start", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kiosk() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let parent = app.on_duty(&school, Role::Parent).await;
    app.pass(TimeDelta::minutes(35));
    let new = json!({ "name": "值班室" });
    let screen = admin.post(&format!("/checkpoints/{}/screens", school.gate.id), new).await.expect(201);
    let given = json!({
        "kiosk": format!("/kiosk/{}", screen["token"].as_str().unwrap()), "post": school.gate.name,
        "parent": session(&parent).await, "inside": east(&school.gate, 0.0, 12.0),
    });
    play("home/kiosk", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}
