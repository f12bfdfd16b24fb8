//! `/client-config`: what a client must know of this server before anybody signs in.

use super::routes::Routes;
use actix_web::get;
use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::ProblemBody;
use super::extract::Visitor;
use crate::config::MapSettings;
use crate::domain::moment::Moment;
use crate::domain::words::Datum;
use crate::problem::Result;
use crate::service::App;

pub(super) fn routes(config: &mut Routes) {
    config.service(client_config);
}

/// What a client must know of this server.
#[derive(Debug, Serialize, ToSchema)]
struct ClientConfigBody {
    /// The address that signs and invites are made with.
    #[schema(example = "https://huxue.example.cn")]
    public_url: String,
    /// Of the server.
    #[schema(example = "0.1.0")]
    version: &'static str,
    /// The server's clock: what a client counts from, since its own may be wrong by hours.
    now: Moment,
    /// Null: maps show their areas alone.
    tiles: Option<TilesBody>,
}

/// Where the tiles of maps come from.
#[derive(Debug, Serialize, ToSchema)]
struct TilesBody {
    /// The address of a tile, with `{z}`, `{x}`, `{y}` and perhaps `{s}`.
    #[schema(example = "https://t{s}.tiles.example.cn/{z}/{x}/{y}.png")]
    url: String,
    /// What `{s}` stands for, one character for each host.
    #[schema(example = "01234567")]
    subdomains: Option<String>,
    /// A second layer with names, if the first has none.
    #[schema(example = "https://t{s}.tiles.example.cn/names/{z}/{x}/{y}.png")]
    overlay_url: Option<String>,
    /// Who is to be named on the map, as plain text.
    #[schema(example = "天地图")]
    attribution: String,
    /// The datum that the tiles are drawn on.
    datum: Datum,
    /// The closest zoom that there are tiles for.
    #[schema(example = 18)]
    max_zoom: u8,
}

impl TilesBody {
    fn of(map: &MapSettings) -> Option<Self> {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Some(Self {
            url: given(&map.tile_url)?,
            subdomains: given(&map.subdomains),
            overlay_url: given(&map.overlay_url),
            attribution: map.attribution.clone(),
            datum: map.datum,
            max_zoom: map.max_zoom,
        })
    }
}

/// Read what a client must know of this server.
///
/// Its public address, its version, its clock, and where maps get their tiles. Anybody may ask.
#[utoipa::path(
    tag = "set-up",
    responses(
        (status = 200, description = "The settings", body = ClientConfigBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[get("/client-config")]
async fn client_config(_: Visitor, app: Data<App>) -> Result<Json<ClientConfigBody>> {
    let public_url = app.config.public_url.trim_end_matches('/').to_owned();
    let (version, now) = (env!("CARGO_PKG_VERSION"), app.clock.now());
    Ok(Json(ClientConfigBody { public_url, version, now, tiles: TilesBody::of(&app.config.map) }))
}
