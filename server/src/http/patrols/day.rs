use std::collections::HashMap;

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::{PatrolPointBody, PatrolRouteBody, points_of};
use crate::domain::id::PatrolRouteId;
use crate::domain::patrol::{
    DocumentEnd, DocumentPlanWindow, DocumentPointWalked, DocumentRound, DocumentScan, How, RoundsSum,
};
use crate::domain::words::{CheckInKind, Grade};
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::patrols::view::{self, RouteDayView};
use crate::service::{Actor, App};

/// A route on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolDayBody {
    /// The route as it held on that day.
    route: PatrolRouteBody,
    #[schema(example = "城关派出所")]
    station_name: String,
    #[schema(example = "Asia/Shanghai")]
    timezone: String,
    date: NaiveDate,
    /// Up to when the evidence was looked at.
    #[schema(format = DateTime)]
    as_known_at: String,
    /// Against the plan.
    sum: RoundsSum,
    /// When rounds were to be walked; the whole day if empty.
    windows: Vec<PatrolWindowBody>,
    /// In the order of the route.
    points: Vec<PatrolPointBody>,
    /// Those that need looking at first, then by their beginning.
    rounds: Vec<RoundBody>,
}

/// When rounds are to be walked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolWindowBody {
    #[schema(format = DateTime)]
    starts_at: String,
    #[schema(format = DateTime)]
    ends_at: String,
}

impl PatrolWindowBody {
    pub(super) fn of(window: &DocumentPlanWindow) -> Self {
        Self { starts_at: window.starts_at.to_rfc3339(), ends_at: window.ends_at.to_rfc3339() }
    }
}

/// One walk of the route by one person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoundBody {
    #[schema(example = "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004")]
    person_id: String,
    #[schema(example = "韩文澜")]
    person_name: String,
    /// Its first pass.
    #[schema(format = DateTime)]
    opened_at: String,
    /// Its end; null while it is under way.
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_at: Option<String>,
    how: Option<How>,
    /// The reason given, where somebody ended it.
    reason: Option<String>,
    /// Whether it counts towards the plan.
    counts: bool,
    /// In the order of the route.
    points: Vec<DocumentPointWalked>,
    /// Passes of points that were done already.
    duplicated: u32,
    /// The evidence, by time.
    scans: Vec<ScanBody>,
}

/// A check-in that belongs to a round.
#[derive(Debug, Serialize, ToSchema)]
struct ScanBody {
    #[schema(example = "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004")]
    check_in_id: String,
    #[schema(example = "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004")]
    checkpoint_id: String,
    #[schema(format = DateTime)]
    at: String,
    kind: CheckInKind,
    grade: Grade,
}

impl RoundBody {
    /// `scans` and `ends` are those of the document.
    fn of(
        round: DocumentRound,
        people: &HashMap<String, String>,
        scans: &[DocumentScan],
        ends: &[DocumentEnd],
    ) -> Self {
        let mine = scans.iter().filter(|scan| round.check_in_ids.contains(&scan.id));
        let scan = |scan: &DocumentScan| ScanBody {
            check_in_id: scan.id.clone(),
            checkpoint_id: scan.checkpoint_id.clone(),
            at: scan.at.to_rfc3339(),
            kind: scan.kind,
            grade: scan.grade,
        };
        let said = |end: &&DocumentEnd| {
            end.person_id == round.person_id && round.ended_at.as_ref().is_some_and(|ended| same_second(end, ended))
        };
        let given_up = round.how == Some(How::GivenUp);
        let reason = ends.iter().find(said).filter(|_| given_up).map(|end| end.reason.clone());
        Self {
            scans: mine.map(scan).collect(),
            reason,
            person_name: people.get(&round.person_id).cloned().unwrap_or_default(),
            person_id: round.person_id,
            opened_at: round.opened_at,
            ended_at: round.ended_at,
            how: round.how,
            counts: round.counts,
            points: round.points,
            duplicated: round.duplicated,
        }
    }
}

/// Rounds are told in whole seconds, words to the microsecond.
fn same_second(end: &DocumentEnd, ended: &str) -> bool {
    chrono::DateTime::parse_from_rfc3339(ended).is_ok_and(|ended| ended.timestamp() == end.at.timestamp())
}

/// Read the rounds of a route on a day.
///
/// They are computed from the evidence at each request, as `docs/patrols.md` says. Needs the right `read_evidence` over the station.
#[utoipa::path(
    tag = "patrols",
    params(("id" = PatrolRouteId, Path, description = "The route"), ("date" = NaiveDate, Path, description = "The day")),
    responses(
        (status = 200, description = "The rounds", body = PatrolDayBody),
        (status = 422, description = "`invalid_field`: a year that is out of reach", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/patrol-routes/{id}/days/{date}")]
pub(super) async fn patrol_day(
    app: Data<App>,
    actor: Actor,
    path: Path<(PatrolRouteId, NaiveDate)>,
) -> Result<Json<PatrolDayBody>> {
    let (id, date) = path.into_inner();
    let RouteDayView { station, row, document, sum, rounds, points, people } =
        run(&app, move |app| view::day(app, &actor, id, date)).await?;
    let rounds = rounds.into_iter().map(|round| RoundBody::of(round, &people, &document.check_ins, &document.ends));
    Ok(Json(PatrolDayBody {
        route: PatrolRouteBody::of(&row)?,
        station_name: station.name,
        timezone: station.timezone,
        date,
        as_known_at: document.as_known_at.to_rfc3339(),
        sum,
        windows: document.plan.windows.iter().map(PatrolWindowBody::of).collect(),
        points: points_of(points, &document.route.points),
        rounds: rounds.collect(),
    }))
}

/// Export a route on a day.
///
/// The document `huxue.patrol/1`: the route, the plan, the check-ins with the grades that count, and the words that ended rounds.
/// `huxue patrol verify` recomputes the rounds from it alone. The audit log says who exported what.
#[utoipa::path(
    tag = "patrols",
    params(("id" = PatrolRouteId, Path, description = "The route"), ("date" = NaiveDate, Path, description = "The day")),
    responses((
        status = 200, description = "The patrol document, `huxue.patrol/1`", body = Object, content_type = "application/json",
        example = json!({
            "format": "huxue.patrol/1",
            "station": { "id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6001", "name": "城关派出所", "timezone": "Asia/Shanghai" },
            "date": "2026-11-23", "as_known_at": "2026-11-23T20:00:00+08:00", "day_ends_at": "2026-11-24T00:00:00+08:00",
            "route": {
                "id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6002", "name": "城关一线", "ordered": false, "max_minutes": 90,
                "min_grade": "likely", "max_speed": 20.0,
                "points": [{
                    "checkpoint_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004", "not_before": null, "dwell_seconds": 0,
                    "tolerance_seconds": 0, "place": { "lon": 116.39, "lat": 39.92 },
                }],
            },
            "plan": { "rounds": 2, "windows": [] },
            "check_ins": [{
                "id": "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071", "person_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6005",
                "checkpoint_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004", "kind": "pass",
                "at": "2026-11-23T07:15:04+08:00", "grade": "confirmed",
            }],
            "ends": [],
        })
    ), (status = 422, description = "`invalid_field`: a year that is out of reach", body = ProblemBody)),
    security(("bearer" = []))
)]
#[get("/patrol-routes/{id}/days/{date}/document")]
pub(super) async fn patrol_document(
    app: Data<App>,
    actor: Actor,
    path: Path<(PatrolRouteId, NaiveDate)>,
) -> Result<HttpResponse> {
    let (id, date) = path.into_inner();
    let document = run(&app, move |app| view::document(app, &actor, id, date)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"patrol-{id}-{date}.json\"")))
        .json(document))
}
