//! Reading codes back from pictures, as a phone would.

use image::{GrayImage, ImageFormat};
use resvg::{tiny_skia, usvg};

/// Every QR in a picture, in the order of their texts. All that looks like a QR must be readable.
///
/// # Panics
/// If one is not.
#[must_use]
pub fn scan(picture: GrayImage) -> Vec<String> {
    let mut picture = rqrr::PreparedImage::prepare(picture);
    let decode = |grid: &rqrr::Grid<_>| grid.decode().expect("a readable QR").1;
    let mut texts: Vec<String> = picture.detect_grids().iter().map(decode).collect();
    texts.sort();
    texts
}

/// Every QR in a PNG.
///
/// # Panics
/// If it is no PNG, or a QR is not readable.
#[must_use]
pub fn scan_png(bytes: &[u8]) -> Vec<String> {
    scan(image::load_from_memory_with_format(bytes, ImageFormat::Png).expect("a PNG").into_luma8())
}

/// Every QR in an SVG, drawn 900 pixels wide.
///
/// # Panics
/// If it is no SVG, or a QR is not readable.
#[must_use]
pub fn scan_svg(svg: &str) -> Vec<String> {
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    let tree = usvg::Tree::from_str(svg, &options).expect("an SVG");
    let scale = 900.0 / tree.size().width();
    let size = tree.size().to_int_size().scale_by(scale).expect("a size");
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).expect("a canvas");
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    scan_png(&pixmap.encode_png().expect("a PNG"))
}
