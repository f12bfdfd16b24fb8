//! How often the schools of a station or a bureau were inspected in a month.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::sheet::{self, Sheet};
use crate::domain::id::{ChecklistId, OrganizationId};
use crate::domain::inspection::{DueSum, Inspector, period, sum_of_month};
use crate::domain::moment::Moment;
use crate::domain::patrol::Per;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::DayKind;
use crate::problem::{Problem, Result};
use crate::service::coverage::roll_up::schools_of;
use crate::service::rules::{keepable, today};
use crate::service::school_day::{kinds, zone_of};
use crate::service::{Actor, App};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Read, board_facts, inspections};

/// The schools of an organization in a month.
#[derive(Debug, Clone)]
pub struct MonthDue {
    /// Whose schools.
    pub organization: Organization,
    /// The first day of the month.
    pub month: NaiveDate,
    /// Up to when inspections were looked at.
    pub as_known_at: Moment,
    /// The schools: those where officers lack most first, then those where duty heads do.
    pub schools: Vec<SchoolDue>,
}

/// A school in a month.
#[derive(Debug, Clone)]
pub struct SchoolDue {
    /// The school.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// What officers go through.
    pub officer: DueSum,
    /// What duty heads go through.
    pub duty_head: DueSum,
    /// What anybody on duty goes through.
    pub anyone: DueSum,
    /// The last date on which an officer went through a checklist in this month.
    pub last_officer: Option<NaiveDate>,
}

/// How often the schools of a school, station or bureau were inspected in the month of a date, this month unless given.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`.
pub fn month(app: &App, actor: &Actor, id: OrganizationId, date: Option<NaiveDate>) -> Result<MonthDue> {
    let organization = actor.require(app, Right::ReadCoverage, id)?;
    keepable("month", date)?;
    let date = date.map_or_else(|| today(app, &organization), Ok)?;
    let (first, last) = period(Per::Month, date);
    let mut schools = schools_of(app, &actor.scope(Right::ReadCoverage), &organization)?;
    // What was put away is inspected no more.
    schools.retain(|school| school.archived_at.is_none());
    let mut found = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let facts = Facts::load(app, actor, read, &schools, (first, last))?;
        schools.iter().map(|school| facts.sums(app, school, first)).collect::<Result<Vec<_>>>()
    })?;
    found.sort_by_key(|school| (Reverse(school.officer.lacking()), Reverse(school.duty_head.lacking())));
    Ok(MonthDue { organization, month: first, as_known_at: app.clock.now(), schools: found })
}

/// What is on record about many schools.
struct Facts {
    days: HashMap<OrganizationId, HashMap<NaiveDate, DayKind>>,
    /// By school and checklist.
    dates: HashMap<(OrganizationId, ChecklistId), Vec<NaiveDate>>,
    built_in: Vec<Sheet>,
    added: Vec<Sheet>,
    /// The stations of each school.
    stations: HashSet<(OrganizationId, OrganizationId)>,
}

impl Facts {
    fn load(
        app: &App,
        actor: &Actor,
        read: &mut impl Read,
        schools: &[Organization],
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<Self> {
        let years = app.years(read)?;
        let seen = Seen::rows(schools);
        let stations: HashSet<_> = board_facts::stations(read, &seen)?.into_iter().collect();
        let above = schools.iter().flat_map(|school| school.path.ids());
        let owners: BTreeSet<OrganizationId> = above.chain(stations.iter().map(|(station, _)| *station)).collect();
        let owners = organizations::find_all(read, &Vec::from_iter(owners))?;
        let mut dates: HashMap<_, Vec<NaiveDate>> = HashMap::new();
        for (school, checklist, date) in inspections::dates(read, &seen, (first, last))? {
            dates.entry((school, checklist)).or_default().push(date);
        }
        Ok(Self {
            days: kinds(read, &years, schools, first, last)?,
            dates,
            built_in: sheet::built_in_ones(actor.lang),
            added: sheet::added_by(read, &owners)?,
            stations,
        })
    }

    fn holds_at(&self, sheet: &Sheet, school: &Organization) -> bool {
        let Some((owner, _)) = sheet.of else { return true };
        school.path.ids().any(|id| id == owner) || self.stations.contains(&(owner, school.id))
    }

    fn sums(&self, app: &App, school: &Organization, first: NaiveDate) -> Result<SchoolDue> {
        let zone = zone_of(&school.timezone)?;
        let today = app.clock.now().date_in(zone);
        let kind = |day: NaiveDate| {
            self.days.get(&school.id).and_then(|days| days.get(&day)).copied().unwrap_or(DayKind::Unknown)
        };
        let nothing = DueSum::default();
        let (id, name) = (school.id, school.name.clone());
        let mut sums =
            SchoolDue { id, name, officer: nothing, duty_head: nothing, anyone: nothing, last_officer: None };
        for sheet in self.built_in.iter().chain(&self.added).filter(|sheet| self.holds_at(sheet, school)) {
            let inspected = self.dates.get(&(school.id, sheet.id)).map_or(&[][..], Vec::as_slice);
            let sum = sum_of_month(&sheet.asked(zone), first, today, kind, inspected);
            let of = match sheet.list.inspector {
                Inspector::Officer => {
                    sums.last_officer = sums.last_officer.max(inspected.iter().max().copied());
                    &mut sums.officer
                }
                Inspector::DutyHead => &mut sums.duty_head,
                Inspector::Anyone => &mut sums.anyone,
            };
            *of = of.plus(sum);
        }
        Ok(sums)
    }
}
