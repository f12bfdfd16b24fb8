//! npm: installs what the client is built with, if that is not there yet, and builds it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// npm is a script on Windows, and only its full name starts it.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
/// The oldest Node that the tools of the client run on.
const OLDEST: u32 = 20;
/// What is made from the sources, or is none of them.
const NO_SOURCES: [&str; 3] = ["node_modules", "dist", "tests"];

/// Builds the client and answers the folder with the result.
pub(crate) fn build(sources: &Path, out: &Path) -> Result<PathBuf, String> {
    let sources_of_it = list(sources)?;
    sources_of_it.iter().for_each(|path| watch(path));
    node_is_there()?;
    let folder = if writable(sources) { sources.to_owned() } else { copied(&sources_of_it, &out.join("web-sources"))? };
    if !installed(&folder) {
        npm(&folder, &["ci", "--no-audit", "--no-fund"])?;
    }
    npm(&folder, &["run", "build"])?;
    Ok(folder.join("dist"))
}

/// The files and folders that the client is made from.
fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let source = |path: &PathBuf| {
        let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        !name.starts_with('.') && !NO_SOURCES.contains(&name.as_ref())
    };
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(source).collect())
}

/// Every file by itself, but for tests and for types, which change nothing of what is built. A new file comes with a change of
/// the one that imports it.
fn watch(path: &Path) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| watch(&entry.path()));
    } else if !path.to_string_lossy().ends_with(".test.ts") && !path.to_string_lossy().ends_with(".d.ts") {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

fn node_is_there() -> Result<(), String> {
    let said = Command::new("node").arg("--version").output();
    let version = said.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    let found = match major {
        Some(major) if major >= OLDEST => return Ok(()),
        Some(_) => format!("this machine has {version}"),
        None => "this machine has none".to_owned(),
    };
    Err(format!(
        "the web client is built with Node {OLDEST} or newer and its npm, and {found}: install it (https://nodejs.org), \
         or set HUXUE_WEB_DIST to the folder of a client that is built already"
    ))
}

/// A checkout may be read-only; the result then lies beside what cargo builds.
fn writable(folder: &Path) -> bool {
    let dist = folder.join("dist");
    let probe = dist.join(".probe");
    let written = fs::create_dir_all(&dist).and_then(|()| fs::write(&probe, ""));
    written.and_then(|()| fs::remove_file(&probe)).is_ok()
}

fn copied(sources: &[PathBuf], to: &Path) -> Result<PathBuf, String> {
    let copy = || -> io::Result<()> {
        fs::create_dir_all(to)?;
        for path in sources {
            if let Some(name) = path.file_name() {
                copy_tree(path, &to.join(name))?;
            }
        }
        Ok(())
    };
    copy()
        .map_err(|error| format!("the sources of the web client could not be copied to {}: {error}", to.display()))?;
    Ok(to.to_owned())
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        // Not fs::copy: it would copy the read-only mark too, and the next build could not write.
        return fs::write(to, fs::read(from)?);
    }
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    fs::read_dir(from)?.try_for_each(|entry| {
        let entry = entry?;
        copy_tree(&entry.path(), &to.join(entry.file_name()))
    })
}

/// Whether `node_modules` holds what the lock file says. npm writes down there what it installed; packages for other
/// machines are optional and may be missing. Times of files would say less: each checkout changes them.
fn installed(folder: &Path) -> bool {
    let packages = |file: PathBuf| -> Option<Value> {
        serde_json::from_slice::<Value>(&fs::read(file).ok()?).ok()?.get("packages").cloned()
    };
    let wanted = packages(folder.join("package-lock.json"));
    let there = packages(folder.join("node_modules/.package-lock.json"));
    let (Some(Value::Object(wanted)), Some(Value::Object(there))) = (wanted, there) else { return false };
    wanted.iter().filter(|(name, _)| !name.is_empty()).all(|(name, package)| match there.get(name) {
        Some(found) => found.get("version") == package.get("version"),
        None => package.get("optional") == Some(&Value::Bool(true)),
    })
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let what = format!("npm {}", arguments.join(" "));
    let ran = Command::new(NPM).args(arguments).current_dir(folder).env("NO_COLOR", "1").env("CI", "1").output();
    let output = ran.map_err(|error| format!("{what}: {error}; npm comes with Node, or as a package of its own"))?;
    if output.status.success() {
        return Ok(());
    }
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("{what} in {} failed ({}):\n{said}\n{complained}", folder.display(), output.status))
}
