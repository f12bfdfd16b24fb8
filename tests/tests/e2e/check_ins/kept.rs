//! The evidence is only ever added to, whatever a statement says.

use diesel::RunQueryDsl as _;
use huxue::domain::words::{Office, Role};
use huxue::store::Read as _;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn nobody_changes_replaces_or_deletes_a_check_in_or_a_later_word(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let made = guard.send_check_in(&app.arrival(&school, "phone-1")).await;
        let path = format!("/check-ins/{}", made["id"].as_str().unwrap());
        principal.post(&format!("{path}/voids"), json!({ "reason": "打错了学校" })).await.expect(201);
        let before = principal.get(&path).await.expect(200);
        let replacing = !app.app.config.database_url.starts_with("postgres");
        for table in ["check_ins", "amendments"] {
            let statements = [
                Some(format!("UPDATE {table} SET id = id")),
                Some(format!("DELETE FROM {table}")),
                replacing.then(|| format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}")),
            ];
            for statement in statements.into_iter().flatten() {
                let said = statement.clone();
                let changed = app.store(move |_, tx| Ok(diesel::sql_query(statement).execute(tx.db()).is_ok())).await;
                assert!(!changed, "{said}");
            }
        }
        assert_eq!(principal.get(&path).await.expect(200), before);
    }
}
