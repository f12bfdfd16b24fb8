//! What a school's day looks like now: what is wrong, and when to look again.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use super::asked::Asked;
use super::look_hazard::{self, OpenHazard};
use super::looked::{Holds, Looked};
use crate::domain::alert::{AlertKind, Finding, Told, Unheard, findings, unheard};
use crate::domain::calendar::local_time::{day_span, instant};
use crate::domain::check_in::reason::Reason;
use crate::domain::coverage::{DayInput, Second, asks_nothing, thinned};
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{DayKind, Grade, Role, ShiftState};
use crate::problem::Result;
use crate::service::coverage::{DayFacts, Indexed, with_evidence};
use crate::service::school_day::SchoolDay;
use crate::store::organizations::{Organization, Seen};
use crate::store::shifts::{self, ShiftRow};
use crate::store::{Read, board_facts, check_ins};

/// When the next day's plan is looked at, minutes after midnight by the school's clock: [from, to).
const TOMORROW: (u32, u32) = (16 * 60, 21 * 60);
/// A school that has planned no shift for so many days does not work with shifts: longer than the summer's holidays, after which the
/// first day is the one that is forgotten.
const PLANS_WITHIN: TimeDelta = TimeDelta::days(70);

/// How long a school is let alone after it was read, whatever the news, seconds.
const REST_SECONDS: u64 = 2;
/// For so many check-ins of its day it is let alone a second more.
const ROWS_A_SECOND: u64 = 200;
/// The longest, seconds.
const LONGEST_REST: u64 = 30;

/// All that a school's alerts of a day follow from.
pub(super) struct SchoolLook {
    pub(super) school: Organization,
    pub(super) date: NaiveDate,
    pub(super) asked: Asked,
    /// What the rules are asked of; the rows themselves are not kept, they are many.
    input: DayInput,
    people: Vec<PersonId>,
    places: Vec<CheckpointId>,
    rows: u64,
    tomorrow: Option<Tomorrow>,
    shifts: Vec<ShiftRow>,
    checkpoints: HashMap<CheckpointId, String>,
    /// Where a replaced sign was scanned, and when first.
    revoked: Vec<(CheckpointId, Moment)>,
    /// Hazards that are not put right.
    hazards: Vec<OpenHazard>,
    /// When time alone may change something.
    pub(super) next: Option<Second>,
    /// When it was read.
    read_at: Instant,
    /// Whether there is news since.
    pub(super) stale: bool,
}

/// What is to be planned for the next day.
struct Tomorrow {
    unplanned: u32,
    unconfirmed: u32,
    from: Second,
    until: Second,
}

/// Reads what there is about some schools that all have the same date, with a few questions.
pub(super) fn load(
    read: &mut impl Read,
    schools: &[Organization],
    date: NaiveDate,
    asked: &mut HashMap<OrganizationId, Asked>,
) -> Result<Vec<SchoolLook>> {
    let seen = Seen::rows(schools);
    let next_date = date + TimeDelta::days(1);
    let mut planned: HashMap<OrganizationId, Vec<ShiftRow>> = HashMap::new();
    for shift in shifts::of_school(read, &seen, date, next_date)? {
        planned.entry(shift.school_id).or_default().push(shift);
    }
    let planners = shifts::planners(read, &seen, date - PLANS_WITHIN, next_date)?;
    let names: HashMap<CheckpointId, String> = board_facts::checkpoint_names(read, &seen)?.into_iter().collect();
    let mut hazards = look_hazard::open(read, schools, &seen)?;
    let mut by_id: HashMap<OrganizationId, &Organization> = schools.iter().map(|school| (school.id, school)).collect();
    let (mut looked, read_at) = (Vec::with_capacity(schools.len()), Instant::now());
    let days = schools.iter().filter_map(|school| Some(asked.get(&school.id)?.day.clone())).collect();
    for facts in with_evidence(read, days)? {
        let id = facts.day.school;
        let (Some(school), Some(asked)) = (by_id.remove(&id), asked.remove(&id)) else { continue };
        let shifts = planned.remove(&school.id).unwrap_or_default();
        let plans = planners.contains(&school.id);
        let tomorrow = plans.then(|| tomorrow_of(&asked.next_day, &shifts, date)).flatten();
        let refused = facts.evidence.iter().any(|row| row.grade == Grade::Rejected);
        let revoked = if refused { revoked_scans(read, school, &facts)? } else { Vec::new() };
        let posts = facts.day.duties.iter().map(|duty| duty.checkpoint_id);
        let checkpoints = posts.chain(revoked.iter().map(|(id, _)| *id));
        let checkpoints = checkpoints.filter_map(|id| Some((id, names.get(&id)?.clone()))).collect();
        let shifts = shifts.into_iter().filter(|shift| shift.date == date && shift.state.stands()).collect();
        let Indexed { input, people, checkpoints: places } = facts.indexed();
        let rows = u64::try_from(facts.evidence.len()).unwrap_or(u64::MAX);
        looked.push(SchoolLook {
            school: school.clone(),
            date,
            asked,
            input: thinned(input),
            people: people.into_ids(),
            places: places.into_ids(),
            rows,
            tomorrow,
            shifts,
            checkpoints,
            revoked,
            hazards: hazards.remove(&id).unwrap_or_default(),
            next: None,
            read_at,
            stale: false,
        });
    }
    Ok(looked)
}

/// Where a replaced sign was scanned on a day, each post once, with the first time.
fn revoked_scans(read: &mut impl Read, school: &Organization, facts: &DayFacts) -> Result<Vec<(CheckpointId, Moment)>> {
    let Some((from, to)) = day_span(facts.day.date, facts.day.zone) else { return Ok(Vec::new()) };
    let refused = check_ins::refused(read, &Seen::rows(std::slice::from_ref(school)), from.into(), to.into())?;
    let mut first: BTreeMap<CheckpointId, Moment> = BTreeMap::new();
    for (checkpoint, at, reasons) in refused {
        if reasons.read::<Vec<Reason>>()?.contains(&Reason::SignRevoked) {
            let known = first.entry(checkpoint).or_insert(at);
            *known = at.min(*known);
        }
    }
    Ok(first.into_iter().collect())
}

fn tomorrow_of(day: &SchoolDay, shifts: &[ShiftRow], today: NaiveDate) -> Option<Tomorrow> {
    if asks_nothing(day.plan.decision.kind) || day.plan.decision.kind == DayKind::Unknown {
        return None;
    }
    let of_day = || shifts.iter().filter(|shift| shift.date == day.date && shift.state.stands());
    let unplanned = day.duties.iter().filter(|duty| duty.excused.is_none()).map(|duty| {
        let planned = of_day().filter(|shift| shift.duty_id == duty.id).count();
        duty.count.saturating_sub(u32::try_from(planned).unwrap_or(u32::MAX))
    });
    let unconfirmed = of_day().filter(|shift| shift.state == ShiftState::Planned).count();
    let second = |minute: u32| {
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0)?;
        Some(instant(today.and_time(time), day.zone)?.timestamp())
    };
    Some(Tomorrow {
        unplanned: unplanned.sum(),
        unconfirmed: u32::try_from(unconfirmed).unwrap_or(u32::MAX),
        from: second(TOMORROW.0)?,
        until: second(TOMORROW.1)?,
    })
}

impl SchoolLook {
    /// Whether it is to be read again: there is news, and either something is due, which must be judged by all that is known, or it
    /// was read long enough ago. The more there is to read, the longer that is.
    pub(super) fn is_due(&self, now: Moment, step: bool) -> bool {
        let rest = Duration::from_secs((REST_SECONDS + self.rows / ROWS_A_SECOND).min(LONGEST_REST));
        let timed = self.next.is_some_and(|next| next <= now.seconds());
        self.stale && (timed || step || self.read_at.elapsed() >= rest)
    }

    fn of_duty(&self, found: &Finding) -> Option<Holds> {
        let day = &self.asked.day;
        let duty = day.duties.get(found.duty)?;
        let window = day.window(duty.window_id)?;
        let told = Told {
            post: self.checkpoints.get(&duty.checkpoint_id).cloned(),
            roles: duty.roles.iter().collect(),
            window_kind: Some(window.kind),
            window: Some(format!("{}–{}", clock(window.starts_at), clock(window.ends_at))),
            since: clock(Moment::from_seconds(found.since).in_zone(day.zone)),
            missing: found.missing,
            ..Told::default()
        };
        let (subject, since, until) = (duty.id.to_string(), found.since, found.until);
        Some(Holds { kind: found.kind, date: self.date, subject, since, until, told, person: None })
    }

    fn of_tomorrow(&self, tomorrow: &Tomorrow) -> Vec<Holds> {
        let counted =
            [(AlertKind::UnplannedDuty, tomorrow.unplanned), (AlertKind::ShiftUnconfirmed, tomorrow.unconfirmed)];
        let since = clock(Moment::from_seconds(tomorrow.from).in_zone(self.asked.day.zone));
        let holds = counted.into_iter().filter(|(_, missing)| *missing > 0).map(|(kind, missing)| Holds {
            kind,
            date: self.date,
            subject: String::new(),
            since: tomorrow.from,
            until: tomorrow.until,
            told: Told { since: since.clone(), missing, ..Told::default() },
            person: None,
        });
        holds.collect()
    }

    /// Asked of the person, then of those who lead.
    fn of_person(&self, one: &Unheard) -> Option<Holds> {
        let (person, checkpoint) = (nth(&self.people, one.person)?, nth(&self.places, one.checkpoint)?);
        let post = self.checkpoints.get(&checkpoint).cloned();
        let told = Told {
            post,
            since: clock(Moment::from_seconds(one.since).in_zone(self.asked.day.zone)),
            ..Told::default()
        };
        let (kind, subject) = (AlertKind::NoCheckOut, person.to_string());
        let (date, since, until) = (self.date, one.since, one.until);
        Some(Holds { kind, date, subject, since, until, told, person: Some(person) })
    }

    /// Told once a day for each post, until the day ends.
    fn of_sign(&self, checkpoint: CheckpointId, at: Moment) -> Option<Holds> {
        let post = self.checkpoints.get(&checkpoint).cloned();
        let since = clock(at.in_zone(self.asked.day.zone));
        let told = Told { post, since, missing: 0, ..Told::default() };
        let (_, until) = day_span(self.date, self.asked.day.zone)?;
        let (date, subject, until) = (self.date, checkpoint.to_string(), until.timestamp());
        Some(Holds { kind: AlertKind::RevokedSign, date, subject, since: at.seconds(), until, told, person: None })
    }
}

impl Looked for SchoolLook {
    fn organization(&self) -> &Organization {
        &self.school
    }

    /// Notes when to look again.
    fn at(&mut self, now: Moment) -> Vec<Holds> {
        let grace_seconds = i64::from(self.asked.day.rules.live_grace_seconds);
        let looked = findings(&self.input, grace_seconds, now.seconds());
        let mut holds: Vec<Holds> = looked.found.iter().filter_map(|found| self.of_duty(found)).collect();
        let mut next = looked.next;
        if let Some(tomorrow) = &self.tomorrow {
            let bounds = [tomorrow.from, tomorrow.until].into_iter().filter(|at| *at > now.seconds());
            next = next.into_iter().chain(bounds).min();
            let asked = tomorrow.from <= now.seconds() && now.seconds() < tomorrow.until;
            holds.extend(self.of_tomorrow(tomorrow).into_iter().filter(|_| asked));
        }
        holds.extend(unheard(&self.input, now.seconds()).iter().filter_map(|one| self.of_person(one)));
        holds.extend(self.hazards.iter().flat_map(|hazard| hazard.at(self.asked.day.zone, now)));
        holds.extend(self.revoked.iter().filter_map(|(checkpoint, at)| self.of_sign(*checkpoint, *at)));
        let tells = self.hazards.iter().flat_map(|hazard| hazard.turns(self.asked.day.zone));
        self.next = tells.filter(|at| *at > now.seconds()).chain(next).min();
        holds
    }

    fn person(&self, subject: &str) -> Option<PersonId> {
        let on_post = subject.parse().ok().filter(|id| self.people.contains(id));
        on_post.or_else(|| self.hazards.iter().find_map(|hazard| hazard.given_to(subject)))
    }

    /// Whoever has a shift today; who is there is told by those who raise an alarm.
    fn on_post(&self) -> Vec<PersonId> {
        self.shifts.iter().map(|shift| shift.person_id).collect()
    }

    /// The school leaders with a shift in the window of a duty today.
    fn leaders(&self, subject: &str) -> Vec<PersonId> {
        let duties = &self.asked.day.duties;
        let window_of = |id: DutyId| duties.iter().find(|duty| duty.id == id).map(|duty| duty.window_id);
        let window = subject.parse().ok().and_then(window_of);
        let leads = |shift: &&ShiftRow| {
            shift.role == Role::SchoolLeader && (window.is_none() || window_of(shift.duty_id) == window)
        };
        self.shifts.iter().filter(leads).map(|shift| shift.person_id).collect()
    }
}

/// The id that was given an index.
fn nth<T: Copy>(ids: &[T], index: u32) -> Option<T> {
    ids.get(usize::try_from(index).ok()?).copied()
}

fn clock(at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M").to_string()
}
