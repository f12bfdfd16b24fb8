//! `huxue backup`, of a database in use.

use huxue::problem::Code;
use huxue::service::backup;
use huxue_tests::{Backend, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_live_database_is_copied_and_the_copy_checked() {
    let app = TestApp::start(Backend::Sqlite).await.unwrap();
    app.administrator().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db").display().to_string();
    backup::copy(&app.database.url, &file).unwrap();
    assert_eq!(backup::check(&file).unwrap().migrations_behind, 0);
    assert_eq!(backup::copy(&app.database.url, &file).unwrap_err().code, Code::DatabaseUnavailable);

    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xA5);
    std::fs::write(&file, bytes).unwrap();
    assert!(backup::check(&file).is_err());
    assert!(backup::check(&format!("{file}.none")).is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_has_tools_of_its_own() {
    let problem = backup::copy("postgres://nobody@127.0.0.1/nothing", "copy.db").unwrap_err();
    assert_eq!(problem.code, Code::UseDatabaseTools);
    assert!(problem.detail.unwrap().contains("pg_dump"));
}
