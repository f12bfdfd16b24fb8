//! The grading table of DESIGN section 6, over HTTP.

use std::num::NonZeroU32;

use chrono::TimeDelta;
use huxue::domain::code::ScreenNumber;
use huxue::domain::code::screen_code::{ScreenClock, ScreenCode};
use huxue::domain::id::ScreenId;
use huxue::domain::words::Role;
use huxue::problem::Problem;
use huxue::store::screens::{self, Screen};
use huxue::store::{checkpoints, signs};
use huxue_tests::people::Place;
use huxue_tests::school::{School, fix, sign};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};

/// A fix in each class of the gate's fence, 50 m around its centre: inside, uncertain, missing, outside.
fn fixes(school: &School) -> [Value; 4] {
    [fix(&school.gate, 0.0, 20.0), fix(&school.gate, 60.0, 20.0), Value::Null, fix(&school.gate, 180.0, 20.0)]
}

async fn grade(app: &TestApp, person: &Actor, school: &School, change: impl FnOnce(&mut Value)) -> Value {
    // Far enough from the last one that no speed is worked out, and on a phone of its own.
    app.pass(TimeDelta::minutes(1));
    let mut item = app.arrival(school, &uuid::Uuid::now_v7().to_string());
    // Real fixes vary a little.
    item["position"]["lon"] =
        json!(school.gate.lon + f64::from(i32::try_from(app.clock.now().seconds() % 3_600).unwrap()) * 1e-9);
    change(&mut item);
    person.send_check_in(&item).await
}

on_both! {
    async fn every_proof_in_every_class(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let screen = screen(&app, &school).await;
        for (proof, expected) in [
            ("screen", ["confirmed", "confirmed", "likely", "contradicted"]),
            ("sign", ["confirmed", "likely", "claimed", "contradicted"]),
            ("short_code", ["confirmed", "likely", "claimed", "contradicted"]),
            ("fence", ["likely", "claimed", "rejected", "rejected"]),
        ] {
            for (position, expected) in fixes(&school).into_iter().zip(expected) {
                app.pass(TimeDelta::minutes(3));
                let guard = app.again(&guard).await;
                let now = app.clock.now().plus(TimeDelta::minutes(1));
                let shown = screen_code(&app, &school, screen, now.utc());
                let told = grade(&app, &guard, &school, |item| {
                    item["position"] = position.clone();
                    match proof {
                        "screen" => item["code"] = json!(shown),
                        "short_code" => {
                            item["code"] = Value::Null;
                            item["short_code"] = json!(school.gate.short_code.to_lowercase());
                        }
                        "fence" => item["code"] = Value::Null,
                        _ => (),
                    }
                }).await;
                assert_eq!(told["grade"], expected, "{proof} {position} {told}");
                assert_eq!(told["status"], "recorded", "{told}");
            }
        }
    }

    async fn what_lowers_a_grade_and_what_is_refused(app: TestApp) {
        let admin = app.administrator().await;
        let (school, other) = (app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "第二小学").await);
        let guard = app.on_duty(&school, Role::Guard).await;
        let coarse = fix(&school.gate, 0.0, 60.0);
        let told = grade(&app, &guard, &school, |item| {
            item["code"] = Value::Null;
            item["position"] = coarse;
        }).await;
        assert_eq!((&told["grade"], &told["reasons"]), (&json!("claimed"), &json!(["fence_only", "location_inside", "accuracy_low"])));

        let told = grade(&app, &guard, &school, |item| item["position"]["mocked"] = json!(true)).await;
        assert_eq!((&told["grade"], &told["flags"]), (&json!("likely"), &json!(["mock_location"])), "{told}");

        let stale = screen(&app, &school).await;
        let long_ago = app.clock.now().minus(TimeDelta::hours(1));
        let shown = screen_code(&app, &school, stale, long_ago.utc());
        let told = grade(&app, &guard, &school, |item| item["code"] = json!(shown)).await;
        assert_eq!((&told["grade"], &told["flags"]), (&json!("confirmed"), &json!(["replayed_code"])), "{told}");
        assert_eq!(told["reasons"][0], "screen_code_out_of_step");

        let mut forged = school.gate.code.clone();
        let last = if forged.ends_with('A') { "B" } else { "A" };
        forged.replace_range(forged.len() - 1.., last);
        for (code, reason) in [(forged.as_str(), "bad_signature"), ("HTTPS://EXAMPLE.CN/", "not_a_code")] {
            let told = grade(&app, &guard, &school, |item| item["code"] = json!(code)).await;
            assert_eq!((&told["grade"], &told["reasons"]), (&json!("rejected"), &json!([reason])), "{told}");
            assert_eq!((&told["checkpoint"], told["receipt"].is_string()), (&Value::Null, true));
        }
        let told = grade(&app, &guard, &school, |item| item["code"] = json!(other.gate.code)).await;
        assert_eq!((&told["grade"], &told["reasons"]), (&json!("rejected"), &json!(["no_role"])), "{told}");
        assert_eq!(told["checkpoint"]["id"], json!(other.gate.id));

        reissue(&app, &school).await;
        let told = grade(&app, &guard, &school, |_| ()).await;
        assert_eq!((&told["grade"], &told["reasons"]), (&json!("rejected"), &json!(["sign_revoked"])), "{told}");
    }

    async fn whoever_waits_for_approval_is_told_so(app: TestApp) {
        let admin = app.administrator().await;
        let (school, other) = (app.guarded_school(&admin, "实验小学").await, app.guarded_school(&admin, "第二小学").await);
        let waiting = app.person(Some((&school.organization, Place::Pending(Role::Parent)))).await;
        app.agree(&waiting, true).await;
        for change in [|_: &mut Value| (), |item: &mut Value| item["code"] = Value::Null] {
            let told = grade(&app, &waiting, &school, change).await;
            assert_eq!((&told["grade"], &told["reasons"]), (&json!("rejected"), &json!(["membership_pending"])), "{told}");
            assert_eq!(told["next_step"], "请联系学校批准您的申请，等学校批准后再打卡。");
            assert_eq!(told["checkpoint"]["name"], "东门");
        }
        let told = grade(&app, &waiting, &other, |_| ()).await;
        assert_eq!(told["reasons"], json!(["no_role"]), "nothing was asked for there: {told}");

        let member = waiting.get("/me").await.expect(200)["memberships"][0]["id"].as_str().unwrap().to_owned();
        admin.post(&format!("/memberships/{member}/approve"), json!({})).await.expect(200);
        let told = grade(&app, &waiting, &school, |_| ()).await;
        assert_eq!(told["grade"], "confirmed", "{told}");
    }

    async fn without_consent_the_position_is_passed_over(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.member(&school.organization, Role::Parent).await;
        let told = grade(&app, &parent, &school, |_| ()).await;
        assert_eq!((&told["grade"], &told["reasons"]), (&json!("claimed"), &json!(["sign", "location_not_consented"])));
        let told = grade(&app, &parent, &school, |item| item["code"] = Value::Null).await;
        assert_eq!(told["reasons"], json!(["no_post_found", "location_not_consented"]));
        app.agree(&parent, true).await;
        assert_eq!(grade(&app, &parent, &school, |_| ()).await["grade"], "confirmed");
        app.agree(&parent, false).await;
        assert_eq!(grade(&app, &parent, &school, |_| ()).await["grade"], "claimed");
        let kept = app.store(|_, tx| {
            use diesel::{QueryDsl as _, RunQueryDsl as _};
            use huxue::store::Read as _;
            let count = huxue::store::schema::check_in_positions::table.count().get_result::<i64>(tx.db());
            Ok(count.map_err(huxue::store::Error::from)?)
        }).await;
        assert_eq!(kept, 1);
    }

    async fn the_role_is_asked_for_when_it_is_not_clear(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let both = app.on_duty(&school, Role::Teacher).await;
        app.also(&both, &school.organization, Role::Parent).await;
        let mut item = app.arrival(&school, "phone-1");
        let told = both.send_check_in(&item).await;
        assert_eq!((&told["status"], &told["reasons"]), (&json!("invalid"), &json!(["role_ambiguous"])), "{told}");
        assert_eq!((&told["roles"], &told["receipt"]), (&json!(["teacher", "parent"]), &Value::Null));
        item["role"] = json!("parent");
        let told = both.send_check_in(&item).await;
        assert_eq!((&told["status"], &told["role"]), (&json!("recorded"), &json!("parent")), "{told}");
        item["role"] = Value::Null;
        assert_eq!(both.send_check_in(&item).await["status"], "replayed");
        app.plan(&school, school.parent_duty, &both, Role::Parent).await;
        app.pass(TimeDelta::minutes(5));
        let told = both.send_check_in(&app.check_in("still_here", &school.gate, "phone-1")).await;
        assert_eq!((&told["role"], &told["duty"]["id"]), (&json!("parent"), &json!(school.parent_duty)), "{told}");
    }
}

async fn screen(app: &TestApp, school: &School) -> ScreenNumber {
    let checkpoint_id = school.gate.id;
    app.store(move |app, tx| {
        let number = screens::of_checkpoint(tx, checkpoint_id)?.len() + 1;
        let number = i32::try_from(number).map_err(Problem::internal)?;
        let row = Screen {
            id: ScreenId::fresh(),
            checkpoint_id,
            number,
            name: "门卫室".to_owned(),
            token_hash: uuid::Uuid::new_v4().as_bytes().to_vec(),
            created_by: huxue::domain::id::PersonId::fresh(),
            created_at: app.clock.now(),
            revoked_at: None,
        };
        screens::insert(tx, &row)?;
        ScreenNumber::try_from(number).map_err(Problem::internal)
    })
    .await
}

fn screen_code(app: &TestApp, school: &School, screen: ScreenNumber, at: chrono::DateTime<chrono::Utc>) -> String {
    let keys = app.app.code_keys();
    let clock = ScreenClock::new(NonZeroU32::new(20).unwrap());
    let checkpoint = school.gate.number;
    ScreenCode { checkpoint, screen, step: clock.step_at(at), key: keys.signing_id() }.encode(&keys).unwrap()
}

async fn reissue(app: &TestApp, school: &School) {
    let (id, checkpoint) = (school.gate.sign, school.gate.id);
    app.store(move |app, tx| {
        let row = checkpoints::find(tx, checkpoint)?;
        let by = huxue::domain::id::PersonId::fresh();
        signs::revoke(tx, id, by, "丢失", app.clock.now())?;
        Ok(signs::insert(tx, &sign(app, row.id, 2, app.clock.now()))?)
    })
    .await;
}
