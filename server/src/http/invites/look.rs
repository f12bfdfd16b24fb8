use actix_web::get;
use actix_web::web::{Data, Json, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::consent::ConsentKind;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::{OrganizationKind, Role};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{From as Caller, Reader, Visitor};
use crate::http::me::ConsentText;
use crate::problem::Result;
use crate::service::actor::Origin;
use crate::service::{App, invites};

/// What somebody who follows an invite reads first.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OpenInvite {
    /// The organization's name.
    #[schema(example = "实验小学")]
    organization: String,
    kind: OrganizationKind,
    role: Role,
    /// Whether joining needs no approval.
    auto_approve: bool,
    expires_at: Moment,
    /// The texts to agree to.
    consents: Vec<ConsentText>,
}

/// Read an invite.
///
/// For anybody who has its link.
#[utoipa::path(
    tag = "invites",
    params(("token" = String, Path, description = "The last part of the invite's link")),
    responses(
        (status = 200, description = "Where it leads", body = OpenInvite),
        (status = 404, description = "`not_found`", body = ProblemBody),
        (status = 410, description = "`invite_over`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[get("/invites/{token}")]
pub(super) async fn look(
    _: Visitor,
    app: Data<App>,
    caller: Caller,
    reader: Reader,
    token: Path<String>,
) -> Result<Json<OpenInvite>> {
    Ok(Json(read(&app, token.into_inner(), caller.0, reader.0).await?))
}

/// What an invite says, for this and for the page that its link opens.
///
/// # Errors
/// `not_found`, `invite_over`.
pub(in crate::http) async fn read(app: &Data<App>, token: String, caller: Origin, lang: Lang) -> Result<OpenInvite> {
    let (invite, place) = run(app, move |app| invites::look(app, &token, &caller)).await?;
    Ok(OpenInvite {
        organization: place.name,
        kind: place.kind,
        role: invite.role,
        auto_approve: invite.auto_approve,
        expires_at: invite.expires_at,
        consents: ConsentKind::ALL.iter().map(|kind| ConsentText::of(*kind, lang)).collect(),
    })
}
