//! What is to be inspected at a school on a date, and how much of it was.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::sheet::{self, Sheet};
use crate::domain::id::{ChecklistId, OrganizationId};
use crate::domain::inspection::{Due, Inspector, due, period};
use crate::domain::moment::Moment;
use crate::domain::patrol::Per;
use crate::domain::rights::{Grant, Right};
use crate::domain::scope::{Path, Scope};
use crate::domain::words::DayKind;
use crate::problem::{Problem, Result};
use crate::service::rules::{keepable, school};
use crate::service::school_day::{kinds, zone_of};
use crate::service::{Actor, App};
use crate::store::inspections;
use crate::store::organizations::{Organization, Seen};

/// A checklist at a school on a date.
#[derive(Debug, Clone)]
pub struct Applying {
    /// The checklist.
    pub sheet: Sheet,
    /// The day's or the month's inspections.
    pub due: Due,
    /// Whether the reader may go through it now.
    pub mine: bool,
}

/// What applies at a school on a date.
#[derive(Debug, Clone)]
pub struct AtSchool {
    /// The school.
    pub school: Organization,
    /// The date, by the school's clock.
    pub date: NaiveDate,
    /// What the calendar says of it.
    pub kind: DayKind,
    /// The checklists: those of huxue first.
    pub checklists: Vec<Applying>,
    /// Up to when inspections were looked at.
    pub as_known_at: Moment,
}

/// Whether what somebody holds makes them go through such a checklist at a place.
pub(super) fn may_inspect(grants: &[Grant], inspector: Inspector, place: &Path) -> bool {
    let there = |grant: &&Grant| grant.gives(Right::ReadCoverage, place);
    grants.iter().filter(there).any(|grant| inspector.includes(grant.holding))
}

/// The checklists of a school that hold on a date, today unless given, with what is due.
///
/// # Errors
/// `not_found`, also for what is no school; `forbidden`; `invalid_field`.
pub fn at_school(app: &App, actor: &Actor, id: OrganizationId, date: Option<NaiveDate>) -> Result<AtSchool> {
    let school = school(app, actor, Right::ReadCoverage, id)?;
    keepable("date", date)?;
    let (now, zone) = (app.clock.now(), zone_of(&school.timezone)?);
    let today = now.date_in(zone);
    let date = date.unwrap_or(today);
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let (first, last) = period(Per::Month, date);
        let years = app.years(read)?;
        let schools = std::slice::from_ref(&school);
        let days = kinds(read, &years, schools, first, last)?.remove(&school.id).unwrap_or_default();
        let kind = |day: NaiveDate| days.get(&day).copied().unwrap_or(DayKind::Unknown);
        let mut dates: HashMap<ChecklistId, Vec<NaiveDate>> = HashMap::new();
        for (_, checklist, day) in inspections::dates(read, &Seen::rows(schools), (first, last))? {
            dates.entry(checklist).or_default().push(day);
        }
        let sheets = sheet::at(read, &school, actor.lang)?.into_iter();
        let checklists = sheets.filter_map(|sheet| {
            let asked = sheet.asked(zone);
            let inspected = dates.get(&sheet.id).map_or(&[][..], Vec::as_slice);
            let due = due(&asked, date, today, kind, inspected);
            let held = sheet.retired_at.is_none() && asked.from.is_none_or(|from| from <= date);
            let counts = due.required > 0 || due.done > 0;
            let mine = sheet.retired_at.is_none() && may_inspect(&actor.grants, sheet.list.inspector, &school.path);
            (held || counts).then_some(Applying { sheet, due, mine })
        });
        Ok(AtSchool {
            date,
            kind: kind(date),
            checklists: checklists.collect(),
            as_known_at: now,
            school: school.clone(),
        })
    })
}
