//! `/healthz` (the process answers) and `/readyz` (it can reach its database).

use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get};
use serde::Serialize;

use super::answer::run;
use crate::problem::Result;
use crate::service::App;

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

#[get("/healthz")]
pub(super) async fn healthz() -> Json<impl Serialize> {
    Json(Health { status: "ok" })
}

#[get("/readyz")]
pub(super) async fn readyz(app: Data<App>) -> Result<HttpResponse> {
    run(&app, App::check_database).await?;
    Ok(HttpResponse::Ok().json(Health { status: "ready" }))
}
