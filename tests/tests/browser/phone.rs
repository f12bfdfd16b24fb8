//! The page that a scanned sign opens.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::browser::{nothing_asked, play};
use huxue_tests::{Actor, School, TestApp};
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{east, pass, server, session, unknown};

const PASSWORD: &str = "purple lighthouse 42";

/// A school, and a guard of it who has a password; the guard's phone lies in the middle of the gate.
async fn guard_with_a_password(app: &TestApp) -> (Actor, Value) {
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let guard = app.on_duty(&school, Role::Guard).await;
    app.give_password(&guard, PASSWORD).await;
    let account = guard.get("/me/export").await.expect(200);
    let given = json!({
        "code": school.gate.code, "post": school.gate.name, "school": "实验小学", "name": account["name"],
        "phone": account["phone"], "password": PASSWORD, "inside": east(&school.gate, 0.0, 12.0),
    });
    (guard, given)
}

/// A school when its people are to be on post, and a parent of it.
async fn parent_on_time(app: &TestApp) -> (School, Actor, Value) {
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let parent = app.on_duty(&school, Role::Parent).await;
    // Half a minute past it: a tap counts from before it was received.
    app.pass(TimeDelta::seconds(20 * 60 + 30));
    let given = json!({
        "code": school.gate.code, "post": school.gate.name, "parent": session(&parent).await,
        "inside": east(&school.gate, 0.0, 12.0),
    });
    (school, parent, given)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn first_check_in() {
    let app = server().await;
    let (guard, given) = guard_with_a_password(&app).await;
    play("phone/first_check_in", &app, &given, nothing_asked);

    let kept = guard.get("/me/check-ins").await.expect(200);
    let one = &kept["items"][0];
    let told = ["kind", "proof", "fence", "grade", "clock"].map(|field| one[field].as_str().unwrap());
    assert_eq!(told, ["arrive", "sign", "inside", "confirmed", "good"]);
    assert_eq!(kept["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn grades() {
    let app = server().await;
    let (school, _, mut given) = parent_on_time(&app).await;
    // The area's radius is 50 m: 20 m outside with an error of 40 m may be inside; a kilometre is not.
    given["near"] = east(&school.gate, 70.0, 40.0);
    given["refused"] = Value::Null;
    given["outside"] = east(&school.gate, 1_000.0, 12.0);
    play("phone/grades", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn offline() {
    let app = server().await;
    let (_, parent, given) = parent_on_time(&app).await;
    play("phone/offline", &app, &given, |what, _| match what {
        "held" => {
            let kept = Handle::current().block_on(parent.get("/me/check-ins")).expect(200);
            json!(kept["items"].as_array().unwrap().len())
        }
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wechat() {
    let app = server().await;
    let (guard, given) = guard_with_a_password(&app).await;
    app.pass(TimeDelta::minutes(25));
    play("phone/wechat", &app, &given, nothing_asked);
    let kept = guard.get("/me/check-ins").await.expect(200);
    assert_eq!((&kept["items"][0]["grade"], &kept["items"][0]["clock"]), (&json!("confirmed"), &json!("good")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn installed() {
    let app = server().await;
    let (_, _, mut given) = parent_on_time(&app).await;
    given["school"] = json!("实验小学");
    play("phone/installed", &app, &given, nothing_asked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ways_out() {
    let app = server().await;
    let admin = app.administrator().await;
    let [school, other] = [app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "城关小学").await];
    let west = app.post(&school.organization, "西门").await;
    let reissue = format!("/checkpoints/{}/sign/reissue", west.id);
    let new = admin.post(&reissue, json!({ "reason": "牌子丢失" })).await.expect(201);
    let parent = app.on_duty(&school, Role::Parent).await;
    let given = json!({
        "code": school.gate.code, "short_code": school.gate.short_code, "post": school.gate.name, "school": "实验小学",
        "replaced": { "code": west.code, "post": west.name, "short_code": new["short_code"] },
        "other_code": other.gate.code, "other_school": "城关小学",
        "parent": session(&parent).await, "inside": east(&school.gate, 0.0, 12.0),
    });
    play("phone/ways_out", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        "arrive" => {
            let item = app.arrival(&school, "another phone");
            Handle::current().block_on(parent.send_check_in(&item))
        }
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn budgets() {
    let app = server().await;
    let (guard, mut given) = guard_with_a_password(&app).await;
    app.pass(TimeDelta::minutes(25));
    given["guard"] = session(&guard).await;
    play("phone/budgets", &app, &given, nothing_asked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn alarm() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let guard = app.on_duty(&school, Role::Guard).await;
    guard.send_check_in(&app.arrival(&school, "guard")).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    given["guard"] = session(&guard).await;
    given["principal"] = session(&principal).await;
    given["school"] = json!(school.organization.id);
    play("phone/alarm", &app, &given, nothing_asked);
    let alarms = principal.get(&format!("/organizations/{}/alarms", school.organization.id)).await.expect(200);
    let [alarm] = alarms["items"].as_array().unwrap().as_slice() else { panic!("{alarms}") };
    assert_eq!(
        (&alarm["state"], &alarm["drill"], &alarm["person_id"]),
        (&json!("closed"), &json!(false), &json!(parent.id()))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn welfare() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let [leader, guard] = [app.on_duty(&school, Role::SchoolLeader).await, app.on_duty(&school, Role::Guard).await];
    guard.send_check_in(&app.arrival(&school, "guard")).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    for (name, who) in [("leader", &leader), ("guard", &guard), ("principal", &principal)] {
        given[name] = session(who).await;
    }
    given["school"] = json!(school.organization.id);
    play("phone/welfare", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
    let alarms = principal.get(&format!("/organizations/{}/alarms", school.organization.id)).await.expect(200);
    let of = |one: &Value| json!([one["person_id"], one["drill"], one["state"]]);
    let found: Vec<Value> = alarms["items"].as_array().unwrap().iter().map(of).collect();
    assert_eq!(found, [json!([parent.id(), false, "withdrawn"]), json!([leader.id(), true, "raised"])]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn camera() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    given["principal"] = session(&principal).await;
    given["checkpoint"] = json!(school.gate.id);
    play("phone/camera", &app, &given, nothing_asked);
    let kept = parent.get("/me/check-ins").await.expect(200);
    assert_eq!(
        (&kept["items"][0]["proof"], &kept["items"][0]["grade"]),
        (&json!("sign"), &json!("confirmed")),
        "{kept}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn here() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    given["far"] = east(&school.gate, 3000.0, 10.0);
    play("phone/here", &app, &given, nothing_asked);
    let kept = parent.get("/me/check-ins").await.expect(200);
    let told: Vec<(&Value, &Value)> =
        kept["items"].as_array().unwrap().iter().map(|one| (&one["proof"], &one["grade"])).collect();
    assert_eq!(told.last(), Some(&(&json!("fence_only"), &json!("likely"))), "{kept}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn alarm_offline() {
    let app = server().await;
    let (school, parent, given) = parent_on_time(&app).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    play("phone/alarm_offline", &app, &given, nothing_asked);
    let alarms = principal.get(&format!("/organizations/{}/alarms", school.organization.id)).await.expect(200);
    let [alarm] = alarms["items"].as_array().unwrap().as_slice() else { panic!("{alarms}") };
    assert_eq!((&alarm["state"], &alarm["person_id"]), (&json!("raised"), &json!(parent.id())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn inspection() {
    let app = server().await;
    let (school, _, mut given) = parent_on_time(&app).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    given["principal"] = session(&principal).await;
    given["school"] = json!(school.organization.id);
    play("phone/inspection", &app, &given, nothing_asked);
    let inspections = principal.get(&format!("/schools/{}/inspections", school.organization.id)).await.expect(200);
    let [one] = inspections["items"].as_array().unwrap().as_slice() else { panic!("{inspections}") };
    let answer = &one["answers"][5];
    assert_eq!((&one["no"], &answer["note"]), (&json!(1), &json!("东侧通道被纸箱堵住")));
    let hazards = principal.get(&format!("/organizations/{}/hazards", school.organization.id)).await.expect(200);
    let [hazard] = hazards["items"].as_array().unwrap().as_slice() else { panic!("{hazards}") };
    assert_eq!(hazard["id"], answer["hazard_id"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hazard() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    given["principal"] = session(&principal).await;
    given["school"] = json!(school.organization.id);
    play("phone/hazard", &app, &given, nothing_asked);
    let hazards = parent.get("/me/hazards").await.expect(200);
    let [hazard] = hazards["items"].as_array().unwrap().as_slice() else { panic!("{hazards}") };
    let photos = hazard["photos"].as_array().unwrap();
    assert_eq!((photos.len(), &hazard["photos_left"]), (2, &json!(4)));
    // Nothing of the files went with the pictures.
    for photo in photos {
        let path = format!("/hazards/{}/photos/{}", hazard["id"].as_str().unwrap(), photo["id"].as_str().unwrap());
        let file = parent.request(reqwest::Method::GET, &path).send().await.unwrap().bytes().await.unwrap();
        assert!(file.starts_with(&[0xff, 0xd8]) && !file.windows(3).any(|part| part == b"GPS"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hazard_quick() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    given["principal"] = session(&principal).await;
    given["school"] = json!(school.organization.id);
    play("phone/hazard_quick", &app, &given, nothing_asked);
    let hazards = parent.get("/me/hazards").await.expect(200);
    let hazard = &hazards["items"][0];
    assert_eq!((&hazard["checkpoint_id"], hazard["photos"].as_array().unwrap().len()), (&json!(school.gate.id), 1));
    let (lon, accuracy) = (hazard["position"]["lon"].as_f64().unwrap(), &hazard["position"]["accuracy_m"]);
    assert!((lon - school.gate.lon).abs() < 1e-9 && accuracy == &json!(12.0), "{hazard}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hazard_offline() {
    let app = server().await;
    let (school, parent, mut given) = parent_on_time(&app).await;
    let guard = app.on_duty(&school, Role::Guard).await;
    given["guard"] = session(&guard).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let of_school = format!("/organizations/{}/hazards?of=all", school.organization.id);
    play("phone/hazard_offline", &app, &given, |what, _| match what {
        "held" => {
            let held = Handle::current().block_on(principal.get(&of_school)).expect(200);
            json!(held["items"].as_array().unwrap().len())
        }
        other => unknown(other),
    });
    let hazards = parent.get("/me/hazards").await.expect(200);
    let [hazard] = hazards["items"].as_array().unwrap().as_slice() else { panic!("{hazards}") };
    assert_eq!(hazard["photos"].as_array().unwrap().len(), 1);
}
