use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::shown::CheckInBody;
use crate::domain::check_in::effective::ReviewOutcome;
use crate::domain::check_in::flags::Flag;
use crate::domain::id::CheckInId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::check_ins::amend;
use crate::service::{Actor, App};

/// The longest reason, characters.
const LONGEST_REASON: usize = 500;

/// A remark to a co-signature.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CoSignBody {
    #[serde(default)]
    #[schema(example = "我在东门看到她", max_length = 500)]
    reason: String,
}

/// Why a check-in is not to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct VoidBody {
    #[schema(example = "打错了学校", min_length = 1, max_length = 500)]
    reason: String,
}

/// What the review of a flag came to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewBody {
    /// Which flag; every one of the check-in unless given.
    flag: Option<Flag>,
    outcome: ReviewOutcome,
    #[schema(example = "借用同事手机", min_length = 1, max_length = 500)]
    reason: String,
}

/// A reason of 1 to 500 characters.
pub(in crate::http) fn reason_of(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::invalid("reason", "it is empty / 不能为空"));
    }
    remark_of(text)
}

fn remark_of(text: &str) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST_REASON || text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Problem::invalid("reason", "it is too long or has control characters / 太长或含有控制字符"));
    }
    Ok(text.to_owned())
}

/// Co-sign a check-in.
///
/// Vouches for somebody at the post where the caller is on duty too: with an own check-in there that is at least likely,
/// at most one hold (`hold_minutes`) earlier or later, as leader, police or guard in charge. It raises the effective grade to at
/// least `likely`.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = CheckInId, Path, description = "The check-in")),
    request_body = CoSignBody,
    responses(
        (status = 201, description = "Co-signed", body = CheckInBody),
        (status = 403, description = "`forbidden`, `not_on_duty_there`", body = ProblemBody),
        (status = 409, description = "`duplicate`", body = ProblemBody),
        (status = 422, description = "`own_check_in`, `co_sign_without_effect`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/check-ins/{id}/co-signs")]
pub(super) async fn co_sign(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckInId>,
    body: Json<CoSignBody>,
) -> Result<HttpResponse> {
    let (reason, lang) = (remark_of(&body.reason)?, actor.lang);
    let shown = run(&app, move |app| amend::co_sign(app, &actor, *id, &reason)).await?;
    Ok(HttpResponse::Created().json(CheckInBody::of(shown, lang)))
}

/// Void a check-in.
///
/// Declares, with a reason, that it is not to stand: its effective grade becomes `rejected`. The original stays.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = CheckInId, Path, description = "The check-in")),
    request_body = VoidBody,
    responses(
        (status = 201, description = "Voided", body = CheckInBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/check-ins/{id}/voids")]
pub(super) async fn void(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckInId>,
    body: Json<VoidBody>,
) -> Result<HttpResponse> {
    let (reason, lang) = (reason_of(&body.reason)?, actor.lang);
    let shown = run(&app, move |app| amend::void(app, &actor, *id, &reason)).await?;
    Ok(HttpResponse::Created().json(CheckInBody::of(shown, lang)))
}

/// Review flags.
///
/// Writes down what a look at the flags came to. It moves no grade: void the check-in, or have it co-signed, if need be.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = CheckInId, Path, description = "The check-in")),
    request_body = ReviewBody,
    responses(
        (status = 201, description = "Reviewed", body = CheckInBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`own_check_in`, `not_flagged`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/check-ins/{id}/reviews")]
pub(super) async fn review(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckInId>,
    body: Json<ReviewBody>,
) -> Result<HttpResponse> {
    let (reason, lang) = (reason_of(&body.reason)?, actor.lang);
    let (flag, outcome) = (body.flag, body.outcome);
    let shown = run(&app, move |app| amend::review(app, &actor, *id, flag, outcome, &reason)).await?;
    Ok(HttpResponse::Created().json(CheckInBody::of(shown, lang)))
}
