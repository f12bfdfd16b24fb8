//! What is on record about many schools in a span of dates, read with a few questions.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::zone_of;
use crate::domain::calendar::change::DayChange;
use crate::domain::calendar::day::{Layer, LayerEntries};
use crate::domain::calendar::window::WindowRule;
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::school_rules::SchoolRules;
use crate::domain::scope::Path;
use crate::domain::words::{Grade, OrganizationKind};
use crate::problem::{Problem, Result};
use crate::store::duties::DutyRow;
use crate::store::organizations::Seen;
use crate::store::{Read, calendar, day_changes, duties, organizations, school_rules, windows};

/// The schools that were found in the scope.
pub(super) struct Facts {
    pub(super) schools: Vec<SchoolFacts>,
}

/// One school.
pub(super) struct SchoolFacts {
    pub(super) id: OrganizationId,
    pub(super) path: Path,
    pub(super) name: String,
    pub(super) zone: Tz,
    /// From the root's bureau down to the school.
    pub(super) layers: Vec<LayerEntries>,
    pub(super) windows: Vec<WindowRule>,
    pub(super) duties: Vec<DutyRule>,
    pub(super) changes: HashMap<NaiveDate, Vec<DayChange>>,
    /// By the date from which each holds.
    rules: Vec<(NaiveDate, SchoolRules)>,
}

/// A duty as it is in a span of dates.
pub(super) struct DutyRule {
    pub(super) id: DutyId,
    pub(super) window_id: WindowId,
    pub(super) checkpoint_id: CheckpointId,
    pub(super) position: i32,
    pub(super) roles: RoleSet,
    pub(super) count: u32,
    pub(super) min_grade: Grade,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
}

impl DutyRule {
    pub(super) fn valid_on(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|to| date < to)
    }
}

impl TryFrom<&DutyRow> for DutyRule {
    type Error = Problem;

    fn try_from(row: &DutyRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            window_id: row.window_id,
            checkpoint_id: row.checkpoint_id,
            position: row.position,
            roles: row.role_set()?,
            count: row.slots()?,
            min_grade: row.min_grade,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        })
    }
}

impl SchoolFacts {
    pub(super) fn rules_on(&self, date: NaiveDate) -> SchoolRules {
        let held = self.rules.iter().rev().find(|(from, _)| *from <= date);
        held.map_or_else(SchoolRules::default, |(_, rules)| *rules)
    }
}

impl Facts {
    pub(super) fn load(read: &mut impl Read, ids: &[OrganizationId], from: NaiveDate, to: NaiveDate) -> Result<Self> {
        let found = organizations::find_all(read, ids)?;
        let seen = Seen::rows(&found);
        let mut layers = LayersByOrganization::load(read, found.iter().map(|row| &row.path), from, to)?;
        let mut schools = HashMap::new();
        for row in found.into_iter().filter(|row| row.kind == OrganizationKind::School) {
            let school = SchoolFacts {
                id: row.id,
                zone: zone_of(&row.timezone)?,
                layers: layers.of(&row.path),
                path: row.path,
                name: row.name,
                windows: Vec::new(),
                duties: Vec::new(),
                changes: HashMap::new(),
                rules: Vec::new(),
            };
            schools.insert(school.id, school);
        }
        fill(read, &mut schools, &seen, from, to)?;
        Ok(Self { schools: schools.into_values().collect() })
    }
}

fn fill(
    read: &mut impl Read,
    schools: &mut HashMap<OrganizationId, SchoolFacts>,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<()> {
    for row in windows::valid_between(read, seen, from, to)? {
        if let Some(school) = schools.get_mut(&row.school_id) {
            school.windows.push(row.rule()?);
        }
    }
    for row in duties::valid_between(read, seen, from, to)? {
        if let Some(school) = schools.get_mut(&row.school_id) {
            school.duties.push(DutyRule::try_from(&row)?);
        }
    }
    for row in day_changes::in_force_between(read, seen, from, to)? {
        if let Some(school) = schools.get_mut(&row.school_id) {
            school.changes.entry(row.date).or_default().push(row.change()?);
        }
    }
    for row in school_rules::until(read, seen, to)? {
        if let Some(school) = schools.get_mut(&row.school_id) {
            school.rules.push((row.valid_from, row.rules()?));
        }
    }
    Ok(())
}

/// The days and terms of each organization that entered any.
pub(super) struct LayersByOrganization(HashMap<OrganizationId, LayerEntries>);

impl LayersByOrganization {
    pub(super) fn load<'a>(
        read: &mut impl Read,
        paths: impl Iterator<Item = &'a Path>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Self> {
        let ids: BTreeSet<OrganizationId> = paths.flat_map(Path::ids).collect();
        let ids: Vec<OrganizationId> = ids.into_iter().collect();
        let mut layers: HashMap<OrganizationId, LayerEntries> = HashMap::new();
        let empty = || LayerEntries { layer: Layer::Bureau, days: Vec::new(), terms: Vec::new() };
        for row in calendar::entries(read, &ids, from, to)? {
            layers.entry(row.organization_id).or_insert_with(empty).days.push(row.entry());
        }
        for row in calendar::terms(read, &ids)? {
            layers.entry(row.organization_id).or_insert_with(empty).terms.push(row.term());
        }
        Ok(Self(layers))
    }

    /// The layers of a bureau, from far to near; the last organization of the path is the bureau itself.
    pub(super) fn of_bureau(&self, path: &Path) -> Vec<LayerEntries> {
        path.ids().filter_map(|id| self.0.get(&id).cloned()).collect()
    }

    /// The layers of a school, from far to near; the last organization of the path is the school itself.
    pub(super) fn of(&mut self, path: &Path) -> Vec<LayerEntries> {
        let school = path.ids().last();
        let above = path.ids().filter(|id| Some(*id) != school).filter_map(|id| self.0.get(&id).cloned());
        let mut layers: Vec<LayerEntries> = above.collect();
        let own = school.and_then(|id| self.0.remove(&id));
        layers.extend(own.map(|own| LayerEntries { layer: Layer::School, ..own }));
        layers
    }
}
