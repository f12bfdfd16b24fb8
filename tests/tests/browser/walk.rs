//! Through every page of the desk and of the phone app.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::browser::{nothing_asked, play};
use huxue_tests::{Actor, School, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{east, server, session};

/// A name as long as they can be.
const SCHOOL: &str = "黔南布依族苗族自治州惠水县涟江街道第一实验小学（城南校区）";

/// A school on its second day, where each kind of thing happened that a page shows.
struct World {
    app: TestApp,
    school: School,
    admin: Actor,
    principal: Actor,
    guard: Actor,
    /// A check-in of the guard, and a shift.
    evidence: String,
    shift: String,
    /// A patrol route that was walked.
    route: String,
    /// An alarm of the guard, and a hazard that is theirs to put right.
    alarm: String,
    hazard: String,
    /// A checklist that the guard goes through, and has.
    checklist: String,
}

impl World {
    async fn new() -> Self {
        let app = server().await;
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, SCHOOL).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let parent = app.on_duty(&school, Role::Parent).await;
        app.pass(TimeDelta::minutes(35));
        let evidence = guard.send_check_in(&app.arrival(&school, "phone-1")).await;
        Self::doubtful(&app, &school, &parent).await;
        Self::corrected(&app, &school, &guard).await;
        let route = Self::walked(&app, &admin, &school).await;
        // The next morning.
        app.pass(TimeDelta::days(1));
        let [admin, principal, guard, parent] =
            [app.again(&admin).await, app.again(&principal).await, app.again(&guard).await, app.again(&parent).await];
        guard.send_check_in(&app.arrival(&school, "phone-1")).await;
        let shift = app.plan(&school, school.parent_duty, &parent, Role::Parent).await.to_string();
        app.plan(&school, school.guard_duty, &guard, Role::Guard).await;
        let invite = json!({ "role": "parent", "expires_at": "2026-12-01T00:00:00+08:00", "note": "三年级二班家长群" });
        admin.post(&format!("/organizations/{}/invites", school.id()), invite).await.expect(201);
        let evidence = evidence["id"].as_str().unwrap().to_owned();
        let (alarm, hazard) = Self::dangerous(&school, &principal, &guard).await;
        let checklist = Self::inspected(&school, &principal, &guard).await;
        Self { app, school, admin, principal, guard, evidence, shift, route, alarm, hazard, checklist }
    }

    /// A check-in from elsewhere, which is flagged.
    async fn doubtful(app: &TestApp, school: &School, parent: &Actor) {
        let mut item = app.arrival(school, "phone-2");
        item["position"]["lon"] = json!(east(&school.gate, 3_000.0, 10.0)["lon"]);
        assert_eq!(parent.send_check_in(&item).await["grade"], "contradicted");
    }

    /// A patrol route of the school's station, with a round.
    async fn walked(app: &TestApp, admin: &Actor, school: &School) -> String {
        let root = app.root(admin).await;
        let station = app.organization(admin, &root, "station", "涟江派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id()), json!(null)).await.expect(204);
        let new = json!({ "name": "城南一线", "points": [{ "checkpoint_id": school.gate.id }] });
        let route = admin.post(&format!("/organizations/{}/patrol-routes", station.id), new).await.expect(201);
        let officer = app.member(&station, Role::Police).await;
        app.agree(&officer, true).await;
        officer.send_check_in(&app.check_in("pass", &school.gate, "phone-3")).await;
        route["id"].as_str().unwrap().to_owned()
    }

    /// An alarm, and a hazard that is assigned to the guard.
    async fn dangerous(school: &School, principal: &Actor, guard: &Actor) -> (String, String) {
        let of_school = format!("/schools/{}", school.id());
        let press = json!({ "id": Uuid::now_v7(), "checkpoint_id": school.gate.id, "note": "有人闹事" });
        let alarm = guard.post(&format!("{of_school}/alarms"), press).await.expect(200);
        let hazard =
            json!({ "id": Uuid::now_v7(), "category": "traffic", "level": "major", "description": "窨井盖破损" });
        let hazard = guard.post(&format!("{of_school}/hazards"), hazard).await.expect(200);
        let [alarm, hazard] = [alarm, hazard].map(|one| one["id"].as_str().unwrap().to_owned());
        let assigned = json!({ "step": "assigned", "assignee_id": guard.id(), "text": "请在今天更换" });
        principal.post(&format!("/hazards/{hazard}/steps"), assigned).await.expect(200);
        (alarm, hazard)
    }

    /// An inspection by a checklist of the school's own, and the checklist.
    async fn inspected(school: &School, principal: &Actor, guard: &Actor) -> String {
        let item = |text| json!({ "text": text, "category": "facility", "level": "minor" });
        let list = json!({
            "name": "城南校区恶劣天气（暴雨、冰雹、大风、道路结冰）每日巡查", "inspector": "anyone", "per": "day", "times": 2,
            "items": [item("校门口无积水"), item("防滑垫已铺设")],
        });
        let list = principal.post(&format!("/organizations/{}/checklists", school.id()), list).await.expect(201);
        let answers = json!([{ "answer": "yes" }, { "answer": "no", "note": "南门没有防滑垫" }]);
        let inspection = json!({ "id": Uuid::now_v7(), "checklist_id": list["id"], "answers": answers });
        guard.post(&format!("/schools/{}/inspections", school.id()), inspection).await.expect(200);
        list["id"].as_str().unwrap().to_owned()
    }

    /// A correction that waits for a decision.
    async fn corrected(app: &TestApp, school: &School, guard: &Actor) {
        let at = app.before(TimeDelta::minutes(3));
        let ask = json!({ "checkpoint_id": school.gate.id, "role": "guard", "kind": "arrive", "at": at, "reason": "手机没电" });
        guard.post(&format!("/schools/{}/corrections", school.id()), ask).await.expect(201);
    }

    /// What stands for the names in the addresses of the router, by the part before them.
    async fn places(&self) -> Value {
        let root = self.app.root(&self.admin).await;
        json!({
            "schools": self.school.id(), "organizations": root.id, "checkpoints": self.school.gate.id, "days": "2026-11-23",
            "check-in": self.school.gate.code, "history": self.evidence, "shifts": self.shift,
            "patrols": self.route, "patrol-routes": self.route, "alarms": self.alarm, "hazards": self.hazard, "inspections": self.checklist,
            "alarm": format!("c/{}", self.school.gate.code),
        })
    }

    /// Through the addresses that begin with `below`, and not with `without`.
    async fn walk(&self, who: &Actor, kind: &str, start: &str, (below, without): (&str, &str)) {
        let given = json!({
            "as": session(who).await, "kind": kind, "start": start, "below": below, "without": without,
            "places": self.places().await,
        });
        play("walk", &self.app, &given, nothing_asked);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn desk_of_a_school() {
    let world = World::new().await;
    world.walk(&world.principal, "desk", "/desk/sign-in", ("/schools/", "-")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn desk_of_a_bureau() {
    let world = World::new().await;
    world.walk(&world.admin, "desk", "/desk/sign-in", ("/", "/schools/")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn phone_app() {
    let world = World::new().await;
    world.walk(&world.guard, "phone", "/m/sign-in", ("/", "-")).await;
}
