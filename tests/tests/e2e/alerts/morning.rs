//! A morning, second by second.

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue::store::alerts;
use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use serde_json::json;

use super::{counts, pass, told, turn, watched};

on_both! {
    async fn an_empty_gate_is_told_step_by_step_at_the_right_second(app: TestApp) {
        let morning = watched(&app).await;
        let minutes = TimeDelta::minutes;
        // 06:50:00. People are to be on post ten minutes before 07:20.
        pass(&app, TimeDelta::seconds(20 * 60 - 1)).await;
        assert_eq!(morning.open(&app).await, []);
        pass(&app, TimeDelta::seconds(1)).await;
        let nobody = |kind: &str, missing| (kind.to_owned(), missing);
        let on_time = [1, 1, 2].map(|missing| nobody("nobody_on_time", missing));
        assert_eq!(morning.open(&app).await, on_time, "one for each duty");
        assert_eq!(counts(&app, &morning.leader).await, json!([1, 0, 0]), "three posts are one message");
        assert_eq!(counts(&app, &morning.safety).await, json!([1, 0, 0]));
        assert_eq!(counts(&app, &morning.principal).await, json!([0, 0, 0]));
        assert_eq!(turn(&app).await, 0, "and are told once");

        pass(&app, minutes(10)).await;
        assert_eq!(morning.open(&app).await, [1, 1, 2].map(|missing| nobody("nobody_at_start", missing)));
        assert_eq!(counts(&app, &morning.leader).await, json!([2, 0, 0]), "what is over by time is told no end");
        assert_eq!(counts(&app, &morning.safety).await, json!([1, 0, 0]));
        pass(&app, TimeDelta::seconds(119)).await;
        assert_eq!(counts(&app, &morning.safety).await, json!([1, 0, 0]));
        pass(&app, TimeDelta::seconds(1)).await;
        assert_eq!(counts(&app, &morning.safety).await, json!([1, 1, 0]), "after two minutes");
        let (_, text) = told(&app, &morning.safety).await.pop().unwrap();
        assert!(text.starts_with("【护学岗】实验小学：尚未处理：东门（保安），上学 07:20–08:00，时段开始时没有人在岗"), "{text}");

        // The safety officer sees to the guard's duty; the two others go on to the principal.
        let safety = app.again(&morning.safety).await;
        let inbox = safety.get("/me/alerts").await.expect(200);
        assert_eq!(inbox["unread"], 2);
        let of_guard = inbox["items"][0]["alerts"].as_array().unwrap().iter().find(|one| one["missing"] == 1).unwrap();
        let path = format!("/alerts/{}", of_guard["id"].as_str().unwrap());
        let seen_to = safety.post(&format!("{path}/acknowledge"), json!(null)).await.expect(200);
        assert!(seen_to["acknowledged_at"].is_string() && seen_to["next_step_at"].is_null());
        safety.post("/me/alerts/read", json!({ "until": app.now() })).await.expect(204);
        assert_eq!(safety.get("/me/alerts").await.expect(200)["unread"], 0);
        let own = safety.get("/me/export").await.expect(200);
        assert_eq!(own["alerts_told"].as_array().unwrap().len(), 2, "{}", own["alerts_told"]);
        pass(&app, minutes(3)).await;
        let (occasion, text) = told(&app, &morning.principal).await.pop().unwrap();
        assert_eq!((occasion.as_str(), text.matches("东门").count()), ("escalated", 2), "{text}");

        // Everybody comes: whoever was told learns that it is right again.
        let (guard, parent) = (app.on_duty(&morning.school, Role::Guard).await, app.on_duty(&morning.school, Role::Parent).await);
        let other = app.on_duty(&morning.school, Role::Parent).await;
        for (number, who) in [&guard, &parent, &other, &app.again(&morning.leader).await].into_iter().enumerate() {
            let sent = who.send_check_in(&app.arrival(&morning.school, &format!("phone-{number}"))).await;
            assert_eq!(sent["grade"], "confirmed", "{sent}");
        }
        turn(&app).await;
        assert_eq!(morning.open(&app).await, []);
        for who in [&morning.leader, &morning.safety, &morning.principal] {
            // The server makes rounds too, so it may have told an end after each of those who came.
            assert!(counts(&app, who).await[2].as_i64().unwrap() >= 1);
        }
        let record = app.again(&morning.principal).await.get(&path).await.expect(200);
        assert_eq!((&record["resolved"], &record["closed_at"].is_string()), (&json!(true), &true));
        let of_record: Vec<&str> = record["messages"].as_array().unwrap().iter().map(|one| one["occasion"].as_str().unwrap()).collect();
        assert_eq!(of_record, ["raised", "escalated", "resolved", "resolved"], "to the leader, the safety officer, and both");

        // Who says that they leave early is told of at once.
        pass(&app, minutes(5)).await;
        let leaves = app.check_in("leave", &morning.school.gate, "phone-0");
        app.again(&guard).await.send_check_in(&leaves).await;
        turn(&app).await;
        assert_eq!(morning.open(&app).await, [nobody("early_departure", 1)]);
        pass(&app, minutes(60)).await;
        assert_eq!(morning.open(&app).await, [], "by then it is no news");
    }

    async fn one_of_two_who_comes_ends_nothing(app: TestApp) {
        let morning = watched(&app).await;
        pass(&app, TimeDelta::minutes(31)).await;
        let before = counts(&app, &morning.leader).await;
        let open = morning.open(&app).await;
        assert!(open.contains(&("nobody_at_start".to_owned(), 2)), "{open:?}");
        let mut phones = 0;
        let mut come = async |role| {
            phones += 1;
            let who = app.on_duty(&morning.school, role).await;
            who.send_check_in(&app.arrival(&morning.school, &format!("phone-{phones}"))).await;
            turn(&app).await;
        };
        come(Role::Parent).await;
        assert_eq!(morning.open(&app).await, open, "one parent is still missing");
        app.pass(TimeDelta::seconds(90));
        turn(&app).await;
        assert_eq!(counts(&app, &morning.leader).await, before, "nobody hears that it is over, nor of another alert");
        come(Role::Parent).await;
        assert_eq!(counts(&app, &morning.leader).await[2], 1, "now it is");
    }

    async fn the_end_is_told_to_those_who_answer_for_it(app: TestApp) {
        let morning = watched(&app).await;
        pass(&app, TimeDelta::minutes(70)).await;
        assert_eq!(morning.open(&app).await.len(), 3);
        let (_, text) = told(&app, &morning.principal).await.pop().unwrap();
        assert!(text.contains("时段结束，07:20 起曾缺"), "{text}");
        assert_eq!(counts(&app, &morning.leader).await, json!([0, 0, 0]));
    }

    async fn a_day_that_asks_for_nothing_is_quiet(app: TestApp) {
        let morning = watched(&app).await;
        // Saturday; then New Year's day.
        pass(&app, TimeDelta::days(5) + TimeDelta::minutes(40)).await;
        assert_eq!(morning.open(&app).await, []);
        pass(&app, TimeDelta::days(34)).await;
        assert_eq!(morning.open(&app).await, []);
        assert_eq!(counts(&app, &morning.principal).await, json!([0, 0, 0]));
    }

    async fn a_holiday_on_a_weekday_is_quiet_and_a_made_up_saturday_is_not(app: TestApp) {
        let morning = watched(&app).await;
        let day = |date: &str, off: bool| json!({ "name": "元旦", "date": date, "isOffDay": off });
        let notice = json!({
            "year": 2027, "papers": ["https://www.gov.cn/"],
            "days": [day("2027-01-01", true), day("2027-01-09", false)],
        });
        morning.admin.post("/calendar/years", notice).await.expect(201);
        // Friday, 1 January, 07:30; by its weekday people would be asked for.
        pass(&app, TimeDelta::days(39) + TimeDelta::minutes(40)).await;
        assert_eq!(morning.open(&app).await, []);
        // Saturday, 9 January, is taught.
        pass(&app, TimeDelta::days(8)).await;
        assert_eq!(morning.open(&app).await, [1, 1, 2].map(|missing| ("nobody_at_start".to_owned(), missing)));
    }

    async fn tomorrow_is_to_be_planned_and_confirmed(app: TestApp) {
        let morning = watched(&app).await;
        pass(&app, TimeDelta::hours(10)).await;
        assert_eq!(morning.open(&app).await, [], "who plans no shifts is not asked for any");
        let duties = [morning.school.guard_duty, morning.school.leader_duty];
        let guard = app.on_duty(&morning.school, Role::Guard).await;
        app.shift(&app.again(&morning.admin).await, &morning.school.organization, &duties[0].to_string(), &guard, "2026-11-24").await;
        turn(&app).await;
        assert_eq!(morning.open(&app).await, [("shift_unconfirmed".to_owned(), 1), ("unplanned_duty".to_owned(), 3)]);
        let (_, text) = told(&app, &morning.safety).await.pop().unwrap();
        assert_eq!(text, "【护学岗】实验小学：明天还有 3 个名额没有排班；明天还有 1 个班次没有确认。");
        pass(&app, TimeDelta::hours(5)).await;
        assert_eq!(morning.open(&app).await, [], "nobody is told in the night");
    }

    async fn who_planned_before_the_holidays_is_reminded_after_them_and_who_gave_it_up_is_not(app: TestApp) {
        let morning = watched(&app).await;
        let notice = json!({
            "year": 2027, "papers": ["https://www.gov.cn/"],
            "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }],
        });
        morning.admin.post("/calendar/years", notice).await.expect(201);
        let guard = app.on_duty(&morning.school, Role::Guard).await;
        let duty = morning.school.guard_duty.to_string();
        app.shift(&morning.admin, &morning.school.organization, &duty, &guard, "2026-11-24").await;
        // 70 days after the last shift, Tuesday, 2 February, 16:50; then a day later.
        pass(&app, TimeDelta::days(71) + TimeDelta::hours(10)).await;
        assert_eq!(morning.open(&app).await, [("unplanned_duty".to_owned(), 4)]);
        pass(&app, TimeDelta::days(1)).await;
        assert_eq!(morning.open(&app).await, []);
    }

    async fn steps_are_set_by_the_school_or_above(app: TestApp) {
        let morning = watched(&app).await;
        let root = app.root(&morning.admin).await;
        let of = |organization: &str, kind: &str| format!("/organizations/{organization}/alert-rules/{kind}");
        let school = &morning.school.organization.id;
        let principal_first = json!({ "enabled": true, "steps": [{ "to": "principal", "after_minutes": 0 }] });
        morning.admin.put(&of(&root.id, "nobody_on_time"), principal_first).await.expect(200);
        let told = morning.safety.get(&format!("/organizations/{school}/alert-rules")).await.expect(200);
        let on_time = told["items"].as_array().unwrap().iter().find(|one| one["kind"] == "nobody_on_time").unwrap().clone();
        assert_eq!((&on_time["set_by"], &on_time["steps"][0]["to"]), (&json!(root.id), &json!("principal")));
        let none = json!({ "enabled": false, "steps": [] });
        morning.principal.put(&of(school, "nobody_at_start"), none).await.expect(200);
        let wrong = json!({ "enabled": true, "steps": [{ "to": "principal", "after_minutes": 5 }, { "to": "bureau", "after_minutes": 1 }] });
        let refused = morning.principal.put(&of(school, "gap"), wrong).await;
        assert_eq!(refused.body["field"], "steps");
        refused.expect_problem(422, "invalid_field");
        morning.leader.put(&of(school, "gap"), json!({ "enabled": false, "steps": [] })).await.expect_problem(403, "forbidden");
        // A station manages where its own alerts go, and not the school's.
        let station = app.organization(&morning.admin, &root, "station", "城关派出所").await;
        morning.admin.put(&format!("/stations/{}/schools/{school}", station.id), json!(null)).await.expect(204);
        let chief = app.officer(&station, huxue::domain::words::Office::StationChief).await;
        chief.put(&of(school, "gap"), json!({ "enabled": false, "steps": [] })).await.expect_problem(403, "forbidden");
        let robot = json!({ "kind": "sms", "name": "短信" });
        chief.post(&format!("/organizations/{school}/channels"), robot.clone()).await.expect_problem(403, "forbidden");
        chief.post(&format!("/organizations/{}/channels", station.id), robot).await.expect(201);

        pass(&app, TimeDelta::minutes(20)).await;
        assert_eq!(counts(&app, &morning.principal).await, json!([1, 0, 0]));
        assert_eq!(counts(&app, &morning.safety).await, json!([0, 0, 0]));
        pass(&app, TimeDelta::minutes(10)).await;
        assert_eq!(morning.open(&app).await, [], "that kind is off");
        app.again(&morning.principal).await.delete(&of(school, "nobody_at_start")).await.expect(200);
        pass(&app, TimeDelta::seconds(1)).await;
        assert_eq!(morning.open(&app).await.len(), 3);
    }

    async fn only_who_answers_for_a_school_reads_its_alerts(app: TestApp) {
        let morning = watched(&app).await;
        let other = app.guarded_school(&morning.admin, "第二小学").await;
        let stranger = app.officer(&other.organization, huxue::domain::words::Office::Principal).await;
        pass(&app, TimeDelta::minutes(20)).await;
        let (principal, leader) = (app.again(&morning.principal).await, app.again(&morning.leader).await);
        let (admin, stranger) = (app.again(&morning.admin).await, app.again(&stranger).await);
        let list = format!("/organizations/{}/alerts", morning.school.organization.id);
        let alert = principal.get(&list).await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
        for path in [list, format!("/alerts/{alert}")] {
            stranger.get(&path).await.expect_problem(404, "not_found");
            leader.get(&path).await.expect_problem(403, "forbidden");
        }
        let seen = format!("/alerts/{alert}/acknowledge");
        stranger.post(&seen, json!(null)).await.expect_problem(404, "not_found");
        app.on_duty(&morning.school, Role::Parent).await.post(&seen, json!(null)).await.expect_problem(403, "forbidden");
        leader.post(&seen, json!(null)).await.expect(200);
        let again = principal.post(&seen, json!(null)).await.expect(200);
        let seen_to = leader.get("/me").await.expect(200);
        assert_eq!(again["acknowledged_by"], seen_to["name"], "the first one stays");
        let of_bureau = format!("/organizations/{}/alerts", app.root(&admin).await.id);
        assert_eq!(admin.get(&of_bureau).await.expect(200)["items"].as_array().unwrap().len(), 7, "and the notice for 2027");
    }

    async fn a_school_that_is_put_away_has_no_open_alert(app: TestApp) {
        let morning = watched(&app).await;
        pass(&app, TimeDelta::minutes(20)).await;
        assert_eq!(morning.open(&app).await.len(), 3);
        let admin = app.again(&morning.admin).await;
        let path = format!("/organizations/{}", morning.school.organization.id);
        let version = admin.get(&path).await.etag.unwrap();
        admin.send(admin.request(Method::DELETE, &path).header("If-Match", version)).await.expect(204);
        pass(&app, TimeDelta::minutes(2)).await;
        let school = morning.school.organization.id.parse().unwrap();
        let open = app.store(|_, tx| Ok(alerts::open(tx)?)).await;
        assert!(open.iter().all(|alert| alert.organization_id != school), "{open:?}");
    }
}
