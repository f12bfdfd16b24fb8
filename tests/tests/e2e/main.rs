//! End-to-end tests: real HTTP, real SQLite, real PostgreSQL. One program, so that it is linked once; files mirror URLs.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod audit;
mod backup;
mod calendar;
mod check_ins;
mod checkpoints;
mod codes;
mod coverage;
mod day_changes;
mod duties;
mod every_route;
mod faults;
mod guide;
mod invites;
mod keys;
mod members;
mod migrations;
mod open_routes;
mod openapi;
mod organizations;
mod protocol;
mod retention;
mod rights_matrix;
mod row_level_security;
mod running;
mod schema;
mod schemathesis;
mod school_imports;
mod screens;
mod sessions;
mod set_up;
mod shifts;
mod templates;
mod tree;
mod windows;
