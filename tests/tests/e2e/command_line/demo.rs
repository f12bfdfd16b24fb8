//! `huxue demo`: one morning played as fast as the server answers, and what is then on record.

use huxue_tests::command::huxue;
use huxue_tests::server_process::ServerProcess;
use reqwest::Client;
use serde_json::{Value, json};

const DAY: &str = "2026-11-23";

async fn get(http: &Client, address: &str, token: &str, path: &str) -> Value {
    let answer = http.get(format!("{address}{path}")).bearer_auth(token).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.json().await.unwrap()
}

fn words<'a>(list: &'a Value, of: &str, field: &str) -> Vec<&'a str> {
    list[of].as_array().unwrap().iter().filter_map(|one| one[field].as_str()).collect()
}

#[tokio::test]
async fn a_morning_has_rounds_hazards_an_alarm_and_alerts() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let data = data.to_str().unwrap();
    let once = ["demo", "--once", "--days", "5", "--listen", "127.0.0.1:0", "--data", data];
    let played = huxue("", &once).good();
    for told in ["co-signs", "holds the key for help", "扫码页", "校长"] {
        assert!(played.contains(told), "{told}: {played}");
    }
    for grade in ["confirmed", "likely", "claimed", "contradicted", "rejected"] {
        assert!(played.lines().any(|line| line.ends_with(&format!(" {grade}"))), "{grade}: {played}");
    }

    let server = ServerProcess::start(&format!("sqlite:{data}/huxue.db"), &[]);
    let (http, address) = (Client::new(), format!("http://{}/api/v1", server.address));
    let sign_in = json!({ "phone": "13800000001", "password": "huxue-demo-2026" });
    let session = http.post(format!("{address}/sessions")).json(&sign_in).send().await.unwrap();
    let session: Value = session.json().await.unwrap();
    let token = session["access_token"].as_str().unwrap();
    let ask = async |path: &str| get(&http, &address, token, path).await;
    let bureau = ask("/organizations?kind=bureau").await["items"][0]["id"].as_str().unwrap().to_owned();
    let station = ask("/organizations?kind=station").await["items"][0]["id"].as_str().unwrap().to_owned();

    let hazards = ask(&format!("/organizations/{bureau}/hazards")).await;
    let mut states = words(&hazards, "items", "state");
    states.dedup();
    assert!(states.len() > 1, "hazards at several steps: {states:?}");
    let alarms = ask(&format!("/organizations/{bureau}/alarms")).await;
    assert_eq!((&alarms["items"][0]["drill"], &alarms["items"][0]["state"]), (&json!(true), &json!("closed")));
    let alerts = ask(&format!("/organizations/{bureau}/alerts?limit=200")).await;
    let of_day = alerts["items"].as_array().unwrap().iter().filter(|alert| alert["date"] == DAY);
    let kinds: Vec<&str> = of_day.filter_map(|alert| alert["kind"].as_str()).collect();
    // What the rounds of the server find depends on how fast the morning is played; what people do does not.
    for kind in ["hazard_assigned", "alarm"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    let patrols = ask(&format!("/organizations/{station}/patrols?from={DAY}&to={DAY}")).await;
    assert_eq!(patrols["routes"][0]["sum"]["done"], 1, "{}", patrols["routes"][0]["sum"]);
}
