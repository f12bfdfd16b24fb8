//! What leaves the database: old lines of the audit log by command, positions on schedule. The evidence stays.

use chrono::{NaiveDate, TimeDelta, Utc};
use diesel::RunQueryDsl as _;
use diesel::sql_types::{BigInt, Double, Nullable};
use huxue::domain::id::AuditId;
use huxue::domain::moment::Moment;
use huxue::domain::scope::Scope;
use huxue::domain::words::Role;
use huxue::problem::Code;
use huxue::service::{audit_log, positions};
use huxue::store::audit::{self, AuditLine};
use huxue::store::{self, JsonText, Read as _};
use huxue_tests::{TestApp, on_both};
use serde_json::json;

fn write_line(app: &TestApp, action: &str, at: Moment) {
    let line = AuditLine {
        id: AuditId::fresh(),
        at,
        actor_id: None,
        session_id: None,
        action: action.to_owned(),
        outcome: "done".to_owned(),
        organization_path: None,
        subject_kind: None,
        subject_id: None,
        address: None,
        request_id: None,
        details: JsonText::of(&json!({})).unwrap(),
    };
    app.app.store.write::<_, store::Error>(&Scope::Everything, |tx| audit::insert(tx, &line)).unwrap();
}

/// How many lines a statement deletes that goes past the server's own rule.
fn delete(app: &TestApp, action: &str) -> store::Result<usize> {
    let statement = format!("DELETE FROM audit_log WHERE action = '{action}'");
    app.app.store.write(&Scope::Everything, |tx| Ok(diesel::sql_query(statement).execute(tx.db())?))
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[derive(diesel::QueryableByName)]
struct Position {
    #[diesel(sql_type = Double)]
    lon: f64,
    #[diesel(sql_type = Double)]
    lat: f64,
    #[diesel(sql_type = Nullable<BigInt>)]
    coarsened_at: Option<i64>,
}

fn position(app: &TestApp) -> Vec<Position> {
    let ask = |read: &mut store::Reader| -> store::Result<Vec<Position>> {
        Ok(diesel::sql_query("SELECT lon, lat, coarsened_at FROM check_in_positions").load(read.db())?)
    };
    app.app.store.read(&Scope::Everything, ask).unwrap()
}

on_both! {
    async fn the_audit_log_is_pruned_when_it_is_six_months_old_and_not_before(app: TestApp) {
        let admin = app.administrator().await;
        for at in ["2020-03-31T15:59:59Z", "2020-03-31T16:00:00Z"] {
            write_line(&app, "test.old", chrono::DateTime::parse_from_rfc3339(at).unwrap().into());
        }
        // Six months before the Monday of the tests.
        for young in ["2026-05-24", "2026-11-23", "2027-01-01"] {
            let refused = audit_log::prune(&app.app, date(young)).unwrap_err();
            assert_eq!(refused.code, Code::AuditTooYoung, "{young}");
        }
        assert_eq!(audit_log::prune(&app.app, date("2020-04-01")), Ok(1), "midnight in China is 16:00 in UTC");
        assert_eq!(audit_log::prune(&app.app, date("2020-04-01")), Ok(0));
        assert_eq!(audit_log::prune(&app.app, date("2026-05-23")), Ok(1));
        let lines = admin.get("/audit?action=audit.prune").await.expect(200)["items"].clone();
        assert_eq!(lines.as_array().unwrap().len(), 3);
        assert_eq!(lines[2]["details"]["lines"], 1);
        assert_eq!(admin.get("/audit?action=test.old").await.expect(200)["items"], json!([]));
    }

    async fn the_database_itself_keeps_young_lines_and_lets_nobody_edit(app: TestApp) {
        write_line(&app, "test.now", Moment::from(Utc::now()));
        write_line(&app, "test.almost", Moment::from(Utc::now() - TimeDelta::days(183)));
        write_line(&app, "test.old", Moment::from(Utc::now() - TimeDelta::days(185)));
        assert!(delete(&app, "test.now").is_err() && delete(&app, "test.almost").is_err());
        assert_eq!(delete(&app, "test.old").unwrap(), 1);
        let edit = "UPDATE audit_log SET action = 'test.edited'";
        let edited = app.app.store.write::<_, store::Error>(&Scope::Everything, |tx| {
            Ok(diesel::sql_query(edit).execute(tx.db())?)
        });
        assert!(edited.is_err());
    }

    async fn positions_become_coarse_and_go_while_the_check_in_stays(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let told = guard.send_check_in(&app.arrival(&school, "a-phone")).await;
        assert_eq!((&told["status"], &told["grade"]), (&json!("recorded"), &json!("confirmed")));
        let swept = |app: &TestApp| {
            let done = positions::sweep(&app.app).unwrap();
            (done.coarsened, done.deleted)
        };
        let fine = position(&app);
        app.pass(TimeDelta::days(14) - TimeDelta::seconds(1));
        assert_eq!(swept(&app), (0, 0));
        app.pass(TimeDelta::seconds(1));
        assert_eq!(swept(&app), (1, 0));
        assert_eq!(swept(&app), (0, 0));
        let coarse = position(&app);
        let rounded = |degrees: f64| (degrees * 100.0).round() / 100.0;
        assert_eq!((coarse[0].lon, coarse[0].lat), (rounded(fine[0].lon), rounded(fine[0].lat)));
        assert!(fine[0].coarsened_at.is_none() && coarse[0].coarsened_at == Some(app.clock.now().0));
        app.pass(TimeDelta::days(76));
        assert_eq!(swept(&app), (0, 1));
        assert!(position(&app).is_empty());

        let admin = app.another_session(&admin).await;
        let kept = admin.get(&format!("/check-ins/{}", told["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(kept["grade"], "confirmed", "{kept}");
    }
}
