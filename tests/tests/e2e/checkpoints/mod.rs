//! `/schools/{id}/checkpoints`, `/checkpoints/{id}`

mod signs;

use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use serde_json::{Value, json};

/// A circle around a place of FIELD's table in Beijing, in a datum.
fn gate(datum: &str, lon: f64, lat: f64) -> Value {
    json!({
        "name": "东门 · 1号岗", "kind": "gate", "datum": datum, "fence_only": true,
        "area": { "type": "Feature", "geometry": { "type": "Point", "coordinates": [lon, lat] }, "properties": { "radius_m": 100 } },
        "officer": { "name": "王建国", "post": "城关派出所", "duties": "", "phone": "0852-1234567" },
    })
}

#[track_caller]
fn assert_near(area: &Value, lon: f64, lat: f64) {
    let at = |i: usize| area["geometry"]["coordinates"][i].as_f64().unwrap();
    assert!((at(0) - lon).abs() < 1e-6 && (at(1) - lat).abs() < 1e-6, "{area}");
}

on_both! {
    async fn a_gate_given_in_gcj02_is_kept_in_wgs84_and_read_in_any(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let path = format!("/schools/{}/checkpoints", school.id);
        let made = principal.post(&path, gate("gcj02", 116.410244499, 39.916404282)).await.expect(201);
        assert_near(&made["area"], 116.404, 39.915);
        assert_eq!((made["datum"].as_str(), made["position"].as_i64()), (Some("wgs84"), Some(1)));
        let one = format!("/checkpoints/{}", made["id"].as_str().unwrap());
        assert_near(&principal.get(&format!("{one}?datum=bd09")).await.expect(200)["area"], 116.416627244, 39.922699552);

        let second = principal.post(&path, gate("wgs84", 116.404, 39.915)).await.expect(201);
        assert_eq!(second["number"].as_i64().unwrap(), made["number"].as_i64().unwrap() + 1);
        let parent = app.member(&school, Role::Parent).await;
        assert_eq!(parent.get(&path).await.expect(200)["items"].as_array().unwrap().len(), 2);
        parent.post(&path, gate("wgs84", 116.404, 39.915)).await.expect_problem(403, "forbidden");
        let other = app.school(&admin, "另一所").await;
        let stranger = app.officer(&other, Office::Principal).await;
        stranger.get(&one).await.expect_problem(404, "not_found");
        stranger.post(&path, gate("wgs84", 116.404, 39.915)).await.expect_problem(404, "not_found");
    }

    async fn what_cannot_be_a_fence_says_why(app: TestApp) {
        let admin = app.administrator().await;
        let (school, root) = (app.school(&admin, "实验小学").await, app.root(&admin).await);
        let path = format!("/schools/{}/checkpoints", school.id);
        let mut silent = gate("wgs84", 116.4, 39.9);
        silent.as_object_mut().unwrap().remove("datum");
        let refused = admin.post(&path, silent).await;
        assert_eq!(refused.body["field"].as_str(), Some("datum"), "{}", refused.text);
        let swapped = admin.post(&path, gate("wgs84", 39.9, 116.4)).await;
        assert!(swapped.body["detail"].as_str().unwrap().starts_with("position_out_of_range"), "{}", swapped.text);
        swapped.expect_problem(422, "invalid_field");
        admin.post(&path, gate("nad27", 116.4, 39.9)).await.expect_problem(400, "malformed_json");
        let bureau = format!("/schools/{}/checkpoints", root.id);
        admin.post(&bureau, gate("wgs84", 116.4, 39.9)).await.expect_problem(404, "not_found");
        let mut tiny = gate("wgs84", 2.35, 48.86);
        tiny["area"]["properties"]["radius_m"] = json!(15);
        let warned = admin.post(&path, tiny).await.expect(201);
        let codes: Vec<_> = warned["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["tiny_area", "outside_china"]);
    }

    async fn an_edit_needs_the_version_and_a_post_put_away_is_gone(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let id = app.checkpoint(&admin, &school, "东门").await;
        let path = format!("/checkpoints/{id}");
        let edit = json!({ "name": "西门", "officer": null, "fence_only": true });
        let edited = admin.patch(&path, "\"1\"", edit.clone()).await.expect(200);
        assert_eq!((edited["name"].as_str(), edited["version"].as_i64()), (Some("西门"), Some(2)));
        admin.patch(&path, "\"1\"", edit).await.expect_problem(412, "stale");
        admin.delete(&path).await.expect_problem(428, "version_required");
        let away = admin.request(Method::DELETE, &path).header("If-Match", "\"2\"");
        admin.send(away).await.expect(204);
        admin.get(&path).await.expect_problem(404, "not_found");
        let list = admin.get(&format!("/schools/{}/checkpoints", school.id)).await.expect(200);
        assert_eq!(list["items"], json!([]));
    }

    async fn a_doubted_position_is_explained(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let id = app.checkpoint(&admin, &school, "东门").await;
        let path = format!("/checkpoints/{id}/probe");
        let at = |lat: f64, accuracy: f64| {
            json!({ "position": { "lon": 116.3872, "lat": lat, "accuracy_m": accuracy, "datum": "wgs84" } })
        };
        for (body, class) in [
            (at(39.9280, 20.0), "inside"),
            (at(39.9290, 50.0), "uncertain"),
            (at(39.9380, 50.0), "outside"),
            (at(39.9280, 300.0), "missing"),
            (json!({ "position": null }), "missing"),
        ] {
            let answer = admin.post(&path, body).await.expect(200);
            assert_eq!(answer["fence"].as_str(), Some(class));
            assert!(answer["message"].as_str().unwrap().ends_with('。'));
        }
        let wrong = json!({ "position": { "lon": 116.3872, "lat": 99.0, "accuracy_m": 5.0, "datum": "wgs84" } });
        admin.post(&path, wrong).await.expect_problem(422, "invalid_field");
    }
}
