use actix_web::get;
use actix_web::web::{Data, Json, Query};

use super::wire::{AuditBody, Which};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Page, PageQuery, cursor};
use crate::problem::Result;
use crate::service::audit_log::{self, Named};
use crate::service::{Actor, App};

/// Read the audit log.
///
/// Newest first; the lines of the organizations where the caller has the right `read_audit`.
#[utoipa::path(
    tag = "audit",
    params(PageQuery, Which),
    responses(
        (status = 200, description = "A part of the log", body = Page<AuditBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
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
    let (limit, before) = (page.limit(), cursor(page.after.as_deref())?);
    let (organization, filter) = which.into_inner().into_filter();
    let rows = run(&app, move |app| audit_log::list(app, &actor, organization, filter, before, limit)).await?;
    let Page { items, next } = Page::new(rows, limit, |row: &Named| row.0.id.to_string());
    Ok(Json(Page { items: items.into_iter().map(AuditBody::of).collect::<Result<_>>()?, next }))
}
