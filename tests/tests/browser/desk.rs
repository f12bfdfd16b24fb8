//! The desk, and the board on it.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::browser::play;
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{east, pass, server, session, unknown};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gap() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let password = "purple lighthouse 42";
    app.give_password(&principal, password).await;
    app.pass(TimeDelta::minutes(35));
    // Everybody is there but one parent.
    let leader = app.on_duty(&school, Role::SchoolLeader).await;
    let others = [app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await, leader.clone()];
    for (number, other) in others.iter().enumerate() {
        let arrived = other.send_check_in(&app.arrival(&school, &format!("phone-{number}"))).await;
        assert_eq!(arrived["grade"], "confirmed");
    }
    let parent = app.on_duty(&school, Role::Parent).await;
    let phone = principal.get("/me/export").await.expect(200)["phone"].clone();
    let given = json!({
        "principal": { "phone": phone, "password": password }, "parent": session(&parent).await, "leader": session(&leader).await,
        "code": school.gate.code, "inside": east(&school.gate, 0.0, 12.0),
    });
    let read = |path: String| Handle::current().block_on(principal.get(&path)).expect(200);
    play("desk/gap", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        "grace" => read(format!("/schools/{}/rules", school.organization.id))["items"][0]["live_grace_seconds"].clone(),
        "grade" => read(format!("/check-ins/{}", with["check_in"].as_str().unwrap()))["effective_grade"].clone(),
        other => unknown(other),
    });
    let kept = parent.get("/me/check-ins").await.expect(200);
    let told: Vec<&Value> = kept["items"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert_eq!(told, ["arrive", "leave", "arrive"]);
}
