//! Bodies that nobody should send: they are refused at once, with a code, and cost no memory.

use huxue_tests::Backend;
use huxue_tests::database::Database;
use huxue_tests::load::{Connection, World};
use huxue_tests::server_process::ServerProcess;

use super::world;

const HUNDRED_MEGABYTES: usize = 100 * 1024 * 1024;

fn head(world: &World, more: &str) -> Vec<u8> {
    let token = &world.phones[0].token;
    format!("POST /api/v1/check-ins HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n{more}\r\n")
        .into_bytes()
}

#[tokio::test]
async fn a_body_of_100_megabytes_is_refused_and_not_kept() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let server = ServerProcess::start(&database.url, &[("workers", "1")]);
    // The first answer comes when the worker has started; its routes take more memory than any of this.
    // Pages of the program itself are not counted: code run for the first time makes them resident.
    let mut connection = Connection::open(server.address).await.unwrap();
    let reply = connection.exchange(&head(&world, "content-type: application/json\r\ncontent-length: 0\r\n")).await;
    assert_eq!(reply.unwrap().status, 400);
    let before = server.memory().anonymous_kb;

    let announced = format!("content-type: application/json\r\ncontent-length: {HUNDRED_MEGABYTES}\r\n");
    let mut connection = Connection::open(server.address).await.unwrap();
    let reply = connection.exchange(&head(&world, &announced)).await.unwrap();
    let body = String::from_utf8_lossy(reply.body);
    assert!(reply.status == 413 && body.contains("body_too_large"), "{} {body}", reply.status);

    let mut connection = Connection::open(server.address).await.unwrap();
    connection.send(&head(&world, "content-type: application/json\r\ntransfer-encoding: chunked\r\n")).await.unwrap();
    let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
    let chunks = HUNDRED_MEGABYTES / 0x10000;
    let (mut sent, mut most) = (0, 0);
    while sent < chunks && connection.send(&chunk).await.is_ok() {
        sent += 1;
        most = server.memory().anonymous_kb.max(most);
    }
    // The answer may be lost when the server closes while the client still sends.
    if let Ok(reply) = connection.read_answer().await {
        assert_eq!(reply.status, 413);
    } else {
        assert!(sent < chunks, "it was cut off");
    }
    let grown = server.memory().anonymous_kb.max(most).saturating_sub(before);
    // Buffers of the connection and of the allocator count too; the body itself would be 100 MB.
    assert!(grown < 8 * 1024, "{grown} kB more");
}

#[tokio::test]
async fn what_is_no_check_in_is_refused_with_a_code() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let server = ServerProcess::start(&database.url, &[]);
    let json = "content-type: application/json\r\n";
    let deep = "[".repeat(100_000);
    let cases: [(&str, &str, u16, &str); 7] = [
        (json, "", 400, "malformed_json"),
        (json, "{", 400, "malformed_json"),
        (json, "null", 400, "malformed_json"),
        (json, r#"{"check_ins": {}}"#, 400, "malformed_json"),
        (json, "\u{0}\u{1}", 400, "malformed_json"),
        (json, &deep, 400, "malformed_json"),
        ("content-type: text/plain\r\n", "{}", 415, "unsupported_media_type"),
    ];
    let mut connection = Connection::open(server.address).await.unwrap();
    for (kind, body, status, code) in cases {
        let mut request = head(&world, &format!("{kind}content-length: {}\r\n", body.len()));
        request.extend_from_slice(body.as_bytes());
        let reply = connection.exchange(&request).await.unwrap();
        let text = String::from_utf8_lossy(reply.body);
        let start: String = body.chars().take(40).collect();
        assert!(reply.status == status && text.contains(code), "{start}: {} {text}", reply.status);
    }
}
