//! Receipts.

use huxue::domain::words::Role;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn a_receipt_proves_what_was_received_and_nothing_else(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let made = guard.send_check_in(&app.arrival(&school, "phone-1")).await;
        let receipt = made["receipt"].as_str().unwrap();
        let anybody = app.stranger();
        let said = anybody.post("/receipts/verify", json!({ "receipt": receipt })).await.expect(200);
        assert_eq!((&said["check_in_id"], &said["grade"]), (&made["id"], &json!("confirmed")));
        assert_eq!((&said["person_id"], &said["checkpoint_id"]), (&json!(guard.id()), &json!(school.gate.id)));

        let mut altered: Vec<&str> = receipt.split('.').collect();
        altered[1] = "eyJncmFkZSI6ImNvbmZpcm1lZCJ9";
        let access_token = guard.token.clone().unwrap();
        for other in [altered.join("."), access_token, String::new(), "x.y.z".to_owned()] {
            let refused = anybody.post("/receipts/verify", json!({ "receipt": other })).await;
            refused.expect_problem(422, "receipt_invalid");
        }
        assert_eq!(guard.get("/me/check-ins").await.expect(200)["items"][0]["receipt"], made["receipt"]);
    }
}
