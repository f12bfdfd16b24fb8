use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::wire::{self, CheckpointBody, OfficerBody};
use crate::domain::id::OrganizationId;
use crate::domain::sign::OfficerCard;
use crate::domain::words::{CheckpointKind, Datum};
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::checkpoints::{self, NewCheckpoint};
use crate::service::{Actor, App};

/// A checkpoint to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCheckpointBody)]
pub(super) struct CreateBody {
    #[schema(example = "东门 · 1号岗", min_length = 1, max_length = 100)]
    name: String,
    kind: CheckpointKind,
    /// The fence as GeoJSON: a Point with `radius_m`, a Polygon, or a LineString with `half_width_m`.
    #[schema(value_type = std::collections::BTreeMap<String, Value>, example = json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [116.393433, 39.929393]}, "properties": {"radius_m": 100}}))]
    area: Value,
    /// The datum of `area`. Amap and Tencent give `gcj02`, Baidu `bd09`, phones and Tianditu `wgs84`.
    datum: Option<Datum>,
    /// Whether being inside proves presence without a code; no unless said.
    #[serde(default)]
    fence_only: bool,
    officer: Option<OfficerBody>,
    /// Its place in the school's list; the end unless said.
    position: Option<i32>,
}

impl TryFrom<CreateBody> for NewCheckpoint {
    type Error = Problem;

    fn try_from(body: CreateBody) -> Result<Self> {
        Ok(Self {
            name: wire::name(&body.name)?,
            kind: body.kind,
            area: wire::area(&body.area, body.datum)?,
            fence_only: body.fence_only,
            officer: body.officer.map(OfficerCard::try_from).transpose()?,
            position: body.position,
        })
    }
}

/// Add a checkpoint.
///
/// It gets its first sign at once. Needs the right `manage_places` at the school. The datum of the area must be stated.
#[utoipa::path(
    tag = "checkpoints",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = CreateBody,
    responses(
        (status = 201, description = "Added; the area is answered in WGS-84", body = CheckpointBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `too_many_checkpoints`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/checkpoints")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<CreateBody>,
) -> Result<HttpResponse> {
    let (new, lang) = (NewCheckpoint::try_from(body.into_inner())?, actor.lang);
    let post = run(&app, move |app| checkpoints::create(app, &actor, *id, &new)).await?;
    Ok(HttpResponse::Created().json(CheckpointBody::of(post, Datum::Wgs84, lang)?))
}
