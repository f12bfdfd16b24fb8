//! Every route with a body refuses what is none, with the same codes everywhere, and reads the example of its description.

use huxue_tests::actors::Answer;
use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::{Operation, operations};
use crate::rights_matrix::routes::lines;
use crate::rights_matrix::shape;
use crate::rights_matrix::world::World;

/// Larger than what any route takes but those for photos.
const TOO_LARGE: usize = 1_100_000;
/// Larger than what any route takes.
const TOO_LARGE_PHOTO: usize = 8_500_000;

/// A route with a body in a world where it can be called.
struct Route<'a> {
    world: &'a World,
    method: Method,
    path: String,
    kind: String,
}

impl Route<'_> {
    async fn send(&self, kind: Option<&str>, body: impl Into<reqwest::Body>) -> Answer {
        let admin = &self.world.admin;
        let request = admin.request(self.method.clone(), &self.path).header("If-Match", "\"999\"").body(body);
        admin.send(if let Some(kind) = kind { request.header(CONTENT_TYPE, kind) } else { request }).await
    }

    async fn code(&self, kind: Option<&str>, body: impl Into<reqwest::Body>) -> String {
        let answer = self.send(kind, body).await;
        format!("{} {}", answer.status.as_u16(), answer.body["code"].as_str().unwrap_or_default())
    }

    /// What this route should have refused, and how it answered.
    async fn wrong(&self, content: &Value, known: &Value) -> Vec<String> {
        let json = Some(self.kind.as_str());
        let size = if self.kind.starts_with("image/") { TOO_LARGE_PHOTO } else { TOO_LARGE };
        let mut answers = vec![("too large", "413 body_too_large", self.code(json, vec![b' '; size]).await)];
        if self.kind == "application/json" {
            for text in ["", "{", "null", "7", "{\"\u{0}\": 1}", "\u{feff}{}x"] {
                answers.push((text, "400 malformed_json", self.code(json, text.to_owned()).await));
            }
            // An array is read as the fields in their order; where none is required, an empty one is good.
            if known["required"].is_array() {
                answers.push(("an array", "400 malformed_json", self.code(json, "[]").await));
            }
            answers.push(("not UTF-8", "400 malformed_json", self.code(json, vec![b'"', 0xff, b'"']).await));
            let wrong_kind = "415 unsupported_media_type";
            answers.push(("no content type", wrong_kind, self.code(None, "{}").await));
            answers.push(("text", wrong_kind, self.code(Some("text/plain"), "{}").await));
            let mut more = content["example"].clone();
            more["surprise"] = json!(1);
            let expected = if known["additionalProperties"] == false { "400 malformed_json" } else { "it is read" };
            let answer = self.code(json, more.to_string()).await;
            if expected.starts_with('4') || answer.starts_with("400") || answer.starts_with('5') {
                answers.push(("an unknown field", expected, answer));
            }
            let answer = self.code(json, content["example"].to_string()).await;
            if ["400", "413", "415", "5"].iter().any(|refusal| answer.starts_with(refusal)) {
                answers.push(("the example", "it is read", answer));
            }
        }
        let wrong = answers.into_iter().filter(|(_, expected, got)| got != expected);
        let line = |(what, expected, got)| format!("{} {}: {what:?}: {got}, not {expected}", self.method, self.path);
        wrong.map(line).collect()
    }
}

on_both! {
    async fn bodies_that_are_none_are_refused(app: TestApp) {
        let world = World::build(&app).await;
        let document = serde_json::to_value(huxue::http::openapi()).unwrap();
        let (mut wrong, mut loose) = (Vec::new(), Vec::new());
        for Operation { method, path, what } in operations() {
            let Some((kind, content)) = what["requestBody"]["content"].as_object().and_then(|all| all.iter().next()) else {
                continue;
            };
            let line = lines().find(|line| line.method == method && shape(line.path) == shape(&path)).unwrap();
            let name = content["schema"]["$ref"].as_str().unwrap_or_default().rsplit('/').next().unwrap();
            let schema = &document["components"]["schemas"][name];
            if kind == "application/json" && schema["additionalProperties"] != false {
                loose.push(name.to_owned());
            }
            let route = Route { world: &world, method: method.parse().unwrap(), path: world.path(line).await, kind: kind.clone() };
            wrong.extend(route.wrong(content, schema).await);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // A notice comes as others publish it, with whatever else they say.
        assert_eq!(loose, ["HolidayCn"], "bodies take no fields that are not described: deny_unknown_fields");
    }
}
