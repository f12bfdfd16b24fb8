//! `/jobs`, and who does what is due.

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::job::Job;
use huxue::domain::moment::Moment;
use huxue::domain::words::Office;
use huxue::service::jobs::Jobs;
use huxue::store::jobs;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

/// Years after the clock of the tests, so that the server's own rounds find the job taken.
const LATER: Moment = Moment(1_900_000_000_000_000);

on_both! {
    async fn one_server_at_a_time_does_what_is_due(app: TestApp) {
        let minutes = |minutes| LATER.plus(TimeDelta::minutes(minutes));
        let lease = |server: &'static str, at: i64| {
            let (now, until) = (minutes(at), minutes(at + 10));
            app.store(move |_, tx| Ok(jobs::lease(tx, Job::Retention, server, now, until)?))
        };
        let done = |server: &'static str, at: i64, outcome: Result<String, String>| {
            let (now, next) = (minutes(at), minutes(at + 60));
            app.store(move |_, tx| Ok(jobs::done(tx, Job::Retention, server, now, next, &outcome)?))
        };
        let row = || app.store(|_, tx| Ok(jobs::all(tx)?.into_iter().find(|row| row.name == Job::Retention).unwrap()));
        app.store(|_, tx| Ok(jobs::know(tx, Job::Retention, LATER)?)).await;
        assert!(lease("one", 0).await);
        assert!(!lease("two", 9).await, "somebody is at it");
        assert!(lease("two", 10).await, "who had it died");
        done("one", 11, Ok("late".to_owned())).await;
        assert_eq!(row().await.leased_by.as_deref(), Some("two"), "who was thought dead changes nothing");
        done("two", 12, Err("database_unavailable".to_owned())).await;
        let failed = row().await;
        assert_eq!((failed.failures, failed.outcome.as_deref()), (1, Some("database_unavailable")));
        assert!(!lease("one", 71).await, "it is not due");
        assert!(lease("one", 72).await);
        done("one", 73, Ok("3 days stored".to_owned())).await;
        let good = row().await;
        assert_eq!((good.failures, good.succeeded_at, good.leased_until), (0, Some(minutes(73)), None));
    }

    async fn an_administrator_sees_how_the_jobs_went(app: TestApp) {
        let admin = app.administrator().await;
        let within = Arc::clone(&app.app);
        let noted = tokio::task::spawn_blocking(move || Jobs::default().done(&within, Job::Outbox, Ok("3 sent".to_owned())));
        noted.await.unwrap().unwrap();
        let told = admin.get("/jobs").await.expect(200);
        let outbox = told["items"].as_array().unwrap().iter().find(|one| one["job"] == "outbox").unwrap().clone();
        assert_eq!((&outbox["every_seconds"], &outbox["one_server"], &outbox["failures"]), (&json!(1), &json!(false), &json!(0)));
        assert!(outbox["succeeded_at"].is_string(), "{outbox}");
        let root = app.root(&admin).await;
        let officer = app.officer(&root, Office::BureauOfficer).await;
        officer.get("/jobs").await.expect_problem(403, "forbidden");
        let metrics = reqwest::get(format!("{}/metrics", app.address)).await.unwrap().text().await.unwrap();
        assert!(metrics.contains("huxue_job_runs_total"), "{metrics}");
    }

    async fn what_a_job_came_to_is_told_in_numbers_and_what_failed_in_words(app: TestApp) {
        let admin = app.administrator().await;
        let ended = |at: i64, outcome: Result<&'static str, &'static str>| {
            let (now, outcome) = (LATER.plus(TimeDelta::minutes(at)), outcome.map(str::to_owned).map_err(str::to_owned));
            app.store(move |_, tx| {
                jobs::know(tx, Job::Retention, now)?;
                assert!(jobs::lease(tx, Job::Retention, "one", now, now.plus(TimeDelta::minutes(10)))?);
                Ok(jobs::done(tx, Job::Retention, "one", now, now, &outcome)?)
            })
        };
        let told = || async {
            let told = admin.get("/jobs").await.expect(200);
            let job = told["items"].as_array().unwrap().iter().find(|one| one["job"] == "retention").unwrap().clone();
            (job["counts"].clone(), job["problem"].clone(), job["problem_text"].clone())
        };
        ended(0, Ok(r#"{"coarsened":3,"deleted":2}"#)).await;
        assert_eq!(told().await, (json!({ "coarsened": 3, "deleted": 2 }), json!(null), json!(null)));
        ended(1, Err("database_unavailable")).await;
        let (counts, problem, text) = told().await;
        assert_eq!((counts, problem), (json!({}), json!("database_unavailable")));
        assert!(text.as_str().unwrap().starts_with("数据库暂时不可用"), "{text}");
        ended(2, Ok("a sentence of an older version")).await;
        assert_eq!(told().await, (json!({}), json!(null), json!(null)));
    }
}
