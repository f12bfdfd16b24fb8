//! The server's clock is set back by an hour: people stay signed in and check in, and receipts stay good.

use chrono::TimeDelta;
use huxue_tests::load::World;
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};
use uuid::Uuid;

use super::SHAPE;

fn check_in(app: &TestApp, world: &World, id: Uuid) -> Value {
    let now = app.clock.now().utc().to_rfc3339();
    json!({ "check_ins": [{
        "id": id, "kind": "arrive", "code": world.phones[0].code, "short_code": null, "created_at": now, "sent_at": now,
        "elapsed_ms": 0, "position": null, "device_id": "a-phone"
    }] })
}

on_both! {
    async fn a_clock_set_back_stops_nobody(app: TestApp) {
        let world = World::fill(&app.app, SHAPE);
        let mut phone = app.stranger();
        phone.token = Some(world.phones[0].token.clone());
        let before = app.clock.now();
        let first = phone.post("/check-ins", check_in(&app, &world, Uuid::now_v7())).await.expect(200);
        assert_eq!(first["results"][0]["status"], "recorded", "{first}");

        app.pass(TimeDelta::hours(-1));
        let id = Uuid::now_v7();
        let body = check_in(&app, &world, id);
        let second = phone.post("/check-ins", body.clone()).await.expect(200);
        assert_eq!(second["results"][0]["status"], "recorded", "{second}");
        let at = second["results"][0]["at"].as_str().unwrap();
        let at = chrono::DateTime::parse_from_rfc3339(at).unwrap().to_utc();
        assert!(before.utc() - at == TimeDelta::hours(1), "by the clock as it is: {at}");

        app.clock.set(before);
        let again = phone.post("/check-ins", body).await.expect(200);
        assert_eq!((&again["results"][0]["status"], &again["results"][0]["at"]), (&json!("replayed"), &second["results"][0]["at"]));
    }
}
