//! The world of the matrix: a province's bureau above a county's, with a station and a school; beside them another county, another
//! school and another station; and people of every office and role in each of these places.

use std::collections::BTreeMap;

use huxue::domain::words::{Office, Role};
use huxue_tests::people::Place as Holding;
use huxue_tests::{Actor, Organization, TestApp};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use super::routes::{Line, Place};

const BUREAU: &[Holding] =
    &[Holding::Office(Office::BureauOfficer), Holding::Office(Office::Admin), Holding::Role(Role::GridWorker)];
const STATION: &[Holding] =
    &[Holding::Office(Office::StationChief), Holding::Role(Role::Police), Holding::Role(Role::Auxiliary)];
const SCHOOL: &[Holding] = &[
    Holding::Office(Office::Principal),
    Holding::Office(Office::SafetyOfficer),
    Holding::Office(Office::StationChief),
    Holding::Office(Office::BureauOfficer),
    Holding::Office(Office::Admin),
    Holding::Role(Role::Police),
    Holding::Role(Role::Auxiliary),
    Holding::Role(Role::TrafficPolice),
    Holding::Role(Role::Guard),
    Holding::InCharge(Role::Guard),
    Holding::Role(Role::SchoolLeader),
    Holding::Role(Role::Teacher),
    Holding::Role(Role::Parent),
    Holding::Role(Role::Volunteer),
    Holding::Role(Role::GridWorker),
];

/// Somebody who calls.
#[derive(Clone)]
pub(super) struct Caller {
    /// `principal@school`, `stranger` …
    pub(super) name: String,
    /// An office, `leader`, `role`, or nothing.
    pub(super) holds: &'static str,
    /// Where: `province`, `county`, `station`, `school`, or somewhere else.
    at: &'static str,
    /// Whether the session is alive.
    pub(super) alive: bool,
    actor: Actor,
}

pub(crate) struct World {
    /// Makes again what a call may have taken away.
    pub(crate) admin: Actor,
    callers: Vec<Caller>,
    /// What stands for the placeholders.
    names: BTreeMap<&'static str, String>,
}

impl World {
    pub(crate) async fn build(app: &TestApp) -> Self {
        let admin = app.administrator().await;
        let province = app.root(&admin).await;
        let county = app.organization(&admin, &province, "bureau", "本县教育局").await;
        let station = app.organization(&admin, &county, "station", "本地派出所").await;
        let school = app.organization(&admin, &county, "school", "本校").await;
        let mut world = Self { admin: admin.clone(), callers: Vec::new(), names: BTreeMap::new() };
        world.people_of(app, "province", &province, BUREAU).await;
        world.people_of(app, "county", &county, BUREAU).await;
        world.people_of(app, "station", &station, STATION).await;
        world.people_of(app, "school", &school, SCHOOL).await;
        for (kind, holdings) in [("bureau", BUREAU), ("station", STATION), ("school", SCHOOL)] {
            let parent = if kind == "bureau" { &province } else { &county };
            let other = app.organization(&admin, parent, kind, "另一个").await;
            world.people_of(app, "elsewhere", &other, holdings).await;
        }
        let checkpoint = app.checkpoint(&admin, &school, "东门").await;
        let screen = app.screen(&admin, &checkpoint).await;
        let window = app.drop_off(&admin, &school).await;
        let gate = app.gate(&school).await;
        let duty = app.duty(&admin, &school, &window, &gate, &["parent"]).await;
        let pending = app.person(Some((&school, Holding::Pending(Role::Parent)))).await;
        app.another_session(&pending).await;
        let sessions = pending.get("/sessions").await.expect(200)["items"].as_array().unwrap().clone();
        let spare = sessions.iter().find(|session| session["current"] == false).unwrap();
        let session = spare["id"].as_str().unwrap().to_owned();
        let parent = world.callers.iter().find(|caller| caller.name == "parent (role) of school 本校").unwrap();
        let shift = app.shift(&admin, &school, &duty, &parent.actor, "2026-11-24").await;
        let other_parent = app.member(&school, Role::Parent).await;
        let others_shift = app.shift(&admin, &school, &duty, &other_parent, "2026-11-24").await;
        let change = json!({ "date": "2026-11-24", "kind": "day_stood_down", "reason": "暴雨" });
        let change = admin.post(&format!("/schools/{}/day-changes", school.id), change).await.expect(201);
        let day_change = change["id"].as_str().unwrap().to_owned();
        let (day, past_day) = ("2026-12-01".to_owned(), "2020-01-01".to_owned());
        let guarded = app.guard(school.clone()).await;
        let guard = app.on_duty(&guarded, Role::Guard).await;
        let check_in = guard.send_check_in(&app.arrival(&guarded, "phone-1")).await["id"].as_str().unwrap().to_owned();
        let asked = json!({
            "checkpoint_id": guarded.gate.id, "role": "guard", "kind": "arrive", "at": app.now(), "reason": "手机没电",
        });
        let correction = guard.post(&format!("/schools/{}/corrections", school.id), asked).await.expect(201);
        let correction = correction["id"].as_str().unwrap().to_owned();
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
        let walked = json!({ "name": "一线", "points": [{ "checkpoint_id": checkpoint }] });
        let route = admin.post(&format!("/organizations/{}/patrol-routes", station.id), walked).await.expect(201);
        let route = route["id"].as_str().unwrap().to_owned();
        let by_text = json!({ "kind": "sms", "name": "短信" });
        let channel = admin.post(&format!("/organizations/{}/channels", school.id), by_text).await.expect(201);
        let channel = channel["id"].as_str().unwrap().to_owned();
        let message = admin.post(&format!("/channels/{channel}/test"), json!(null)).await.expect(202);
        let message = message["id"].as_str().unwrap().to_owned();
        let alert_kind = "gap".to_owned();
        let alert = crate::alerts::raised(app, &school, None).await;
        let alarm = crate::alarms::raised_unheard(app, &school, &guard, &alert).await;
        let hazard = crate::hazards::reported(&guard, &school).await;
        let photo = crate::hazard_photos::added(&guard, &hazard).await;
        let checklist = crate::inspections::added(&admin, &school).await;
        let inspection = crate::inspections::inspected(&guard, &school, &checklist).await;
        let other = app.member(&school, Role::Parent).await;
        let member = other.get("/me").await.expect(200)["memberships"][0]["id"].as_str().unwrap().to_owned();
        let (invite, token) = invite_to(&admin, &school).await;
        let names = [
            ("day", &day),
            ("past_day", &past_day),
            ("shift", &shift),
            ("others_shift", &others_shift),
            ("day_change", &day_change),
            ("check_in", &check_in),
            ("correction", &correction),
            ("member", &member),
            ("invite", &invite),
            ("token", &token),
            ("code", &guarded.gate.code),
            ("window", &window),
            ("gate", &gate),
            ("duty", &duty),
            ("checkpoint", &checkpoint),
            ("screen", &screen),
            ("route", &route),
            ("channel", &channel),
            ("message", &message),
            ("alert", &alert),
            ("alert_kind", &alert_kind),
            ("alarm", &alarm),
            ("hazard", &hazard),
            ("photo", &photo),
            ("checklist", &checklist),
            ("inspection", &inspection),
            ("bureau", &county.id),
            ("station", &station.id),
            ("school", &school.id),
            ("person", pending.person_id.as_ref().unwrap()),
            ("session", &session),
        ];
        world.names = names.into_iter().map(|(name, id)| (name, id.clone())).collect();
        world.nobodies(app, pending).await;
        world
    }

    /// A person for each holding in one organization.
    async fn people_of(&mut self, app: &TestApp, at: &'static str, organization: &Organization, holdings: &[Holding]) {
        for holding in holdings {
            let actor = app.person(Some((organization, *holding))).await;
            let (name, holds) = match holding {
                Holding::Office(office) => (office.as_str(), office.as_str()),
                Holding::InCharge(role) => (role.as_str(), "leader"),
                Holding::Role(role @ (Role::Police | Role::TrafficPolice | Role::SchoolLeader)) => {
                    (role.as_str(), "leader")
                }
                Holding::Role(role) | Holding::Pending(role) => (role.as_str(), "role"),
            };
            let name = format!("{name} ({holds}) of {at} {}", organization.name);
            self.callers.push(Caller { name, holds, at, alive: true, actor });
        }
    }

    /// People whom the rules give nothing: no session, no place, a place not yet approved.
    async fn nobodies(&mut self, app: &TestApp, pending: Actor) {
        let nowhere = app.person(None).await;
        for (name, alive, actor) in
            [("pending", true, pending), ("nowhere", true, nowhere), ("stranger", false, app.stranger())]
        {
            self.callers.push(Caller { name: name.to_owned(), holds: "nothing", at: "nowhere", alive, actor });
        }
        let ended = self.callers.iter().find(|caller| caller.name.starts_with("principal")).unwrap().actor.clone();
        let ended = app.another_session(&ended).await;
        ended.delete("/sessions/current").await.expect(204);
        let name = "a principal whose session ended".to_owned();
        self.callers.push(Caller { name, holds: "nothing", at: "nowhere", alive: false, actor: ended });
    }

    /// Everybody; where a line may end sessions, each with a session of their own for this once.
    pub(super) async fn callers(&self, app: &TestApp, line: &Line) -> Vec<Caller> {
        let mut callers = self.callers.clone();
        if line.path.starts_with("/sessions/") {
            for caller in callers.iter_mut().filter(|caller| caller.alive) {
                caller.actor = app.another_session(&caller.actor).await;
            }
        }
        callers
    }

    /// Somebody who holds an office in the school.
    pub(crate) fn officer(&self, office: Office) -> Actor {
        let holds = |caller: &&Caller| caller.at == "school" && caller.holds == office.as_str();
        self.callers.iter().find(holds).unwrap().actor.clone()
    }

    /// Whether what a caller holds reaches a place: it lies at or below where they hold it, and a station reaches its schools.
    pub(super) fn reaches(&self, caller: &Caller, place: Place) -> bool {
        let above: &[&str] = match place {
            Place::Root => &["province"],
            Place::Bureau => &["province", "county"],
            Place::School => &["province", "county", "station", "school"],
            Place::Station => &["province", "county", "station"],
        };
        above.contains(&caller.at)
    }

    /// Calls a route: the status, and the problem's code if there is one. An answer that goes on for ever is not read.
    pub(super) async fn call(&self, line: &Line, caller: &Caller) -> (u16, String) {
        let method: Method = line.method.parse().unwrap();
        let path = self.path(line).await;
        let mut request = caller.actor.request(method, &path).header("If-Match", "\"999\"");
        if !line.body.is_empty() {
            request = request.header("Content-Type", "application/json").body(self.fill(line.body));
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        if status < 400 {
            return (status, String::new());
        }
        let problem: serde_json::Value = answer.json().await.unwrap_or_default();
        (status, problem["code"].as_str().unwrap_or_default().to_owned())
    }

    /// A line's path in this world.
    pub(crate) async fn path(&self, line: &Line) -> String {
        self.fill(&self.with_term(line.path).await)
    }

    /// Each call that names a term gets a new one: an earlier call may have taken it away.
    async fn with_term(&self, path: &str) -> String {
        if !path.contains("{term}") {
            return path.to_owned();
        }
        let term = json!({ "name": "学期", "starts_on": "2026-09-01", "ends_on": "2027-01-20" });
        let made = self.admin.post(&self.fill("/organizations/{school}/terms"), term).await.expect(201);
        path.replace("{term}", made["id"].as_str().unwrap())
    }

    pub(crate) fn fill(&self, text: &str) -> String {
        let mut text = text.replace("{fresh}", &Uuid::now_v7().to_string());
        for (name, value) in &self.names {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

/// An invite to the school: its id and its token.
async fn invite_to(admin: &Actor, school: &Organization) -> (String, String) {
    let body = json!({ "role": "parent", "expires_at": "2026-11-30T00:00:00+08:00" });
    let made = admin.post(&format!("/organizations/{}/invites", school.id), body).await.expect(201);
    let token = made["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    (made["id"].as_str().unwrap().to_owned(), token)
}
