//! Documents from which anybody can check a figure, copies of the database, and the description of the API.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::command::{huxue, huxue_with};
use huxue_tests::{Backend, TestApp, on_both};
use serde_json::{Value, json};

/// The date on which the test's clock begins.
const DAY: &str = "2026-11-23";

on_both! {
    async fn exported_days_are_verified_and_what_was_changed_is_found(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        guard.send_check_in(&app.check_in("arrive", &school.gate, "phone")).await;
        let root = app.root(&admin).await.id;
        app.pass(TimeDelta::minutes(20));
        let admin = app.again(&admin).await;
        let folder = tempfile::tempdir().unwrap();
        let run = |arguments: &[&str]| huxue(&app.database.url, arguments);

        // By the machine's own clock: a week that has passed.
        let place = folder.path().join("march").display().to_string();
        let export = |place: &str, organization: &str| run(&["export", place, "--organization", organization, "--from", "2025-03-03", "--to", "2025-03-07"]);
        let told = export(&place, &root).good();
        assert!(told.starts_with("实验小学: 5 days / 天\n5 days in "), "{told}");
        assert_eq!(run(&["verify", &place]).good(), "5 days: the figures told are those of the evidence / 共 5 天，数字与证据相符\n");
        assert!(export(&place, &root).refused().contains("march"), "it overwrites nothing");
        let unknown = folder.path().join("unknown").display().to_string();
        assert!(export(&unknown, "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071").refused().contains("not_found"));

        // The same document over HTTP, with the figures told there.
        let one = folder.path().join("one");
        fs::create_dir(&one).unwrap();
        let (day, figures) = (one.join(format!("{DAY}.day.json")), one.join(format!("{DAY}.coverage.json")));
        let document = admin.get(&format!("/schools/{}/day?date={DAY}", school.id())).await.expect(200);
        let computed = huxue_with(&app.database.url, &["day", "coverage", "-"], &document.to_string()).good();
        let shown = admin.get(&format!("/schools/{}/coverage?date={DAY}", school.id())).await.expect(200);
        let read: Value = serde_json::from_str(&computed).unwrap();
        assert_ne!(read["duties"][0]["slot_seconds"], json!(0), "somebody was there");
        for (told, shown) in read["duties"].as_array().unwrap().iter().zip(shown["duties"].as_array().unwrap()) {
            assert_eq!(told["covered_seconds"], shown["covered_seconds"]);
        }
        let put = |file: &Path, value: &Value| fs::write(file, value.to_string()).unwrap();
        let verify = || run(&["verify", &one.display().to_string()]);
        put(&day, &document);
        put(&figures, &read);
        assert_eq!(verify().good(), "1 days: the figures told are those of the evidence / 共 1 天，数字与证据相符\n");

        let mut better = read.clone();
        better["duties"][0]["covered_seconds"] = json!(9999);
        put(&figures, &better);
        let found = verify();
        assert!(found.out.contains("duties[0].covered_seconds: told 9999, the evidence gives "), "{}", found.out);
        assert!(found.refused().contains("1 of 1 days differ"));
        put(&figures, &read);
        let mut worse = document.clone();
        worse["check_ins"] = json!([]);
        put(&day, &worse);
        assert!(verify().refused().contains("1 of 1 days differ"), "evidence was taken away");
        let twice = document.to_string().replacen('{', r#"{"date":"1970-01-01","#, 1);
        fs::write(&day, &twice).unwrap();
        assert!(verify().refused().contains("the field `date` stands twice"), "two readers could read two dates");
        fs::write(&day, "{").unwrap();
        assert!(verify().refused().contains("JSON"));
        fs::remove_file(&day).unwrap();
        let alone = verify();
        assert!(alone.out.contains("without their day document"), "{}", alone.out);
        assert!(alone.refused().contains("1 of 1"));
        fs::remove_file(&figures).unwrap();
        assert!(verify().refused().contains("no file"), "an empty folder proves nothing");
        assert!(run(&["verify", "/nowhere"]).refused().contains("/nowhere"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_live_database_is_copied_and_the_copy_checked() {
    let app = TestApp::start(Backend::Sqlite).await.unwrap();
    app.administrator().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db").display().to_string();
    let done = huxue(&app.database.url, &["backup", &file, "--verify"]).good();
    assert!(done.contains("copied to ") && done.contains("checked: every page and reference is sound"), "{done}");
    assert!(
        huxue(&app.database.url, &["backup", &file]).refused().contains("database_unavailable"),
        "it overwrites nothing"
    );
    assert!(huxue(&app.database.url, &["backup", &file, "--verify", "--only"]).good().starts_with("checked: "));
    fs::write(&file, "no database").unwrap();
    assert_eq!(huxue(&app.database.url, &["backup", &file, "--verify", "--only"]).code, Some(1));
    let refused = huxue("postgres://nobody@127.0.0.1/nothing", &["backup", &file]).refused();
    assert!(refused.contains("pg_dump"), "{refused}");
}

#[test]
fn the_description_is_printed_without_a_database() {
    let checked_in =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../mobile-api-spec/openapi.yaml")).unwrap();
    assert_eq!(huxue("sqlite:/nowhere/huxue.db", &["openapi"]).good(), checked_in);
}
