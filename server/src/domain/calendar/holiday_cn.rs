//! Reading notices in the form of holiday-cn: `{year, papers[], days[{name, date, isOffDay}]}`.
//!
//! The year is the notice's: its days lie in that year or in the December before. Other keys are passed over, because
//! the form carries some (`$schema`, `$id`). Such files also exist for years not announced yet, with no days in
//! them; they are refused, or else an empty file would make a year known.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::national::{Notice, NoticeDay};
use crate::domain::lang::Sentence;

/// Why a file is not a notice. `field` is a path such as `days[3].date`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Not JSON at all.
    #[error("the file is not JSON: line {line}, column {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A field is absent.
    #[error("{field} is missing")]
    Missing {
        /// Where.
        field: String,
    },
    /// A field is not what the form wants there.
    #[error("{field} must be {expected}")]
    Invalid {
        /// Where.
        field: String,
        /// What is wanted, in English.
        expected: &'static str,
    },
    /// A date is neither in the notice's year nor in the December before.
    #[error("{field}: {date} does not belong to the notice for {year}")]
    OutsideNotice {
        /// Where.
        field: String,
        /// The date met.
        date: NaiveDate,
        /// The notice's year.
        year: i32,
    },
    /// A date stands there twice.
    #[error("{field}: {date} is named twice")]
    Repeated {
        /// Where the second stands.
        field: String,
        /// The date met.
        date: NaiveDate,
    },
    /// No days: the year is not announced yet.
    #[error("days is empty: the notice for {year} is not announced yet")]
    NotAnnounced {
        /// The file's year.
        year: i32,
    },
}

impl ImportError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "calendar_not_json",
            Self::Missing { .. } => "calendar_field_missing",
            Self::Invalid { .. } => "calendar_field_invalid",
            Self::OutsideNotice { .. } => "calendar_date_outside_notice",
            Self::Repeated { .. } => "calendar_date_repeated",
            Self::NotAnnounced { .. } => "calendar_not_announced",
        }
    }

    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let zh = match self {
            Self::NotJson { line, column } => {
                format!("文件不是有效的 JSON（第 {line} 行第 {column} 列）。请重新下载后再导入。")
            }
            Self::Missing { field } => format!("缺少字段 {field}。请补上后再导入。"),
            Self::Invalid { field, .. } => format!("字段 {field} 的内容不对。请改正后再导入。"),
            Self::OutsideNotice { field, date, year } => {
                format!("{field}：{date} 不属于 {year} 年的通知。请核对年份或日期后再导入。")
            }
            Self::Repeated { field, date } => format!("{field}：{date} 重复。请删去一条后再导入。"),
            Self::NotAnnounced { year } => format!("{year} 年的放假通知尚未公布（文件中没有日期）。请公布后再导入。"),
        };
        Sentence::new(zh, format!("{self}. Correct the file and import it again."))
    }
}

/// Reads one notice.
///
/// # Errors
/// An [`ImportError`] that names the field.
pub fn parse(text: &str) -> Result<Notice, ImportError> {
    notice(&json(text)?)
}

/// Reads a list of notices.
///
/// # Errors
/// An [`ImportError`] that names the field within its notice.
pub fn parse_all(text: &str) -> Result<Vec<Notice>, ImportError> {
    let value = json(text)?;
    let list = value.as_array().ok_or_else(|| invalid("the file", "a list of notices"))?;
    list.iter().map(notice).collect()
}

fn json(text: &str) -> Result<Value, ImportError> {
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| ImportError::NotJson { line: error.line(), column: error.column() })
}

fn notice(value: &Value) -> Result<Notice, ImportError> {
    if !value.is_object() {
        return Err(invalid("the file", "an object {year, papers, days}"));
    }
    let year = year(field(value, "", "year")?)?;
    let papers = papers(value)?;
    let listed = field(value, "", "days")?.as_array().ok_or_else(|| invalid("days", "a list"))?;
    if listed.is_empty() {
        return Err(ImportError::NotAnnounced { year });
    }
    let mut days = BTreeMap::new();
    for (index, item) in listed.iter().enumerate() {
        let at = format!("days[{index}].");
        let (date, day) = day(item, &at, year)?;
        if days.insert(date, day).is_some() {
            return Err(ImportError::Repeated { field: format!("{at}date"), date });
        }
    }
    Ok(Notice { year, papers, days })
}

fn year(value: &Value) -> Result<i32, ImportError> {
    let year = value.as_i64().and_then(|year| i32::try_from(year).ok());
    year.filter(|year| (1949..=9998).contains(year)).ok_or_else(|| invalid("year", "a year such as 2026"))
}

fn papers(value: &Value) -> Result<Vec<String>, ImportError> {
    let listed = field(value, "", "papers")?.as_array().ok_or_else(|| invalid("papers", "a list"))?;
    let text = |(index, paper): (usize, &Value)| {
        paper.as_str().map(str::to_owned).ok_or_else(|| invalid(format!("papers[{index}]"), "an address as text"))
    };
    listed.iter().enumerate().map(text).collect()
}

fn day(item: &Value, at: &str, year: i32) -> Result<(NaiveDate, NoticeDay), ImportError> {
    if !item.is_object() {
        return Err(invalid(at.trim_end_matches('.'), "an object {name, date, isOffDay}"));
    }
    let text = |name| {
        let value = field(item, at, name)?.as_str().map(str::trim).filter(|text| !text.is_empty());
        value.ok_or_else(|| invalid(format!("{at}{name}"), "a text"))
    };
    let name = text("name")?.to_owned();
    let place = format!("{at}date");
    let date = NaiveDate::parse_from_str(text("date")?, "%Y-%m-%d")
        .map_err(|_| invalid(&*place, "a date such as 2026-10-01"))?;
    let off =
        field(item, at, "isOffDay")?.as_bool().ok_or_else(|| invalid(format!("{at}isOffDay"), "true or false"))?;
    let belongs = date.year() == year || (date.year() == year - 1 && date.month() == 12);
    if !belongs {
        return Err(ImportError::OutsideNotice { field: place, date, year });
    }
    Ok((date, NoticeDay { name, off }))
}

fn field<'a>(value: &'a Value, at: &str, name: &str) -> Result<&'a Value, ImportError> {
    value.get(name).ok_or_else(|| ImportError::Missing { field: format!("{at}{name}") })
}

fn invalid(field: impl Into<String>, expected: &'static str) -> ImportError {
    ImportError::Invalid { field: field.into(), expected }
}

#[cfg(test)]
mod tests {
    use super::super::day::tests::date;
    use super::*;
    use crate::domain::lang::Lang;

    #[test]
    fn a_notice_may_reach_into_the_december_before() {
        let text = r#"{"$schema": "x", "year": 2019, "papers": ["https://example.com/1"], "days": [
            {"name": "元旦", "date": "2018-12-29", "isOffDay": false},
            {"name": "元旦", "date": "2018-12-30", "isOffDay": true}]}"#;
        let notice = parse(text).unwrap();
        assert_eq!((notice.year, notice.papers.len(), notice.days.len()), (2019, 1, 2));
        assert_eq!(notice.days.get(&date("2018-12-29")), Some(&NoticeDay { name: "元旦".into(), off: false }));
    }

    #[test]
    fn a_byte_order_mark_is_no_obstacle() {
        let text = "\u{feff}{\"year\":2026,\"papers\":[],\"days\":[{\"name\":\"x\",\"date\":\"2026-01-01\",\"isOffDay\":true}]}";
        assert!(parse(text).is_ok());
    }

    #[test]
    fn errors_name_the_field() {
        let with = |days: &str| format!(r#"{{"year": 2026, "papers": [], "days": {days}}}"#);
        let day = r#"{"name": "x", "date": "2026-01-01", "isOffDay": true}"#;
        for (text, code, shown) in [
            ("{".to_owned(), "calendar_not_json", "the file is not JSON: line 1, column 1"),
            ("[]".to_owned(), "calendar_field_invalid", "the file must be an object {year, papers, days}"),
            ("{}".to_owned(), "calendar_field_missing", "year is missing"),
            (r#"{"year": "2026"}"#.to_owned(), "calendar_field_invalid", "year must be a year such as 2026"),
            (r#"{"year": 12}"#.to_owned(), "calendar_field_invalid", "year must be a year such as 2026"),
            (r#"{"year": 2026}"#.to_owned(), "calendar_field_missing", "papers is missing"),
            (
                r#"{"year": 2026, "papers": [1]}"#.to_owned(),
                "calendar_field_invalid",
                "papers[0] must be an address as text",
            ),
            (r#"{"year": 2026, "papers": []}"#.to_owned(), "calendar_field_missing", "days is missing"),
            (with("{}"), "calendar_field_invalid", "days must be a list"),
            (with("[]"), "calendar_not_announced", "days is empty: the notice for 2026 is not announced yet"),
            (with("[7]"), "calendar_field_invalid", "days[0] must be an object {name, date, isOffDay}"),
            (with(r#"[{"name": "x"}]"#), "calendar_field_missing", "days[0].date is missing"),
            (with(r#"[{"name": " "}]"#), "calendar_field_invalid", "days[0].name must be a text"),
            (
                with(&format!(r#"[{day}, {{"name": "x", "date": "2026-02-30"}}]"#)),
                "calendar_field_invalid",
                "days[1].date must be a date such as 2026-10-01",
            ),
            (with(r#"[{"name": "x", "date": "2026-01-01"}]"#), "calendar_field_missing", "days[0].isOffDay is missing"),
            (
                with(r#"[{"name": "x", "date": "2026-01-01", "isOffDay": 1}]"#),
                "calendar_field_invalid",
                "days[0].isOffDay must be true or false",
            ),
            (
                with(r#"[{"name": "x", "date": "2025-11-30", "isOffDay": true}]"#),
                "calendar_date_outside_notice",
                "days[0].date: 2025-11-30 does not belong to the notice for 2026",
            ),
            (
                with(r#"[{"name": "x", "date": "2027-01-01", "isOffDay": true}]"#),
                "calendar_date_outside_notice",
                "days[0].date: 2027-01-01 does not belong to the notice for 2026",
            ),
            (with(&format!("[{day}, {day}]")), "calendar_date_repeated", "days[1].date: 2026-01-01 is named twice"),
        ] {
            let error = parse(&text).unwrap_err();
            assert_eq!((error.code(), error.to_string().as_str()), (code, shown), "{text}");
            assert!(error.sentence().text(Lang::Zh).ends_with("再导入。"), "{text}");
        }
    }
}
