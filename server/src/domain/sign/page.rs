//! One sign on one A4 page.

use super::escape::escape;
use super::fit::{as_heading, on_one_line};
use super::qr::Qr;
use super::svg::{SYMBOL, bare};
use super::{OfficerCard, SignError, SignView, texts, windows};
use crate::domain::lang::Lang;

/// Width of the text in mm.
const WIDTH: f64 = 190.0;
/// Height for all lines of the windows together in mm, however many there are.
const WINDOWS: f64 = 10.0;

pub(super) fn sheet(sign: &SignView, lang: Lang) -> Result<String, SignError> {
    let qr = Qr::for_print(&sign.link)?;
    let side = SYMBOL * f64::from(qr.full_width()) / f64::from(qr.width());
    Ok(format!(
        "<section class=\"sheet page\">\n{}{}<div class=\"qr\" style=\"width:{side:.2}mm\">{}</div>\n{}\
         <div class=\"bottom\">{}{}</div>\n{}</section>\n",
        head(sign),
        windows_block(sign, lang),
        bare(&qr),
        typing(sign, lang),
        sign.officer.as_ref().map_or_else(String::new, |officer| officer_card(officer, lang)),
        steps(lang),
        foot(sign, lang),
    ))
}

/// Letters of 15 mm are read at 3 m with ease (a 200th of the distance); only a very long name gets smaller ones.
fn head(sign: &SignView) -> String {
    format!(
        "<p class=\"school\" style=\"font-size:{:.2}mm\">{}</p>\n<h1 style=\"font-size:{:.2}mm\">{}</h1>\n",
        on_one_line(&sign.school, WIDTH, 6.0),
        escape(&sign.school),
        as_heading(&sign.post, WIDTH, 20.0, 15.0),
        escape(&sign.post),
    )
}

fn windows_block(sign: &SignView, lang: Lang) -> String {
    let lines = windows::lines(&sign.windows, lang);
    let rows = f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    let high = (WINDOWS / rows.max(1.0) / 1.3).min(5.0);
    let size = lines.iter().map(|line| on_one_line(line, WIDTH, high)).fold(high, f64::min);
    let rows: Vec<String> = lines.iter().map(|line| format!("<p>{}</p>", escape(line))).collect();
    format!("<div class=\"windows\" style=\"font-size:{size:.2}mm\">{}</div>\n", rows.concat())
}

fn typing(sign: &SignView, lang: Lang) -> String {
    let fallback = texts::fallback(sign, lang);
    format!(
        "<p class=\"typing\"><b>{}</b><span style=\"font-size:{:.2}mm\">{}</span></p>\n",
        escape(&texts::short_code(sign, lang)),
        on_one_line(&fallback, WIDTH / 2.0, 4.0),
        escape(&fallback),
    )
}

fn officer_card(officer: &OfficerCard, lang: Lang) -> String {
    format!(
        "<aside class=\"officer\"><div class=\"photo\">{}</div><div><p class=\"title\">{}</p>\
         <p class=\"name\">{}</p><p class=\"post\">{}</p><p class=\"duties\">{}: {}</p><p class=\"phone\">{} {}</p></div></aside>\n",
        texts::photo(lang),
        texts::officer_title(lang),
        escape(&officer.name),
        escape(&officer.post),
        texts::duties(lang),
        escape(&officer.duties),
        texts::phone(lang),
        escape(&officer.phone),
    )
}

fn steps(lang: Lang) -> String {
    let drawings =
        [include_str!("drawings/scan.svg"), include_str!("drawings/tap.svg"), include_str!("drawings/leave.svg")];
    let items: Vec<String> = drawings
        .iter()
        .zip(texts::steps(lang))
        .map(|(drawing, caption)| format!("<li>{drawing}<span>{caption}</span></li>\n"))
        .collect();
    format!("<ol class=\"steps\">{}</ol>", items.concat())
}

fn foot(sign: &SignView, lang: Lang) -> String {
    format!(
        "<footer><b style=\"font-size:{:.2}mm\">{}</b><span>{}</span></footer>\n",
        on_one_line(texts::notice(lang), WIDTH * 0.6, 4.5),
        texts::notice(lang),
        escape(&texts::number_and_date(sign, lang)),
    )
}
