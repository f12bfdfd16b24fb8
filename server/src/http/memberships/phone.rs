use actix_web::get;
use actix_web::web::{Data, Json, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::MembershipId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, members};

/// A phone number in full.
#[derive(Serialize, ToSchema)]
pub(super) struct WholePhone {
    #[schema(example = "13800000000")]
    phone: Option<String>,
}

/// Look at a member's phone number in full.
///
/// Each look is written into the audit log. Needs the right `manage_members`.
#[utoipa::path(
    tag = "members",
    params(("id" = MembershipId, Path, description = "The membership")),
    responses(
        (status = 200, description = "The number", body = WholePhone),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/memberships/{id}/phone")]
pub(super) async fn phone(app: Data<App>, actor: Actor, id: Path<MembershipId>) -> Result<Json<WholePhone>> {
    Ok(Json(WholePhone { phone: run(&app, move |app| members::phone(app, &actor, *id)).await? }))
}
