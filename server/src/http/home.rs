//! `/`: what this is, a field for the short code of a sign, and where the API is described.

use actix_web::http::header::LOCATION;
use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

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

/// What was typed into the field.
#[derive(Deserialize)]
struct Typed {
    code: String,
}

/// Leads from the field to the page of the code. What cannot stand in an address is left out: no code has it.
#[get("/c")]
pub(super) async fn typed(typed: Query<Typed>) -> HttpResponse {
    let code: String = typed.code.chars().map(halfwidth).filter(char::is_ascii_alphanumeric).take(LONGEST).collect();
    let place = if code.is_empty() { "/".to_owned() } else { format!("/c/{code}") };
    HttpResponse::SeeOther().insert_header((LOCATION, place)).finish()
}

/// More than any code has.
const LONGEST: usize = 100;

/// Chinese keyboards give full-width letters and digits.
fn halfwidth(character: char) -> char {
    match character {
        '！'..='～' => u32::from(character).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(character),
        other => other,
    }
}
