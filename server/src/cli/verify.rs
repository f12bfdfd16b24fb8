//! `huxue verify`: computes the figures of exported days again and compares them with those that were told.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use super::day::read;
use super::export::{COVERAGE, DAY};
use super::output::{Failure, print};
use crate::domain::coverage::{self, CoverageDocument, DayDocument};

/// So many differences of one file are shown.
const SHOWN: usize = 5;

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Folders made by export, or day documents (….day.json, huxue.day/1) with the figures told beside them (….coverage.json) /
    /// 导出的文件夹或日文档
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

pub(super) fn run(args: &VerifyArgs) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in &args.paths {
        gather(path, &mut files)?;
    }
    files.sort();
    let mut wrong = 0;
    for file in &files {
        let differences = verify(file)?;
        wrong += usize::from(!differences.is_empty());
        differences
            .iter()
            .take(SHOWN)
            .try_for_each(|difference| print(format_args!("{}: {difference}", file.display())))?;
        if differences.len() > SHOWN {
            print(format_args!(
                "{}: and {} more differences / 处不同未列出",
                file.display(),
                differences.len() - SHOWN
            ))?;
        }
    }
    match (files.len(), wrong) {
        (0, _) => Err(Failure::about(
            "verify",
            format!("no file there has a name that ends in {DAY} / 没有名称以 {DAY} 结尾的文件"),
        )),
        (count, 0) => print(format_args!(
            "{count} days: the figures told are those of the evidence / 共 {count} 天，数字与证据相符"
        )),
        (count, wrong) => {
            Err(Failure::about("verify", format!("{wrong} of {count} days differ / {count} 天中有 {wrong} 天不符")))
        }
    }
}

/// The day documents at a path, and the figures that have none.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let about = |error: std::io::Error| Failure::about(path.display(), error);
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path).map_err(about)? {
        let path = entry.map_err(about)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let alone =
            name.strip_suffix(COVERAGE).is_some_and(|date| !path.with_file_name(format!("{date}{DAY}")).exists());
        if path.is_dir() || name.ends_with(DAY) || alone {
            gather(&path, files)?;
        }
    }
    Ok(())
}

/// What the figures told differ in from those of the evidence.
fn verify(file: &Path) -> Result<Vec<String>, Failure> {
    let about = |cause: &dyn std::fmt::Display| Failure::about(file.display(), cause);
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if name.ends_with(COVERAGE) {
        return Ok(vec![format!(
            "these are figures without their day document; it should stand beside them as …{DAY} / 缺少对应的日文档"
        )]);
    }
    let Some(date) = name.strip_suffix(DAY) else {
        return Err(about(&format!(
            "a day document has a name that ends in {DAY}; without the figures told, use / 没有公布的数字时请用: huxue day coverage"
        )));
    };
    let bytes = read(file).map_err(|error| about(&error))?;
    let computed =
        DayDocument::parse(&bytes).and_then(|day| CoverageDocument::of(&day)).map_err(|error| about(&error))?;
    let computed = serde_json::to_value(&computed).map_err(|error| about(&error))?;
    let beside = file.with_file_name(format!("{date}{COVERAGE}"));
    let told = read(&beside).map_err(|error| Failure::about(beside.display(), error))?;
    let told: Value = coverage::json(&told).map_err(|error| Failure::about(beside.display(), error))?;
    let mut differences = Vec::new();
    compare("", &told, &computed, &mut differences);
    Ok(differences)
}

fn compare(at: &str, told: &Value, computed: &Value, differences: &mut Vec<String>) {
    let mut member = |name: &str, told: Option<&Value>, computed: Option<&Value>| {
        let (told, computed) = (told.unwrap_or(&Value::Null), computed.unwrap_or(&Value::Null));
        compare(&format!("{at}{name}"), told, computed, differences);
    };
    match (told, computed) {
        (Value::Object(a), Value::Object(b)) => {
            let only_told = a.keys().filter(|name| !b.contains_key(*name));
            b.keys().chain(only_told).for_each(|name| member(&format!(".{name}"), a.get(name), b.get(name)));
        }
        (Value::Array(a), Value::Array(b)) => {
            (0..a.len().max(b.len())).for_each(|place| member(&format!("[{place}]"), a.get(place), b.get(place)));
        }
        (told, computed) if told == computed => {}
        (told, computed) => {
            let field = at.strip_prefix('.').unwrap_or(at);
            differences.push(format!(
                "{field}: told {told}, the evidence gives {computed} / 公布 {told}，按证据为 {computed}"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_difference_is_named() {
        let computed = json!({ "format": "x", "duties": [{ "covered_seconds": 60, "gaps": [{ "from": "a" }] }, {}] });
        let found = |told: Value| {
            let mut differences = Vec::new();
            compare("", &told, &computed, &mut differences);
            differences
        };
        assert_eq!(found(computed.clone()), Vec::<String>::new());
        let told = json!({ "format": "x", "duties": [{ "covered_seconds": 61, "gaps": [] }, { "more": 1 }] });
        let expected = [
            "duties[0].covered_seconds: told 61, the evidence gives 60 / 公布 61，按证据为 60",
            "duties[0].gaps[0]: told null, the evidence gives {\"from\":\"a\"} / 公布 null，按证据为 {\"from\":\"a\"}",
            "duties[1].more: told 1, the evidence gives null / 公布 1，按证据为 null",
        ];
        assert_eq!(found(told), expected);
        assert_eq!(found(json!(7)).len(), 1);
    }
}
