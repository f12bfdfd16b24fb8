#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use image::{GrayImage, Rgb, RgbImage};
use proptest::prelude::*;

use super::*;

/// A picture whose left half is red and whose right half is blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

fn file(image: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// An Exif segment with an orientation, and words that must not be kept.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"GPS 39.9042N 116.4074E");
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &tiff, &jpeg[2..]].concat()
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}

#[test]
fn what_is_kept_is_a_small_jpeg_whatever_was_sent() {
    let cases = [
        (ImageFormat::Jpeg, (640, 480), (640, 480)),
        (ImageFormat::Png, (640, 480), (640, 480)),
        (ImageFormat::Jpeg, (4000, 3000), (1600, 1200)),
        (ImageFormat::Png, (1601, 1), (1600, 1)),
        (ImageFormat::Jpeg, (1, 1), (1, 1)),
    ];
    for (format, (width, height), kept) in cases {
        let photo = tame(&file(&halves(width, height), format)).unwrap();
        assert_eq!((photo.width, photo.height), kept, "{format:?} {width}x{height}");
        assert_eq!(image::guess_format(&photo.jpeg).unwrap(), ImageFormat::Jpeg);
        let again = image::load_from_memory(&photo.jpeg).unwrap();
        assert_eq!((again.width(), again.height()), kept);
    }
}

#[test]
fn nothing_of_the_file_is_kept_but_its_pixels() {
    let told = with_exif(&file(&halves(64, 32), ImageFormat::Jpeg), 6);
    assert!(contains(&told, b"GPS 39.9042N"));
    let photo = tame(&told).unwrap();
    assert_eq!((photo.width, photo.height), (32, 64), "a quarter turn, as its orientation says");
    let upright = image::load_from_memory(&photo.jpeg).unwrap().into_rgb8();
    assert!(upright.get_pixel(16, 8)[0] > 150 && upright.get_pixel(16, 56)[2] > 150, "red is above, blue below");
    assert!(!contains(&photo.jpeg, b"GPS") && !contains(&photo.jpeg, b"Exif"));
    // A file that is a picture and an archive, or a page, at once.
    for tail in [&b"PK\x03\x04 an archive"[..], b"<script>alert(1)</script>", b"<?php system('id'); ?>"] {
        let both = [file(&halves(64, 32), ImageFormat::Jpeg), tail.to_vec()].concat();
        assert!(!contains(&tame(&both).unwrap().jpeg, tail));
    }
}

#[test]
fn what_is_no_photo_is_refused() {
    let unknown: [&[u8]; 6] =
        [b"", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a\x01\0\x01\0", b"PK\x03\x04", b"BM"];
    for bytes in unknown {
        assert_eq!(tame(bytes), Err(PhotoError::UnknownFormat), "{bytes:?}");
    }
    let whole = file(&halves(64, 32), ImageFormat::Png);
    assert!(matches!(tame(&whole[..40]), Err(PhotoError::Broken(_))));
}

#[test]
fn a_bomb_is_refused_by_what_it_says_of_itself() {
    // 50 megapixels of one colour fit into a small file.
    let mut png = Cursor::new(Vec::new());
    GrayImage::new(10_000, 5_000).write_to(&mut png, ImageFormat::Png).unwrap();
    let png = png.into_inner();
    assert!(png.len() < 1_000_000);
    assert_eq!(tame(&png), Err(PhotoError::TooManyPixels));
    // One that only says that it is large: 60,000 × 60,000 in the header of a JPEG.
    let mut jpeg = file(&halves(64, 32), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xea, 0x60, 0xea, 0x60]);
    assert_eq!(tame(&jpeg), Err(PhotoError::TooManyPixels));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever happens to a file on its way, the answer is a photo within bounds or a refusal.
    #[test]
    fn a_damaged_file_is_a_photo_or_a_refusal(
        jpeg: bool,
        cut in 0_usize..2_000,
        changes in proptest::collection::vec((0_usize..2_000, any::<u8>()), 0..8),
    ) {
        let mut bytes = file(&halves(48, 32), if jpeg { ImageFormat::Jpeg } else { ImageFormat::Png });
        for (place, byte) in changes {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut % bytes.len()));
        if let Ok(photo) = tame(&bytes) {
            prop_assert!(photo.width.max(photo.height) <= LONGEST_SIDE);
            prop_assert!(image::load_from_memory(&photo.jpeg).is_ok());
        }
    }
}
