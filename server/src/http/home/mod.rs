//! `/`: what this is, and three ways in: a field for the short code of a sign, the phone app, the desk.

use std::sync::LazyLock;

use actix_web::http::header::{LOCATION, VARY};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get, route};
use serde::Deserialize;

use super::middleware::language;
use super::web::{Policies, protect};

const ZH: &str = include_str!("home.zh.html");
const EN: &str = include_str!("home.en.html");
/// The look of every page of the client, and what this page adds.
const LOOK: [&str; 2] = [include_str!("../../../web/src/shared/tokens.css"), include_str!("home.css")];

/// The page in both languages.
static PAGES: LazyLock<[String; 2]> = LazyLock::new(|| [ZH, EN].map(|page| page.replace("/*look*/", &LOOK.concat())));

#[route("/", method = "GET", method = "HEAD")]
pub(super) async fn home(policies: Data<Policies>, request: HttpRequest) -> HttpResponse {
    let [zh, en] = &*PAGES;
    let mut answer = HttpResponse::Ok();
    protect(&mut answer, &policies.home);
    answer.content_type("text/html; charset=utf-8").insert_header((VARY, "accept-language"));
    answer.body(language(&request).pick(zh.as_str(), en.as_str()))
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
