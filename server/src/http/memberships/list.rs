use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::MemberBody;
use crate::domain::id::OrganizationId;
use crate::domain::words::{Office, Role};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{List, Page, PageQuery};
use crate::problem::Result;
use crate::service::members::{self, Filter, Member, MembershipState};
use crate::service::{Actor, App};

const LIST: List = List("members");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// Only people with this in their name.
    search: Option<String>,
    /// Only this role.
    role: Option<Role>,
    /// Only this office.
    office: Option<Office>,
    /// Only in this state; `pending` are those who wait for approval.
    state: Option<MembershipState>,
}

/// List the members of an organization.
///
/// Of the organization itself, not of those below it; oldest membership first. Phone numbers are masked. Needs the right
/// `read_members`.
#[utoipa::path(
    tag = "members",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery, Which),
    responses(
        (status = 200, description = "A part of the list", body = Page<MemberBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/members")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    page: Query<PageQuery>,
    which: Query<Which>,
) -> Result<Json<Page<MemberBody>>> {
    let (limit, after) = (page.limit()?, LIST.key(page.after.as_deref())?);
    let Which { search, role, office, state } = which.into_inner();
    let filter = Filter { search, role, office, state, ..Filter::default() };
    let rows = run(&app, move |app| members::list(app, &actor, *id, filter, after, limit)).await?;
    let page = Page::new(rows, limit, |member: &Member| LIST.next(member.membership.id));
    Ok(Json(page.map(MemberBody::from)))
}
