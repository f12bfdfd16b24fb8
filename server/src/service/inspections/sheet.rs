//! A checklist wherever it comes from: one of huxue's own, or one that an organization added.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::id::{ChecklistId, OrganizationId};
use crate::domain::inspection::{Asked, BUILT_IN, BuiltIn, Checklist, built_in};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::store::checklists::{self, ChecklistRow};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Read, stations};

/// A checklist.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its id.
    pub id: ChecklistId,
    /// Whose it is, with the name; none if it comes with huxue.
    pub of: Option<(OrganizationId, String)>,
    /// What it says, in the reader's language.
    pub list: Checklist,
    /// Since when it holds; ever if none.
    pub created_at: Option<Moment>,
    /// Until when it held.
    pub retired_at: Option<Moment>,
}

impl Sheet {
    fn built_in(one: &BuiltIn, lang: Lang) -> Self {
        Self { id: one.id, of: None, list: one.read_in(lang), created_at: None, retired_at: None }
    }

    pub(super) fn added(row: &ChecklistRow, name: &str) -> Result<Self> {
        Ok(Self {
            id: row.id,
            of: Some((row.organization_id, name.to_owned())),
            list: row.list()?,
            created_at: Some(row.created_at),
            retired_at: row.retired_at,
        })
    }

    /// How often it is asked for, and on which dates of a clock it holds: of the day on which it was retired no more.
    pub(super) fn asked(&self, zone: Tz) -> Asked {
        let date = |at: Option<Moment>| -> Option<NaiveDate> { at.map(|at| at.date_in(zone)) };
        Asked { per: self.list.per, times: self.list.times, from: date(self.created_at), until: date(self.retired_at) }
    }
}

/// Those that come with huxue, in their order.
pub(super) fn built_in_ones(lang: Lang) -> Vec<Sheet> {
    BUILT_IN.iter().map(|one| Sheet::built_in(one, lang)).collect()
}

/// The checklists that some organizations added, retired ones too, the oldest first.
pub(super) fn added_by(read: &mut impl Read, organizations: &[Organization]) -> Result<Vec<Sheet>> {
    let names: HashMap<OrganizationId, &str> = organizations.iter().map(|one| (one.id, one.name.as_str())).collect();
    let rows = checklists::of(read, &Seen::rows(organizations))?;
    rows.iter().map(|row| Sheet::added(row, names.get(&row.organization_id).copied().unwrap_or_default())).collect()
}

/// Whose checklists hold at an organization: its own, those of the organizations above, and at a school those of its stations.
pub(super) fn above(read: &mut impl Read, organization: &Organization) -> Result<Vec<Organization>> {
    let ids: Vec<OrganizationId> = organization.path.ids().collect();
    let mut found = organizations::find_all(read, &ids)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.extend(stations::of_school(read, organization.id)?);
    Ok(found)
}

/// Every checklist of a school, retired ones too: those of huxue first.
pub(super) fn at(read: &mut impl Read, school: &Organization, lang: Lang) -> Result<Vec<Sheet>> {
    let above = above(read, school)?;
    let mut sheets = built_in_ones(lang);
    sheets.extend(added_by(read, &above)?);
    Ok(sheets)
}

/// Some checklists by id, whosever they are.
pub(super) fn by_id(
    read: &mut impl Read,
    ids: BTreeSet<ChecklistId>,
    lang: Lang,
) -> Result<HashMap<ChecklistId, Sheet>> {
    let known = ids.iter().filter_map(|id| built_in(*id)).map(|one| Sheet::built_in(one, lang));
    let mut found: HashMap<ChecklistId, Sheet> = known.map(|sheet| (sheet.id, sheet)).collect();
    let rows = checklists::find_all(read, ids.into_iter().filter(|id| !found.contains_key(id)).collect())?;
    let owners: BTreeSet<OrganizationId> = rows.iter().map(|row| row.organization_id).collect();
    let owners = organizations::find_all(read, &Vec::from_iter(owners))?;
    for row in rows {
        let name = owners.iter().find(|one| one.id == row.organization_id).map_or("", |one| one.name.as_str());
        found.insert(row.id, Sheet::added(&row, name)?);
    }
    Ok(found)
}
