//! What is told of signs, of rounds and of the calendar; and how somebody follows what they are told.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};

use super::{pass, told, turn, watched};
use crate::events::Events;
use crate::patrols::{beat, points};

/// The alerts of a kind at an organization that hold.
async fn holding(who: &Actor, organization: &Organization, kind: &str) -> Vec<Value> {
    let path = format!("/organizations/{}/alerts?open=true", organization.id);
    let told = who.get(&path).await.expect(200);
    told["items"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).cloned().collect()
}

on_both! {
    async fn a_replaced_sign_that_is_scanned_is_told_once_a_day(app: TestApp) {
        let morning = watched(&app).await;
        let parent = app.on_duty(&morning.school, Role::Parent).await;
        let old = app.arrival(&morning.school, "phone");
        let reissue = format!("/checkpoints/{}/sign/reissue", morning.school.gate.id);
        morning.principal.post(&reissue, json!({ "reason": "牌子丢失" })).await.expect(201);
        turn(&app).await;
        assert!(holding(&morning.principal, &morning.school.organization, "revoked_sign").await.is_empty());
        let sent = parent.send_check_in(&old).await;
        assert_eq!(sent["reasons"], json!(["sign_revoked"]));
        pass(&app, TimeDelta::seconds(3)).await;
        let again = app.again(&parent).await;
        again.send_check_in(&app.arrival(&morning.school, "phone")).await;
        pass(&app, TimeDelta::seconds(3)).await;
        let principal = app.again(&morning.principal).await;
        let found = holding(&principal, &morning.school.organization, "revoked_sign").await;
        let [alert] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&alert["post"], &alert["checkpoint_id"]), (&json!("东门"), &json!(morning.school.gate.id)));
        assert_eq!(alert["duty_id"], json!(null));
        let safety = told(&app, &morning.safety).await;
        let [(occasion, text)] = safety.as_slice() else { panic!("{safety:?}") };
        assert_eq!(occasion, "raised");
        assert_eq!(text, "【护学岗】实验小学：东门，06:50 有人扫了已停用的旧牌，请收走旧牌、换上新牌。");
        pass(&app, TimeDelta::days(1)).await;
        let principal = app.again(&morning.principal).await;
        assert!(holding(&principal, &morning.school.organization, "revoked_sign").await.is_empty());
    }

    async fn rounds_that_are_due_are_told_to_the_station_until_somebody_walks(app: TestApp) {
        let beat = beat(&app).await;
        let windows = json!([{ "starts": "07:30", "ends": "08:00" }, { "starts": "16:30", "ends": "17:30" }]);
        let new = json!({ "name": "校门一线", "norm": "town_school", "windows": windows, "points": points(&beat.schools) });
        let route = beat.chief.post(&format!("/organizations/{}/patrol-routes", beat.station.id), new).await.expect(201);
        assert_eq!(route["rounds"], 2);
        pass(&app, TimeDelta::seconds(70 * 60 - 1)).await;
        assert!(holding(&app.again(&beat.chief).await, &beat.station, "round_overdue").await.is_empty());
        pass(&app, TimeDelta::seconds(1)).await;
        let chief = app.again(&beat.chief).await;
        let found = holding(&chief, &beat.station, "round_overdue").await;
        let [alert] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&alert["missing"], &alert["patrol_route_id"], &alert["post"]), (&json!(1), &route["id"], &json!("校门一线")));
        let texts = told(&app, &beat.chief).await;
        assert_eq!(texts.last().unwrap().1, "【护学岗】城关派出所：校门一线，到 08:00 应走的巡逻还缺 1 轮。");
        let admin = app.again(&beat.admin).await;
        assert_eq!(holding(&admin, &app.root(&admin).await, "round_overdue").await.len(), 1, "the bureau sees it");
        // Somebody sets out late.
        let officer = app.again(&beat.officer).await;
        officer.send_check_in(&app.check_in("pass", &beat.schools[0].gate, "phone")).await;
        pass(&app, TimeDelta::seconds(31)).await;
        let chief = app.again(&beat.chief).await;
        assert!(holding(&chief, &beat.station, "round_overdue").await.is_empty());
        assert_eq!(told(&app, &beat.chief).await.last().unwrap().0, "resolved");
        // At 22:00 the route without windows is asked about too.
        pass(&app, TimeDelta::hours(14)).await;
        let chief = app.again(&beat.chief).await;
        assert_eq!(holding(&chief, &beat.station, "round_overdue").await.len(), 2);
        let rules = chief.get(&format!("/organizations/{}/alert-rules", beat.station.id)).await.expect(200);
        let kinds: Vec<&Value> = rules["items"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
        assert_eq!(kinds, ["round_overdue"]);
        let gap = format!("/organizations/{}/alert-rules/gap", beat.station.id);
        chief.put(&gap, json!({ "enabled": false, "steps": [] })).await.expect_problem(404, "not_found");
    }

    async fn a_missing_notice_is_told_to_the_bureau_once_until_it_is_loaded(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let officer = app.officer(&root, Office::BureauOfficer).await;
        // It may have been raised before there was somebody to tell; that is looked at again each minute.
        pass(&app, TimeDelta::minutes(2)).await;
        let officer = app.again(&officer).await;
        let found = holding(&officer, &root, "calendar_missing").await;
        let [alert] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&alert["year"], &alert["date"], &alert["post"]), (&json!(2027), &json!("2026-11-15"), &json!(null)));
        pass(&app, TimeDelta::minutes(2)).await;
        let texts = told(&app, &officer).await;
        assert_eq!(texts.len(), 1, "{texts:?}");
        assert!(texts[0].1.ends_with("：2027 年的放假安排还没有导入。"), "{texts:?}");
        pass(&app, TimeDelta::days(1)).await;
        assert_eq!(told(&app, &officer).await.last().unwrap().0, "escalated", "once more a day later");
        let day = json!({ "name": "元旦", "date": "2027-01-01", "isOffDay": true });
        let notice = json!({ "year": 2027, "papers": [], "days": [day] });
        app.again(&admin).await.post("/calendar/years", notice).await.expect(201);
        pass(&app, TimeDelta::minutes(2)).await;
        assert!(holding(&app.again(&officer).await, &root, "calendar_missing").await.is_empty());
        let (occasion, text) = told(&app, &officer).await.pop().unwrap();
        assert_eq!(occasion, "resolved");
        assert!(text.ends_with("明年的放假安排已导入。"), "{text}");
    }

    async fn somebody_follows_what_they_are_told(app: TestApp) {
        let morning = watched(&app).await;
        app.pass(TimeDelta::minutes(20));
        let leader = app.again(&morning.leader).await;
        app.stranger().get("/me/alerts/events").await.expect_problem(401, "not_signed_in");
        let mut events = Events::of(&leader, "/me/alerts/events").await;
        let first = events.next("inbox").await;
        if first["unread"] == 0 {
            turn(&app).await;
            assert_eq!(events.next("inbox").await["unread"], 1);
        }
        let text = leader.get("/me/alerts").await.expect(200)["items"][0]["text"].clone();
        leader.post("/me/alerts/read", json!({ "until": app.now() })).await.expect(204);
        let read = events.next("inbox").await;
        assert_eq!((&read["unread"], &read["latest"]["text"]), (&json!(0), &text));
        leader.delete("/sessions/current").await.expect(204);
        assert_eq!(events.next("end").await["code"], "session_ended");
    }
}
