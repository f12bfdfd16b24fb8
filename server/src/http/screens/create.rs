use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{NewScreenBody, ScreenBody};
use crate::domain::id::CheckpointId;
use crate::domain::name::Name;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, screens};

/// A screen to set up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateBody {
    #[schema(example = "东门值班室", min_length = 1, max_length = 100)]
    name: String,
}

/// Set up a screen.
///
/// Answers the link that the screen opens; whoever has it can show codes, so it is answered once. Needs the right
/// `manage_places`.
#[utoipa::path(
    tag = "screens",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    request_body = CreateBody,
    responses(
        (status = 201, description = "Set up", body = NewScreenBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/checkpoints/{id}/screens")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    body: Json<CreateBody>,
) -> Result<HttpResponse> {
    let name: String = body.name.parse::<Name>().map_err(|e| Problem::invalid("name", e))?.into();
    let (screen, token) = run(&app, move |app| screens::create(app, &actor, *id, &name)).await?;
    let url = format!("{}/kiosk/{token}", app.config.public_url.trim_end_matches('/'));
    Ok(HttpResponse::Created().json(NewScreenBody { screen: ScreenBody::from(screen), token, url }))
}
