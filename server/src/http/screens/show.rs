use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::post::PostNowBody;
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Visitor;
use crate::problem::Result;
use crate::service::App;
use crate::service::screens::{self, Showing};

/// What a screen shows now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShowingBody {
    #[schema(example = "实验小学")]
    school: String,
    #[schema(example = "东门 · 1号岗")]
    checkpoint: String,
    /// The screen's own name.
    #[schema(example = "门卫室")]
    screen: String,
    #[schema(example = "2AAAB7QAAAAMHZK5R4T6Y")]
    code: String,
    /// What the QR holds.
    #[schema(example = "https://huxue.example/c/2AAAB7QAAAAMHZK5R4T6Y")]
    link: String,
    /// The QR as SVG; it scales to its box.
    #[schema(example = "<svg xmlns=\"http://www.w3.org/2000/svg\">…</svg>")]
    qr_svg: String,
    /// Seconds until the next code: ask again then.
    #[schema(example = 12)]
    seconds_left: i64,
    /// How long one code is shown, seconds.
    #[schema(example = 20)]
    step_seconds: u32,
    now: Moment,
    /// Whose clock is shown.
    #[schema(example = "Asia/Shanghai")]
    timezone: String,
    /// The post beside the code: numbers and roles, never names.
    post: PostNowBody,
}

impl From<Showing> for ShowingBody {
    fn from(showing: Showing) -> Self {
        let post = PostNowBody::of(&showing.board, showing.post, showing.now);
        Self {
            timezone: showing.board.school.timezone,
            post,
            school: showing.school,
            checkpoint: showing.checkpoint,
            screen: showing.screen,
            code: showing.code,
            link: showing.link,
            qr_svg: showing.qr_svg,
            seconds_left: showing.seconds_left,
            step_seconds: showing.step_seconds,
            now: showing.now,
        }
    }
}

/// Show a screen's code.
///
/// For the screen itself, which has no session: the secret in the address is its proof. Beside the code it says how the post
/// stands now.
#[utoipa::path(
    tag = "screens",
    params(("token" = String, Path, description = "The screen's secret")),
    responses(
        (status = 200, description = "The code of this step", body = ShowingBody),
        (status = 404, description = "`unknown_screen`", body = ProblemBody),
        (status = 422, description = "`sign_not_drawable`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[get("/screens/{token}")]
pub(super) async fn show(_: Visitor, app: Data<App>, token: Path<String>) -> Result<HttpResponse> {
    let showing = run(&app, move |app| screens::show(app, &token)).await?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(ShowingBody::from(showing)))
}
