//! Stations and their schools, putting organizations away, a school's settings.

use chrono::TimeDelta;
use huxue::domain::words::Office;
use huxue_tests::{Actor, TestApp, on_both};
use reqwest::Method;
use serde_json::json;

on_both! {
    async fn a_station_sees_the_schools_assigned_to_it(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        let school = app.school(&admin, "实验小学").await;
        let chief = app.officer(&station, Office::StationChief).await;
        let (read, assigned) = (format!("/organizations/{}", school.id), format!("/stations/{}/schools", station.id));
        let link = format!("{assigned}/{}", school.id);
        chief.get(&read).await.expect_problem(404, "not_found");
        for _ in 0..2 {
            admin.put(&link, json!(null)).await.expect(204);
        }
        chief.get(&read).await.expect(200);
        assert_eq!(chief.get(&assigned).await.expect(200)["items"][0]["name"], "实验小学");
        admin.delete(&link).await.expect(204);
        chief.get(&read).await.expect_problem(404, "not_found");
        let wrong = format!("/stations/{}/schools/{}", school.id, station.id);
        admin.put(&wrong, json!(null)).await.expect_problem(422, "wrong_kind");
    }

    async fn an_organization_is_put_away_from_below(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let county = app.organization(&admin, &root, "bureau", "本县").await;
        let school = app.organization(&admin, &county, "school", "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let put_away = async |id: &str| {
            let path = format!("/organizations/{id}");
            admin.send(admin.request(reqwest::Method::DELETE, &path).header("If-Match", "\"1\"")).await
        };
        put_away(&root.id).await.expect_problem(409, "not_empty");
        put_away(&county.id).await.expect_problem(409, "not_empty");
        principal.get(&format!("/organizations/{}", school.id)).await.expect(200);
        put_away(&school.id).await.expect(204);
        principal.get(&format!("/organizations/{}", school.id)).await.expect_problem(404, "not_found");
        put_away(&county.id).await.expect(204);
        assert_eq!(admin.get("/organizations").await.expect(200)["items"].as_array().unwrap().len(), 1);
    }

    async fn an_organization_moves_with_all_below_it_and_rights_follow(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let [east, west] = [
            app.organization(&admin, &root, "bureau", "东县").await,
            app.organization(&admin, &root, "bureau", "西县").await,
        ];
        let town = app.organization(&admin, &east, "bureau", "城关镇").await;
        let school = app.organization(&admin, &town, "school", "实验小学").await;
        let station = app.organization(&admin, &east, "station", "派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
        let [of_east, of_west] =
            [app.officer(&east, Office::BureauOfficer).await, app.officer(&west, Office::BureauOfficer).await];
        let (principal, chief) =
            (app.officer(&school, Office::Principal).await, app.officer(&station, Office::StationChief).await);
        let read = format!("/organizations/{}", school.id);
        let put = async |actor: &Actor, id: &str, version: &str, parent: &str| {
            let request = actor.request(Method::PUT, &format!("/organizations/{id}/parent")).header("If-Match", version);
            actor.send(request.json(&json!({ "parent_id": parent }))).await
        };
        // Over both places, or not at all.
        put(&of_east, &town.id, "\"1\"", &west.id).await.expect_problem(404, "not_found");
        put(&of_west, &town.id, "\"1\"", &west.id).await.expect_problem(404, "not_found");
        put(&principal, &school.id, "\"1\"", &east.id).await.expect_problem(403, "forbidden");
        for parent in [&town.id, &school.id, &station.id] {
            put(&admin, &town.id, "\"1\"", parent).await.expect_problem(422, "wrong_parent");
        }
        put(&admin, &east.id, "\"1\"", &town.id).await.expect_problem(422, "wrong_parent");
        put(&admin, &root.id, "\"1\"", &east.id).await.expect_problem(422, "wrong_parent");
        put(&admin, &town.id, "\"7\"", &west.id).await.expect_problem(412, "stale");
        of_east.get(&read).await.expect(200);

        let moved = put(&admin, &town.id, "\"1\"", &west.id).await.expect(200);
        assert_eq!((&moved["parent_id"], &moved["version"]), (&json!(west.id), &json!(2)));
        of_east.get(&read).await.expect_problem(404, "not_found");
        for still in [&of_west, &principal, &chief] {
            still.get(&read).await.expect(200);
        }
        let below = app.organization(&of_west, &town, "school", "第二小学").await;
        of_west.get(&format!("/organizations/{}", below.id)).await.expect(200);
        let line = of_west.get("/audit?action=organization.move").await.expect(200)["items"][0].clone();
        assert_eq!(line["details"], json!({ "from": east.id, "to": west.id }));
    }

    async fn a_schools_settings_hold_from_a_date_on_and_zero_means_zero(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let rules = format!("/schools/{}/rules", school.id);
        let read = async || admin.get(&rules).await.expect(200)["items"].clone();
        let default = json!({ "valid_from": null, "hold_minutes": 45, "live_grace_seconds": 60, "sync_deadline_minute": 1200 });
        assert_eq!(read().await, json!([default]));
        let zero = json!({ "valid_from": "2026-11-25", "hold_minutes": 0, "live_grace_seconds": 0, "sync_deadline_minute": 0 });
        admin.put(&rules, zero.clone()).await.expect(200);
        assert_eq!(read().await, json!([default, zero]));
        app.pass(TimeDelta::days(2));
        let admin = app.another_session(&admin).await;
        assert_eq!(admin.get(&rules).await.expect(200)["items"], json!([zero]));
        for (field, value) in [("valid_from", json!("2026-11-24")), ("hold_minutes", json!(1441))] {
            let mut wrong = zero.clone();
            wrong[field] = value;
            admin.put(&rules, wrong).await.expect_problem(422, "invalid_field");
        }
    }
}
