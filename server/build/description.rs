//! The checked-in description of the API, as the JSON that a server answers.

use std::fs;
use std::path::Path;

/// Writes `out/openapi.json`. A description that is empty is being renewed (`cargo run -- openapi > …` empties it first), so that
/// must build.
pub(crate) fn write(yaml: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", yaml.display());
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", yaml.display());
    let text = fs::read_to_string(yaml).map_err(|error| said(&error))?;
    let empty = text.trim().is_empty();
    if empty {
        println!("cargo::warning={} is empty: this build answers no description", yaml.display());
    }
    let document: yaml_serde::Value =
        yaml_serde::from_str(if empty { "{}" } else { &text }).map_err(|error| said(&error))?;
    let json = serde_json::to_vec(&document).map_err(|error| said(&error))?;
    fs::write(out.join("openapi.json"), json).map_err(|error| said(&error))
}
