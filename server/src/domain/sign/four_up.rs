//! Four small signs on one A4 page, with marks to cut along.

use super::escape::escape;
use super::fit::{as_heading, on_one_line};
use super::qr::Qr;
use super::svg::bare;
use super::{SignError, SignView, texts};
use crate::domain::lang::Lang;

/// Width of the text in mm.
const WIDTH: f64 = 91.0;

/// A sheet of up to four signs; what is missing stays blank.
pub(super) fn sheet(signs: &[SignView], lang: Lang) -> Result<String, SignError> {
    let quarters: Vec<String> = signs.iter().map(|sign| quarter(sign, lang)).collect::<Result<_, _>>()?;
    Ok(format!(
        "<section class=\"sheet four\">\n{}{}</section>\n",
        quarters.concat(),
        include_str!("drawings/cut_marks.svg")
    ))
}

fn quarter(sign: &SignView, lang: Lang) -> Result<String, SignError> {
    let qr = Qr::for_print(&sign.link)?;
    let fallback = texts::fallback(sign, lang);
    Ok(format!(
        "<article><p class=\"school\" style=\"font-size:{:.2}mm\">{}</p>\n<h1 style=\"font-size:{:.2}mm\">{}</h1>\n\
         <div class=\"qr\">{}</div>\n<p class=\"typing\"><b>{}</b><span style=\"font-size:{:.2}mm\">{}</span></p>\n\
         <footer><b style=\"font-size:{:.2}mm\">{}</b><span>{}</span></footer></article>\n",
        as_heading(&sign.school, WIDTH, 4.5, 3.2),
        escape(&sign.school),
        as_heading(&sign.post, WIDTH, 12.0, 8.0),
        escape(&sign.post),
        bare(&qr),
        escape(&texts::short_code(sign, lang)),
        on_one_line(&fallback, WIDTH, 3.2),
        escape(&fallback),
        on_one_line(texts::notice(lang), WIDTH, 4.0),
        texts::notice(lang),
        escape(&texts::number_and_date(sign, lang)),
    ))
}
