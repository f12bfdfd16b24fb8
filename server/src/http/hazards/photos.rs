use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{HttpResponse, get, put};

use super::wire::HazardBody;
use crate::domain::id::{HazardId, HazardPhotoId};
use crate::domain::photo::LARGEST;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Code, Problem, Result};
use crate::service::hazards::photos;
use crate::service::{Actor, App};

/// Add a photo to a hazard.
///
/// The body is one JPEG or PNG of at most 8 MiB and 16 megapixels; its kind is told from its first bytes. What is kept is written anew
/// from its pixels: upright, at most 1600 pixels, without position or any other metadata. Each person adds at most six: who reported the
/// hazard, who has to put it right, and whoever has the right `change_day`. The photo's id is a UUIDv7 made by whoever sends it: sent
/// again, it is the same photo.
#[utoipa::path(
    tag = "hazards",
    params(
        ("id" = HazardId, Path, description = "The hazard"),
        ("photo" = HazardPhotoId, Path, description = "The photo, a new id"),
    ),
    request_body(content = Vec<u8>, content_type = "image/jpeg"),
    responses(
        (status = 200, description = "Added, or it was before", body = HazardBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`, `photo_limit`", body = ProblemBody),
        (status = 422, description = "`photo_unreadable`", body = ProblemBody),
        (status = 503, description = "`photo_store_unavailable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/hazards/{id}/photos/{photo}")]
pub(super) async fn add(
    app: Data<App>,
    actor: Actor,
    path: Path<(HazardId, HazardPhotoId)>,
    body: Payload,
) -> Result<Json<HazardBody>> {
    let (hazard, photo) = path.into_inner();
    let _receiving = app.photos.receive().await?;
    let too_large =
        |_| Problem::new(Code::BodyTooLarge).detail(format!("{LARGEST} bytes at most / 最多 {LARGEST} 字节"));
    let bytes = body.to_bytes_limited(LARGEST).await.map_err(too_large)?.map_err(|_| Code::PhotoUnreadable)?;
    let asker = actor.clone();
    run(&app, move |app| photos::allowed(app, &asker, hazard, photo)).await?;
    let tamed = {
        let _alone = app.photos.alone().await?;
        run(&app, move |_| photos::tamed(&bytes)).await?
    };
    let kept = app.photos.keep(tamed).await?;
    Ok(Json(run(&app, move |app| photos::add(app, &actor, hazard, photo, kept)).await?.into()))
}

/// Read a photo of a hazard.
///
/// A JPEG, for whoever may read the hazard.
#[utoipa::path(
    tag = "hazards",
    params(
        ("id" = HazardId, Path, description = "The hazard"),
        ("photo" = HazardPhotoId, Path, description = "The photo"),
    ),
    responses(
        (status = 200, description = "The photo", content_type = "image/jpeg", body = Vec<u8>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 503, description = "`photo_store_unavailable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/hazards/{id}/photos/{photo}")]
pub(super) async fn picture(
    app: Data<App>,
    actor: Actor,
    path: Path<(HazardId, HazardPhotoId)>,
) -> Result<HttpResponse> {
    let (hazard, photo) = path.into_inner();
    let hash = run(&app, move |app| photos::hash_of(app, &actor, hazard, photo)).await?;
    let file = app.photos.read(&hash).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        // It never changes, and is for the eyes of whoever asked alone.
        .insert_header((CACHE_CONTROL, "private, max-age=86400, immutable"))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(file))
}
