//! Whose rounds are whose, and which words are taken.

use chrono::TimeDelta;
use diesel::RunQueryDsl as _;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use super::{beat, points};

on_both! {
    async fn two_stations_at_one_school_walk_rounds_of_their_own(app: TestApp) {
        let beat = beat(&app).await;
        let root = app.root(&beat.admin).await;
        let other = app.organization(&beat.admin, &root, "station", "交警大队").await;
        for school in &beat.schools {
            let path = format!("/stations/{}/schools/{}", other.id, school.organization.id);
            beat.admin.put(&path, json!(null)).await.expect(204);
        }
        let (chief, officer) = (app.officer(&other, Office::StationChief).await, app.member(&other, Role::Police).await);
        app.agree(&officer, true).await;
        let new = json!({ "name": "交警一线", "points": points(&beat.schools) });
        let made = chief.post(&format!("/organizations/{}/patrol-routes", other.id), new).await.expect(201);
        let sent = officer.send_check_in(&app.check_in("pass", &beat.schools[0].gate, "phone")).await;
        assert_eq!(sent["grade"], "confirmed", "{sent}");
        assert_eq!(beat.day(&beat.chief, "2026-11-23").await["rounds"], json!([]), "they walk for theirs");
        let path = format!("/patrol-routes/{}/days/2026-11-23", made["id"].as_str().unwrap());
        assert_eq!(chief.get(&path).await.expect(200)["rounds"].as_array().unwrap().len(), 1);
    }

    async fn who_has_left_the_station_has_still_walked(app: TestApp) {
        let beat = beat(&app).await;
        beat.pass(&app, 0).await;
        let members = format!("/organizations/{}/members", beat.station.id);
        let all = beat.admin.get(&members).await.expect(200);
        let of_officer = |one: &&serde_json::Value| one["person"]["id"] == json!(beat.officer.person_id);
        let membership = all["items"].as_array().unwrap().iter().find(of_officer).unwrap()["id"].as_str().unwrap().to_owned();
        app.pass(TimeDelta::minutes(1));
        let end = beat.admin.request(Method::DELETE, &format!("/memberships/{membership}"));
        beat.admin.send(end).await.expect(200);
        assert_eq!(beat.day(&beat.chief, "2026-11-23").await["rounds"].as_array().unwrap().len(), 1);
    }

    async fn a_school_on_a_route_stays_with_the_station(app: TestApp) {
        let beat = beat(&app).await;
        let of_first = format!("/stations/{}/schools/{}", beat.station.id, beat.schools[0].organization.id);
        let take = || beat.admin.request(Method::DELETE, &of_first);
        let refused = beat.admin.send(take()).await;
        assert_eq!(refused.body["detail"], "城关一线", "it says which: {}", refused.text);
        refused.expect_problem(409, "school_on_patrol_route");
        let path = format!("/patrol-routes/{}", beat.route);
        beat.chief.patch(&path, "\"1\"", json!({ "points": points(&beat.schools[1..]) })).await.expect(200);
        beat.admin.send(take()).await.expect(204);
    }

    async fn only_a_walker_ends_a_round_and_only_of_a_route_that_held(app: TestApp) {
        let beat = beat(&app).await;
        let (path, ends) = (format!("/patrol-routes/{}", beat.route), format!("/patrol-routes/{}/ends", beat.route));
        let colleague = app.member(&beat.station, Role::Auxiliary).await;
        let named = json!({ "persons": [beat.officer.person_id] });
        beat.chief.patch(&path, "\"1\"", named).await.expect(200);
        let word = |at: String| json!({ "id": Uuid::now_v7(), "at": at, "reason": "接警出动" });
        colleague.post(&ends, word(app.now())).await.expect_problem(422, "not_of_station");
        let before_it_held = beat.officer.post(&ends, word(app.before(TimeDelta::days(1)))).await;
        assert_eq!(before_it_held.body["field"], "at");
        before_it_held.expect_problem(422, "invalid_field");
        let kept = word(app.now());
        beat.officer.post(&ends, kept.clone()).await.expect(200);
        let own = beat.officer.get("/me/export").await.expect(200);
        assert_eq!((&own["patrol_ends"][0]["id"], &own["patrol_ends"][0]["reason"]), (&kept["id"], &kept["reason"]));
        assert_eq!(colleague.get("/me/export").await.expect(200)["patrol_ends"], json!([]));
    }

    async fn the_words_that_ended_rounds_are_only_ever_added(app: TestApp) {
        let beat = beat(&app).await;
        let word = json!({ "id": Uuid::now_v7(), "at": app.now(), "reason": "接警出动" });
        beat.officer.post(&format!("/patrol-routes/{}/ends", beat.route), word).await.expect(200);
        for statement in ["UPDATE patrol_ends SET reason = 'x'", "DELETE FROM patrol_ends"] {
            use huxue::store::Read as _;
            let changed = app.store(move |_, tx| Ok(diesel::sql_query(statement).execute(tx.db()).is_ok())).await;
            assert!(!changed, "{statement}");
        }
    }
}
