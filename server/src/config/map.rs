//! The tiles of the desk's maps. Without any, a map shows its areas alone; no tile comes from anywhere by default.

use serde::{Deserialize, Serialize};

use crate::domain::words::Datum;

/// Where tiles come from and how they are drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MapSettings {
    /// The address of a tile with `{z}`, `{x}`, `{y}` and, if there are several hosts, `{s}`. Empty: maps without tiles.
    pub tile_url: String,
    /// The address of a second layer with names, where the first has none; empty for none.
    pub overlay_url: String,
    /// What `{s}` stands for, one character for each host.
    pub subdomains: String,
    /// Who is to be named on the map, as plain text.
    pub attribution: String,
    /// The datum that the tiles are drawn on.
    pub datum: Datum,
    /// The closest zoom that there are tiles for.
    pub max_zoom: u8,
}

impl Default for MapSettings {
    fn default() -> Self {
        Self {
            tile_url: String::new(),
            overlay_url: String::new(),
            subdomains: String::new(),
            attribution: String::new(),
            datum: Datum::Wgs84,
            max_zoom: 18,
        }
    }
}

impl MapSettings {
    /// Checks the addresses: they go into a page's policy.
    pub(super) fn check(&self) -> Result<(), String> {
        for (name, url) in [("map.tile_url", &self.tile_url), ("map.overlay_url", &self.overlay_url)] {
            let parts = ["{z}", "{x}", "{y}"].iter().all(|part| url.contains(part));
            if !url.is_empty() && (origin(url).is_none() || !parts) {
                return Err(format!(
                    "{name}: '{url}' is no address such as https://tiles.example.cn/{{z}}/{{x}}/{{y}}.png"
                ));
            }
        }
        if !self.subdomains.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(format!("map.subdomains: '{}' is not made of letters and digits", self.subdomains));
        }
        Ok(())
    }

    /// The servers of the tiles, each after a space, as a policy lists them.
    #[must_use]
    pub fn origins(&self) -> String {
        let origins = [&self.tile_url, &self.overlay_url].into_iter().filter_map(|url| origin(url));
        let mut origins: Vec<String> = origins.flat_map(|origin| self.hosts(origin)).collect();
        origins.sort();
        origins.dedup();
        origins.iter().map(|origin| format!(" {origin}")).collect()
    }

    fn hosts(&self, origin: &str) -> Vec<String> {
        if !origin.contains("{s}") {
            return vec![origin.to_owned()];
        }
        self.subdomains.chars().map(|subdomain| origin.replace("{s}", &subdomain.to_string())).collect()
    }
}

/// `https://tiles.example.cn:8443` of an address below it.
fn origin(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let good = |c: char| c.is_ascii_alphanumeric() || ".:-".contains(c);
    let named = !host.is_empty() && host.replace("{s}", "s").chars().all(good);
    named.then(|| url.get(..url.len() - rest.len() + host.len())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiles(tile_url: &str) -> MapSettings {
        MapSettings { tile_url: tile_url.to_owned(), subdomains: "01".to_owned(), ..MapSettings::default() }
    }

    #[test]
    fn a_policy_lists_each_server_once() {
        assert_eq!(MapSettings::default().origins(), "");
        let mut map = tiles("https://t{s}.example.cn/w?T={z}&R={y}&C={x}");
        map.overlay_url = "http://localhost:8080/{z}/{x}/{y}.png".to_owned();
        assert_eq!(map.check(), Ok(()));
        assert_eq!(map.origins(), " http://localhost:8080 https://t0.example.cn https://t1.example.cn");
    }

    #[test]
    fn what_would_widen_the_policy_is_refused() {
        for wrong in [
            "tiles/{z}/{x}/{y}",
            "https:///{z}{x}{y}",
            "https://a b/{z}/{x}/{y}",
            "https://*/{z}/{x}/{y}",
            "https://a/{z}",
        ] {
            assert!(tiles(wrong).check().unwrap_err().starts_with("map.tile_url:"), "{wrong}");
        }
        let map = MapSettings { subdomains: "0 *".to_owned(), ..tiles("https://t{s}.cn/{z}/{x}/{y}") };
        assert!(map.check().unwrap_err().starts_with("map.subdomains:"));
    }
}
