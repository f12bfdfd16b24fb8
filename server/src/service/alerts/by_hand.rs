//! Alerts that people raise: one-key alarms.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use super::looked::{Holds, Looked};
use super::settle;
use crate::domain::alert::{AlertKind, Told};
use crate::domain::coverage::proofs;
use crate::domain::id::{AlarmId, PersonId};
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::service::App;
use crate::service::coverage::load_days;
use crate::service::school_day::zone_of;
use crate::store::alerts::AlertRow;
use crate::store::messages::MessageRow;
use crate::store::organizations::Organization;
use crate::store::{Read, Tx};

/// By when an alarm that nobody ends is no news any more.
const AT_MOST: TimeDelta = TimeDelta::days(30);

/// A school in which somebody asks for help.
pub(in crate::service) struct Help {
    school: Organization,
    date: NaiveDate,
    on_post: Vec<PersonId>,
}

/// An alarm, as people are told of it.
pub(in crate::service) struct Asked {
    pub(in crate::service) id: AlarmId,
    pub(in crate::service) person: PersonId,
    pub(in crate::service) post: Option<String>,
    pub(in crate::service) at: Moment,
    pub(in crate::service) drill: bool,
}

impl Help {
    /// Reads who is on post at a school now, but for one person.
    pub(in crate::service) fn load(
        app: &App,
        read: &mut impl Read,
        school: &Organization,
        but: PersonId,
    ) -> Result<Self> {
        let now = app.clock.now();
        let date = now.date_in(zone_of(&school.timezone)?);
        let years = app.years(read)?;
        let mut on_post = BTreeSet::new();
        for facts in load_days(read, &years, &[school.id], date, date)? {
            let indexed = facts.indexed();
            let there = proofs(&indexed.input);
            let there = there.iter().filter(|proof| proof.meets(now.seconds(), now.seconds() + 1));
            on_post.extend(there.filter_map(|proof| indexed.people.id(proof.person)));
        }
        on_post.remove(&but);
        Ok(Self { school: school.clone(), date, on_post: on_post.into_iter().collect() })
    }

    /// Raises the alert of an alarm.
    pub(in crate::service) fn raise(
        &self,
        tx: &mut Tx,
        asked: &Asked,
        now: Moment,
    ) -> Result<(AlertRow, Vec<MessageRow>)> {
        let since = asked.at.in_zone(zone_of(&self.school.timezone)?).format("%H:%M").to_string();
        let told = Told { post: asked.post.clone(), since, drill: asked.drill, ..Told::default() };
        let holds = Holds {
            kind: AlertKind::Alarm,
            date: self.date,
            subject: asked.id.to_string(),
            since: asked.at.seconds(),
            until: now.plus(AT_MOST).seconds(),
            told,
            person: Some(asked.person),
        };
        settle::raise_by_hand(tx, self, &holds, now)
    }

    /// Ends it.
    pub(in crate::service) fn end(&self, tx: &mut Tx, alert: &AlertRow, now: Moment) -> Result<Vec<MessageRow>> {
        settle::end_by_hand(tx, self, alert, now)
    }
}

impl Looked for Help {
    fn organization(&self) -> &Organization {
        &self.school
    }

    fn at(&mut self, _now: Moment) -> Vec<Holds> {
        Vec::new()
    }

    fn on_post(&self) -> Vec<PersonId> {
        self.on_post.clone()
    }
}
