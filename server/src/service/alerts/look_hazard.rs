//! Hazards that are not put right: whoever one is given to is told so, once more in the morning of its deadline, and others in the morning after
//! that.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::looked::Holds;
use crate::domain::alert::{AlertKind, Told};
use crate::domain::calendar::local_time::instant;
use crate::domain::coverage::Second;
use crate::domain::hazard::{HazardState, number_of};
use crate::domain::id::{HazardId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::service::hazards::view::standing;
use crate::store::hazards::HazardStepRow;
use crate::store::organizations::{Organization, Seen};
use crate::store::{Read, hazards};

/// When a hazard that is due or overdue is told, by the school's clock.
const TIME: NaiveTime = match NaiveTime::from_hms_opt(8, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// For how long that is news, seconds.
const OVERDUE_NEWS: i64 = 30 * 86_400;
/// For how long it is news that one is assigned, seconds.
const ASSIGNED_NEWS: i64 = 86_400;
/// How much of its description names a hazard, characters.
const NAME: usize = 20;

/// A hazard that is not put right.
pub(super) struct OpenHazard {
    id: HazardId,
    name: String,
    deadline: NaiveDate,
    given: Option<Given>,
}

/// To whom it was given last: assigned, sent back or reopened.
struct Given {
    to: PersonId,
    at: Moment,
    /// The place of that step: given once more, it is told once more.
    place: i32,
}

/// Those of some schools.
pub(super) fn open(
    read: &mut impl Read,
    schools: &[Organization],
    seen: &Seen,
) -> Result<HashMap<OrganizationId, Vec<OpenHazard>>> {
    let rows = hazards::unsettled(read, seen)?;
    let mut steps = hazards::steps_of(read, rows.iter().map(|row| row.id).collect())?;
    let mut found: HashMap<OrganizationId, Vec<OpenHazard>> = HashMap::new();
    for row in rows {
        let Some(school) = schools.iter().find(|school| school.id == row.school_id) else { continue };
        let steps = steps.remove(&row.id).unwrap_or_default();
        let stands = standing(school, &row, &steps)?;
        if stands.is_open() {
            let short: String = row.description.chars().take(NAME).collect();
            let to = stands.assignee.filter(|_| stands.state == HazardState::Assigned);
            found.entry(row.school_id).or_default().push(OpenHazard {
                id: row.id,
                name: format!("{} {short}", number_of(row.year, row.number)),
                deadline: stands.deadline,
                given: to.zip(steps.last()).and_then(|(to, last)| Given::by(to, last)),
            });
        }
    }
    Ok(found)
}

impl Given {
    /// Whoever takes it themself knows.
    fn by(to: PersonId, last: &HazardStepRow) -> Option<Self> {
        (last.person_id != to).then_some(Self { to, at: last.at, place: last.place })
    }

    const fn until(&self) -> Second {
        self.at.seconds().saturating_add(ASSIGNED_NEWS)
    }
}

impl OpenHazard {
    /// What is told of it now.
    pub(super) fn at(&self, zone: Tz, now: Moment) -> Vec<Holds> {
        let held = [self.assigned(zone), self.due(zone), self.overdue(zone)].into_iter().flatten();
        held.filter(|one| one.since <= now.seconds() && now.seconds() < one.until).collect()
    }

    /// When that changes by time alone.
    pub(super) fn turns(&self, zone: Tz) -> Vec<Second> {
        let days = [Some(self.deadline), self.deadline.succ_opt()];
        let mornings = days.into_iter().flatten().filter_map(|day| at(day, TIME, zone));
        mornings.chain(self.day_after(zone)).chain(self.given.as_ref().map(Given::until)).collect()
    }

    /// To whom an alert went that it was given to them.
    pub(super) fn given_to(&self, subject: &str) -> Option<PersonId> {
        self.given.as_ref().filter(|given| self.subject(Some(given)) == subject).map(|given| given.to)
    }

    /// `hazard/place`; `hazard` of one that was given to nobody.
    fn subject(&self, given: Option<&Given>) -> String {
        given.map_or_else(|| self.id.to_string(), |given| format!("{}/{}", self.id, given.place))
    }

    fn told(&self) -> Told {
        Told { post: Some(self.name.clone()), since: self.deadline.format("%m-%d").to_string(), ..Told::default() }
    }

    fn assigned(&self, zone: Tz) -> Option<Holds> {
        let given = self.given.as_ref()?;
        Some(Holds {
            kind: AlertKind::HazardAssigned,
            date: given.at.date_in(zone),
            subject: self.subject(Some(given)),
            since: given.at.seconds(),
            until: given.until(),
            told: self.told(),
            person: Some(given.to),
        })
    }

    /// Told in the morning of its deadline; who was given it later that day was just told.
    fn due(&self, zone: Tz) -> Option<Holds> {
        let since = at(self.deadline, TIME, zone)?;
        let given = self.given.as_ref();
        if given.is_some_and(|given| given.at.seconds() >= since) {
            return None;
        }
        Some(Holds {
            kind: AlertKind::HazardDue,
            date: self.deadline,
            subject: self.subject(given),
            since,
            until: self.day_after(zone)?,
            told: self.told(),
            person: given.map(|given| given.to),
        })
    }

    /// Told in the morning after its deadline, until it is put right.
    fn overdue(&self, zone: Tz) -> Option<Holds> {
        let since = at(self.deadline.succ_opt()?, TIME, zone)?;
        Some(Holds {
            kind: AlertKind::HazardOverdue,
            date: self.deadline,
            subject: self.id.to_string(),
            since,
            until: since.saturating_add(OVERDUE_NEWS),
            told: self.told(),
            person: None,
        })
    }

    /// When the day of its deadline ends.
    fn day_after(&self, zone: Tz) -> Option<Second> {
        at(self.deadline.succ_opt()?, NaiveTime::MIN, zone)
    }
}

fn at(day: NaiveDate, time: NaiveTime, zone: Tz) -> Option<Second> {
    Some(instant(day.and_time(time), zone)?.timestamp())
}
