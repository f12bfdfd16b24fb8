//! What goes over the wire to a channel: bodies, addresses and signatures, as each kind's makers say.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::domain::alert::ChannelKind;
use crate::domain::id::MessageId;
use crate::domain::moment::Moment;

/// The prefix of a secret of Standard Webhooks; the rest is Base64.
const WEBHOOK_SECRET: &str = "whsec_";

/// A request to a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) url: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: String,
}

/// The request that carries a text; `more` is what a webhook learns beside it. None for text messages.
pub(super) fn request(
    kind: ChannelKind,
    (url, secret): (&str, &str),
    id: MessageId,
    text: &str,
    more: &Value,
    now: Moment,
) -> Option<Request> {
    let seconds = now.seconds();
    let json = ("content-type", "application/json".to_owned());
    let plain = |url: String, body: Value| Request { url, headers: vec![json.clone()], body: body.to_string() };
    match kind {
        ChannelKind::Wecom => Some(plain(url.to_owned(), json!({ "msgtype": "text", "text": { "content": text } }))),
        ChannelKind::Dingtalk => {
            let body = json!({ "msgtype": "text", "text": { "content": text } });
            let millis = seconds.saturating_mul(1000);
            let signature = in_query(&BASE64.encode(&mac(secret.as_bytes(), &format!("{millis}\n{secret}"))));
            let joint = if url.contains('?') { '&' } else { '?' };
            let signed = format!("{url}{joint}timestamp={millis}&sign={signature}");
            Some(plain(if secret.is_empty() { url.to_owned() } else { signed }, body))
        }
        ChannelKind::Feishu => {
            let content = json!({ "text": text });
            // Feishu signs nothing with a key made of time and secret.
            let body = if secret.is_empty() {
                json!({ "msg_type": "text", "content": content })
            } else {
                let sign = BASE64.encode(&mac(format!("{seconds}\n{secret}").as_bytes(), ""));
                json!({ "msg_type": "text", "content": content, "timestamp": seconds.to_string(), "sign": sign })
            };
            Some(plain(url.to_owned(), body))
        }
        ChannelKind::Webhook => {
            let body = json!({ "type": "alert", "timestamp": now, "data": more, "text": text }).to_string();
            let key = secret.strip_prefix(WEBHOOK_SECRET).and_then(|rest| BASE64.decode(rest.as_bytes()).ok());
            let key = key.unwrap_or_else(|| secret.as_bytes().to_vec());
            let signature = format!("v1,{}", BASE64.encode(&mac(&key, &format!("{id}.{seconds}.{body}"))));
            let headers = vec![
                json,
                ("webhook-id", id.to_string()),
                ("webhook-timestamp", seconds.to_string()),
                ("webhook-signature", signature),
            ];
            Some(Request { url: url.to_owned(), headers, body })
        }
        ChannelKind::Sms => None,
    }
}

/// What a robot's answer says is wrong: they answer 200 to what they refuse.
pub(super) fn refused(kind: ChannelKind, answer: &str) -> Option<String> {
    let code = match kind {
        ChannelKind::Wecom | ChannelKind::Dingtalk => "errcode",
        ChannelKind::Feishu => "code",
        ChannelKind::Webhook | ChannelKind::Sms => return None,
    };
    let said: Value = serde_json::from_str(answer).unwrap_or_default();
    match said.get(code).and_then(Value::as_i64) {
        Some(0) => None,
        Some(_) => Some(answer.chars().take(200).collect()),
        None => Some(format!("no {code} in the answer / 回答中没有 {code}")),
    }
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mac = Hmac::<Sha256>::new_from_slice(key).map(|mac| mac.chain_update(text.as_bytes()));
    mac.map(|mac| mac.finalize().into_bytes().to_vec()).unwrap_or_default()
}

/// Base64 in a query.
fn in_query(text: &str) -> String {
    text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

    use super::*;

    /// The worked example of Standard Webhooks.
    #[test]
    fn signs_as_standard_webhooks_says() {
        let key = BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = r#"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}"#;
        assert_eq!(BASE64.encode(&mac(&key, signed)), "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn robots_are_told_in_their_own_forms() {
        let (id, now) = (MessageId::fresh(), Moment::from_seconds(1_700_000_000));
        let of = |kind, url, secret| request(kind, (url, secret), id, "有岗位缺人", &json!({}), now).unwrap();
        let wecom = of(ChannelKind::Wecom, "https://qyapi.example/send?key=k", "");
        assert_eq!(wecom.url, "https://qyapi.example/send?key=k");
        assert_eq!(wecom.body, r#"{"msgtype":"text","text":{"content":"有岗位缺人"}}"#);
        let dingtalk = of(ChannelKind::Dingtalk, "https://oapi.example/send?access_token=t", "SECx");
        assert!(dingtalk.url.starts_with("https://oapi.example/send?access_token=t&timestamp=1700000000000&sign="));
        let feishu: Value =
            serde_json::from_str(&of(ChannelKind::Feishu, "https://open.example/hook", "s").body).unwrap();
        assert_eq!((&feishu["timestamp"], &feishu["msg_type"]), (&json!("1700000000"), &json!("text")));
        let key = "1700000000\ns";
        assert_eq!(feishu["sign"], json!(BASE64.encode(&mac(key.as_bytes(), ""))));
        assert_eq!(request(ChannelKind::Sms, ("", ""), id, "", &json!({}), now), None);
    }

    #[test]
    fn a_robot_that_answers_200_may_have_refused() {
        assert_eq!(refused(ChannelKind::Wecom, r#"{"errcode":0,"errmsg":"ok"}"#), None);
        assert!(refused(ChannelKind::Dingtalk, r#"{"errcode":310000,"errmsg":"sign not match"}"#).is_some());
        assert!(refused(ChannelKind::Feishu, "<html>").is_some());
        assert_eq!(refused(ChannelKind::Webhook, ""), None);
    }
}
