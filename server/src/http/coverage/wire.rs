//! The coverage document of a school's day as JSON.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::sums::{GradesBody, PunctualityBody};
use crate::domain::board::SoFar;
use crate::domain::coverage::{CoverageDocument, rfc3339};
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::{CoverageStatus, DayKind, Grade, Role, WindowKind};
use crate::service::coverage::view::{DayView, Names};
use crate::service::coverage::{DayFigures, DutyFigures, GapFigures, State, WindowFigures};

/// Which day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct DateQuery {
    /// The date, by the school's clock.
    #[param(example = "2026-11-23")]
    pub(in crate::http) date: NaiveDate,
}

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct RangeQuery {
    /// The first date.
    #[param(example = "2026-11-01")]
    pub(super) from: NaiveDate,
    /// The last date, 400 days from the first at most.
    #[param(example = "2026-11-30")]
    pub(super) to: NaiveDate,
}

/// The school of an answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::http) struct SchoolBody {
    pub(in crate::http) id: OrganizationId,
    #[schema(example = "实验小学")]
    pub(in crate::http) name: String,
    #[schema(example = "Asia/Shanghai")]
    pub(in crate::http) timezone: String,
}

/// What the calendar says of the day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::http) struct SchoolDayBody {
    pub(in crate::http) kind: DayKind,
    /// Why, in the reader's language.
    #[schema(example = "周一，学期内")]
    pub(in crate::http) reason: String,
}

/// A school's coverage of one day: the document `huxue.coverage/1` with names, and how settled it is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CoverageBody {
    #[schema(example = "huxue.coverage/1")]
    format: &'static str,
    school: SchoolBody,
    date: NaiveDate,
    /// `live` until the sync deadline: phones may still be uploading, and windows may still run. The figures are those of
    /// whole windows, from the evidence so far; `so_far` tells what of them has passed.
    state: State,
    /// 0 while live, 1 when first final, one more each time that the figures changed after that.
    revision: i32,
    /// The moment up to which everything received is in the figures.
    as_known_at: Moment,
    school_day: SchoolDayBody,
    hold_minutes: u32,
    windows: Vec<WindowBody>,
    /// In their order: an earlier one is filled first.
    duties: Vec<DutyBody>,
    punctuality: PunctualityBody,
    /// 人次 by role.
    #[schema(example = json!({"guard": 2, "parent": 4}))]
    person_stays: BTreeMap<&'static str, i64>,
}

/// A window of the day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CoverageWindow)]
struct WindowBody {
    id: WindowId,
    name: Option<String>,
    kind: WindowKind,
    /// RFC 3339 with the offset of the school's zone, as every time of this document.
    #[schema(example = "2026-11-23T07:20:00+08:00")]
    starts_at: String,
    #[schema(example = "2026-11-23T08:00:00+08:00")]
    ends_at: String,
    lead_minutes: u16,
    /// Why its times are not the usual ones.
    moved: Option<String>,
}

/// A duty and what it came to. `status`, the figures and the gaps are those of `huxue day coverage`.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CoverageDuty)]
struct DutyBody {
    duty_id: DutyId,
    window_id: WindowId,
    checkpoint: CheckpointBody,
    roles: Vec<Role>,
    count: u32,
    min_grade: Grade,
    /// Why it may stay empty.
    excused: Option<String>,
    status: CoverageStatus,
    required_seconds: i64,
    covered_seconds: i64,
    slot_seconds: i64,
    seconds_by_grade: GradesBody,
    gaps: Vec<GapBody>,
    first_arrival: Option<String>,
    last_departure: Option<String>,
    on_time: OnTimeBody,
    /// Of the window's seconds those before `as_known_at`; null once final. What lies after is not a gap yet.
    so_far: Option<SoFarBody>,
}

/// A checkpoint's name.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CoverageCheckpoint)]
pub(in crate::http) struct CheckpointBody {
    pub(in crate::http) id: CheckpointId,
    #[schema(example = "南门")]
    pub(in crate::http) name: Option<String>,
}

/// A stretch with the same number of unfilled slots.
#[derive(Debug, Serialize, ToSchema)]
struct GapBody {
    #[schema(example = "2026-11-23T07:20:00+08:00")]
    from: String,
    #[schema(example = "2026-11-23T07:25:00+08:00")]
    to: String,
    /// Unfilled slots.
    missing: u32,
}

/// Whether people were on post in time.
#[derive(Debug, Serialize, ToSchema)]
struct OnTimeBody {
    /// When people were to be on post: start − lead.
    #[schema(example = "2026-11-23T07:10:00+08:00")]
    on_post_by: String,
    /// Slots that were to be filled then.
    slots: u32,
    /// Slots that were.
    filled: u32,
}

/// What of a window has passed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(in crate::http) struct SoFarBody {
    required_seconds: i64,
    covered_seconds: i64,
    required_minutes: i64,
    covered_minutes: i64,
}

impl From<SoFar> for SoFarBody {
    fn from(so_far: SoFar) -> Self {
        let SoFar { required_seconds, covered_seconds } = so_far;
        Self {
            required_seconds,
            covered_seconds,
            required_minutes: required_seconds / 60,
            covered_minutes: covered_seconds / 60,
        }
    }
}

impl SchoolDayBody {
    pub(in crate::http) fn of(kind: DayKind, zh: &str, en: &str, lang: Lang) -> Self {
        Self { kind, reason: lang.pick(zh, en).to_owned() }
    }
}

impl CoverageBody {
    pub(super) fn of(view: DayView, lang: Lang) -> Self {
        let (zone, figures) = (view.day.zone, &view.known.figures);
        let so_far = view.so_far.iter().copied().map(Some).chain(std::iter::repeat(None));
        let duties = figures.duties.iter().zip(so_far);
        Self {
            format: CoverageDocument::FORMAT,
            school: SchoolBody { id: view.school.id, name: view.school.name, timezone: view.school.timezone },
            date: view.day.date,
            state: view.known.state,
            revision: view.known.revision,
            as_known_at: view.known.as_known_at,
            school_day: SchoolDayBody::of(figures.kind, &figures.reason_zh, &figures.reason_en, lang),
            hold_minutes: figures.hold_minutes,
            windows: figures.windows.iter().map(|window| WindowBody::of(window, &view.names, zone)).collect(),
            duties: duties.map(|(duty, so_far)| DutyBody::of(duty, so_far, &view.names, zone)).collect(),
            punctuality: on_time(figures),
            person_stays: figures.person_stays.iter().map(|(role, count)| (role.as_str(), *count)).collect(),
        }
    }
}

/// The day's punctuality: of the posts that count.
fn on_time(figures: &DayFigures) -> PunctualityBody {
    let counts = |status| matches!(status, CoverageStatus::Covered | CoverageStatus::Short | CoverageStatus::Empty);
    let counting = figures.duties.iter().filter(|duty| counts(duty.status));
    let slots = counting.clone().map(|duty| i64::from(duty.slots)).sum();
    PunctualityBody::new(slots, counting.map(|duty| i64::from(duty.slots_on_time)).sum())
}

impl WindowBody {
    fn of(window: &WindowFigures, names: &Names, zone: Tz) -> Self {
        Self {
            id: window.id,
            name: names.windows.get(&window.id).cloned(),
            kind: window.kind,
            starts_at: rfc3339(window.from, zone),
            ends_at: rfc3339(window.to, zone),
            lead_minutes: window.lead_minutes,
            moved: window.moved.clone(),
        }
    }
}

impl DutyBody {
    fn of(duty: &DutyFigures, so_far: Option<SoFar>, names: &Names, zone: Tz) -> Self {
        let time = |second| rfc3339(second, zone);
        let gap = |gap: &GapFigures| GapBody { from: time(gap.from), to: time(gap.to), missing: gap.missing };
        let name = names.checkpoints.get(&duty.checkpoint_id).cloned();
        let (slots, filled) = (duty.slots, duty.slots_on_time);
        Self {
            duty_id: duty.id,
            window_id: duty.window_id,
            checkpoint: CheckpointBody { id: duty.checkpoint_id, name },
            roles: duty.roles.clone(),
            count: duty.count,
            min_grade: duty.min_grade,
            excused: duty.excused.clone(),
            status: duty.status,
            required_seconds: duty.required_seconds,
            covered_seconds: duty.covered_seconds,
            slot_seconds: duty.slot_seconds,
            seconds_by_grade: duty.seconds_by_grade.into(),
            gaps: duty.gaps.iter().map(gap).collect(),
            first_arrival: duty.first_arrival.map(time),
            last_departure: duty.last_departure.map(time),
            on_time: OnTimeBody { on_post_by: time(duty.on_post_by), slots, filled },
            so_far: so_far.map(SoFarBody::from),
        }
    }
}
