use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::OrganizationId;
use crate::domain::place::{Position, from_wgs84, to_wgs84};
use crate::domain::words::Datum;
use crate::http::answer::{ProblemBody, run};
use crate::http::checkpoints::{DatumQuery, place_problem};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::places::{self, Placed};
use crate::service::{Actor, App};

/// A school and where it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SchoolPlaceBody)]
pub(super) struct PlacedBody {
    organization_id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
    #[schema(example = "primary")]
    school_type: Option<String>,
    /// Null if that is not on record.
    place: Option<PlaceBody>,
    /// The stations that answer for it.
    station_ids: Vec<OrganizationId>,
}

/// A place, in degrees of the datum that was asked for.
#[derive(Debug, Serialize, ToSchema)]
struct PlaceBody {
    #[schema(example = 116.393433)]
    lon: f64,
    #[schema(example = 39.929393)]
    lat: f64,
}

/// Where a school is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetPlaceBody {
    #[schema(example = 116.393433)]
    lon: f64,
    #[schema(example = 39.929393)]
    lat: f64,
    datum: Datum,
}

impl PlacedBody {
    fn of(Placed { school, stations }: Placed, datum: Datum) -> Self {
        let position = school.lon.zip(school.lat).and_then(|(lon, lat)| Position::new(lon, lat).ok());
        let place = position.map(|position| from_wgs84(datum, position)).map(|(lon, lat)| PlaceBody { lon, lat });
        let (organization_id, name, school_type) = (school.id, school.name, school.school_type);
        Self { organization_id, name, school_type, place, station_ids: stations }
    }
}

/// List where the schools of an organization are.
///
/// Those below it, or those that a station answers for, with the stations; always in one part.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The organization"), DatumQuery),
    responses((status = 200, description = "The schools", body = Page<PlacedBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/places")]
pub(super) async fn list_places(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DatumQuery>,
) -> Result<Json<Page<PlacedBody>>> {
    let datum = query.datum();
    let rows = run(&app, move |app| places::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows.into_iter().map(|row| PlacedBody::of(row, datum)).collect(), next: None }))
}

/// Say where a school is.
///
/// Needs the right `edit_organization`.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = SetPlaceBody,
    responses(
        (status = 204, description = "Kept"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `wrong_kind`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/organizations/{id}/place")]
pub(super) async fn set_place(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<SetPlaceBody>,
) -> Result<HttpResponse> {
    let position = to_wgs84(body.datum, body.lon, body.lat).map_err(|error| place_problem("lon", error))?;
    run(&app, move |app| places::set(app, &actor, *id, position)).await?;
    Ok(HttpResponse::NoContent().finish())
}
