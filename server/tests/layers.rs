//! Imports run one way (DESIGN section 3): this reads the sources and proves it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// What the files of a layer must not name.
const FORBIDDEN: [(&str, &[&str]); 4] = [
    (
        "domain",
        &["diesel", "actix", "crate::store", "crate::service", "crate::http", "crate::cli", "std::fs", "::now()"],
    ),
    ("store", &["actix", "crate::service", "crate::http", "crate::cli"]),
    ("service", &["diesel", "actix", "crate::http", "crate::cli"]),
    ("http", &["diesel", "crate::store", "crate::cli"]),
];

/// The longest a source file may be, lines.
const LONGEST: usize = 400;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The code of a file: without comments, and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_run_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (layer, forbidden) in FORBIDDEN {
        for file in sources(&root.join(layer)).iter().filter(|file| file.extension().is_some_and(|e| e == "rs")) {
            let code = code(file);
            for name in forbidden {
                assert!(!code.contains(name), "{} names {name}", file.display());
            }
        }
    }
}

#[test]
fn files_stay_short() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("src"), root.join("benches"), root.join("../tests/src"), root.join("../tests/tests")];
    for file in folders.iter().filter(|folder| folder.exists()).flat_map(|folder| sources(folder)) {
        let generated = file.ends_with("store/schema.rs");
        if file.extension().is_some_and(|e| e == "rs") && !generated {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= LONGEST, "{} has {lines} lines", file.display());
        }
    }
}
