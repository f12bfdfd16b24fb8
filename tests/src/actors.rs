//! People who use the server over HTTP.

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::app::TestApp;

/// A person with a phone or a desk: a base address, and a session if signed in.
#[derive(Clone)]
pub struct Actor {
    client: Client,
    api: String,
    /// The access token, if signed in.
    pub token: Option<String>,
    /// The person's id, if signed in.
    pub person_id: Option<String>,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Seconds to wait, if it says so.
    pub retry_after: Option<u64>,
    /// Its version, if it has one.
    pub etag: Option<String>,
    /// Its JSON; null if it has none.
    pub body: Value,
    /// Its text.
    pub text: String,
}

impl Answer {
    /// The JSON of an answer that must have this status.
    ///
    /// # Panics
    /// If the status is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self.body
    }

    /// Checks that it is a problem with this status and code.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn expect_problem(self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.body["code"].as_str()), (status, Some(code)), "{}", self.text);
    }
}

impl Actor {
    /// Somebody who is not signed in.
    #[must_use]
    pub fn stranger(app: &TestApp) -> Self {
        Self { client: Client::new(), api: format!("{}/api/v1", app.address), token: None, person_id: None }
    }

    /// With the tokens of an answer that signs in.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    pub fn of_session(app: &TestApp, body: &Value) -> Self {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Self::with_session(app, text(&body["access_token"]), text(&body["person"]["id"]))
    }

    /// Signs in by password.
    ///
    /// # Panics
    /// If that is refused.
    pub async fn sign_in(app: &TestApp, phone: &str, password: &str) -> Self {
        let credentials = json!({ "phone": phone, "password": password });
        let body = Self::stranger(app).post("/sessions", credentials).await.expect(200);
        Self::of_session(app, &body)
    }

    /// Somebody with a session that was opened without HTTP, which spares the hashing of a password.
    pub(crate) fn with_session(app: &TestApp, token: String, person_id: String) -> Self {
        Self { token: Some(token), person_id: Some(person_id), ..Self::stranger(app) }
    }

    /// A request to a path of the API (`/organizations`), or outside it with a leading `!` (`!/healthz`).
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = match path.strip_prefix('!') {
            Some(path) => format!("{}{path}", self.api.trim_end_matches("/api/v1")),
            None => format!("{}{path}", self.api),
        };
        let request = self.client.request(method, url);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends a request and reads the answer.
    ///
    /// # Panics
    /// If the server cannot be reached.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let answer = request.send().await.expect("an answer");
        let status = answer.status();
        let etag = answer.headers().get("etag").and_then(|value| value.to_str().ok()).map(ToOwned::to_owned);
        let retry_after = answer.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let text = answer.text().await.expect("its text");
        Answer { status, retry_after, etag, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// POST with JSON.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    /// PUT with JSON.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    /// PUT with JSON, from a version.
    pub async fn put_from(&self, path: &str, version: &str, body: Value) -> Answer {
        self.send(self.request(Method::PUT, path).header("If-Match", version).json(&body)).await
    }

    /// PATCH with JSON, from a version.
    pub async fn patch(&self, path: &str, version: &str, body: Value) -> Answer {
        self.send(self.request(Method::PATCH, path).header("If-Match", version).json(&body)).await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }
}
