//! Runs the `.http` examples of the API guide against a server, so that they cannot go stale. A file is a list of requests
//! divided by `###`; above each, `# @name x` and `# @expect 200`; then `METHOD url`, headers, an empty line, the body.
//! `{{name}}` stands for a variable (`@name = value` at the top, or given by the test), `{{x.body.a.0.b}}` for a part of the
//! answer to request `x`, `{{x.headers.etag}}` for a header of it. Of a stream of events the first event is the answer.

use std::collections::BTreeMap;

use reqwest::{Client, Method};
use serde_json::{Map, Value};

/// One request of a file.
struct Example {
    name: String,
    expect: u16,
    method: Method,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// Variables and the answers so far.
pub struct Runner {
    client: Client,
    variables: BTreeMap<String, String>,
    answers: Map<String, Value>,
}

impl Runner {
    /// A runner whose variables outweigh those of the files.
    #[must_use]
    pub fn new(variables: &[(&str, String)]) -> Self {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { client: Client::new(), variables, answers: Map::new() }
    }

    /// Sends the requests of a file in their order and checks the status of each answer.
    ///
    /// # Panics
    /// If a request cannot be read or sent, or is answered with another status.
    pub async fn run(&mut self, file: &str) {
        self.run_with_codes(file, async || panic!("no text messages come here")).await;
    }

    /// The same, where `{{sms_code}}` is the code of the next text message.
    ///
    /// # Panics
    /// If a request cannot be read or sent, or is answered with another status.
    pub async fn run_with_codes(&mut self, file: &str, mut code: impl AsyncFnMut() -> String) {
        let (head, rest) = file.split_once("\n###").expect("requests, each after a line that begins with ###");
        for line in head.lines().filter_map(|line| line.strip_prefix('@')) {
            let (name, value) = line.split_once('=').expect("@name = value");
            self.variables.entry(name.trim().to_owned()).or_insert_with(|| value.trim().to_owned());
        }
        for part in rest.split("\n###") {
            if part.contains("{{sms_code}}") {
                self.variables.insert("sms_code".to_owned(), code().await);
            }
            let example = Example::read(&self.filled(part));
            self.send(example).await;
        }
    }

    async fn send(&mut self, example: Example) {
        let Example { name, expect, method, url, headers, body } = example;
        let mut request = self.client.request(method, url);
        for (header, value) in headers {
            request = request.header(header, value);
        }
        let answer = request.body(body).send().await.expect("an answer");
        let status = answer.status().as_u16();
        let header = |(name, value): (&reqwest::header::HeaderName, &reqwest::header::HeaderValue)| {
            (name.to_string(), Value::from(value.to_str().unwrap_or_default()))
        };
        let headers: Map<String, Value> = answer.headers().iter().map(header).collect();
        let text = text_of(answer).await;
        assert_eq!(status, expect, "{name}: {text}");
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        self.answers.insert(name, serde_json::json!({ "headers": headers, "body": body }));
    }

    /// The text with every `{{…}}` replaced.
    fn filled(&self, text: &str) -> String {
        let mut parts = text.split("{{");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once("}}").expect("}} after {{");
            filled.push_str(&self.value(name.trim()));
            filled.push_str(rest);
        }
        filled
    }

    /// A variable, or a part of an answer.
    ///
    /// # Panics
    /// If there is none of that name.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        if let Some(value) = self.variables.get(name) {
            return value.clone();
        }
        let (request, path) = name.split_once('.').unwrap_or_else(|| panic!("no variable {name}"));
        let answer = self.answers.get(request).unwrap_or_else(|| panic!("no request {request} before {name}"));
        match answer.pointer(&format!("/{}", path.replace('.', "/"))) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => panic!("no {path} in {answer}"),
        }
    }
}

/// The text of an answer; of a stream of events, the data of the first event.
async fn text_of(mut answer: reqwest::Response) -> String {
    let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind != "text/event-stream" {
        return answer.text().await.expect("its text");
    }
    let mut read = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&read);
        if let Some((event, _)) = text.split_once("data: ").and_then(|(_, rest)| rest.split_once("\n\n")) {
            return event.to_owned();
        }
        read.extend_from_slice(&answer.chunk().await.expect("more").expect("an event before the end"));
    }
}

impl Example {
    fn read(text: &str) -> Self {
        // What follows ### on its line is a title.
        let text = text.split_once('\n').map_or("", |(_, rest)| rest);
        let (mut name, mut expect) = (String::new(), 200);
        let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
        let first = loop {
            let line = lines.next().expect("a request");
            let Some(comment) = line.strip_prefix('#') else { break line };
            match comment.trim().split_once(' ') {
                Some(("@name", value)) => value.trim().clone_into(&mut name),
                Some(("@expect", value)) => expect = value.trim().parse().expect("a status"),
                _ => (),
            }
        };
        let (method, url) = first.split_once(' ').expect("METHOD url");
        let headers = lines.by_ref().take_while(|line| !line.trim().is_empty());
        let header =
            |line: &str| line.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        let headers = headers.map(|line| header(line).expect("Name: value")).collect();
        let body = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        let method = method.parse().expect("a method");
        Self { name, expect, method, url: url.trim().to_owned(), headers, body }
    }
}
