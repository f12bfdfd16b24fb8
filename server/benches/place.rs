//! How long the fence class of a fix takes, and finding the nearest of two million checkpoints: about four for every
//! school and kindergarten of the country.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use huxue::domain::id::{CheckpointId, OrganizationId};
use huxue::domain::place::{Area, Fix, PlaceIndex, Placed, Position, classify};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

const CHECKPOINTS: u128 = 2_000_000;
const TOWNS: usize = 3_000;

fn at(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat).unwrap()
}

fn fix(lon: f64, lat: f64) -> Fix {
    Fix::new(at(lon, lat), 25.0, 1_000, false).unwrap()
}

/// A ring of so many vertices, 100 to 150 m from a centre.
fn star(lon: f64, lat: f64, vertices: u32) -> Area {
    let vertex = |step: u32| {
        let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / f64::from(vertices)).sin_cos();
        let out = if step.is_multiple_of(2) { 0.001 } else { 0.0015 };
        at(lon + out * cos, lat + out * sin)
    };
    Area::polygon(&(0..vertices).map(vertex).collect::<Vec<_>>(), &[]).unwrap()
}

/// A road of so many vertices that winds north from a point.
fn road(lon: f64, lat: f64, vertices: u32) -> Area {
    let vertex = |step: u32| at(lon + f64::from(step % 2) * 0.0002, lat + f64::from(step) * 0.0005);
    Area::corridor(&(0..vertices).map(vertex).collect::<Vec<_>>(), 15.0).unwrap()
}

fn fence_class(c: &mut Criterion) {
    let mut group = c.benchmark_group("fence_class");
    let outside = fix(116.4017, 39.9);
    for (name, area) in [
        ("circle", Area::circle(at(116.4, 39.9), 100.0).unwrap()),
        ("polygon_12", star(116.4, 39.9, 12)),
        ("polygon_500", star(116.4, 39.9, 500)),
        ("corridor_8", road(116.4, 39.898, 8)),
    ] {
        group.bench_function(name, |b| b.iter(|| classify(Some(black_box(&outside)), black_box(&area))));
    }
    group.finish();
}

/// Checkpoints in towns of some kilometres: most circles, some polygons and roads.
fn country(random: &mut StdRng) -> Vec<Placed> {
    let towns: Vec<_> =
        (0..TOWNS).map(|_| (random.random_range(80.0..130.0), random.random_range(20.0..50.0))).collect();
    let place = |number: u128| {
        let (lon, lat) = towns.get(random.random_range(0..TOWNS)).copied().unwrap();
        let (lon, lat) = (lon + random.random_range(-0.1..0.1), lat + random.random_range(-0.1..0.1));
        let area = match number % 20 {
            0 => star(lon, lat, 12),
            1 => road(lon, lat, 8),
            _ => Area::circle(at(lon, lat), 80.0).unwrap(),
        };
        let school = OrganizationId(Uuid::from_u128(number / 4));
        Placed { checkpoint: CheckpointId(Uuid::from_u128(number)), school, area, accepts_fence_only: true }
    };
    (0..CHECKPOINTS).map(place).collect()
}

fn nearest(c: &mut Criterion) {
    let mut random = StdRng::seed_from_u64(20_260_901);
    let checkpoints = country(&mut random);
    let fixes: Vec<_> = checkpoints.iter().step_by(1_999).map(|placed| placed.area.centroid()).collect();
    let index = PlaceIndex::load(checkpoints);
    let mut next = fixes.iter().cycle();
    c.bench_function("nearest_of_2_million", |b| {
        b.iter(|| {
            let here = next.next().unwrap();
            let fix = fix(here.lon() + 0.0004, here.lat());
            index.nearest(black_box(&fix), |_| true, |_| false)
        });
    });
}

criterion_group!(place, fence_class, nearest);
criterion_main!(place);
