use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::coverage::rfc3339;
use crate::domain::id::CheckpointId;
use crate::domain::words::{Grade, Role};
use crate::http::answer::{ProblemBody, run};
use crate::http::codes::CodeWindow;
use crate::http::coverage::CheckpointBody;
use crate::problem::Result;
use crate::service::here::{Here, Other, Stretch, here as found_here};
use crate::service::{Actor, App};

/// Oneself at a post now.
#[derive(Debug, Serialize, ToSchema)]
struct HereBody {
    /// The server's moment, as every time of this answer on the school's clock.
    #[schema(example = "2026-11-23T07:31:10+08:00")]
    now: String,
    date: NaiveDate,
    /// How long a proof holds.
    #[schema(example = 45)]
    hold_minutes: u32,
    /// The roles that one may check in with here.
    roles: Vec<Role>,
    /// The window that is open now, or the next one today; null if there is none.
    window: Option<CodeWindow>,
    me: MeHereBody,
    /// Who else is here now.
    others: Vec<OtherHereBody>,
}

/// What one did here today.
#[derive(Debug, Serialize, ToSchema)]
struct MeHereBody {
    /// One's stays here today, oldest first. A stay whose grade changes is several rows, one after the other.
    stays: Vec<StayHereBody>,
    /// Until when what one proved holds; null if one is not on post here now.
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    on_post_until: Option<String>,
    /// By when to say that one is still here; null if the window ends before.
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    again_by: Option<String>,
    /// At which other post one is now.
    elsewhere: Option<ElsewhereBody>,
}

/// A stretch of a stay.
#[derive(Debug, Serialize, ToSchema)]
struct StayHereBody {
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    from: String,
    /// The end of force as known now; it may lie ahead.
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    to: String,
    role: Option<Role>,
    grade: Grade,
}

/// Another post.
#[derive(Debug, Serialize, ToSchema)]
struct ElsewhereBody {
    checkpoint: CheckpointBody,
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    until: String,
}

/// Somebody else.
#[derive(Debug, Serialize, ToSchema)]
struct OtherHereBody {
    role: Option<Role>,
    grade: Grade,
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    since: String,
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    until: String,
    /// Only for those who may read the evidence.
    name: Option<String>,
}

impl HereBody {
    fn of(found: Here) -> Self {
        let time = |second| rfc3339(second, found.zone);
        let stay = |one: &Stretch| {
            let Stretch { from, to, role, grade } = *one;
            StayHereBody { from: time(from), to: time(to), role, grade }
        };
        let other = |one: &Other| {
            let StayHereBody { from, to, role, grade } = stay(&one.stay);
            OtherHereBody { role, grade, since: from, until: to, name: one.name.clone() }
        };
        let day = &found.facts.facts.day;
        let elsewhere = found.elsewhere.map(|(id, until)| {
            let name = found.facts.checkpoints.get(&id).cloned();
            ElsewhereBody { checkpoint: CheckpointBody { id, name }, until: time(until) }
        });
        Self {
            now: time(found.now.seconds()),
            date: day.date,
            hold_minutes: day.rules.hold_minutes,
            me: MeHereBody {
                stays: found.stays.iter().map(stay).collect(),
                on_post_until: found.until.map(time),
                again_by: found.again_by.map(time),
                elsewhere,
            },
            others: found.others.iter().map(other).collect(),
            roles: found.roles,
            window: found.window.map(CodeWindow::from),
        }
    }
}

/// Read oneself at a post.
///
/// What one did there today, until when that holds, and who else is there: by role, with names for those who may read the
/// evidence. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "checkpoints",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    responses(
        (status = 200, description = "Oneself there", body = HereBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/here")]
pub(super) async fn here(app: Data<App>, actor: Actor, id: Path<CheckpointId>) -> Result<HttpResponse> {
    let found = run(&app, move |app| found_here(app, &actor, *id)).await?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(HereBody::of(found)))
}
