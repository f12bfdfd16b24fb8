//! How a file is answered: packed as the browser takes it, and not at all if it has it already.

use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, EntityTag, HeaderValue, IfNoneMatch, VARY,
};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};

use super::files::File;
use super::policy::protect;

/// A file whose name holds a hash never changes; of every other one the browser asks whether it did.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

pub(super) fn file(request: &HttpRequest, file: &'static File, policy: &HeaderValue) -> HttpResponse {
    // Weak: the same for each packing.
    let tag = EntityTag::new_weak(file.hash.to_owned());
    let unchanged = has_it(request, &tag);
    let mut answer = if unchanged { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    protect(&mut answer, policy);
    answer.insert_header((CACHE_CONTROL, if file.is_hashed() { FOR_EVER } else { ASK_AGAIN }));
    answer.insert_header((ETAG, tag.to_string())).insert_header((VARY, "accept-encoding"));
    if unchanged {
        return answer.finish();
    }
    let body = packed(request, file).map_or(file.plain, |(packing, bytes)| {
        answer.insert_header((CONTENT_ENCODING, packing.name()));
        bytes
    });
    answer.insert_header((CONTENT_TYPE, file.media_type())).body(body)
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// The smallest packed form that the browser takes.
pub(super) fn packed(request: &HttpRequest, file: &File) -> Option<(Packing, &'static [u8])> {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let forms = [(Packing::Brotli, file.brotli), (Packing::Gzip, file.gzip)].into_iter();
    forms.filter(|(packing, _)| accepts(accepted, packing.name())).find_map(|(packing, bytes)| Some((packing, bytes?)))
}

fn has_it(request: &HttpRequest, tag: &EntityTag) -> bool {
    match request.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Any) => true,
        Some(IfNoneMatch::Items(tags)) => tags.iter().any(|given| given.weak_eq(tag)),
        None => false,
    }
}

/// Whether an Accept-Encoding names this packing and does not rule it out.
fn accepts(header: &str, name: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|given| given.eq_ignore_ascii_case(name));
        let quality = parts.find_map(|part| part.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok());
        named && quality.is_none_or(|quality| quality > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packing_is_taken_where_it_is_named_and_not_ruled_out() {
        for yes in ["br", "gzip, deflate, br, zstd", "BR;q=0.1", "gzip ,br ; q=1"] {
            assert!(accepts(yes, "br"), "{yes}");
        }
        for no in ["", "*", "gzip", "br;q=0", "br;q=0.0, gzip", "brotli"] {
            assert!(!accepts(no, "br"), "{no}");
        }
    }
}
