//! The API: routes, extractors, wire types. The only place that knows actix.

mod answer;
mod docs;
mod extract;
mod health;
mod middleware;
mod organizations;
mod routes;
mod server;
mod sessions;
mod wire;

pub use docs::openapi;
pub use server::{Running, start};
