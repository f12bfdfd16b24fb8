//! Programs that a test needs and a machine may lack.

/// Says that a test is skipped, and why; where `HUXUE_TEST_REQUIRE` names the program it fails instead.
///
/// # Panics
/// If the program is required.
pub fn skip(program: &str, why: &str) {
    let required = std::env::var("HUXUE_TEST_REQUIRE").unwrap_or_default();
    assert!(!required.split(',').any(|name| name.trim() == program), "{program} is required: {why}");
    eprintln!("SKIPPED (needs {program}): {why}");
}
