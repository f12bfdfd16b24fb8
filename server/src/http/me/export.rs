use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::consent::ConsentKind;
use crate::domain::id::{
    AlarmId, CheckInId, ChecklistId, HazardId, HazardPhotoId, InspectionId, OrganizationId, PatrolEndId, PatrolRouteId,
    PersonId, SessionId,
};
use crate::domain::inspection::InspectionAnswer;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::http::answer::run;
use crate::http::check_ins::CheckInBody;
use crate::http::corrections::CorrectionBody;
use crate::http::memberships::MemberBody;
use crate::http::phone_position::PhonePositionBody;
use crate::http::shifts::ShiftBody;
use crate::problem::Result;
use crate::service::me::{self, Everything};
use crate::service::names::Names;
use crate::service::shift_views::{ShiftShown, shown};
use crate::service::{Actor, App};

/// Everything that is kept about oneself.
#[derive(Serialize, ToSchema)]
struct ExportBody {
    #[schema(example = "huxue.me/1")]
    format: &'static str,
    exported_at: Moment,
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
    /// In full: it is one's own.
    #[schema(example = "13800000000")]
    phone: Option<String>,
    has_password: bool,
    created_at: Moment,
    memberships: Vec<MemberBody>,
    consents: Vec<ConsentGiven>,
    sessions: Vec<SessionKept>,
    shifts: Vec<ShiftBody>,
    check_ins: Vec<CheckInBody>,
    /// Where the phone was, as far as that is still kept.
    positions: Vec<PositionKept>,
    corrections: Vec<CorrectionBody>,
    /// The words that ended a patrol round.
    patrol_ends: Vec<PatrolEndKept>,
    /// The alarms that one raised.
    alarms: Vec<AlarmKept>,
    /// The hazards that one reported.
    hazards: Vec<HazardKept>,
    /// The photos that one added to hazards.
    hazard_photos: Vec<HazardPhotoKept>,
    /// The inspections that one made.
    inspections: Vec<InspectionKept>,
    /// The alerts that one was told in the app.
    alerts_told: Vec<AlertTold>,
    devices: Vec<DeviceKept>,
}

/// An alarm that one raised.
#[derive(Serialize, ToSchema)]
struct AlarmKept {
    id: AlarmId,
    school_id: OrganizationId,
    at: Moment,
    drill: bool,
    #[schema(example = "有人闹事")]
    note: String,
    /// Where the phone was; null if that is not known or no longer kept.
    position: Option<PhonePositionBody>,
}

/// A hazard that one reported.
#[derive(Serialize, ToSchema)]
struct HazardKept {
    id: HazardId,
    school_id: OrganizationId,
    at: Moment,
    #[schema(example = "窨井盖破损")]
    description: String,
    /// Where the phone was; null if that is not known or no longer kept.
    position: Option<PhonePositionBody>,
}

/// A photo that one added to a hazard; read it at `/hazards/{id}/photos/{photo}`.
#[derive(Serialize, ToSchema)]
struct HazardPhotoKept {
    id: HazardPhotoId,
    hazard_id: HazardId,
    at: Moment,
}

/// An inspection that one made; read it at `/inspections/{id}`.
#[derive(Serialize, ToSchema)]
struct InspectionKept {
    id: InspectionId,
    school_id: OrganizationId,
    checklist_id: ChecklistId,
    at: Moment,
    /// In the order of the checklist.
    answers: Vec<AnswerKept>,
}

/// An answer in an inspection.
#[derive(Serialize, ToSchema)]
struct AnswerKept {
    answer: InspectionAnswer,
    #[schema(example = "东侧通道被纸箱堵住")]
    note: String,
    /// The hazard that it became.
    hazard_id: Option<HazardId>,
}

/// An alert that one was told.
#[derive(Serialize, ToSchema)]
struct AlertTold {
    #[schema(example = "【护学岗】实验小学：东门（保安），上学 07:20–08:00，时段开始时没有人在岗。")]
    text: String,
    at: Moment,
    read_at: Option<Moment>,
}

/// A word that ended a patrol round.
#[derive(Serialize, ToSchema)]
struct PatrolEndKept {
    id: PatrolEndId,
    route_id: PatrolRouteId,
    at: Moment,
    #[schema(example = "接警出动")]
    reason: String,
    received_at: Moment,
}

/// An answer to a consent text.
#[derive(Serialize, ToSchema)]
struct ConsentGiven {
    kind: ConsentKind,
    /// Of the text.
    #[schema(example = "2026-11-01")]
    version: String,
    given: bool,
    at: Moment,
}

/// A session, ended or not.
#[derive(Serialize, ToSchema)]
struct SessionKept {
    id: SessionId,
    #[schema(example = "华为 Mate 70")]
    device_name: String,
    #[schema(example = "203.0.113.7")]
    address: String,
    created_at: Moment,
    last_seen_at: Moment,
    ended_at: Option<Moment>,
}

/// The position of a check-in, WGS-84 degrees.
#[derive(Serialize, ToSchema)]
struct PositionKept {
    check_in_id: CheckInId,
    #[schema(example = 116.4)]
    lon: f64,
    #[schema(example = 39.9)]
    lat: f64,
    /// Since when it is rounded to about a kilometre.
    coarsened_at: Option<Moment>,
}

/// A phone that one used.
#[derive(Serialize, ToSchema)]
struct DeviceKept {
    #[schema(example = "3f1c9a52")]
    device_id: String,
    last_seen_at: Moment,
}

impl ExportBody {
    fn of(all: Everything, (shifts, names): (Vec<ShiftShown>, Names), now: Moment, lang: Lang) -> Self {
        let consents = all.consents.into_iter();
        let sessions = all.sessions.into_iter();
        Self {
            format: "huxue.me/1",
            exported_at: now,
            id: all.person.id,
            name: all.person.name,
            phone: all.person.phone,
            has_password: all.person.password_hash.is_some(),
            created_at: all.person.created_at,
            memberships: all.memberships.into_iter().map(MemberBody::from).collect(),
            consents: consents
                .map(|one| ConsentGiven { kind: one.kind, version: one.document_version, given: one.given, at: one.at })
                .collect(),
            sessions: sessions.map(SessionKept::from).collect(),
            shifts: shifts.into_iter().map(|shown| ShiftBody::of(shown, lang)).collect(),
            check_ins: all.check_ins.into_iter().map(|shown| CheckInBody::of(shown, lang)).collect(),
            positions: all.positions.into_iter().map(PositionKept::from).collect(),
            corrections: all.corrections.into_iter().map(|row| CorrectionBody::of(row, &names)).collect(),
            patrol_ends: all.patrol_ends.into_iter().map(PatrolEndKept::from).collect(),
            alarms: all.alarms.into_iter().map(AlarmKept::from).collect(),
            hazards: all.hazards.into_iter().map(HazardKept::from).collect(),
            hazard_photos: all.hazard_photos.into_iter().map(HazardPhotoKept::from).collect(),
            inspections: all.inspections.into_iter().map(InspectionKept::from).collect(),
            alerts_told: all
                .messages
                .into_iter()
                .map(|one| AlertTold { text: one.text_zh, at: one.created_at, read_at: one.read_at })
                .collect(),
            devices: all
                .devices
                .into_iter()
                .map(|one| DeviceKept { device_id: one.device_id, last_seen_at: one.last_seen_at })
                .collect(),
        }
    }
}

impl From<me::Session> for SessionKept {
    fn from(row: me::Session) -> Self {
        let me::Session { id, device_name, address, created_at, last_seen_at, ended_at, .. } = row;
        Self { id, device_name, address, created_at, last_seen_at, ended_at }
    }
}

impl From<me::PatrolEnd> for PatrolEndKept {
    fn from(row: me::PatrolEnd) -> Self {
        let me::PatrolEnd { id, route_id, at, reason, received_at, .. } = row;
        Self { id, route_id, at, reason, received_at }
    }
}

impl From<(me::AlarmRow, Option<me::AlarmPosition>)> for AlarmKept {
    fn from((row, position): (me::AlarmRow, Option<me::AlarmPosition>)) -> Self {
        let me::AlarmRow { id, school_id, at, drill, note, .. } = row;
        Self { id, school_id, at, drill, note, position: position.map(PhonePositionBody::from) }
    }
}

impl From<(me::HazardRow, Option<me::HazardPosition>)> for HazardKept {
    fn from((row, position): (me::HazardRow, Option<me::HazardPosition>)) -> Self {
        let me::HazardRow { id, school_id, reported_at, description, .. } = row;
        Self { id, school_id, at: reported_at, description, position: position.map(PhonePositionBody::from) }
    }
}

impl From<me::HazardPhotoRow> for HazardPhotoKept {
    fn from(row: me::HazardPhotoRow) -> Self {
        Self { id: row.id, hazard_id: row.hazard_id, at: row.at }
    }
}

impl From<(me::InspectionRow, Vec<me::InspectionAnswerRow>)> for InspectionKept {
    fn from((row, answers): (me::InspectionRow, Vec<me::InspectionAnswerRow>)) -> Self {
        let answer = |one: me::InspectionAnswerRow| {
            let me::InspectionAnswerRow { answer, note, hazard_id, .. } = one;
            AnswerKept { answer, note, hazard_id }
        };
        let me::InspectionRow { id, school_id, checklist_id, at, .. } = row;
        Self { id, school_id, checklist_id, at, answers: answers.into_iter().map(answer).collect() }
    }
}

impl From<me::StoredPosition> for PositionKept {
    fn from(row: me::StoredPosition) -> Self {
        Self { check_in_id: row.check_in_id, lon: row.lon, lat: row.lat, coarsened_at: row.coarsened_at }
    }
}

/// Export everything about oneself.
///
/// One document with one's account, memberships, consents, sessions, shifts, check-ins with what was said about them and their
/// receipts, the positions that are still kept, corrections, the words that ended patrol rounds, alarms, hazards and their photos,
/// inspections, the alerts that one was told, and devices. The audit log says that it was exported.
#[utoipa::path(
    tag = "me",
    responses((status = 200, description = "The document", body = ExportBody)),
    security(("bearer" = []))
)]
#[get("/me/export")]
pub(super) async fn export(app: Data<App>, actor: Actor) -> Result<HttpResponse> {
    let lang = actor.lang;
    let work = move |app: &App| {
        let mut all = me::everything(app, &actor)?;
        let shifts = shown(app, std::mem::take(&mut all.shifts))?;
        let names = Names::of_corrections(app, &all.corrections)?;
        Ok((all, (shifts, names), app.clock.now()))
    };
    let (all, with, now) = run(&app, work).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"huxue-me.json\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(ExportBody::of(all, with, now, lang)))
}
