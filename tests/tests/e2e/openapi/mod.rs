//! The checked-in API description is the one that the routes make, and so is the list of problems.

mod complete;

use std::path::Path;

fn kept(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mobile-api-spec").join(name);
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn the_checked_in_description_is_fresh() {
    let made = huxue::http::openapi_yaml().unwrap();
    let fresh = made.trim_end() == kept("openapi.yaml").trim_end();
    assert!(fresh, "renew it: cargo run -- openapi > mobile-api-spec/openapi.yaml");
}

#[test]
fn the_checked_in_list_of_problems_is_fresh() {
    let fresh = huxue::http::problems_page().trim_end() == kept("problems.md").trim_end();
    assert!(fresh, "renew it: cargo run -- openapi --problems > mobile-api-spec/problems.md");
}
