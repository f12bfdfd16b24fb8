//! Every list that comes in parts: the parts make the whole while others write, and what is no `next` of it is refused.

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::school::fix;
use huxue_tests::{Actor, School, TestApp, on_both};
use serde_json::{Value, json};

use super::operations;

struct World {
    app: TestApp,
    admin: Actor,
    guard: Actor,
    school: School,
    checklist: String,
}

impl World {
    async fn build(app: TestApp) -> Self {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let admin = app.again(&admin).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let checklist = crate::inspections::added(&admin, &school.organization).await;
        let world = Self { app, admin, guard, school, checklist };
        for _ in 0..3 {
            world.add_to_each().await;
        }
        world
    }

    /// One more of everything that is listed.
    async fn add_to_each(&self) {
        let Self { app, admin, guard, school, checklist } = self;
        app.pass(TimeDelta::seconds(1));
        let mut far = app.arrival(school, "phone-1");
        far["position"] = fix(&school.gate, 500.0, 10.0);
        let flags = guard.send_check_in(&far).await["flags"].clone();
        assert!(flags.as_array().unwrap().contains(&json!("outside_fence")), "{flags}");
        let asked = json!({
            "checkpoint_id": school.gate.id, "role": "guard", "kind": "arrive", "at": app.now(), "reason": "手机没电",
        });
        let of_school = format!("/schools/{}", school.organization.id);
        guard.post(&format!("{of_school}/corrections"), asked).await.expect(201);
        let invite = json!({ "role": "parent", "expires_at": "2026-11-30T00:00:00+08:00" });
        admin.post(&format!("/organizations/{}/invites", school.organization.id), invite).await.expect(201);
        app.member(&school.organization, Role::Parent).await;
        app.school(admin, "新校").await;
        crate::alerts::raised(app, &school.organization, Some(guard)).await;
        crate::hazards::reported(guard, &school.organization).await;
        crate::inspections::inspected(guard, &school.organization, checklist).await;
        crate::alarms::raised(guard, &school.organization).await;
    }

    /// A part of a list, read by somebody who may.
    async fn part(&self, list: &str, query: &str) -> huxue_tests::actors::Answer {
        let reader = if list.starts_with("/me/") { &self.guard } else { &self.admin };
        reader.get(&format!("{}?{query}", list.replace("{id}", &self.school.organization.id))).await
    }

    async fn whole(&self, list: &str) -> Vec<String> {
        ids(&self.part(list, "limit=500").await.expect(200))
    }

    /// The ids of a list read in parts of two, while one more of everything is added after the first part.
    async fn in_parts(&self, list: &str) -> Vec<String> {
        let (mut found, mut after, mut parts) = (Vec::new(), String::new(), 0);
        loop {
            let part = self.part(list, &format!("limit=2{after}")).await.expect(200);
            found.extend(ids(&part));
            let Some(next) = part["next"].as_str() else { return found };
            after = format!("&after={next}");
            if parts == 0 {
                self.add_to_each().await;
            }
            parts += 1;
            assert!(parts < 100, "{list} does not end");
        }
    }
}

fn ids(part: &Value) -> Vec<String> {
    part["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// The addresses of the lists that come in parts.
fn lists() -> Vec<String> {
    let takes =
        |what: &Value, name: &str| what["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == name);
    let found = operations().into_iter().filter(|one| takes(&one.what, "after"));
    let found: Vec<_> = found.inspect(|one| assert!(one.method == "GET" && takes(&one.what, "limit"))).collect();
    found.into_iter().map(|one| one.path).collect()
}

on_both! {
    async fn the_parts_make_the_whole_while_others_write(app: TestApp) {
        let world = World::build(app).await;
        for list in lists() {
            let before = world.whole(&list).await;
            assert!(before.len() >= 3, "{list}: {before:?}");
            let found = world.in_parts(&list).await;
            let mut once = found.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), found.len(), "{list} says something twice");
            let old: Vec<_> = found.into_iter().filter(|id| before.contains(id)).collect();
            assert_eq!(old, before, "{list} loses or moves something");
        }
    }

    async fn what_is_no_next_of_the_list_is_refused(app: TestApp) {
        let world = World::build(app).await;
        let mut cursors = Vec::new();
        for list in lists() {
            let next = world.part(&list, "limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
            cursors.push((list, next));
        }
        for (list, own) in &cursors {
            for limit in ["0", "501", "-1", "x", "", "1.5", "99999999999999999999"] {
                world.part(list, &format!("limit={limit}")).await.expect_problem(400, "malformed_query");
            }
            let mark = own.split('.').next().unwrap();
            for odd in ["", "x", ".", mark, &format!("{mark}."), &format!("{mark}.x"), &format!("{own}x"), "%00", "%FF"] {
                world.part(list, &format!("after={odd}")).await.expect_problem(400, "malformed_query");
            }
            let foreign = cursors.iter().filter(|(_, other)| other.split('.').next() != Some(mark));
            for (other, cursor) in foreign {
                let answer = world.part(list, &format!("after={cursor}")).await;
                assert_eq!(answer.body["code"], "malformed_query", "{list} takes what comes from {other}");
            }
        }
        let marks: std::collections::BTreeSet<_> = cursors.iter().map(|(_, next)| next.split('.').next()).collect();
        // A school's check-ins and one's own are the same list.
        assert_eq!(marks.len() + 1, cursors.len());
    }
}
