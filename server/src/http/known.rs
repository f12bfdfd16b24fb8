//! What the description says about each address, for requests that no handler sees: wrong methods, and parameters that
//! nobody reads. A misspelt parameter would otherwise be left out in silence, and a filter with it.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{OpenApi, PathItem, RefOr};

use super::web;
use crate::problem::{Code, Problem, Result};

/// Addresses beside the API and the pages. Both take what parameters they like.
const BESIDE: [&str; 4] = ["/healthz", "/readyz", "/metrics", "/c"];

/// The addresses of the API, the methods of each, and the query parameters of each method.
pub(super) struct Known {
    addresses: Vec<(ResourceDef, Methods)>,
}

type Methods = BTreeMap<&'static str, Vec<String>>;

impl Known {
    pub(super) fn of(document: &OpenApi) -> Self {
        let beside = BESIDE.iter().map(|path| (ResourceDef::new(*path), ["GET"].as_slice()));
        let pages = web::ADDRESSES.iter().chain(["/"].iter());
        let pages = pages.map(|path| (ResourceDef::new(*path), ["GET", "HEAD"].as_slice()));
        let without = |names: &[&'static str]| names.iter().map(|name| (*name, Vec::new())).collect::<Methods>();
        let beside = beside.chain(pages).map(|(address, names)| (address, without(names)));
        let api = document.paths.paths.iter().map(|(path, item)| (ResourceDef::new(path.as_str()), methods(item)));
        Self { addresses: beside.chain(api).collect() }
    }

    /// The methods that an address takes, as `Allow` lists them; none for an unknown address.
    pub(super) fn allow(&self, path: &str) -> Option<String> {
        // `/sessions/sms` is no session: an address that is written out goes before one with parameters.
        let written_out = self.addresses.iter().any(|(pattern, _)| pattern.pattern() == Some(path));
        let found = self.addresses.iter().filter(|(pattern, _)| match written_out {
            true => pattern.pattern() == Some(path),
            false => pattern.is_match(path),
        });
        let methods: Vec<&str> = found.flat_map(|(_, methods)| methods.keys().copied()).collect();
        (!methods.is_empty()).then(|| methods.join(", "))
    }

    /// Refuses a parameter that the operation does not have. `pattern` is the address as the routes write it.
    pub(super) fn check_query(&self, method: &str, pattern: &str, query: &str) -> Result<()> {
        let Some((_, methods)) = self.addresses.iter().find(|(known, _)| known.pattern() == Some(pattern)) else {
            return Ok(());
        };
        if query.contains("%00") {
            // PostgreSQL keeps no text with a NUL, and no text that anybody searches for has one.
            return Err(Problem::new(Code::MalformedQuery).detail("NUL"));
        }
        let Some(names) = methods.get(method).filter(|_| pattern.starts_with("/api/")) else { return Ok(()) };
        let name = query.split('&').filter(|part| !part.is_empty()).map(|part| part.split('=').next().unwrap_or(part));
        match name.into_iter().find(|name| !names.iter().any(|known| known == name)) {
            Some(unknown) => Err(Problem::new(Code::MalformedQuery).field(unknown).detail(choice(names))),
            None => Ok(()),
        }
    }
}

fn choice(names: &[String]) -> String {
    match names {
        [] => "no parameters here / 这里没有参数".to_owned(),
        names => names.join(", "),
    }
}

fn methods(item: &PathItem) -> Methods {
    let all = [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, query_names(operation.as_ref()?)))).collect()
}

fn query_names(operation: &Operation) -> Vec<String> {
    let parameters = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    });
    parameters.filter(|one| one.parameter_in == ParameterIn::Query).map(|one| one.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_and_parameters_come_from_the_description() {
        let known = Known::of(&super::super::openapi());
        assert_eq!(known.allow("/api/v1/organizations").as_deref(), Some("GET, POST"));
        assert_eq!(known.allow("/healthz").as_deref(), Some("GET"));
        assert_eq!(known.allow("/api/v1/sessions/sms").as_deref(), Some("POST"));
        assert_eq!(known.allow("/nowhere"), None);
        let check = |query| known.check_query("GET", "/api/v1/organizations", query).map_err(|problem| problem.field);
        assert_eq!(check("limit=3&kind=school&"), Ok(()));
        assert_eq!(check("limt=3"), Err(Some("limt".to_owned())));
        assert_eq!(check("limit=3&=x"), Err(Some(String::new())));
        assert_eq!(known.check_query("GET", "/healthz", "probe=1"), Ok(()));
    }
}
