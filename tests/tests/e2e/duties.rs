//! `/schools/{id}/duties`, `/duties/{id}`, `/windows/{id}/duty-order`

use std::sync::Arc;

use chrono::NaiveDate;
use huxue::domain::id::OrganizationId;
use huxue::domain::scope::Scope;
use huxue::problem::Problem;
use huxue::service::school_day::{self, SchoolDay};
use huxue_tests::{Organization, TestApp, on_both};
use serde_json::json;

/// The days as coverage takes them.
async fn days(app: &TestApp, school: &Organization, from: &str, to: &str) -> Vec<SchoolDay> {
    let (app, id): (_, OrganizationId) = (Arc::clone(&app.app), school.id.parse().unwrap());
    let (from, to): (NaiveDate, NaiveDate) = (from.parse().unwrap(), to.parse().unwrap());
    let load = move || {
        app.store.read::<_, Problem>(&Scope::Everything, |read| {
            let years = app.years(read)?;
            school_day::load_range(read, &years, &[id], from, to)
        })
    };
    tokio::task::spawn_blocking(load).await.unwrap().unwrap()
}

on_both! {
    async fn past_days_ask_for_what_they_asked_for(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let window = app.drop_off(&admin, &school).await;
        let gate = app.gate(&school).await;
        let duty = app.duty(&admin, &school, &window, &gate, &["police", "auxiliary"]).await;
        let first_week = days(&app, &school, "2026-11-23", "2026-11-29").await;
        let asked: Vec<_> = first_week.iter().map(|day| (day.plan.decision.kind.as_str(), day.duties.len())).collect();
        let school_day = ("school_day", 1);
        assert_eq!(asked, [school_day, school_day, school_day, school_day, school_day, ("weekend", 0), ("weekend", 0)]);

        let admin = app.days_later(7).await;
        let path = format!("/duties/{duty}");
        let edited = admin.patch(&path, "\"1\"", json!({ "count": 3, "roles": ["guard"] })).await.expect(200);
        assert_eq!((edited["count"].as_i64(), edited["roles"][0].as_str()), (Some(3), Some("guard")));
        admin.patch(&path, "\"1\"", json!({ "count": 2 })).await.expect_problem(412, "stale");
        assert_eq!(days(&app, &school, "2026-11-23", "2026-11-29").await, first_week);
        assert_eq!(days(&app, &school, "2026-11-30", "2026-11-30").await[0].duties[0].count, 3);
        assert_eq!(admin.get(&format!("{path}/history")).await.expect(200)["items"].as_array().unwrap().len(), 2);

        let end = admin.request(reqwest::Method::DELETE, &format!("/windows/{window}")).header("If-Match", "\"1\"");
        admin.send(end).await.expect(204);
        assert!(days(&app, &school, "2026-11-30", "2026-11-30").await[0].duties.is_empty());
        assert_eq!(days(&app, &school, "2026-11-23", "2026-11-29").await, first_week);
        admin.patch(&path, "\"2\"", json!({ "count": 2 })).await.expect_problem(409, "rule_ended");
    }

    async fn the_whole_order_is_set_at_once_and_what_else_is_planned_stays(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let (window, other) = (app.drop_off(&admin, &school).await, app.drop_off(&admin, &school).await);
        let gate = app.gate(&school).await;
        let mut ids = Vec::new();
        for role in ["guard", "parent", "teacher"] {
            ids.push(app.duty(&admin, &school, &window, &gate, &[role]).await);
        }
        let [guard, parent, teacher] = ids.as_slice() else { panic!("{ids:?}") };
        let elsewhere = app.duty(&admin, &school, &other, &gate, &["police"]).await;
        let later = json!({ "count": 2, "effective_from": "2026-12-01" });
        admin.patch(&format!("/duties/{teacher}"), "\"1\"", later).await.expect(200);
        let order = format!("/windows/{window}/duty-order");
        let put = async |duties: &[&str]| admin.put(&order, json!({ "duties": duties })).await;
        for wrong in [&[guard, parent][..], &[guard, parent, teacher, &elsewhere], &[guard, parent, teacher, teacher], &[]] {
            let wrong: Vec<&str> = wrong.iter().map(|id| id.as_str()).collect();
            let refused = put(&wrong).await;
            assert_eq!(refused.body["field"], "duties");
            refused.expect_problem(422, "wrong_duties");
        }
        let missing = put(&[guard, parent]).await;
        assert!(missing.body["detail"].as_str().unwrap().contains(teacher.as_str()), "{}", missing.text);

        let set = put(&[teacher, guard, parent]).await.expect(200);
        let told: Vec<_> = set["items"].as_array().unwrap().iter().map(|duty| duty["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(told, [teacher.clone(), guard.clone(), parent.clone()]);
        let order_of = async |date: &str| {
            let day = days(&app, &school, date, date).await.remove(0);
            let of_window = day.duties.iter().filter(|duty| duty.window_id.to_string() == window);
            of_window.map(|duty| (duty.id.to_string(), duty.count)).collect::<Vec<_>>()
        };
        let expected = |count| vec![(teacher.clone(), count), (guard.clone(), 1), (parent.clone(), 1)];
        assert_eq!(order_of("2026-11-23").await, expected(1));
        assert_eq!(order_of("2026-12-01").await, expected(2), "what was planned for December still holds");

        let admin = app.days_later(1).await;
        let again = json!({ "duties": [parent, teacher, guard], "effective_from": "2026-11-30" });
        admin.put(&order, again).await.expect(200);
        assert_eq!(order_of("2026-11-23").await, expected(1), "past days stand");
        assert_eq!(order_of("2026-11-27").await, expected(1), "not yet");
        let turned = vec![(parent.clone(), 1), (teacher.clone(), 2), (guard.clone(), 1)];
        assert_eq!(order_of("2026-12-01").await, turned);
        let past = json!({ "duties": [parent, teacher, guard], "effective_from": "2026-11-23" });
        admin.put(&order, past).await.expect_problem(422, "date_in_past");
        let log = admin.get("/audit?action=window.order_duties").await.expect(200)["items"].clone();
        assert_eq!(log[0]["details"], json!({ "duties": [parent, teacher, guard], "valid_from": "2026-11-30" }));
        let end = admin.request(reqwest::Method::DELETE, &format!("/windows/{window}")).header("If-Match", "\"1\"");
        admin.send(end).await.expect(204);
        admin.put(&order, json!({ "duties": [] })).await.expect_problem(409, "rule_ended");
    }

    async fn window_and_checkpoint_are_the_schools_own(app: TestApp) {
        let admin = app.administrator().await;
        let (school, other) = (app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await);
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let path = format!("/schools/{}/duties", school.id);
        let body = |window: &str, gate: &str| {
            json!({ "window_id": window, "checkpoint_id": gate, "roles": ["guard"], "count": 1 })
        };
        admin.post(&path, body(&window, &app.gate(&other).await)).await.expect_problem(422, "wrong_checkpoint");
        let foreign = app.drop_off(&admin, &other).await;
        admin.post(&path, body(&foreign, &gate)).await.expect_problem(422, "wrong_window");
        for (field, value) in [("roles", json!([])), ("count", json!(0)), ("min_grade", json!("rejected"))] {
            let mut body = body(&window, &gate);
            body[field] = value;
            admin.post(&path, body).await.expect_problem(422, "invalid_field");
        }
        admin.post(&path, body(&window, &gate)).await.expect(201);
    }
}
