//! What every operation gets: an id of its own, the problems that it shares with others, headers, examples.

use serde_json::Value;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{OpenApi, PathItem, RefOr, Required};

use super::{answers, examples, headers};

pub(super) fn finish(document: &mut OpenApi, schemas: &Value) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            operation.operation_id = Some(id_of(method, path));
            answers::add(operation);
            headers::add(operation, schemas);
            add_examples(operation, schemas);
        }
    }
}

/// The operations of an address, with their methods.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let all = [
        ("get", &mut item.get),
        ("put", &mut item.put),
        ("post", &mut item.post),
        ("patch", &mut item.patch),
        ("delete", &mut item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

/// `get /api/v1/schools/{id}/check-ins` → `get_schools_id_check_ins`: as stable and as unique as the address itself.
fn id_of(method: &str, path: &str) -> String {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    std::iter::once(method).chain(words).collect::<Vec<_>>().join("_")
}

fn add_examples(operation: &mut Operation, schemas: &Value) {
    if let Some(RefOr::T(body)) = operation.request_body.as_mut() {
        for content in body.content.values_mut() {
            examples::complete(content, schemas);
        }
    }
    for answer in operation.responses.responses.values_mut() {
        let RefOr::T(answer) = answer else { continue };
        for content in answer.content.values_mut() {
            examples::complete(content, schemas);
        }
    }
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(one) = parameter else { continue };
        if let (Some(example), Required::True) = (example_of(one, schemas), &one.required) {
            *parameter = RefOr::T(ParameterBuilder::from(one.clone()).example(Some(example)).build());
        }
    }
}

fn example_of(parameter: &Parameter, schemas: &Value) -> Option<Value> {
    match parameter.parameter_in {
        // The one header that operations ask for is `If-Match`.
        ParameterIn::Header => Some("\"1\"".into()),
        _ => examples::of(&serde_json::to_value(parameter.schema.as_ref()?).ok()?, schemas),
    }
}
