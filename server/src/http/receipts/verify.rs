use actix_web::post;
use actix_web::web::{Data, Json};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{CheckInId, CheckpointId, PersonId};
use crate::domain::words::Grade;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::App;
use crate::service::receipts::{self, ReceiptClaims};

/// A receipt to check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct VerifyBody {
    #[schema(example = "eyJhbGciOiJIUzI1NiJ9…")]
    receipt: String,
}

/// What a genuine receipt says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReceiptBody {
    check_in_id: CheckInId,
    person_id: PersonId,
    checkpoint_id: Option<CheckpointId>,
    /// When it happened.
    at: DateTime<Utc>,
    /// The grade given at first. Later co-signatures and voidings are records of their own.
    grade: Grade,
    /// When the server received it.
    received_at: DateTime<Utc>,
    /// SHA-256 of what was received.
    #[schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    content: String,
}

impl From<ReceiptClaims> for ReceiptBody {
    fn from(claims: ReceiptClaims) -> Self {
        Self {
            check_in_id: claims.check_in_id,
            person_id: claims.person_id,
            checkpoint_id: claims.checkpoint_id,
            at: claims.at,
            grade: claims.grade,
            received_at: claims.received_at,
            content: claims.content.to_string(),
        }
    }
}

/// Check a receipt.
///
/// Says what a receipt proves, to anybody who has it. It names no person by name and shows nothing that is not in the receipt.
#[utoipa::path(
    tag = "check-ins",
    request_body = VerifyBody,
    responses(
        (status = 200, description = "Genuine", body = ReceiptBody),
        (status = 422, description = "`receipt_invalid`", body = ProblemBody),
    )
)]
#[post("/receipts/verify")]
pub(super) async fn verify(app: Data<App>, body: Json<VerifyBody>) -> Result<Json<ReceiptBody>> {
    let claims = run(&app, move |app| receipts::verify(app, &body.receipt)).await?;
    Ok(Json(claims.into()))
}
