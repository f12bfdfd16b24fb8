//! Builds the web client (`web/`) with npm, compresses its files, and writes the table of them that the server embeds.
//! `HUXUE_WEB_DIST` names a folder with a client that is built already. The description of the API is made JSON of.

#[path = "build/description.rs"]
mod description;
#[path = "build/npm.rs"]
mod npm;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/table.rs"]
mod table;

use std::env;
use std::path::{Path, PathBuf};

/// The pages without which there is no client.
const PAGES: [&str; 3] = ["phone/index.html", "m/index.html", "desk/index.html"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=HUXUE_WEB_DIST");
    if let Err(message) = run() {
        for line in message.lines().filter(|line| !line.trim().is_empty()) {
            println!("cargo::error={line}");
        }
    }
}

fn run() -> Result<(), String> {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let out = folder("OUT_DIR").ok_or("cargo gave no OUT_DIR")?;
    let home = folder("CARGO_MANIFEST_DIR").ok_or("cargo gave no CARGO_MANIFEST_DIR")?;
    description::write(&home.join("../mobile-api-spec/openapi.yaml"), &out)?;
    let dist = match folder("HUXUE_WEB_DIST") {
        Some(prebuilt) => watched(&prebuilt)?,
        None => npm::build(&home.join("web"), &out)?,
    };
    if let Some(page) = PAGES.iter().find(|page| !dist.join(page).is_file()) {
        return Err(format!("the web client in {} has no {page}", dist.display()));
    }
    table::write(&dist, &out)
}

/// A prebuilt client, as an absolute path: cargo runs this in the package's folder and not where the variable was set.
fn watched(prebuilt: &Path) -> Result<PathBuf, String> {
    let found = prebuilt.canonicalize();
    let found = found.map_err(|error| format!("HUXUE_WEB_DIST: {}: {error}", prebuilt.display()))?;
    println!("cargo::rerun-if-changed={}", found.display());
    Ok(found)
}
