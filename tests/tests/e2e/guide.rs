//! The examples of `mobile-api-spec/examples` do what the guide says.

use std::path::Path;

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::http_file::Runner;
use huxue_tests::{TestApp, on_both};
use uuid::Uuid;

fn example(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mobile-api-spec/examples").join(name);
    std::fs::read_to_string(file).unwrap()
}

on_both! {
    async fn the_examples_of_signing_in_run(app: TestApp) {
        app.administrator().await;
        Runner::new(&[("host", app.address.clone())]).run(&example("1-signing-in.http")).await;
    }

    async fn the_examples_of_checking_in_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let guard = app.on_duty(&school, Role::Guard).await;
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", guard.token.clone().unwrap()),
            ("code", school.gate.code.clone()),
            ("short_code", school.gate.short_code.clone()),
            ("now", app.now()),
            ("arrival", Uuid::now_v7().to_string()),
            ("leaving", Uuid::now_v7().to_string()),
            ("lon", school.gate.lon.to_string()),
            ("lat", school.gate.lat.to_string()),
        ]);
        runner.run(&example("2-checking-in.http")).await;
        assert_eq!(runner.value("arrived.body.results.0.status"), "recorded");
        assert_eq!(runner.value("arrived.body.results.0.grade"), "confirmed");
        assert_eq!(runner.value("replayed.body.results.0.status"), "replayed");
        assert_eq!(runner.value("receipt.body.grade"), "confirmed");
        assert_eq!(runner.value("probed.body.fence"), "inside");
        assert_eq!(runner.value("left.body.results.0.status"), "recorded");
        assert_eq!(runner.value("left.body.results.1.status"), "invalid");
    }
}
