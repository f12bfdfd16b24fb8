//! The roll-up as CSV. A byte order mark stands in front, because spreadsheet programs on Chinese Windows else read GBK.

use crate::domain::coverage::Rate;
use crate::domain::lang::Lang;
use crate::problem::{Problem, Result};
use crate::service::coverage::roll_up::{RollUp, RowOf, Sums};

/// The headings: Chinese, English.
const HEADINGS: [(&str, &str); 18] = [
    ("名称/日期", "name or date"),
    ("学校日数", "school-days"),
    ("未定稿", "live"),
    ("有修订", "revised"),
    ("上学日", "days with school"),
    ("已设岗", "set up"),
    ("护学岗设置率%", "set-up rate %"),
    ("应到岗", "posts required"),
    ("全程到岗", "posts covered"),
    ("有缺岗", "posts short"),
    ("空岗", "posts empty"),
    ("免岗", "posts excused"),
    ("日历未知", "posts unknown"),
    ("到岗率%", "posts rate %"),
    ("应覆盖分钟", "required minutes"),
    ("已覆盖分钟", "covered minutes"),
    ("准时率%", "punctuality %"),
    ("人次", "person-stays"),
];

/// The table: headings, rows, and the whole as the last line.
pub(super) fn table(answer: &RollUp, lang: Lang) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |error: csv::Error| Problem::internal(error);
    writer.write_record(HEADINGS.map(|(zh, en)| lang.pick(zh, en))).map_err(failed)?;
    for (of, sums) in &answer.rows {
        let name = match of {
            RowOf::Organization { name, .. } => plain(name),
            RowOf::Day(date) => date.to_string(),
            RowOf::Span { from, to, name } => match name {
                Some(name) => format!("{}（{from}–{to}）", plain(name)),
                None => format!("{from}–{to}"),
            },
        };
        writer.write_record(record(name, sums)).map_err(failed)?;
    }
    writer.write_record(record(lang.pick("合计", "whole").to_owned(), &answer.whole)).map_err(failed)?;
    writer.into_inner().map_err(Problem::internal)
}

/// A name that a spreadsheet program would take for a formula gets an apostrophe in front.
fn plain(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{name}") } else { name.to_owned() }
}

fn record(name: String, sums: &Sums) -> [String; 18] {
    let (totals, duties) = (&sums.totals, &sums.totals.duties);
    [
        name,
        sums.days.to_string(),
        sums.live_days.to_string(),
        sums.revised_days.to_string(),
        totals.school_days.to_string(),
        totals.school_days_set_up.to_string(),
        percent(totals.set_up_rate()),
        duties.posts_required.to_string(),
        duties.posts_covered.to_string(),
        duties.posts_short.to_string(),
        duties.posts_empty.to_string(),
        duties.posts_excused.to_string(),
        duties.posts_unknown.to_string(),
        percent(duties.posts_rate()),
        (duties.required_seconds / 60).to_string(),
        (duties.covered_seconds / 60).to_string(),
        percent(totals.punctuality_rate()),
        sums.person_stays.to_string(),
    ]
}

/// Empty where there is no rate.
fn percent(rate: Rate) -> String {
    rate.basis_points().map(|points| format!("{}.{:02}", points / 100, points % 100)).unwrap_or_default()
}
