//! Shifts as JSON.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::plan::PlannedWindow;
use crate::domain::id::{DutyId, OrganizationId, PersonId, ShiftId, WindowId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::{Role, ShiftState, WindowKind};
use crate::http::coverage::{CheckpointBody, SchoolBody, SchoolDayBody};
use crate::problem::{Problem, Result};
use crate::service::school_day::PlannedDuty;
use crate::service::shift_views::ShiftShown;
use crate::service::shifts::NewShift;

/// A shift: one person, one duty, one date.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ShiftBody {
    id: ShiftId,
    school_id: OrganizationId,
    duty_id: DutyId,
    date: NaiveDate,
    person_id: PersonId,
    #[schema(example = "王芳")]
    person_name: String,
    /// In what capacity.
    role: Role,
    state: ShiftState,
    /// Whose place the person takes, for a declared stand-in.
    stand_in_for: Option<PersonId>,
    created_at: Moment,
    /// When the person answered.
    answered_at: Option<Moment>,
    school: SchoolBody,
    /// What the calendar says of that day.
    day: SchoolDayBody,
    /// The post; null if that duty is not asked for on that day.
    checkpoint: Option<CheckpointBody>,
    /// The window at its times on that day, one-off changes included.
    window: Option<ShiftWindowBody>,
    duty: Option<ShiftDutyBody>,
}

/// The window of a shift.
#[derive(Debug, Serialize, ToSchema)]
struct ShiftWindowBody {
    id: WindowId,
    name: Option<String>,
    kind: WindowKind,
    /// When the person is to be on post.
    on_post_by: DateTime<FixedOffset>,
    starts_at: DateTime<FixedOffset>,
    ends_at: DateTime<FixedOffset>,
    /// Why its times are not the usual ones.
    moved: Option<String>,
}

/// What the duty of a shift asks for.
#[derive(Debug, Serialize, ToSchema)]
struct ShiftDutyBody {
    roles: Vec<Role>,
    #[schema(example = 2)]
    count: u32,
    /// Why the post may stay empty on that day.
    excused: Option<String>,
}

impl ShiftBody {
    pub(in crate::http) fn of(shown: ShiftShown, lang: Lang) -> Self {
        let ShiftShown { row, school, decision, duty, window, .. } = shown;
        let reason = &decision.reason;
        Self {
            id: row.id,
            school_id: row.school_id,
            duty_id: row.duty_id,
            date: row.date,
            person_id: row.person_id,
            person_name: shown.person_name,
            role: row.role,
            state: row.state,
            stand_in_for: row.stand_in_for,
            created_at: row.created_at,
            answered_at: row.answered_at,
            school: SchoolBody { id: school.id, name: school.name, timezone: school.timezone },
            day: SchoolDayBody::of(decision.kind, &reason.zh, &reason.en, lang),
            checkpoint: duty.as_ref().map(|duty| CheckpointBody { id: duty.checkpoint_id, name: shown.checkpoint }),
            window: window.map(|window| ShiftWindowBody::of(window, shown.window_name)),
            duty: duty.map(ShiftDutyBody::from),
        }
    }
}

impl ShiftWindowBody {
    fn of(window: PlannedWindow, name: Option<String>) -> Self {
        let on_post_by = window.on_post_by();
        let PlannedWindow { id, kind, starts_at, ends_at, moved, .. } = window;
        Self { id, name, kind, on_post_by, starts_at, ends_at, moved }
    }
}

impl From<PlannedDuty> for ShiftDutyBody {
    fn from(duty: PlannedDuty) -> Self {
        let excused = duty.excused.map(|excuse| excuse.reason);
        Self { roles: duty.roles.iter().collect(), count: duty.count, excused }
    }
}

/// Shifts to plan, all or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanBody {
    #[schema(min_items = 1)]
    shifts: Vec<PlanLine>,
}

/// One person at one duty on several dates.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanLine {
    duty_id: DutyId,
    #[schema(example = json!(["2026-11-24", "2026-11-26"]), min_items = 1)]
    dates: Vec<NaiveDate>,
    person_id: PersonId,
    /// Needed only where the person holds several roles that the duty lists.
    role: Option<Role>,
}

/// The most shifts of one request.
const MOST_SHIFTS: usize = 500;

impl TryFrom<PlanBody> for Vec<NewShift> {
    type Error = Problem;

    fn try_from(body: PlanBody) -> Result<Self> {
        let line = |line: PlanLine| {
            let PlanLine { duty_id, dates, person_id, role } = line;
            dates.into_iter().map(move |date| NewShift { duty_id, date, person_id, role })
        };
        let shifts: Self = body.shifts.into_iter().flat_map(line).collect();
        if (1..=MOST_SHIFTS).contains(&shifts.len()) {
            Ok(shifts)
        } else {
            Err(Problem::invalid("shifts", format!("1 to {MOST_SHIFTS} shifts / 每次 1 至 {MOST_SHIFTS} 个班次")))
        }
    }
}
