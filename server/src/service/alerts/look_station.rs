//! A station's routes today: which rounds are overdue.

use chrono::NaiveDate;

use super::looked::{Holds, Looked};
use crate::domain::alert::{AlertKind, Told};
use crate::domain::coverage::Second;
use crate::domain::moment::Moment;
use crate::domain::patrol::{due_by, overdue};
use crate::problem::Result;
use crate::service::App;
use crate::service::patrols::asked::{Asked, asked};
use crate::service::school_day::zone_of;
use crate::store::Read;
use crate::store::organizations::Organization;

/// How often the routes are read again while rounds are overdue, and otherwise, seconds.
const WHILE_OVERDUE: i64 = 30;
const ELSE: i64 = 600;

/// A station as it was read.
pub(super) struct StationLook {
    station: Organization,
    date: NaiveDate,
    zone: chrono_tz::Tz,
    routes: Vec<Asked>,
    /// When to read again.
    next: Second,
}

impl StationLook {
    pub(super) fn load(app: &App, read: &mut impl Read, station: &Organization) -> Result<Self> {
        let (now, zone) = (app.clock.now(), zone_of(&station.timezone)?);
        let date = now.date_in(zone);
        let routes = asked(app, read, station, date)?;
        let now = now.seconds();
        let is_overdue = routes.iter().any(|route| overdue(&route.plan, route.begun, now).is_some());
        let rest = now + if is_overdue { WHILE_OVERDUE } else { ELSE };
        let due = routes.iter().flat_map(|route| due_by(&route.plan)).map(|(by, _)| by);
        let next = due.filter(|by| *by > now).chain([rest]).min().unwrap_or(rest);
        Ok(Self { station: station.clone(), date, zone, routes, next })
    }

    pub(super) fn is_due(&self, now: Moment) -> bool {
        self.next <= now.seconds() || now.date_in(self.zone) != self.date
    }
}

impl Looked for StationLook {
    fn organization(&self) -> &Organization {
        &self.station
    }

    fn at(&mut self, now: Moment) -> Vec<Holds> {
        let holds = self.routes.iter().filter_map(|route| {
            let found = overdue(&route.plan, route.begun, now.seconds())?;
            let since = Moment::from_seconds(found.since).in_zone(self.zone).format("%H:%M").to_string();
            let told = Told { post: Some(route.name.clone()), since, missing: found.missing, ..Told::default() };
            let (subject, until) = (route.id.to_string(), route.plan.day_ends);
            Some(Holds {
                kind: AlertKind::RoundOverdue,
                date: self.date,
                subject,
                since: found.since,
                until,
                told,
                person: None,
            })
        });
        holds.collect()
    }
}
