use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::board::Phase;
use crate::domain::coverage::rfc3339;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::words::WindowKind;
use crate::http::answer::run;
use crate::http::coverage::SchoolBody;
use crate::problem::Result;
use crate::service::boards::{self, InShort};
use crate::service::{Actor, App};

/// How the schools of an organization stand now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardsBody {
    /// The moment that is shown.
    now: Moment,
    /// Most posts short first.
    schools: Vec<SchoolNowBody>,
}

/// How a school stands now.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolNowBody {
    school: SchoolBody,
    date: NaiveDate,
    phase: Phase,
    /// The window that runs or comes next, the first if there are several; null without any.
    window: Option<WindowInShort>,
    /// The posts that the school's board shows.
    #[schema(example = 5)]
    posts: u32,
    /// Those with every slot filled, before the window too.
    #[schema(example = 3)]
    staffed: u32,
    /// Those with a slot unfilled for longer than the grace.
    #[schema(example = 1)]
    short: u32,
    /// Those with a slot unfilled that may be so still: the window has not begun, or the grace runs.
    #[schema(example = 1)]
    waiting: u32,
    /// Those with a reason on record.
    #[schema(example = 0)]
    excused: u32,
    /// Those of which the calendar does not know whether they are asked for.
    #[schema(example = 0)]
    unknown: u32,
    /// Slots unfilled in the posts that are short.
    #[schema(example = 1)]
    missing: u32,
    /// Since when the post has been short that has been so the longest.
    #[schema(example = "2026-11-23T07:25:00+08:00")]
    short_since: Option<String>,
}

/// A window of the day.
#[derive(Debug, Serialize, ToSchema)]
struct WindowInShort {
    kind: WindowKind,
    #[schema(example = "2026-11-23T07:20:00+08:00")]
    starts_at: String,
    #[schema(example = "2026-11-23T08:00:00+08:00")]
    ends_at: String,
}

impl SchoolNowBody {
    fn of(shown: &InShort) -> Self {
        let day = &shown.facts.day;
        Self {
            school: SchoolBody { id: day.school, name: day.name.clone(), timezone: day.zone.name().to_owned() },
            date: day.date,
            phase: shown.phase,
            window: shown.window().map(|window| WindowInShort {
                kind: window.kind,
                starts_at: rfc3339(window.starts_at.timestamp(), day.zone),
                ends_at: rfc3339(window.ends_at.timestamp(), day.zone),
            }),
            posts: shown.posts,
            staffed: shown.staffed,
            short: shown.short,
            waiting: shown.waiting,
            excused: shown.excused,
            unknown: shown.unknown,
            missing: shown.missing,
            short_since: shown.short_since.map(|since| rfc3339(since, day.zone)),
        }
    }
}

/// Read how the schools of an organization stand now.
///
/// For each school below it (for a station: each that is assigned to it) the posts of its board, counted by their state: where
/// posts are short now, how many people are missing, and since when. No names.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The bureau, station or school")),
    responses((status = 200, description = "The schools", body = BoardsBody)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/boards")]
pub(super) async fn boards_now(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<BoardsBody>> {
    let (now, shown) = run(&app, move |app| boards::load(app, &actor, *id)).await?;
    Ok(Json(BoardsBody { now, schools: shown.iter().map(SchoolNowBody::of).collect() }))
}
