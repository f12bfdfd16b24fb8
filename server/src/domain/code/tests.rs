//! Sign and screen codes together: both go through the same door.

use std::num::NonZeroU32;

use chrono::{DateTime, TimeZone, Utc};
use proptest::prelude::*;

use super::key::{KeyId, SecretKey};
use super::key_set::{CodeKey, KeySet, KeyState};
use super::screen_code::{ScreenClock, ScreenCode, StepTiming};
use super::sign_code::SignCode;
use super::*;

fn key(id: u8, state: KeyState) -> CodeKey {
    CodeKey { id: KeyId(id), secret: SecretKey::new([id; 32]), state }
}

fn keys() -> KeySet {
    KeySet::new([key(1, KeyState::Verifying), key(2, KeyState::Signing), key(3, KeyState::Retired)]).unwrap()
}

fn sign(key: u8) -> SignCode {
    SignCode { checkpoint: CheckpointNumber(123_456), serial: SignSerial(2), key: KeyId(key) }
}

fn screen(step: u32) -> ScreenCode {
    ScreenCode { checkpoint: CheckpointNumber(123_456), screen: ScreenNumber(1), step, key: KeyId(2) }
}

fn read(text: &str, keys: &KeySet) -> Result<Code, CodeError> {
    Unverified::parse(text)?.verify(keys)
}

#[test]
fn lengths_and_the_layout_are_fixed() {
    let text = sign(2).encode(&keys()).unwrap();
    assert_eq!((text.len(), screen(7).encode(&keys()).unwrap().len()), (28, 35));
    // Printed signs outlive releases: this text may never change.
    assert_eq!(text, "20G007H400028WKS3YQZ9BN8YYGT");
}

#[test]
fn reads_a_link_a_path_and_other_spellings() {
    let text = sign(2).encode(&keys()).unwrap();
    let spelled = text.to_lowercase().replace('0', "o").replace('1', "l");
    for given in [&text, &format!("https://huxue.example.cn/c/{text}"), &format!(" /C/{spelled}/?x=1 ")] {
        assert_eq!(read(given, &keys()), Ok(Code::Sign(sign(2))), "{given}");
    }
}

#[test]
fn a_rotation_keeps_old_signs_and_a_retired_key_refuses_them() {
    let before = KeySet::new([key(1, KeyState::Signing)]).unwrap();
    let old = sign(1).encode(&before).unwrap();
    assert_eq!(read(&old, &keys()), Ok(Code::Sign(sign(1))));
    assert_eq!(sign(1).encode(&keys()), Ok(old.clone()), "a reprint is the same picture");
    let withdrawn = KeySet::new([key(1, KeyState::Retired), key(2, KeyState::Signing)]).unwrap();
    assert_eq!(read(&old, &withdrawn), Err(CodeError::RetiredKey));
    assert_eq!(sign(1).encode(&withdrawn), Err(CodeError::RetiredKey));
    let elsewhere = KeySet::new([key(2, KeyState::Signing)]).unwrap();
    assert_eq!(read(&old, &elsewhere), Err(CodeError::UnknownKey));
}

#[test]
fn refuses_texts_that_are_no_codes() {
    let text = sign(2).encode(&keys()).unwrap();
    let foreign = text.replacen('0', "u", 1);
    for given in ["", "护学岗护学岗护学岗护学", "https://example.cn/", &text[1..], &format!("{text}0"), &foreign]
    {
        assert_eq!(Unverified::parse(given).map(|_| ()), Err(CodeError::NotACode), "{given}");
    }
    for given in ["0".repeat(28), "Z".repeat(28), "0".repeat(35), "Z".repeat(35)] {
        assert_eq!(Unverified::parse(&given).map(|_| ()), Err(CodeError::UnknownVersion), "{given}");
    }
}

#[test]
fn a_sign_is_never_a_screen() {
    let code = read(&screen(7).encode(&keys()).unwrap(), &keys()).unwrap();
    assert_eq!(code, Code::Screen(screen(7)));
    assert_eq!(code.checkpoint(), CheckpointNumber(123_456));
}

fn at(second: i64) -> DateTime<Utc> {
    Utc.timestamp_opt(second, 999_999_000).unwrap()
}

#[test]
fn a_screen_code_holds_for_its_step_and_the_next() {
    let clock = ScreenClock::default();
    let code = screen(100);
    for (second, timing) in [
        (1_999, StepTiming::Early { steps: 1 }),
        (2_000, StepTiming::InStep),
        (2_019, StepTiming::InStep),
        (2_039, StepTiming::InStep),
        (2_040, StepTiming::Stale { steps: 2 }),
        (5_999, StepTiming::Stale { steps: 199 }),
        (-1, StepTiming::Early { steps: 100 }),
    ] {
        assert_eq!(clock.timing(&code, at(second)), timing, "{second}");
    }
}

#[test]
fn a_screen_knows_when_to_change() {
    let clock = ScreenClock::new(NonZeroU32::new(30).unwrap());
    assert_eq!([59, 60, 61, 89].map(|s| clock.seconds_left(at(s))), [1, 30, 29, 1]);
    assert_eq!([59, 60, 89, 90].map(|s| clock.step_at(at(s))), [1, 2, 2, 3]);
}

#[test]
fn every_error_says_what_to_do_in_both_languages() {
    let codes: std::collections::BTreeSet<_> = CodeError::ALL.iter().map(|error| error.code()).collect();
    assert_eq!(codes.len(), CodeError::ALL.len());
    for error in CodeError::ALL {
        let sentence = error.sentence();
        assert!(sentence.zh.ends_with('。') && sentence.en.ends_with('.'), "{error:?}");
    }
}

proptest! {
    #[test]
    fn signs_read_back(checkpoint: u32, serial: u16) {
        let code = SignCode { checkpoint: CheckpointNumber(checkpoint), serial: SignSerial(serial), key: KeyId(2) };
        prop_assert_eq!(read(&code.encode(&keys()).unwrap(), &keys()), Ok(Code::Sign(code)));
    }

    #[test]
    fn screens_read_back(checkpoint: u32, screen: u16, step: u32) {
        let code = ScreenCode {
            checkpoint: CheckpointNumber(checkpoint),
            screen: ScreenNumber(screen),
            step,
            key: KeyId(2),
        };
        prop_assert_eq!(read(&code.encode(&keys()).unwrap(), &keys()), Ok(Code::Screen(code)));
    }

    /// Whatever one character is changed to, it is another spelling of the same code or it is refused.
    #[test]
    fn no_character_can_be_changed(step: u32, place in 0..35_usize, c in "[0-9A-Za-z]") {
        let text = screen(step).encode(&keys()).unwrap();
        let mut changed = text.clone();
        changed.replace_range(place..=place, &c);
        let same = base32::read(&changed[..19]) == base32::read(&text[..19])
            && base32::read(&changed[19..]) == base32::read(&text[19..]);
        prop_assert_eq!(read(&changed, &keys()).is_ok(), same);
    }

    #[test]
    fn any_text_is_read_without_panic(text: String) {
        prop_assert!(read(&text, &keys()).is_err());
    }
}
