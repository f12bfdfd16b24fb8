//! The way out for text messages: an HTTP gateway, or in development the log.

use std::time::Duration;

use reqwest::Client;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::config::SmsSettings;
use crate::domain::phone::Phone;

/// How long the gateway may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A code on its way to a phone. It has no `Debug`: codes reach no log by accident.
pub struct Message {
    phone: Phone,
    code: String,
}

impl Message {
    pub(super) const fn new(phone: Phone, code: String) -> Self {
        Self { phone, code }
    }
}

/// Sends messages as the settings say.
#[derive(Clone)]
pub struct Gateway {
    client: Client,
    settings: SmsSettings,
    headers: HeaderMap,
}

impl Gateway {
    /// With the settings.
    ///
    /// # Errors
    /// A sentence about a header that is none.
    pub fn new(settings: &SmsSettings) -> Result<Self, String> {
        let mut headers = HeaderMap::new();
        for (name, value) in &settings.headers {
            let name: HeaderName = name.parse().map_err(|_| format!("'{name}' is no header"))?;
            let mut value: HeaderValue =
                value.parse().map_err(|_| format!("the value of '{name}' is none of a header"))?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        let client = Client::builder().timeout(PATIENCE).build().map_err(|error| error.to_string())?;
        Ok(Self { client, settings: settings.clone(), headers })
    }

    /// Sends a message. Whoever asked for it has had the answer, so a failure goes to the log alone.
    pub async fn send(self, message: Message) {
        let text = self.settings.text.replace("{code}", &message.code);
        if self.settings.url.is_empty() {
            tracing::warn!(phone = message.phone.masked(), text, "no sms gateway is set: the message is only logged");
            return;
        }
        let body = self.body(&message, &text);
        let sent = self.client.post(&self.settings.url).headers(self.headers).body(body).send().await;
        if let Err(error) = sent.and_then(reqwest::Response::error_for_status) {
            let cause = error.without_url();
            tracing::error!(phone = message.phone.masked(), %cause, "the sms gateway did not take a message");
        }
    }

    /// Sends a text that is no code: an alert.
    ///
    /// # Errors
    /// Why the gateway did not take it; no secret is in it.
    pub async fn send_text(&self, phone: Phone, text: &str) -> Result<(), String> {
        if self.settings.url.is_empty() {
            return Err("no sms gateway is set / 未配置短信网关".to_owned());
        }
        let body = self.body(&Message::new(phone, String::new()), text);
        let sent = self.client.post(&self.settings.url).headers(self.headers.clone()).body(body).send().await;
        sent.and_then(reqwest::Response::error_for_status).map(drop).map_err(|error| error.without_url().to_string())
    }

    /// The body with its places filled in, each value escaped as the content type wants it.
    fn body(&self, message: &Message, text: &str) -> String {
        let kind = self.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let escape = |value: &str| match kind {
            json if json.contains("json") => in_json(value),
            form if form.contains("form-urlencoded") => in_form(value),
            _ => value.to_owned(),
        };
        // The text goes in last: nothing that it contains is filled in again.
        let body = self.settings.body.replace("{phone}", &escape(message.phone.as_str()));
        body.replace("{code}", &escape(&message.code)).replace("{text}", &escape(text))
    }
}

fn in_json(value: &str) -> String {
    let quoted = serde_json::Value::from(value).to_string();
    quoted.trim_start_matches('"').trim_end_matches('"').to_owned()
}

/// Percent-encoding of all but the unreserved characters (RFC 3986, section 2.3).
fn in_form(value: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body_of(kind: &str, body: &str) -> String {
        let headers = [("content-type".to_owned(), kind.to_owned())].into();
        let settings = SmsSettings { headers, body: body.to_owned(), ..SmsSettings::default() };
        let message = Message::new("+85261234567".parse().unwrap(), "012345".to_owned());
        Gateway::new(&settings).unwrap().body(&message, "码 \"012345\" & {code}")
    }

    #[test]
    fn values_are_escaped_for_their_place() {
        let json = body_of("application/json", r#"{"to":["{phone}"],"c":"{code}","text":"{text}"}"#);
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let expected = serde_json::json!({ "to": ["+85261234567"], "c": "012345", "text": "码 \"012345\" & {code}" });
        assert_eq!(value, expected);
        let form = body_of("application/x-www-form-urlencoded", "mobile={phone}&content={text}");
        assert_eq!(form, "mobile=%2B85261234567&content=%E7%A0%81%20%22012345%22%20%26%20%7Bcode%7D");
        assert_eq!(body_of("text/plain", "{phone} {code}"), "+85261234567 012345");
    }

    #[test]
    fn headers_that_are_none_are_said() {
        let settings = SmsSettings { headers: [("a b".to_owned(), "x".to_owned())].into(), ..SmsSettings::default() };
        assert_eq!(Gateway::new(&settings).err().unwrap(), "'a b' is no header");
    }
}
