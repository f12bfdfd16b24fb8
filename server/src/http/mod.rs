//! The API: routes, extractors, wire types. The only place that knows actix.

mod answer;
mod audit;
mod board;
mod check_ins;
mod checkpoints;
mod codes;
mod coverage;
mod docs;
mod duties;
mod extract;
mod health;
mod home;
mod invites;
mod me;
mod memberships;
mod metrics;
mod middleware;
mod organizations;
mod patience;
mod receipts;
mod routes;
mod screens;
mod server;
mod sessions;
mod set_up;
mod signs;
mod windows;
mod wire;

pub use docs::{openapi, openapi_yaml};
pub use server::{Running, start};
