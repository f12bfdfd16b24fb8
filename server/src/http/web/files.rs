//! The files of the client, in this program.

/// A file, plain and packed.
pub(super) struct File {
    /// Below the folder of all builds: `m/index.html`.
    pub(super) path: &'static str,
    /// Of its content.
    pub(super) hash: &'static str,
    pub(super) plain: &'static [u8],
    /// Where packing made it smaller.
    pub(super) brotli: Option<&'static [u8]>,
    pub(super) gzip: Option<&'static [u8]>,
    /// Whether [`super::facts`] follow: neither packed form is ended.
    pub(super) is_open: bool,
    /// What allows the scripts that stand in a page: `'sha256-…'` each.
    pub(super) scripts: &'static [&'static str],
}

/// Sorted by path. The build script writes it.
static FILES: &[File] = &include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// The file at a path. A path that leads out of its folder is no path of any file.
pub(super) fn find(path: &str) -> Option<&'static File> {
    let at = FILES.binary_search_by(|file| file.path.cmp(path)).ok()?;
    FILES.get(at)
}

impl File {
    /// Whether its name changes with its content.
    pub(super) fn is_hashed(&self) -> bool {
        self.path.contains("/assets/")
    }

    /// Its media type.
    pub(super) fn media_type(&self) -> &'static str {
        match self.path.rsplit('.').next().unwrap_or_default() {
            "html" => "text/html; charset=utf-8",
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "json" => "application/json",
            "webmanifest" => "application/manifest+json",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "ico" => "image/x-icon",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "wasm" => "application/wasm",
            "woff2" => "font/woff2",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_holds_the_pages() {
        assert!(FILES.is_sorted_by(|a, b| a.path < b.path));
        for page in ["phone/index.html", "m/index.html", "desk/index.html"] {
            let file = find(page).unwrap();
            assert_eq!((file.media_type(), file.is_hashed()), ("text/html; charset=utf-8", false), "{page}");
        }
        for other in ["", "/", "phone", "phone/", "m/../desk/index.html", "phone/index.html/", "phone/index.htm"] {
            assert!(find(other).is_none(), "{other}");
        }
    }

    #[test]
    fn every_file_has_a_type() {
        let without = FILES.iter().filter(|file| file.media_type() == "application/octet-stream");
        assert_eq!(without.map(|file| file.path).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
