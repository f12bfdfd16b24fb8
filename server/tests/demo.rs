//! `huxue demo --once`: a whole county, its history, and one morning that its phones send over HTTP.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use huxue::config::Config;
use huxue::domain::moment::Moment;
use huxue::service::{App, Clock};
use reqwest::Client;
use serde_json::{Value, json};

/// A little after the morning that was played.
const AFTERWARDS: &str = "2026-11-23T11:59:00+08:00";
/// The bureau officer signs in to read everything.
const READER: &str = "bureau officer";

/// Plays the demo's morning into a folder and answers what it printed.
fn play(folder: &Path) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_huxue"))
        .args(["demo", "--once", "--days", "14", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// A server over the demo's database; it goes with the test's process.
async fn serve(folder: &Path) -> String {
    let (clock, _) = Clock::manual(Moment::from(chrono::DateTime::parse_from_rfc3339(AFTERWARDS).unwrap()));
    let config = Config {
        listen: "127.0.0.1:0".to_owned(),
        database_url: format!("sqlite:{}", folder.join("huxue.db").display()),
        ..Config::default()
    };
    let app = Arc::new(App::start(config, clock).unwrap());
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let running = huxue::http::start(app).unwrap();
            let _ = tell.send(format!("http://{}/api/v1", running.address));
            running.server.await
        })
    });
    told.await.unwrap()
}

/// The lines below "Sign in": who, and the phone number.
fn sign_ins(printed: &str) -> Vec<(String, String)> {
    let below = printed.split("Sign in by phone number").nth(1).unwrap();
    let lines = below.lines().skip(1).take_while(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let (who, rest) = line.trim().split_at(16);
            (who.trim().to_owned(), rest.trim().split(' ').next().unwrap().to_owned())
        })
        .collect()
}

async fn get(client: &Client, token: &str, url: String) -> Value {
    let answer = client.get(&url).bearer_auth(token).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{url}");
    answer.json().await.unwrap()
}

#[tokio::test]
async fn the_morning_shows_everything_and_the_history_is_final() {
    let folder = tempfile::tempdir().unwrap();
    let printed = play(folder.path());
    for grade in ["confirmed", "likely", "claimed", "contradicted", "rejected"] {
        let counted = |line: &str| {
            line.trim()
                .split_once(' ')
                .is_some_and(|(count, of)| of == grade && count.parse::<u32>().is_ok_and(|count| count > 0))
        };
        assert!(printed.lines().any(counted), "{grade}:\n{printed}");
    }
    let (api, client) = (serve(folder.path()).await, Client::new());
    let password = printed.split("with the password ").nth(1).unwrap().lines().next().unwrap();
    let mut reader = String::new();
    let people = sign_ins(&printed);
    assert_eq!(people.len(), 9);
    for (who, phone) in &people {
        let body = json!({ "phone": phone, "password": password });
        let answer = client.post(format!("{api}/sessions")).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{who} {phone}");
        if who == READER {
            let body: Value = answer.json().await.unwrap();
            reader = body["access_token"].as_str().unwrap().to_owned();
        }
    }
    let schools = get(&client, &reader, format!("{api}/organizations?kind=school")).await;
    let schools = schools["items"].as_array().unwrap();
    assert_eq!(schools.len(), 8);
    let mut statuses = BTreeSet::new();
    for school in schools {
        let of = format!("{api}/schools/{}/coverage", school["id"].as_str().unwrap());
        let today = get(&client, &reader, format!("{of}?date=2026-11-23")).await;
        let duties = today["duties"].as_array().unwrap();
        statuses.extend(duties.iter().map(|duty| duty["status"].as_str().unwrap().to_owned()));
        let past = get(&client, &reader, format!("{of}/range?from=2026-11-10&to=2026-11-20")).await;
        let days = past["days"].as_array().unwrap();
        assert!(days.iter().all(|day| day["state"] == "final" && day["revision"] == 1), "{days:?}");
        let met = |field: &str| days.iter().map(|day| day["posts"][field].as_i64().unwrap()).sum::<i64>();
        assert!(met("posts_required") > 0 && met("posts_excused") > 0, "{days:?}");
    }
    let station = get(&client, &reader, format!("{api}/organizations?kind=station")).await["items"][0]["id"].clone();
    let patrols = format!("{api}/organizations/{}/patrols?from=2026-11-10&to=2026-11-23", station.as_str().unwrap());
    let route = get(&client, &reader, patrols).await["routes"][0]["sum"].clone();
    for became in ["done", "partial", "missed"] {
        assert!(route[became].as_i64().unwrap() > 0, "{became}: {route}");
    }
    for status in ["covered", "short", "empty"] {
        assert!(statuses.contains(status), "{statuses:?}");
    }
}
