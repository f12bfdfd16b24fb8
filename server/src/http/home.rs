//! `/`: what this is, and where the API is described.

use actix_web::{HttpRequest, HttpResponse, get};

use super::middleware::language;
use crate::domain::lang::Lang;

const ZH: &str = include_str!("home.zh.html");
const EN: &str = include_str!("home.en.html");

#[get("/")]
pub(super) async fn home(request: HttpRequest) -> HttpResponse {
    let page = match language(&request) {
        Lang::Zh => ZH,
        Lang::En => EN,
    };
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page)
}
