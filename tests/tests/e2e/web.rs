//! The web client as the server answers it: pages, their policies, files, packings.

use std::io::{Read as _, Write as _};

use data_encoding::BASE64;
use huxue_tests::{Actor, Backend, TestApp, on_both};
use reqwest::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, HeaderMap, IF_NONE_MATCH};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The facts that stand in a page.
pub(crate) fn facts_of(page: &str) -> Value {
    let (_, rest) = page.split_once(r#"<script type="application/json" id="facts">"#).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

async fn ask(actor: &Actor, method: Method, path: &str, encoding: &str) -> Response {
    actor.request(method, &format!("!{path}")).header(ACCEPT_ENCODING, encoding).send().await.unwrap()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

/// The hashes of the scripts that stand in a page, made here once more.
fn inline_scripts(page: &str) -> Vec<String> {
    let scripts = page.split("<script").skip(1).map(|part| part.split_once("</script>").unwrap().0);
    let scripts = scripts.map(|script| script.split_once('>').unwrap());
    let inline = scripts.filter(|(head, _)| !head.contains("src=") && !head.contains("application/json"));
    inline.map(|(_, text)| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))).collect()
}

/// The address of a script that the page loads.
async fn a_script(actor: &Actor, page: &str) -> String {
    let page = actor.get(&format!("!{page}")).await.text;
    let mut addresses = page.split("src=\"").skip(1).map(|part| part.split('"').next().unwrap());
    addresses.find(|address| address.contains("/assets/")).unwrap().to_owned()
}

fn unpacked(encoding: &str, packed: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &*packed, &mut unpacked).unwrap(),
        _ => flate2::read::GzDecoder::new(packed).read_to_end(&mut unpacked).map(|_| ()).unwrap(),
    }
    unpacked
}

/// All that a first check-in needs is one page; so many bytes may go over the wire.
const BUDGET: usize = 30_000;

on_both! {
    async fn the_page_of_a_code_comes_packed_with_its_facts(app: TestApp) {
        let anybody = app.stranger();
        for (asked, encoding) in [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("identity", "")] {
            let answer = ask(&anybody, Method::GET, "/c/x", asked).await;
            let told = ["content-encoding", "vary", "cache-control"].map(|name| header(answer.headers(), name).to_owned());
            assert_eq!(told, [encoding, "accept-encoding", "no-store"]);
            let body = answer.bytes().await.unwrap();
            let page = if encoding.is_empty() { body.to_vec() } else { unpacked(encoding, &body) };
            assert_eq!(facts_of(std::str::from_utf8(&page).unwrap())["problem"]["code"], "unknown_code", "{encoding}");
            assert!(encoding.is_empty() || body.len() <= BUDGET, "{} bytes of {encoding}", body.len());
        }
    }

    async fn the_shown_description_runs_no_script_but_its_own(app: TestApp) {
        for path in ["/docs", "/docs/", "/docs/swagger-initializer.js"] {
            let answer = ask(&app.stranger(), Method::GET, path, "identity").await;
            assert_eq!(answer.status(), 200, "{path}");
            let policy = header(answer.headers(), "content-security-policy").to_owned();
            assert!(policy.starts_with("default-src 'self'; ") && !policy.contains("script-src"), "{path}: {policy}");
        }
    }

    async fn every_page_says_what_it_may_do(app: TestApp) {
        let anybody = app.stranger();
        let pages = ["/", "/c/x", "/join/x", "/m", "/m/", "/m/a/b", "/desk", "/desk/set-up?token=x", "/kiosk/x"];
        for path in pages {
            let answer = ask(&anybody, Method::GET, path, "identity").await;
            let headers = answer.headers().clone();
            let page = answer.text().await.unwrap();
            let policy = header(&headers, "content-security-policy");
            assert!(header(&headers, "content-type").starts_with("text/html"), "{path}");
            for part in ["default-src 'none'; ", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            let scripts = policy.split("; ").find(|part| part.starts_with("script-src")).unwrap_or_default();
            assert!(!scripts.contains("unsafe-inline") && !scripts.contains("'unsafe-eval'"), "{path}: {policy}");
            assert!(inline_scripts(&page).iter().all(|hash| scripts.contains(hash.as_str())), "{path}: {policy}");
            assert_eq!(policy.contains("wasm-unsafe-eval"), path.starts_with("/m"), "{path}: {policy}");
            assert_eq!(policy.contains("frame-src 'self' blob:"), path.starts_with("/desk"), "{path}: {policy}");
            let others = ["x-content-type-options", "referrer-policy", "permissions-policy"].map(|name| header(&headers, name));
            assert_eq!(others, ["nosniff", "no-referrer", "geolocation=(self), camera=(self)"], "{path}");
        }
    }

    async fn files_come_packed_and_are_kept(app: TestApp) {
        let anybody = app.stranger();
        for page in ["/m", "/desk"] {
            let path = a_script(&anybody, page).await;
            let plain = ask(&anybody, Method::GET, &path, "identity").await;
            let kept = ["content-type", "cache-control", "vary", "content-encoding"].map(|name| header(plain.headers(), name).to_owned());
            let kept_for_ever = "public, max-age=31536000, immutable";
            assert_eq!(kept, ["text/javascript; charset=utf-8", kept_for_ever, "accept-encoding", ""], "{path}");
            let tag = header(plain.headers(), "etag").to_owned();
            let plain = plain.bytes().await.unwrap();
            for (asked, encoding) in [("gzip, deflate, br, zstd", "br"), ("gzip, deflate", "gzip")] {
                let packed = ask(&anybody, Method::GET, &path, asked).await;
                assert_eq!((header(packed.headers(), "content-encoding"), header(packed.headers(), "etag")), (encoding, tag.as_str()));
                let packed = packed.bytes().await.unwrap();
                let unpacked = unpacked(encoding, &packed);
                assert!(unpacked == plain && packed.len() < plain.len(), "{path} {encoding}");
            }
            let again = anybody.request(Method::GET, &format!("!{path}")).header(IF_NONE_MATCH, &tag).send().await.unwrap();
            assert_eq!((again.status().as_u16(), header(again.headers(), "etag")), (304, tag.as_str()));
            let head = ask(&anybody, Method::HEAD, &path, "identity").await;
            assert_eq!(header(head.headers(), "content-length"), plain.len().to_string());
            assert!(head.bytes().await.unwrap().is_empty());
        }
    }

    async fn pages_are_asked_for_again(app: TestApp) {
        let anybody = app.stranger();
        for page in ["/m", "/desk/schools"] {
            let first = ask(&anybody, Method::GET, page, "br").await;
            assert_eq!((header(first.headers(), "cache-control"), header(first.headers(), "content-encoding")), ("no-cache", "br"));
            let again = anybody.request(Method::GET, &format!("!{page}")).header(IF_NONE_MATCH, header(first.headers(), "etag"));
            assert_eq!(again.send().await.unwrap().status().as_u16(), 304);
        }
        assert_eq!(header(ask(&anybody, Method::GET, "/c/x", "br").await.headers(), "cache-control"), "no-store");
    }

    async fn what_is_not_there_is_said(app: TestApp) {
        let anybody = app.stranger();
        for path in ["/m/assets/gone-1a2b.js", "/desk/assets/", "/desk/assets/x/../y.js", "/c/assets/x.js", "/mm", "/desks/x"] {
            anybody.get(&format!("!{path}")).await.expect_problem(404, "unknown_route");
        }
        for path in ["/", "/m", "/desk/x", "/kiosk/x", "/c/x", "/join/x", "/set-up"] {
            let refused = anybody.request(Method::POST, &format!("!{path}")).send().await.unwrap();
            assert_eq!((refused.status().as_u16(), header(refused.headers(), "allow")), (405, "GET, HEAD"), "{path}");
        }
    }

    async fn an_invite_opens_the_page_for_joining(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let asked = json!({ "role": "parent", "expires_at": "2026-11-30T00:00:00+08:00" });
        let invite = admin.post(&format!("/organizations/{}/invites", school.id), asked).await.expect(201);
        let token = invite["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let phone = app.stranger();
        let page = phone.get(&format!("!/join/{token}")).await;
        assert_eq!((page.status.as_u16(), facts_of(&page.text)), (200, phone.get(&format!("/invites/{token}")).await.expect(200)));
        let page = phone.send(phone.request(Method::GET, "!/join/made-up").header(ACCEPT_LANGUAGE, "en")).await;
        let problem = facts_of(&page.text)["problem"].clone();
        assert_eq!((page.status.as_u16(), problem["code"].as_str()), (404, Some("not_found")));
        assert!(problem["title"].as_str().unwrap().is_ascii(), "{problem}");
    }

    async fn the_set_up_link_leads_to_the_desk(app: TestApp) {
        let behind = std::sync::Arc::clone(&app.app);
        let link = tokio::task::spawn_blocking(move || huxue::service::set_up::new_link(&behind)).await.unwrap().unwrap().unwrap();
        let (_, path) = link.split_once("/desk/set-up?token=").unwrap();
        let old = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        for (asked, place) in [(format!("set-up?token={path}"), format!("/desk/set-up?token={path}")), ("setup".to_owned(), "/desk/set-up".to_owned())] {
            let answer = old.get(format!("{}/{asked}", app.address)).send().await.unwrap();
            assert_eq!((answer.status().as_u16(), header(answer.headers(), "location")), (303, place.as_str()));
        }
    }
}

/// An address as a client may send it that does not tidy it up.
fn raw(address: &str, path: &str) -> String {
    let mut stream = std::net::TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_address_leads_out_of_the_client() {
    let app = TestApp::start(Backend::Sqlite).await.unwrap();
    let page = app.stranger().get("!/m").await.text;
    let out = ["..", "%2e%2e", "..%2f..", "%2e%2e%5c..", "//etc"];
    for path in out
        .iter()
        .flat_map(|out| ["m", "m/assets", "c/assets", "desk"].map(|at| format!("/{at}/{out}/desk/index.html")))
    {
        let address = app.address.clone();
        let asked = path.clone();
        let answer = tokio::task::spawn_blocking(move || raw(&address, &asked)).await.unwrap();
        let own_page = path.starts_with("/m/") && answer.ends_with(&page) || path.starts_with("/desk/");
        assert!(
            answer.starts_with("HTTP/1.1 404") || (answer.starts_with("HTTP/1.1 200") && own_page),
            "{path}: {answer}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desk_alone_may_load_tiles() {
    let app = TestApp::start_with(Backend::Sqlite, |config| {
        "https://t{s}.example.cn/{z}/{x}/{y}.png".clone_into(&mut config.map.tile_url);
        "01".clone_into(&mut config.map.subdomains);
    });
    let app = app.await.unwrap();
    let said = app.stranger().get("/client-config").await.expect(200);
    let tiles = json!({
        "url": "https://t{s}.example.cn/{z}/{x}/{y}.png", "subdomains": "01", "overlay_url": null,
        "attribution": "", "datum": "wgs84", "max_zoom": 18,
    });
    assert_eq!(said["now"], "2026-11-22T22:50:00Z", "by the server's clock");
    assert_eq!((&said["tiles"], said["version"].as_str()), (&tiles, Some(env!("CARGO_PKG_VERSION"))));
    for (page, may) in [("/desk", true), ("/m", false), ("/c/x", false)] {
        let answer = ask(&app.stranger(), Method::GET, page, "identity").await;
        let policy = header(answer.headers(), "content-security-policy");
        assert_eq!(policy.contains("blob: https://t0.example.cn https://t1.example.cn;"), may, "{page}: {policy}");
    }
}
