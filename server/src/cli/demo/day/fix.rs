//! Where a phone says it is: mostly near the post, sometimes not.

use rand::RngExt as _;
use rand::rngs::StdRng;

use crate::cli::demo::world::{Post, moved};
use crate::domain::place::Position;
use crate::domain::words::Datum;

/// A fix in WGS-84, and how the phone tells it.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli::demo) struct GivenFix {
    pub(in crate::cli::demo) position: Position,
    pub(in crate::cli::demo) accuracy_m: f64,
    pub(in crate::cli::demo) age_ms: i64,
    pub(in crate::cli::demo) mocked: bool,
    /// The datum that the phone sends it in.
    pub(in crate::cli::demo) datum: Datum,
}

/// How well a phone knows where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// At the post.
    Good,
    /// A few dozen metres off the post's area, and it knows that it may be wrong.
    Vague,
    /// Too coarse to say anything.
    Coarse,
    /// Location is refused or off.
    None,
    /// Kilometres away.
    Far,
    /// At the post, and the phone says that the location may be made up.
    Mocked,
}

/// Draws a fix.
pub(super) fn draw(post: &Post, signal: Signal, random: &mut StdRng) -> Option<GivenFix> {
    let (distance_m, accuracy_m) = match signal {
        Signal::None => return None,
        Signal::Good | Signal::Mocked => (random.random_range(0.0..35.0), random.random_range(5.0..35.0)),
        Signal::Vague => (random.random_range(115.0..150.0), random.random_range(70.0..140.0)),
        Signal::Coarse => (random.random_range(0.0..400.0), random.random_range(300.0..900.0)),
        Signal::Far => (random.random_range(1_500.0..4_000.0), random.random_range(8.0..40.0)),
    };
    let bearing = random.random_range(0.0..std::f64::consts::TAU);
    let (east, north) = (distance_m * bearing.sin(), distance_m * bearing.cos());
    let position = moved((post.centre.lon(), post.centre.lat()), east, north).ok()?;
    Some(GivenFix {
        position: rounded(position),
        accuracy_m: (accuracy_m * 10.0_f64).round() / 10.0,
        age_ms: random.random_range(200..8_000),
        mocked: signal == Signal::Mocked,
        datum: if random.random_bool(0.2) { Datum::Gcj02 } else { Datum::Wgs84 },
    })
}

/// Phones give seven decimals: a centimetre.
fn rounded(position: Position) -> Position {
    let cut = |degrees: f64| (degrees * 1e7).round() / 1e7;
    Position::new(cut(position.lon()), cut(position.lat())).unwrap_or(position)
}
