//! When it happened: phones that were offline, restarted, or whose clocks are wrong.

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn an_upload_hours_later_counts_from_when_it_happened(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        app.pass(TimeDelta::hours(4));
        let guard = app.again(&guard).await;
        let hours = |n| app.before(TimeDelta::hours(n));
        for (name, created_at, elapsed_ms, at, clock, flags) in [
            ("monotonic clock whole", hours(3), json!(3 * 3_600_000), "07:50:00", "good", json!([])),
            ("wall clock a day fast at both times", hours(-21), json!(null), "07:50:00", "fair", json!([])),
            ("wall clock set back meanwhile", hours(-1), json!(3 * 3_600_000), "07:50:00", "good", json!(["clock_jump"])),
            ("nothing to go by", hours(1), json!(null), "09:50:00", "poor", json!([])),
        ] {
            let mut item = app.arrival(&school, "phone-1");
            item["created_at"] = json!(created_at);
            item["elapsed_ms"] = elapsed_ms;
            match name {
                "wall clock a day fast at both times" => item["sent_at"] = json!(hours(-24)),
                "nothing to go by" => item["sent_at"] = json!(hours(2)),
                _ => (),
            }
            let told = guard.send_check_in(&item).await;
            assert_eq!(told["at"], json!(format!("2026-11-23T{at}+08:00")), "{name} {told}");
            assert_eq!((&told["clock"], &told["flags"]), (&json!(clock), &flags), "{name} {told}");
            let lowered = told["reasons"].as_array().unwrap().contains(&json!("clock_poor"));
            assert_eq!(lowered, clock == "poor", "{name}");
            assert_eq!(told["duty"] == Value::Null, clock == "poor", "{name} {told}");
        }
    }
}
