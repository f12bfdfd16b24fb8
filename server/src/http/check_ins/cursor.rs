//! `after=` in lists that run by time: the microseconds and the id of the last record.

use std::fmt::Display;
use std::str::FromStr;

use crate::domain::moment::Moment;
use crate::problem::{Problem, Result};

/// Reads a cursor.
pub(in crate::http) fn read<Id: FromStr>(after: Option<&str>) -> Result<Option<(Moment, Id)>> {
    let Some(after) = after else { return Ok(None) };
    let parts = after.split_once('.').and_then(|(at, id)| Some((Moment(at.parse().ok()?), id.parse().ok()?)));
    parts.map(Some).ok_or_else(|| Problem::invalid("after", "it is no cursor of this list / 不是本列表的游标"))
}

/// Writes one.
pub(in crate::http) fn write(at: Moment, id: impl Display) -> String {
    format!("{}.{id}", at.0)
}
