use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::item::{self, ItemBody};
use super::wire::ResultBody;
use crate::http::answer::ProblemBody;
use crate::http::extract::Bearer;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::check_ins::receive::receive;

/// The most check-ins of one request.
const MOST: usize = 200;

/// Check-ins to record.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SendBody {
    #[schema(value_type = Vec<ItemBody>, min_items = 1, max_items = 200)]
    check_ins: Vec<Value>,
}

/// What became of each, in the order of the request.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SentBody {
    results: Vec<ResultBody>,
}

/// Check in.
///
/// Records up to 200 check-ins and answers each by itself. When the answer arrives, what it calls `recorded` or `replayed`
/// is durable and the receipt proves it; everything else is not on record. A check-in that is sent again with the same id and
/// content gets its first verdict again. `busy` and `database_unavailable` mean that nothing was recorded: keep the
/// check-ins and send them again.
#[utoipa::path(
    tag = "check-ins",
    request_body = SendBody,
    responses(
        (status = 200, description = "An answer to each", body = SentBody),
        (status = 422, description = "`check_ins_count`", body = ProblemBody),
        (status = 503, description = "`busy`, `database_unavailable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/check-ins")]
pub(super) async fn send(app: Data<App>, bearer: Bearer, body: Json<SendBody>) -> Result<HttpResponse> {
    let check_ins = body.into_inner().check_ins;
    if !(1..=MOST).contains(&check_ins.len()) {
        return Err(Problem::new(Code::CheckInsCount).field("check_ins").detail(check_ins.len()));
    }
    let items = check_ins.into_iter().map(item::read).collect();
    let replies = receive(&app, &bearer.token, bearer.lang, items).await?;
    Ok(HttpResponse::Ok().json(SentBody { results: replies.into_iter().map(ResultBody::from).collect() }))
}
