//! The problems of each operation. A handler names the codes of its own in its answers' descriptions (`` `stale` ``); those
//! that any such operation can give are added here, and each becomes a sentence and an example from the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

use crate::domain::lang::Lang;
use crate::http::answer::ProblemBody;
use crate::problem::{Code, Problem};

pub(super) fn add(operation: &mut Operation) {
    let mut codes: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for code in common(operation) {
        codes.entry(code.status().to_string()).or_default().insert(code.as_str());
    }
    for (status, answer) in &operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        let own = named(&answer.description).into_iter().map(Code::as_str);
        if is_problem(status) {
            codes.entry(status.clone()).or_default().extend(own);
        }
    }
    for (status, codes) in codes {
        let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| codes.contains(code.as_str())).collect();
        if !codes.is_empty() {
            operation.responses.responses.insert(status, RefOr::T(answer(&codes)));
        }
    }
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

/// What any operation of its kind can answer.
fn common(operation: &Operation) -> Vec<Code> {
    let mut codes = vec![Code::MalformedQuery, Code::Internal, Code::DatabaseUnavailable, Code::DatabaseReadOnly];
    if let Some(RefOr::T(body)) = &operation.request_body {
        codes.extend([Code::BodyTooLarge, Code::RequestTooSlow]);
        if body.content.contains_key("application/json") {
            codes.extend([Code::MalformedJson, Code::UnsupportedMediaType]);
        }
    }
    if operation.security.is_some() {
        codes.extend([Code::NotSignedIn, Code::AccessTokenExpired, Code::SessionEnded]);
    }
    let mut parameters = operation.parameters.iter().flatten();
    if parameters.any(|one| matches!(one, RefOr::T(one) if one.parameter_in == ParameterIn::Path)) {
        codes.push(Code::NotFound);
    }
    codes
}

fn answer(codes: &[Code]) -> Response {
    let lines = codes.iter().map(|code| format!("`{code}`: {}", code.en()));
    let mut content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ProblemBody")));
    for code in codes {
        let body = ProblemBody::of(&Problem::new(*code), Lang::Zh, None);
        let value = serde_json::to_value(&body).unwrap_or_default();
        content =
            content.examples_from_iter([(code.as_str(), ExampleBuilder::new().summary(code.en()).value(Some(value)))]);
    }
    let description = lines.collect::<Vec<_>>().join("\n\n");
    ResponseBuilder::new().description(description).content("application/problem+json", content.build()).build()
}
