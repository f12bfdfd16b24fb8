//! `/schools/{id}/shifts`, `/shifts/{id}/…`, `/me/shifts`

use huxue::domain::words::Role;
use huxue_tests::people::Place;
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::json;

/// A person's phone number.
async fn phone_of(app: &TestApp, person: &Actor) -> String {
    let id = person.id();
    let found = app.store(move |_, tx| Ok(huxue::store::persons::find(tx, id)?)).await;
    found.phone.unwrap()
}

on_both! {
    async fn a_person_is_asked_answers_and_hands_over(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let duty = app.duty(&admin, &school, &window, &gate, &["parent"]).await;
        let (parent, other) = (app.member(&school, Role::Parent).await, app.member(&school, Role::Parent).await);
        let shift = app.shift(&admin, &school, &duty, &parent, "2026-11-24").await;

        let own = parent.get("/me/shifts?from=2026-11-23&to=2026-11-29").await.expect(200);
        assert_eq!((own["items"][0]["state"].as_str(), own["items"][0]["role"].as_str()), (Some("planned"), Some("parent")));
        let told = ["/person_name", "/school/name", "/school/timezone", "/day/kind", "/checkpoint/name", "/window/starts_at"]
            .map(|field| own["items"][0].pointer(field).and_then(|value| value.as_str()).unwrap_or_default());
        let name = parent.get("/me").await.expect(200)["name"].as_str().unwrap().to_owned();
        assert_eq!(told[..4], [name.as_str(), "实验小学", "Asia/Shanghai", "school_day"]);
        assert!(!told[4].is_empty() && told[5].starts_with("2026-11-24T07:20:00"), "{own}");
        assert_eq!(own["items"][0]["duty"]["roles"], json!(["parent"]));
        other.post(&format!("/shifts/{shift}/accept"), json!({})).await.expect_problem(404, "not_found");
        let accepted = parent.post(&format!("/shifts/{shift}/accept"), json!({})).await.expect(200);
        assert_eq!(accepted["state"], "accepted");
        parent.post(&format!("/shifts/{shift}/accept"), json!({})).await.expect_problem(409, "shift_answered");

        let guard = app.member(&school, Role::Guard).await;
        let hand = format!("/shifts/{shift}/stand-in");
        parent.post(&hand, json!({ "person_id": guard.person_id })).await.expect_problem(422, "role_not_listed");
        let made = parent.post(&hand, json!({ "person_id": other.person_id })).await.expect(201);
        assert_eq!((made["stand_in_for"].as_str(), made["state"].as_str()), (parent.person_id.as_deref(), Some("planned")));
        parent.post(&hand, json!({ "person_id": other.person_id })).await.expect_problem(409, "shift_answered");
        let listed = admin.get(&format!("/schools/{}/shifts?from=2026-11-24&to=2026-11-24", school.id)).await.expect(200);
        let mut states: Vec<_> = listed["items"].as_array().unwrap().iter().map(|s| s["state"].as_str().unwrap()).collect();
        states.sort_unstable();
        assert_eq!(states, ["handed_over", "planned"]);
    }

    async fn a_stand_in_is_named_by_phone_number_and_numbers_tell_nothing(app: TestApp) {
        let admin = app.administrator().await;
        let (school, other) = (app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await);
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let duty = app.duty(&admin, &school, &window, &gate, &["parent"]).await;
        let [parent, friend] = [app.member(&school, Role::Parent).await, app.member(&school, Role::Parent).await];
        let shift = app.shift(&admin, &school, &duty, &parent, "2026-11-24").await;
        let hand = format!("/shifts/{shift}/stand-in");
        let by_phone = async |phone: &str| parent.post(&hand, json!({ "phone": phone })).await;
        let strangers = [
            app.member(&other, Role::Parent).await,
            app.member(&school, Role::Guard).await,
            app.person(Some((&school, Place::Pending(Role::Parent)))).await,
        ];
        let mut answers = vec![by_phone("13711112222").await];
        for stranger in &strangers {
            answers.push(by_phone(&phone_of(&app, stranger).await).await);
        }
        for answer in answers {
            let told = ["code", "title", "detail", "field"].map(|field| answer.body[field].clone());
            assert_eq!(told[2..], [json!(null), json!(null)], "{}", answer.text);
            answer.expect_problem(422, "no_such_stand_in");
        }
        let failed = admin.get("/audit?action=shift.stand_in&outcome=failed").await.expect(200)["items"].clone();
        assert_eq!(failed.as_array().unwrap().len(), 4);
        assert_eq!((&failed[3]["details"], &failed[3]["subject_id"]), (&json!({ "phone": "137****2222" }), &json!(shift)));

        let own = phone_of(&app, &parent).await;
        by_phone(&own).await.expect_problem(422, "invalid_field");
        by_phone("12").await.expect_problem(422, "invalid_field");
        for neither in [json!({}), json!({ "phone": own, "person_id": friend.person_id })] {
            parent.post(&hand, neither).await.expect_problem(422, "invalid_field");
        }
        friend.post(&hand, json!({ "phone": own })).await.expect_problem(403, "forbidden");
        let still = parent.get("/me/shifts?from=2026-11-24&to=2026-11-24").await.expect(200);
        assert_eq!(still["items"][0]["state"], "planned", "nothing was handed over");
        let typed = format!("+86 {}", phone_of(&app, &friend).await);
        let made = by_phone(&typed).await.expect(201);
        assert_eq!((made["person_id"].as_str(), made["stand_in_for"].as_str()), (friend.person_id.as_deref(), parent.person_id.as_deref()));
        assert!(!made.to_string().contains(&own), "{made}");
    }

    async fn numbers_are_tried_only_so_often(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let duty = app.duty(&admin, &school, &window, &gate, &["parent"]).await;
        let [parent, friend] = [app.member(&school, Role::Parent).await, app.member(&school, Role::Parent).await];
        let shift = app.shift(&admin, &school, &duty, &parent, "2026-11-24").await;
        let hand = format!("/shifts/{shift}/stand-in");
        for number in 0..app.app.config.sign_in.attempts_per_minute_by_account {
            let guess = json!({ "phone": format!("137{number:08}") });
            parent.post(&hand, guess).await.expect_problem(422, "no_such_stand_in");
        }
        let refused = parent.post(&hand, json!({ "phone": phone_of(&app, &friend).await })).await;
        assert!(refused.retry_after.is_some(), "{}", refused.text);
        refused.expect_problem(429, "too_many_requests");
        parent.post(&hand, json!({ "person_id": friend.person_id })).await.expect(201);
    }

    async fn what_cannot_be_planned_is_refused_whole(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let duty = app.duty(&admin, &school, &window, &gate, &["parent"]).await;
        let (parent, guard) = (app.member(&school, Role::Parent).await, app.member(&school, Role::Guard).await);
        let path = format!("/schools/{}/shifts", school.id);
        let plan = |person: &huxue_tests::Actor, dates: &[&str]| {
            json!({ "shifts": [{ "duty_id": duty, "dates": dates, "person_id": person.person_id }] })
        };
        admin.post(&path, plan(&parent, &["2026-11-22"])).await.expect_problem(422, "date_in_past");
        admin.post(&path, plan(&parent, &["2026-11-24", "2026-11-28"])).await.expect_problem(422, "no_such_duty_that_day");
        admin.post(&path, plan(&guard, &["2026-11-24"])).await.expect_problem(422, "role_not_listed");
        admin.post(&path, plan(&parent, &["2026-11-24"])).await.expect(201);
        admin.post(&path, plan(&parent, &["2026-11-24"])).await.expect_problem(409, "duplicate");
        parent.post(&path, plan(&parent, &["2026-11-25"])).await.expect_problem(403, "forbidden");

        let own = parent.get("/me/shifts?from=2026-11-24&to=2026-11-24").await.expect(200);
        let shift = own["items"][0]["id"].as_str().unwrap();
        parent.post(&format!("/shifts/{shift}/decline"), json!({})).await.expect(200);
        admin.post(&path, plan(&parent, &["2026-11-24"])).await.expect(201);
    }
}
