//! One message in place of many: what is told to one recipient about several places.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::kind::AlertKind;
use super::name::{name, weight};
use crate::domain::id::{AlertId, OrganizationId};
use crate::domain::lang::Lang;
use crate::domain::words::OrganizationKind;

/// A place that a digest tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub id: OrganizationId,
    /// A school; or a station, a bureau.
    pub kind: OrganizationKind,
    /// Its name.
    pub name: String,
}

/// Something that was to be told of one alert.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// Of which alert.
    pub alert: AlertId,
    /// What that is about.
    pub kind: AlertKind,
    /// Where.
    pub place: &'a Place,
    /// Whether it is over.
    pub resolved: bool,
}

/// How many places a digest describes.
const DESCRIBED: usize = 3;
/// How long it grows by naming others, characters.
const LONGEST: usize = 400;

/// What a digest says of some news, which is in the order of time: the worst place first, then those that are right again. Of an
/// alert, the last news counts.
#[must_use]
pub fn digest(news: &[News], link: &str, lang: Lang) -> String {
    let (wrong, right) = standing(news);
    let mut text = if lang == Lang::Zh { "【护学岗】".to_owned() } else { "[Guard posts] ".to_owned() };
    let counted = count(wrong.iter().map(|(place, _)| *place), lang);
    let described: Vec<String> = wrong.iter().take(DESCRIBED).map(|(place, kinds)| line(place, kinds, lang)).collect();
    if !wrong.is_empty() {
        match lang {
            Lang::Zh => text += &format!("{counted}有预警：{}", described.join("；")),
            Lang::En => text += &format!("alerts at {counted}: {}", described.join("; ")),
        }
        let others: Vec<&str> = wrong.iter().skip(DESCRIBED).map(|(place, _)| place.name.as_str()).collect();
        if !others.is_empty() {
            text += if lang == Lang::Zh { "；另有 " } else { "; also " };
            list(&mut text, &others, lang);
        }
        text += if lang == Lang::Zh { "。" } else { ". " };
    }
    if !right.is_empty() {
        let counted = count(right.iter().copied(), lang);
        text += &if lang == Lang::Zh {
            format!("{counted}已恢复：")
        } else {
            format!("All right again at {counted}: ")
        };
        list(&mut text, &right.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), lang);
        text += if lang == Lang::Zh { "。" } else { ". " };
    }
    text + &if lang == Lang::Zh { format!("查看：{link}") } else { format!("See {link}") }
}

type Wrong<'a> = (&'a Place, Vec<AlertKind>);

/// The places where something is wrong, the worst first, each with what is; and those where all of it is over.
fn standing<'a>(news: &[News<'a>]) -> (Vec<Wrong<'a>>, Vec<&'a Place>) {
    let last: BTreeMap<AlertId, &News> = news.iter().map(|one| (one.alert, one)).collect();
    let mut places: BTreeMap<OrganizationId, Wrong> = BTreeMap::new();
    for one in last.into_values() {
        let (_, kinds) = places.entry(one.place.id).or_insert((one.place, Vec::new()));
        kinds.extend((!one.resolved).then_some(one.kind));
    }
    let (mut wrong, right): (Vec<_>, Vec<_>) = places.into_values().partition(|(_, kinds)| !kinds.is_empty());
    wrong.iter_mut().for_each(|(_, kinds)| kinds.sort_by_key(|kind| weight(*kind)));
    wrong.sort_by_key(|(place, kinds)| (kinds.first().copied().map(weight), Reverse(kinds.len()), &place.name));
    let mut right: Vec<&Place> = right.into_iter().map(|(place, _)| place).collect();
    right.sort_by_key(|place| &place.name);
    (wrong, right)
}

/// How many places there are.
fn count<'a>(mut places: impl Iterator<Item = &'a Place> + Clone, lang: Lang) -> String {
    let count = places.clone().count();
    match (places.all(|place| place.kind == OrganizationKind::School), lang) {
        (true, Lang::Zh) => format!("{count} 所学校"),
        (false, Lang::Zh) => format!("{count} 个单位"),
        (true, Lang::En) => format!("{count} {}", if count == 1 { "school" } else { "schools" }),
        (false, Lang::En) => format!("{count} {}", if count == 1 { "place" } else { "places" }),
    }
}

/// A place, and what is wrong there: each kind with how often, the worst first.
fn line(place: &Place, kinds: &[AlertKind], lang: Lang) -> String {
    let kinds = kinds.chunk_by(|a, b| a == b).filter_map(|same| {
        let what = name(*same.first()?, lang);
        Some(if same.len() > 1 { format!("{what} ×{}", same.len()) } else { what.to_owned() })
    });
    let kinds: Vec<String> = kinds.collect();
    match lang {
        Lang::Zh => format!("{}（{}）", place.name, kinds.join("、")),
        Lang::En => format!("{} ({})", place.name, kinds.join(", ")),
    }
}

/// Names as many as there is room for, and counts the rest.
fn list(text: &mut String, names: &[&str], lang: Lang) {
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let mut length = text.chars().count();
    let fits = names.iter().take_while(|name| {
        length += name.chars().count() + comma.chars().count();
        length <= LONGEST
    });
    let fits: Vec<&str> = fits.copied().collect();
    let rest = names.len().saturating_sub(fits.len());
    *text += &fits.join(comma);
    if rest > 0 {
        *text += match (fits.is_empty(), lang) {
            (true, _) => "",
            (false, Lang::Zh) => "，还有 ",
            (false, Lang::En) => " and ",
        };
        *text += &if lang == Lang::Zh { format!("{rest} 个") } else { format!("{rest} more") };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AlertKind::{CalendarMissing, Gap, NobodyAtStart, RoundOverdue};

    fn school(name: &str) -> Place {
        Place { id: OrganizationId::fresh(), kind: OrganizationKind::School, name: name.to_owned() }
    }

    fn told(news: &[News]) -> String {
        let text = digest(news, "L", Lang::Zh);
        text.strip_prefix("【护学岗】").unwrap().strip_suffix("查看：L").unwrap().to_owned()
    }

    /// Each row: `(place, alert, kind, resolved)` in the order of time, and what is said.
    #[test]
    fn it_names_the_worst_place_first_and_the_last_news_of_each_alert() {
        let mut places: Vec<Place> = ["甲小学", "乙小学", "丙小学", "丁小学", "戊小学"].map(school).into();
        places.push(Place { kind: OrganizationKind::Station, ..school("城关所") });
        let ids: Vec<AlertId> = (0..6).map(|_| AlertId::fresh()).collect();
        type Row = (usize, usize, AlertKind, bool);
        let rows: &[(&[Row], &str)] = &[
            (&[(0, 0, Gap, false)], "1 所学校有预警：甲小学（缺岗）。"),
            (&[(0, 0, Gap, false), (0, 0, Gap, false)], "1 所学校有预警：甲小学（缺岗）。"),
            (
                &[(0, 0, Gap, false), (1, 1, NobodyAtStart, false), (2, 2, Gap, false), (2, 3, Gap, false)],
                "3 所学校有预警：乙小学（开始时无人在岗）；丙小学（缺岗 ×2）；甲小学（缺岗）。",
            ),
            (
                &[(0, 0, Gap, false), (0, 1, NobodyAtStart, false), (0, 2, Gap, false)],
                "1 所学校有预警：甲小学（开始时无人在岗、缺岗 ×2）。",
            ),
            (&[(0, 0, Gap, false), (0, 0, Gap, true)], "1 所学校已恢复：甲小学。"),
            (&[(0, 0, Gap, true), (0, 1, Gap, false)], "1 所学校有预警：甲小学（缺岗）。"),
            (
                &[(0, 0, Gap, false), (1, 1, Gap, true), (2, 2, Gap, true)],
                "1 所学校有预警：甲小学（缺岗）。2 所学校已恢复：丙小学、乙小学。",
            ),
            (
                &[(0, 0, Gap, false), (1, 1, Gap, false), (2, 2, Gap, false), (3, 3, Gap, false), (4, 4, Gap, false)],
                "5 所学校有预警：丁小学（缺岗）；丙小学（缺岗）；乙小学（缺岗）；另有 戊小学、甲小学。",
            ),
            (
                &[(5, 0, RoundOverdue, false), (0, 1, CalendarMissing, false)],
                "2 个单位有预警：城关所（巡逻逾期）；甲小学（放假安排未导入）。",
            ),
        ];
        for (rows, expected) in rows {
            let place = |place: usize| places.get(place).unwrap();
            let news: Vec<News> = rows
                .iter()
                .map(|(at, alert, kind, resolved)| News {
                    alert: *ids.get(*alert).unwrap(),
                    kind: *kind,
                    place: place(*at),
                    resolved: *resolved,
                })
                .collect();
            assert_eq!(told(&news), *expected);
        }
    }

    #[test]
    fn however_many_there_are_it_stays_short_and_its_counts_are_right() {
        for count in [1, 3, 4, 30, 2_000] {
            let places: Vec<Place> = (0..count).map(|number| school(&format!("第{number}实验小学东校区"))).collect();
            for resolved in [false, true] {
                let of = |place| News { alert: AlertId::fresh(), kind: Gap, place, resolved };
                let news: Vec<News> = places.iter().map(of).collect();
                for lang in [Lang::Zh, Lang::En] {
                    let text = digest(&news, "https://example.cn/desk", lang);
                    assert!(text.contains(&format!("{count} ")) && text.chars().count() < LONGEST + 60, "{text}");
                    let named = text.matches("实验小学").count();
                    let rest = count - named;
                    let more = if lang == Lang::Zh { format!("还有 {rest} 个") } else { format!("and {rest} more") };
                    assert_eq!(text.contains(&more), rest > 0, "{text}");
                }
            }
        }
    }
}
