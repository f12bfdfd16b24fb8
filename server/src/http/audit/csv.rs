use std::collections::BTreeMap;

use actix_web::web::{Data, Query};
use actix_web::{HttpResponse, get};

use super::wire::{AuditBody, Which};
use crate::domain::csv_cell::safe;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, audit_log};

const HEAD: [&str; 12] = [
    "at",
    "actor_name",
    "actor_id",
    "session_id",
    "action",
    "outcome",
    "subject_kind",
    "subject_id",
    "address",
    "request_id",
    "details",
    "id",
];

/// Take the audit log as a file.
///
/// At most 50,000 lines, newest first, as CSV in UTF-8 that spreadsheets open; no cell is taken for a formula. That it was
/// taken is written into the log. Needs the right `read_audit`.
#[utoipa::path(
    tag = "audit",
    params(Which),
    responses(
        (status = 200, description = "The lines", body = String, content_type = "text/csv"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 404, description = "`not_found`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/audit.csv")]
pub(super) async fn export(app: Data<App>, actor: Actor, which: Query<Which>) -> Result<HttpResponse> {
    let (organization, filter) = which.into_inner().into_filter();
    let rows = run(&app, move |app| audit_log::export(app, &actor, organization, filter)).await?;
    let mut file = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    file.write_record(HEAD).map_err(Problem::internal)?;
    for row in rows {
        file.write_record(cells(AuditBody::of(row, &BTreeMap::new())?)).map_err(Problem::internal)?;
    }
    let bytes = file.into_inner().map_err(Problem::internal)?;
    let name = ("Content-Disposition", "attachment; filename=\"audit.csv\"");
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header(name).body(bytes))
}

fn cells(line: AuditBody) -> [String; 12] {
    let id = |id: Option<String>| id.unwrap_or_default();
    [
        line.at.utc().to_rfc3339(),
        id(line.actor_name),
        id(line.actor_id.map(|id| id.to_string())),
        id(line.session_id.map(|id| id.to_string())),
        line.action,
        line.outcome,
        id(line.subject_kind),
        id(line.subject_id),
        id(line.address),
        id(line.request_id),
        line.details.to_string(),
        line.id.to_string(),
    ]
    .map(safe)
}
