//! Signs as JSON and as pictures.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::id::{PersonId, SignId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::sign::Layout;
use crate::http::named::CheckpointName;
use crate::service::checkpoints::Checkpoint;
use crate::service::sign_prints::Sheet;
use crate::service::signs::Sign;

/// How a sign is drawn as SVG.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct SvgQuery {
    /// The language of the sign; the reader's unless said.
    #[param(inline)]
    pub(super) lang: Option<Lang>,
}

/// How a sign's QR is drawn as PNG.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PngQuery {
    /// Pixels along one side of a module, 1 to 40; 20 unless said.
    #[param(minimum = 1, maximum = 40)]
    pub(super) module_px: Option<u32>,
}

/// How signs are laid out on pages.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct SheetQuery {
    /// The language of the sign; the reader's unless said.
    #[param(inline)]
    pub(super) lang: Option<Lang>,
    /// One sign a page, or four (四联) for small posts.
    #[param(inline)]
    pub(super) layout: Option<Layout>,
    /// Only to look at before it is printed: this making of the page is not kept.
    #[serde(default)]
    pub(super) preview: bool,
}

impl SheetQuery {
    pub(super) fn sheet(&self, reader: Lang) -> Sheet {
        let (layout, lang) = (self.layout.unwrap_or_default(), self.lang.unwrap_or(reader));
        Sheet { layout, lang, preview: self.preview }
    }
}

/// A sign runs nothing and loads nothing. The desk shows it in a frame before it is printed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'";

/// A picture that is not to be kept by anybody on the way: it holds a code.
pub(super) fn picture(content_type: &'static str, body: impl Into<actix_web::web::Bytes>) -> HttpResponse {
    let body: actix_web::web::Bytes = body.into();
    let mut answer = HttpResponse::Ok().body(body);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    answer
}

/// A sign of a checkpoint.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignBody {
    id: SignId,
    /// Counts the checkpoint's signs from 1.
    #[schema(example = 1)]
    serial: i32,
    /// The code for typing.
    #[schema(example = "1000-000P")]
    short_code: String,
    issued_at: Moment,
    issued_by: Option<PersonId>,
    /// Null while the sign counts.
    revoked_at: Option<Moment>,
    revoked_by: Option<PersonId>,
    revoked_reason: Option<String>,
    /// When a page for printing it was last made (`sign.html`, `signs.html`); null if never.
    printed_at: Option<Moment>,
}

/// A checkpoint and the sign that counts there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckpointSignBody {
    checkpoint: CheckpointName,
    /// Null if it has none.
    sign: Option<SignBody>,
}

impl From<(Checkpoint, Option<Sign>)> for CheckpointSignBody {
    fn from((row, sign): (Checkpoint, Option<Sign>)) -> Self {
        Self { checkpoint: CheckpointName { id: row.id, name: row.name }, sign: sign.map(SignBody::from) }
    }
}

impl From<Sign> for SignBody {
    fn from(sign: Sign) -> Self {
        let short_code = match sign.short_code.split_at_checked(4) {
            Some((left, right)) => format!("{left}-{right}"),
            None => sign.short_code,
        };
        Self {
            id: sign.id,
            serial: sign.serial,
            short_code,
            issued_at: sign.issued_at,
            issued_by: sign.issued_by,
            revoked_at: sign.revoked_at,
            revoked_by: sign.revoked_by,
            revoked_reason: sign.revoked_reason,
            printed_at: sign.printed_at,
        }
    }
}
