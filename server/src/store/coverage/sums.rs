//! Sums of stored days, made by the database. Both databases know `CAST(SUM(x) AS BIGINT)`; PostgreSQL's own sum of BIGINT
//! would be a NUMERIC.

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::domain::coverage::{DutyTotals, SecondsByGrade};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::words::Role;
use crate::store::organizations::Seen;
use crate::store::schema::{coverage_days, coverage_roles, coverage_stays};
use crate::store::{Read, Result};

/// What stored days add up to.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct StoredSums {
    /// Of the columns that are a day's own.
    pub days: DayColumns,
    duties: DutyColumns,
}

/// Sums of the columns that are a day's own.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DayColumns {
    /// How many days.
    pub days: i64,
    /// School days.
    pub school_days: i64,
    /// Those with a post.
    pub school_days_set_up: i64,
    /// Days that the calendar did not know.
    pub school_days_unknown: i64,
    /// Slots of the posts required.
    pub slots: i64,
    /// Those filled by start − lead.
    pub slots_on_time: i64,
    /// 人次.
    pub person_stays: i64,
    /// Days whose figures changed after they were first final.
    pub revised: i64,
    /// When the newest of them was computed.
    pub as_known_at: Moment,
}

/// Sums of the columns that are sums over duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct DutyColumns {
    posts_required: i64,
    posts_covered: i64,
    posts_short: i64,
    posts_empty: i64,
    posts_excused: i64,
    posts_unknown: i64,
    required_seconds: i64,
    covered_seconds: i64,
    required_slot_seconds: i64,
    slot_seconds: i64,
    confirmed: i64,
    likely: i64,
    claimed: i64,
}

type Sum = SqlLiteral<BigInt>;

fn sum(table: &str, column: &str) -> Sum {
    sql(&format!("CAST(SUM({table}.{column}) AS BIGINT)"))
}

type DaySums = (Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum);

fn day_sums() -> DaySums {
    let of = |column| sum("coverage_days", column);
    (
        sql("COUNT(*)"),
        of("school_days"),
        of("school_days_set_up"),
        of("school_days_unknown"),
        of("slots"),
        of("slots_on_time"),
        of("person_stays"),
        sql("CAST(SUM(CASE WHEN coverage_days.revision > 1 THEN 1 ELSE 0 END) AS BIGINT)"),
        sql("MAX(coverage_days.as_known_at)"),
    )
}

type DutySums = (Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum);

fn duty_sums(table: &str) -> DutySums {
    let of = |column| sum(table, column);
    (
        of("posts_required"),
        of("posts_covered"),
        of("posts_short"),
        of("posts_empty"),
        of("posts_excused"),
        of("posts_unknown"),
        of("required_seconds"),
        of("covered_seconds"),
        of("required_slot_seconds"),
        of("slot_seconds"),
        of("confirmed_seconds"),
        of("likely_seconds"),
        of("claimed_seconds"),
    )
}

/// The sums of each of the schools that has stored days from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn by_school(
    read: &mut impl Read,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(OrganizationId, StoredSums)>> {
    Ok(coverage_days::table
        .filter(coverage_days::school_id.eq_any(seen.ids()))
        .filter(coverage_days::date.between(from, to))
        .group_by(coverage_days::school_id)
        .select((coverage_days::school_id, (day_sums(), duty_sums("coverage_days"))))
        .load(read.db())?)
}

/// The sums of each date on which one of the schools has a stored day.
///
/// # Errors
/// Those of the database.
pub fn by_day(
    read: &mut impl Read,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, StoredSums)>> {
    Ok(coverage_days::table
        .filter(coverage_days::school_id.eq_any(seen.ids()))
        .filter(coverage_days::date.between(from, to))
        .group_by(coverage_days::date)
        .order(coverage_days::date)
        .select((coverage_days::date, (day_sums(), duty_sums("coverage_days"))))
        .load(read.db())?)
}

/// The sums of the schools' posts by the roles that they list.
///
/// # Errors
/// Those of the database.
pub fn by_roles(
    read: &mut impl Read,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(String, DutyTotals)>> {
    let rows: Vec<(String, DutyColumns)> = coverage_roles::table
        .filter(coverage_roles::school_id.eq_any(seen.ids()))
        .filter(coverage_roles::date.between(from, to))
        .group_by(coverage_roles::roles)
        .select((coverage_roles::roles, duty_sums("coverage_roles")))
        .load(read.db())?;
    Ok(rows.into_iter().map(|(roles, sums)| (roles, sums.totals())).collect())
}

/// The schools' person-stays by role.
///
/// # Errors
/// Those of the database.
pub fn stays_by_role(read: &mut impl Read, seen: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Role, i64)>> {
    Ok(coverage_stays::table
        .filter(coverage_stays::school_id.eq_any(seen.ids()))
        .filter(coverage_stays::date.between(from, to))
        .group_by(coverage_stays::role)
        .select((coverage_stays::role, sum("coverage_stays", "person_stays")))
        .load(read.db())?)
}

impl DutyColumns {
    const fn totals(self) -> DutyTotals {
        DutyTotals {
            posts_required: self.posts_required,
            posts_covered: self.posts_covered,
            posts_short: self.posts_short,
            posts_empty: self.posts_empty,
            posts_excused: self.posts_excused,
            posts_unknown: self.posts_unknown,
            required_seconds: self.required_seconds,
            covered_seconds: self.covered_seconds,
            required_slot_seconds: self.required_slot_seconds,
            slot_seconds: self.slot_seconds,
            seconds_by_grade: SecondsByGrade { confirmed: self.confirmed, likely: self.likely, claimed: self.claimed },
        }
    }
}

impl StoredSums {
    /// The sums over duties.
    #[must_use]
    pub const fn duties(&self) -> DutyTotals {
        self.duties.totals()
    }
}
