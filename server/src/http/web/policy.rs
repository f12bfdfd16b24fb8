//! What a page may load and do. Everything comes from this server, but for the tiles of the map, if there are any.

use actix_web::HttpResponseBuilder;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};

use super::files::find;
use crate::config::Config;

/// The policy of each page, made once at the start.
pub(in crate::http) struct Policies {
    /// The page behind the QR, and the one for joining.
    pub(super) phone: HeaderValue,
    /// The phone app.
    pub(super) m: HeaderValue,
    /// The gate-room screen.
    pub(super) kiosk: HeaderValue,
    /// The desk.
    pub(super) desk: HeaderValue,
    /// The home page, which has no script.
    pub(in crate::http) home: HeaderValue,
}

impl Policies {
    pub(in crate::http) fn new(config: &Config) -> Self {
        // The reader of QRs is WebAssembly.
        let m = policy("m/index.html", " 'wasm-unsafe-eval'", "", "'none'");
        let kiosk =
            if find("kiosk/index.html").is_some() { policy("kiosk/index.html", "", "", "'none'") } else { m.clone() };
        // The desk shows signs before they are printed, in a frame.
        let desk = policy("desk/index.html", "", &config.map.origins(), "'self' blob:");
        let home = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        Self { phone: policy_of_the_phone(), m, kiosk, desk, home: HeaderValue::from_static(home) }
    }
}

/// The page behind the QR is one file that loads nothing but its answers and its worker; and each byte of it is waited for in the rain.
fn policy_of_the_phone() -> HeaderValue {
    let hashes = hashes("phone/index.html");
    value(&format!(
        "default-src 'none'; script-src 'self'{hashes}; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ))
}

fn policy(page: &str, scripts: &str, images: &str, frames: &str) -> HeaderValue {
    let hashes = hashes(page);
    value(&format!(
        "default-src 'none'; script-src 'self'{scripts}{hashes}; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data: blob:{images}; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; \
         media-src 'self' blob:; frame-src {frames}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ))
}

/// The scripts that stand in a page, each after a space.
fn hashes(page: &str) -> String {
    find(page).iter().flat_map(|page| page.scripts).map(|hash| format!(" {hash}")).collect()
}

fn value(policy: &str) -> HeaderValue {
    HeaderValue::from_str(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

/// The headers of every page and file. Tokens stand in some addresses, so no address is told to anybody.
pub(in crate::http) fn protect(answer: &mut HttpResponseBuilder, policy: &HeaderValue) {
    answer.insert_header((CONTENT_SECURITY_POLICY, policy.clone()));
    answer.insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"));
    answer.insert_header((REFERRER_POLICY, "no-referrer"));
    answer.insert_header((HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(self)"));
}
