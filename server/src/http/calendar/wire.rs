//! The calendar as JSON.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::day::{DayEntry, Decision, Layer, Term};
use crate::domain::calendar::national::Notice;
use crate::domain::calendar::weekdays::DayName;
use crate::domain::id::{OrganizationId, TermId};
use crate::domain::lang::Lang;
use crate::domain::name::Name;
use crate::domain::words::DayKind;
use crate::problem::{Problem, Result};
use crate::service::organization_days::OrganizationDay;
use crate::service::terms::TermRow;

/// What the calendar says of a date.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DayBody {
    date: NaiveDate,
    kind: DayKind,
    /// Why, in the reader's language.
    #[schema(example = "上学日")]
    reason: String,
    /// Who decided it.
    layer: Layer,
    /// Whose weekday's windows are kept (按周几上课), where somebody said so.
    as_weekday: Option<DayName>,
    /// Whether a notice still to come may change it.
    may_change: bool,
}

impl DayBody {
    pub(super) fn of(date: NaiveDate, decision: &Decision, lang: Lang) -> Self {
        Self {
            date,
            kind: decision.kind,
            reason: decision.reason.text(lang).to_owned(),
            layer: decision.layer,
            as_weekday: decision.as_weekday.map(DayName::from),
            may_change: decision.may_change,
        }
    }
}

/// What the calendar of a bureau or school says of a date, and what it entered itself.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganizationDayBody {
    #[serde(flatten)]
    day: DayBody,
    /// What the organization itself entered for that date, and can take back; null if it left the date to those above.
    own: Option<EntryBody>,
}

impl OrganizationDayBody {
    pub(super) fn of(day: OrganizationDay, lang: Lang) -> Self {
        Self { day: DayBody::of(day.date, &day.decision, lang), own: day.own.map(EntryBody::from) }
    }
}

/// What a bureau or a school says of one date.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryBody {
    date: NaiveDate,
    kind: DayKind,
    #[schema(example = "校运会后补休")]
    reason: String,
    as_weekday: Option<DayName>,
}

impl From<DayEntry> for EntryBody {
    fn from(entry: DayEntry) -> Self {
        let as_weekday = entry.as_weekday.map(DayName::from);
        Self { date: entry.date, kind: entry.kind, reason: entry.reason, as_weekday }
    }
}

/// What to say of a date.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PutDayBody {
    /// `school_day`, `make_up_day`, `holiday` or `cancelled`.
    #[schema(example = "holiday")]
    pub(super) kind: DayKind,
    #[serde(default)]
    #[schema(example = "校运会后补休", max_length = 500)]
    pub(super) reason: String,
    /// Whose weekday's windows are kept that day; only on a day with school.
    pub(super) as_weekday: Option<DayName>,
}

impl PutDayBody {
    pub(super) fn weekday(&self) -> Option<Weekday> {
        self.as_weekday.map(Weekday::from)
    }
}

/// A term.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TermBody {
    id: TermId,
    organization_id: OrganizationId,
    #[schema(example = "2026—2027学年第一学期")]
    name: String,
    starts_on: NaiveDate,
    /// The last day, within the term.
    ends_on: NaiveDate,
}

impl From<TermRow> for TermBody {
    fn from(row: TermRow) -> Self {
        Self {
            id: row.id,
            organization_id: row.organization_id,
            name: row.name,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
        }
    }
}

/// A term to enter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTermBody {
    #[schema(example = "2026—2027学年第一学期", min_length = 1, max_length = 100)]
    name: String,
    #[schema(example = "2026-09-01")]
    starts_on: NaiveDate,
    /// The last day, within the term.
    #[schema(example = "2027-01-20")]
    ends_on: NaiveDate,
}

impl TryFrom<NewTermBody> for Term {
    type Error = Problem;

    fn try_from(body: NewTermBody) -> Result<Self> {
        let name = body.name.parse::<Name>().map_err(|error| Problem::invalid("name", error))?;
        Ok(Self { from: body.starts_on, to: body.ends_on, name: name.into() })
    }
}

/// A notice that is loaded.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct YearBody {
    #[schema(example = 2026)]
    year: i32,
    /// Where it was published.
    #[schema(example = json!(["https://www.gov.cn/zhengce/content/202511/content_7047090.htm"]))]
    papers: Vec<String>,
    /// The days that it names.
    days: Vec<NoticeDayBody>,
}

/// A day that a notice names.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NoticeDayBody {
    date: NaiveDate,
    #[schema(example = "国庆节")]
    name: String,
    /// Off, or else worked in exchange (调休).
    off: bool,
}

impl From<Notice> for YearBody {
    fn from(notice: Notice) -> Self {
        let days = notice.days.into_iter();
        Self {
            year: notice.year,
            papers: notice.papers,
            days: days.map(|(date, day)| NoticeDayBody { date, name: day.name, off: day.off }).collect(),
        }
    }
}

/// A notice in the form of holiday-cn. Further keys are passed over.
#[derive(Debug, Deserialize, ToSchema)]
#[expect(dead_code, reason = "describes a body that the domain itself reads, to name the field that is wrong")]
pub(super) struct HolidayCn {
    #[schema(example = 2027)]
    year: i32,
    /// Where it was published.
    #[schema(example = json!(["https://www.gov.cn/zhengce/content/202611/content_1.htm"]))]
    papers: Vec<String>,
    days: Vec<HolidayCnDay>,
}

/// A day of a notice in that form.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "describes a body that the domain itself reads, to name the field that is wrong")]
pub(super) struct HolidayCnDay {
    #[schema(example = "元旦")]
    name: String,
    #[schema(example = "2027-01-01")]
    date: NaiveDate,
    is_off_day: bool,
}

/// Something that is still to be entered.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DueBody {
    #[schema(example = "national_notice_missing")]
    pub(super) code: &'static str,
    /// What is missing and what to do, in the reader's language.
    #[schema(example = "2027 年的放假安排还没有导入，请导入国务院办公厅的通知。")]
    pub(super) sentence: String,
}
