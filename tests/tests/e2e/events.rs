//! Server-sent events as they come in.

use huxue_tests::Actor;
use reqwest::Method;
use serde_json::Value;

/// A connection, and what was read of it and not yet taken.
pub(crate) struct Events(reqwest::Response, String);

impl Events {
    /// Those of a path, for somebody.
    pub(crate) async fn of(who: &Actor, path: &str) -> Self {
        Self(who.request(Method::GET, path).send().await.unwrap(), String::new())
    }

    /// The data of the next event, which must be of this kind.
    pub(crate) async fn next(&mut self, kind: &str) -> Value {
        loop {
            if let Some((block, rest)) = self.1.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.1 = rest;
                let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name).map(ToOwned::to_owned));
                if let Some(event) = field("event: ") {
                    assert_eq!(event, kind, "{block}");
                    return serde_json::from_str(&field("data: ").unwrap()).unwrap();
                }
                continue;
            }
            let chunk = self.0.chunk().await.unwrap().unwrap();
            self.1.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}
