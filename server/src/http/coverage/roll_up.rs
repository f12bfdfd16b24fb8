use std::collections::BTreeMap;

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::csv;
use super::sums::{PostsBody, PunctualityBody, percent};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::export;
use crate::service::coverage::roll_up::{self, By, Question, RollUp, RowOf, Sums};
use crate::service::{Actor, App};

/// What to add up.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct RollUpQuery {
    /// The first date.
    #[param(example = "2026-11-01")]
    from: NaiveDate,
    /// The last date, 400 days from the first at most.
    #[param(example = "2026-11-30")]
    to: NaiveDate,
    /// What makes a row.
    by: By,
    /// Whether the whole is also wanted by role; takes longer.
    #[serde(default)]
    #[param(required = false)]
    by_role: bool,
}

/// Coverage added up over schools and days.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RollUpBody {
    organization_id: OrganizationId,
    #[schema(example = "示范县教育局")]
    organization: String,
    from: NaiveDate,
    /// Today at most: days to come are left out.
    to: NaiveDate,
    by: By,
    schools: usize,
    whole: SumsBody,
    /// With `by_role`; else empty.
    by_roles: Vec<RolesBody>,
    /// 人次 by role. With `by_role`; else empty.
    #[schema(example = json!({"guard": 40, "parent": 80}))]
    stays_by_role: BTreeMap<&'static str, i64>,
    rows: Vec<RowBody>,
}

/// The posts that list the same roles.
#[derive(Debug, Serialize, ToSchema)]
struct RolesBody {
    /// The roles, in their order.
    #[schema(example = json!(["police", "auxiliary"]))]
    roles: Vec<String>,
    posts: PostsBody,
}

/// One row.
#[derive(Debug, Serialize, ToSchema)]
struct RowBody {
    /// The school, station or bureau, when rows are such.
    organization_id: Option<OrganizationId>,
    /// Its name, or the term's.
    name: Option<String>,
    /// The date, when rows are days.
    date: Option<NaiveDate>,
    /// The first date, when rows are months or terms.
    from: Option<NaiveDate>,
    /// The last date, when rows are months or terms.
    to: Option<NaiveDate>,
    sums: SumsBody,
}

/// Sums over school-days.
#[derive(Debug, Serialize, ToSchema)]
struct SumsBody {
    /// School-days (one school on one date) in the sums.
    days: i64,
    /// Those that are live; of these, posts are counted once their window is over.
    live_days: i64,
    /// Those whose figures changed after they were first final.
    revised_days: i64,
    /// When the newest of the figures were computed; null without any.
    as_known_at: Option<Moment>,
    /// Known school days and make-up days.
    school_days: i64,
    /// Those with at least one duty.
    school_days_set_up: i64,
    /// Days that the calendar does not know.
    school_days_unknown: i64,
    /// 护学岗设置率: `school_days_set_up` of `school_days`, percent.
    set_up_rate: Option<f64>,
    posts: PostsBody,
    punctuality: PunctualityBody,
    /// 人次.
    person_stays: i64,
}

/// Add up the coverage of the schools below an organization.
///
/// By school, station or bureau, by day, month or term, with the whole, and on request by role. Each denominator is defined in `docs/figures.md`. For a
/// station these are the schools assigned to it.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "A bureau, station or school"), RollUpQuery),
    responses(
        (status = 200, description = "The sums", body = RollUpBody),
        (status = 422, description = "`invalid_field`: the range is too long or runs backwards", body = crate::http::answer::ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/coverage/roll-up")]
pub(super) async fn coverage_roll_up(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<RollUpQuery>,
) -> Result<Json<RollUpBody>> {
    let question = query.into_inner().into();
    let answer = run(&app, move |app| roll_up::roll_up(app, &actor, *id, question)).await?;
    Ok(Json(RollUpBody::from(answer)))
}

/// Add up the coverage of the schools below an organization, as a table.
///
/// The rows of the roll-up and the whole, as CSV that spreadsheet programs open as it is (UTF-8 with a byte order mark).
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "A bureau, station or school"), RollUpQuery),
    responses(
        (status = 200, description = "The table", body = String, content_type = "text/csv"),
        (status = 422, description = "`invalid_field`: the range is too long or runs backwards", body = crate::http::answer::ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/coverage/roll-up.csv")]
pub(super) async fn coverage_roll_up_csv(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<RollUpQuery>,
) -> Result<HttpResponse> {
    let (lang, question) = (actor.lang, Question::from(query.into_inner()));
    let answer = run(&app, move |app| export::table(app, &actor, *id, question)).await?;
    let name = format!("attachment; filename=\"coverage-{}-{}.csv\"", question.from, question.to);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(csv::table(&answer, lang)?))
}

impl From<RollUpQuery> for Question {
    fn from(query: RollUpQuery) -> Self {
        Self { from: query.from, to: query.to, by: query.by, by_role: query.by_role }
    }
}

impl From<RollUp> for RollUpBody {
    fn from(answer: RollUp) -> Self {
        let roles = |roles: &str| roles.split(',').map(ToOwned::to_owned).collect();
        let by_roles = answer.by_roles.iter();
        Self {
            organization_id: answer.organization.id,
            organization: answer.organization.name,
            from: answer.question.from,
            to: answer.question.to,
            by: answer.question.by,
            schools: answer.schools,
            whole: SumsBody::from(&answer.whole),
            by_roles: by_roles.map(|(text, sums)| RolesBody { roles: roles(text), posts: sums.into() }).collect(),
            stays_by_role: answer.stays_by_role.iter().map(|(role, count)| (role.as_str(), *count)).collect(),
            rows: answer.rows.into_iter().map(|(of, sums)| RowBody::new(of, &sums)).collect(),
        }
    }
}

impl RowBody {
    fn new(of: RowOf, sums: &Sums) -> Self {
        let (organization_id, name, date, span) = match of {
            RowOf::Organization { id, name } => (Some(id), Some(name), None, None),
            RowOf::Day(date) => (None, None, Some(date), None),
            RowOf::Span { from, to, name } => (None, name, None, Some((from, to))),
        };
        let (from, to) = span.unzip();
        Self { organization_id, name, date, from, to, sums: SumsBody::from(sums) }
    }
}

impl From<&Sums> for SumsBody {
    fn from(sums: &Sums) -> Self {
        let totals = &sums.totals;
        Self {
            days: sums.days,
            live_days: sums.live_days,
            revised_days: sums.revised_days,
            as_known_at: sums.as_known_at,
            school_days: totals.school_days,
            school_days_set_up: totals.school_days_set_up,
            school_days_unknown: totals.school_days_unknown,
            set_up_rate: percent(totals.set_up_rate()),
            posts: PostsBody::from(&totals.duties),
            punctuality: PunctualityBody::new(totals.slots, totals.slots_on_time),
            person_stays: sums.person_stays,
        }
    }
}
