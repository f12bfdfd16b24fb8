//! Stories in a real browser: each is a test here, which makes what the story needs, and a script in `tests/browser/stories`.
//! `tests/README.md` says how to add one.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod home;
mod phone;

use huxue_tests::{Backend, TestApp};

/// A server of a story. The API is tested on both databases; what shows of it is the same.
async fn server() -> TestApp {
    TestApp::start(Backend::Sqlite).await.unwrap()
}
