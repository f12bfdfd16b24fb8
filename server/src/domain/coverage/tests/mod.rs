//! Tests of the rules as a whole; small parts are tested beside their code.
#![expect(clippy::indexing_slicing, clippy::as_conversions, reason = "a test fails by panicking")]

mod given_cases;
mod malformed;
pub(in crate::domain) mod properties;
mod settled_cases;
mod twin;
