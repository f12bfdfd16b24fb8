//! `/organizations/{id}/places`, `/organizations/{id}/place`

use huxue::domain::words::Office;
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

on_both! {
    async fn schools_are_found_where_they_were_put(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let bureau = app.organization(&admin, &root, "bureau", "本县教育局").await;
        let station = app.organization(&admin, &bureau, "station", "城关派出所").await;
        let [near, far] = [app.organization(&admin, &bureau, "school", "近校").await, app.school(&admin, "远校").await];
        let place = format!("/organizations/{}/place", near.id);
        let gate = json!({ "lon": 116.3934, "lat": 39.9294, "datum": "wgs84" });
        admin.put(&place, gate.clone()).await.expect(204);
        admin.put(&format!("/organizations/{}/place", bureau.id), gate.clone()).await.expect_problem(422, "wrong_kind");
        let nowhere = json!({ "lon": 200, "lat": 39.9, "datum": "wgs84" });
        admin.put(&place, nowhere).await.expect_problem(422, "invalid_field");
        admin.put(&format!("/stations/{}/schools/{}", station.id, near.id), json!(null)).await.expect(204);

        let all = admin.get(&format!("/organizations/{}/places", root.id)).await.expect(200);
        let mut found = names(&all);
        found.sort_unstable();
        assert_eq!(found, ["近校", "远校"]);
        for organization in [&bureau, &station, &near] {
            let list = admin.get(&format!("/organizations/{}/places", organization.id)).await.expect(200);
            assert_eq!(names(&list), ["近校"], "{}", organization.name);
            assert_eq!(list["items"][0]["place"], json!({ "lon": 116.3934, "lat": 39.9294 }));
            assert_eq!(list["items"][0]["station_ids"], json!([station.id]));
        }
        let alone = admin.get(&format!("/organizations/{}/places", far.id)).await.expect(200);
        assert_eq!((&alone["items"][0]["place"], &alone["items"][0]["station_ids"]), (&Value::Null, &json!([])));
        let amap = admin.get(&format!("/organizations/{}/places?datum=gcj02", near.id)).await.expect(200);
        assert!(amap["items"][0]["place"]["lon"].as_f64().unwrap() > 116.399, "{amap}");

        let chief = app.officer(&station, Office::StationChief).await;
        chief.put(&place, gate).await.expect_problem(403, "forbidden");
        assert_eq!(names(&chief.get(&format!("/organizations/{}/places", station.id)).await.expect(200)), ["近校"]);
    }
}
