//! huxue (护学岗): proof, minute by minute, that the guard posts at the school gate were staffed.
//!
//! Imports run one way: `http` → `service` → {`store`, `domain`}, `store` → `domain`; `cli` wires them all.
#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test fails by panicking"))]

pub mod cli;
pub mod config;
pub mod domain;
pub mod http;
pub mod problem;
pub mod service;
pub mod store;
