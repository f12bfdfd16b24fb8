//! The rounds document, `huxue.rounds/1`: what a patrol document comes to.

use serde::Serialize;

use super::count::{Count, count};
use super::document::{DocumentScan, Indexed, PatrolDocument};
use super::walk::{How, PointState, Round, rounds};
use crate::domain::coverage::rfc3339;

/// The rounds of a route on a day, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundsDocument {
    /// Always [`RoundsDocument::FORMAT`].
    pub format: &'static str,
    /// Against the plan.
    pub sum: RoundsSum,
    /// By their beginning, then by person.
    pub rounds: Vec<DocumentRound>,
}

/// What the rounds of a day come to (`docs/patrols.md`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RoundsSum {
    /// Asked for.
    pub planned: u32,
    /// Complete in time.
    pub done: u32,
    /// Complete after their window.
    pub late: u32,
    /// Complete at the same time as one that counts.
    pub overlapping: u32,
    /// Complete outside every window.
    pub outside: u32,
    /// Ended without being complete.
    pub partial: u32,
    /// Under way.
    pub open: u32,
    /// Asked for and not walked, once there is no time left.
    pub missed: u32,
}

/// One walk of the route. Times are written in the station's timezone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentRound {
    /// Who walked.
    pub person_id: String,
    /// Its first pass.
    pub opened_at: String,
    /// Its end; null while it is under way.
    pub ended_at: Option<String>,
    /// How it ended.
    pub how: Option<How>,
    /// Whether it counts towards the plan.
    pub counts: bool,
    /// The points, in the order of the route.
    pub points: Vec<DocumentPointWalked>,
    /// Passes of points that were done already.
    pub duplicated: u32,
    /// The check-ins that belong to it.
    pub check_in_ids: Vec<String>,
}

/// A point in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct DocumentPointWalked {
    /// Which.
    #[schema(example = "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004")]
    pub checkpoint_id: String,
    /// What became of it.
    pub state: PointState,
    /// The first scan that counts.
    pub at: Option<String>,
    /// The last one.
    pub until: Option<String>,
    /// Done before an earlier point of an ordered route.
    pub out_of_order: bool,
}

impl RoundsDocument {
    /// The format that this code writes.
    pub const FORMAT: &'static str = "huxue.rounds/1";

    /// Computes the rounds of a patrol document.
    #[must_use]
    pub fn of(day: &PatrolDocument) -> Self {
        let indexed = day.indexed();
        let Indexed { route, plan, scans, ends, now, .. } = &indexed;
        let mut people: Vec<u32> = scans.iter().map(|scan| scan.person).collect();
        people.sort_unstable();
        people.dedup();
        let mut found: Vec<Round> =
            people.into_iter().flat_map(|person| rounds(route, person, scans, ends, *now)).collect();
        found.sort_by_key(|round| (round.opened_at, round.person));
        let sum = count(plan, &found, *now);
        let written = found.iter().enumerate().map(|(place, round)| written(day, &indexed, &sum, place, round));
        Self { format: Self::FORMAT, rounds: written.collect(), sum: RoundsSum::of(&sum) }
    }
}

impl RoundsSum {
    /// Adds those of another day or route.
    pub const fn add(&mut self, other: &Self) {
        self.planned = self.planned.saturating_add(other.planned);
        self.done = self.done.saturating_add(other.done);
        self.late = self.late.saturating_add(other.late);
        self.overlapping = self.overlapping.saturating_add(other.overlapping);
        self.outside = self.outside.saturating_add(other.outside);
        self.partial = self.partial.saturating_add(other.partial);
        self.open = self.open.saturating_add(other.open);
        self.missed = self.missed.saturating_add(other.missed);
    }

    const fn of(count: &Count) -> Self {
        let Count { planned, done, late, overlapping, outside, partial, open, missed, .. } = *count;
        Self { planned, done, late, overlapping, outside, partial, open, missed }
    }
}

fn written(day: &PatrolDocument, indexed: &Indexed<'_>, sum: &Count, place: usize, round: &Round) -> DocumentRound {
    let time = |second| rfc3339(second, day.station.timezone);
    let points = day.route.points.iter().zip(&round.points).map(|(point, walked)| DocumentPointWalked {
        checkpoint_id: point.checkpoint_id.clone(),
        state: walked.state,
        at: walked.at.map(time),
        until: walked.until.map(time),
        out_of_order: walked.out_of_order,
    });
    let id = |place: &usize| day.check_ins.get(*place).map(|scan: &DocumentScan| scan.id.clone());
    DocumentRound {
        person_id: indexed.people.id(round.person).unwrap_or_default().to_owned(),
        opened_at: time(round.opened_at),
        ended_at: round.ended.map(|(end, _)| time(end)),
        how: round.ended.map(|(_, how)| how),
        counts: sum.counted.contains(&place),
        points: points.collect(),
        duplicated: round.duplicated,
        check_in_ids: round.scans.iter().filter_map(id).collect(),
    }
}
