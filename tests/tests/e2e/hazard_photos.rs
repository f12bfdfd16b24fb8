//! `/hazards/{id}/photos/{photo}`

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

use actix_web::web::{Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, Answer, Backend, TestApp, on_both};
use image::{GrayImage, ImageFormat, Luma, RgbImage};
use reqwest::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

use crate::hazards::reported;

/// A photo, larger than what is kept.
fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = RgbImage::from_fn(2000, 1000, |x, _| image::Rgb([shade, u8::try_from(x % 200).unwrap(), 90]));
    image.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn fresh(hazard: &str) -> String {
    format!("/hazards/{hazard}/photos/{}", Uuid::now_v7())
}

/// Sends a photo.
pub(crate) async fn put(who: &Actor, path: &str, bytes: Vec<u8>) -> Answer {
    who.send(who.request(Method::PUT, path).header("content-type", "image/jpeg").body(bytes)).await
}

/// Adds a small photo to a hazard; answers its id.
pub(crate) async fn added(who: &Actor, hazard: &str) -> String {
    let mut bytes = Cursor::new(Vec::new());
    GrayImage::from_pixel(8, 8, Luma([120])).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let told = put(who, &fresh(hazard), bytes.into_inner()).await.expect(200);
    told["photos"][0]["id"].as_str().unwrap().to_owned()
}

async fn read(who: &Actor, path: &str) -> (StatusCode, HashMap<String, String>, Vec<u8>) {
    let answer = who.request(Method::GET, path).send().await.unwrap();
    let headers = answer.headers().iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let headers = headers.collect();
    (answer.status(), headers, answer.bytes().await.unwrap().to_vec())
}

on_both! {
    async fn a_photo_is_kept_small_and_shown_to_those_entitled(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        let (parent, guard) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Guard).await);
        let hazard = reported(&parent, &school.organization).await;
        let path = fresh(&hazard);
        let told = put(&parent, &path, photo(40)).await.expect(200);
        let shown = &told["photos"][0];
        assert_eq!((&shown["width"], &shown["height"], &shown["person_id"]), (&json!(1600), &json!(800), &json!(parent.id())));
        assert_eq!(told["photos_left"], 5);
        // Sent again it is the same photo; another one does not take its place.
        assert_eq!(put(&parent, &path, photo(40)).await.expect(200)["photos"].as_array().unwrap().len(), 1);
        put(&parent, &path, photo(90)).await.expect_problem(409, "duplicate");
        let (status, headers, file) = read(&safety, &path).await;
        assert_eq!((status, headers["content-type"].as_str()), (StatusCode::OK, "image/jpeg"));
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["content-security-policy"], "default-src 'none'; sandbox");
        let kept = image::load_from_memory_with_format(&file, ImageFormat::Jpeg).unwrap();
        assert_eq!((kept.width(), kept.height()), (1600, 800));

        // Whoever has nothing to do with the hazard neither sees nor adds any, until it is theirs to put right.
        assert_eq!(read(&guard, &path).await.0, StatusCode::FORBIDDEN);
        put(&guard, &fresh(&hazard), photo(1)).await.expect_problem(403, "forbidden");
        let other = app.guarded_school(&admin, "第二小学").await;
        let stranger = app.officer(&other.organization, Office::Principal).await;
        assert_eq!(read(&stranger, &path).await.0, StatusCode::NOT_FOUND);
        put(&stranger, &fresh(&hazard), photo(1)).await.expect_problem(404, "not_found");
        assert_eq!(read(&app.stranger(), &path).await.0, StatusCode::UNAUTHORIZED);
        let assigned = json!({ "step": "assigned", "assignee_id": guard.id() });
        safety.post(&format!("/hazards/{hazard}/steps"), assigned).await.expect(200);
        let both = put(&guard, &fresh(&hazard), photo(2)).await.expect(200);
        assert_eq!((both["photos"].as_array().unwrap().len(), &both["photos_left"]), (2, &json!(5)));
        // A photo of one hazard is none of another's.
        let second = reported(&parent, &school.organization).await;
        let photo_id = path.rsplit('/').next().unwrap();
        assert_eq!(read(&parent, &format!("/hazards/{second}/photos/{photo_id}")).await.0, StatusCode::NOT_FOUND);
        put(&parent, &format!("/hazards/{second}/photos/{photo_id}"), photo(40)).await.expect_problem(409, "duplicate");
        assert_eq!(parent.get("/me/export").await.expect(200)["hazard_photos"][0]["id"], photo_id);
    }

    async fn six_photos_each_and_nothing_but_photos(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.on_duty(&school, Role::Parent).await;
        let hazard = reported(&parent, &school.organization).await;
        let archive = b"PK\x03\x04 not a photo".to_vec();
        for bytes in [Vec::new(), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), archive] {
            put(&parent, &fresh(&hazard), bytes).await.expect_problem(422, "photo_unreadable");
        }
        let mut bomb = Cursor::new(Vec::new());
        GrayImage::new(10_000, 5_000).write_to(&mut bomb, ImageFormat::Png).unwrap();
        put(&parent, &fresh(&hazard), bomb.into_inner()).await.expect_problem(422, "photo_unreadable");
        put(&parent, &fresh(&hazard), vec![0xff; 8 * 1024 * 1024 + 1]).await.expect_problem(413, "body_too_large");
        // A picture with an archive behind it: what is read back is the picture alone.
        let both = [photo(7), b"PK\x03\x04 an archive".to_vec()].concat();
        let path = fresh(&hazard);
        put(&parent, &path, both).await.expect(200);
        let (_, _, file) = read(&parent, &path).await;
        assert!(!file.windows(10).any(|part| part == b"an archive"));
        for left in (0..5).rev() {
            assert_eq!(put(&parent, &fresh(&hazard), photo(left)).await.expect(200)["photos_left"], left);
        }
        put(&parent, &fresh(&hazard), photo(60)).await.expect_problem(409, "photo_limit");
        put(&parent, &path, [photo(7), b"PK\x03\x04 an archive".to_vec()].concat()).await.expect(200);
    }

    async fn many_at_once_wait_for_each_other_and_for_nothing_else(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.on_duty(&school, Role::Parent).await;
        let mut paths = Vec::new();
        for _ in 0..4 {
            let hazard = reported(&parent, &school.organization).await;
            paths.extend((0..6).map(|_| fresh(&hazard)));
        }
        let mut sent = tokio::task::JoinSet::new();
        for path in paths {
            let parent = parent.clone();
            sent.spawn(async move {
                put(&parent, &path, photo(5)).await.expect(200);
                assert_eq!(read(&parent, &path).await.0, StatusCode::OK);
            });
        }
        sent.join_all().await;
    }

    async fn a_photo_that_was_changed_or_lost_is_not_passed_off(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.on_duty(&school, Role::Parent).await;
        let hazard = reported(&parent, &school.organization).await;
        let path = format!("/hazards/{hazard}/photos/{}", added(&parent, &hazard).await);
        let folder = app.photos.path().join("photos");
        let spread = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        let file = std::fs::read_dir(spread).unwrap().next().unwrap().unwrap().path();
        std::fs::write(&file, photo(3)).unwrap();
        assert_eq!(read(&parent, &path).await.0, StatusCode::INTERNAL_SERVER_ERROR);
        std::fs::remove_file(&file).unwrap();
        parent.get(&path).await.expect_problem(503, "photo_store_unavailable");
        assert_eq!(parent.get(&format!("/hazards/{hazard}")).await.expect(200)["photos"].as_array().unwrap().len(), 1);
    }
}

type Bucket = Mutex<HashMap<String, Bytes>>;

/// The two requests of S3 that are needed, for callers who signed them.
async fn s3(request: HttpRequest, body: Bytes, bucket: Data<Bucket>) -> HttpResponse {
    let signed = request.headers().get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !signed.starts_with("AWS4-HMAC-SHA256 Credential=key/") {
        return HttpResponse::Forbidden().finish();
    }
    let (path, mut bucket) = (request.path().to_owned(), bucket.lock().unwrap());
    if request.method() == actix_web::http::Method::PUT {
        bucket.insert(path, body);
        return HttpResponse::Ok().insert_header(("etag", "\"1\"")).finish();
    }
    match bucket.get(&path) {
        Some(file) => HttpResponse::Ok()
            .insert_header(("etag", "\"1\""))
            .insert_header(("last-modified", "Mon, 23 Nov 2026 00:00:00 GMT"))
            .body(file.clone()),
        None => HttpResponse::NotFound().finish(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn photos_are_kept_in_a_bucket_if_there_is_one() {
    let bucket: Data<Bucket> = Data::new(Mutex::default());
    let served = Arc::clone(&bucket);
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = move || App::new().app_data(Data::from(Arc::clone(&served))).default_service(web::to(s3));
            let server = HttpServer::new(app).workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
            let address = server.addrs()[0];
            let server = server.run();
            tell.send((address, server.handle())).unwrap();
            server.await
        })
    });
    let (address, handle) = told.await.unwrap();
    let set_up = |config: &mut huxue::config::Config| {
        config.photos.store = "s3://photos".to_owned();
        config.photos.s3_endpoint = format!("http://{address}");
        config.photos.s3_access_key_id = "key".to_owned();
        config.photos.s3_secret_access_key = "secret".to_owned();
        assert_eq!(config.check(), Ok(()));
    };
    let app = TestApp::start_with(Backend::Sqlite, set_up).await.unwrap();
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let parent = app.on_duty(&school, Role::Parent).await;
    let hazard = reported(&parent, &school.organization).await;
    let path = fresh(&hazard);
    put(&parent, &path, photo(40)).await.expect(200);
    assert!(bucket.lock().unwrap().keys().all(|key| key.starts_with("/photos/")));
    let (status, _, file) = read(&parent, &path).await;
    assert_eq!((status, bucket.lock().unwrap().values().next().unwrap().to_vec()), (StatusCode::OK, file));
    // The bucket is gone: the hazard stays, and so does whatever is sent again later.
    handle.stop(false).await;
    put(&parent, &fresh(&hazard), photo(41)).await.expect_problem(503, "photo_store_unavailable");
    assert_eq!(parent.get(&format!("/hazards/{hazard}")).await.expect(200)["photos"].as_array().unwrap().len(), 1);
}
