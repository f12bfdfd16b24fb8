//! What every picture of a sign must hold. That the QRs can be scanned is shown in the workspace's `tests/tests/signs.rs`.

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::code::short_code::ShortCode;
use crate::domain::code::{CheckpointNumber, SignSerial};
use crate::domain::lang::Lang;
use crate::domain::words::WindowKind;

fn window() -> WindowLine {
    WindowLine {
        kind: WindowKind::DropOff,
        weekdays: Weekdays::WORKDAYS,
        starts: NaiveTime::from_hms_opt(7, 20, 0).unwrap(),
        ends: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        note: None,
    }
}

fn officer(text: &str) -> OfficerCard {
    OfficerCard { name: text.to_owned(), post: text.to_owned(), duties: text.to_owned(), phone: text.to_owned() }
}

fn sign(text: &str) -> SignView {
    SignView {
        school: text.to_owned(),
        post: text.to_owned(),
        windows: vec![window(), WindowLine { note: Some(text.to_owned()), ..window() }],
        officer: Some(officer(text)),
        link: "https://huxue.example.cn/c/20G007H400028WKS3YQZ9BN8YYGT".to_owned(),
        short_code: ShortCode::from_random(7),
        checkpoint: CheckpointNumber(123_456),
        serial: SignSerial(2),
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    }
}

/// Every text picture of the sign.
fn pictures(sign: &SignView, lang: Lang) -> [String; 3] {
    let signs = [sign.clone()];
    [svg(sign, lang).unwrap(), html(&signs, Layout::Page, lang).unwrap(), html(&signs, Layout::FourUp, lang).unwrap()]
}

#[test]
fn every_picture_names_school_post_code_number_and_what_it_does_not_prove() {
    for picture in pictures(&sign("东门 · 3号岗"), Lang::Zh) {
        let short_code = ShortCode::from_random(7).to_string();
        for text in ["东门 · 3号岗", &short_code, "123456-2", "2026年11月23日", "本牌只说明地点,不证明到岗"]
        {
            assert!(picture.contains(text), "{text}");
        }
    }
}

#[test]
fn english_pictures_have_no_chinese_label() {
    for picture in pictures(&sign("East gate"), Lang::En) {
        let labels = picture.split("</style>").last().unwrap();
        let chinese = labels.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        assert_eq!(chinese, None);
    }
}

#[test]
fn a_school_named_like_a_script_stays_a_name() {
    for picture in pictures(&sign("<script>alert('x')</script>"), Lang::Zh) {
        assert!(!picture.contains("<script"));
        assert!(picture.contains("&lt;script&gt;"));
    }
}

#[test]
fn nothing_is_loaded_from_outside() {
    for picture in pictures(&sign("东门"), Lang::Zh) {
        let rest = picture.replace("http://www.w3.org/2000/svg", "");
        for way in ["http://", "https://", "url(", "@import", "src=", "<link", "<script"] {
            assert!(!rest.contains(way), "{way}");
        }
    }
}

#[test]
fn a_print_job_has_one_sheet_for_each_sign_or_four() {
    let signs = vec![sign("东门"); 9];
    let sheets = |layout| html(&signs, layout, Lang::Zh).unwrap().matches("<section class=\"sheet").count();
    assert_eq!((sheets(Layout::Page), sheets(Layout::FourUp)), (9, 3));
    assert!(html(&[], Layout::Page, Lang::Zh).unwrap().contains("<body>\n</body>"));
}

#[test]
fn the_symbol_is_at_least_15_cm_wide_whatever_its_version() {
    for host in ["a.cn", "huxue.example.cn", "a-very-long-name-of-a-server.education.example.gov.cn"] {
        let page = html(&[SignView { link: format!("https://{host}/c/X"), ..sign("东门") }], Layout::Page, Lang::Zh);
        let page = page.unwrap();
        let width = page.split("class=\"qr\" style=\"width:").nth(1).unwrap().split("mm").next().unwrap();
        let modules = page.split("class=\"qr\"").nth(1).unwrap().split("viewBox=\"0 0 ").nth(1).unwrap();
        let modules: f64 = modules.split(' ').next().unwrap().parse().unwrap();
        let symbol = width.parse::<f64>().unwrap() * (modules - 8.0) / modules;
        assert!(symbol >= 150.0, "{host}: {symbol}");
    }
}

#[test]
fn a_sign_without_officer_and_windows_is_whole_too() {
    let bare = SignView { officer: None, windows: Vec::new(), ..sign("东门") };
    let page = html(&[bare], Layout::Page, Lang::Zh).unwrap();
    assert!(!page.contains("class=\"officer\"") && page.contains("class=\"steps\""));
}

#[test]
fn pixels_of_a_module_are_bounded() {
    assert!(ModulePixels::try_from(1).is_ok() && ModulePixels::try_from(40).is_ok());
    assert!(ModulePixels::try_from(0).is_err() && ModulePixels::try_from(41).is_err());
}

#[test]
fn a_link_that_is_too_long_is_an_error() {
    let long = SignView { link: "x".repeat(3_000), ..sign("东门") };
    assert!(matches!(svg(&long, Lang::Zh), Err(SignError::LinkTooLong)));
    assert!(matches!(png(&long, ModulePixels::default()), Err(SignError::LinkTooLong)));
}

proptest! {
    /// Whatever people write, it never opens a tag: the pictures have as many as with a plain text.
    #[test]
    fn no_text_opens_a_tag(text: String) {
        for (plain, given) in pictures(&sign("x"), Lang::Zh).iter().zip(pictures(&sign(&text), Lang::Zh)) {
            prop_assert_eq!(plain.matches('<').count(), given.matches('<').count());
        }
    }
}
