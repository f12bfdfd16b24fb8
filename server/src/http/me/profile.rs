use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::PersonId;
use crate::domain::name::Name;
use crate::domain::phone::masked;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::http::memberships::MemberBody;
use crate::http::wire::versioned;
use crate::problem::{Problem, Result};
use crate::service::members::Member;
use crate::service::{Actor, App, me};

/// One's own account.
#[derive(Serialize, ToSchema)]
pub(super) struct ProfileBody {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
    /// One's phone number with its middle hidden.
    #[schema(example = "138****0000")]
    phone: Option<String>,
    /// Whether one can sign in by password.
    has_password: bool,
    /// Everything that one holds or asked for, with the rights that come with it now.
    memberships: Vec<MemberBody>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

/// What to change.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileEdit {
    #[schema(example = "王芳", min_length = 1, max_length = 100)]
    name: String,
}

fn answer((person, members): (me::Person, Vec<Member>)) -> HttpResponse {
    let body = ProfileBody {
        id: person.id,
        name: person.name,
        phone: person.phone.as_deref().map(masked),
        has_password: person.password_hash.is_some(),
        memberships: members.into_iter().map(MemberBody::from).collect(),
        version: person.version,
    };
    versioned(&body, body.version)
}

/// Read one's own account.
///
/// With one's memberships and the rights that come with them.
#[utoipa::path(
    tag = "me",
    responses((status = 200, description = "One's account", body = ProfileBody)),
    security(("bearer" = []))
)]
#[get("/me")]
pub(super) async fn profile(app: Data<App>, actor: Actor) -> Result<HttpResponse> {
    Ok(answer(run(&app, move |app| me::get(app, &actor)).await?))
}

/// Change one's name.
///
/// It shows wherever one is named from now on, earlier check-ins included.
#[utoipa::path(
    tag = "me",
    params(("If-Match" = String, Header, description = "The ETag that was read")),
    request_body = ProfileEdit,
    responses(
        (status = 200, description = "Changed", body = ProfileBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/me")]
pub(super) async fn rename(
    app: Data<App>,
    actor: Actor,
    version: IfMatch,
    body: Json<ProfileEdit>,
) -> Result<HttpResponse> {
    let name: Name = body.name.parse().map_err(|e| Problem::invalid("name", e))?;
    Ok(answer(run(&app, move |app| me::rename(app, &actor, version.0, &String::from(name))).await?))
}
