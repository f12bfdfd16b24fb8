//! The table of the client's files, as the source of a Rust expression, and the bytes beside it.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256};

use crate::pack;

/// What ends a page that goes on with facts.
const OPEN: &[u8] = b"<!--facts-->";

/// Copies the client to `out/web`, packed forms beside it, and writes `out/web.rs`.
pub(crate) fn write(dist: &Path, out: &Path) -> Result<(), String> {
    let (copies, mut paths) = (out.join("web"), Vec::new());
    if copies.exists() {
        fs::remove_dir_all(&copies).map_err(|error| said(&copies, &error))?;
    }
    walk(dist, dist, &mut paths)?;
    paths.sort();
    let rows = paths.iter().map(|path| row(dist, &copies, path)).collect::<Result<Vec<_>, _>>()?;
    let table = out.join("web.rs");
    fs::write(&table, format!("[\n{}]\n", rows.concat())).map_err(|error| said(&table, &error))
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| said(folder, &error))? {
        let path: PathBuf = entry.map_err(|error| said(folder, &error))?.path();
        if path.is_dir() {
            walk(root, &path, found)?;
        } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            found.push(name.replace('\\', "/"));
        }
    }
    Ok(())
}

fn row(dist: &Path, copies: &Path, path: &str) -> Result<String, String> {
    let mut plain = fs::read(dist.join(path)).map_err(|error| said(&dist.join(path), &error))?;
    let open = plain.trim_ascii_end().strip_suffix(OPEN).map(<[u8]>::len);
    plain.truncate(open.unwrap_or(plain.len()));
    let is_open = open.is_some();
    let scripts = if path.ends_with(".html") { inline_scripts(&String::from_utf8_lossy(&plain)) } else { Vec::new() };
    keep(&copies.join(path), &plain)?;
    let packed = [("br", pack::brotli(&plain, is_open)), ("gz", pack::gzip(&plain, is_open))].map(|(ending, packed)| {
        let Some(packed) = packed else { return Ok("None".to_owned()) };
        keep(&copies.join(format!("{path}.{ending}")), &packed)?;
        Ok::<_, String>(format!("Some(include_bytes!({:?}))", format!("web/{path}.{ending}")))
    });
    let [brotli, gzip] = packed;
    let hash = HEXLOWER.encode(&Sha256::digest(&plain)).chars().take(24).collect::<String>();
    Ok(format!(
        "File {{ path: {path:?}, hash: {hash:?}, plain: include_bytes!({:?}), brotli: {}, gzip: {}, is_open: {is_open}, scripts: &{scripts:?} }},\n",
        format!("web/{path}"),
        brotli?,
        gzip?,
    ))
}

/// The hashes by which a Content-Security-Policy allows the scripts that stand in a page. JSON in a page is no script.
fn inline_scripts(page: &str) -> Vec<String> {
    let parts = page.split("<script").skip(1).filter_map(|part| part.split_once('>'));
    let inline = parts.filter(|(head, _)| !head.contains(" src") && !head.contains("json"));
    let texts = inline.filter_map(|(_, rest)| rest.split("</script").next());
    texts.map(|text| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())))).collect()
}

fn keep(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = file.parent().ok_or("a file without a folder")?;
    fs::create_dir_all(folder).and_then(|()| fs::write(file, bytes)).map_err(|error| said(file, &error))
}

fn said(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
