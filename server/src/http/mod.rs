//! The API: routes, extractors, wire types. The only place that knows actix.

mod answer;
mod background;
mod board;
mod calendar;
mod check_ins;
mod checkpoints;
mod codes;
mod coverage;
mod day_changes;
mod corrections;
mod coverage;
mod docs;
mod duties;
mod extract;
mod health;
mod home;
mod known;
mod me;
mod metrics;
mod middleware;
mod organizations;
mod patience;
mod receipts;
mod routes;
mod school_imports;
mod screens;
mod server;
mod sessions;
mod shifts;
mod signs;
mod templates;
mod windows;
mod wire;

pub use docs::{openapi, openapi_yaml, problems_page};
pub use server::{Running, start};
