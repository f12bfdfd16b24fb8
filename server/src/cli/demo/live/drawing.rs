//! A drawing that stands for a photo: a demo has no camera.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 900;
/// Half the width of the cover, pixels.
const COVER: i64 = 260;

/// A road with a manhole whose cover is broken, as a JPEG.
pub(super) fn broken_cover() -> Option<Vec<u8>> {
    let image = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| pixel(i64::from(x), i64::from(y)));
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).ok()?;
    Some(bytes.into_inner())
}

fn pixel(x: i64, y: i64) -> Rgb<u8> {
    let (right, down) = (x - i64::from(WIDTH) / 2, y - i64::from(HEIGHT) / 2);
    let from_centre = right * right + down * down;
    let broken = right > 20 && down < -30 + right / 3;
    let grain = (x * 37 + y * 91 + (x * y) % 53) % 19;
    let grey = if from_centre > (COVER + 26) * (COVER + 26) {
        if y > 780 { 186 } else { 104 }
    } else if from_centre > COVER * COVER {
        150
    } else if broken {
        // Seen into the shaft.
        22
    } else if (x / 44 + y / 44) % 2 == 0 {
        84
    } else {
        66
    };
    let shade = u8::try_from(grey + grain).unwrap_or(u8::MAX);
    Rgb([shade, shade, shade.saturating_sub(4)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_photo_as_any_other() {
        let photo = crate::domain::photo::tame(&broken_cover().unwrap()).unwrap();
        assert_eq!((photo.width, photo.height), (WIDTH, HEIGHT));
    }
}
