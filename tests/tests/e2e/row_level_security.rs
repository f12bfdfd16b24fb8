//! The second wall (PostgreSQL): even a query that forgot its scope sees nothing of other schools. The server of every test
//! here connects as an ordinary role, as it must in production, so all of them show that the wall lets through what is due.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use huxue::domain::scope::{Path, Scope};
use huxue::domain::words::{Office, Role};
use huxue::store::{self, Read};
use huxue_tests::{Backend, TestApp};
use serde_json::json;

/// Tables with a key of an organization that are seen by everybody on purpose, and why.
const OPEN: [&str; 4] = [
    "calendar_entries",   // a bureau's calendar is read by its schools
    "coverage_revisions", // times and numbers alone
    "stale_days",         // marks of the server's own work
    "terms",              // as the calendar
];

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    text: String,
}

/// How many rows a query without any scope of its own finds.
fn rows(app: &TestApp, scope: &Scope, table: &str) -> i64 {
    let query = format!("SELECT count(*) AS count FROM {table}");
    let count = |read: &mut store::Reader| -> store::Result<i64> {
        Ok(diesel::sql_query(query).get_result::<Count>(read.db())?.count)
    };
    app.app.store.read(scope, count).unwrap()
}

fn texts(app: &TestApp, query: &str) -> BTreeSet<String> {
    let read = |read: &mut store::Reader| -> store::Result<Vec<Found>> {
        Ok(diesel::sql_query(query).load::<Found>(read.db())?)
    };
    app.app.store.read(&Scope::Everything, read).unwrap().into_iter().map(|found| found.text).collect()
}

fn path(app: &TestApp, name: &str) -> Path {
    let query = format!("SELECT path AS text FROM organizations WHERE name = '{name}'");
    Path(texts(app, &query).pop_first().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_query_without_its_scope_sees_nothing_of_other_schools() {
    let Some(app) = TestApp::start(Backend::Postgres).await else { return };
    let admin = app.administrator().await;
    let names = ["实验小学", "第二小学"];
    for name in names {
        let school = app.guarded_school(&admin, name).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        guard.send_check_in(&app.arrival(&school, "phone")).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let ask = json!({ "checkpoint_id": school.gate.id, "role": "guard", "kind": "leave",
            "at": app.before(TimeDelta::minutes(3)), "reason": "手机没电" });
        let corrections = format!("/schools/{}/corrections", school.organization.id);
        guard.post(&corrections, ask).await.expect(201);
        let rules = json!({ "hold_minutes": 30, "live_grace_seconds": 0, "sync_deadline_minute": 1200 });
        principal.put(&format!("/schools/{}/rules", school.organization.id), rules).await.expect(200);
        let checklist = crate::inspections::added(&principal, &school.organization).await;
        crate::inspections::inspected(&principal, &school.organization, &checklist).await;
    }
    let paths = names.map(|name| path(&app, name));
    let one = Scope::of(paths[0].clone());
    let one_each = ["checkpoints", "signs", "windows", "school_rules", "organizations", "check_ins", "corrections"];
    let inspected = [("checklists", 1), ("inspections", 1), ("inspection_answers", 2)];
    let more = [("memberships", 2), ("duties", 3)].into_iter().chain(inspected);
    for (table, own) in one_each.map(|table| (table, 1)).into_iter().chain(more) {
        assert!(rows(&app, &Scope::Everything, table) >= 2 * own, "{table}");
        assert_eq!(rows(&app, &one, table), own, "{table}");
        assert_eq!(rows(&app, &Scope::Subtrees(paths.to_vec()), table), 2 * own, "{table}");
        assert_eq!(rows(&app, &Scope::Subtrees(Vec::new()), table), 0, "{table}");
    }
    let positions = rows(&app, &one, "check_in_positions");
    assert_eq!((positions, rows(&app, &Scope::Everything, "check_in_positions")), (1, 2));

    let take_over = |tx: &mut store::Tx| -> store::Result<usize> {
        Ok(diesel::sql_query("UPDATE checkpoints SET name = 'stolen'").execute(tx.db())?)
    };
    assert_eq!(app.app.store.write(&one, take_over).unwrap(), 1, "its own alone");
    let smuggle = |tx: &mut store::Tx| -> store::Result<usize> {
        let other = paths[1].0.clone();
        let query =
            diesel::sql_query("UPDATE checkpoints SET school_id = (decode(split_part(rtrim($1, '/'), '/', 3), 'hex'))");
        Ok(query.bind::<Text, _>(other).execute(tx.db())?)
    };
    let refused = app.app.store.write(&one, smuggle).unwrap_err().to_string();
    assert!(refused.contains("row-level security"), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_table_of_an_organization_is_behind_the_wall() {
    let Some(app) = TestApp::start(Backend::Postgres).await else { return };
    let keyed = texts(
        &app,
        "SELECT DISTINCT table_name::text AS text FROM information_schema.columns WHERE table_schema = current_schema() \
         AND column_name IN ('school_id', 'organization_id', 'station_id', 'checkpoint_id', 'check_in_id')",
    );
    let walled = texts(
        &app,
        "SELECT c.relname::text AS text FROM pg_class c JOIN pg_policies p ON p.tablename = c.relname \
         WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.schemaname = current_schema()",
    );
    let without: Vec<&str> = keyed.difference(&walled).map(String::as_str).collect();
    assert_eq!(without, OPEN, "without a policy");
}
