//! End-to-end tests: real HTTP, real SQLite, real PostgreSQL. One program, so that it is linked once; files mirror URLs.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod audit;
mod backup;
mod check_ins;
mod checkpoints;
mod codes;
mod coverage;
mod duties;
mod invites;
mod keys;
mod members;
mod migrations;
mod openapi;
mod organizations;
mod rights_matrix;
mod running;
mod schema;
mod screens;
mod sessions;
mod set_up;
mod tree;
mod windows;
