//! How long the pure part of a check-in takes: its time, its grade, its content hash, the next step.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use huxue::domain::check_in::clock::{ClockReadings, derive_time};
use huxue::domain::check_in::content::{Content, SubmittedPosition};
use huxue::domain::check_in::flags::Flag;
use huxue::domain::check_in::grading::{Facts, Proof, grade};
use huxue::domain::check_in::next_step::{NextStepContext, next_step};
use huxue::domain::words::{CheckInKind, ClockQuality, Datum, FenceClass};

fn readings() -> ClockReadings {
    let received_at: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
    let (created_at, sent_at) = (received_at - TimeDelta::minutes(5), received_at);
    ClockReadings { created_at, sent_at, elapsed_ms: Some(299_800), received_at }
}

fn facts(observed: Vec<Flag>) -> Facts {
    let (proof, fence) = (Proof::Sign, FenceClass::Inside);
    Facts { proof, fence, missing: None, accuracy_m: Some(12.0), clock: ClockQuality::Good, observed, refusal: None }
}

fn content() -> Content<'static> {
    let (lon, lat, accuracy_m, age_ms) = (116.404, 39.915, 12.5, 800);
    Content {
        id: "0190d5b2-0000-7000-8000-000000000001".parse().unwrap(),
        kind: CheckInKind::Arrive,
        code: Some("ABCDEFGHJKMNPQRSTVWXYZ2345678923"),
        short_code: None,
        created_at: readings().created_at,
        position: Some(SubmittedPosition { lon, lat, accuracy_m, datum: Datum::Wgs84, age_ms, mocked: false }),
        device_id: "0190d5b2-0000-7000-8000-00000000000d",
    }
}

fn check_in(c: &mut Criterion) {
    let mut group = c.benchmark_group("check_in");
    let (readings, content, context) = (readings(), content(), NextStepContext::default());
    group.bench_function("derive_time", |b| b.iter(|| derive_time(black_box(&readings))));
    for (name, facts) in [
        ("grade, nothing observed", facts(vec![])),
        ("grade, three flags", facts(vec![Flag::MockLocation, Flag::SharedDevice, Flag::OffShift])),
    ] {
        group.bench_function(name, |b| b.iter(|| grade(black_box(&facts))));
    }
    let verdict = grade(&facts(vec![]));
    group.bench_function("next_step", |b| b.iter(|| next_step(black_box(&verdict), CheckInKind::Arrive, &context)));
    group.bench_function("content hash", |b| b.iter(|| black_box(&content).hash()));
    group.finish();
}

criterion_group!(benches, check_in);
criterion_main!(benches);
