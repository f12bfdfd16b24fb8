//! The matrix: every route of the API document × everybody who might call it. It fails where somebody gets in who must not,
//! where somebody is kept out who may come in, and where a route has no line in [`routes`] or a line has no route.

pub(crate) mod routes;
pub(crate) mod world;

use std::collections::BTreeSet;

use huxue_tests::{TestApp, on_both};
use serde_json::Value;

use routes::{Line, Need, lines};
use world::{Caller, World};

/// The problems by which somebody is kept out. `wrong_credentials` is none: anybody may try to sign in.
const REFUSALS: [&str; 5] = ["not_signed_in", "access_token_expired", "forbidden", "not_found", "method_not_allowed"];

/// A path without its query and with every parameter replaced by `{}`: the document and the lines name their parameters differently.
pub(crate) fn shape(path: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { "{}".to_owned() } else { part.to_owned() };
    let path = path.split('?').next().unwrap_or(path);
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn every_route_has_a_line_and_every_line_a_route() {
    let document: Value = serde_json::to_value(huxue::http::openapi()).unwrap();
    let mut routes = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in ["get", "put", "post", "patch", "delete"] {
            if item.get(method).is_some() {
                let path = path.strip_prefix("/api/v1").unwrap_or(path);
                routes.insert(format!("{} {}", method.to_uppercase(), shape(path)));
            }
        }
    }
    let lined: BTreeSet<String> = lines().map(|line| format!("{} {}", line.method, shape(line.path))).collect();
    assert_eq!(lined.len(), lines().count(), "a route has two lines");
    let missing: Vec<_> = routes.difference(&lined).collect();
    let gone: Vec<_> = lined.difference(&routes).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "routes without a line: {missing:?}; lines without a route: {gone:?}"
    );
}

on_both! {
    async fn everybody_gets_exactly_what_the_rules_give_them(app: TestApp) {
        let world = World::build(&app).await;
        let mut wrong = Vec::new();
        for line in lines() {
            for caller in world.callers(&app, line).await {
                let (status, code) = world.call(line, &caller).await;
                let ended = code == "session_ended" && !matches!(line.need, Need::Public);
                let refused = ended || REFUSALS.contains(&code.as_str());
                let failed = status >= 500;
                if failed || refused == may(line, &caller, &world) {
                    let should = if refused { "should be let in" } else { "should be kept out" };
                    wrong.push(format!("{} {}: {} {should}, got {status} {code}", line.method, line.path, caller.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{} wrong answers:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// What the rules say, stated here once more and apart from the program's own tables.
fn may(line: &Line, caller: &Caller, world: &World) -> bool {
    match line.need {
        Need::Public => true,
        Need::SignedIn => caller.alive,
        Need::Own(owner) => caller.alive && caller.name == owner,
        Need::Somewhere(right) => caller.alive && routes::gives(right, caller.holds),
        Need::At(right, place) => caller.alive && routes::gives(right, caller.holds) && world.reaches(caller, place),
    }
}
