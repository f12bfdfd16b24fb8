//! The description is complete: what an app maker may ask about an operation stands in it.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use huxue::problem::Code;
use serde_json::Value;

/// Codes that no operation answers by itself.
const ELSEWHERE: &[&str] = &[
    // Any address.
    "unknown_route",
    "method_not_allowed",
    // Any operation that writes, when another request was faster.
    "duplicate",
    "refers_to_missing",
    // The command line.
    "database_not_opened",
    "database_too_new",
    "audit_too_young",
    "use_database_tools",
    "last_key",
    "key_in_use",
];

fn document() -> Value {
    serde_json::to_value(huxue::http::openapi()).unwrap()
}

/// `METHOD path` and the operation.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, _)| {
        let methods: &serde_json::Map<String, Value> = Value::as_object(item).unwrap();
        let named = methods.iter().map(|(method, operation)| (format!("{method} {path}"), operation));
        named.collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// Whether a status is a refusal or a failure.
fn is_problem(status: &str) -> bool {
    status.starts_with(['4', '5'])
}

/// The codes that a description names in backticks.
fn named(description: &str) -> Vec<Code> {
    let words = description.split('`').skip(1).step_by(2);
    words.filter_map(|word| Code::ALL.iter().copied().find(|code| code.as_str() == word)).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Every `$ref` below a value.
fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 50, "{found:?}");
    let nowhere = |to: &&str| document.pointer(to.trim_start_matches('#')).is_none();
    assert_eq!(found.into_iter().filter(nowhere).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn every_operation_says_what_it_does() {
    let document = document();
    let described: BTreeSet<&str> = document["tags"].as_array().unwrap().iter().map(|tag| text(&tag["name"])).collect();
    let mut wrong = Vec::new();
    for (name, operation) in operations(&document) {
        let mut need = |good: bool, what: &str| {
            if !good {
                wrong.push(format!("{name}: {what}"))
            }
        };
        need(text(&operation["summary"]).ends_with('.'), "a first doc line that ends with a full stop");
        need(
            text(&operation["description"]).len() >= 20,
            "a description: what a caller should know, the right it needs",
        );
        need(
            operation["tags"].as_array().is_some_and(|tags| tags.iter().all(|tag| described.contains(text(tag)))),
            "a tag that docs.rs describes",
        );
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            need(!text(&parameter["description"]).is_empty(), &format!("what {} means", parameter["name"]));
        }
        let answers = operation["responses"].as_object().unwrap();
        need(answers.keys().any(|status| status.starts_with('2')), "what it answers when all is well");
        need(answers.values().all(|answer| !text(&answer["description"]).is_empty()), "what each answer means");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_body_has_an_example() {
    let document = document();
    let mut wrong = BTreeSet::new();
    for (name, operation) in operations(&document) {
        let bodies = operation["responses"].as_object().unwrap().values().chain([&operation["requestBody"]]);
        for (kind, content) in bodies.filter_map(|body| body["content"].as_object()).flatten() {
            if kind.contains("json") && content.get("example").is_none() && content.get("examples").is_none() {
                let missing = missing(&content["schema"], &document["components"]["schemas"], "");
                wrong.insert(format!("{name}: {kind} without an example: {missing:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "give these fields #[schema(example = …)]:\n{}", Vec::from_iter(wrong).join("\n"));
}

/// The fields that keep a schema from having an example: texts that say nothing of themselves.
fn missing(schema: &Value, schemas: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return missing(&schemas[name], schemas, name);
    }
    if ["example", "examples", "enum", "const", "format", "minimum"].iter().any(|key| schema.get(key).is_some()) {
        return Vec::new();
    }
    let fields = schema["properties"].as_object().into_iter().flatten();
    let fields = fields.flat_map(|(field, schema)| missing(schema, schemas, &format!("{at}.{field}")));
    let parts = ["allOf", "oneOf", "anyOf"].iter().filter_map(|key| schema[key].as_array()).flatten();
    let deeper = fields.chain(parts.flat_map(|part| missing(part, schemas, at)));
    let mut found: Vec<_> =
        deeper.chain(schema.get("items").map_or_else(Vec::new, |items| missing(items, schemas, at))).collect();
    let any_object = schema["type"] == "object" && schema.get("properties").is_none();
    if schema["type"] == "string" || any_object {
        found.push(at.to_owned());
    }
    found
}

#[test]
fn examples_keep_to_their_schemas() {
    let document = document();
    for (name, operation) in operations(&document) {
        for content in operation["requestBody"]["content"].as_object().into_iter().flat_map(|all| all.values()) {
            let example = content.get("example").unwrap_or(&Value::Null);
            let reference = text(&content["schema"]["$ref"]).rsplit('/').next().unwrap_or_default();
            let schema = &document["components"]["schemas"][reference];
            for field in schema["required"].as_array().into_iter().flatten() {
                assert!(example.get(text(field)).is_some(), "{name}: the example lacks {field}");
            }
        }
    }
}

#[test]
fn what_is_edited_by_version_says_its_version() {
    let document = document();
    let takes_version = |operation: &Value| {
        operation["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == "If-Match")
    };
    let paths = document["paths"].as_object().unwrap();
    let edited = paths.iter().filter(|(_, item)| takes_version(&item["patch"]) && item["get"].is_object());
    let edited: Vec<_> = edited.collect();
    assert!(edited.len() > 3, "{edited:?}");
    for (path, item) in edited {
        assert!(item["get"]["responses"]["200"]["headers"]["ETag"].is_object(), "{path}");
    }
}

#[test]
fn operation_ids_are_unique() {
    let document = document();
    let mut seen = BTreeMap::new();
    for (name, operation) in operations(&document) {
        let id = text(&operation["operationId"]).to_owned();
        assert!(!id.is_empty(), "{name}");
        if let Some(other) = seen.insert(id, name.clone()) {
            panic!("{name} and {other} have the same operationId");
        }
    }
}

#[test]
fn every_code_is_documented_where_it_can_happen() {
    let document = document();
    let mut documented: BTreeSet<&str> = ELSEWHERE.iter().copied().collect();
    for (name, operation) in operations(&document) {
        for (status, answer) in operation["responses"].as_object().unwrap() {
            if is_problem(status) {
                let codes = named(text(&answer["description"]));
                assert!(!codes.is_empty(), "{name}: {status} names no code in backticks");
                assert!(answer["content"]["application/problem+json"].is_object(), "{name}: {status}");
                for code in codes {
                    assert_eq!(code.status().to_string(), *status, "{name}: {code} has another status");
                    documented.insert(code.as_str());
                }
            }
        }
    }
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !documented.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "name them in the answers of the operations that give them: {missing:?}");
}

/// What the description calls a value is what goes over the wire.
#[test]
fn texts_of_a_fixed_choice_are_lower_case() {
    let document = document();
    let mut wrong = BTreeSet::new();
    each_schema(&document, &mut |schema| {
        for value in schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
                wrong.insert(value.to_owned());
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn each_schema(value: &Value, look: &mut impl FnMut(&Value)) {
    look(value);
    match value {
        Value::Object(fields) => fields.values().for_each(|field| each_schema(field, look)),
        Value::Array(items) => items.iter().for_each(|item| each_schema(item, look)),
        _ => (),
    }
}

/// Two schemas of one name would overwrite each other in silence: the document cannot show it, the sources can.
#[test]
fn schemas_have_names_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
    let mut seen = BTreeMap::new();
    for file in sources(&root) {
        for name in schema_names(&std::fs::read_to_string(&file).unwrap()) {
            let (file, other) = (file.display().to_string(), seen.insert(name.clone(), file.clone()));
            let other = other.map(|other| other.display().to_string());
            assert!(other.is_none(), "{file} and {other:?} both declare the schema {name}: use #[schema(as = …)]");
        }
    }
    assert!(seen.contains_key("OrganizationBody") && seen.contains_key("Role") && seen.contains_key("CheckInItem"));
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The names of the types that a source gives schemas: those that derive `ToSchema`, and those of `text_enum!`. The name is
/// on the first line with `struct` or `enum` after that, unless an attribute before it says another.
fn schema_names(source: &str) -> Vec<String> {
    let (mut names, mut open, mut renamed) = (Vec::new(), false, None);
    for line in source.lines() {
        open |= line.contains("ToSchema)]") || line.trim() == "text_enum! {";
        renamed = line.split_once("schema(as = ").map(|(_, name)| word(name)).or(renamed);
        let named = ["struct ", "enum "].iter().find_map(|keyword| line.split_once(keyword));
        if let Some((_, name)) = named.filter(|_| open && !line.trim_start().starts_with("//")) {
            names.push(renamed.take().unwrap_or_else(|| word(name)));
            open = false;
        }
    }
    // A macro's own `$name` is no name.
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
