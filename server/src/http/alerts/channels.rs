use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::wire::MessageBody;
use crate::domain::alert::ChannelKind;
use crate::domain::id::{ChannelId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::name::Name;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{IfMatch, Page, Reader};
use crate::http::wire::versioned;
use crate::problem::{Problem, Result};
use crate::service::alerts::channels::{self, ChannelRow, Edit};
use crate::service::alerts::view::Letter;
use crate::service::{Actor, App};

/// How an organization is told of alerts beside the people of its steps.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChannelBody {
    id: ChannelId,
    organization_id: OrganizationId,
    kind: ChannelKind,
    #[schema(example = "安全工作群")]
    name: String,
    /// Where to, without the path and the key, which are known to the channel's makers alone.
    #[schema(example = "https://qyapi.weixin.qq.com/…")]
    url: String,
    /// Whether a secret signs.
    signed: bool,
    enabled: bool,
    created_at: Moment,
    /// Rises with each edit; the same as the ETag.
    version: i32,
    /// Only once, when the server made it: give it to whoever receives.
    secret: Option<String>,
}

impl ChannelBody {
    fn of(row: &ChannelRow) -> Self {
        Self {
            id: row.id,
            organization_id: row.organization_id,
            kind: row.kind,
            name: row.name.clone(),
            url: shortened(&row.url),
            signed: !row.secret.is_empty(),
            enabled: row.enabled,
            created_at: row.created_at,
            version: row.version,
            secret: None,
        }
    }
}

/// A robot's address is its password: only whose it is is shown.
fn shortened(url: &str) -> String {
    let host = reqwest::Url::parse(url).ok().and_then(|url| Some(format!("{}://{}/…", url.scheme(), url.host_str()?)));
    host.unwrap_or_default()
}

/// A channel to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewChannelBody {
    kind: ChannelKind,
    #[schema(example = "安全工作群", min_length = 1, max_length = 100)]
    name: String,
    /// The robot's or receiver's address; none for `sms`.
    #[serde(default)]
    #[schema(example = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=KEY", max_length = 1000)]
    url: String,
    /// What signs: the robot's secret, or a secret of Standard Webhooks. A webhook without one gets one.
    #[serde(default)]
    #[schema(example = "", max_length = 1000)]
    secret: String,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditChannelBody {
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    #[schema(max_length = 1000)]
    url: Option<String>,
    #[schema(max_length = 1000)]
    secret: Option<String>,
    enabled: Option<bool>,
}

fn name_of(text: &str) -> Result<String> {
    Ok(text.parse::<Name>().map_err(|error| Problem::invalid("name", error))?.into())
}

/// List an organization's channels.
///
/// Needs the right `manage_alerts`, and at a school `change_day`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = OrganizationId, Path, description = "The organization")),
    responses((status = 200, description = "The channels", body = Page<ChannelBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/channels")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<Page<ChannelBody>>> {
    let rows = run(&app, move |app| channels::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows.iter().map(ChannelBody::of).collect(), next: None }))
}

/// Add a channel.
///
/// It is told what the steps of the organization are told: a school's with the first of its own steps, a station's and a bureau's
/// with theirs; `sms` sends the people of these steps text messages. Addresses are public and use HTTPS. Needs the right
/// `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = OrganizationId, Path, description = "The organization")),
    request_body = NewChannelBody,
    responses(
        (status = 201, description = "Added; a secret that the server made is told this once", body = ChannelBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `too_many_channels`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/channels")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewChannelBody>,
) -> Result<HttpResponse> {
    let NewChannelBody { kind, name, url, secret } = body.into_inner();
    let (name, made) = (name_of(&name)?, secret.is_empty());
    let row = run(&app, move |app| channels::create(app, &actor, *id, kind, (name, url, secret))).await?;
    let secret = Some(row.secret.clone()).filter(|secret| made && !secret.is_empty());
    Ok(HttpResponse::Created().json(ChannelBody { secret, ..ChannelBody::of(&row) }))
}

/// Edit a channel.
///
/// Needs the right `manage_alerts`, and at a school `change_day`.
#[utoipa::path(
    tag = "alerts",
    params(
        ("id" = ChannelId, Path, description = "The channel"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditChannelBody,
    responses(
        (status = 200, description = "Edited", body = ChannelBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/channels/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<ChannelId>,
    version: IfMatch,
    body: Json<EditChannelBody>,
) -> Result<HttpResponse> {
    let EditChannelBody { name, url, secret, enabled } = body.into_inner();
    let edit = Edit { name: name.as_deref().map(name_of).transpose()?, url, secret, enabled };
    let row = run(&app, move |app| channels::edit(app, &actor, *id, version.0, edit)).await?;
    Ok(versioned(&ChannelBody::of(&row), row.version))
}

/// Remove a channel.
///
/// What was sent through it stays on record. Needs the right `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(
        ("id" = ChannelId, Path, description = "The channel"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Removed"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/channels/{id}")]
pub(super) async fn end(app: Data<App>, actor: Actor, id: Path<ChannelId>, version: IfMatch) -> Result<HttpResponse> {
    run(&app, move |app| channels::end(app, &actor, *id, version.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Send a test message through a channel.
///
/// What became of it is read with the organization's messages. Text messages go to one's own phone. Needs the right `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = ChannelId, Path, description = "The channel")),
    responses(
        (status = 202, description = "It is sent", body = MessageBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/channels/{id}/test")]
pub(super) async fn test(app: Data<App>, actor: Actor, reader: Reader, id: Path<ChannelId>) -> Result<HttpResponse> {
    let row = run(&app, move |app| channels::test(app, &actor, *id)).await?;
    Ok(HttpResponse::Accepted().json(MessageBody::of(Letter { row, person: None, channel: None }, reader.0)))
}
