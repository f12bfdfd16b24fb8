//! The tree of organizations.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connection::MultiBackend;
use super::error::{Error, Result};
use super::generation;
use super::pool::{Read, Tx};
use super::schema::organizations;
use super::search::{containing, lower};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::scope::{Path, Scope};
use crate::domain::words::OrganizationKind;

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = organizations)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// The node above; none for a root.
    pub parent_id: Option<OrganizationId>,
    /// Bureau, station or school.
    pub kind: OrganizationKind,
    /// Its name, as people say it.
    pub name: String,
    /// Its place in the tree.
    pub path: Path,
    /// An IANA time zone; the days of a school are this zone's days.
    pub timezone: String,
    /// What kind of school, as the templates name it.
    pub school_type: Option<String>,
    /// The number that the bureau knows it by.
    pub external_code: Option<String>,
    /// Longitude, WGS-84 degrees.
    pub lon: Option<f64>,
    /// Latitude, WGS-84 degrees.
    pub lat: Option<f64>,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// When it was added.
    pub created_at: Moment,
    /// When it was put away; none while in use.
    pub archived_at: Option<Moment>,
}

/// A condition on organizations, on either database.
pub type Condition<'a> = Box<dyn BoxableExpression<organizations::table, MultiBackend, SqlType = Bool> + 'a>;

/// "Lies in the scope": each subtree is one range of paths.
#[must_use]
pub fn in_scope<'a>(scope: &Scope) -> Condition<'a> {
    match scope {
        Scope::Everything => Box::new(organizations::created_at.is_not_null()),
        Scope::Subtrees(paths) => paths
            .iter()
            .map(|path| -> Condition<'a> {
                Box::new(organizations::path.ge(path.clone()).and(organizations::path.lt(Path(path.end()))))
            })
            .reduce(|all, one| Box::new(all.or(one)))
            .unwrap_or_else(|| Box::new(organizations::created_at.is_null())),
    }
}

/// Those organizations among `ids` that lie in the scope.
///
/// # Errors
/// Those of the database.
pub fn find_all(read: &mut impl Read, ids: &[OrganizationId]) -> Result<Vec<Organization>> {
    let query = organizations::table.filter(organizations::id.eq_any(ids.to_vec())).filter(in_scope(read.scope()));
    Ok(query.select(Organization::as_select()).load(read.db())?)
}

/// The schools of the scope, in the order of the tree; those put away too, because their past figures stand.
///
/// # Errors
/// Those of the database.
pub fn schools(read: &mut impl Read) -> Result<Vec<Organization>> {
    let query =
        organizations::table.filter(organizations::kind.eq(OrganizationKind::School)).filter(in_scope(read.scope()));
    Ok(query.order(organizations::path).select(Organization::as_select()).load(read.db())?)
}

/// Organizations that were found in the scope of whoever asks: what belongs to them may be read without asking again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen(Vec<OrganizationId>);

impl Seen {
    /// Organizations that came from this store with the same scope.
    #[must_use]
    pub fn rows(rows: &[Organization]) -> Self {
        Self(rows.iter().map(|row| row.id).collect())
    }

    /// Some of them.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(OrganizationId) -> bool) -> Self {
        Self(self.0.iter().copied().filter(|id| wanted(*id)).collect())
    }

    /// Their ids.
    #[must_use]
    pub fn ids(&self) -> Vec<OrganizationId> {
        self.0.clone()
    }
}

/// One organization in the scope.
///
/// # Errors
/// [`Error::NotFound`] if there is none in the scope.
pub fn find(read: &mut impl Read, id: OrganizationId) -> Result<Organization> {
    let scope = in_scope(read.scope());
    Ok(organizations::table
        .filter(organizations::id.eq(id))
        .filter(scope)
        .select(Organization::as_select())
        .first(read.db())?)
}

/// Which organizations; what is none does not matter.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<OrganizationKind>,
    /// Directly below this one.
    pub parent: Option<OrganizationId>,
    /// With this in the name, in whichever case.
    pub search: Option<String>,
}

impl Filter {
    /// The schools.
    #[must_use]
    pub fn schools() -> Self {
        Self { kind: Some(OrganizationKind::School), ..Self::default() }
    }
}

/// A page of the organizations in the scope, by path, after a path.
///
/// # Errors
/// Those of the database.
pub fn list(read: &mut impl Read, filter: &Filter, after: Option<&Path>, limit: i64) -> Result<Vec<Organization>> {
    let mut query = organizations::table
        .filter(in_scope(read.scope()))
        .filter(organizations::archived_at.is_null())
        .select(Organization::as_select())
        .order(organizations::path)
        .limit(limit)
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(organizations::kind.eq(kind));
    }
    if let Some(parent) = filter.parent {
        query = query.filter(organizations::parent_id.eq(parent));
    }
    if let Some(search) = &filter.search {
        query = query.filter(lower(organizations::name).like(lower(containing(search))).escape('\\'));
    }
    if let Some(after) = after {
        query = query.filter(organizations::path.gt(after.clone()));
    }
    Ok(query.load(read.db())?)
}

/// Adds one.
///
/// # Errors
/// [`Error::Dangling`] if the node above is missing.
pub fn insert(tx: &mut Tx, new: &Organization) -> Result<()> {
    diesel::insert_into(organizations::table).values(new).execute(tx.db())?;
    generation::raise(tx)
}

/// What may be edited; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, AsChangeset)]
#[diesel(table_name = organizations)]
pub struct OrganizationPatch {
    /// A new name.
    pub name: Option<String>,
    /// A new time zone.
    pub timezone: Option<String>,
    /// A new kind of school.
    pub school_type: Option<String>,
    /// A new number.
    pub external_code: Option<String>,
    /// A new place, degrees.
    pub lon: Option<f64>,
    /// A new place, degrees.
    pub lat: Option<f64>,
    /// Put away.
    pub archived_at: Option<Moment>,
}

/// Edits one that is still at `version`.
///
/// # Errors
/// [`Error::Stale`] if it was edited since.
pub fn update(tx: &mut Tx, id: OrganizationId, version: i32, patch: &OrganizationPatch) -> Result<()> {
    let target = organizations::table.filter(organizations::id.eq(id)).filter(organizations::version.eq(version));
    let changed = diesel::update(target).set((patch, organizations::version.eq(version + 1))).execute(tx.db())?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    generation::raise(tx)
}

/// Puts an organization that is still at `version`, and all below it, under another one.
///
/// # Errors
/// [`Error::Stale`] if it was edited since.
pub fn put_under(tx: &mut Tx, moved: &Organization, version: i32, parent: &Organization) -> Result<()> {
    let target = organizations::table.filter(organizations::id.eq(moved.id)).filter(organizations::version.eq(version));
    let placed = (organizations::parent_id.eq(parent.id), organizations::version.eq(version + 1));
    if diesel::update(target).set(placed).execute(tx.db())? == 0 {
        return Err(Error::Stale);
    }
    let to = parent.path.child(moved.id);
    let subtree = in_scope(&Scope::of(moved.path.clone()));
    let rows: Vec<(OrganizationId, Path)> =
        organizations::table.filter(subtree).select((organizations::id, organizations::path)).load(tx.db())?;
    for (id, path) in rows {
        let path = path.moved(&moved.path, &to);
        diesel::update(organizations::table.find(id)).set(organizations::path.eq(path)).execute(tx.db())?;
    }
    generation::raise(tx)
}
