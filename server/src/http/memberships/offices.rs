use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::MemberBody;
use crate::domain::id::OrganizationId;
use crate::domain::name::Name;
use crate::domain::phone::Phone;
use crate::domain::words::Office;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, members};

/// Who is to hold an office.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeBody {
    office: Office,
    /// For somebody who has no account yet; who has one keeps their name.
    #[schema(example = "李校长", min_length = 1, max_length = 100)]
    name: String,
    #[schema(example = "13800000000")]
    phone: String,
}

/// Give an office.
///
/// Somebody without an account gets one and signs in by text message. Needs the right `manage_offices`; an office that can
/// itself give offices is given only by those who have all its rights.
#[utoipa::path(
    tag = "members",
    params(("id" = OrganizationId, Path, description = "The organization")),
    request_body = OfficeBody,
    responses(
        (status = 201, description = "Given", body = MemberBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`already_member`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/offices")]
pub(super) async fn give_office(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<OfficeBody>,
) -> Result<HttpResponse> {
    let name: Name = body.name.parse().map_err(|e| Problem::invalid("name", e))?;
    let phone: Phone = body.phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    let office = body.office;
    let member = run(&app, move |app| members::give_office(app, &actor, *id, office, name.into(), &phone)).await?;
    Ok(HttpResponse::Created().json(MemberBody::from(member)))
}
