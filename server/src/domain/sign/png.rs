//! A sign's QR as PNG.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma};

use super::qr::Qr;
use super::{SignError, SignView};

/// Pixels along one side of a module, 1 to 40. At 20 a usual sign is about 900 pixels wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModulePixels(u32);

/// A number of pixels that is not 1 to 40.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a module takes 1 to 40 pixels, not {0} / 每个模块为 1 至 40 像素，不能是 {0}")]
pub struct ModulePixelsOutOfRange(u32);

impl TryFrom<u32> for ModulePixels {
    type Error = ModulePixelsOutOfRange;

    fn try_from(pixels: u32) -> Result<Self, Self::Error> {
        if (1..=40).contains(&pixels) { Ok(Self(pixels)) } else { Err(ModulePixelsOutOfRange(pixels)) }
    }
}

impl Default for ModulePixels {
    fn default() -> Self {
        Self(20)
    }
}

/// The sign's QR at level Q with its quiet zone, black on white, without any text.
///
/// # Errors
/// If the link does not fit into a QR.
pub fn png(sign: &SignView, module: ModulePixels) -> Result<Vec<u8>, SignError> {
    let qr = Qr::for_print(&sign.link)?;
    let side = qr.full_width() * module.0;
    let shade = |x: u32, y: u32| if qr.is_dark(x / module.0, y / module.0) { 0 } else { 255 };
    let picture = GrayImage::from_fn(side, side, |x, y| Luma([shade(x, y)]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}
