//! Examples of bodies, put together from the examples of their fields. So an example can never differ from its schema, and
//! each field is exemplified once, where it is declared.

use serde_json::{Map, Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::content::Content;

/// Gives a body its example, unless its handler wrote one.
pub(super) fn complete(content: &mut RefOr<Content>, schemas: &Value) {
    let RefOr::T(content) = content else { return };
    if content.example.is_some() || !content.examples.is_empty() {
        return;
    }
    let schema = content.schema.as_ref().and_then(|schema| serde_json::to_value(schema).ok());
    content.example = schema.and_then(|schema| of(&schema, schemas));
}

/// An example of a schema; none where a field says too little (a test names it).
pub(super) fn of(schema: &Value, schemas: &Value) -> Option<Value> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return of(schemas.get(name.rsplit('/').next()?)?, schemas);
    }
    stated(schema).or_else(|| composed(schema, schemas)).or_else(|| of_type(schema, schemas))
}

fn stated(schema: &Value) -> Option<Value> {
    let first = |key: &str| schema.get(key).and_then(Value::as_array).and_then(|values| values.first());
    let one = |key: &str| schema.get(key);
    one("example").or_else(|| first("examples")).or_else(|| one("const")).or_else(|| first("enum")).cloned()
}

/// Of alternatives the first that is not null; of parts all together.
fn composed(schema: &Value, schemas: &Value) -> Option<Value> {
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let mut whole = Map::new();
        for part in parts {
            match of(part, schemas)? {
                Value::Object(fields) => whole.extend(fields),
                other => return Some(other),
            }
        }
        return Some(Value::Object(whole));
    }
    let alternatives = schema.get("oneOf").or_else(|| schema.get("anyOf"))?.as_array()?;
    alternatives.iter().filter(|one| one["type"] != "null").find_map(|one| of(one, schemas))
}

fn of_type(schema: &Value, schemas: &Value) -> Option<Value> {
    let (kind, nullable) = kind_of(schema);
    let example = match kind {
        "string" => schema["format"].as_str().and_then(of_format),
        "boolean" => Some(json!(false)),
        "integer" | "number" => schema.get("minimum").cloned(),
        "array" => of(&schema["items"], schemas).map(|item| json!([item])),
        "object" => of_object(schema, schemas),
        "null" => Some(Value::Null),
        _ => None,
    };
    example.or_else(|| nullable.then_some(Value::Null))
}

/// The type, and whether null is one too.
fn kind_of(schema: &Value) -> (&str, bool) {
    match &schema["type"] {
        Value::String(kind) => (kind, false),
        Value::Array(kinds) => {
            let mut names = kinds.iter().filter_map(Value::as_str);
            (names.find(|name| *name != "null").unwrap_or("null"), kinds.iter().any(|name| name == "null"))
        }
        _ if schema.get("properties").is_some() => ("object", false),
        _ => ("", false),
    }
}

fn of_format(format: &str) -> Option<Value> {
    let text = match format {
        "uuid" => "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
        "date-time" => "2026-11-23T07:21:04+08:00",
        "date" => "2026-11-23",
        "time" => "07:20:00",
        _ => return None,
    };
    Some(json!(text))
}

/// A number that says nothing of itself says its unit in its name.
fn of_number(name: &str, schema: &Value) -> Option<Value> {
    match kind_of(schema).0 {
        "integer" | "number" if name.ends_with("_seconds") => Some(json!(2400)),
        "integer" | "number" if name.ends_with("_minutes") => Some(json!(40)),
        "integer" | "number" => Some(json!(1)),
        _ => None,
    }
}

fn of_object(schema: &Value, schemas: &Value) -> Option<Value> {
    let mut whole = Map::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let example = of(field, schemas).or_else(|| of_number(name, field))?;
        whole.insert(name.clone(), example);
    }
    // An object that may be anything says nothing of itself.
    (!whole.is_empty()).then_some(Value::Object(whole))
}
