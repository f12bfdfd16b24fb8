//! What a page shows first stands at its end, so that it needs no second request. The page before it was packed when this program was
//! built, as well as can be, and its stream left open; the facts are added to it as they are.

use flate2::Crc;
use serde::Serialize;

use super::files::File;
use super::serve::Packing;

/// The page, packed as asked for, with its facts.
pub(super) fn append(file: &File, packed: Option<(Packing, &[u8])>, facts: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_string(facts).unwrap_or_else(|_| "null".to_owned());
    let text = format!("<script type=\"application/json\" id=\"facts\">{}</script>\n", inside_a_script(&json));
    match packed {
        Some((Packing::Brotli, open)) => [open, &brotli_end(text.as_bytes())].concat(),
        Some((Packing::Gzip, open)) => [open, &gzip_end(file.plain, text.as_bytes())].concat(),
        None => [file.plain, text.as_bytes()].concat(),
    }
}

/// JSON that neither ends the script that it stands in nor breaks a line of it. Outside texts JSON has none of these.
fn inside_a_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Uncompressed meta-blocks and the empty last one (RFC 7932, 9.2).
fn brotli_end(text: &[u8]) -> Vec<u8> {
    let mut end = Vec::with_capacity(text.len() + 8);
    for part in text.chunks(1 << 16) {
        // Not the last (1 bit), 4 nibbles of length (2 bits), length - 1 (16 bits), uncompressed (1 bit), and on to the next byte.
        let length = u32::try_from(part.len() - 1).unwrap_or_default();
        let [first, second, third, _] = (length << 3 | 1 << 19).to_le_bytes();
        end.extend([first, second, third]);
        end.extend(part);
    }
    end.push(0b11);
    end
}

/// Stored blocks (RFC 1951, 3.2.4), then the sum and the length of all (RFC 1952, 2.3.1).
fn gzip_end(before: &[u8], text: &[u8]) -> Vec<u8> {
    let mut end = Vec::with_capacity(text.len() + 32);
    for part in text.chunks(usize::from(u16::MAX)) {
        let length = u16::try_from(part.len()).unwrap_or_default();
        end.push(0);
        end.extend(length.to_le_bytes());
        end.extend((!length).to_le_bytes());
        end.extend(part);
    }
    // An empty block that is the last one.
    end.extend([1, 0, 0, 0xff, 0xff]);
    let mut sum = Crc::new();
    sum.update(before);
    sum.update(text);
    end.extend(sum.sum().to_le_bytes());
    end.extend(sum.amount().to_le_bytes());
    end
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use serde_json::{Value, json};

    use super::super::files::find;
    use super::*;

    fn page() -> &'static File {
        find("phone/index.html").unwrap()
    }

    /// The facts that follow a page.
    fn facts_of(whole: &[u8]) -> String {
        let facts = whole.strip_prefix(page().plain).expect("the page comes first");
        let facts = std::str::from_utf8(facts).unwrap();
        let facts = facts.strip_prefix("<script type=\"application/json\" id=\"facts\">").unwrap();
        facts.strip_suffix("</script>\n").unwrap().to_owned()
    }

    #[test]
    fn no_name_of_a_post_gets_out_of_the_script() {
        let facts = json!({ "name": "</script><!--<script>\u{2028}\u{2029}&\"'" });
        let inside = facts_of(&append(page(), None, &facts));
        assert!(!inside.contains(['<', '\u{2028}', '\u{2029}']), "{inside}");
        assert_eq!(serde_json::from_str::<Value>(&inside).unwrap(), facts);
    }

    #[test]
    fn each_packing_unpacks_to_the_page_and_its_facts() {
        assert!(page().is_open);
        // Around the length of one block, too.
        for length in [0, 1, 100, 65_000, 65_535, 65_536, 65_537, 200_000] {
            let facts = json!("岗".repeat(length / 3) + &"x".repeat(length % 3));
            let plain = append(page(), None, &facts);
            let brotli = append(page(), Some((Packing::Brotli, page().brotli.unwrap())), &facts);
            let gzip = append(page(), Some((Packing::Gzip, page().gzip.unwrap())), &facts);
            let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
            brotli::BrotliDecompress(&mut brotli.as_slice(), &mut from_brotli).unwrap();
            flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut from_gzip).unwrap();
            assert!(from_brotli == plain && from_gzip == plain, "{length}");
            assert_eq!(serde_json::from_str::<Value>(&facts_of(&plain)).unwrap(), facts);
        }
    }
}
