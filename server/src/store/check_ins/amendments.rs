//! Later words on check-ins.

use diesel::prelude::*;

use crate::domain::check_in::effective::{AmendmentKind, ReviewOutcome};
use crate::domain::check_in::flags::Flag;
use crate::domain::id::{AmendmentId, CheckInId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::Role;
use crate::store::schema::amendments;
use crate::store::{Read, Result, Tx};

/// A co-signature, a voiding or the review of a flag.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = amendments, treat_none_as_default_value = false)]
pub struct Amendment {
    /// Its id.
    pub id: AmendmentId,
    /// What it is about.
    pub check_in_id: CheckInId,
    /// The school of the check-in.
    pub school_id: Option<OrganizationId>,
    /// What it says.
    pub kind: AmendmentKind,
    /// The flag that was reviewed.
    pub flag: Option<Flag>,
    /// What the review came to.
    pub outcome: Option<ReviewOutcome>,
    /// Who says so.
    pub author_id: PersonId,
    /// In which role the author stood there, for a co-signature.
    pub author_role: Option<Role>,
    /// Why; may be empty for a co-signature.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// Adds one.
///
/// # Errors
/// Those of the database.
pub fn insert_amendment(tx: &mut Tx, amendment: &Amendment) -> Result<()> {
    diesel::insert_into(amendments::table).values(amendment).execute(tx.db())?;
    Ok(())
}

/// What was said about some check-ins, oldest first. Ask for check-ins that were found within the scope.
///
/// # Errors
/// Those of the database.
pub fn amendments_of(read: &mut impl Read, check_ins: &[CheckInId]) -> Result<Vec<Amendment>> {
    Ok(amendments::table
        .filter(amendments::check_in_id.eq_any(check_ins.to_vec()))
        .order((amendments::at, amendments::id))
        .select(Amendment::as_select())
        .load(read.db())?)
}
