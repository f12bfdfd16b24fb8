use actix_web::get;
use actix_web::web::{Data, Json, Query};

use super::wire::{AuditBody, Which};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{List, Page, PageQuery};
use crate::problem::Result;
use crate::service::audit_log::{self, Named};
use crate::service::{Actor, App};

const LIST: List = List("audit");

/// Read the audit log.
///
/// Newest first; the lines of the organizations where the caller has the right `read_audit`.
#[utoipa::path(
    tag = "audit",
    params(PageQuery, Which),
    responses(
        (status = 200, description = "A part of the log", body = Page<AuditBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 404, description = "`not_found`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/audit")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    page: Query<PageQuery>,
    which: Query<Which>,
) -> Result<Json<Page<AuditBody>>> {
    let (limit, before) = (page.limit()?, LIST.key(page.after.as_deref())?);
    let (organization, filter) = which.into_inner().into_filter();
    let (rows, names) = run(&app, move |app| {
        let rows = audit_log::list(app, &actor, organization, filter, before, limit)?;
        let names = audit_log::names(app, &rows)?;
        Ok((rows, names))
    })
    .await?;
    let Page { items, next } = Page::new(rows, limit, |row: &Named| LIST.next(row.0.id));
    Ok(Json(Page { items: items.into_iter().map(|row| AuditBody::of(row, &names)).collect::<Result<_>>()?, next }))
}
