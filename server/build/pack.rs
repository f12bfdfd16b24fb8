//! Compression, once, so that no request pays for it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A packed form is kept if it is at most so many hundredths of the plain one.
const WORTH: usize = 95;

/// The file in brotli, if that is smaller.
pub(crate) fn brotli(plain: &[u8]) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut packed, &parameters).ok()?;
    worth(packed, plain)
}

/// The file in gzip, if that is smaller. Phones ask for brotli over https alone.
pub(crate) fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    worth(encoder.finish().ok()?, plain)
}

fn worth(packed: Vec<u8>, plain: &[u8]) -> Option<Vec<u8>> {
    (packed.len() * 100 <= plain.len() * WORTH).then_some(packed)
}
