//! Setting up: places on the map, schools from a table, the calendar.

use huxue::domain::place::{Position, from_wgs84};
use huxue::domain::words::{Datum, Office};
use huxue_tests::browser::{nothing_asked, play};
use huxue_tests::school::GATE;
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{server, server_with, session, unknown};

/// A server of tiles that are drawn in the datum of Amap; the story answers for it.
const TILES: &str = "https://tiles.test";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn map() {
    let app = server_with(|config| {
        config.map.tile_url = format!("{TILES}/{{z}}/{{x}}/{{y}}.png");
        config.map.datum = Datum::Gcj02;
    })
    .await;
    let admin = app.administrator().await;
    let school = app.school(&admin, "实验小学").await;
    let principal = app.officer(&school, Office::Principal).await;
    let place = json!({ "lon": GATE.0, "lat": GATE.1, "datum": "wgs84" });
    principal.put(&format!("/organizations/{}/place", school.id), place).await.expect(204);
    let position = Position::new(GATE.0, GATE.1).unwrap();
    let given = json!({
        "principal": session(&principal).await, "school": school.id, "tiles": TILES, "at": [GATE.0, GATE.1],
        "amap": from_wgs84(Datum::Gcj02, position),
    });
    let checkpoints = format!("/schools/{}/checkpoints", school.id);
    play("set_up/map", &app, &given, |what, with| match what {
        "kept" => {
            let held = Handle::current().block_on(principal.get(&checkpoints)).expect(200);
            let named = held["items"].as_array().unwrap().iter().find(|one| one["name"] == with["name"]);
            named.unwrap()["area"].clone()
        }
        "in" => {
            let at = Position::new(with["at"][0].as_f64().unwrap(), with["at"][1].as_f64().unwrap()).unwrap();
            json!(from_wgs84(with["datum"].as_str().unwrap().parse().unwrap(), at))
        }
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn imports() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let officer = app.officer(&root, Office::Admin).await;
    let given = json!({
        "officer": session(&officer).await, "bureau": root.id,
        "wrong": "学校名称,经度,纬度\n第一小学,116.393433,39.929393\n第二小学,39.93,116.41\n,116.42,39.94\n",
        "right": "学校名称,经度,纬度\n第一小学,116.393433,39.929393\n第二小学,116.41,39.93\n第三小学,116.42,39.94\n",
    });
    let names =
        |list: &Value| list["items"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect::<Value>();
    play("set_up/imports", &app, &given, |what, _| match what {
        "schools" => names(&Handle::current().block_on(admin.get("/organizations?kind=school")).expect(200)),
        other => unknown(other),
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calendar() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let officer = app.officer(&root, Office::BureauOfficer).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    let given = json!({
        "officer": session(&officer).await, "principal": session(&principal).await,
        "bureau": root.id, "school": school.organization.id,
    });
    play("set_up/calendar", &app, &given, nothing_asked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_work() {
    let app = server().await;
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let school = app.guarded_school(&admin, "实验小学").await;
    for name in ["西门", "北门"] {
        app.post(&school.organization, name).await;
    }
    let rows: String = (0..600)
        .map(|row| {
            format!("第{row}小学,{:.6},{:.6}\n", 116.0 + f64::from(row) * 0.001, 39.9 + f64::from(row % 7) * 0.01)
        })
        .collect();
    let given = json!({
        "officer": session(&admin).await, "bureau": root.id, "school": school.organization.id,
        "table": format!("学校名称,经度,纬度\n{rows}"),
    });
    play("set_up/long_work", &app, &given, |what, _| match what {
        "schools" => {
            let part = |after: &str| {
                Handle::current()
                    .block_on(admin.get(&format!("/organizations?kind=school&limit=400{after}")))
                    .expect(200)
            };
            let first = part("");
            let rest = part(&format!("&after={}", first["next"].as_str().unwrap()));
            json!(first["items"].as_array().unwrap().len() + rest["items"].as_array().unwrap().len())
        }
        other => unknown(other),
    });
}
