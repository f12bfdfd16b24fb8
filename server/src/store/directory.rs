//! What the judging of check-ins keeps in memory: small reads, each of which fills one part of the directory.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::JsonText;
use super::error::Result;
use super::organizations::in_scope;
use super::pool::Read;
use super::schema::{checkpoints, consents, organizations, screens, shifts, signs};
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, PersonId, ScreenId, ShiftId, SignId};
use crate::domain::moment::Moment;
use crate::domain::scope::{Path, Scope};
use crate::domain::words::{OrganizationKind, Role, ShiftState};

/// A school as check-ins need it.
#[derive(Debug, Clone, Queryable)]
pub struct SchoolRow {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its place in the tree.
    pub path: Path,
    /// An IANA time zone.
    pub timezone: String,
}

/// A checkpoint.
#[derive(Debug, Clone, Queryable)]
pub struct CheckpointRow {
    /// Its id.
    pub id: CheckpointId,
    /// The number that codes carry.
    pub public_no: i64,
    /// Its name.
    pub name: String,
    /// Its area, GeoJSON in WGS-84.
    pub area: JsonText,
    /// Whether a position alone proves presence there.
    pub fence_only: bool,
    /// When it was put away.
    pub archived_at: Option<Moment>,
}

/// A sign of a school.
#[derive(Debug, Clone, Queryable)]
pub struct SignRow {
    /// Its id.
    pub id: SignId,
    /// Where it stands.
    pub checkpoint_id: CheckpointId,
    /// Which of the checkpoint's signs it is.
    pub serial: i32,
    /// When it was replaced.
    pub revoked_at: Option<Moment>,
}

/// A screen of a school.
#[derive(Debug, Clone, Queryable)]
pub struct ScreenRow {
    /// Its id.
    pub id: ScreenId,
    /// Where it stands.
    pub checkpoint_id: CheckpointId,
    /// Which of the checkpoint's screens it is.
    pub number: i32,
    /// When it was taken out of use.
    pub revoked_at: Option<Moment>,
}

/// Who is planned for a duty on a date.
#[derive(Debug, Clone, Queryable)]
pub struct ShiftRow {
    /// Its id.
    pub id: ShiftId,
    /// For which duty.
    pub duty_id: DutyId,
    /// Who.
    pub person_id: PersonId,
    /// In what capacity.
    pub role: Role,
    /// Where it stands.
    pub state: ShiftState,
}

/// The shifts of a school on a date.
///
/// # Errors
/// Those of the database.
pub fn shifts_of(read: &mut impl Read, school: OrganizationId, date: NaiveDate) -> Result<Vec<ShiftRow>> {
    Ok(shifts::table
        .filter(shifts::school_id.eq(school))
        .filter(shifts::date.eq(date))
        .select((shifts::id, shifts::duty_id, shifts::person_id, shifts::role, shifts::state))
        .load(read.db())?)
}

/// A school, if there is one.
///
/// # Errors
/// Those of the database.
pub fn school(read: &mut impl Read, id: OrganizationId) -> Result<Option<SchoolRow>> {
    Ok(organizations::table
        .find(id)
        .select((organizations::id, organizations::name, organizations::path, organizations::timezone))
        .first(read.db())
        .optional()?)
}

/// Every checkpoint of a school, those put away too.
///
/// # Errors
/// Those of the database.
pub fn checkpoints_of(read: &mut impl Read, school: OrganizationId) -> Result<Vec<CheckpointRow>> {
    Ok(checkpoints::table
        .filter(checkpoints::school_id.eq(school))
        .select((
            checkpoints::id,
            checkpoints::public_no,
            checkpoints::name,
            checkpoints::area,
            checkpoints::fence_only,
            checkpoints::archived_at,
        ))
        .load(read.db())?)
}

/// Every sign of a school, those replaced too.
///
/// # Errors
/// Those of the database.
pub fn signs_of(read: &mut impl Read, school: OrganizationId) -> Result<Vec<SignRow>> {
    Ok(signs::table
        .inner_join(checkpoints::table.on(checkpoints::id.eq(signs::checkpoint_id)))
        .filter(checkpoints::school_id.eq(school))
        .select((signs::id, signs::checkpoint_id, signs::serial, signs::revoked_at))
        .load(read.db())?)
}

/// Every screen of a school, those out of use too.
///
/// # Errors
/// Those of the database.
pub fn screens_of(read: &mut impl Read, school: OrganizationId) -> Result<Vec<ScreenRow>> {
    Ok(screens::table
        .inner_join(checkpoints::table.on(checkpoints::id.eq(screens::checkpoint_id)))
        .filter(checkpoints::school_id.eq(school))
        .select((screens::id, screens::checkpoint_id, screens::number, screens::revoked_at))
        .load(read.db())?)
}

/// The school of the checkpoint with that number.
///
/// # Errors
/// Those of the database.
pub fn school_of_number(read: &mut impl Read, public_no: i64) -> Result<Option<OrganizationId>> {
    let query = checkpoints::table.filter(checkpoints::public_no.eq(public_no)).select(checkpoints::school_id);
    Ok(query.first(read.db()).optional()?)
}

/// The sign with that short code, and the school it stands at.
///
/// # Errors
/// Those of the database.
pub fn sign_of_short_code(read: &mut impl Read, code: &str) -> Result<Option<(OrganizationId, SignId)>> {
    Ok(signs::table
        .inner_join(checkpoints::table.on(checkpoints::id.eq(signs::checkpoint_id)))
        .filter(signs::short_code.eq(code))
        .select((checkpoints::school_id, signs::id))
        .first(read.db())
        .optional()?)
}

/// The most schools among which a position without a code is looked up; a person with more scans the sign.
const MOST_SCHOOLS: i64 = 1_000;

/// The schools under some paths.
///
/// # Errors
/// Those of the database.
pub fn schools_under(read: &mut impl Read, paths: Vec<Path>) -> Result<Vec<OrganizationId>> {
    Ok(organizations::table
        .filter(in_scope(&Scope::Subtrees(paths)))
        .filter(organizations::kind.eq(OrganizationKind::School))
        .filter(organizations::archived_at.is_null())
        .select(organizations::id)
        .order(organizations::id)
        .limit(MOST_SCHOOLS)
        .load(read.db())?)
}

/// Those of the persons whose newest answer lets positions be used.
///
/// # Errors
/// Those of the database.
pub fn located(read: &mut impl Read, persons: Vec<PersonId>) -> Result<HashSet<PersonId>> {
    let answers: Vec<(PersonId, bool)> = consents::table
        .filter(consents::person_id.eq_any(persons))
        .filter(consents::kind.eq("location"))
        .order((consents::at.asc(), consents::id.asc()))
        .select((consents::person_id, consents::given))
        .load(read.db())?;
    let newest: HashMap<PersonId, bool> = answers.into_iter().collect();
    Ok(newest.into_iter().filter(|(_, given)| *given).map(|(person, _)| person).collect())
}

/// The names of some checkpoints.
///
/// # Errors
/// Those of the database.
pub fn checkpoint_names(read: &mut impl Read, ids: Vec<CheckpointId>) -> Result<Vec<(CheckpointId, String)>> {
    let query = checkpoints::table.filter(checkpoints::id.eq_any(ids));
    Ok(query.select((checkpoints::id, checkpoints::name)).load(read.db())?)
}
