//! What kind of day a date is: the notices, the days that bureaus and schools decide, and what is still to be entered.

use chrono::{NaiveDate, Weekday};
use chrono_tz::Asia::Shanghai;
use serde_json::json;

use super::audit::{self, Event, Outcome};
use super::rules::{keepable, note, refused, school, span, today};
use super::{Actor, App, school_day};
use crate::domain::calendar::day::{DayEntry, Decision, EntryError};
use crate::domain::calendar::decide::decide;
use crate::domain::calendar::holiday_cn;
use crate::domain::calendar::national::Notice;
use crate::domain::calendar::notice::{CalendarNotice, notice_due};
use crate::domain::id::OrganizationId;
use crate::domain::rights::{Holding, Right};
use crate::domain::scope::{Path, Scope};
use crate::domain::words::{DayKind, Office, OrganizationKind};
use crate::problem::{Code, Problem, Result};
use crate::store::calendar::{self, EntryRow, YearRow};
use crate::store::organizations::{self, Organization};
use crate::store::{Tx, stale_days};

/// How many schools are told of a change one by one; whoever listens looks at everything afresh after so many.
const MOST_NEWS: i64 = 5000;

/// What the notices alone say of the dates from `from` to `to`, both included.
///
/// # Errors
/// `range_too_long`.
pub fn national_days(app: &App, from: NaiveDate, to: NaiveDate) -> Result<Vec<(NaiveDate, Decision)>> {
    span(from, to)?;
    let years = app.store.read::<_, Problem>(&Scope::Everything, |read| app.years(read))?;
    Ok(from.iter_days().take_while(|date| *date <= to).map(|date| (date, decide(date, &years, &[]))).collect())
}

/// What the calendar says of a school's dates from `from` to `to`, both included, one-off changes among it.
///
/// # Errors
/// `not_found`, `range_too_long`.
pub fn school_days(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Decision)>> {
    let school = school(app, actor, Right::ReadSetUp, id)?;
    days_of(app, &actor.scope(Right::ReadSetUp), school.id, from, to)
}

/// The same for whoever stands at the machine.
///
/// # Errors
/// `not_found`, `range_too_long`.
pub fn days_of(
    app: &App,
    scope: &Scope,
    school: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Decision)>> {
    span(from, to)?;
    let days = app.store.read::<_, Problem>(scope, |read| {
        let years = app.years(read)?;
        school_day::load_range(read, &years, &[school], from, to)
    })?;
    if days.is_empty() {
        return Err(Code::NotFound.into());
    }
    Ok(days.into_iter().map(|day| (day.date, day.plan.decision)).collect())
}

/// The notices that are loaded, earliest first.
///
/// # Errors
/// Those of the database.
pub fn notices(app: &App) -> Result<Vec<Notice>> {
    let years = app.store.read::<_, Problem>(&Scope::Everything, |read| app.years(read))?;
    Ok(years.notices().cloned().collect())
}

/// What somebody still has to enter: the notice of a year, from 15 November before it on.
///
/// # Errors
/// Those of the database.
pub fn due(app: &App) -> Result<Option<CalendarNotice>> {
    let years = app.store.read::<_, Problem>(&Scope::Everything, |read| app.years(read))?;
    Ok(notice_due(app.clock.now().date_in(Shanghai), &years))
}

/// Imports a notice in the form of holiday-cn, in place of the one of its year. Days that are stored already and that it may
/// decide anew are computed again. Over HTTP it takes an administrator of a root organization; the command line has no actor.
///
/// # Errors
/// `forbidden`, `invalid_field`.
pub fn import(app: &App, actor: Option<&Actor>, text: &str, source: &str) -> Result<Notice> {
    if actor.is_some_and(|actor| !is_root_admin(actor)) {
        return Err(Code::Forbidden.into());
    }
    let notice = holiday_cn::parse(text).map_err(|error| refused("notice", error.code(), &error.sentence()))?;
    let row =
        YearRow { year: notice.year, body: text.to_owned(), source: source.to_owned(), loaded_at: app.clock.now() };
    let first = NaiveDate::from_ymd_opt(notice.year - 1, 12, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(notice.year, 12, 31).unwrap_or_default();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        calendar::put_year(tx, &row)?;
        stale_days::mark_below(tx, &Path::everything(), first, last)?;
        let details = json!({ "source": source, "days": notice.days.len() });
        let subject = Some(("calendar_year", notice.year.to_string()));
        let event = Event { action: "calendar.import", organization: None, subject, details };
        audit::record(tx, actor, Outcome::Done, app.clock.now(), event)
    })?;
    tell(app, Path::everything())?;
    Ok(notice)
}

pub(super) fn is_root_admin(actor: &Actor) -> bool {
    let at_root = |path: &Path| path.ids().count() == 1;
    actor.grants.iter().any(|grant| grant.holding == Holding::Office(Office::Admin) && grant.reach.iter().any(at_root))
}

/// Keeps what a bureau or a school says of a date, today or later, in place of what it said before.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `invalid_field`.
pub fn put_day(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    date: NaiveDate,
    kind: DayKind,
    as_weekday: Option<Weekday>,
    reason: String,
) -> Result<DayEntry> {
    let organization = decides(app, actor, id, Some(date))?;
    let entry = DayEntry { date, kind, reason: reason.trim().to_owned(), as_weekday };
    entry.validate().map_err(|error| {
        let field = if error == EntryError::Kind { "kind" } else { "as_weekday" };
        refused(field, error.code(), &error.sentence())
    })?;
    let row = EntryRow {
        organization_id: id,
        date,
        kind,
        as_weekday: as_weekday.map(EntryRow::weekday_number),
        reason: entry.reason.clone(),
        author_id: actor.person,
        created_at: app.clock.now(),
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        calendar::put_entry(tx, &row)?;
        let details = json!({ "kind": kind, "as_weekday": row.as_weekday, "reason": row.reason });
        day_changed(app, tx, actor, &organization, "calendar_day.put", date, details)
    })?;
    tell(app, organization.path)?;
    Ok(entry)
}

/// Takes back what a bureau or a school says of a date, today or later.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`.
pub fn delete_day(app: &App, actor: &Actor, id: OrganizationId, date: NaiveDate) -> Result<()> {
    let organization = decides(app, actor, id, Some(date))?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        calendar::delete_entry(tx, id, date)?;
        day_changed(app, tx, actor, &organization, "calendar_day.delete", date, json!({}))
    })?;
    tell(app, organization.path)
}

/// A bureau or school whose calendar the actor keeps; `date` must not have passed.
pub(super) fn decides(app: &App, actor: &Actor, id: OrganizationId, date: Option<NaiveDate>) -> Result<Organization> {
    let organization = actor.require(app, Right::ManageRules, id)?;
    if organization.kind == OrganizationKind::Station {
        return Err(Code::NotFound.into());
    }
    keepable("date", date)?;
    let today = today(app, &organization)?;
    if date.is_some_and(|date| date < today) {
        return Err(Code::DateInPast.into());
    }
    Ok(organization)
}

fn day_changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    organization: &Organization,
    action: &'static str,
    date: NaiveDate,
    details: serde_json::Value,
) -> Result<()> {
    stale_days::mark_below(tx, &organization.path, date, date)?;
    note(app, tx, actor, organization, action, ("calendar_day", format!("{}/{date}", organization.id)), details)
}

/// Tells that the days of every school below a path changed.
pub(super) fn tell(app: &App, path: Path) -> Result<()> {
    let schools = app.store.read::<_, Problem>(&Scope::of(path), |read| {
        Ok(organizations::list(read, &organizations::Filter::schools(), None, MOST_NEWS)?)
    })?;
    schools.iter().for_each(|school| app.bus.school_changed(school.id));
    Ok(())
}
