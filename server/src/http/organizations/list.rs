use std::str::FromStr;

use actix_web::get;
use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::OrganizationBody;
use crate::domain::id::OrganizationId;
use crate::domain::scope::Path;
use crate::domain::words::OrganizationKind;
use crate::http::answer::run;
use crate::http::extract::{List, Page, PageQuery};
use crate::problem::Result;
use crate::service::organizations::{self, Filter, Organization};
use crate::service::{Actor, App};

const LIST: List = List("organizations");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// Only this kind.
    kind: Option<OrganizationKind>,
    /// Only those directly below this one.
    parent: Option<OrganizationId>,
    /// Only those with this in their name, in whichever case.
    search: Option<String>,
}

/// The path of the organization before, exactly as paths are written.
struct Key(Path);

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let path = Path(text.to_owned());
        let again = path.ids().fold(Path::everything(), |path, id| path.child(id));
        if path == again && path != Path::everything() { Ok(Self(path)) } else { Err(()) }
    }
}

/// List organizations.
///
/// Those that the caller may see, in the order of the tree.
#[utoipa::path(
    tag = "organizations",
    params(PageQuery, Which),
    responses((status = 200, description = "A part of the list", body = Page<OrganizationBody>)),
    security(("bearer" = []))
)]
#[get("/organizations")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    page: Query<PageQuery>,
    which: Query<Which>,
) -> Result<Json<Page<OrganizationBody>>> {
    let (limit, after) = (page.limit()?, LIST.key::<Key>(page.after.as_deref())?.map(|key| key.0));
    let Which { kind, parent, search } = which.into_inner();
    let filter = Filter { kind, parent, search };
    let rows = run(&app, move |app| organizations::list(app, &actor, &filter, after, limit)).await?;
    let page = Page::new(rows, limit, |row: &Organization| LIST.next(&row.path.0));
    Ok(Json(page.map(OrganizationBody::from)))
}
