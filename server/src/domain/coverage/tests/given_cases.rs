//! The worked cases that the rules came with, and our own for what they left open (`docs/figures.md`).

use serde_json::Value;

use crate::domain::coverage::{CoverageDocument, DayDocument};

fn check(cases: &str) {
    let cases: Vec<Value> = serde_json::from_str(cases).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let day = DayDocument::parse(case["day"].to_string().as_bytes()).unwrap();
        let coverage = serde_json::to_value(CoverageDocument::of(&day).unwrap()).unwrap();
        assert_eq!(coverage, case["coverage"], "case '{}': {}", case["name"], case["why"]);
    }
}

#[test]
fn the_given_cases_come_out_as_written() {
    check(include_str!("../cases.json"));
}
