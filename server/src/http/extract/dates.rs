//! Dates in queries.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

/// From when on something ends.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct EndQuery {
    /// The first date it does not hold any more; today unless given.
    pub(in crate::http) from: Option<NaiveDate>,
}

/// A span of dates.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct SpanQuery {
    /// The first date.
    #[param(example = "2026-11-23")]
    pub(in crate::http) from: NaiveDate,
    /// The last date, included; at most 400 days in all.
    #[param(example = "2026-11-29")]
    pub(in crate::http) to: NaiveDate,
}
