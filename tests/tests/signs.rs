//! Every kind of sign is drawn, looked at as a phone would, and its code read back and verified.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{NaiveDate, NaiveTime};
use huxue::domain::calendar::weekdays::Weekdays;
use huxue::domain::code::key::{KeyId, SecretKey};
use huxue::domain::code::key_set::{CodeKey, KeySet, KeyState};
use huxue::domain::code::link::code_link;
use huxue::domain::code::screen_code::ScreenCode;
use huxue::domain::code::short_code::ShortCode;
use huxue::domain::code::sign_code::SignCode;
use huxue::domain::code::{CheckpointNumber, Code, ScreenNumber, SignSerial, Unverified};
use huxue::domain::lang::Lang;
use huxue::domain::sign::{self, Layout, ModulePixels, OfficerCard, SignView, WindowLine};
use huxue::domain::words::WindowKind;
use huxue_tests::chromium;
use huxue_tests::pictures::{scan, scan_png, scan_svg};
use image::GrayImage;

const BASE: &str = "https://huxue.example.cn";

fn keys() -> KeySet {
    KeySet::new([CodeKey { id: KeyId(1), secret: SecretKey::new([42; 32]), state: KeyState::Signing }]).unwrap()
}

fn sign_code(checkpoint: u32) -> SignCode {
    SignCode { checkpoint: CheckpointNumber(checkpoint), serial: SignSerial(1), key: keys().signing_id() }
}

fn link(code: SignCode, uppercase: bool) -> String {
    code_link(BASE, &code.encode(&keys()).unwrap(), uppercase)
}

fn window(kind: WindowKind, starts: &str, ends: &str) -> WindowLine {
    WindowLine {
        kind,
        weekdays: Weekdays::WORKDAYS,
        starts: starts.parse::<NaiveTime>().unwrap(),
        ends: ends.parse::<NaiveTime>().unwrap(),
        note: None,
    }
}

fn officer() -> OfficerCard {
    OfficerCard {
        name: "王建国".to_owned(),
        post: "城关派出所 社区民警".to_owned(),
        duties: "上下学时段到岗，每月两次到校检查，指导校园安全防范".to_owned(),
        phone: "0852-123 4567".to_owned(),
    }
}

fn view(checkpoint: u32) -> SignView {
    SignView {
        school: "惠水县第一小学".to_owned(),
        post: format!("东门 · {checkpoint}号岗"),
        windows: vec![
            window(WindowKind::DropOff, "07:20:00", "08:00:00"),
            window(WindowKind::PickUp, "16:30:00", "17:10:00"),
        ],
        officer: Some(officer()),
        link: link(sign_code(checkpoint), false),
        short_code: ShortCode::from_random(u64::from(checkpoint) * 7_919_191_919),
        checkpoint: CheckpointNumber(checkpoint),
        serial: SignSerial(1),
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    }
}

fn verified(text: &str) -> Code {
    Unverified::parse(text).unwrap().verify(&keys()).unwrap()
}

fn assert_signs(texts: &[String], checkpoints: std::ops::RangeInclusive<u32>) {
    let read: Vec<Code> = texts.iter().map(|text| verified(text)).collect();
    let drawn: Vec<Code> = checkpoints.map(|checkpoint| Code::Sign(sign_code(checkpoint))).collect();
    assert_eq!(read, drawn);
}

#[test]
fn png_of_every_size_reads_back() {
    for pixels in [2, 3, 10, 20] {
        let png = sign::png(&view(3), ModulePixels::try_from(pixels).unwrap()).unwrap();
        assert_eq!(scan_png(&png), [view(3).link]);
    }
}

#[test]
fn svg_reads_back_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        assert_signs(&scan_svg(&sign::svg(&view(3), lang).unwrap()), 3..=3);
    }
}

#[test]
fn an_upper_case_link_reads_back_and_is_no_larger() {
    let upper = SignView { link: link(sign_code(3), true), ..view(3) };
    let png = |view: &SignView| sign::png(view, ModulePixels::default()).unwrap();
    assert_signs(&scan_png(&png(&upper)), 3..=3);
    let width = |png: &[u8]| image::load_from_memory(png).unwrap().width();
    assert!(width(&png(&upper)) <= width(&png(&view(3))));
}

#[test]
fn a_screen_code_reads_back() {
    let code = ScreenCode { checkpoint: CheckpointNumber(3), screen: ScreenNumber(1), step: 89_000_000, key: KeyId(1) };
    let link = code_link(BASE, &code.encode(&keys()).unwrap(), false);
    let texts = scan_svg(&sign::link_svg(&link).unwrap());
    assert_eq!(texts.iter().map(|text| verified(text)).collect::<Vec<_>>(), [Code::Screen(code)]);
}

#[test]
fn an_invite_reads_back() {
    let link = "https://huxue.example.cn/join/k3J9xQ";
    assert_eq!(scan_svg(&sign::link_svg(link).unwrap()), [link]);
}

#[test]
fn a_printed_page_reads_back() {
    for lang in [Lang::Zh, Lang::En] {
        let html = sign::html(&[view(3)], Layout::Page, lang).unwrap();
        let Some(picture) = chromium::screenshot(&html, 794, 1_170) else { return };
        assert_signs(&scan_png(&picture), 3..=3);
    }
}

/// The signs of a sheet one by one, as a phone is held before one of them: the corner patterns of neighbours look like
/// further QRs to a reader that sees all four.
fn quarters(sheet: &[u8]) -> Vec<GrayImage> {
    let sheet = image::load_from_memory(sheet).unwrap().into_luma8();
    let (width, height) = (sheet.width() / 2, sheet.height() / 2);
    let corners = [(0, 0), (width, 0), (0, height), (width, height)];
    corners.map(|(x, y)| image::imageops::crop_imm(&sheet, x, y, width, height).to_image()).to_vec()
}

#[test]
fn a_sheet_of_four_reads_back() {
    let html = sign::html(&[1, 2, 3, 4].map(view), Layout::FourUp, Lang::Zh).unwrap();
    let Some(picture) = chromium::screenshot(&html, 794, 1_167) else { return };
    let texts: Vec<String> = quarters(&picture).into_iter().flat_map(scan).collect();
    assert_signs(&texts, 1..=4);
}

#[test]
fn a_school_in_one_print_job_reads_back() {
    let html = sign::html(&[1, 2, 3].map(view), Layout::Page, Lang::Zh).unwrap();
    let Some(picture) = chromium::screenshot(&html, 794, 3_470) else { return };
    assert_signs(&scan_png(&picture), 1..=3);
}
