//! The posts of schools.

use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::columns::JsonText;
use super::connection::MultiBackend;
use super::counters::{self, Counter};
use super::error::{Error, Result};
use super::generation;
use super::pool::{Read, Tx};
use super::schema::{checkpoints, duties, organizations};
use crate::domain::code::CheckpointNumber;
use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::place::Area;
use crate::domain::scope::{Path, Scope};
use crate::domain::sign::OfficerCard;
use crate::domain::words::CheckpointKind;

/// A checkpoint.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = checkpoints)]
pub struct Checkpoint {
    /// Its id.
    pub id: CheckpointId,
    /// Its school.
    pub school_id: OrganizationId,
    /// Stands for it in codes; see [`Checkpoint::number`].
    pub public_no: i64,
    /// Its place in the school's list.
    pub position: i32,
    /// Its name, as it stands on the sign.
    pub name: String,
    /// What it stands at.
    pub kind: CheckpointKind,
    /// Its fence; see [`Checkpoint::area`].
    pub area: JsonText,
    /// Longitude of the middle, WGS-84 degrees.
    pub lon: f64,
    /// Latitude of the middle, WGS-84 degrees.
    pub lat: f64,
    /// Whether being inside proves presence without a code.
    pub fence_only: bool,
    /// The responsible officer; see [`Checkpoint::officer`].
    pub officer: Option<JsonText>,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// When it was added.
    pub created_at: Moment,
    /// When it was put away; none while in use.
    pub archived_at: Option<Moment>,
}

impl Checkpoint {
    /// Its fence.
    ///
    /// # Errors
    /// A defect if the text in the database is no area.
    pub fn area(&self) -> Result<Area> {
        self.area.read()
    }

    /// The responsible officer, if one is named.
    ///
    /// # Errors
    /// A defect if the text in the database is no card.
    pub fn officer(&self) -> Result<Option<OfficerCard>> {
        self.officer.as_ref().map(JsonText::read).transpose()
    }

    /// The number that stands for it in codes.
    ///
    /// # Errors
    /// A defect if the number in the database does not fit into a code.
    pub fn number(&self) -> Result<CheckpointNumber> {
        CheckpointNumber::try_from(self.public_no).map_err(|e| Error::Other(format!("checkpoint number: {e}")))
    }
}

type Condition<'a> = Box<dyn BoxableExpression<checkpoints::table, MultiBackend, SqlType = Bool> + 'a>;

/// "Belongs to a school in the scope".
fn visible<'a>(scope: &Scope) -> Condition<'a> {
    match scope {
        Scope::Everything => Box::new(checkpoints::created_at.is_not_null()),
        Scope::Subtrees(paths) => paths
            .iter()
            .map(below)
            .reduce(|all, one| Box::new(all.or(one)))
            .unwrap_or_else(|| Box::new(checkpoints::created_at.is_null())),
    }
}

/// "Belongs to a school in one subtree".
fn below<'a>(root: &Path) -> Condition<'a> {
    let range = organizations::path.ge(root.clone()).and(organizations::path.lt(Path(root.end())));
    Box::new(checkpoints::school_id.eq_any(organizations::table.filter(range).select(organizations::id)))
}

/// One checkpoint in use.
///
/// # Errors
/// [`Error::NotFound`] if there is none in the scope.
pub fn find(read: &mut impl Read, id: CheckpointId) -> Result<Checkpoint> {
    let seen = visible(read.scope());
    Ok(checkpoints::table
        .filter(checkpoints::id.eq(id))
        .filter(checkpoints::archived_at.is_null())
        .filter(seen)
        .select(Checkpoint::as_select())
        .first(read.db())?)
}

/// The checkpoint that a code names, put away or not: an old sign still hangs there.
///
/// # Errors
/// [`Error::NotFound`] if there is none in the scope.
pub fn by_number(read: &mut impl Read, number: CheckpointNumber) -> Result<Checkpoint> {
    by(read, Box::new(checkpoints::public_no.eq(i64::from(number))))
}

/// A checkpoint by its id, put away or not.
///
/// # Errors
/// [`Error::NotFound`] if there is none in the scope.
pub fn ever(read: &mut impl Read, id: CheckpointId) -> Result<Checkpoint> {
    by(read, Box::new(checkpoints::id.eq(id)))
}

/// Those of some checkpoints that lie in the scope, put away or not, in no particular order.
///
/// # Errors
/// Those of the database.
pub fn ever_of(read: &mut impl Read, ids: Vec<CheckpointId>) -> Result<Vec<Checkpoint>> {
    let seen = visible(read.scope());
    let query = checkpoints::table.filter(checkpoints::id.eq_any(ids)).filter(seen);
    Ok(query.select(Checkpoint::as_select()).load(read.db())?)
}

fn by(read: &mut impl Read, which: Condition) -> Result<Checkpoint> {
    let seen = visible(read.scope());
    let query = checkpoints::table.filter(which).filter(seen);
    Ok(query.select(Checkpoint::as_select()).first(read.db())?)
}

/// The checkpoints of a school that are in use, in its order.
///
/// # Errors
/// Those of the database.
pub fn of_school(read: &mut impl Read, school: OrganizationId) -> Result<Vec<Checkpoint>> {
    let seen = visible(read.scope());
    Ok(checkpoints::table
        .filter(checkpoints::school_id.eq(school))
        .filter(checkpoints::archived_at.is_null())
        .filter(seen)
        .select(Checkpoint::as_select())
        .order((checkpoints::position, checkpoints::public_no))
        .load(read.db())?)
}

/// Adds one; its number is taken here.
///
/// # Errors
/// [`Error::Dangling`] if the school is missing.
pub fn insert(tx: &mut Tx, new: &Checkpoint) -> Result<Checkpoint> {
    let row = Checkpoint { public_no: counters::next(tx, Counter::Checkpoint)?, ..new.clone() };
    diesel::insert_into(checkpoints::table).values(&row).execute(tx.db())?;
    generation::raise(tx)?;
    Ok(row)
}

/// What may be edited; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, AsChangeset)]
#[diesel(table_name = checkpoints)]
pub struct CheckpointPatch {
    /// A new place in the list.
    pub position: Option<i32>,
    /// A new name.
    pub name: Option<String>,
    /// A new kind.
    pub kind: Option<CheckpointKind>,
    /// A new fence.
    pub area: Option<JsonText>,
    /// Its middle, degrees.
    pub lon: Option<f64>,
    /// Its middle, degrees.
    pub lat: Option<f64>,
    /// Whether being inside is enough.
    pub fence_only: Option<bool>,
    /// Another officer, or none.
    pub officer: Option<Option<JsonText>>,
    /// Put away.
    pub archived_at: Option<Moment>,
}

/// Edits one that is in use and still at `version`.
///
/// # Errors
/// [`Error::Stale`] if it was edited or put away since.
pub fn update(tx: &mut Tx, id: CheckpointId, version: i32, patch: &CheckpointPatch) -> Result<()> {
    let target = checkpoints::table
        .filter(checkpoints::id.eq(id))
        .filter(checkpoints::version.eq(version))
        .filter(checkpoints::archived_at.is_null());
    match diesel::update(target).set((patch, checkpoints::version.eq(version + 1))).execute(tx.db())? {
        0 => Err(Error::Stale),
        _ => generation::raise(tx),
    }
}

/// Whether any duty asks for people at a checkpoint on a date or later.
///
/// # Errors
/// Those of the database.
pub fn is_asked_for(read: &mut impl Read, id: CheckpointId, from: NaiveDate) -> Result<bool> {
    let open = duties::valid_to.is_null().or(duties::valid_to.gt(from));
    let asked = duties::table.filter(duties::checkpoint_id.eq(id)).filter(open.assume_not_null());
    Ok(diesel::select(exists(asked)).get_result(read.db())?)
}
