use actix_web::post;
use actix_web::web::{Data, Json, Path, Payload, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::id::OrganizationId;
use crate::domain::lang::Lang;
use crate::domain::school_table::RowProblem;
use crate::domain::words::Datum;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Code, Problem, Result};
use crate::service::school_import::{self, Line, Report, RowState};
use crate::service::{Actor, App};

/// The largest table, bytes: 5,000 rows of some 200.
const LARGEST: usize = 1024 * 1024;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportQuery {
    /// The datum of the table; nothing is assumed.
    #[param(inline)]
    datum: Datum,
    /// Add the new schools; without it the table is only checked.
    #[serde(default)]
    apply: bool,
}

/// A row of the table.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LineBody {
    /// Its line in the file; the header is line 1.
    #[schema(example = 2)]
    line: u64,
    #[schema(example = "实验小学")]
    name: String,
    state: RowState,
    problem: Option<RowProblem>,
    /// What is wrong and what to do, in the reader's language.
    message: Option<String>,
    /// Where the school is, WGS-84.
    lon: Option<f64>,
    lat: Option<f64>,
}

/// What the import did, or would do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportBody {
    /// Whether the new schools were added. They are not while a single row has a problem.
    applied: bool,
    /// Rows with new schools.
    new: usize,
    /// Rows whose schools are there already.
    there: usize,
    /// Rows that cannot be imported.
    problems: usize,
    lines: Vec<LineBody>,
}

impl ImportBody {
    fn of(report: Report, lang: Lang) -> Self {
        Self {
            applied: report.applied,
            new: report.count(RowState::New),
            there: report.count(RowState::There),
            problems: report.count(RowState::Problem),
            lines: report.lines.into_iter().map(|line| LineBody::of(line, lang)).collect(),
        }
    }
}

impl LineBody {
    fn of(line: Line, lang: Lang) -> Self {
        Self {
            line: line.line,
            name: line.name,
            state: line.state,
            problem: line.problem,
            message: line.problem.map(|problem| problem.sentence().text(lang).to_owned()),
            lon: line.position.map(|position| position.lon()),
            lat: line.position.map(|position| position.lat()),
        }
    }
}

/// Import a table of schools.
///
/// The body is CSV in UTF-8 whose first line names the columns `name`, `lon`, `lat` and, if there is one, `external_code`
/// (in Chinese: 名称, 经度, 纬度, 编码). Without `apply` nothing is changed: see what each row would come to. With it all rows
/// must be good and all new schools are added, or none. A second time adds nothing. Needs the right `manage_organizations`.
#[utoipa::path(
    tag = "school-imports",
    params(("id" = OrganizationId, Path, description = "The bureau above the schools"), ImportQuery),
    request_body(content = String, content_type = "text/csv", example = "name,lon,lat\n实验小学,116.393433,39.929393\n"),
    responses(
        (status = 200, description = "What each row came to", body = ImportBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`table_unreadable`, `wrong_parent`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/school-imports")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<ImportQuery>,
    body: Payload,
) -> Result<Json<ImportBody>> {
    let lang = actor.lang;
    let too_large =
        |_| Problem::new(Code::BodyTooLarge).detail(format!("{LARGEST} bytes at most / 最多 {LARGEST} 字节"));
    let table = body.to_bytes_limited(LARGEST).await.map_err(too_large)?.map_err(|_| Code::TableUnreadable)?;
    let import = move |app: &App| school_import::run(app, Some(&actor), *id, &table, query.datum, query.apply);
    Ok(Json(ImportBody::of(run(&app, import).await?, lang)))
}
