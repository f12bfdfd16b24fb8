//! A school's day as a document from which anybody can recompute its coverage (`huxue.day/1`).

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::json;

use super::facts::{DayFacts, load_days};
use super::figures::{DayFigures, figures_of};
use super::roll_up::{Question, RollUp, roll_up, schools_of};
use super::settle::settle;
use super::view::{check_range, needs_settling};
use crate::domain::coverage::{
    CoverageDocument, DayDocument, DocumentCheckIn, DocumentCoverage, DocumentDuty, DocumentGap, DocumentSchool,
    DocumentSchoolDay, DocumentWindow, SecondsByGrade, rfc3339,
};
use crate::domain::id::OrganizationId;
use crate::domain::lang::Lang;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::audit::{self, Event, Outcome};
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::check_ins::EvidenceRow;
use crate::store::coverage;
use crate::store::organizations::{self, Organization, Seen};

/// Exports a day; the audit log says who did.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn export(app: &App, actor: &Actor, school: OrganizationId, date: NaiveDate) -> Result<DayDocument> {
    actor.require(app, Right::ReadEvidence, school)?;
    exported(app, Some(actor), &actor.scope(Right::ReadEvidence), school, date, actor.lang)
}

/// Exports a day at the machine itself.
///
/// # Errors
/// `not_found`.
pub fn export_here(app: &App, school: OrganizationId, date: NaiveDate) -> Result<DayDocument> {
    exported(app, None, &Scope::Everything, school, date, Lang::Zh)
}

/// A day of a school: what is needed to check its figures, and the figures that the system tells.
#[derive(Debug)]
pub struct Exported {
    /// The document from which anybody can compute them.
    pub day: DayDocument,
    /// The figures: of a final day those that are stored.
    pub told: CoverageDocument,
}

/// The schools below an organization whose days are exported at the machine itself; a school is its own.
///
/// # Errors
/// `not_found`.
pub fn schools_here(app: &App, organization: OrganizationId) -> Result<Vec<Organization>> {
    let found =
        app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(organizations::find(read, organization)?))?;
    schools_of(app, &Scope::Everything, &found)
}

/// Exports every day of a school at the machine itself; days to come are left out.
///
/// # Errors
/// `invalid_field` for a range that is too long or runs backwards.
pub fn export_range_here(
    app: &App,
    school: &Organization,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Exported>> {
    check_range(from, to)?;
    let to = to.min(app.clock.now().date_in(zone_of(&school.timezone)?));
    if from > to {
        return Ok(Vec::new());
    }
    if needs_settling(app, school, from, to)? {
        settle(app, &[school.id], from, to)?;
    }
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let years = app.years(tx)?;
        let seen = Seen::rows(std::slice::from_ref(school));
        let mut days = Vec::new();
        for facts in load_days(tx, &years, &[school.id], from, to)? {
            let stored = coverage::newest(tx, &seen, facts.day.date)?;
            let figures = stored.map_or_else(|| Ok(figures_of(&facts)), |newest| newest.document.read())?;
            days.push(Exported { day: document(&facts, Lang::Zh), told: told(&figures, facts.day.zone) });
        }
        let subject = Some(("school", school.id.to_string()));
        let details = json!({ "from": from, "to": to, "days": days.len() });
        let event = Event { action: "day.export", organization: Some(&school.path), subject, details };
        audit::record(tx, None, Outcome::Done, app.clock.now(), event)?;
        Ok(days)
    })
}

/// The figures as a coverage document.
fn told(figures: &DayFigures, zone: Tz) -> CoverageDocument {
    let time = |second| rfc3339(second, zone);
    let duties = figures.duties.iter().map(|duty| DocumentCoverage {
        duty_id: duty.id.to_string(),
        status: duty.status,
        required_seconds: duty.required_seconds,
        covered_seconds: duty.covered_seconds,
        slot_seconds: duty.slot_seconds,
        seconds_by_grade: {
            let (confirmed, likely, claimed) = duty.seconds_by_grade;
            SecondsByGrade { confirmed, likely, claimed }
        },
        gaps: duty
            .gaps
            .iter()
            .map(|gap| DocumentGap { from: time(gap.from), to: time(gap.to), missing: gap.missing })
            .collect(),
        first_arrival: duty.first_arrival.map(time),
        last_departure: duty.last_departure.map(time),
    });
    CoverageDocument { format: CoverageDocument::FORMAT, duties: duties.collect() }
}

fn exported(
    app: &App,
    actor: Option<&Actor>,
    scope: &Scope,
    school: OrganizationId,
    date: NaiveDate,
    lang: Lang,
) -> Result<DayDocument> {
    app.store.write::<_, Problem>(scope, |tx| {
        let years = app.years(tx)?;
        let facts = load_days(tx, &years, &[school], date, date)?.pop().ok_or(Code::NotFound)?;
        let organization = organizations::find(tx, school)?;
        let subject = Some(("school", school.to_string()));
        let details = json!({ "date": date, "check_ins": facts.evidence.len() });
        let event = Event { action: "day.export", organization: Some(&organization.path), subject, details };
        audit::record(tx, actor, Outcome::Done, app.clock.now(), event)?;
        Ok(document(&facts, lang))
    })
}

/// A roll-up, to be taken away as a table; that is written into the audit log.
///
/// # Errors
/// Those of [`roll_up()`].
pub fn table(app: &App, actor: &Actor, id: OrganizationId, question: Question) -> Result<RollUp> {
    let answer = roll_up(app, actor, id, question)?;
    let details = json!({ "from": question.from, "to": question.to, "by": question.by });
    let subject = Some(("organization", id.to_string()));
    let event = Event { action: "coverage.export", organization: Some(&answer.organization.path), subject, details };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| audit::done(tx, actor, app.clock.now(), event))?;
    Ok(answer)
}

/// The document of a day; its check-ins by time.
fn document(facts: &DayFacts, lang: Lang) -> DayDocument {
    let day = &facts.day;
    let mut evidence: Vec<&EvidenceRow> = facts.evidence.iter().collect();
    evidence.sort_by_key(|row| (row.at, row.id));
    let windows = day.plan.windows.iter().map(|window| DocumentWindow {
        id: window.id.to_string(),
        kind: window.kind,
        starts_at: window.starts_at,
        ends_at: window.ends_at,
        lead_minutes: window.lead_minutes.into(),
    });
    let duties = day.duties.iter().map(|duty| DocumentDuty {
        id: duty.id.to_string(),
        window_id: duty.window_id.to_string(),
        checkpoint_id: duty.checkpoint_id.to_string(),
        roles: duty.roles.iter().collect(),
        count: duty.count,
        min_grade: duty.min_grade,
        excused: duty.excused.as_ref().map(|excuse| excuse.reason.clone()),
    });
    let check_ins = evidence.into_iter().map(|row| DocumentCheckIn {
        id: row.id.to_string(),
        person_id: row.person.to_string(),
        role: row.role,
        checkpoint_id: row.checkpoint.to_string(),
        kind: row.kind,
        at: row.at.in_zone(day.zone),
        grade: row.grade,
    });
    let reason = Some(day.plan.decision.reason.text(lang).to_owned());
    DayDocument {
        format: DayDocument::FORMAT,
        school: DocumentSchool { id: day.school.to_string(), name: day.name.clone(), timezone: day.zone },
        date: day.date,
        hold_minutes: day.rules.hold_minutes,
        school_day: DocumentSchoolDay { kind: day.plan.decision.kind, reason },
        windows: windows.collect(),
        duties: duties.collect(),
        check_ins: check_ins.collect(),
    }
}
