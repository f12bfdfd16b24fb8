//! Routes that are asked for by the month.

use chrono::TimeDelta;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

use super::{beat, points};

on_both! {
    async fn a_month_asks_for_its_share_and_counts_what_was_walked(app: TestApp) {
        let beat = beat(&app).await;
        let routes = format!("/organizations/{}/patrol-routes", beat.station.id);
        let new = |norm: &str, per: &str| {
            json!({ "name": "责任民警月检", "points": points(&beat.schools[..1]), "rounds": 4, "per": per, "norm": norm })
        };
        let wrong = beat.chief.post(&routes, new("responsible_officer", "day")).await;
        assert_eq!(wrong.body["field"], "norm");
        wrong.expect_problem(422, "invalid_field");
        let made = beat.chief.post(&routes, new("responsible_officer", "month")).await.expect(201);
        assert_eq!((&made["per"], &made["norm"]), (&json!("month"), &json!("responsible_officer")));
        beat.pass(&app, 0).await;
        let mine = beat.officer.get("/me/patrols").await.expect(200);
        let of = |name: &str| mine["items"].as_array().unwrap().iter().find(|one| one["route"]["name"] == name).unwrap().clone();
        let month = json!({ "month": "2026-11-01", "planned": 1, "done": 1, "missed": 0 });
        assert_eq!(of("责任民警月检")["month"], month, "8 of 30 days of four a month");
        assert_eq!((&of("责任民警月检")["sum"]["planned"], &of("城关一线")["month"]), (&json!(0), &json!(null)));

        app.pass(TimeDelta::days(40));
        let chief = app.again(&beat.chief).await;
        let told = chief.get(&format!("/organizations/{}/patrols?from=2026-12-20&to=2026-12-31", beat.station.id)).await.expect(200);
        let routes = told["routes"].as_array().unwrap();
        let monthly = routes.iter().find(|one| one["name"] == "责任民警月检").unwrap();
        assert_eq!(monthly["months"], json!([{ "month": "2026-12-01", "planned": 4, "done": 0, "missed": 4 }]), "the whole month");
        assert_eq!(monthly["sum"]["missed"], 0, "no day misses what the month asks for");

        let path = format!("/patrol-routes/{}", made["id"].as_str().unwrap());
        let edited = chief.patch(&path, "\"1\"", json!({ "norm": null, "per": "day", "rounds": 1 })).await.expect(200);
        assert_eq!((&edited["norm"], &edited["per"], &edited["name"]), (&json!(null), &json!("day"), &json!("责任民警月检")));
    }
}
