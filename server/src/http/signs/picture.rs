use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get};

use super::wire::{PngQuery, SheetQuery, SvgQuery, picture};
use crate::domain::id::CheckpointId;
use crate::domain::sign::{self, ModulePixels};
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, sign_prints, sign_views};

/// The sign as SVG.
///
/// QR, school, post, short code and notice in one picture, 210 mm wide. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = CheckpointId, Path, description = "The checkpoint"), SvgQuery),
    responses(
        (status = 200, description = "The picture", content_type = "image/svg+xml", body = String),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`sign_key_retired`", body = ProblemBody),
        (status = 422, description = "`sign_not_drawable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/sign.svg")]
pub(super) async fn svg(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    query: Query<SvgQuery>,
) -> Result<HttpResponse> {
    let lang = query.lang.unwrap_or(actor.lang);
    let view = run(&app, move |app| sign_views::of_checkpoint(app, &actor, *id)).await?;
    Ok(picture("image/svg+xml", sign::svg(&view, lang)?))
}

/// The sign's QR as PNG.
///
/// The QR with its quiet zone alone, for documents. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = CheckpointId, Path, description = "The checkpoint"), PngQuery),
    responses(
        (status = 200, description = "The picture", content_type = "image/png", body = Vec<u8>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`sign_key_retired`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `sign_not_drawable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/sign.png")]
pub(super) async fn png(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    query: Query<PngQuery>,
) -> Result<HttpResponse> {
    let module = query.module_px.map(ModulePixels::try_from).transpose();
    let module = module.map_err(|e| Problem::invalid("module_px", e))?.unwrap_or_default();
    let bytes = run(&app, move |app| Ok(sign::png(&sign_views::of_checkpoint(app, &actor, *id)?, module)?)).await?;
    Ok(picture("image/png", bytes))
}

/// The sign as a page for printing.
///
/// An A4 page with post, school, windows, the responsible officer and how to use it; with `layout=four_up` a sheet of four
/// small ones. When it was made, unless as a preview, is kept with the sign (`printed_at`). Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = CheckpointId, Path, description = "The checkpoint"), SheetQuery),
    responses(
        (status = 200, description = "The page", content_type = "text/html", body = String),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`sign_key_retired`", body = ProblemBody),
        (status = 422, description = "`sign_not_drawable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/sign.html")]
pub(super) async fn html(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    query: Query<SheetQuery>,
) -> Result<HttpResponse> {
    let sheet = query.sheet(actor.lang);
    let page = run(&app, move |app| sign_prints::checkpoint(app, &actor, *id, sheet)).await?;
    Ok(picture("text/html; charset=utf-8", page))
}
