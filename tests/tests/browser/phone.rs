//! The page that a scanned sign opens.

use huxue::domain::words::Role;
use huxue_tests::browser::{nothing_asked, play};
use serde_json::json;

use crate::server;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn first_check_in() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let guard = app.on_duty(&school, Role::Guard).await;
    let password = "purple lighthouse 42";
    app.give_password(&guard, password).await;
    let account = guard.get("/me/export").await.expect(200);
    let given = json!({
        "code": school.gate.code, "post": school.gate.name, "school": "实验小学", "name": account["name"],
        "phone": account["phone"], "password": password, "inside": { "lon": school.gate.lon, "lat": school.gate.lat, "accuracy": 12 },
    });
    play("phone/first_check_in", &app, &given, nothing_asked);

    let kept = guard.get("/me/check-ins").await.expect(200);
    let one = &kept["items"][0];
    let told = ["kind", "proof", "fence", "grade", "clock"].map(|field| one[field].as_str().unwrap());
    assert_eq!(told, ["arrive", "sign", "inside", "confirmed", "good"]);
    assert_eq!(kept["items"].as_array().unwrap().len(), 1);
}
