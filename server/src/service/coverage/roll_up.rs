//! Sums over the schools below an organization: by school, by station or by day. Stored days are added up by the database,
//! days that are not stored yet are computed; both in several threads, each for some of the schools.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::facts::load_days;
use super::figures::{Computed, roles_text};
use super::finalizer::is_final;
use super::roll_up_rows as rows;
use super::settle::{State, settle};
use super::shares::in_shares;
use super::view::check_range;
use crate::domain::coverage::{DutyTotals, Totals};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::text_enum::text_enum;
use crate::domain::words::Role;
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, school_day};
use crate::store::coverage::{self, DayKey, StoredSums};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Reader, board_facts, stale_days};

text_enum! {
    /// What makes a row.
    pub enum By {
        /// A school.
        School = "school",
        /// A station: the schools assigned to it. A school with two stations is in both rows, and once in the whole.
        Station = "station",
        /// A bureau: the schools directly below it, so that each school is in one row.
        Bureau = "bureau",
        /// A date.
        Day = "day",
        /// A month of the calendar, cut to the dates asked.
        Month = "month",
        /// A term of the organization or of one above it, cut to the dates asked. A date of two terms is in both rows, one outside
        /// of every term in none; the whole has each once.
        Term = "term",
    }
}

impl By {
    /// Whether rows stand for dates; else they stand for schools.
    pub(super) const fn of_dates(self) -> bool {
        matches!(self, Self::Day | Self::Month | Self::Term)
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The first date.
    pub from: NaiveDate,
    /// The last date.
    pub to: NaiveDate,
    /// What makes a row.
    pub by: By,
    /// Whether the whole is also wanted by role: that goes through several rows for each school-day in place of one.
    pub by_role: bool,
}

/// Sums, and how settled they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// School-days that are in the sums.
    pub days: i64,
    /// Those of them that are live: their posts count once their window is over.
    pub live_days: i64,
    /// Those whose figures changed after they were first final.
    pub revised_days: i64,
    /// When the newest figures among them were computed.
    pub as_known_at: Option<Moment>,
    /// The sums; by role they are filled in for the whole alone.
    pub totals: Totals,
    /// 人次, whatever the role.
    pub person_stays: i64,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOf {
    /// A school or a station.
    Organization {
        /// Its id.
        id: OrganizationId,
        /// Its name.
        name: String,
    },
    /// A date.
    Day(NaiveDate),
    /// Dates from one to another, both included.
    Span {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
        /// A term's name; none for a month.
        name: Option<String>,
    },
}

/// The answer.
#[derive(Debug, Clone)]
pub struct RollUp {
    /// Whose schools.
    pub organization: Organization,
    /// What was asked.
    pub question: Question,
    /// How many schools there are.
    pub schools: usize,
    /// Everything together.
    pub whole: Sums,
    /// The posts by the roles that they list, if that was asked.
    pub by_roles: BTreeMap<String, DutyTotals>,
    /// 人次 by role, if that was asked.
    pub stays_by_role: BTreeMap<Role, i64>,
    /// The rows.
    pub rows: Vec<(RowOf, Sums)>,
}

/// Adds up the schools below an organization (for a station: those assigned to it). Days to come are left out.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field` for a range that is too long or runs backwards.
pub fn roll_up(app: &App, actor: &Actor, id: OrganizationId, question: Question) -> Result<RollUp> {
    let organization = actor.require(app, Right::ReadCoverage, id)?;
    check_range(question.from, question.to)?;
    let now = app.clock.now();
    let today = now.date_in(school_day::zone_of(&organization.timezone)?);
    let question = Question { to: question.to.min(today), ..question };
    let schools = schools_of(app, &actor.scope(Right::ReadCoverage), &organization)?;
    let seen = Seen::rows(&schools);
    settle_changed(app, &seen, question)?;
    let stored = Stored::of(app, &seen, question)?;
    let computed = compute_missing(app, &stored.missing, question, now)?;
    app.asked.add(computed.iter().filter(|day| day.state == State::Final).map(|day| day.key));
    assemble(app, organization, question, &schools, &seen, stored, &computed, now)
}

/// The schools below an organization, or those that a station answers for; of them those in the scope.
pub(in crate::service) fn schools_of(
    app: &App,
    scope: &Scope,
    organization: &Organization,
) -> Result<Vec<Organization>> {
    app.store.read(scope, |read| {
        let mut schools = organizations::schools(read)?;
        let all = Seen::rows(&schools);
        let stations = board_facts::stations(read, &all)?;
        let assigned: HashSet<OrganizationId> =
            stations.into_iter().filter(|(station, _)| *station == organization.id).map(|(_, school)| school).collect();
        schools.retain(|school| organization.path.covers(&school.path) || assigned.contains(&school.id));
        Ok::<_, Problem>(schools)
    })
}

/// Computes stored days again about which something changed.
fn settle_changed(app: &App, seen: &Seen, question: Question) -> Result<()> {
    let Question { from, to, .. } = question;
    let changed =
        app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(stale_days::between(read, seen, from, to)?))?;
    let mut by_date: BTreeMap<NaiveDate, Vec<OrganizationId>> = BTreeMap::new();
    for (school, date) in changed {
        by_date.entry(date).or_default().push(school);
    }
    for (date, schools) in by_date {
        settle(app, &schools, date, date)?;
    }
    Ok(())
}

/// What the database holds, and which days it does not. A date or role may stand in it several times.
#[derive(Default)]
struct Stored {
    by_school: Vec<(OrganizationId, StoredSums)>,
    by_day: Vec<(NaiveDate, StoredSums)>,
    by_roles: Vec<(String, DutyTotals)>,
    stays_by_role: Vec<(Role, i64)>,
    missing: BTreeMap<OrganizationId, Vec<NaiveDate>>,
}

impl Stored {
    fn of(app: &App, seen: &Seen, question: Question) -> Result<Self> {
        let part = |schools: &[OrganizationId]| {
            let some: HashSet<&OrganizationId> = schools.iter().collect();
            let seen = seen.only(|school| some.contains(&school));
            app.store.read::<_, Problem>(&Scope::Everything, |read| Self::load(read, &seen, question))
        };
        Ok(in_shares(&seen.ids(), part)?.into_iter().fold(Self::default(), Self::and))
    }

    fn and(mut self, mut other: Self) -> Self {
        self.by_school.append(&mut other.by_school);
        self.by_day.append(&mut other.by_day);
        self.by_roles.append(&mut other.by_roles);
        self.stays_by_role.append(&mut other.stays_by_role);
        self.missing.append(&mut other.missing);
        self
    }

    fn load(read: &mut Reader, seen: &Seen, question: Question) -> Result<Self> {
        let Question { from, to, by, by_role } = question;
        let (mut by_school, mut by_day) = (Vec::new(), Vec::new());
        if by.of_dates() {
            by_day = coverage::by_day(read, seen, from, to)?;
        } else {
            by_school = coverage::by_school(read, seen, from, to)?;
        }
        let by_roles = if by_role { coverage::by_roles(read, seen, from, to)? } else { Vec::new() };
        let stays_by_role = if by_role { coverage::stays_by_role(read, seen, from, to)? } else { Vec::new() };
        let missing = missing(read, &incomplete(seen, &by_school, &by_day, question), question)?;
        Ok(Self { by_school, by_day, by_roles, stays_by_role, missing })
    }
}

/// The schools of which some day may not be stored: those that have fewer stored days than there are dates, or all of them
/// if the sums are by day and some date has fewer days than there are schools.
fn incomplete(
    seen: &Seen,
    by_school: &[(OrganizationId, StoredSums)],
    by_day: &[(NaiveDate, StoredSums)],
    question: Question,
) -> Seen {
    let dates = (question.to - question.from).num_days() + 1;
    let schools = i64::try_from(seen.ids().len()).unwrap_or(i64::MAX);
    let every_date =
        i64::try_from(by_day.len()) == Ok(dates) && by_day.iter().all(|(_, sums)| sums.days.days >= schools);
    let complete: HashSet<OrganizationId> =
        by_school.iter().filter(|(_, sums)| sums.days.days >= dates).map(|(school, _)| *school).collect();
    seen.only(|school| !every_date && !complete.contains(&school))
}

/// The days of these schools that are not stored.
fn missing(
    read: &mut Reader,
    incomplete: &Seen,
    question: Question,
) -> Result<BTreeMap<OrganizationId, Vec<NaiveDate>>> {
    let Question { from, to, .. } = question;
    let known: HashSet<DayKey> = coverage::keys_between(read, incomplete, from, to)?.into_iter().collect();
    let mut missing = BTreeMap::new();
    for school in incomplete.ids() {
        let unknown = |date: &NaiveDate| !known.contains(&(school, *date));
        let of_school: Vec<NaiveDate> = from.iter_days().take_while(|date| *date <= to).filter(unknown).collect();
        missing.insert(school, of_school);
    }
    missing.retain(|_, dates| !dates.is_empty());
    Ok(missing)
}

/// A day that was computed for this answer.
struct ComputedDay {
    key: DayKey,
    state: State,
    totals: Totals,
}

fn compute_missing(
    app: &App,
    missing: &BTreeMap<OrganizationId, Vec<NaiveDate>>,
    question: Question,
    now: Moment,
) -> Result<Vec<ComputedDay>> {
    let schools: Vec<OrganizationId> = missing.keys().copied().collect();
    let parts = in_shares(&schools, |part| compute_part(app, part, missing, question, now))?;
    Ok(parts.into_iter().flatten().collect())
}

fn compute_part(
    app: &App,
    schools: &[OrganizationId],
    missing: &BTreeMap<OrganizationId, Vec<NaiveDate>>,
    question: Question,
    now: Moment,
) -> Result<Vec<ComputedDay>> {
    let dates = || schools.iter().filter_map(|school| missing.get(school)).flatten().copied();
    let (from, to) = (dates().min().unwrap_or(question.from), dates().max().unwrap_or(question.to));
    let facts = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let years = app.years(read)?;
        load_days(read, &years, schools, from, to)
    })?;
    let wanted = |school, date| missing.get(&school).is_some_and(|dates| dates.contains(&date));
    let of_wanted = facts.iter().filter(|facts| wanted(facts.day.school, facts.day.date));
    Ok(of_wanted
        .map(|facts| {
            let computed = Computed::of(facts);
            let key = (facts.day.school, facts.day.date);
            if is_final(&facts.day, now) {
                ComputedDay { key, state: State::Final, totals: computed.totals }
            } else {
                ComputedDay { key, state: State::Live, totals: computed.totals_of_windows_over(now.seconds()) }
            }
        })
        .collect())
}

#[expect(clippy::too_many_arguments, reason = "everything that one answer is put together from")]
fn assemble(
    app: &App,
    organization: Organization,
    question: Question,
    schools: &[Organization],
    seen: &Seen,
    stored: Stored,
    computed: &[ComputedDay],
    now: Moment,
) -> Result<RollUp> {
    let mut of_school: HashMap<OrganizationId, Sums> = HashMap::new();
    let mut of_day: BTreeMap<NaiveDate, Sums> = BTreeMap::new();
    let mut by_roles: BTreeMap<String, DutyTotals> = BTreeMap::new();
    let mut stays_by_role: BTreeMap<Role, i64> = BTreeMap::new();
    for (roles, sums) in stored.by_roles {
        by_roles.entry(roles).or_default().add(&sums);
    }
    for (role, count) in stored.stays_by_role {
        *stays_by_role.entry(role).or_default() += count;
    }
    for (school, sums) in &stored.by_school {
        of_school.entry(*school).or_default().add_stored(sums);
    }
    for (date, sums) in &stored.by_day {
        of_day.entry(*date).or_default().add_stored(sums);
    }
    for day in computed {
        of_school.entry(day.key.0).or_default().add_computed(day, now);
        of_day.entry(day.key.1).or_default().add_computed(day, now);
    }
    for day in computed.iter().filter(|_| question.by_role) {
        for (roles, sums) in &day.totals.by_roles {
            by_roles.entry(roles_text(*roles)).or_default().add(sums);
        }
        for (role, count) in &day.totals.person_stays {
            *stays_by_role.entry(*role).or_default() += count;
        }
    }
    let mut whole = Sums::default();
    if question.by.of_dates() {
        of_day.values().for_each(|sums| whole.add(sums));
    } else {
        of_school.values().for_each(|sums| whole.add(sums));
    }
    let rows = rows::rows(app, &organization, question, schools, seen, &of_school, of_day)?;
    Ok(RollUp { organization, question, schools: schools.len(), whole, by_roles, stays_by_role, rows })
}

impl Sums {
    fn add_stored(&mut self, stored: &StoredSums) {
        let days = &stored.days;
        self.days += days.days;
        self.revised_days += days.revised;
        self.as_known_at = self.as_known_at.max(Some(days.as_known_at));
        self.person_stays += days.person_stays;
        self.totals.add(&Totals {
            school_days: days.school_days,
            school_days_set_up: days.school_days_set_up,
            school_days_unknown: days.school_days_unknown,
            duties: stored.duties(),
            slots: days.slots,
            slots_on_time: days.slots_on_time,
            ..Totals::default()
        });
    }

    fn add_computed(&mut self, day: &ComputedDay, now: Moment) {
        self.days += 1;
        self.live_days += i64::from(day.state == State::Live);
        self.as_known_at = self.as_known_at.max(Some(now));
        self.person_stays += day.totals.person_stays.values().sum::<i64>();
        let (by_roles, person_stays) = (BTreeMap::new(), BTreeMap::new());
        self.totals.add(&Totals { by_roles, person_stays, ..day.totals.clone() });
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.days += other.days;
        self.live_days += other.live_days;
        self.revised_days += other.revised_days;
        self.as_known_at = self.as_known_at.max(other.as_known_at);
        self.person_stays += other.person_stays;
        self.totals.add(&other.totals);
    }
}
