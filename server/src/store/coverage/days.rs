//! One row for each final day, with its sums.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::coverage::{DutyTotals, SecondsByGrade};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::words::{DayKind, Role};
use crate::store::dialect::on_inner;
use crate::store::organizations::Seen;
use crate::store::schema::{coverage_days, coverage_roles, coverage_stays};
use crate::store::{Read, Result, Tx};

/// A school on a date.
pub type DayKey = (OrganizationId, NaiveDate);

/// Declares a row that ends with the sums over duties.
macro_rules! row_with_sums {
    ($(#[$meta:meta])* $name:ident of $table:ident, $(#[$new:meta])* new { $($(#[$fmeta:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
        #[diesel(table_name = $table)]
        pub struct $name {
            $($(#[$fmeta])* pub $field: $type,)+
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
            confirmed_seconds: i64,
            likely_seconds: i64,
            claimed_seconds: i64,
        }

        impl $name {
            /// A row from its own columns and the sums.
            #[must_use]
            $(#[$new])*
            pub const fn new($($field: $type,)+ sums: &DutyTotals) -> Self {
                Self {
                    $($field,)+
                    posts_required: sums.posts_required,
                    posts_covered: sums.posts_covered,
                    posts_short: sums.posts_short,
                    posts_empty: sums.posts_empty,
                    posts_excused: sums.posts_excused,
                    posts_unknown: sums.posts_unknown,
                    required_seconds: sums.required_seconds,
                    covered_seconds: sums.covered_seconds,
                    required_slot_seconds: sums.required_slot_seconds,
                    slot_seconds: sums.slot_seconds,
                    confirmed_seconds: sums.seconds_by_grade.confirmed,
                    likely_seconds: sums.seconds_by_grade.likely,
                    claimed_seconds: sums.seconds_by_grade.claimed,
                }
            }

            /// The sums over its duties.
            #[must_use]
            pub const fn duties(&self) -> DutyTotals {
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
                    seconds_by_grade: SecondsByGrade {
                        confirmed: self.confirmed_seconds,
                        likely: self.likely_seconds,
                        claimed: self.claimed_seconds,
                    },
                }
            }
        }
    };
}

row_with_sums! {
    /// The sums of a final day.
    StoredDay of coverage_days,
    #[expect(clippy::too_many_arguments, reason = "one for each column, named at the one place that calls it")]
    new {
        /// The school.
        school_id: OrganizationId,
        /// The date, by the school's clock.
        date: NaiveDate,
        /// Rises when something changed.
        revision: i32,
        /// When this revision was computed.
        as_known_at: Moment,
        /// What the calendar said.
        kind: DayKind,
        /// 1 on a school day.
        school_days: i64,
        /// 1 on a school day with a post.
        school_days_set_up: i64,
        /// 1 if the calendar did not know.
        school_days_unknown: i64,
        /// Slots of the posts required.
        slots: i64,
        /// Those filled by start − lead.
        slots_on_time: i64,
        /// 人次.
        person_stays: i64,
    }
}

row_with_sums! {
    /// The sums of the posts of a final day that list the same roles.
    StoredRoles of coverage_roles, new {
        /// The school.
        school_id: OrganizationId,
        /// The date.
        date: NaiveDate,
        /// The roles, in their order, between commas.
        roles: String,
    }
}

/// The person-stays of a final day in one role.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = coverage_stays)]
pub struct StoredStays {
    /// The school.
    pub school_id: OrganizationId,
    /// The date.
    pub date: NaiveDate,
    /// In what capacity.
    pub role: Role,
    /// How many.
    pub person_stays: i64,
}

/// The stored sums of the schools' days from `from` to `to`, both included, by date.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, seen: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<StoredDay>> {
    Ok(coverage_days::table
        .filter(coverage_days::school_id.eq_any(seen.ids()))
        .filter(coverage_days::date.between(from, to))
        .order(coverage_days::date)
        .select(StoredDay::as_select())
        .load(read.db())?)
}

/// Which days of the schools are stored, from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn keys_between(read: &mut impl Read, seen: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayKey>> {
    Ok(coverage_days::table
        .filter(coverage_days::school_id.eq_any(seen.ids()))
        .filter(coverage_days::date.between(from, to))
        .select((coverage_days::school_id, coverage_days::date))
        .load(read.db())?)
}

/// Puts the sums of a day in the place of what is stored of it.
///
/// # Errors
/// Those of the database.
pub fn replace(tx: &mut Tx, day: &StoredDay, roles: &[StoredRoles], stays: &[StoredStays]) -> Result<()> {
    let (school, date) = (day.school_id, day.date);
    let of_roles =
        coverage_roles::table.filter(coverage_roles::school_id.eq(school)).filter(coverage_roles::date.eq(date));
    let of_stays =
        coverage_stays::table.filter(coverage_stays::school_id.eq(school)).filter(coverage_stays::date.eq(date));
    diesel::delete(of_roles).execute(tx.db())?;
    diesel::delete(of_stays).execute(tx.db())?;
    diesel::delete(coverage_days::table.find((school, date))).execute(tx.db())?;
    diesel::insert_into(coverage_days::table).values(day).execute(tx.db())?;
    on_inner!(tx.db(), |inner| diesel::insert_into(coverage_roles::table).values(roles).execute(inner))?;
    on_inner!(tx.db(), |inner| diesel::insert_into(coverage_stays::table).values(stays).execute(inner))?;
    Ok(())
}
