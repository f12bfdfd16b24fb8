//! Builders of what a school asks for: posts, windows, duties.

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::id::CheckpointId;
use huxue::domain::moment::Moment;
use huxue::domain::scope::Scope;
use huxue::domain::words::CheckpointKind;
use huxue::problem::Problem;
use huxue::store::JsonText;
use huxue::store::checkpoints::{self, Checkpoint};
use serde_json::json;

use crate::actors::Actor;
use crate::app::TestApp;
use crate::people::Organization;

impl TestApp {
    /// Lets days pass; the administrator signs in again, since access tokens do not last that long.
    pub async fn days_later(&self, days: i64) -> Actor {
        self.pass(TimeDelta::days(days));
        Actor::sign_in(self, "13800000000", "correct horse battery").await
    }

    /// A gate with a fence around it. Answers its id.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn gate(&self, school: &Organization) -> String {
        let (app, school_id) = (Arc::clone(&self.app), school.id.parse().expect("an id"));
        let area = json!({ "type": "Point", "coordinates": [121.5, 31.2], "radius_m": 100 });
        let new = Checkpoint {
            id: CheckpointId::fresh(),
            school_id,
            public_no: 0,
            position: 0,
            name: "校门".to_owned(),
            kind: CheckpointKind::Gate,
            area: JsonText::of(&area).expect("JSON"),
            lon: 121.5,
            lat: 31.2,
            fence_only: false,
            officer: None,
            version: 1,
            created_at: Moment(0),
            archived_at: None,
        };
        let make = move || {
            app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(checkpoints::insert(tx, &new)?.id.to_string()))
        };
        tokio::task::spawn_blocking(make).await.expect("it runs").expect("it is made")
    }

    /// A drop-off window on workdays from 07:20 to 07:50, from today on. Answers its id.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn drop_off(&self, planner: &Actor, school: &Organization) -> String {
        let body = json!({
            "kind": "drop_off", "name": "上学", "weekdays": ["mon", "tue", "wed", "thu", "fri"],
            "starts": "07:20", "ends": "07:50", "lead_minutes": 10,
        });
        let made = planner.post(&format!("/schools/{}/windows", school.id), body).await.expect(201);
        made["id"].as_str().expect("an id").to_owned()
    }

    /// A duty of one person with one of some roles, from today on. Answers its id.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn duty(
        &self,
        planner: &Actor,
        school: &Organization,
        window: &str,
        checkpoint: &str,
        roles: &[&str],
    ) -> String {
        let body = json!({ "window_id": window, "checkpoint_id": checkpoint, "roles": roles, "count": 1 });
        let made = planner.post(&format!("/schools/{}/duties", school.id), body).await.expect(201);
        made["id"].as_str().expect("an id").to_owned()
    }

    /// A shift of a person. Answers its id.
    ///
    /// # Panics
    /// If it cannot be planned.
    pub async fn shift(
        &self,
        planner: &Actor,
        school: &Organization,
        duty: &str,
        person: &Actor,
        date: &str,
    ) -> String {
        let body = json!({ "shifts": [{ "duty_id": duty, "dates": [date], "person_id": person.person_id }] });
        let made = planner.post(&format!("/schools/{}/shifts", school.id), body).await.expect(201);
        made["items"][0]["id"].as_str().expect("an id").to_owned()
    }
}
