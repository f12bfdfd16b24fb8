//! Shifts as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{DutyId, OrganizationId, PersonId, ShiftId};
use crate::domain::moment::Moment;
use crate::domain::words::{Role, ShiftState};
use crate::problem::{Problem, Result};
use crate::service::shifts::{NewShift, ShiftRow};

/// A shift: one person, one duty, one date.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ShiftBody {
    id: ShiftId,
    school_id: OrganizationId,
    duty_id: DutyId,
    date: NaiveDate,
    person_id: PersonId,
    /// In what capacity.
    role: Role,
    state: ShiftState,
    /// Whose place the person takes, for a declared stand-in.
    stand_in_for: Option<PersonId>,
    created_at: Moment,
    /// When the person answered.
    answered_at: Option<Moment>,
}

impl From<ShiftRow> for ShiftBody {
    fn from(row: ShiftRow) -> Self {
        Self {
            id: row.id,
            school_id: row.school_id,
            duty_id: row.duty_id,
            date: row.date,
            person_id: row.person_id,
            role: row.role,
            state: row.state,
            stand_in_for: row.stand_in_for,
            created_at: row.created_at,
            answered_at: row.answered_at,
        }
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

/// Who stands in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StandInBody {
    /// The person who stands in.
    pub(super) person_id: PersonId,
    /// Needed only where that person holds several roles that the duty lists.
    pub(super) role: Option<Role>,
}
