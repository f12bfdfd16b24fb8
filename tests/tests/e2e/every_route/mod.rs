//! What holds for every route of its kind, walked over the API description: no route can be forgotten.

mod bodies;
mod lists;

use serde_json::Value;

/// An operation of the description.
struct Operation {
    /// `GET`.
    method: String,
    /// Without `/api/v1`, its parameters in braces.
    path: String,
    what: Value,
}

fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(huxue::http::openapi()).unwrap();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, what) in item.as_object().unwrap() {
            let path = path.strip_prefix("/api/v1").unwrap().to_owned();
            found.push(Operation { method: method.to_uppercase(), path, what: what.clone() });
        }
    }
    found
}
