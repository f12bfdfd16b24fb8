//! Lists: `?after=&limit=` in, `{items, next}` out.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

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
    /// The limit, within bounds.
    pub(in crate::http) fn limit(&self) -> i64 {
        self.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MOST)
    }
}

/// The id that a cursor is.
pub(in crate::http) fn cursor<T: std::str::FromStr>(after: Option<&str>) -> Result<Option<T>> {
    let read = after.map(str::parse).transpose();
    read.map_err(|_| Problem::new(Code::MalformedQuery).detail("'after' is no 'next' of this list"))
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
