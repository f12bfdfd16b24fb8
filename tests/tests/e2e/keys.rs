//! `huxue keys`, run by another process beside a running server.

use huxue::service::keys::Purpose;
use huxue::service::{App, Clock, key_admin};
use huxue_tests::{Actor, TestApp, on_both};

/// What the command does: another process over the same database.
async fn beside<T: Send + 'static>(app: &TestApp, work: impl FnOnce(App) -> T + Send + 'static) -> T {
    let (config, now) = (app.app.config.clone(), app.clock.now());
    let run = move || work(App::start(config, Clock::manual(now).0).unwrap());
    tokio::task::spawn_blocking(run).await.unwrap()
}

on_both! {
    async fn a_rotated_token_key_signs_at_once_and_a_retired_one_is_refused_at_once(app: TestApp) {
        let before = app.administrator().await;
        let old = app.app.keys.ring().newest(Purpose::Token).unwrap().id;
        let new = beside(&app, |app| key_admin::rotate(&app, Purpose::Token).unwrap()).await;
        assert!(new > old);
        before.get("/organizations").await.expect(200);
        let after = Actor::sign_in(&app, "13800000000", "correct horse battery").await;
        beside(&app, move |app| key_admin::retire(&app, old, false).unwrap()).await;
        before.get("/organizations").await.expect_problem(401, "not_signed_in");
        after.get("/organizations").await.expect(200);
    }

    async fn the_last_key_of_a_purpose_stays(app: TestApp) {
        let id = app.app.keys.ring().newest(Purpose::Code).unwrap().id;
        let problem = beside(&app, move |app| key_admin::retire(&app, id, true).unwrap_err()).await;
        assert_eq!(problem.code.as_str(), "last_key");
        let problem = beside(&app, |app| key_admin::retire(&app, 9999, true).unwrap_err()).await;
        assert_eq!(problem.code.as_str(), "not_found");
    }

    async fn code_keys_count_from_1_and_older_ones_verify(app: TestApp) {
        let id = beside(&app, |app| key_admin::rotate(&app, Purpose::Code).unwrap()).await;
        assert_eq!(id, 2);
        app.administrator().await.get("/organizations").await.expect(200);
        assert_eq!(i32::from(app.app.code_keys().signing_id()), 2);
        let lines = beside(&app, |app| key_admin::list(&app).unwrap()).await;
        let codes: Vec<_> = lines.iter().filter(|line| line.purpose == "code").map(|line| (line.id, line.signing)).collect();
        assert_eq!(codes, [(1, false), (2, true)]);
    }
}
