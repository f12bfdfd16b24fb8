//! `/calendar/…`, `/schools/{id}/calendar`, `/organizations/{id}/calendar`, `/organizations/{id}/calendar/days/{date}`,
//! `/organizations/{id}/terms`, `/terms/{id}`

use huxue::domain::words::Office;
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::json;

/// `kind layer` of each date.
async fn kinds(actor: &Actor, path: &str) -> Vec<String> {
    let days = actor.get(path).await.expect(200);
    let told =
        |day: &serde_json::Value| format!("{} {}", day["kind"].as_str().unwrap(), day["layer"].as_str().unwrap());
    days["items"].as_array().unwrap().iter().map(told).collect()
}

on_both! {
    async fn make_up_days_are_school_days_and_an_unknown_year_is_unknown(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/schools/{}/calendar", school.id);
        let national = kinds(&admin, "/calendar/days?from=2026-10-09&to=2026-10-11").await;
        assert_eq!(national, ["school_day national", "make_up_day national", "weekend national"]);
        assert_eq!(kinds(&admin, &format!("{path}?from=2026-10-09&to=2026-10-11")).await, national);
        let new_year = format!("{path}?from=2027-01-04&to=2027-01-04");
        assert_eq!(kinds(&admin, &new_year).await, ["unknown national"]);
        let due = admin.get("/calendar/notices").await.expect(200);
        assert_eq!(due["items"][0]["code"], "national_notice_missing");

        let day = json!({ "name": "元旦", "date": "2027-01-01", "isOffDay": true });
        let notice = json!({ "$id": "x", "year": 2027, "papers": [], "days": [day] });
        admin.post("/calendar/years", json!({ "year": 2027, "papers": [], "days": [] })).await
            .expect_problem(422, "invalid_field");
        let principal = app.officer(&school, Office::Principal).await;
        principal.post("/calendar/years", notice.clone()).await.expect_problem(403, "forbidden");
        admin.post("/calendar/years", notice).await.expect(201);
        assert_eq!(kinds(&admin, &new_year).await, ["school_day national"]);
        assert_eq!(admin.get("/calendar/notices").await.expect(200)["items"].as_array().unwrap().len(), 0);
        admin.get("/calendar/days?from=2026-10-11&to=2026-10-09").await.expect_problem(422, "range_too_long");
    }

    async fn a_schools_word_goes_before_its_bureaus_and_both_before_the_notices(app: TestApp) {
        let admin = app.administrator().await;
        let (school, other) = (app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await);
        let root = app.root(&admin).await;
        let day = |id: &str| format!("/organizations/{id}/calendar/days/2026-11-25");
        let of = |id: &str| format!("/schools/{id}/calendar?from=2026-11-25&to=2026-11-25");
        admin.put(&day(&root.id), json!({ "kind": "holiday", "reason": "全县教师大会" })).await.expect(200);
        assert_eq!(kinds(&admin, &of(&school.id)).await, ["holiday bureau"]);
        let principal = app.officer(&school, Office::Principal).await;
        let open = json!({ "kind": "school_day", "as_weekday": "fri" });
        principal.put(&day(&school.id), open.clone()).await.expect(200);
        assert_eq!(kinds(&principal, &of(&school.id)).await, ["school_day school"]);
        assert_eq!(kinds(&admin, &of(&other.id)).await, ["holiday bureau"]);
        principal.put(&day(&other.id), open.clone()).await.expect_problem(404, "not_found");
        principal.put(&day(&root.id), open).await.expect_problem(404, "not_found");

        principal.delete(&day(&school.id)).await.expect(204);
        principal.delete(&day(&school.id)).await.expect_problem(404, "not_found");
        admin.put(&day(&root.id), json!({ "kind": "weekend" })).await.expect_problem(422, "invalid_field");
        let past = format!("/organizations/{}/calendar/days/2026-11-22", school.id);
        principal.put(&past, json!({ "kind": "holiday" })).await.expect_problem(422, "date_in_past");
    }

    async fn a_bureau_sees_its_own_days_over_those_above(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let county = app.organization(&admin, &root, "bureau", "本县教育局").await;
        let school = app.organization(&admin, &county, "school", "实验小学").await;
        let station = app.organization(&admin, &county, "station", "城关派出所").await;
        let put = async |id: &str, date: &str, kind: &str| {
            let entry = json!({ "kind": kind, "reason": "教师大会" });
            admin.put(&format!("/organizations/{id}/calendar/days/{date}"), entry).await.expect(200)
        };
        put(&root.id, "2026-11-25", "holiday").await;
        put(&root.id, "2026-11-26", "holiday").await;
        let own = put(&county.id, "2026-11-26", "school_day").await;
        put(&school.id, "2026-11-27", "holiday").await;
        let of = |id: &str| format!("/organizations/{id}/calendar?from=2026-11-24&to=2026-11-28");
        let days = admin.get(&of(&county.id)).await.expect(200)["items"].clone();
        let kinds = kinds(&admin, &of(&county.id)).await;
        assert_eq!(
            kinds, ["school_day national", "holiday bureau", "school_day bureau", "school_day national", "weekend national"]
        );
        let entered: Vec<_> = days.as_array().unwrap().iter().map(|day| day["own"].clone()).collect();
        assert_eq!(entered, [json!(null), json!(null), own, json!(null), json!(null)]);
        let term = json!({ "name": "第一学期", "starts_on": "2026-09-01", "ends_on": "2026-11-24" });
        admin.post(&format!("/organizations/{}/terms", county.id), term).await.expect(201);
        let after = admin.get(&of(&county.id)).await.expect(200)["items"].clone();
        assert_eq!((&after[3]["kind"], &after[3]["own"]), (&json!("holiday"), &json!(null)), "a term is no day of its own");

        let principal = app.officer(&school, Office::Principal).await;
        let told = principal.get(&of(&school.id)).await.expect(200)["items"].clone();
        let path = format!("/schools/{}/calendar?from=2026-11-24&to=2026-11-28", school.id);
        for (own, day) in told.as_array().unwrap().iter().zip(principal.get(&path).await.expect(200)["items"].as_array().unwrap()) {
            let mut without = own.clone();
            without.as_object_mut().unwrap().remove("own");
            assert_eq!((&without, own["own"].is_null()), (day, day["date"] != "2026-11-27"));
        }
        principal.get(&of(&county.id)).await.expect_problem(404, "not_found");
        admin.get(&of(&station.id)).await.expect_problem(404, "not_found");
        let long = format!("/organizations/{}/calendar?from=2026-01-01&to=2028-01-01", county.id);
        admin.get(&long).await.expect_problem(422, "range_too_long");
    }

    async fn there_is_no_school_outside_the_terms(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let root = app.root(&admin).await;
        let path = format!("/organizations/{}/terms", root.id);
        let term = |to: &str| json!({ "name": "第一学期", "starts_on": "2026-09-01", "ends_on": to });
        admin.post(&path, term("2026-08-31")).await.expect_problem(422, "invalid_field");
        let made = admin.post(&path, term("2026-11-25")).await.expect(201);
        let of = format!("/schools/{}/calendar?from=2026-11-25&to=2026-11-26", school.id);
        assert_eq!(kinds(&admin, &of).await, ["school_day national", "holiday bureau"]);
        let one = format!("/terms/{}", made["id"].as_str().unwrap());
        admin.put(&one, term("2027-01-20")).await.expect(200);
        assert_eq!(kinds(&admin, &of).await, ["school_day national", "school_day national"]);
        admin.delete(&one).await.expect(204);
        assert_eq!(admin.get(&path).await.expect(200)["items"].as_array().unwrap().len(), 0);
    }
}
