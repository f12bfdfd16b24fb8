//! `/organizations/{id}/patrol-routes`, `/patrol-routes/{id}`, `/organizations/{id}/patrols`, `/me/patrols`

mod bounds;
mod months;
mod rounds;

use huxue::domain::words::{Office, Role};
use huxue_tests::school::School;
use huxue_tests::{Actor, Organization, TestApp};
use serde_json::{Value, json};

/// A station that answers for two schools, a kilometre apart, with its chief, an officer, and a route past both.
pub(crate) struct Beat {
    pub(crate) admin: Actor,
    pub(crate) station: Organization,
    pub(crate) schools: [School; 2],
    pub(crate) chief: Actor,
    pub(crate) officer: Actor,
    pub(crate) route: String,
}

pub(crate) async fn beat(app: &TestApp) -> Beat {
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    let schools = [app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "第二小学").await];
    for school in &schools {
        let path = format!("/stations/{}/schools/{}", station.id, school.organization.id);
        admin.put(&path, json!(null)).await.expect(204);
    }
    let chief = app.officer(&station, Office::StationChief).await;
    let officer = app.member(&station, Role::Police).await;
    app.agree(&officer, true).await;
    let new = json!({ "name": "城关一线", "ordered": true, "norm": "town_school", "points": points(&schools) });
    let made = chief.post(&format!("/organizations/{}/patrol-routes", station.id), new).await.expect(201);
    assert_eq!(
        (&made["rounds"], &made["min_grade"], &made["school_days_only"]),
        (&json!(2), &json!("likely"), &json!(true))
    );
    Beat { admin, station, schools, chief, officer, route: made["id"].as_str().unwrap().to_owned() }
}

pub(crate) fn points(schools: &[School]) -> Vec<Value> {
    schools.iter().map(|school| json!({ "checkpoint_id": school.gate.id })).collect()
}

impl Beat {
    async fn pass(&self, app: &TestApp, school: usize) {
        let sent = self.officer.send_check_in(&app.check_in("pass", &self.schools[school].gate, "phone")).await;
        assert_eq!(sent["grade"], "confirmed", "{sent}");
    }

    async fn day(&self, who: &Actor, date: &str) -> Value {
        who.get(&format!("/patrol-routes/{}/days/{date}", self.route)).await.expect(200)
    }
}
