//! The harness of the end-to-end tests: a server on a port of its own, over a database of its own, and people who use it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a harness fails by panicking")]

pub mod actors;
pub mod app;
pub mod browser;
pub mod chromium;
pub mod command;
pub mod database;
pub mod http_file;
pub mod load;
pub mod people;
mod phone;
pub mod pictures;
pub mod places;
pub mod receiver;
pub mod relay;
pub mod require;
pub mod rules;
pub mod school;
pub mod server_process;
pub mod sms;

pub use actors::{Actor, Answer};
pub use app::TestApp;
pub use database::Backend;
pub use people::Organization;
pub use school::School;

/// Makes two tests of one story, on SQLite and on PostgreSQL. The body gets a fresh [`TestApp`].
#[macro_export]
macro_rules! on_both {
    (with $adjust:expr; $(async fn $name:ident($app:ident: $kind:ty) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn story($app: $kind) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                if let Some(app) = $crate::TestApp::start_with($crate::Backend::Sqlite, $adjust).await {
                    story(app).await;
                }
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(app) = $crate::TestApp::start_with($crate::Backend::Postgres, $adjust).await {
                    story(app).await;
                }
            }
        }
    )+};
    ($($stories:tt)+) => { $crate::on_both! { with |_| (); $($stories)+ } };
}
