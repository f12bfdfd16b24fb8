//! Pictures of pages, taken by a headless Chromium if the machine has one.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::require::skip;

/// Names under which Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Device pixels for one CSS pixel: an A4 page comes out about 1,240 × 1,754, that is 150 dpi.
const SCALE: &str = "1.5625";

/// A picture of the HTML in a viewport of that many CSS pixels, as PNG bytes; `None` if the test is to be skipped.
///
/// # Panics
/// If Chromium is there and takes no picture, or is not there and `HUXUE_TEST_REQUIRE` lists `chromium`.
#[must_use]
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
pub fn screenshot(html: &str, width: u32, height: u32) -> Option<Vec<u8>> {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let (page, picture) = (dir.path().join("page.html"), dir.path().join("picture.png"));
    std::fs::write(&page, html).expect("the page is written");
    let Some(output) = NAMES.iter().find_map(|name| run(name, dir.path(), &page, &picture, (width, height))) else {
        skip("chromium", "no Chromium is installed");
        return None;
    };
    let bytes = std::fs::read(&picture);
    Some(bytes.unwrap_or_else(|error| panic!("no picture ({error}): {}", String::from_utf8_lossy(&output.stderr))))
}

/// The full name of the machine's Chromium, if it has one.
#[must_use]
pub fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// `None` if there is no program of that name.
fn run(name: &str, dir: &Path, page: &Path, picture: &Path, (width, height): (u32, u32)) -> Option<Output> {
    let result = Command::new(name)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", dir.join("profile").display()))
        .arg(format!("--force-device-scale-factor={SCALE}"))
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", page.display()))
        .output();
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        other => Some(other.unwrap_or_else(|error| panic!("{name} did not start: {error}"))),
    }
}
