//! HTTP itself, the same for every address: methods, parameters, headers, compression.

use huxue_tests::{Actor, TestApp, on_both};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use reqwest::{Method, Response};

async fn answer(actor: &Actor, method: Method, path: &str) -> Response {
    actor.request(method, path).send().await.unwrap()
}

fn header<'a>(answer: &'a Response, name: &reqwest::header::HeaderName) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

on_both! {
    async fn a_wrong_method_is_told_the_right_ones(app: TestApp) {
        let anybody = app.stranger();
        for method in [Method::DELETE, Method::HEAD, Method::OPTIONS, Method::TRACE] {
            let refused = answer(&anybody, method.clone(), "/organizations").await;
            assert_eq!((refused.status().as_u16(), header(&refused, &ALLOW)), (405, "GET, POST"), "{method}");
        }
        let health = answer(&anybody, Method::POST, "!/healthz").await;
        assert_eq!((health.status().as_u16(), header(&health, &ALLOW)), (405, "GET"));
        let nowhere = answer(&anybody, Method::OPTIONS, "/nowhere").await;
        assert_eq!((nowhere.status().as_u16(), header(&nowhere, &ALLOW)), (404, ""));
    }

    async fn parameters_that_nobody_reads_are_refused(app: TestApp) {
        let admin = app.administrator().await;
        admin.get("/organizations?limt=5").await.expect_problem(400, "malformed_query");
        admin.get("/organizations?limit=5&limit=6").await.expect_problem(400, "malformed_query");
        admin.get("/organizations?kind=castle").await.expect_problem(400, "malformed_query");
        admin.get("/organizations?limit=5&kind=bureau").await.expect(200);
        let unknown = admin.get("/organizations?sort=name").await;
        assert_eq!((unknown.body["field"].as_str(), unknown.body["detail"].as_str()), (Some("sort"), Some("after, limit, kind, parent, search")));
        app.stranger().post("/sessions?x=1", serde_json::json!({})).await.expect_problem(400, "malformed_query");
    }

    async fn answers_are_compressed_where_that_is_asked_for(app: TestApp) {
        let anybody = app.stranger();
        let ask = |encoding: &'static str| anybody.request(Method::GET, "!/openapi.json").header(ACCEPT_ENCODING, encoding).send();
        let plain = ask("identity").await.unwrap();
        assert_eq!(header(&plain, &CONTENT_ENCODING), "");
        let plain = plain.bytes().await.unwrap();
        for encoding in ["gzip", "br"] {
            let packed = ask(encoding).await.unwrap();
            assert_eq!((header(&packed, &CONTENT_ENCODING), header(&packed, &VARY)), (encoding, "accept-encoding"));
            let packed = packed.bytes().await.unwrap();
            assert!(packed.len() * 4 < plain.len(), "{encoding}: {} of {}", packed.len(), plain.len());
            assert!(encoding != "gzip" || packed.starts_with(&[0x1f, 0x8b]));
        }
    }

    async fn the_type_of_an_answer_does_not_depend_on_what_is_accepted(app: TestApp) {
        let admin = app.administrator().await;
        for accept in ["", "*/*", "text/html", "application/xml"] {
            let list = admin.request(Method::GET, "/organizations").header(ACCEPT, accept).send().await.unwrap();
            assert_eq!((list.status().as_u16(), header(&list, &CONTENT_TYPE)), (200, "application/json"), "{accept}");
        }
        let refused = answer(&app.stranger(), Method::GET, "/organizations").await;
        assert_eq!((refused.status().as_u16(), header(&refused, &CONTENT_TYPE)), (401, "application/problem+json"));
    }

    async fn the_scheme_and_the_headers_have_no_case(app: TestApp) {
        let admin = app.administrator().await;
        let token = admin.token.clone().unwrap();
        for (name, scheme) in [("AUTHORIZATION", "BEARER"), ("authorization", "bearer")] {
            let request = app.stranger().request(Method::GET, "/organizations").header(name, format!("{scheme} {token}"));
            admin.send(request).await.expect(200);
        }
    }

    async fn lists_come_in_parts_that_make_the_whole(app: TestApp) {
        let admin = app.administrator().await;
        for name in ["一小", "二小", "三小"] {
            app.school(&admin, name).await;
        }
        let whole = admin.get("/organizations").await.expect(200)["items"].clone();
        let (mut parts, mut after) = (Vec::new(), String::new());
        loop {
            let part = admin.get(&format!("/organizations?limit=1{after}")).await.expect(200);
            parts.extend(part["items"].as_array().unwrap().clone());
            let Some(next) = part["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(whole.as_array(), Some(&parts));
        for odd in ["", "%00", "%FF", "0", "x/y", "%F0%9F%98%80"] {
            let answer = admin.get(&format!("/organizations?after={odd}")).await;
            assert!(answer.status == 200 || answer.status == 400, "{odd}: {}", answer.text);
        }
    }
}
