//! The headers of answers: when to try again, and the version of what was read.

use serde_json::Value;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Header, RefOr, Response};

pub(super) fn add(operation: &mut Operation, schemas: &Value) {
    for (status, answer) in &mut operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        if status == "200" && has_version(answer, schemas) {
            let etag = header(Type::String, "The version, for `If-Match`", "\"1\"".into());
            answer.headers.insert("ETag".to_owned(), RefOr::T(etag));
        }
        if status == "429" || status == "503" {
            let seconds = header(Type::Integer, "When to try again, seconds from now; not always there", 5.into());
            answer.headers.insert("Retry-After".to_owned(), RefOr::T(seconds));
        }
    }
}

/// Whether the answer is a record that is edited with `If-Match`.
fn has_version(answer: &Response, schemas: &Value) -> bool {
    let schema = answer.content.values().find_map(|content| match content {
        RefOr::T(content) => serde_json::to_value(content.schema.as_ref()?).ok(),
        RefOr::Ref(_) => None,
    });
    schema.is_some_and(|schema| is_versioned(&schema, schemas))
}

/// Whether a schema, or one that it is put together from, has a version.
fn is_versioned(schema: &Value, schemas: &Value) -> bool {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|name| schemas.get(name.rsplit('/').next()?));
    let parts = schema.get("allOf").and_then(Value::as_array);
    schema.pointer("/properties/version").is_some()
        || named.is_some_and(|named| is_versioned(named, schemas))
        || parts.is_some_and(|parts| parts.iter().any(|part| is_versioned(part, schemas)))
}

fn header(kind: Type, description: &str, example: Value) -> Header {
    let schema = ObjectBuilder::new().schema_type(kind).build();
    HeaderBuilder::new().schema(Some(schema)).description(Some(description)).example(Some(example)).build()
}
