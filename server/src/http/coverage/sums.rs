//! Sums over duties and the rates made from them, as JSON. `docs/figures.md` defines every denominator.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::coverage::{DutyTotals, Rate, SecondsByGrade};

/// Seconds that filled slots, by the grade of the evidence.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(super) struct GradesBody {
    confirmed: i64,
    likely: i64,
    claimed: i64,
}

impl From<SecondsByGrade> for GradesBody {
    fn from(seconds: SecondsByGrade) -> Self {
        Self { confirmed: seconds.confirmed, likely: seconds.likely, claimed: seconds.claimed }
    }
}

impl From<(i64, i64, i64)> for GradesBody {
    fn from((confirmed, likely, claimed): (i64, i64, i64)) -> Self {
        Self { confirmed, likely, claimed }
    }
}

/// Sums over posts. A post is one duty on one date. Minutes are rounded down; rates are in percent, rounded down to two
/// digits, and null where their denominator is 0.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PostsBody {
    /// Posts that count: covered, short or empty.
    posts_required: i64,
    /// Posts without a gap.
    posts_covered: i64,
    /// Posts with a gap, though somebody came.
    posts_short: i64,
    /// Posts that nobody filled.
    posts_empty: i64,
    /// Posts with a recorded reason; in no denominator.
    posts_excused: i64,
    /// Posts on a day that the calendar does not know; in no denominator.
    posts_unknown: i64,
    required_minutes: i64,
    /// Minutes with all slots filled.
    covered_minutes: i64,
    required_seconds: i64,
    covered_seconds: i64,
    /// Slots × seconds.
    required_slot_seconds: i64,
    /// Those of them filled.
    slot_seconds: i64,
    seconds_by_grade: GradesBody,
    /// 到岗率: `posts_covered` of `posts_required`.
    #[schema(example = 98.75)]
    posts_rate: Option<f64>,
    /// `covered_seconds` of `required_seconds`.
    time_rate: Option<f64>,
    /// `slot_seconds` of `required_slot_seconds`.
    slot_rate: Option<f64>,
}

impl From<&DutyTotals> for PostsBody {
    fn from(totals: &DutyTotals) -> Self {
        Self {
            posts_required: totals.posts_required,
            posts_covered: totals.posts_covered,
            posts_short: totals.posts_short,
            posts_empty: totals.posts_empty,
            posts_excused: totals.posts_excused,
            posts_unknown: totals.posts_unknown,
            required_minutes: totals.required_seconds / 60,
            covered_minutes: totals.covered_seconds / 60,
            required_seconds: totals.required_seconds,
            covered_seconds: totals.covered_seconds,
            required_slot_seconds: totals.required_slot_seconds,
            slot_seconds: totals.slot_seconds,
            seconds_by_grade: totals.seconds_by_grade.into(),
            posts_rate: percent(totals.posts_rate()),
            time_rate: percent(totals.time_rate()),
            slot_rate: percent(totals.slot_rate()),
        }
    }
}

/// A rate in percent, rounded down to two digits.
pub(super) fn percent(rate: Rate) -> Option<f64> {
    let basis_points = i32::try_from(rate.basis_points()?).ok()?;
    Some(f64::from(basis_points) / 100.0)
}

/// Slots filled by the time when people are to be on post.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PunctualityBody {
    /// Slots of the posts required.
    slots: i64,
    /// Those filled at start − lead.
    on_time: i64,
    /// `on_time` of `slots`, percent.
    rate: Option<f64>,
}

impl PunctualityBody {
    pub(super) fn new(slots: i64, on_time: i64) -> Self {
        Self { slots, on_time, rate: percent(Rate { part: on_time, whole: slots }) }
    }
}
