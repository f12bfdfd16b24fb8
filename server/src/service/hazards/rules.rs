//! Categories and days by level, as the bureaus from the root down to a place decided (`docs/hazards.md`).

use std::collections::{BTreeSet, HashMap};

use serde_json::json;

use crate::domain::hazard::{Category, HazardCategory, HazardRules, LevelDays, OwnRules, WantedCategory};
use crate::domain::id::OrganizationId;
use crate::domain::lang::Lang;
use crate::domain::rights::Right;
use crate::domain::scope::{Path, Scope};
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::hazard_rules::{self, HazardRulesRow};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{JsonText, Read};

/// What holds at an organization.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The organization.
    pub organization: OrganizationId,
    /// What holds.
    pub rules: HazardRules,
    /// The days that hold above it.
    pub days_above: LevelDays,
    /// Whether it has days of its own.
    pub own_days: bool,
    /// Counts its own edits; 0 if there was none.
    pub version: i32,
}

/// What the bureaus above some organizations decided.
pub(in crate::service) struct Decided(HashMap<OrganizationId, OwnRules>);

impl Decided {
    /// What was decided above some organizations, and by themselves.
    pub(in crate::service) fn above(read: &mut impl Read, organizations: &[Organization]) -> Result<Self> {
        let ids: BTreeSet<OrganizationId> = organizations.iter().flat_map(|one| one.path.ids()).collect();
        let bureaus = organizations::find_all(read, &Vec::from_iter(ids))?;
        Self::of(&hazard_rules::of(read, &Seen::rows(&bureaus))?)
    }

    fn of(rows: &[HazardRulesRow]) -> Result<Self> {
        let own = rows.iter().map(|row| Ok((row.organization_id, row.own()?)));
        Ok(Self(own.collect::<Result<_>>()?))
    }

    /// What holds at the end of a path.
    pub(in crate::service) fn at(&self, path: &Path) -> HazardRules {
        let own = path.ids().filter_map(|id| self.0.get(&id));
        own.fold(HazardRules::built_in(), HazardRules::under)
    }

    /// What holds above the end of a path.
    fn over(&self, organization: &Organization) -> HazardRules {
        let own = organization.path.ids().filter(|id| *id != organization.id).filter_map(|id| self.0.get(&id));
        own.fold(HazardRules::built_in(), HazardRules::under)
    }
}

/// The names of categories, wherever a hazard was reported: also of one that was retired, or whose school has moved since.
pub(in crate::service) struct Names {
    decided: Decided,
    /// The names that were given by bureaus that are not above; read only where one is missing.
    elsewhere: HashMap<HazardCategory, Category>,
}

impl Names {
    /// Those of the categories that are used at some schools.
    pub(in crate::service) fn of<'a>(
        read: &mut impl Read,
        schools: &[Organization],
        mut used: impl Iterator<Item = (OrganizationId, &'a HazardCategory)>,
    ) -> Result<Self> {
        let decided = Decided::above(read, schools)?;
        let at: HashMap<OrganizationId, HazardRules> =
            schools.iter().map(|school| (school.id, decided.at(&school.path))).collect();
        let known = used.all(|(school, key)| at.get(&school).is_none_or(|rules| rules.find(key).is_some()));
        let elsewhere = if known { HashMap::new() } else { everywhere(read)? };
        Ok(Self { decided, elsewhere })
    }

    /// A category's name at a place, in a language.
    pub(in crate::service) fn name(&self, path: &Path, key: &HazardCategory, lang: Lang) -> String {
        let here = self.decided.at(path);
        let found = here.find(key).or_else(|| self.elsewhere.get(key));
        found.map_or_else(|| key.as_str().to_owned(), |one| lang.pick(&one.zh, &one.en).to_owned())
    }
}

/// Every category that a bureau added, by the names that it gave.
fn everywhere(read: &mut impl Read) -> Result<HashMap<HazardCategory, Category>> {
    let mut found = HashMap::new();
    for row in hazard_rules::every(read)? {
        for one in row.own()?.categories {
            if let (Some(zh), Some(en)) = (one.zh, one.en) {
                found.insert(one.key.clone(), Category { key: one.key, zh, en, retired: one.retired });
            }
        }
    }
    Ok(found)
}

/// What holds at a place.
pub(in crate::service) fn at(read: &mut impl Read, organization: &Organization) -> Result<HazardRules> {
    Ok(Decided::above(read, std::slice::from_ref(organization))?.at(&organization.path))
}

/// What holds at an organization.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn get(app: &App, actor: &Actor, id: OrganizationId) -> Result<InForce> {
    let organization = actor.require(app, Right::ReadCoverage, id)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| in_force(read, &organization))
}

fn in_force(read: &mut impl Read, organization: &Organization) -> Result<InForce> {
    let decided = Decided::above(read, std::slice::from_ref(organization))?;
    let own = hazard_rules::of(read, &Seen::rows(std::slice::from_ref(organization)))?;
    let own = own.first();
    Ok(InForce {
        organization: organization.id,
        rules: decided.at(&organization.path),
        days_above: decided.over(organization).days,
        own_days: own.is_some_and(|row| row.days.is_some()),
        version: own.map_or(0, |row| row.version),
    })
}

/// Sets the categories of a bureau and all below it, and its days by level, or that it follows the bureau above in these.
///
/// # Errors
/// `not_found`, `forbidden`, `bureau_only`, `stale`, `invalid_field`.
pub fn set(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    version: i32,
    (categories, days): (Vec<WantedCategory>, Option<LevelDays>),
) -> Result<InForce> {
    let bureau = actor.require(app, Right::ManageRules, id)?;
    if bureau.kind != OrganizationKind::Bureau {
        return Err(Code::BureauOnly.into());
    }
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let decided = Decided::above(tx, std::slice::from_ref(&bureau))?;
        if in_force(tx, &bureau)?.version != version {
            return Err(Code::Stale.into());
        }
        let own = decided.0.get(&bureau.id).cloned().unwrap_or_default();
        let kept = decided.over(&bureau).kept(&own, categories.clone(), days);
        let kept = kept.map_err(|(field, text)| Problem::invalid(&field, text))?;
        let row = HazardRulesRow {
            organization_id: bureau.id,
            categories: JsonText::of(&kept.categories)?,
            days: kept.days.as_ref().map(JsonText::of).transpose()?,
            version: version.saturating_add(1),
            author_id: actor.person,
            changed_at: app.clock.now(),
        };
        hazard_rules::put(tx, &row)?;
        let now = decided.over(&bureau).under(&kept);
        let names =
            |retired| now.categories.iter().filter(move |one| one.retired == retired).map(|one| one.zh.as_str());
        let (offered, retired): (Vec<&str>, Vec<&str>) = (names(false).collect(), names(true).collect());
        let details = json!({ "categories": offered, "retired": retired, "days": now.days });
        note(app, tx, actor, &bureau, "hazard_rules.set", ("organization", bureau.id.to_string()), details)
    })?;
    get(app, actor, id)
}
