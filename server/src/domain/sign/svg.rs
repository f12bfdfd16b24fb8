//! A sign, or a bare QR, as SVG.

use super::escape::escape;
use super::fit::on_one_line;
use super::qr::Qr;
use super::{SignError, SignView, texts};
use crate::domain::lang::Lang;

/// LOOK's system font stack, quoted for an XML attribute in double quotes.
const FONTS: &str =
    "system-ui, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
/// Width of the picture in mm, that of A4.
const WIDTH: f64 = 210.0;
/// Width of the symbol without quiet zone in mm: 15 cm and a little for printers that shrink the page.
pub(super) const SYMBOL: f64 = 151.0;

/// The sign as one picture in millimetres, 210 wide: school, post, QR, short code, number and notice.
///
/// # Errors
/// If the link does not fit into a QR.
pub fn svg(sign: &SignView, lang: Lang) -> Result<String, SignError> {
    let qr = Qr::for_print(&sign.link)?;
    let module = SYMBOL / f64::from(qr.width());
    let side = module * f64::from(qr.full_width());
    let (left, top, bottom) = ((WIDTH - side) / 2.0, 36.0, 36.0 + side);
    let lines = [
        line(&sign.school, 10.0, 6.0, 400),
        line(&sign.post, 30.0, 17.0, 700),
        line(&texts::short_code(sign, lang), bottom + 8.0, 9.0, 700),
        line(texts::notice(lang), bottom + 17.0, 5.0, 700),
        line(&texts::number_and_date(sign, lang), bottom + 24.0, 4.0, 400),
    ];
    let height = bottom + 30.0;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}mm\" height=\"{height:.2}mm\" viewBox=\"0 0 {WIDTH} {height:.2}\" \
         font-family=\"{FONTS}\" text-anchor=\"middle\" lang=\"{}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <path transform=\"translate({left:.4} {top:.4}) scale({module:.5})\" shape-rendering=\"crispEdges\" d=\"{}\"/>\n{}</svg>\n",
        lang.tag(),
        qr.path(),
        lines.concat(),
    ))
}

/// A bare QR at level M with its quiet zone, for a gate-room screen or an invite. It scales to its box.
///
/// # Errors
/// If the link does not fit into a QR.
pub fn link_svg(link: &str) -> Result<String, SignError> {
    Ok(bare(&Qr::for_screen(link)?))
}

/// The symbol alone, on white even where the page around it is dark.
pub(super) fn bare(qr: &Qr) -> String {
    let side = qr.full_width();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\">\
         <title>QR</title><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{}\"/></svg>",
        qr.path()
    )
}

fn line(text: &str, baseline: f64, size: f64, weight: u32) -> String {
    let size = on_one_line(text, WIDTH - 20.0, size);
    let middle = WIDTH / 2.0;
    format!(
        "<text x=\"{middle}\" y=\"{baseline:.2}\" font-size=\"{size:.2}\" font-weight=\"{weight}\">{}</text>\n",
        escape(text)
    )
}
