//! The sign's own words in both languages.

use chrono::Datelike;

use super::SignView;
use crate::domain::lang::Lang;
use crate::domain::words::WindowKind;

/// What a sign does not prove. It stands on every sign.
pub(super) const fn notice(lang: Lang) -> &'static str {
    lang.pick("本牌只说明地点,不证明到岗", "This sign shows the place. It does not prove presence.")
}

/// The caption of each of the three drawings.
pub(super) const fn steps(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["用微信或相机扫码", "点“到岗打卡”", "离开时点“离岗”"],
        Lang::En => ["Scan the code", "Tap “On duty”", "Tap “Leave” when you go"],
    }
}

pub(super) const fn kind(kind: WindowKind, lang: Lang) -> &'static str {
    match kind {
        WindowKind::DropOff => lang.pick("上学", "Drop-off"),
        WindowKind::PickUp => lang.pick("放学", "Pick-up"),
    }
}

pub(super) const fn officer_title(lang: Lang) -> &'static str {
    lang.pick("一校一警 · 责任民警", "Responsible officer")
}

pub(super) const fn duties(lang: Lang) -> &'static str {
    lang.pick("职责", "Duties")
}

pub(super) const fn phone(lang: Lang) -> &'static str {
    lang.pick("电话", "Phone")
}

pub(super) const fn photo(lang: Lang) -> &'static str {
    lang.pick("照片", "Photo")
}

pub(super) fn short_code(sign: &SignView, lang: Lang) -> String {
    format!("{} {}", lang.pick("短码", "Code"), sign.short_code)
}

/// Where to type the short code when the QR cannot be scanned.
pub(super) fn fallback(sign: &SignView, lang: Lang) -> String {
    let site = site(&sign.link);
    match lang {
        Lang::Zh => format!("扫不了码？打开 {site} 输入短码"),
        Lang::En => format!("Cannot scan? Type the code at {site}"),
    }
}

pub(super) fn number_and_date(sign: &SignView, lang: Lang) -> String {
    let (number, date) = (format!("{}-{}", sign.checkpoint, sign.serial), sign.issued_on);
    match lang {
        Lang::Zh => format!("编号 {number} · {}年{}月{}日制", date.year(), date.month(), date.day()),
        Lang::En => format!("No. {number} · issued {}", date.format("%-d %b %Y")),
    }
}

/// The server's address as a person would type it: without scheme and lower case.
fn site(link: &str) -> String {
    let link = link.to_lowercase();
    let (site, _) = link.rsplit_once("/c/").unwrap_or((&link, ""));
    site.split_once("://").map_or(site, |(_, site)| site).to_owned()
}
