//! The board as JSON.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::board::{Candidate, GapNow, OnPost, Phase, PostNow, PostState, Whence};
use crate::domain::coverage::{LaneStretch, Second, rfc3339};
use crate::domain::id::{DutyId, PersonId, ShiftId, WindowId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::{Grade, Role, ShiftState, WindowKind};
use crate::http::coverage::{CheckpointBody, SchoolBody, SchoolDayBody};
use crate::service::board::BoardFacts;

/// What every post looks like now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardBody {
    /// The moment that is shown.
    now: Moment,
    #[serde(flatten)]
    pub(super) state: BoardStateBody,
}

/// The board without the moment: while this stays the same, nothing has changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardStateBody {
    school: SchoolBody,
    date: NaiveDate,
    school_day: SchoolDayBody,
    phase: Phase,
    posts: Vec<PostBody>,
}

/// A post now.
#[derive(Debug, Serialize, ToSchema)]
struct PostBody {
    duty_id: DutyId,
    checkpoint: CheckpointBody,
    window: WindowNowBody,
    /// The roles that may fill a slot.
    roles: Vec<Role>,
    state: PostState,
    /// Slots asked for.
    count: u32,
    /// Slots filled at this second; before the window, those that would be.
    filled: u32,
    missing: u32,
    /// Since when slots have been unfilled without a break.
    short_since: Option<String>,
    /// Why the post may stay empty.
    excused: Option<String>,
    on_post: Vec<OnPostBody>,
    /// Who is planned, and who of them has come.
    shifts: Vec<ShiftBody>,
    /// Who could fill a slot that is unfilled now.
    could_go: Vec<CandidateBody>,
    /// For each slot, the stretches in which it is filled, from start − lead on, by the assignment of the coverage. An end may
    /// lie ahead: what was proven holds until then.
    lanes: Vec<Vec<LaneBody>>,
    /// The stretches up to now with an unfilled slot.
    gaps: Vec<GapNowBody>,
    /// Minutes of the window that have passed.
    required_minutes_so_far: i64,
    /// Those of them with all slots filled.
    covered_minutes_so_far: i64,
}

/// The window of a post.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WindowNowBody {
    id: WindowId,
    name: Option<String>,
    kind: Option<WindowKind>,
    /// When people are to be on post.
    on_post_by: Option<String>,
    starts_at: Option<String>,
    ends_at: Option<String>,
}

/// A stretch in which a slot is filled.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BoardLaneBody)]
struct LaneBody {
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    from: String,
    #[schema(example = "2026-11-23T08:00:00+08:00")]
    to: String,
    grade: Grade,
}

/// A stretch with unfilled slots.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BoardGapBody)]
struct GapNowBody {
    #[schema(example = "2026-11-23T07:20:00+08:00")]
    from: String,
    /// Null while it is open.
    #[schema(example = "2026-11-23T07:25:00+08:00")]
    to: Option<String>,
    /// Unfilled slots.
    #[schema(example = 1)]
    missing: u32,
}

/// Somebody at a post.
#[derive(Debug, Serialize, ToSchema)]
struct OnPostBody {
    /// Only for those who may read the evidence, as the name.
    person_id: Option<PersonId>,
    name: Option<String>,
    role: Role,
    grade: Grade,
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    since: String,
    /// Until when what they proved holds, unless they check in again.
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    until: String,
    /// Whether they can fill a slot here: the role is listed and the grade suffices.
    counts: bool,
}

/// Somebody who is planned.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BoardShiftBody)]
struct ShiftBody {
    shift_id: ShiftId,
    person_id: Option<PersonId>,
    name: Option<String>,
    role: Role,
    state: ShiftState,
    came: bool,
}

/// Somebody who could go.
#[derive(Debug, Serialize, ToSchema)]
struct CandidateBody {
    person_id: Option<PersonId>,
    name: Option<String>,
    role: Role,
    whence: Whence,
    /// Where they are now, if at a post.
    checkpoint: Option<CheckpointBody>,
}

impl BoardBody {
    pub(super) fn of(facts: &BoardFacts, now: Moment, lang: Lang) -> Self {
        let board = facts.at(now);
        let (day, school) = (&facts.facts.day, &facts.school);
        let decision = &day.plan.decision;
        let lanes = facts.lanes();
        let state = BoardStateBody {
            school: SchoolBody { id: school.id, name: school.name.clone(), timezone: school.timezone.clone() },
            date: day.date,
            school_day: SchoolDayBody::of(decision.kind, &decision.reason.zh, &decision.reason.en, lang),
            phase: board.phase,
            posts: board.posts.iter().filter_map(|post| Writer(facts).post(post, &lanes)).collect(),
        };
        Self { now, state }
    }
}

impl WindowNowBody {
    pub(in crate::http) fn of(facts: &BoardFacts, id: WindowId) -> Self {
        let day = &facts.facts.day;
        let time = |time: DateTime<FixedOffset>| rfc3339(time.timestamp(), day.zone);
        let window = day.window(id);
        Self {
            id,
            name: facts.windows.get(&id).cloned(),
            kind: window.map(|window| window.kind),
            on_post_by: window.map(|window| time(window.on_post_by())),
            starts_at: window.map(|window| time(window.starts_at)),
            ends_at: window.map(|window| time(window.ends_at)),
        }
    }
}

/// Writes parts of the board with their names.
struct Writer<'a>(&'a BoardFacts);

impl Writer<'_> {
    fn post(&self, post: &PostNow, lanes: &[Vec<Vec<LaneStretch>>]) -> Option<PostBody> {
        let duty = self.0.facts.day.duties.get(post.duty)?;
        Some(PostBody {
            duty_id: duty.id,
            checkpoint: self.checkpoint(duty.checkpoint_id),
            window: WindowNowBody::of(self.0, duty.window_id),
            roles: duty.roles.iter().collect(),
            state: post.state,
            count: duty.count,
            filled: post.filled,
            missing: post.missing,
            short_since: post.short_since.map(|since| self.time(since)),
            excused: duty.excused.as_ref().map(|excuse| excuse.reason.clone()),
            on_post: post.on_post.iter().map(|one| self.on_post(one)).collect(),
            shifts: self.shifts(duty.id, post),
            could_go: post.could_go.iter().map(|one| self.candidate(one)).collect(),
            lanes: lanes.get(post.duty)?.iter().map(|lane| self.lane(lane)).collect(),
            gaps: post.gaps.iter().map(|gap| self.gap(gap)).collect(),
            required_minutes_so_far: post.so_far.required_seconds / 60,
            covered_minutes_so_far: post.so_far.covered_seconds / 60,
        })
    }

    /// Stretches of one grade, whoever stands there.
    fn lane(&self, lane: &[LaneStretch]) -> Vec<LaneBody> {
        let alike = |a: &LaneStretch, b: &LaneStretch| a.to == b.from && a.grade == b.grade;
        let body = |same: &[LaneStretch]| {
            let (first, last) = (same.first()?, same.last()?);
            Some(LaneBody { from: self.time(first.from), to: self.time(last.to), grade: first.grade })
        };
        lane.chunk_by(alike).filter_map(body).collect()
    }

    fn gap(&self, gap: &GapNow) -> GapNowBody {
        GapNowBody { from: self.time(gap.from), to: gap.to.map(|to| self.time(to)), missing: gap.missing }
    }

    fn time(&self, second: Second) -> String {
        rfc3339(second, self.0.facts.day.zone)
    }

    fn checkpoint(&self, id: crate::domain::id::CheckpointId) -> CheckpointBody {
        CheckpointBody { id, name: self.0.checkpoints.get(&id).cloned() }
    }

    /// A person and their name, if names were read: for those who may not see them, neither is there.
    fn person(&self, id: Option<PersonId>) -> (Option<PersonId>, Option<String>) {
        let name = id.and_then(|id| self.0.people.get(&id).cloned());
        (id.filter(|_| name.is_some()), name)
    }

    fn on_post(&self, one: &OnPost) -> OnPostBody {
        let (person_id, name) = self.person(self.0.person(one.person));
        let (since, until) = (self.time(one.since), self.time(one.until));
        OnPostBody { person_id, name, role: one.role, grade: one.grade, since, until, counts: one.counts }
    }

    fn shifts(&self, duty: DutyId, post: &PostNow) -> Vec<ShiftBody> {
        let of_duty = self.0.shifts.iter().enumerate().filter(|(_, shift)| shift.duty_id == duty);
        let body = |(place, shift): (usize, &crate::service::board::ShiftRow)| {
            let (person_id, name) = self.person(Some(shift.person_id));
            let came = !post.not_come.contains(&place);
            ShiftBody { shift_id: shift.id, person_id, name, role: shift.role, state: shift.state, came }
        };
        of_duty.map(body).collect()
    }

    fn candidate(&self, one: &Candidate) -> CandidateBody {
        let (person_id, name) = self.person(self.0.person(one.person));
        let checkpoint = one.checkpoint.and_then(|index| self.0.checkpoint(index)).map(|id| self.checkpoint(id));
        CandidateBody { person_id, name, role: one.role, whence: one.whence, checkpoint }
    }
}
