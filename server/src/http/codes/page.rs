//! What a camera opens: a plain page that names the post and says what to do.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, route};

use crate::domain::code::CodeError;
use crate::domain::lang::{Lang, Sentence};
use crate::domain::sign::escape;
use crate::http::answer::run;
use crate::http::extract::Visitor;
use crate::http::middleware::language;
use crate::problem::Result;
use crate::service::App;
use crate::service::codes::{self, CodeFacts, CodeState, NextWindow};

const PAGE: &str = include_str!("page.html");

#[route("/{letter:[cC]}/{code}", method = "GET", method = "HEAD")]
pub(in crate::http) async fn open(
    _: Visitor,
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let lang = language(&request);
    let (_, code) = path.into_inner();
    let found = run(&app, move |app| codes::look_up(app, &code)).await?;
    let (status, body) = match found {
        Ok(facts) => known(&facts, lang),
        Err(error) => (StatusCode::NOT_FOUND, unknown(error, lang)),
    };
    let mut answer = HttpResponse::build(status);
    answer.content_type("text/html; charset=utf-8").insert_header(("Cache-Control", "no-store"));
    answer.insert_header(("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
    Ok(answer.body(body))
}

fn known(facts: &CodeFacts, lang: Lang) -> (StatusCode, String) {
    let (status, first) = match facts.state {
        CodeState::Current => (StatusCode::OK, window(facts.window.as_ref())),
        CodeState::Replaced => (StatusCode::GONE, replaced(facts)),
        CodeState::PostClosed => (
            StatusCode::GONE,
            Sentence::fixed("这个岗位已停用。请联系学校。", "This post is not in use any more. Ask the school."),
        ),
    };
    let second = match facts.state {
        CodeState::Current => Sentence::fixed(
            "到岗打卡：请在护学岗应用中登录，再扫这块牌。还没有加入的，请向学校要邀请码。",
            "To check in, sign in to the huxue app and scan this sign there. If you have not joined yet, ask the school for an invite.",
        ),
        _ => Sentence::fixed(
            "请扫现在的牌，并把这块旧牌告诉学校。",
            "Scan the sign that is there now, and tell the school about this old one.",
        ),
    };
    (status, fill(lang, &facts.school.name, &facts.checkpoint.name, first.text(lang), second.text(lang)))
}

fn window(window: Option<&NextWindow>) -> Sentence {
    let Some(window) = window else {
        return Sentence::fixed("今天没有更多的护学时段。", "There is no further window today.");
    };
    let (from, to) = (window.starts_at.format("%H:%M"), window.ends_at.format("%H:%M"));
    if window.open {
        Sentence::new(format!("现在是护学时段：{from}–{to}。"), format!("A window is open now: {from}–{to}."))
    } else {
        Sentence::new(format!("下一个护学时段：{from}–{to}。"), format!("The next window: {from}–{to}."))
    }
}

fn replaced(facts: &CodeFacts) -> Sentence {
    let date = facts.replaced_on.map(|date| date.to_string()).unwrap_or_default();
    Sentence::new(
        format!("这块牌已于 {date} 更换，不能再用来打卡。"),
        format!("This sign was replaced on {date} and does not count any more."),
    )
}

fn unknown(error: CodeError, lang: Lang) -> String {
    let title = lang.pick("认不出这个码", "This code is not known");
    fill(lang, "huxue 护学岗", title, error.sentence().text(lang), "")
}

/// The page with its texts, each escaped. A text that holds a placeholder's name is filled last, so it stays a text.
fn fill(lang: Lang, school: &str, title: &str, first: &str, second: &str) -> String {
    let mut filled = String::new();
    let mut rest = PAGE;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, next) = after.split_once('}').unwrap_or(("", after));
        filled.push_str(before);
        match name {
            "tag" => filled.push_str(lang.tag()),
            "school" => filled.push_str(&escape(school)),
            "title" => filled.push_str(&escape(title)),
            "first" => filled.push_str(&escape(first)),
            "second" => filled.push_str(&escape(second)),
            // A brace of the style sheet.
            other => filled.push_str(&format!("{{{other}}}")),
        }
        rest = next;
    }
    filled.push_str(rest);
    filled
}
