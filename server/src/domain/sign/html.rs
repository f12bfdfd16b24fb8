//! Whole pages for printing: one document holds a school's whole print job.

use super::escape::escape;
use super::{SignError, SignView, four_up, page};
use crate::domain::lang::Lang;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// How signs are laid out on A4.
    #[derive(Default)]
    pub enum Layout {
        /// One sign a page, its QR at least 15 cm wide.
        #[default]
        Page = "page",
        /// Four signs a page with cut marks, for small posts.
        FourUp = "four_up",
    }
}

/// One HTML document with all the signs, each page on its own sheet.
///
/// # Errors
/// If a link does not fit into a QR.
pub fn html(signs: &[SignView], layout: Layout, lang: Lang) -> Result<String, SignError> {
    let sheets: Vec<String> = match layout {
        Layout::Page => signs.iter().map(|sign| page::sheet(sign, lang)).collect::<Result<_, _>>()?,
        Layout::FourUp => signs.chunks(4).map(|four| four_up::sheet(four, lang)).collect::<Result<_, _>>()?,
    };
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n\
         <body>\n{}</body>\n</html>\n",
        lang.tag(),
        escape(&title(signs)),
        include_str!("print.css"),
        sheets.concat(),
    ))
}

/// Browsers offer the title as the name of a PDF.
fn title(signs: &[SignView]) -> String {
    match signs {
        [] => "huxue".to_owned(),
        [one] => format!("{} {}", one.school, one.post),
        [first, ..] => format!("{} ({})", first.school, signs.len()),
    }
}
