use actix_web::web::{Data, Json, Query};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::consent::ConsentKind;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::consents::{self, Consent};
use crate::service::{Actor, App};

/// A text to agree to, as it is in force.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ConsentText {
    kind: ConsentKind,
    #[schema(example = "2026-11")]
    version: &'static str,
    /// Whether one cannot take part without.
    required: bool,
    /// In the reader's language.
    #[schema(example = "我自愿参加护学岗，知道打卡时间和地点会被学校看到。")]
    text: String,
}

impl ConsentText {
    pub(in crate::http) fn of(kind: ConsentKind, lang: Lang) -> Self {
        let required = kind == ConsentKind::Terms;
        Self { kind, version: kind.version(), required, text: kind.text().text(lang).to_owned() }
    }
}

/// A text, and one's newest answer to it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConsentBody {
    #[serde(flatten)]
    text: ConsentText,
    /// One's newest answer; null if one was never asked.
    given: Option<bool>,
    /// The version that it was given to. If that is not the one in force, ask again.
    answered_version: Option<String>,
    answered_at: Option<Moment>,
}

impl ConsentBody {
    fn of((kind, answer): (ConsentKind, Option<Consent>), lang: Lang) -> Self {
        Self {
            text: ConsentText::of(kind, lang),
            given: answer.as_ref().map(|answer| answer.given),
            answered_at: answer.as_ref().map(|answer| answer.at),
            answered_version: answer.map(|answer| answer.document_version),
        }
    }
}

/// An answer to the text in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentAnswer {
    kind: ConsentKind,
    given: bool,
}

/// List what one agreed to.
///
/// Every text in force, with one's newest answer; always in one part.
#[utoipa::path(
    tag = "me",
    params(Which),
    responses((status = 200, description = "The texts and one's answers", body = Page<ConsentBody>)),
    security(("bearer" = []))
)]
#[get("/me/consents")]
pub(super) async fn list_consents(
    app: Data<App>,
    actor: Actor,
    which: Query<Which>,
) -> Result<Json<Page<ConsentBody>>> {
    let lang = actor.lang;
    let rows = run(&app, move |app| consents::list(app, &actor)).await?;
    let rows = rows.into_iter().filter(|(kind, _)| which.kind.is_none_or(|one| one == *kind));
    Ok(Json(Page { items: rows.map(|row| ConsentBody::of(row, lang)).collect(), next: None }))
}

/// Which texts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    /// Only this one.
    kind: Option<ConsentKind>,
}

/// Agree, or withdraw.
///
/// The answer is to the text in force and holds at once. The location can be refused and withdrawn: who does so still serves.
/// The terms cannot be withdrawn while one takes part.
#[utoipa::path(
    tag = "me",
    request_body = ConsentAnswer,
    responses(
        (status = 204, description = "Kept"),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/me/consents")]
pub(super) async fn answer_consent(app: Data<App>, actor: Actor, body: Json<ConsentAnswer>) -> Result<HttpResponse> {
    run(&app, move |app| consents::answer(app, &actor, body.kind, body.given)).await?;
    Ok(HttpResponse::NoContent().finish())
}
