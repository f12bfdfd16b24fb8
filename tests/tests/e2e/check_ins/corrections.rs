//! Corrections (补卡).

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn a_correction_is_asked_for_decided_and_co_signed(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let guard = app.on_duty(&school, Role::Guard).await;
        let leader = app.on_duty(&school, Role::SchoolLeader).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let path = format!("/schools/{}/corrections", school.organization.id);
        let at = app.before(TimeDelta::minutes(3));
        let ask = json!({ "checkpoint_id": school.gate.id, "role": "guard", "kind": "arrive", "at": at, "reason": "手机没电" });
        let mut wrong = ask.clone();
        wrong["role"] = json!("police");
        guard.post(&path, wrong.clone()).await.expect_problem(422, "role_not_held");
        wrong["role"] = json!("guard");
        wrong["at"] = json!(app.before(TimeDelta::minutes(-1)));
        guard.post(&path, wrong).await.expect_problem(422, "invalid_field");
        let asked = guard.post(&path, ask).await.expect(201);
        assert_eq!((&asked["state"], &asked["check_in_id"]), (&json!("requested"), &json!(null)));
        let own = guard.get(&path).await.expect(200)["items"][0].clone();
        assert_eq!(own, asked);
        let name = guard.get("/me").await.expect(200)["name"].clone();
        let oneself = json!({ "id": guard.person_id, "name": name });
        assert_eq!([&own["person"], &own["requester"], &own["decider"]], [&oneself, &oneself, &json!(null)]);
        assert_eq!((&own["checkpoint"], &own["person_id"]), (&json!({ "id": school.gate.id, "name": "东门" }), &oneself["id"]));
        assert_eq!(leader.get(&path).await.expect(200)["items"], json!([]), "others' corrections are not theirs to see");

        let decision = format!("/corrections/{}/decision", asked["id"].as_str().unwrap());
        let yes = json!({ "approve": true, "reason": "值班记录可证" });
        guard.post(&decision, yes.clone()).await.expect_problem(403, "forbidden");
        let decided = principal.post(&decision, yes.clone()).await.expect(200);
        assert_eq!(decided["state"], "approved");
        let name = principal.get("/me").await.expect(200)["name"].clone();
        assert_eq!(decided["decider"], json!({ "id": decided["decided_by"], "name": name }));
        let export = guard.get("/me/export").await.expect(200);
        assert_eq!(export["corrections"], json!([decided]));
        principal.post(&decision, yes).await.expect_problem(409, "correction_decided");
        let made = format!("/check-ins/{}", decided["check_in_id"].as_str().unwrap());
        let seen = guard.get(&made).await.expect(200);
        assert_eq!((&seen["grade"], &seen["proof"]), (&json!("claimed"), &json!("correction")));
        assert_eq!((&seen["duty_id"], &seen["reasons"]), (&json!(school.guard_duty), &json!(["correction"])));

        leader.send_check_in(&app.arrival(&school, "phone-2")).await;
        let signed = leader.post(&format!("{made}/co-signs"), json!({})).await.expect(201);
        assert_eq!(signed["effective_grade"], "likely");
    }

    async fn whoever_asked_decides_only_while_nobody_else_could(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.member(&school.organization, Role::Parent).await;
        let path = format!("/schools/{}/corrections", school.organization.id);
        let ask = json!({
            "checkpoint_id": school.gate.id, "person_id": parent.person_id, "role": "parent", "kind": "arrive",
            "at": app.before(TimeDelta::minutes(3)), "reason": "手机没电",
        });
        let yes = json!({ "approve": true, "reason": "值班记录可证" });
        let decision = |asked: &Value| format!("/corrections/{}/decision", asked["id"].as_str().unwrap());

        let alone = admin.post(&path, ask.clone()).await.expect(201);
        let waits = admin.post(&path, ask.clone()).await.expect(201);
        let decided = admin.post(&decision(&alone), yes.clone()).await.expect(200);
        assert_eq!((&decided["state"], &decided["requested_by"]), (&json!("approved"), &decided["decided_by"]));

        // A chief of a station could not, a safety officer could.
        app.officer(&school.organization, Office::StationChief).await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        admin.post(&decision(&waits), yes.clone()).await.expect_problem(422, "own_request");
        let own = safety.post(&path, ask.clone()).await.expect(201);
        let decided = safety.post(&decision(&own), yes.clone()).await.expect(200);
        assert_eq!(decided["state"], "approved", "the administrator above is not waited for");
        app.officer(&school.organization, Office::Principal).await;
        let asked = safety.post(&path, ask).await.expect(201);
        let no = json!({ "approve": false, "reason": "查无记录" });
        safety.post(&decision(&asked), no.clone()).await.expect_problem(422, "own_request");
        assert_eq!(admin.post(&decision(&asked), no).await.expect(200)["state"], "refused");
        assert_eq!(safety.post(&decision(&waits), yes).await.expect(200)["state"], "approved");
    }
}
