//! The signs of a post, fetched over HTTP and read back from their pictures.

use chrono::TimeDelta;
use huxue::domain::code::{Code, Unverified};
use huxue::domain::words::Role;
use huxue_tests::pictures::{scan_png, scan_svg};
use huxue_tests::{Actor, TestApp, chromium, on_both};
use reqwest::Method;
use serde_json::json;

/// What a phone reads from a sign: the post's number and the sign's serial.
fn read(app: &TestApp, link: &str) -> (u32, u16) {
    let Ok(Code::Sign(code)) = Unverified::parse(link).unwrap().verify(&app.app.code_keys()) else { panic!("{link}") };
    (code.checkpoint.0, code.serial.0)
}

/// A picture with its content type; it must not be kept on the way.
async fn fetch(actor: &Actor, path: &str) -> (String, Vec<u8>) {
    let answer = actor.request(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    (kind, answer.bytes().await.unwrap().to_vec())
}

on_both! {
    async fn every_picture_holds_the_same_code(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let id = app.checkpoint(&admin, &school, "东门").await;
        let path = format!("/checkpoints/{id}");
        let number = admin.get(&path).await.expect(200)["number"].as_u64().unwrap();
        let expected = (u32::try_from(number).unwrap(), 1);

        let (kind, svg) = fetch(&admin, &format!("{path}/sign.svg?lang=en")).await;
        assert_eq!(kind, "image/svg+xml");
        let svg = scan_svg(&String::from_utf8(svg).unwrap());
        assert_eq!(svg.len(), 1);
        assert_eq!(read(&app, &svg[0]), expected);
        assert!(svg[0].starts_with("http://127.0.0.1:8350/c/"), "{}", svg[0]);

        let (kind, png) = fetch(&admin, &format!("{path}/sign.png?module_px=4")).await;
        assert_eq!((kind.as_str(), scan_png(&png)), ("image/png", svg.clone()));
        admin.get(&format!("{path}/sign.png?module_px=400")).await.expect_problem(422, "invalid_field");

        let (kind, page) = fetch(&admin, &format!("{path}/sign.html")).await;
        assert_eq!(kind, "text/html; charset=utf-8");
        let page = String::from_utf8(page).unwrap();
        if let Some(picture) = chromium::screenshot(&page, 794, 1_170) {
            assert_eq!(scan_png(&picture), svg);
        }
        let (_, four) = fetch(&admin, &format!("{path}/sign.html?layout=four_up")).await;
        assert_eq!(String::from_utf8(four).unwrap().matches("<article>").count(), 4);
    }

    async fn a_whole_school_is_one_print_job(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        for name in ["东门", "西门", "路口"] {
            app.checkpoint(&admin, &school, name).await;
        }
        let (_, page) = fetch(&admin, &format!("/schools/{}/signs.html?lang=zh", school.id)).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("<section class=\"sheet page\">").count(), 3);
        if let Some(picture) = chromium::screenshot(&page, 794, 3_470) {
            let texts = scan_png(&picture);
            let serials: Vec<_> = texts.iter().map(|text| read(&app, text).1).collect();
            assert_eq!(serials, [1, 1, 1]);
        }
    }

    async fn a_school_sees_which_signs_were_never_printed(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let [east, west] =
            [app.checkpoint(&admin, &school, "东门").await, app.checkpoint(&admin, &school, "西门").await];
        let bare = app.gate(&school).await;
        let all = format!("/schools/{}/signs", school.id);
        let told = async || admin.get(&all).await.expect(200)["items"].clone();
        let printed = async || {
            let at = |item: &serde_json::Value| item["sign"]["printed_at"].as_str().map(ToOwned::to_owned);
            told().await.as_array().unwrap().iter().filter(|item| !item["sign"].is_null()).map(at).collect::<Vec<_>>()
        };
        let first = told().await;
        let of = |id: &str| first.as_array().unwrap().iter().find(|item| item["checkpoint"]["id"] == id).unwrap().clone();
        let own = admin.get(&format!("/checkpoints/{east}/signs")).await.expect(200)["items"][0].clone();
        assert_eq!((&of(&east)["sign"], &of(&east)["checkpoint"]["name"]), (&own, &json!("东门")));
        assert_eq!((&of(&bare)["sign"], first.as_array().unwrap().len()), (&json!(null), 3));
        fetch(&admin, &format!("/checkpoints/{east}/sign.svg")).await;
        fetch(&admin, &format!("/checkpoints/{east}/sign.png")).await;
        assert_eq!(printed().await, [None, None], "a picture alone is no page for printing");

        for page in [format!("/checkpoints/{west}/sign.html"), format!("/schools/{}/signs.html", school.id)] {
            fetch(&admin, &format!("{page}?preview=true")).await;
        }
        assert_eq!(printed().await, [None, None], "who looks at it has not printed it");

        fetch(&admin, &format!("/checkpoints/{west}/sign.html")).await;
        assert_eq!(printed().await, [None, Some("2026-11-22T22:50:00Z".to_owned())]);
        app.pass(TimeDelta::minutes(5));
        fetch(&admin, &format!("/schools/{}/signs.html", school.id)).await;
        let later = "2026-11-22T22:55:00Z".to_owned();
        assert_eq!(printed().await, [Some(later.clone()), Some(later.clone())]);
        let log = admin.get("/audit?action=sign.print").await.expect(200)["items"].clone();
        let lines: Vec<_> = log.as_array().unwrap().iter().map(|line| (&line["subject_kind"], &line["details"]["signs"])).collect();
        assert_eq!(lines, [(&json!("school"), &json!(2)), (&json!("checkpoint"), &json!(1))]);

        let reissue = format!("/checkpoints/{east}/sign/reissue");
        let new = admin.post(&reissue, json!({ "reason": "牌子丢失" })).await.expect(201);
        assert_eq!((&new["serial"], &new["printed_at"]), (&json!(2), &json!(null)));
        assert_eq!(printed().await, [None, Some(later)], "the new sign has to be printed");
        app.member(&school, Role::Parent).await.get(&all).await.expect_problem(403, "forbidden");
    }

    async fn a_reissued_sign_replaces_the_old_one(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/checkpoints/{}", app.checkpoint(&admin, &school, "东门").await);
        let first = admin.get(&format!("{path}/signs")).await.expect(200)["items"][0].clone();
        assert_eq!((first["serial"].as_i64(), first["revoked_at"].is_null()), (Some(1), true));
        admin.post(&format!("{path}/sign/reissue"), json!({ "reason": " " })).await.expect_problem(422, "invalid_field");
        let new = admin.post(&format!("{path}/sign/reissue"), json!({ "reason": "牌子丢失" })).await.expect(201);
        assert_eq!(new["serial"].as_i64(), Some(2));
        assert_ne!(new["short_code"], first["short_code"]);
        let list = admin.get(&format!("{path}/signs")).await.expect(200);
        assert_eq!(list["items"][1]["revoked_reason"].as_str(), Some("牌子丢失"));
        let (_, png) = fetch(&admin, &format!("{path}/sign.png?module_px=4")).await;
        assert_eq!(read(&app, &scan_png(&png)[0]).1, 2);
        let parent = app.member(&school, Role::Parent).await;
        parent.get(&format!("{path}/sign.svg")).await.expect_problem(403, "forbidden");
        parent.get(&format!("{path}/signs")).await.expect_problem(403, "forbidden");
    }

    async fn signs_printed_before_a_rotation_stay_good(app: TestApp) {
        use huxue::service::{key_admin, keys::Purpose};
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/checkpoints/{}", app.checkpoint(&admin, &school, "东门").await);
        let (_, before) = fetch(&admin, &format!("{path}/sign.png")).await;
        let run = |work: fn(&huxue::service::App) -> huxue::problem::Result<i32>| {
            let app = std::sync::Arc::clone(&app.app);
            tokio::task::spawn_blocking(move || work(&app))
        };
        run(|app| key_admin::rotate(app, Purpose::Code)).await.unwrap().unwrap();
        let (_, after) = fetch(&admin, &format!("{path}/sign.png")).await;
        assert_eq!(before, after);
        let refused = run(|app| key_admin::retire(app, 1, false).map(|()| 0)).await.unwrap().unwrap_err();
        assert_eq!((refused.code.as_str(), refused.detail.as_deref()), ("key_in_use", Some("1 signs in use / 1 张牌在用")));
        run(|app| key_admin::retire(app, 1, true).map(|()| 0)).await.unwrap().unwrap();
        admin.get(&format!("{path}/sign.svg")).await.expect_problem(409, "sign_key_retired");
        admin.post(&format!("{path}/sign/reissue"), json!({ "reason": "换密钥" })).await.expect(201);
        let (_, png) = fetch(&admin, &format!("{path}/sign.png")).await;
        assert_eq!(read(&app, &scan_png(&png)[0]).1, 2);
    }
}
