//! What is told to one recipient about many schools; and alarms, which wait for nothing.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use huxue::domain::alert::{MessageState, Occasion, Urgency};
use huxue::domain::id::{ChannelId, MessageId, OrganizationId};
use huxue::domain::moment::Moment;
use huxue::domain::words::{Office, Role};
use huxue::store::JsonText;
use huxue::store::messages::{self, MessageRow};
use huxue_tests::receiver::{Receiver, SILENCE};
use huxue_tests::school::School;
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};

use super::channels::{send, until};
use super::{pass, private, turn, watched};
use crate::alarms;

const SCHOOLS: usize = 30;

/// A station with its schools, at which nobody but the chief is to be told, and the robot of its group.
struct Beat {
    admin: Actor,
    chief: Actor,
    station: Organization,
    schools: Vec<School>,
    robot: Receiver,
}

async fn beat(app: &TestApp, schools: usize) -> Beat {
    let admin = app.administrator().await;
    let root = app.root(&admin).await;
    let station = app.organization(&admin, &root, "station", "城关派出所").await;
    let chief = app.officer(&station, Office::StationChief).await;
    let mut made = Vec::new();
    for number in 0..schools {
        let school = app.guarded_school(&admin, &format!("第{number:02}小学")).await;
        admin
            .put(&format!("/stations/{}/schools/{}", station.id, school.organization.id), json!(null))
            .await
            .expect(204);
        made.push(school);
    }
    let robot = Receiver::start([(200, r#"{"errcode":0}"#)]).await;
    let new = json!({ "kind": "wecom", "name": "所里的群", "url": robot.url });
    chief.post(&format!("/organizations/{}/channels", station.id), new).await.expect(201);
    Beat { admin, chief, station, schools: made, robot }
}

impl Beat {
    /// What the robot was told, in its order.
    fn texts(&self) -> Vec<String> {
        let text =
            |body: &str| serde_json::from_str::<Value>(body).unwrap()["text"]["content"].as_str().unwrap().to_owned();
        self.robot.got().iter().map(|got| text(&got.body)).collect()
    }

    /// What went through the channel or is to, the latest first.
    async fn record(&self, app: &TestApp) -> Vec<Value> {
        let path = format!("/organizations/{}/messages?limit=200", self.station.id);
        let sent = app.again(&self.chief).await.get(&path).await.expect(200)["items"].as_array().unwrap().clone();
        sent.into_iter().filter(|one| !one["channel_id"].is_null()).collect()
    }

    /// Every school stays at home: nothing is wrong any more.
    async fn storm(&self, app: &TestApp) {
        let admin = app.again(&self.admin).await;
        for school in &self.schools {
            let path = format!("/schools/{}/day-changes", school.organization.id);
            let cancelled = json!({ "date": "2026-11-23", "kind": "day_cancelled", "reason": "台风" });
            admin.post(&path, cancelled).await.expect(201);
        }
    }

    /// Sends until nothing waits; a minute goes by for what waits for more.
    async fn all_told(&self, app: &TestApp) {
        at_once(app).await;
        app.pass(TimeDelta::seconds(60));
        at_once(app).await;
        while self.record(app).await.iter().any(|one| one["state"] == "pending") {
            tokio::task::yield_now().await;
        }
    }
}

/// Sends as several servers do that look at the same moment.
async fn at_once(app: &TestApp) {
    tokio::join!(send(app), send(app), send(app), send(app));
}

/// Of how many schools a message tells.
fn told_of(text: &str) -> usize {
    let (_, text) = text.split_once('】').unwrap();
    text.split_once(" 所学校").map_or(1, |(count, _)| count.parse().unwrap())
}

/// The numbers of the schools that texts name.
fn named(texts: &[String]) -> BTreeSet<String> {
    let of = |text: &String| text.split('第').skip(1).map(|rest| rest.chars().take(2).collect()).collect::<Vec<_>>();
    texts.iter().flat_map(of).collect()
}

on_both! {
    with private;
    async fn thirty_empty_gates_are_two_messages_at_most_and_so_is_their_end(app: TestApp) {
        let beat = beat(&app, SCHOOLS).await;
        // 07:20:00. Nobody else is there to be told, so the station is at once.
        pass(&app, TimeDelta::minutes(30)).await;
        at_once(&app).await;
        until(&beat.robot, 1).await;
        let before = beat.robot.got().len();

        // What comes within the minute waits; an alarm does not, and comes by itself.
        app.pass(TimeDelta::seconds(10));
        let guard = app.on_duty(&beat.schools[5], Role::Guard).await;
        alarms::raised(&guard, &beat.schools[5].organization).await;
        send(&app).await;
        until(&beat.robot, before + 1).await;
        let alarm = beat.texts().pop().unwrap();
        assert!(alarm.contains("第05小学") && alarm.contains("一键求助"), "{alarm}");
        beat.all_told(&app).await;
        let mut texts = beat.texts();
        texts.retain(|text| *text != alarm);
        assert!((1..=2).contains(&texts.len()), "{texts:?}");
        assert_eq!(texts.iter().map(|text| told_of(text)).sum::<usize>(), SCHOOLS, "{texts:?}");
        assert_eq!(named(&texts).len(), SCHOOLS, "each is named: {texts:?}");
        let digest = texts.pop().unwrap();
        assert!(digest.contains("（开始时无人在岗 ×3）"), "{digest}");
        assert!(digest.ends_with(&format!("/desk/organizations/{}/schools", beat.station.id)), "{digest}");

        // Exactly what was sent is on record, also with each alert.
        let record = beat.record(&app).await;
        let of_digest = record.iter().find(|one| one["occasion"] == "digest").unwrap();
        assert_eq!((&of_digest["text"], &of_digest["state"]), (&json!(digest), &json!("sent")));
        let parts: Vec<&Value> = record.iter().filter(|one| one["digest_id"] == of_digest["id"]).collect();
        assert_eq!(parts.len(), told_of(&digest));
        assert!(parts.iter().all(|one| one["state"] == "sent" && one["sent_at"] == of_digest["sent_at"]), "{parts:?}");
        let school = &beat.schools[SCHOOLS - 1].organization.id;
        let admin = app.again(&beat.admin).await;
        let alerts = admin.get(&format!("/organizations/{school}/alerts?open=true")).await.expect(200);
        let alert = format!("/alerts/{}", alerts["items"][0]["id"].as_str().unwrap());
        let messages = admin.get(&alert).await.expect(200)["messages"].as_array().unwrap().clone();
        let through = messages.iter().find(|one| !one["channel_id"].is_null()).unwrap();
        assert_eq!((&through["state"], &through["digest_id"]), (&json!("sent"), &of_digest["id"]));
        // In the app there is one for each school, and the alarm.
        let inbox = app.again(&beat.chief).await.get("/me/alerts").await.expect(200);
        assert_eq!(inbox["unread"], SCHOOLS + 1);

        let known = beat.robot.got().len();
        beat.storm(&app).await;
        turn(&app).await;
        beat.all_told(&app).await;
        let texts: Vec<String> = beat.texts().split_off(known);
        assert!((1..=2).contains(&texts.len()), "{texts:?}");
        assert_eq!(texts.iter().map(|text| told_of(text)).sum::<usize>(), SCHOOLS, "{texts:?}");
        assert!(texts.last().unwrap().contains("所学校已恢复"), "{texts:?}");
        assert_eq!(named(&texts).len(), SCHOOLS, "{texts:?}");
    }

    async fn a_digest_that_is_refused_comes_again_as_the_same_message(app: TestApp) {
        let beat = beat(&app, 4).await;
        pass(&app, TimeDelta::minutes(30)).await;
        beat.all_told(&app).await;
        let known = beat.robot.got().len();
        beat.robot.answer((500, ""));
        beat.storm(&app).await;
        app.pass(TimeDelta::seconds(60));
        turn(&app).await;
        let refused = |record: &[Value]| record.iter().filter(|one| one["error"] == "HTTP 500").count();
        send(&app).await;
        app.pass(TimeDelta::seconds(60));
        send(&app).await;
        while refused(&beat.record(&app).await) < 4 {
            tokio::task::yield_now().await;
        }
        beat.robot.answer((200, r#"{"errcode":0}"#));
        app.pass(TimeDelta::seconds(700));
        beat.all_told(&app).await;
        let record = beat.record(&app).await;
        assert!(record.iter().all(|one| one["state"] == "sent"), "{record:?}");
        let texts: BTreeSet<String> = beat.texts().split_off(known).into_iter().collect();
        let told: usize = texts.iter().map(|text| told_of(text)).sum();
        assert_eq!(told, 4, "what was tried again says the same: {texts:?}");
    }

    async fn an_alarm_waits_behind_nothing(app: TestApp) {
        let morning = watched(&app).await;
        let (deaf, hook) = (Receiver::start([SILENCE]).await, Receiver::start([]).await);
        let busy = morning.channel("dingtalk", &deaf.url, "").await;
        let (school, channel): (_, ChannelId) = (morning.school.id(), busy["id"].as_str().unwrap().parse().unwrap());
        app.store(move |app, tx| {
            let row = |_| waiting(school, channel, app.clock.now());
            Ok(messages::insert(tx, &(0..500).map(row).collect::<Vec<_>>())?)
        })
        .await;
        // Every sender is busy with those who do not answer.
        until(&deaf, 20).await;
        morning.channel("webhook", &hook.url, "").await;
        let guard = app.on_duty(&morning.school, Role::Guard).await;
        alarms::raised(&guard, &morning.school.organization).await;
        until(&hook, 1).await;
        let waits = morning.messages(&morning.principal, "pending").await;
        assert!(waits.len() > 50 && waits.iter().all(|one| one["error"].is_null()), "none of the others has ended yet");
        assert!(hook.got()[0].body.contains("一键求助"));
    }

    async fn what_was_not_sent_in_time_is_not_sent_late(app: TestApp) {
        let morning = watched(&app).await;
        let hook = Receiver::start([]).await;
        let channel = morning.channel("webhook", &hook.url, "").await;
        let (school, id): (_, ChannelId) = (morning.school.id(), channel["id"].as_str().unwrap().parse().unwrap());
        app.store(move |app, tx| {
            let now = app.clock.now();
            let old = waiting(school, id, now.minus(TimeDelta::minutes(60)));
            let news = waiting(school, id, now.minus(TimeDelta::minutes(59)));
            let alarm = MessageRow { urgency: Urgency::Alarm, ..waiting(school, id, now.minus(TimeDelta::hours(5))) };
            Ok(messages::insert(tx, &[old, news, alarm])?)
        })
        .await;
        send(&app).await;
        until(&hook, 2).await;
        let dead = loop {
            match morning.messages(&morning.principal, "dead").await.as_slice() {
                [] => tokio::task::yield_now().await,
                [one] => break one.clone(),
                more => panic!("{more:?}"),
            }
        };
        assert!(dead["error"].as_str().unwrap().contains("未能及时发送") && dead["attempts"] == 0, "{dead}");
        // By hand it is.
        let again = format!("/messages/{}/again", dead["id"].as_str().unwrap());
        morning.principal.post(&again, json!(null)).await.expect(200);
        send(&app).await;
        until(&hook, 3).await;
        assert!(hook.got().iter().any(|got| got.headers["webhook-id"] == dead["id"].as_str().unwrap()));
    }
}

/// A message that waits.
pub(super) fn waiting(organization_id: OrganizationId, channel: ChannelId, created_at: Moment) -> MessageRow {
    MessageRow {
        id: MessageId::fresh(),
        organization_id,
        occasion: Occasion::Raised,
        alerts: JsonText::empty_list(),
        person_id: None,
        channel_id: Some(channel),
        text_zh: "有岗位缺人。".to_owned(),
        text_en: "A post is short.".to_owned(),
        created_at,
        state: MessageState::Pending,
        attempts: 0,
        next_try_at: Some(created_at),
        sent_at: None,
        error: None,
        read_at: None,
        urgency: Urgency::AtOnce,
        taken_at: None,
        digest_id: None,
    }
}
