//! One alarm on every kind of channel.

use std::collections::HashMap;

use chrono::TimeDelta;
use data_encoding::BASE64;
use huxue::domain::words::Role;
use huxue_tests::receiver::{Got, Receiver};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};

use super::channels::{hmac_of, send, until};
use super::{private, told, turn};
use crate::alarms;

/// The request that tells of the alarm.
fn of_alarm(receiver: &Receiver) -> Got {
    receiver.got().into_iter().find(|got| got.body.contains("一键求助")).unwrap()
}

fn body_of(got: &Got) -> Value {
    serde_json::from_str(&got.body).unwrap()
}

/// The next text message about the alarm, which is for this person.
async fn text_to(app: &TestApp, who: &Actor) -> String {
    let phone = app.again(who).await.get("/me/export").await.expect(200)["phone"].as_str().unwrap().to_owned();
    app.sms.code_for(&phone).await
}

on_both! {
    with |config| {
        private(config);
        r#"{"phone":"{phone}","code":"{text}"}"#.clone_into(&mut config.sms.body);
    };
    async fn an_alarm_reaches_who_is_on_post_and_every_robot(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let (guard, parent) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await);
        app.pass(TimeDelta::minutes(25));
        let (guard, parent) = (app.again(&guard).await, app.again(&parent).await);
        guard.send_check_in(&app.arrival(&school, "a")).await;
        parent.send_check_in(&app.arrival(&school, "b")).await;
        turn(&app).await;
        let admin = app.again(&admin).await;
        let taken = r#"{"errcode":0}"#;
        let (wecom, dingtalk) = (Receiver::start([(200, taken)]).await, Receiver::start([(200, taken)]).await);
        let (feishu, hook) = (Receiver::start([(200, r#"{"code":0}"#)]).await, Receiver::start([]).await);
        let path = format!("/organizations/{}/channels", school.organization.id);
        let mut secret = String::new();
        for (kind, url, key) in [
            ("wecom", wecom.url.as_str(), ""), ("dingtalk", &dingtalk.url, "SECabc"), ("feishu", &feishu.url, "key"),
            ("webhook", &hook.url, ""), ("sms", "", ""),
        ] {
            let new = json!({ "kind": kind, "name": kind, "url": url, "secret": key });
            let made = admin.post(&path, new).await.expect(201);
            if kind == "webhook" {
                made["secret"].as_str().unwrap().clone_into(&mut secret);
            }
        }
        alarms::raised(&parent, &school.organization).await;
        send(&app).await;
        for receiver in [&wecom, &dingtalk, &feishu, &hook] {
            until(receiver, 1).await;
        }

        let got = of_alarm(&wecom);
        let body = body_of(&got);
        assert_eq!((&body["msgtype"], got.target.as_str()), (&json!("text"), "/hook"), "as WeCom wants it, unsigned");
        let text = body["text"]["content"].as_str().unwrap().to_owned();
        assert!(text.starts_with("【护学岗】实验小学：07:15 "), "{text}");

        let got = of_alarm(&dingtalk);
        assert_eq!(body_of(&got)["text"]["content"], text);
        let query = reqwest::Url::parse(&format!("http://robot{}", got.target)).unwrap();
        let query: HashMap<String, String> = query.query_pairs().into_owned().collect();
        assert_eq!(query["sign"], hmac_of(b"SECabc", &format!("{}\nSECabc", query["timestamp"])));

        let body = body_of(&of_alarm(&feishu));
        assert_eq!((&body["msg_type"], &body["content"]["text"]), (&json!("text"), &json!(text)));
        assert_eq!(body["sign"], hmac_of(format!("{}\nkey", body["timestamp"].as_str().unwrap()).as_bytes(), ""));

        let got = of_alarm(&hook);
        let key = BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        let signed = format!("{}.{}.{}", got.headers["webhook-id"], got.headers["webhook-timestamp"], got.body);
        assert_eq!(got.headers["webhook-signature"], format!("v1,{}", hmac_of(&key, &signed)));
        assert_eq!(body_of(&got)["text"], text);

        // Who stands on post beside them: in the app and by text message; not whoever pressed.
        assert_eq!(text_to(&app, &guard).await, text);
        assert_eq!(told(&app, &guard).await.pop().unwrap().1, text);
        assert!(app.sms.is_empty().await);
    }
}
