//! Patrol routes with what is asked of them, effective-dated like duties.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::JsonText;
use super::error::{Error, Result};
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::{checkpoints, patrol_routes};
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, OrganizationId, PatrolRouteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{Per, RouteSettings};
use crate::domain::words::{Grade, Role};

/// A route as it is from one date on.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = patrol_routes)]
pub struct PatrolRouteRow {
    /// The route; the same through all its edits.
    pub id: PatrolRouteId,
    /// The first date this row holds.
    pub valid_from: NaiveDate,
    /// The first date it does not hold any more; none while it is open-ended.
    pub valid_to: Option<NaiveDate>,
    /// Whose route.
    pub station_id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Whether the points are to be walked in their order.
    pub ordered: bool,
    /// How long a round may take, minutes.
    pub max_minutes: i32,
    /// The grade that a scan must reach.
    pub min_grade: Grade,
    /// The greatest speed, metres a second.
    pub max_speed: f64,
    /// The points.
    pub points: JsonText,
    /// How many rounds.
    pub rounds: i32,
    /// In which time.
    pub per: Per,
    /// When.
    pub windows: JsonText,
    /// Whether days without school ask for nothing.
    pub school_days_only: bool,
    /// The roles that walk it.
    pub roles: JsonText,
    /// Who walks it; everybody of the roles if empty.
    pub persons: JsonText,
    /// The norm that it follows.
    pub norm: Option<String>,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// Who made this row; none for the server itself.
    pub author_id: Option<PersonId>,
    /// When.
    pub created_at: Moment,
}

impl PatrolRouteRow {
    /// A row from a date on; give it settings with [`PatrolRouteRow::with`].
    #[must_use]
    pub fn empty(
        id: PatrolRouteId,
        station_id: OrganizationId,
        valid_from: NaiveDate,
        author: PersonId,
        created_at: Moment,
    ) -> Self {
        Self {
            id,
            valid_from,
            valid_to: None,
            station_id,
            name: String::new(),
            ordered: false,
            max_minutes: 0,
            min_grade: Grade::Likely,
            max_speed: 0.0,
            points: JsonText::empty_list(),
            rounds: 0,
            per: Per::Day,
            windows: JsonText::empty_list(),
            school_days_only: false,
            roles: JsonText::empty_list(),
            persons: JsonText::empty_list(),
            norm: None,
            version: 1,
            author_id: Some(author),
            created_at,
        }
    }

    /// What is set up.
    ///
    /// # Errors
    /// [`Error::Other`] if a column cannot be read, which is a defect.
    pub fn settings(&self) -> Result<RouteSettings> {
        let number = |value: i32| u32::try_from(value).map_err(|_| Error::Other(format!("route {}", self.id)));
        Ok(RouteSettings {
            name: self.name.clone(),
            ordered: self.ordered,
            max_minutes: number(self.max_minutes)?,
            min_grade: self.min_grade,
            max_speed: self.max_speed,
            points: self.points.read()?,
            rounds: number(self.rounds)?,
            per: self.per,
            windows: self.windows.read()?,
            school_days_only: self.school_days_only,
            roles: self.roles.read::<Vec<Role>>()?.into_iter().collect(),
            persons: self.persons.read()?,
            norm: self.norm.clone(),
        })
    }

    /// The row with other settings.
    ///
    /// # Errors
    /// [`Error::Other`] for numbers beyond the column, which were checked before.
    pub fn with(self, settings: &RouteSettings) -> Result<Self> {
        let number = |value: u32| i32::try_from(value).map_err(|_| Error::Other("a number of a route".into()));
        Ok(Self {
            name: settings.name.clone(),
            ordered: settings.ordered,
            max_minutes: number(settings.max_minutes)?,
            min_grade: settings.min_grade,
            max_speed: settings.max_speed,
            points: JsonText::of(&settings.points)?,
            rounds: number(settings.rounds)?,
            per: settings.per,
            windows: JsonText::of(&settings.windows)?,
            school_days_only: settings.school_days_only,
            roles: roles_text(settings.roles)?,
            persons: JsonText::of(&settings.persons)?,
            norm: settings.norm.clone(),
            ..self
        })
    }
}

fn roles_text(roles: RoleSet) -> Result<JsonText> {
    JsonText::of(&roles.iter().collect::<Vec<_>>())
}

/// The rows of these stations that hold on some date from `from` to `to`, both included; all that come later without `to`. By
/// name and date.
///
/// # Errors
/// Those of the database.
pub fn valid_between(
    read: &mut impl Read,
    stations: &Seen,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Result<Vec<PatrolRouteRow>> {
    let mut query = patrol_routes::table
        .filter(patrol_routes::station_id.eq_any(stations.ids()))
        .filter(patrol_routes::valid_to.is_null().or(patrol_routes::valid_to.gt(from)))
        .order((patrol_routes::name, patrol_routes::id, patrol_routes::valid_from))
        .select(PatrolRouteRow::as_select())
        .into_boxed();
    if let Some(to) = to {
        query = query.filter(patrol_routes::valid_from.le(to));
    }
    Ok(query.load(read.db())?)
}

/// The names of the stations' routes that lead past a school from a date on.
///
/// # Errors
/// Those of the database.
pub fn through(read: &mut impl Read, stations: &Seen, school: OrganizationId, from: NaiveDate) -> Result<Vec<String>> {
    let of_school = checkpoints::table.filter(checkpoints::school_id.eq(school));
    let points: Vec<CheckpointId> = of_school.select(checkpoints::id).load(read.db())?;
    let mut names = BTreeSet::new();
    for row in valid_between(read, stations, from, None)? {
        let settings = row.settings()?;
        if settings.points.iter().any(|point| points.contains(&point.checkpoint_id)) {
            names.insert(settings.name);
        }
    }
    Ok(names.into_iter().collect())
}

/// Every row of a route, by date; the route must be of a station in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn history(read: &mut impl Read, id: PatrolRouteId) -> Result<Vec<PatrolRouteRow>> {
    let rows: Vec<PatrolRouteRow> = patrol_routes::table
        .filter(patrol_routes::id.eq(id))
        .order(patrol_routes::valid_from)
        .select(PatrolRouteRow::as_select())
        .load(read.db())?;
    organizations::find(read, rows.first().ok_or(Error::NotFound)?.station_id)?;
    Ok(rows)
}

/// Writes a row in place of the one with the same first date, if there is one.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, row: &PatrolRouteRow) -> Result<()> {
    diesel::delete(patrol_routes::table.find((row.id, row.valid_from))).execute(tx.db())?;
    diesel::insert_into(patrol_routes::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Takes a route from `version` to the next, in all its rows: the first step of every edit.
///
/// # Errors
/// [`Error::Stale`] if it was edited since.
pub fn take(tx: &mut Tx, id: PatrolRouteId, version: i32) -> Result<()> {
    let target = patrol_routes::table.filter(patrol_routes::id.eq(id)).filter(patrol_routes::version.eq(version));
    let rows = diesel::update(target).set(patrol_routes::version.eq(version + 1)).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// Ends a route from a date on: rows that would begin later are dropped, and a row that begins on that very date stays on
/// record without ever holding.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Tx, id: PatrolRouteId, date: NaiveDate) -> Result<()> {
    let later = patrol_routes::table.filter(patrol_routes::id.eq(id)).filter(patrol_routes::valid_from.gt(date));
    diesel::delete(later).execute(tx.db())?;
    let open = patrol_routes::valid_to.is_null().or(patrol_routes::valid_to.gt(date));
    let held = patrol_routes::table.filter(patrol_routes::id.eq(id)).filter(open);
    diesel::update(held).set(patrol_routes::valid_to.eq(date)).execute(tx.db())?;
    Ok(())
}
