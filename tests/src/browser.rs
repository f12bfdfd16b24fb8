//! The browser of the stories: one Node process for all of them, which drives Debian's Chromium by playwright-core.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::chromium;
use crate::require::skip;

/// The process, and both ends of the talk with it. It ends when this program does: its input is then closed.
struct Browser {
    _process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

/// For stories that ask nothing of the test.
///
/// # Panics
/// If one asks.
#[must_use]
pub fn nothing_asked(what: &str, _: &Value) -> Value {
    panic!("the story asks for {what}, and its test answers nothing")
}

/// Plays a story, a script in `tests/browser/stories`, against a server. `given` is what it is told; `answer` does what it asks
/// for in between (`await ask('pass', { minutes: 5 })`), and may wait for async work by [`tokio::runtime::Handle::block_on`].
/// Says SKIPPED where the machine lacks a browser.
///
/// # Panics
/// If the story fails: with what went wrong and where the pictures of its screens are.
pub fn play(story: &str, app: &TestApp, given: &Value, mut answer: impl FnMut(&str, &Value) -> Value) {
    tokio::task::block_in_place(|| {
        let Some(browser) = shared() else { return };
        let mut browser = browser.lock().unwrap_or_else(PoisonError::into_inner);
        browser.say(&json!({ "story": story, "origin": app.address, "given": given }));
        loop {
            let said = browser.hear();
            match said["ask"].as_str() {
                Some(what) => {
                    let answer = answer(what, &said["with"]);
                    browser.say(&json!({ "answer": answer }));
                }
                None => {
                    let wrong = said["done"].as_str();
                    assert!(said.get("done").is_some() && wrong.is_none(), "{story}: {}", wrong.unwrap_or("no end"));
                    return;
                }
            }
        }
    });
}

fn shared() -> Option<&'static Mutex<Browser>> {
    static BROWSER: OnceLock<Option<Mutex<Browser>>> = OnceLock::new();
    BROWSER.get_or_init(|| start().map(Mutex::new).map_err(|why| skip("chromium", &why)).ok()).as_ref()
}

fn start() -> Result<Browser, String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let chromium = chromium::program().ok_or("no Chromium is installed")?;
    if !home.join("../server/web/node_modules/playwright-core").exists() {
        return Err("server/web/node_modules has no playwright-core: npm ci in server/web".to_owned());
    }
    let mut process = Command::new("node")
        .arg(home.join("browser/run.mjs"))
        .env("CHROMIUM", chromium)
        .env("PICTURES", pictures())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node: {error}"))?;
    let (to, from) = process.stdin.take().zip(process.stdout.take()).expect("both were asked for");
    let mut browser = Browser { _process: process, to, from: BufReader::new(from) };
    assert!(browser.hear()["ready"].is_string(), "the browser did not start");
    Ok(browser)
}

/// Where pictures of failed stories go: beside what cargo builds.
fn pictures() -> PathBuf {
    let program = std::env::current_exe().expect("this program");
    let target = program.ancestors().nth(3).expect("target/PROFILE/deps/PROGRAM");
    target.join("browser")
}

impl Browser {
    fn say(&mut self, message: &Value) {
        writeln!(self.to, "{message}").and_then(|()| self.to.flush()).expect("the browser listens");
    }

    fn hear(&mut self) -> Value {
        let mut line = String::new();
        let read = self.from.read_line(&mut line).expect("the browser speaks");
        assert!(read > 0, "the browser ended; what it said last stands above");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("no message ({error}): {line}"))
    }
}
