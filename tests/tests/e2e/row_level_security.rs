//! The second wall (PostgreSQL): even a query that forgot its scope sees nothing of other schools. The server of every test
//! here connects as an ordinary role, as it must in production, so all of them show that the wall lets through what is due.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use huxue::domain::scope::{Path, Scope};
use huxue::domain::words::Role;
use huxue::store::{self, Read};
use huxue_tests::{Backend, TestApp};
use serde_json::json;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    path: String,
}

/// How many rows a query without any scope of its own finds.
fn rows(app: &TestApp, scope: &Scope, table: &str) -> i64 {
    let query = format!("SELECT count(*) AS count FROM {table}");
    let count = |read: &mut store::Reader| -> store::Result<i64> {
        Ok(diesel::sql_query(query).get_result::<Count>(read.db())?.count)
    };
    app.app.store.read(scope, count).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_query_without_its_scope_sees_nothing_of_other_schools() {
    let Some(app) = TestApp::start(Backend::Postgres).await else { return };
    let admin = app.administrator().await;
    let mut paths = Vec::new();
    for name in ["实验小学", "第二小学"] {
        let school = app.school(&admin, name).await;
        app.member(&school, Role::Parent).await;
        app.checkpoint(&admin, &school, "东门").await;
        app.drop_off(&admin, &school).await;
        let rules = json!({ "hold_minutes": 30, "live_grace_seconds": 0, "sync_deadline_minute": 1200 });
        admin.put(&format!("/schools/{}/rules", school.id), rules).await.expect(200);
        let find = |read: &mut store::Reader| -> store::Result<String> {
            let query = diesel::sql_query("SELECT path FROM organizations WHERE name = $1").bind::<Text, _>(name);
            Ok(query.get_result::<Found>(read.db())?.path)
        };
        paths.push(Path(app.app.store.read(&Scope::Everything, find).unwrap()));
    }
    let nothing = Scope::Subtrees(Vec::new());
    for table in ["memberships", "checkpoints", "signs", "windows", "school_rules", "organizations"] {
        let all = rows(&app, &Scope::Everything, table);
        let own = rows(&app, &Scope::of(paths[0].clone()), table);
        assert_eq!(own, 1, "{table}");
        assert!(all >= 2, "{table}");
        assert_eq!(rows(&app, &Scope::Subtrees(paths.clone()), table), 2, "{table}");
        assert_eq!(rows(&app, &nothing, table), 0, "{table}");
    }
}
