//! The link in a QR, and finding the code in whatever a phone scanned or a person pasted.

/// The link for a code: `https://HOST/c/<CODE>`.
///
/// `base` is the address of the server, without a slash at its end. With `uppercase` the whole link is upper case, which
/// keeps the QR in alphanumeric mode and so one version smaller; it is a setting and off by default, because how WeChat
/// handles an upper-case scheme could not be tested (DESIGN section 5). Do not combine it with a base that has a
/// path of its own on a server that tells case apart.
#[must_use]
pub fn code_link(base: &str, code: &str, uppercase: bool) -> String {
    let link = format!("{}/c/{code}", base.trim_end_matches('/'));
    if uppercase { link.to_uppercase() } else { link }
}

/// The code in a bare code, a path `/c/CODE` or a link that ends so; everything else is returned as it is, trimmed.
///
/// The host does not matter: a school may have changed its server's name since the sign was printed, and it is the
/// signature that proves the code. What follows a `?` or `#` is dropped, since WeChat and others append to links.
#[must_use]
pub fn code_in(text: &str) -> &str {
    let text = text.trim();
    let path = text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/');
    match path.rsplit_once('/') {
        Some((before, code)) if ends_in_c(before) => code,
        _ => text,
    }
}

fn ends_in_c(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|segment| segment.eq_ignore_ascii_case("c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_code() {
        for text in [
            "ABC123",
            "  ABC123\n",
            "/c/ABC123",
            "c/ABC123",
            "https://huxue.example.cn/c/ABC123",
            "HTTPS://HUXUE.EXAMPLE.CN/C/ABC123",
            "http://127.0.0.1:8080/huxue/c/ABC123/",
            "https://old.example.cn/c/ABC123?from=singlemessage#/x",
        ] {
            assert_eq!(code_in(text), "ABC123", "{text}");
        }
    }

    #[test]
    fn leaves_other_texts_alone() {
        for text in ["", "https://example.cn/", "https://example.cn/x/ABC123", "https://example.cn/c/ABC/123", "//"] {
            assert_eq!(code_in(text), text);
        }
    }

    #[test]
    fn links_in_both_cases() {
        assert_eq!(code_link("https://a.cn", "X1", false), "https://a.cn/c/X1");
        assert_eq!(code_link("https://a.cn/", "X1", true), "HTTPS://A.CN/C/X1");
    }
}
