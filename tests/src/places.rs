//! Builders of posts.

use serde_json::json;

use crate::actors::Actor;
use crate::app::TestApp;
use crate::people::Organization;

impl TestApp {
    /// A gate with a circle of 100 m, in WGS-84; answers its id.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn checkpoint(&self, actor: &Actor, school: &Organization, name: &str) -> String {
        let body = json!({
            "name": name, "kind": "gate", "datum": "wgs84",
            "area": { "type": "Point", "coordinates": [116.3872, 39.9280], "radius_m": 100 },
        });
        let made = actor.post(&format!("/schools/{}/checkpoints", school.id), body).await.expect(201);
        made["id"].as_str().expect("an id").to_owned()
    }

    /// A gate-room screen of a post; answers its id.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn screen(&self, actor: &Actor, checkpoint: &str) -> String {
        let made =
            actor.post(&format!("/checkpoints/{checkpoint}/screens"), json!({ "name": "值班室" })).await.expect(201);
        made["id"].as_str().expect("an id").to_owned()
    }
}
