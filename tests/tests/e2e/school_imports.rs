//! `/organizations/{id}/school-imports`, and `huxue import` beside a running server.

use huxue::domain::words::{Datum, Office};
use huxue::service::school_import::{self, RowState};
use huxue_tests::{Actor, TestApp, on_both};
use reqwest::Method;
use serde_json::Value;

/// Schools of Beijing as Amap gives them.
const BEIJING: &str = include_str!("../../data/beijing-schools-gcj02.csv");

async fn import(
    actor: &Actor,
    bureau: &str,
    query: &str,
    table: impl Into<reqwest::Body>,
) -> huxue_tests::actors::Answer {
    let path = format!("/organizations/{bureau}/school-imports?{query}");
    actor.send(actor.request(Method::POST, &path).header("Content-Type", "text/csv").body(table)).await
}

fn counts(report: &Value) -> (u64, u64, u64, bool) {
    let count = |field: &str| report[field].as_u64().unwrap();
    (count("new"), count("there"), count("problems"), report["applied"].as_bool().unwrap())
}

async fn schools(actor: &Actor) -> Vec<Value> {
    actor.get("/organizations?kind=school&limit=500").await.expect(200)["items"].as_array().unwrap().clone()
}

on_both! {
    async fn a_table_is_previewed_applied_and_repeated_without_duplicates(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = app.root(&admin).await.id;
        let rows = u64::try_from(BEIJING.lines().count() - 1).unwrap();
        let preview = import(&admin, &bureau, "datum=gcj02", BEIJING).await.expect(200);
        assert_eq!(counts(&preview), (rows, 0, 0, false), "{preview}");
        assert!(schools(&admin).await.is_empty());
        // 116.393433, 39.929393 in GCJ-02.
        let (lon, lat) = (preview["lines"][0]["lon"].as_f64().unwrap(), preview["lines"][0]["lat"].as_f64().unwrap());
        assert!((lon - 116.3872).abs() < 1e-3 && (lat - 39.9280).abs() < 1e-3, "{lon} {lat}");
        let applied = import(&admin, &bureau, "datum=gcj02&apply=true", BEIJING).await.expect(200);
        assert_eq!(counts(&applied), (rows, 0, 0, true));
        assert_eq!(u64::try_from(schools(&admin).await.len()).unwrap(), rows);
        let with_mark = format!("\u{FEFF}{BEIJING}");
        let again = import(&admin, &bureau, "datum=gcj02&apply=true", with_mark).await.expect(200);
        assert_eq!(counts(&again), (0, rows, 0, true));
        assert_eq!(u64::try_from(schools(&admin).await.len()).unwrap(), rows);
    }

    async fn one_bad_row_keeps_everything_out(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = app.root(&admin).await.id;
        let table = "学校名称,经度,纬度,编码\n一小,116.4,39.9,1\n二小,39.9,116.4,2\n,116.4,39.9,3\n四小,x,39.9,4\n五小,116.5,39.9,1\n";
        let report = import(&admin, &bureau, "datum=wgs84&apply=true", table).await.expect(200);
        assert_eq!(counts(&report), (1, 0, 4, false));
        let lines = report["lines"].as_array().unwrap();
        let found: Vec<_> = lines.iter().filter_map(|line| line["problem"].as_str()).collect();
        assert_eq!(found, ["swapped_lon_lat", "missing_name", "bad_number", "repeated_in_file"]);
        assert!(lines[1]["message"].as_str().unwrap().contains("写反"));
        assert!(schools(&admin).await.is_empty());
        let good = "学校名称,经度,纬度,编码\n一小,116.4,39.9,1\n";
        import(&admin, &bureau, "datum=wgs84&apply=true", good).await.expect(200);
        // The number tells a school, even when it was renamed and has moved.
        let renamed = "学校名称,经度,纬度,编码\n第一小学,116.6,39.9,1\n";
        assert_eq!(counts(&import(&admin, &bureau, "datum=wgs84", renamed).await.expect(200)), (0, 1, 0, false));
    }

    async fn what_is_no_table_or_not_allowed_is_refused(app: TestApp) {
        let admin = app.administrator().await;
        let (bureau, school) = (app.root(&admin).await.id, app.school(&admin, "实验小学").await);
        import(&admin, &bureau, "apply=true", BEIJING).await.expect_problem(400, "malformed_query");
        import(&admin, &bureau, "datum=gcj02", "x\n1\n").await.expect_problem(422, "table_unreadable");
        let gb18030 = b"\xc3\xfb\xb3\xc6,lon,lat\n".to_vec();
        let refused = import(&admin, &bureau, "datum=gcj02", gb18030).await;
        assert!(refused.body["detail"].as_str().unwrap().contains("UTF-8"), "{}", refused.text);
        import(&admin, &bureau, "datum=gcj02", "x".repeat(1_100_000)).await.expect_problem(413, "body_too_large");
        import(&admin, &school.id, "datum=gcj02", BEIJING).await.expect_problem(422, "wrong_parent");
        let principal = app.officer(&school, Office::Principal).await;
        import(&principal, &school.id, "datum=gcj02", BEIJING).await.expect_problem(403, "forbidden");
        import(&principal, &bureau, "datum=gcj02", BEIJING).await.expect_problem(404, "not_found");
    }

    async fn the_command_does_the_same_without_an_actor(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = app.root(&admin).await.id.parse().unwrap();
        let server = std::sync::Arc::clone(&app.app);
        let run = move || school_import::run(&server, None, bureau, BEIJING.as_bytes(), Datum::Gcj02, true).unwrap();
        let report = tokio::task::spawn_blocking(run).await.unwrap();
        assert!(report.applied && report.count(RowState::Problem) == 0);
        assert_eq!(schools(&admin).await.len(), report.count(RowState::New));
    }
}
