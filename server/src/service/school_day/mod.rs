//! A school's day: what the calendar says of it, its windows at their instants, and its duties in their order.
//!
//! Coverage, the board and check-ins all take the day from here, so that there is one answer to "what was asked".

mod facts;

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use self::facts::{DutyRule, Facts, LayersByOrganization, SchoolFacts};
use crate::domain::calendar::change::{DayChange, Excuse};
use crate::domain::calendar::day::Decision;
use crate::domain::calendar::decide::decide;
use crate::domain::calendar::national::Years;
use crate::domain::calendar::plan::{DayPlan, PlannedWindow, day_plan};
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::school_rules::SchoolRules;
use crate::domain::scope::Path;
use crate::domain::words::{DayKind, Grade};
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{Organization, Seen};
use crate::store::{Read, day_changes};

/// How many schools are read at once.
const SCHOOLS_AT_ONCE: usize = 1000;

/// One school on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolDay {
    /// The school.
    pub school: OrganizationId,
    /// Its place in the tree.
    pub path: Path,
    /// Its name.
    pub name: String,
    /// Its clock.
    pub zone: Tz,
    /// The date, by that clock.
    pub date: NaiveDate,
    /// The settings that hold on the date.
    pub rules: SchoolRules,
    /// The decision and the windows. On a day without school the windows are those that its weekday would have had:
    /// their duties are reported as not required.
    pub plan: DayPlan,
    /// The duties of the planned windows, in their order: by position, then by the start of the window.
    pub duties: Vec<PlannedDuty>,
}

impl SchoolDay {
    /// The window of one of the day's duties.
    #[must_use]
    pub fn window(&self, id: WindowId) -> Option<&PlannedWindow> {
        self.plan.windows.iter().find(|window| window.id == id)
    }
}

/// A duty on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDuty {
    /// The duty.
    pub id: DutyId,
    /// When: one of the plan's windows.
    pub window_id: WindowId,
    /// Where.
    pub checkpoint_id: CheckpointId,
    /// Which roles may fill a slot.
    pub roles: RoleSet,
    /// How many slots.
    pub count: u32,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// Why it may stay empty: its own reason, or its window's, or the day's.
    pub excused: Option<Excuse>,
}

/// A school's day.
///
/// # Errors
/// `not_found` if the scope has no such school; those of the database.
pub fn load(read: &mut impl Read, years: &Years, school: OrganizationId, date: NaiveDate) -> Result<SchoolDay> {
    load_range(read, years, &[school], date, date)?.pop().ok_or_else(|| Code::NotFound.into())
}

/// The days of many schools from `from` to `to`, both included: by school in the order of the tree, then by date. Schools
/// outside the scope are left out. Everything is read with a few questions per thousand schools, and decided in memory.
///
/// # Errors
/// Those of the database.
pub fn load_range(
    read: &mut impl Read,
    years: &Years,
    schools: &[OrganizationId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<SchoolDay>> {
    let mut days = Vec::new();
    for chunk in schools.chunks(SCHOOLS_AT_ONCE) {
        let facts = Facts::load(read, chunk, from, to)?;
        for school in &facts.schools {
            days.extend(from.iter_days().take_while(|date| *date <= to).map(|date| day_of(school, years, date)));
        }
    }
    days.sort_by(|a, b| (&a.path, a.date).cmp(&(&b.path, b.date)));
    Ok(days)
}

/// What the calendar says of a bureau's dates from `from` to `to`, both included: its own days and terms go before those of
/// the bureaus above it, and those before the notices. A school that enters nothing itself has these days.
///
/// # Errors
/// Those of the database.
pub fn bureau_days(
    read: &mut impl Read,
    years: &Years,
    bureau: &Path,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Decision)>> {
    let layers = LayersByOrganization::load(read, std::iter::once(bureau), from, to)?.of_bureau(bureau);
    Ok(from.iter_days().take_while(|date| *date <= to).map(|date| (date, decide(date, years, &layers))).collect())
}

/// What kind of day each date from `from` to `to`, both included, is at some schools, a day called off included: their days without
/// the windows and duties.
///
/// # Errors
/// Those of the database.
pub fn kinds(
    read: &mut impl Read,
    years: &Years,
    schools: &[Organization],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<OrganizationId, HashMap<NaiveDate, DayKind>>> {
    let mut layers = LayersByOrganization::load(read, schools.iter().map(|school| &school.path), from, to)?;
    let mut changes: HashMap<OrganizationId, Vec<DayChange>> = HashMap::new();
    for row in day_changes::in_force_between(read, &Seen::rows(schools), from, to)? {
        changes.entry(row.school_id).or_default().push(row.change()?);
    }
    let mut found = HashMap::new();
    for school in schools {
        let (layers, zone) = (layers.of(&school.path), zone_of(&school.timezone)?);
        let changes = changes.get(&school.id).map_or(&[][..], Vec::as_slice);
        let kind = |date| day_plan(date, decide(date, years, &layers), &[], changes, zone).decision.kind;
        let days = from.iter_days().take_while(|date| *date <= to).map(|date| (date, kind(date)));
        found.insert(school.id, days.collect());
    }
    Ok(found)
}

fn day_of(school: &SchoolFacts, years: &Years, date: NaiveDate) -> SchoolDay {
    let decision = decide(date, years, &school.layers);
    let changes = school.changes.get(&date).map_or(&[][..], Vec::as_slice);
    let plan = day_plan(date, decision, &school.windows, changes, school.zone);
    SchoolDay {
        school: school.id,
        path: school.path.clone(),
        name: school.name.clone(),
        zone: school.zone,
        date,
        rules: school.rules_on(date),
        duties: planned_duties(&school.duties, &plan),
        plan,
    }
}

/// Windows come by start, so their place in the plan is their order.
fn planned_duties(rules: &[DutyRule], plan: &DayPlan) -> Vec<PlannedDuty> {
    let valid = rules.iter().filter(|rule| rule.valid_on(plan.date));
    let mut found: Vec<(i32, usize, PlannedDuty)> = valid
        .filter_map(|rule| {
            let (at, window) = plan.windows.iter().enumerate().find(|(_, window)| window.id == rule.window_id)?;
            Some((rule.position, at, planned(rule, plan, window)))
        })
        .collect();
    found.sort_by_key(|(position, window, duty)| (*position, *window, duty.id));
    found.into_iter().map(|(_, _, duty)| duty).collect()
}

fn planned(rule: &DutyRule, plan: &DayPlan, window: &PlannedWindow) -> PlannedDuty {
    PlannedDuty {
        id: rule.id,
        window_id: rule.window_id,
        checkpoint_id: rule.checkpoint_id,
        roles: rule.roles,
        count: rule.count,
        min_grade: rule.min_grade,
        excused: plan.excuse(rule.id, window).cloned(),
    }
}

/// The clock of a school.
///
/// # Errors
/// A defect if the table holds no known zone.
pub fn zone_of(timezone: &str) -> Result<Tz> {
    timezone.parse().map_err(|_| Problem::internal(format!("time zone {timezone}")))
}
