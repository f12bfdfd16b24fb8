//! Compression, once, so that no request pays for it.
//!
//! A page that goes on with what each request tells is packed *open*: its stream is not ended, and the server ends it with the facts
//! as they are (`src/http/web/facts.rs`).

use std::io::Write as _;

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A packed form is kept if it is at most so many hundredths of the plain one.
const WORTH: usize = 95;

/// The file in brotli, if that is smaller.
pub(crate) fn brotli(plain: &[u8], open: bool) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    if open {
        let mut encoder = CompressorWriter::with_params(&mut packed, 4096, &parameters);
        encoder.write_all(plain).and_then(|()| encoder.flush()).ok()?;
        let so_far = encoder.get_ref().len();
        drop(encoder);
        packed.truncate(so_far);
    } else {
        brotli::BrotliCompress(&mut &*plain, &mut packed, &parameters).ok()?;
    }
    worth(packed, plain)
}

/// The file in gzip, if that is smaller. Phones ask for brotli over https alone.
pub(crate) fn gzip(plain: &[u8], open: bool) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    if open {
        encoder.flush().ok()?;
        return worth(encoder.get_ref().clone(), plain);
    }
    worth(encoder.finish().ok()?, plain)
}

fn worth(packed: Vec<u8>, plain: &[u8]) -> Option<Vec<u8>> {
    (packed.len() * 100 <= plain.len() * WORTH).then_some(packed)
}
