//! Windows as JSON.

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::weekdays::{DayName, Weekdays};
use crate::domain::id::{OrganizationId, WindowId};
use crate::domain::name::Name;
use crate::domain::words::WindowKind;
use crate::problem::{Problem, Result};
use crate::service::windows::{NewWindow, WindowPatch, WindowRow, time_of};

/// A window: when posts are staffed, week by week.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WindowBody {
    id: WindowId,
    school_id: OrganizationId,
    kind: WindowKind,
    #[schema(example = "低年级放学")]
    name: String,
    /// The weekdays it is kept on.
    weekdays: Vec<DayName>,
    /// Whether it is kept on make-up days (调休) for which nobody named a weekday.
    on_make_up_days: bool,
    /// Local start.
    #[schema(example = "07:20")]
    starts: String,
    /// Local end; the window does not include it.
    #[schema(example = "07:50")]
    ends: String,
    /// How long before the start people should be on post, minutes.
    #[schema(example = 10)]
    lead_minutes: i32,
    /// The first date it is like this.
    valid_from: NaiveDate,
    /// The first date it is not like this any more; null while it is open-ended.
    valid_to: Option<NaiveDate>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

impl From<WindowRow> for WindowBody {
    fn from(row: WindowRow) -> Self {
        let weekdays = u8::try_from(row.weekdays).ok().and_then(Weekdays::from_bits).unwrap_or_default();
        Self {
            id: row.id,
            school_id: row.school_id,
            kind: row.kind,
            name: row.name,
            weekdays: weekdays.names(),
            on_make_up_days: row.on_make_up_days,
            starts: shown(row.starts),
            ends: shown(row.ends),
            lead_minutes: row.lead_minutes,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            version: row.version,
        }
    }
}

fn shown(minutes: i32) -> String {
    time_of(minutes).unwrap_or_default().format("%H:%M").to_string()
}

/// A window to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWindowBody {
    kind: WindowKind,
    #[schema(example = "上学", min_length = 1, max_length = 100)]
    name: String,
    #[schema(example = json!(["mon", "tue", "wed", "thu", "fri"]))]
    weekdays: Vec<DayName>,
    /// Whether it is kept on make-up days for which nobody named a weekday.
    #[serde(default = "yes")]
    on_make_up_days: bool,
    #[schema(example = "07:20", pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    starts: String,
    #[schema(example = "07:50", pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    ends: String,
    #[serde(default)]
    #[schema(example = 10, maximum = 240)]
    lead_minutes: u16,
    /// Today unless given; never a date that has passed.
    valid_from: Option<NaiveDate>,
    /// The first date it does not hold any more.
    valid_to: Option<NaiveDate>,
}

const fn yes() -> bool {
    true
}

impl TryFrom<NewWindowBody> for NewWindow {
    type Error = Problem;

    fn try_from(body: NewWindowBody) -> Result<Self> {
        Ok(Self {
            kind: body.kind,
            name: name(&body.name)?,
            weekdays: weekdays(body.weekdays),
            on_make_up_days: body.on_make_up_days,
            starts: local_time("starts", &body.starts)?,
            ends: local_time("ends", &body.ends)?,
            lead_minutes: body.lead_minutes,
            valid_from: body.valid_from,
            valid_to: body.valid_to,
        })
    }
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditWindowBody {
    kind: Option<WindowKind>,
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    weekdays: Option<Vec<DayName>>,
    on_make_up_days: Option<bool>,
    #[schema(example = "07:10", pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    starts: Option<String>,
    #[schema(example = "07:50", pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    ends: Option<String>,
    #[schema(maximum = 240)]
    lead_minutes: Option<u16>,
    /// From which date on; today unless given. Figures of the days before stand.
    effective_from: Option<NaiveDate>,
}

impl TryFrom<EditWindowBody> for WindowPatch {
    type Error = Problem;

    fn try_from(body: EditWindowBody) -> Result<Self> {
        Ok(Self {
            kind: body.kind,
            name: body.name.map(|text| name(&text)).transpose()?,
            weekdays: body.weekdays.map(weekdays),
            on_make_up_days: body.on_make_up_days,
            starts: body.starts.map(|text| local_time("starts", &text)).transpose()?,
            ends: body.ends.map(|text| local_time("ends", &text)).transpose()?,
            lead_minutes: body.lead_minutes,
            effective_from: body.effective_from,
        })
    }
}

fn name(text: &str) -> Result<String> {
    text.parse::<Name>().map(String::from).map_err(|error| Problem::invalid("name", error))
}

fn weekdays(names: Vec<DayName>) -> Weekdays {
    names.into_iter().map(Weekday::from).collect()
}

/// A local time, hours and minutes.
pub(in crate::http) fn local_time(field: &str, text: &str) -> Result<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M")
        .map_err(|_| Problem::invalid(field, "a local time such as 07:20 / 请填写时和分，例如 07:20"))
}
