use std::str::FromStr;

use actix_web::get;
use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::OrganizationBody;
use crate::domain::scope::Path;
use crate::domain::words::OrganizationKind;
use crate::http::answer::run;
use crate::http::extract::{List, Page, PageQuery};
use crate::problem::Result;
use crate::service::organizations::{self, Organization};
use crate::service::{Actor, App};

const LIST: List = List("organizations");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only this kind.
    kind: Option<OrganizationKind>,
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
    params(PageQuery, Filter),
    responses((status = 200, description = "A part of the list", body = Page<OrganizationBody>)),
    security(("bearer" = []))
)]
#[get("/organizations")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    page: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<OrganizationBody>>> {
    let (limit, after, kind) = (page.limit()?, LIST.key::<Key>(page.after.as_deref())?.map(|key| key.0), filter.kind);
    let rows = run(&app, move |app| organizations::list(app, &actor, kind, after, limit)).await?;
    let page = Page::new(rows, limit, |row: &Organization| LIST.next(&row.path.0));
    Ok(Json(page.map(OrganizationBody::from)))
}
