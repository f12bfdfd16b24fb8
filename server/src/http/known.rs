//! What the description says about each address, for requests that no handler sees: wrong methods, and parameters that
//! nobody reads. A misspelt parameter would otherwise be left out in silence, and a filter with it.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;
use serde::Deserialize;

use super::web;
use crate::problem::{Code, Problem, Result};

/// Addresses beside the API and the pages. Both take what parameters they like.
const BESIDE: [&str; 4] = ["/healthz", "/readyz", "/metrics", "/c"];

/// The addresses of the API, the methods of each, and the query parameters of each method.
pub(super) struct Known {
    addresses: Vec<(ResourceDef, Methods)>,
}

type Methods = BTreeMap<&'static str, Vec<&'static str>>;

/// What is read of the description; the rest is passed over.
#[derive(Deserialize)]
struct Described<'a> {
    #[serde(borrow)]
    paths: BTreeMap<&'a str, Item<'a>>,
}

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    get: Option<Operation<'a>>,
    put: Option<Operation<'a>>,
    post: Option<Operation<'a>>,
    patch: Option<Operation<'a>>,
    delete: Option<Operation<'a>>,
}

#[derive(Deserialize)]
struct Operation<'a> {
    #[serde(borrow, default)]
    parameters: Vec<Parameter<'a>>,
}

#[derive(Deserialize)]
struct Parameter<'a> {
    name: &'a str,
    #[serde(rename = "in")]
    place: &'a str,
}

impl Known {
    /// `description` is the JSON that `build.rs` made. A build in which it says nothing knows no address of the API, which
    /// the tests of every route see.
    pub(super) fn of(description: &'static [u8]) -> Self {
        let described = serde_json::from_slice::<Described>(description).map(|document| document.paths);
        let beside = BESIDE.iter().map(|path| (ResourceDef::new(*path), ["GET"].as_slice()));
        let pages = web::ADDRESSES.iter().chain(["/"].iter());
        let pages = pages.map(|path| (ResourceDef::new(*path), ["GET", "HEAD"].as_slice()));
        let without = |names: &[&'static str]| names.iter().map(|name| (*name, Vec::new())).collect::<Methods>();
        let beside = beside.chain(pages).map(|(address, names)| (address, without(names)));
        let api = described.unwrap_or_default().into_iter().map(|(path, item)| (ResourceDef::new(path), methods(item)));
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
        match name.into_iter().find(|name| !names.contains(name)) {
            Some(unknown) => Err(Problem::new(Code::MalformedQuery).field(unknown).detail(choice(names))),
            None => Ok(()),
        }
    }
}

fn choice(names: &[&str]) -> String {
    match names {
        [] => "no parameters here / 这里没有参数".to_owned(),
        names => names.join(", "),
    }
}

fn methods(item: Item<'static>) -> Methods {
    let all =
        [("GET", item.get), ("PUT", item.put), ("POST", item.post), ("PATCH", item.patch), ("DELETE", item.delete)];
    all.into_iter().filter_map(|(method, operation)| Some((method, query_names(operation?)))).collect()
}

fn query_names(operation: Operation<'static>) -> Vec<&'static str> {
    operation.parameters.into_iter().filter(|one| one.place == "query").map(|one| one.name).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn methods_and_parameters_come_from_the_description() {
        let known = super::super::docs::known();
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
