use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, patch};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::wire::{self, CheckpointBody, OfficerBody};
use crate::domain::id::CheckpointId;
use crate::domain::sign::OfficerCard;
use crate::domain::words::{CheckpointKind, Datum};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::http::wire::versioned;
use crate::problem::{Problem, Result};
use crate::service::checkpoints::{self, CheckpointEdit};
use crate::service::{Actor, App};

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EditCheckpointBody)]
pub(super) struct EditBody {
    #[schema(example = "东门 · 1号岗", min_length = 1, max_length = 100)]
    name: Option<String>,
    kind: Option<CheckpointKind>,
    /// A new fence as GeoJSON; `datum` must come with it.
    #[schema(value_type = Option<std::collections::BTreeMap<String, Value>>, example = json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [116.393433, 39.929393]}, "properties": {"radius_m": 100}}))]
    area: Option<Value>,
    datum: Option<Datum>,
    fence_only: Option<bool>,
    /// Null takes the card away.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<OfficerBody>)]
    officer: Option<Option<OfficerBody>>,
    position: Option<i32>,
}

/// A field that is null is told from one that is left out.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<OfficerBody>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl TryFrom<EditBody> for CheckpointEdit {
    type Error = Problem;

    fn try_from(body: EditBody) -> Result<Self> {
        let card = |card: Option<OfficerBody>| card.map(OfficerCard::try_from).transpose();
        Ok(Self {
            name: body.name.as_deref().map(wire::name).transpose()?,
            kind: body.kind,
            area: body.area.as_ref().map(|area| wire::area(area, body.datum)).transpose()?,
            fence_only: body.fence_only,
            officer: body.officer.map(card).transpose()?,
            position: body.position,
        })
    }
}

/// Edit a checkpoint.
///
/// Its signs stay good. Needs the right `manage_places` and the version that the edit starts from.
#[utoipa::path(
    tag = "checkpoints",
    params(
        ("id" = CheckpointId, Path, description = "The checkpoint"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditBody,
    responses(
        (status = 200, description = "Edited; the area is answered in WGS-84", body = CheckpointBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/checkpoints/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    version: IfMatch,
    body: Json<EditBody>,
) -> Result<HttpResponse> {
    let (edit, lang) = (CheckpointEdit::try_from(body.into_inner())?, actor.lang);
    let post = run(&app, move |app| checkpoints::edit(app, &actor, *id, version.0, &edit)).await?;
    let version = post.row.version;
    Ok(versioned(&CheckpointBody::of(post, Datum::Wgs84, lang)?, version))
}
