//! Photos, tamed: whatever was sent, what is kept is a JPEG of our own making, of a known size, with nothing of the original but its
//! pixels. Positions, serial numbers and whatever else hides in a file are gone with it.

use std::fmt;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};

/// The largest file that is taken, bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// The most pixels that are taken: a telephone's twelve megapixels and some more.
pub const MOST_PIXELS: u64 = 16_000_000;
/// The longer side of what is kept, pixels.
pub const LONGEST_SIDE: u32 = 1600;
/// The quality of what is kept, of 100.
const QUALITY: u8 = 80;
/// What the pixels of one photo may take while it is read, bytes: 16 megapixels with four channels.
const MOST_MEMORY: u64 = 64 * 1024 * 1024;

/// A photo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Pixels, upright.
    pub width: u32,
    /// Pixels, upright.
    pub height: u32,
}

/// Why a photo is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhotoError {
    /// Neither a JPEG nor a PNG, whatever it was called.
    UnknownFormat,
    /// More than [`MOST_PIXELS`], or more memory than those need.
    TooManyPixels,
    /// It begins as a picture and goes on as none.
    Broken(String),
}

impl fmt::Display for PhotoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFormat => f.write_str("neither JPEG nor PNG / 不是 JPEG 或 PNG"),
            Self::TooManyPixels => f.write_str("more than 16 megapixels / 超过 1600 万像素"),
            Self::Broken(cause) => write!(f, "broken / 文件已损坏: {cause}"),
        }
    }
}

impl From<ImageError> for PhotoError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooManyPixels,
            other => Self::Broken(other.to_string()),
        }
    }
}

/// Reads a photo and makes it ours: its kind is told from its first bytes, it is turned upright, made small and written anew.
///
/// # Errors
/// What is wrong with it.
pub fn tame(bytes: &[u8]) -> Result<Photo, PhotoError> {
    let format = image::guess_format(bytes).map_err(|_| PhotoError::UnknownFormat)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png) {
        return Err(PhotoError::UnknownFormat);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > MOST_PIXELS {
        return Err(PhotoError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    if width.max(height) > LONGEST_SIDE {
        image = image.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    }
    image.apply_orientation(orientation);
    let pixels = image.into_rgb8();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&pixels)?;
    Ok(Photo { jpeg, width: pixels.width(), height: pixels.height() })
}

#[cfg(test)]
mod tests;
