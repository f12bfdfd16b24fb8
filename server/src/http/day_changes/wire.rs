//! One-off changes as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::change::{Change, ChangeKind, ChangeParts};
use crate::domain::id::{DayChangeId, DutyId, OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::http::named::PersonName;
use crate::http::windows::local_time;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::service::day_changes::{DayChangeRow, time_of};
use crate::service::names::Names;

/// A one-off change of a school's day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DayChangeBody {
    id: DayChangeId,
    school_id: OrganizationId,
    date: NaiveDate,
    kind: ChangeKind,
    /// The window that is moved, called off or stood down.
    window_id: Option<WindowId>,
    /// The duty that is stood down.
    duty_id: Option<DutyId>,
    /// The new local start of a moved window.
    #[schema(example = "15:00")]
    starts: Option<String>,
    /// Its new local end.
    #[schema(example = "15:30")]
    ends: Option<String>,
    #[schema(example = "暴雨")]
    reason: String,
    author_id: PersonId,
    /// Who decided it.
    author: PersonName,
    created_at: Moment,
    withdrawn_by: Option<PersonId>,
    /// Who took it back.
    withdrawer: Option<PersonName>,
    /// When it was taken back; null while it counts.
    withdrawn_at: Option<Moment>,
}

impl DayChangeBody {
    pub(super) fn of(row: DayChangeRow, names: &Names) -> Self {
        let person = |id| PersonName::of(id, &names.people);
        let shown = |minutes: i32| time_of(minutes).unwrap_or_default().format("%H:%M").to_string();
        Self {
            id: row.id,
            school_id: row.school_id,
            date: row.date,
            kind: row.kind,
            window_id: row.window_id,
            duty_id: row.duty_id,
            starts: row.starts.map(shown),
            ends: row.ends.map(shown),
            reason: row.reason,
            author_id: row.author_id,
            author: person(row.author_id),
            created_at: row.created_at,
            withdrawn_by: row.withdrawn_by,
            withdrawer: row.withdrawn_by.map(person),
            withdrawn_at: row.withdrawn_at,
        }
    }
}

/// One change, with its names.
pub(super) fn named(app: &App, row: DayChangeRow) -> Result<DayChangeBody> {
    let names = Names::of_changes(app, std::slice::from_ref(&row))?;
    Ok(DayChangeBody::of(row, &names))
}

/// A change to record.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDayChangeBody {
    #[schema(example = "2026-11-24")]
    pub(super) date: NaiveDate,
    kind: ChangeKind,
    /// For `window_moved`, `window_cancelled` and `window_stood_down`.
    window_id: Option<WindowId>,
    /// For `duty_stood_down`.
    duty_id: Option<DutyId>,
    /// For `window_moved`.
    #[schema(example = "15:00")]
    starts: Option<String>,
    /// For `window_moved`.
    #[schema(example = "15:30")]
    ends: Option<String>,
    /// Why; it is shown with the figures.
    #[schema(example = "暴雨", min_length = 1, max_length = 500)]
    pub(super) reason: String,
}

/// The longest reason, characters.
const LONGEST_REASON: usize = 500;

impl TryFrom<&NewDayChangeBody> for Change {
    type Error = Problem;

    fn try_from(body: &NewDayChangeBody) -> Result<Self> {
        if body.reason.chars().count() > LONGEST_REASON || body.reason.contains('\0') {
            return Err(Problem::invalid("reason", "at most 500 characters / 不能超过 500 个字"));
        }
        let starts = body.starts.as_deref().map(|text| local_time("starts", text)).transpose()?;
        let ends = body.ends.as_deref().map(|text| local_time("ends", text)).transpose()?;
        let parts =
            ChangeParts { kind: body.kind, window_id: body.window_id, duty_id: body.duty_id, times: starts.zip(ends) };
        parts.join().ok_or_else(|| {
            Problem::invalid("kind", "this kind needs its window, duty or times / 该类型需要填写时段、岗位或时间")
        })
    }
}
