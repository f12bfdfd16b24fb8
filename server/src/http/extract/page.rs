//! Lists: `?after=&limit=` in, `{items, next}` out.

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::moment::Moment;
use crate::problem::{Code, Problem, Result};

const DEFAULT_LIMIT: i64 = 100;
const MOST: i64 = 500;

/// Which part of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct PageQuery {
    /// The `next` of the part before; none for the first part.
    pub(in crate::http) after: Option<String>,
    /// How many at most, 1 to 500; 100 unless said.
    #[param(minimum = 1, maximum = 500)]
    pub(in crate::http) limit: Option<i64>,
}

impl PageQuery {
    /// How many records.
    ///
    /// # Errors
    /// If it is out of bounds: somebody who asks for 1,000 and gets 500 would take them for all.
    pub(in crate::http) fn limit(&self) -> Result<i64> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if (1..=MOST).contains(&limit) {
            return Ok(limit);
        }
        Err(Problem::new(Code::MalformedQuery).field("limit").detail(format!("1 to {MOST} / 1 至 {MOST}")))
    }
}

/// A kind of list, by a mark of its own: the `next` of one list is refused by every other.
pub(in crate::http) struct List(pub(in crate::http) &'static str);

impl List {
    /// The `next` of a part whose last record has this key.
    pub(in crate::http) fn next(&self, key: impl Display) -> String {
        format!("{}.{key}", self.0)
    }

    /// The key that an `after` stands for.
    pub(in crate::http) fn key<T: FromStr>(&self, after: Option<&str>) -> Result<Option<T>> {
        let Some(after) = after else { return Ok(None) };
        let key = after.strip_prefix(self.0).and_then(|rest| rest.strip_prefix('.')).and_then(|key| key.parse().ok());
        let foreign =
            || Problem::new(Code::MalformedQuery).field("after").detail("no 'next' of this list / 不是本列表的 next");
        key.map(Some).ok_or_else(foreign)
    }
}

/// The key of lists that run by time: the microseconds and the id.
pub(in crate::http) struct ByTime<Id>(pub(in crate::http) Moment, pub(in crate::http) Id);

impl<Id> ByTime<Id> {
    pub(in crate::http) fn into_pair(self) -> (Moment, Id) {
        (self.0, self.1)
    }
}

impl<Id: Display> Display for ByTime<Id> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0.0, self.1)
    }
}

impl<Id: FromStr> FromStr for ByTime<Id> {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, id) = text.split_once('.').ok_or(())?;
        Ok(Self(Moment(at.parse().map_err(|_| ())?), id.parse().map_err(|_| ())?))
    }
}

/// One part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct Page<T> {
    /// The records.
    pub(in crate::http) items: Vec<T>,
    /// Give it as `after` to get the next part; null at the end.
    pub(in crate::http) next: Option<String>,
}

impl<T> Page<T> {
    /// A part whose last record has the cursor that `cursor` gives, if it is as long as was asked for.
    pub(in crate::http) fn new(items: Vec<T>, limit: i64, cursor: impl FnOnce(&T) -> String) -> Self {
        let full = i64::try_from(items.len()).is_ok_and(|length| length >= limit);
        let next = if full { items.last().map(cursor) } else { None };
        Self { items, next }
    }
}

impl<T> Page<T> {
    /// The same part with each record turned into something else.
    pub(in crate::http) fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(turn).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CheckInId;

    #[test]
    fn a_cursor_is_good_for_its_own_list_alone() {
        let id = CheckInId::fresh();
        let next = List("flags").next(ByTime(Moment(7), id));
        let read = |list: &'static str, after: &str| List(list).key::<ByTime<CheckInId>>(Some(after));
        assert_eq!(read("flags", &next).unwrap().map(ByTime::into_pair), Some((Moment(7), id)));
        for (list, after) in [("check-ins", next.as_str()), ("flags", "flags.7"), ("flags", ""), ("flag", &next)] {
            assert_eq!(read(list, after).err().map(|problem| problem.code), Some(Code::MalformedQuery), "{after}");
        }
    }

    #[test]
    fn limits_out_of_bounds_are_refused() {
        let limit = |limit| PageQuery { after: None, limit }.limit().ok();
        let limits = [None, Some(1), Some(500), Some(0), Some(501), Some(-1)].map(limit);
        assert_eq!(limits, [Some(100), Some(1), Some(500), None, None, None]);
    }
}
