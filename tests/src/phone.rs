//! What phones send: check-ins and positions.

use huxue::domain::id::PersonId;
use serde_json::{Value, json};

use crate::actors::Actor;
use crate::school::{DEGREES_PER_M, Post};

impl Actor {
    /// The person's id.
    ///
    /// # Panics
    /// If nobody is signed in.
    #[must_use]
    pub fn id(&self) -> PersonId {
        self.person_id.as_deref().expect("signed in").parse().expect("an id")
    }

    /// Sends check-ins and gives the results.
    ///
    /// # Panics
    /// If the answer is not 200.
    pub async fn send_check_ins(&self, check_ins: &[Value]) -> Vec<Value> {
        let body = self.post("/check-ins", json!({ "check_ins": check_ins })).await.expect(200);
        body["results"].as_array().expect("results").clone()
    }

    /// Sends one check-in and gives its result.
    pub async fn send_check_in(&self, check_in: &Value) -> Value {
        self.send_check_ins(std::slice::from_ref(check_in)).await.remove(0)
    }
}

/// A fix so many metres east of a post's centre.
#[must_use]
pub fn fix(post: &Post, east_m: f64, accuracy_m: f64) -> Value {
    let lon = post.lon + east_m * DEGREES_PER_M;
    json!({ "lon": lon, "lat": post.lat, "accuracy_m": accuracy_m, "datum": "wgs84", "age_ms": 0, "mocked": false })
}
