//! The checked-in API description is the one that the routes make. Renew it with
//! `cargo run -- openapi > mobile-api-spec/openapi.yaml`.

use std::path::Path;

#[test]
fn the_checked_in_description_is_fresh() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mobile-api-spec/openapi.yaml");
    let made = huxue::http::openapi_yaml().unwrap();
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(made.trim_end() == kept.trim_end(), "renew it: cargo run -- openapi > mobile-api-spec/openapi.yaml");
}
