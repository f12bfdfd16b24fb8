//! The desk, and the board on it.

use std::time::Duration;

use chrono::TimeDelta;
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use huxue::domain::words::{Office, Role};
use huxue_tests::browser::{nothing_asked, play};
use huxue_tests::receiver::{Got, Receiver};
use huxue_tests::relay::Relay;
use huxue_tests::{Actor, Organization, TestApp};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::runtime::Handle;

use crate::{east, pass, server, server_with, session, unknown};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reconnect() {
    let mut app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let guard = app.on_duty(&school, Role::Guard).await;
    app.pass(TimeDelta::minutes(35));
    let given = json!({ "principal": session(&principal).await, "school": school.organization.id });
    let arrival = app.arrival(&school, "guard");
    let relay = Relay::to(&app.address).await;
    app.address.clone_from(&relay.address);
    play("desk/reconnect", &app, &given, |what, _| match what {
        "cut" => {
            relay.cut();
            Value::Null
        }
        "mend" => {
            relay.mend();
            Value::Null
        }
        "arrive" => Handle::current().block_on(guard.send_check_in(&arrival))["grade"].clone(),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn correction() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let parent = app.member(&school.organization, Role::Parent).await;
    let given = json!({
        "principal": session(&principal).await, "parent": session(&parent).await, "school": school.organization.id,
    });
    play("desk/correction", &app, &given, |what, _| unknown(what));
    let kept = parent.get("/me/check-ins").await.expect(200);
    assert_eq!((&kept["items"][0]["proof"], &kept["items"][0]["grade"]), (&json!("correction"), &json!("claimed")));
}

/// A station with two schools, its chief and an officer of it, and what a story is given of them; the phone is so far from the second
/// gate's centre.
async fn beat(app: &TestApp, second: (f64, f64)) -> (Actor, Organization, Value) {
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    let schools = [app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "第二小学").await];
    for school in &schools {
        let path = format!("/stations/{}/schools/{}", station.id, school.organization.id);
        admin.put(&path, json!(null)).await.expect(204);
    }
    let chief = app.officer(&station, Office::StationChief).await;
    let officer = app.member(&station, Role::Police).await;
    app.agree(&officer, true).await;
    let told = |name: &str, place: usize, (east_m, accuracy_m): (f64, f64)| {
        let gate = &schools[place].gate;
        json!({ "name": name, "code": gate.code, "short": gate.short_code, "at": east(gate, east_m, accuracy_m) })
    };
    let given = json!({
        "chief": session(&chief).await, "officer": session(&officer).await, "station": station.id,
        "schools": [told("实验小学", 0, (0.0, 12.0)), told("第二小学", 1, second)],
    });
    (chief, station, given)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn round() {
    let app = server().await;
    let (chief, station, given) = beat(&app, (0.0, 12.0)).await;
    play("desk/round", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
    let path = format!("/organizations/{}/patrols?from=2026-11-23&to=2026-11-23", station.id);
    let sum = chief.get(&path).await.expect(200)["routes"][0]["sum"].clone();
    assert_eq!((&sum["done"], &sum["partial"]), (&json!(1), &json!(1)), "{sum}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn patrol_map() {
    let app = server().await;
    // The area's radius is 50 m: 20 m outside with an error of 40 m may be inside.
    let (_, _, given) = beat(&app, (70.0, 40.0)).await;
    play("desk/patrol_map", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn alert() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let leader = app.on_duty(&school, Role::SchoolLeader).await;
    let given = json!({
        "principal": session(&principal).await, "leader": session(&leader).await, "school": school.organization.id,
        "code": school.gate.code, "inside": east(&school.gate, 0.0, 12.0),
    });
    play("desk/alert", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
    let path = format!("/organizations/{}/alerts", school.organization.id);
    let alerts = principal.get(&path).await.expect(200);
    let resolved = alerts["items"].as_array().unwrap().iter().filter(|one| one["resolved"] == true).count();
    assert_eq!(resolved, 1, "the leader's own post is filled: {alerts}");
}

/// The text that a webhook got, which is signed with a secret.
fn signed_text(got: &Got, secret: &str) -> Value {
    let key = BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
    let signed = format!("{}.{}.{}", got.headers["webhook-id"], got.headers["webhook-timestamp"], got.body);
    let mac = Hmac::<Sha256>::new_from_slice(&key).unwrap().chain_update(signed.as_bytes()).finalize();
    assert_eq!(got.headers["webhook-signature"], format!("v1,{}", BASE64.encode(&mac.into_bytes())));
    serde_json::from_str::<Value>(&got.body).unwrap()["text"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn channels() {
    let app = server_with(|config| config.private_channels = true).await;
    let admin = app.administrator().await;
    // Without windows: nothing else is told.
    let school = app.school(&admin, "实验小学").await;
    let principal = app.officer(&school, Office::Principal).await;
    // The first message arrives; of the second each of the eight attempts fails in its own way.
    let receiver = Receiver::start([200, 500, 501, 502, 503, 504, 505, 506, 507].map(|status| (status, ""))).await;
    let given = json!({ "principal": session(&principal).await, "school": school.id, "receiver": receiver.url });
    let path = format!("/organizations/{}/messages", school.id);
    // What failed is written down before the clock goes on: else another attempt might begin.
    let failed = async |attempt: u16| {
        let error = json!(format!("HTTP {}", 499 + attempt));
        while principal.get(&path).await.expect(200)["items"][0]["error"] != error {
            tokio::task::yield_now().await;
        }
    };
    let gives_up = async || {
        for attempt in 1..8 {
            failed(attempt).await;
            // More than the longest pause.
            app.pass(TimeDelta::seconds(641));
        }
        failed(8).await;
    };
    let heard = async |count: usize| {
        while receiver.got().len() < count {
            tokio::task::yield_now().await;
        }
        receiver.got()
    };
    let within = Duration::from_secs(60);
    play("desk/channels", &app, &given, |what, with| match what {
        "arrived" => {
            let count = usize::try_from(with["count"].as_u64().unwrap()).unwrap();
            let got = Handle::current().block_on(tokio::time::timeout(within, heard(count))).unwrap();
            assert_eq!(got.len(), count);
            signed_text(got.last().unwrap(), with["secret"].as_str().unwrap())
        }
        "give up" => {
            Handle::current().block_on(tokio::time::timeout(within, gives_up())).unwrap();
            Value::Null
        }
        "mend" => {
            receiver.answer((200, ""));
            Value::Null
        }
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn steps() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    let school = app.guarded_school(&admin, "实验小学").await.organization;
    admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
    let chief = app.officer(&station, Office::StationChief).await;
    let principal = app.officer(&school, Office::Principal).await;
    let given = json!({ "principal": session(&principal).await, "chief": session(&chief).await, "school": school.id });
    play("desk/steps", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
    let told = principal.get("/me/alerts").await.expect(200);
    assert_eq!(told["items"][0]["alerts"][0]["kind"], "nobody_on_time", "{told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hazard_rules() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    let [school, second] = [app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "第二小学").await];
    let path = format!("/stations/{}/schools/{}", station.id, school.organization.id);
    admin.put(&path, json!(null)).await.expect(204);
    let bureau = app.officer(&root, Office::BureauOfficer).await;
    let chief = app.officer(&station, Office::StationChief).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let (parent, other) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&second, Role::Parent).await);
    let mut given = json!({
        "root": root.id, "station": station.id, "school": school.organization.id, "second": second.organization.id,
    });
    let people =
        [("bureau", &bureau), ("chief", &chief), ("principal", &principal), ("parent", &parent), ("other", &other)];
    for (name, who) in people {
        given[name] = session(who).await;
    }
    play("desk/hazard_rules", &app, &given, nothing_asked);
    let hazards = principal.get(&format!("/organizations/{}/hazards", school.organization.id)).await.expect(200);
    let hazard = &hazards["items"][0];
    assert_eq!((&hazard["category_name"], &hazard["deadline"]), (&json!("水域"), &json!("2026-11-28")), "{hazard}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs() {
    let app = server().await;
    let admin = app.administrator().await;
    let given = json!({ "admin": session(&admin).await, "root": app.root(&admin).await.id });
    play("desk/jobs", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    admin.put(&format!("/stations/{}/schools/{}", station.id, school.organization.id), json!(null)).await.expect(204);
    let principal = app.officer(&school.organization, Office::Principal).await;
    let of_school = |what: &str| format!("/organizations/{}/{what}", school.organization.id);
    let invite = json!({ "role": "parent", "auto_approve": true, "expires_at": "2026-12-23T00:00:00Z" });
    principal.post(&of_school("invites"), invite).await.expect(201);
    principal.post(&of_school("channels"), json!({ "kind": "sms", "name": "短信" })).await.expect(201);
    let given = json!({
        "principal": session(&principal).await, "admin": session(&admin).await, "school": school.organization.id, "bureau": root.id,
    });
    play("desk/lists", &app, &given, |what, with| match what {
        "pass" => pass(&app, with),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn audit() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let parent = app.member(&school.organization, Role::Parent).await;
    let asked = json!({
        "checkpoint_id": school.gate.id, "person_id": parent.person_id, "role": "parent", "kind": "arrive",
        "at": app.before(TimeDelta::minutes(3)), "reason": "手机没电",
    });
    principal.post(&format!("/schools/{}/corrections", school.organization.id), asked).await.expect(201);
    let name = parent.get("/me").await.expect(200)["name"].clone();
    let given = json!({ "principal": session(&principal).await, "parent": name, "school": school.organization.id });
    play("desk/audit", &app, &given, nothing_asked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_could_go() {
    let app = server().await;
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let west = app.post(&school.organization, "西门").await;
    let duty = json!({
        "window_id": school.window, "checkpoint_id": west.id, "roles": ["parent"], "count": 1, "min_grade": "likely", "position": 3,
        "valid_from": "2026-11-23",
    });
    let duty =
        principal.post(&format!("/schools/{}/duties", school.organization.id), duty).await.expect(201)["id"].clone();
    let [free, one, other] = [
        app.on_duty(&school, Role::Parent).await,
        app.on_duty(&school, Role::Parent).await,
        app.on_duty(&school, Role::Parent).await,
    ];
    app.plan(&school, duty.as_str().unwrap().parse().unwrap(), &free, Role::Parent).await;
    app.pass(TimeDelta::minutes(35));
    for (number, parent) in [&one, &other].into_iter().enumerate() {
        let arrived = parent.send_check_in(&app.check_in("arrive", &west, &format!("phone-{number}"))).await;
        assert_eq!(arrived["grade"], "confirmed");
    }
    app.pass(TimeDelta::minutes(3));
    let account = free.get("/me/export").await.expect(200);
    let names = [one.get("/me").await.expect(200)["name"].clone(), other.get("/me").await.expect(200)["name"].clone()];
    let given = json!({
        "principal": session(&principal).await, "school": school.organization.id, "free": account["name"], "phone": account["phone"],
        "spare": names,
    });
    play("desk/who_could_go", &app, &given, |what, with| match what {
        "arrive" => {
            let (who, phone) = if with["who"] == "free" { (&free, "phone-free") } else { (&other, "phone-1") };
            Handle::current().block_on(who.send_check_in(&app.arrival(&school, phone)))["grade"].clone()
        }
        other => unknown(other),
    });
    let looks = principal.get("/audit?action=phone.view").await.expect(200)["items"].clone();
    assert_eq!((looks.as_array().unwrap().len(), &looks[0]["details"]["person"]), (1, &json!(free.person_id)));
}
