//! Channels against receivers that check, refuse and fail.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use huxue::service::alerts::send::{Lane, send_due};
use huxue_tests::receiver::{Receiver, SILENCE};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};
use sha2::Sha256;

use super::{Watched, pass, private, watched};

impl Watched {
    pub(super) async fn channel(&self, kind: &str, url: &str, secret: &str) -> Value {
        let new = json!({ "kind": kind, "name": kind, "url": url, "secret": secret });
        self.principal.post(&format!("/organizations/{}/channels", self.school.organization.id), new).await.expect(201)
    }

    /// The messages of a state.
    pub(super) async fn messages(&self, who: &Actor, state: &str) -> Vec<Value> {
        let path = format!("/organizations/{}/messages?state={state}", self.school.organization.id);
        let through = who.get(&path).await.expect(200)["items"].as_array().unwrap().clone();
        through.into_iter().filter(|one| !one["channel_id"].is_null()).collect()
    }
}

/// Sends until nothing is due; the server sends by itself too.
pub(super) async fn send(app: &TestApp) {
    let app = Arc::clone(&app.app);
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let sent = actix_web::rt::System::new().block_on(async move {
            let alarms = send_due(&app, Lane::Alarms).await.is_ok();
            send_due(&app, Lane::Others).await.is_ok() && alarms
        });
        let _ = tell.send(sent);
    });
    assert!(told.await.unwrap());
}

/// Waits until the receiver has got so many: the server itself may be the one who sends.
pub(super) async fn until(receiver: &Receiver, count: usize) {
    let all = async {
        while receiver.got().len() < count {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), all).await.unwrap();
}

/// Base64 of the HMAC-SHA256 of a text.
pub(super) fn hmac_of(key: &[u8], text: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(text.as_bytes());
    BASE64.encode(&mac.finalize().into_bytes())
}

on_both! {
    with private;
    async fn a_webhook_is_signed_and_a_robot_hears_its_own_form(app: TestApp) {
        let morning = watched(&app).await;
        let (hook, robot) = (Receiver::start([]).await, Receiver::start([(200, r#"{"errcode":0}"#)]).await);
        let lark = Receiver::start([(200, r#"{"code":0}"#)]).await;
        morning.channel("feishu", &lark.url, "feishu-secret").await;
        let made = morning.channel("webhook", &hook.url, "").await;
        let secret = made["secret"].as_str().unwrap().to_owned();
        assert!(made["url"].as_str().unwrap().ends_with("/…"), "an address is a password");
        morning.channel("dingtalk", &robot.url, "SECabc").await;
        let listed =
            morning.principal.get(&format!("/organizations/{}/channels", morning.school.organization.id)).await.expect(200);
        assert!(listed["items"].as_array().unwrap().iter().all(|one| one["secret"].is_null()), "told once");
        pass(&app, TimeDelta::minutes(20)).await;
        send(&app).await;
        until(&hook, 1).await;
        until(&robot, 1).await;
        until(&lark, 1).await;

        let got = &hook.got()[0];
        let key = BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        let signed = format!("{}.{}.{}", got.headers["webhook-id"], got.headers["webhook-timestamp"], got.body);
        assert_eq!(got.headers["webhook-signature"], format!("v1,{}", hmac_of(&key, &signed)));
        let body: Value = serde_json::from_str(&got.body).unwrap();
        assert_eq!((&body["data"]["occasion"], body["data"]["alert_ids"].as_array().unwrap().len()), (&json!("raised"), 3));

        let got = &robot.got()[0];
        let body: Value = serde_json::from_str(&got.body).unwrap();
        assert!(body["text"]["content"].as_str().unwrap().contains("实验小学"), "{body}");
        let said = reqwest::Url::parse(&format!("http://robot{}", got.target)).unwrap();
        let said: HashMap<String, String> = said.query_pairs().into_owned().collect();
        let time = &said["timestamp"];
        assert_eq!(said["sign"], hmac_of(b"SECabc", &format!("{time}\nSECabc")), "as DingTalk checks it");
        assert_eq!(
            time.parse::<i64>().unwrap(),
            app.app.clock.now().seconds() * 1000,
            "in milliseconds, by the server's clock"
        );
        let body: Value = serde_json::from_str(&lark.got()[0].body).unwrap();
        let time = body["timestamp"].as_str().unwrap();
        assert_eq!(body["sign"], hmac_of(format!("{time}\nfeishu-secret").as_bytes(), ""), "as Feishu checks it");
        assert!(body["content"]["text"].as_str().unwrap().contains("实验小学"), "{body}");
    }

    // Who gets it twice knows that by its id: the first time it came, and its answer did not.
    async fn what_is_not_answered_in_time_comes_again_as_the_same_message(app: TestApp) {
        let morning = watched(&app).await;
        let hook = Receiver::start([SILENCE, (200, "")]).await;
        let channel = morning.channel("webhook", &hook.url, "").await;
        let test = format!("/channels/{}/test", channel["id"].as_str().unwrap());
        let message = morning.principal.post(&test, json!(null)).await.expect(202);
        send(&app).await;
        // Ten seconds of the machine's clock, whoever sends it.
        hook.gone.notified().await;
        let late = loop {
            match morning.messages(&morning.principal, "pending").await.as_slice() {
                [one] if one["attempts"] == 1 && !one["error"].is_null() => break one.clone(),
                _ => tokio::task::yield_now().await,
            }
        };
        assert!(late["error"].as_str().unwrap().contains("超时未回应"), "{late}");
        app.pass(TimeDelta::seconds(11));
        send(&app).await;
        let sent = loop {
            match morning.messages(&morning.principal, "sent").await.as_slice() {
                [] => tokio::task::yield_now().await,
                [one] => break one.clone(),
                more => panic!("{more:?}"),
            }
        };
        assert_eq!((&sent["id"], &sent["attempts"]), (&message["id"], &json!(2)));
        let [first, second] = &hook.got()[..] else { panic!("{} requests", hook.got().len()) };
        assert_eq!(first.headers["webhook-id"], second.headers["webhook-id"]);
    }

    async fn what_fails_is_tried_again_and_given_up_in_the_end(app: TestApp) {
        let morning = watched(&app).await;
        let refusal = (200, r#"{"errcode":310000,"errmsg":"sign not match"}"#);
        let robot = Receiver::start([(500, ""), refusal]).await;
        let channel = morning.channel("wecom", &robot.url, "").await;
        let test = format!("/channels/{}/test", channel["id"].as_str().unwrap());
        let message = morning.principal.post(&test, json!(null)).await.expect(202);
        for attempt in 1..=8 {
            send(&app).await;
            until(&robot, attempt).await;
            // More than the longest pause; less than a session.
            app.pass(TimeDelta::seconds(700));
        }
        let principal = app.again(&morning.principal).await;
        let dead = loop {
            match morning.messages(&principal, "dead").await.as_slice() {
                [] => tokio::task::yield_now().await,
                [one] => break one.clone(),
                more => panic!("{more:?}"),
            }
        };
        assert_eq!((&dead["id"], &dead["attempts"]), (&message["id"], &json!(8)));
        assert!(dead["error"].as_str().unwrap().contains("sign not match"), "{dead}");
        // Mended: sent again by hand, and taken.
        let again = format!("/messages/{}/again", dead["id"].as_str().unwrap());
        robot.answer((200, r#"{"errcode":0}"#));
        principal.post(&again, json!(null)).await.expect(200);
        send(&app).await;
        while morning.messages(&principal, "sent").await.is_empty() {
            tokio::task::yield_now().await;
        }
        principal.post(&again, json!(null)).await.expect_problem(412, "stale");
    }
}

on_both! {
    with |config| r#"{"phone":"{phone}","code":"{text}"}"#.clone_into(&mut config.sms.body);
    async fn text_messages_go_to_the_people_of_the_steps(app: TestApp) {
        let morning = watched(&app).await;
        morning.channel("sms", "", "").await;
        let phone = morning.leader.get("/me/export").await.expect(200)["phone"].as_str().unwrap().to_owned();
        let rules = format!("/organizations/{}/alert-rules/nobody_on_time", morning.school.organization.id);
        let steps = json!({ "enabled": true, "steps": [{ "to": "duty_leader", "after_minutes": 0 }] });
        morning.principal.put(&rules, steps).await.expect(200);
        pass(&app, TimeDelta::minutes(20)).await;
        send(&app).await;
        let text = app.sms.code_for(&phone).await;
        assert!(text.contains("到岗时间已到"), "{text}");
    }
}

on_both! {
    async fn channels_are_public_and_the_organizations_own(app: TestApp) {
        let morning = watched(&app).await;
        let path = format!("/organizations/{}/channels", morning.school.organization.id);
        for url in ["http://example.com/x", "https://127.0.0.1/x", "https://192.168.1.1/x", "nothing", ""] {
            let refused = morning.principal.post(&path, json!({ "kind": "webhook", "name": "x", "url": url })).await;
            assert_eq!(refused.body["field"], "url", "{url}");
            refused.expect_problem(422, "invalid_field");
        }
        let made = morning.channel("wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", "").await;
        assert_eq!(made["url"], "https://qyapi.weixin.qq.com/…");
        let one = format!("/channels/{}", made["id"].as_str().unwrap());
        let off = morning.principal.patch(&one, "\"1\"", json!({ "enabled": false })).await.expect(200);
        assert_eq!((&off["enabled"], &off["version"]), (&json!(false), &json!(2)));
        morning.principal.patch(&one, "\"1\"", json!({ "enabled": true })).await.expect_problem(412, "stale");
        let end = morning.principal.request(reqwest::Method::DELETE, &one).header("If-Match", "\"2\"");
        morning.principal.send(end).await.expect(204);
        assert_eq!(morning.principal.get(&path).await.expect(200)["items"], json!([]));
    }
}
