//! `/codes/{code}` and the page behind the QR.

use huxue_tests::pictures::scan_png;
use huxue_tests::{Actor, TestApp, on_both};
use reqwest::Method;
use serde_json::json;

use crate::web::facts_of;

/// The code on the sign that hangs at a post now.
async fn code_of(actor: &Actor, checkpoint: &str) -> String {
    let picture = actor.request(Method::GET, &format!("/checkpoints/{checkpoint}/sign.png?module_px=4"));
    let link = scan_png(&picture.send().await.unwrap().bytes().await.unwrap()).remove(0);
    link.rsplit('/').next().unwrap().to_owned()
}

/// Where the home page's field leads.
fn typed_in(text: &str) -> String {
    let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("!/c?code={encoded}")
}

on_both! {
    async fn a_sign_says_its_post_and_later_that_it_was_replaced(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        app.drop_off(&admin, &school).await;
        let id = app.checkpoint(&admin, &school, "</script>\u{2028}<东门>").await;
        let short = admin.get(&format!("/checkpoints/{id}/signs")).await.expect(200)["items"][0]["short_code"].clone();
        let code = code_of(&admin, &id).await;
        let phone = app.stranger();
        for text in [code.clone(), code.to_lowercase(), short.as_str().unwrap().to_lowercase()] {
            let said = phone.get(&format!("/codes/{text}")).await.expect(200);
            assert_eq!((said["state"].as_str(), said["checkpoint"]["id"].as_str()), (Some("current"), Some(id.as_str())));
            assert_eq!(said["school"]["name"].as_str(), Some("实验小学"));
            assert_eq!(said["window"]["starts_at"].as_str(), Some("2026-11-23T07:20:00+08:00"));
        }
        for path in [format!("!/c/{code}"), format!("!/C/{}", code.to_lowercase())] {
            let page = phone.get(&path).await;
            let facts = facts_of(&page.text);
            assert_eq!((page.status.as_u16(), &facts), (200, &phone.get(&format!("/codes/{code}")).await.expect(200)));
            assert_eq!(facts["checkpoint"]["name"], "</script>\u{2028}<东门>");
        }
        admin.post(&format!("/checkpoints/{id}/sign/reissue"), json!({ "reason": "丢失" })).await.expect(201);
        let said = phone.get(&format!("/codes/{code}")).await.expect(200);
        assert_eq!((said["state"].as_str(), said["replaced_on"].as_str()), (Some("replaced"), Some("2026-11-23")));
        let page = phone.get(&format!("!/c/{code}")).await;
        assert_eq!((page.status.as_u16(), facts_of(&page.text)), (410, said));
        let new = code_of(&admin, &id).await;
        assert_eq!(phone.get(&format!("/codes/{new}")).await.expect(200)["state"].as_str(), Some("current"));
        let away = admin.request(Method::DELETE, &format!("/checkpoints/{id}")).header("If-Match", "\"1\"");
        admin.send(away).await.expect(204);
        assert_eq!(phone.get(&format!("/codes/{new}")).await.expect(200)["state"].as_str(), Some("post_closed"));
        assert_eq!(phone.get(&format!("!/c/{new}")).await.status.as_u16(), 410);
    }

    async fn a_short_code_is_typed_on_the_home_page(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let id = app.checkpoint(&admin, &school, "东门").await;
        let signs = admin.get(&format!("/checkpoints/{id}/signs")).await.expect(200);
        let short = signs["items"][0]["short_code"].as_str().unwrap().to_lowercase();
        let wide: String = short.chars().map(|c| if c == '-' { '－' } else { char::from_u32(u32::from(c) + 0xFEE0).unwrap() }).collect();
        let phone = app.stranger();
        let home = phone.get("!/").await;
        assert!(home.text.contains(r#"action="/c""#) && home.text.contains(r#"name="code""#));
        for text in [short.clone(), short.replace('-', " "), wide] {
            let page = phone.get(&typed_in(&text)).await;
            assert!(page.status.as_u16() == 200 && facts_of(&page.text)["checkpoint"]["name"] == "东门", "{text}: {}", page.text);
        }
        let page = phone.get(&typed_in("../x?")).await;
        assert_eq!((page.status.as_u16(), &facts_of(&page.text)["problem"]["code"]), (404, &json!("unknown_code")));
        let page = phone.get(&typed_in(" / ")).await;
        assert!(page.text.contains("<form"), "{}", page.text);
    }

    async fn what_is_no_code_gets_a_helpful_page(app: TestApp) {
        let phone = app.stranger();
        for (text, code) in [("x", "not_a_code"), ("20G007H400028WKS3YQZ9BN8YYGT", "bad_signature"), ("1000-000P", "mistyped_short_code")] {
            let said = phone.get(&format!("/codes/{text}")).await;
            let detail = said.body["detail"].as_str().unwrap().to_owned();
            assert!(detail.starts_with(code) || detail.starts_with("unknown"), "{text}: {detail}");
            said.expect_problem(404, "unknown_code");
            let page = phone.get(&format!("!/c/{text}")).await;
            let problem = facts_of(&page.text)["problem"].clone();
            assert_eq!((page.status.as_u16(), problem["code"].as_str()), (404, Some("unknown_code")));
            assert_eq!((problem["detail"].as_str(), problem["request_id"].is_string()), (Some(detail.as_str()), true));
        }
    }
}
