//! How long it takes to read a scanned code and check its signature.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use huxue::domain::code::key::{KeyId, SecretKey};
use huxue::domain::code::key_set::{CodeKey, KeySet, KeyState};
use huxue::domain::code::link::code_link;
use huxue::domain::code::screen_code::ScreenCode;
use huxue::domain::code::short_code::ShortCode;
use huxue::domain::code::sign_code::SignCode;
use huxue::domain::code::{CheckpointNumber, ScreenNumber, SignSerial, Unverified};

fn keys() -> KeySet {
    let key = |id, state| CodeKey { id: KeyId(id), secret: SecretKey::new([id; 32]), state };
    KeySet::new([key(1, KeyState::Verifying), key(2, KeyState::Signing)]).unwrap()
}

fn codes(criterion: &mut Criterion) {
    let (keys, checkpoint) = (keys(), CheckpointNumber(1_234_567));
    let sign = SignCode { checkpoint, serial: SignSerial(2), key: KeyId(1) };
    let screen = ScreenCode { checkpoint, screen: ScreenNumber(1), step: 89_000_000, key: KeyId(2) };
    let sign_link = code_link("https://huxue.example.cn", &sign.encode(&keys).unwrap(), false);
    let screen_link = code_link("https://huxue.example.cn", &screen.encode(&keys).unwrap(), false);
    let typed = ShortCode::from_random(12_345_678_901).to_string();

    let mut forged = sign_link.clone();
    let last = if forged.ends_with('0') { "1" } else { "0" };
    forged.replace_range(forged.len() - 1.., last);

    let verify = |link: &str| Unverified::parse(black_box(link)).and_then(|code| code.verify(&keys));
    criterion.bench_function("code/verify a sign's link", |bencher| bencher.iter(|| verify(&sign_link).unwrap()));
    criterion.bench_function("code/verify a screen's link", |bencher| bencher.iter(|| verify(&screen_link).unwrap()));
    criterion.bench_function("code/refuse a forged link", |bencher| bencher.iter(|| verify(&forged).unwrap_err()));
    criterion.bench_function("code/sign a screen's code", |bencher| bencher.iter(|| screen.encode(&keys).unwrap()));
    criterion.bench_function("code/read a short code", |bencher| {
        bencher.iter(|| ShortCode::parse(black_box(&typed)).unwrap());
    });
}

criterion_group!(benches, codes);
criterion_main!(benches);
