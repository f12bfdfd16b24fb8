//! Alerts and messages as JSON.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::alert::{AlertKind, MessageState, Occasion, Told};
use crate::domain::id::{
    AlarmId, AlertId, ChannelId, CheckpointId, DutyId, HazardId, MessageId, OrganizationId, PatrolRouteId, PersonId,
};
use crate::domain::lang::{Lang, in_lang};
use crate::domain::moment::Moment;
use crate::domain::words::{Role, WindowKind};
use crate::problem::Result;
use crate::service::alerts::view::{Letter, MessageRow, Shown};

/// Something that is wrong at a school, a station or a bureau, or was.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertBody {
    id: AlertId,
    kind: AlertKind,
    /// Where: a school; of patrol rounds a station, of the calendar a bureau.
    organization_id: OrganizationId,
    #[schema(example = "实验小学")]
    organization_name: String,
    /// The day, by its clock.
    date: NaiveDate,
    /// Which duty, if it is about one.
    duty_id: Option<DutyId>,
    /// Which checkpoint, if it is about its sign.
    checkpoint_id: Option<CheckpointId>,
    /// Which patrol route, if it is about its rounds.
    patrol_route_id: Option<PatrolRouteId>,
    /// Which hazard, if it is about one.
    hazard_id: Option<HazardId>,
    /// Which alarm, if it is one.
    alarm_id: Option<AlarmId>,
    /// Whom it is about: who asks for help, or has not said that they leave.
    #[schema(example = "王芳")]
    person_name: Option<String>,
    /// Whether it is a drill.
    drill: bool,
    /// The post, or the route; null if it is about neither.
    #[schema(example = "东门")]
    post: Option<String>,
    /// The roles of which somebody is missing there.
    roles: Vec<Role>,
    /// Which year, if it is about its calendar.
    year: Option<i32>,
    /// Drop-off or pick-up; null if it is about a whole day.
    window_kind: Option<WindowKind>,
    /// The window's local times.
    #[schema(example = "07:20–08:00")]
    window: Option<String>,
    /// Slots, shifts or rounds that were missing when it was raised.
    missing: u32,
    since: Moment,
    raised_at: Moment,
    /// When the next step is told, unless somebody acknowledges; null if there is none.
    next_step_at: Option<Moment>,
    acknowledged_at: Option<Moment>,
    #[schema(example = "王志强")]
    acknowledged_by: Option<String>,
    /// When it did not hold any more; null while it does.
    closed_at: Option<Moment>,
    /// Whether it was closed because things were right again, not because its time was over.
    resolved: bool,
}

impl AlertBody {
    pub(super) fn of(shown: Shown) -> Result<Self> {
        let row = shown.row;
        let Told { post, roles, window_kind, window, missing, year, person, drill, .. } = row.told.read()?;
        let of_hazard = matches!(row.kind, AlertKind::HazardAssigned | AlertKind::HazardDue | AlertKind::HazardOverdue);
        let waits = row.closed_at.is_none() && row.acknowledged_at.is_none();
        Ok(Self {
            id: row.id,
            kind: row.kind,
            organization_id: row.organization_id,
            organization_name: shown.organization,
            date: row.date,
            duty_id: row.kind.is_of_duty().then(|| row.subject.parse().ok()).flatten(),
            checkpoint_id: (row.kind == AlertKind::RevokedSign).then(|| row.subject.parse().ok()).flatten(),
            patrol_route_id: (row.kind == AlertKind::RoundOverdue).then(|| row.subject.parse().ok()).flatten(),
            // What is assigned is told of by `hazard/step`.
            hazard_id: of_hazard.then(|| row.subject.split('/').next()?.parse().ok()).flatten(),
            alarm_id: (row.kind == AlertKind::Alarm).then(|| row.subject.parse().ok()).flatten(),
            person_name: person,
            drill,
            post,
            roles,
            year,
            window_kind,
            window,
            missing,
            since: row.since,
            raised_at: row.raised_at,
            next_step_at: row.next_step_at.filter(|_| waits),
            acknowledged_at: row.acknowledged_at,
            acknowledged_by: shown.acknowledged_by,
            closed_at: row.closed_at,
            resolved: row.resolved,
        })
    }
}

/// A message that was told, or is to be.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MessageBody {
    id: MessageId,
    /// About which organization.
    organization_id: OrganizationId,
    occasion: Occasion,
    /// Exactly what it says to channels: Chinese.
    #[schema(example = "【护学岗】实验小学：东门（保安），上学 07:20–08:00，时段开始时没有人在岗。")]
    text: String,
    person_id: Option<PersonId>,
    #[schema(example = "王志强")]
    person_name: Option<String>,
    /// Null for a message in the app.
    channel_id: Option<ChannelId>,
    #[schema(example = "安全工作群")]
    channel_name: Option<String>,
    created_at: Moment,
    state: MessageState,
    /// How often it was tried.
    attempts: i32,
    next_try_at: Option<Moment>,
    sent_at: Option<Moment>,
    /// When it was read in the app.
    read_at: Option<Moment>,
    /// Why the last attempt failed.
    error: Option<String>,
    /// The message in which it was told together with others; what was sent is the text of that one.
    digest_id: Option<MessageId>,
}

impl MessageBody {
    pub(super) fn of(letter: Letter, lang: Lang) -> Self {
        let Letter { row, person, channel } = letter;
        Self {
            id: row.id,
            organization_id: row.organization_id,
            occasion: row.occasion,
            text: row.text_zh,
            person_id: row.person_id,
            person_name: person,
            channel_id: row.channel_id,
            channel_name: channel,
            created_at: row.created_at,
            state: row.state,
            attempts: row.attempts,
            next_try_at: row.next_try_at,
            sent_at: row.sent_at,
            read_at: row.read_at,
            error: row.error.map(|text| in_lang(&text, lang).to_owned()),
            digest_id: row.digest_id,
        }
    }
}

/// What it says, in the reader's language.
pub(super) fn text_of(row: &MessageRow, lang: Lang) -> String {
    match lang {
        Lang::Zh => row.text_zh.clone(),
        Lang::En => row.text_en.clone(),
    }
}
