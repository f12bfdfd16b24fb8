//! The server's own round: looks at the schools about which there is news or at which time has changed something, raises what is
//! wrong, takes the next step where nobody has acknowledged, and closes what is right again. Several servers may do it at the same
//! time: what one has raised, told or closed, the others find done.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

use super::asked::Asked;
use super::look::{SchoolLook, load};
use super::look_bureau::BureauLook;
use super::look_station::StationLook;
use super::looked::Looked;
use super::settle::settle;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::words::OrganizationKind;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::service::school_day::zone_of;
use crate::store::Read;
use crate::store::alerts::{self, AlertRow};
use crate::store::organizations::{self, Filter, Organization};

/// How often the list of organizations is read again, seconds.
const SCHOOLS_EVERY: i64 = 60;

/// How many schools are read at once: their evidence is in memory for as long.
const AT_ONCE: usize = 5;

/// What a server knows between its rounds.
pub struct Round {
    news: Receiver<OrganizationId>,
    schools: Vec<Organization>,
    stations: Vec<Organization>,
    bureaus: Vec<Organization>,
    read_at: Option<i64>,
    looked: HashMap<OrganizationId, SchoolLook>,
    routes: HashMap<OrganizationId, StationLook>,
}

/// What a round read.
struct Reading {
    open: Vec<AlertRow>,
    /// The schools that were read again.
    schools: BTreeSet<OrganizationId>,
    /// The stations that were.
    stations: Vec<OrganizationId>,
    /// The bureaus, each minute.
    bureaus: Vec<BureauLook>,
}

impl Round {
    /// Knows nothing yet.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self {
            news: app.bus.listen(),
            schools: Vec::new(),
            stations: Vec::new(),
            bureaus: Vec::new(),
            read_at: None,
            looked: HashMap::new(),
            routes: HashMap::new(),
        }
    }

    /// One round. Says how many messages it wrote.
    ///
    /// # Errors
    /// Those of the database; the next round then makes up for it.
    pub fn turn(&mut self, app: &App) -> Result<usize> {
        self.hear();
        let now = app.clock.now();
        let Reading { open, schools, stations, mut bureaus } =
            app.store.survey::<_, Problem>(&Scope::Everything, |read| self.read(app, read, now))?;
        let mut by_place: BTreeMap<OrganizationId, Vec<AlertRow>> = BTreeMap::new();
        for alert in open {
            by_place.entry(alert.organization_id).or_default().push(alert);
        }
        let mut visits: Vec<(&mut dyn Looked, Vec<AlertRow>)> = Vec::new();
        for (id, looked) in &mut self.looked {
            let open = by_place.remove(id).unwrap_or_default();
            let timed = looked.next.is_some_and(|next| next <= now.seconds());
            if schools.contains(id) || timed || is_stepping(&open, now) {
                visits.push((looked, open));
            }
        }
        for (id, looked) in &mut self.routes {
            let open = by_place.remove(id).unwrap_or_default();
            if stations.contains(id) || is_stepping(&open, now) {
                visits.push((looked, open));
            }
        }
        for looked in &mut bureaus {
            let open = by_place.remove(&looked.organization().id).unwrap_or_default();
            visits.push((looked, open));
        }
        let settled = settle(app, visits, now);
        self.bureaus.iter().for_each(|bureau| drop(by_place.remove(&bureau.id)));
        // What was put away is looked at no more; what was added since the list was read is looked at from the next round on.
        if !by_place.is_empty() {
            self.read_at = None;
            app.store.write::<_, Problem>(&Scope::Everything, |tx| {
                let in_use = organizations::find_all(tx, &by_place.keys().copied().collect::<Vec<_>>())?;
                in_use.iter().filter(|one| one.archived_at.is_none()).for_each(|one| drop(by_place.remove(&one.id)));
                for alert in by_place.into_values().flatten() {
                    alerts::close(tx, alert.id, now, false)?;
                }
                Ok(())
            })?;
        }
        // What could not be written is looked at afresh, as if the server had just begun.
        let Some(problem) = settled.failed else { return Ok(settled.messages) };
        self.looked.clear();
        self.routes.clear();
        Err(problem)
    }

    fn read(&mut self, app: &App, read: &mut impl Read, now: Moment) -> Result<Reading> {
        let mut bureaus = Vec::new();
        if self.read_at.is_none_or(|at| now.seconds() >= at + SCHOOLS_EVERY || now.seconds() < at) {
            self.places(organizations::list(read, &Filter::default(), None, i64::MAX)?);
            self.read_at = Some(now.seconds());
            bureaus = self.bureaus.iter().map(|one| BureauLook::load(app, read, one)).collect::<Result<_>>()?;
        }
        let open = alerts::open(read)?;
        let changed = self.due(now, &open)?;
        for (date, schools) in &changed {
            let known = |id| self.looked.remove(&id).map(|looked| looked.asked);
            let mut asked = Asked::of(app, read, schools, *date, known)?;
            for some in schools.chunks(AT_ONCE) {
                for looked in load(read, some, *date, &mut asked)? {
                    self.looked.insert(looked.organization().id, looked);
                }
            }
        }
        let schools = changed.into_values().flatten().map(|school| school.id).collect();
        let mut stations = Vec::new();
        for station in &self.stations {
            if self.routes.get(&station.id).is_none_or(|looked| looked.is_due(now)) {
                self.routes.insert(station.id, StationLook::load(app, read, station)?);
                stations.push(station.id);
            }
        }
        Ok(Reading { open, schools, stations, bureaus })
    }

    /// What is looked at: schools, stations, and the bureaus at the top, whose calendar is everybody's.
    fn places(&mut self, all: Vec<Organization>) {
        let (schools, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.kind == OrganizationKind::School);
        let (stations, bureaus) = others.into_iter().partition(|one| one.kind == OrganizationKind::Station);
        (self.schools, self.stations, self.bureaus) = (schools, stations, bureaus);
        self.bureaus.retain(|bureau| bureau.parent_id.is_none());
        let (schools, stations) = (ids(&self.schools), ids(&self.stations));
        self.looked.retain(|id, _| schools.contains(id));
        self.routes.retain(|id, _| stations.contains(id));
    }

    fn hear(&mut self) {
        loop {
            match self.news.try_recv() {
                Ok(school) => {
                    if let Some(looked) = self.looked.get_mut(&school) {
                        looked.stale = true;
                    }
                }
                Err(TryRecvError::Lagged(_)) => self.looked.values_mut().for_each(|looked| looked.stale = true),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    /// The schools that are to be read, by their dates.
    fn due(&self, now: Moment, open: &[AlertRow]) -> Result<BTreeMap<NaiveDate, Vec<Organization>>> {
        let mut due: BTreeMap<NaiveDate, Vec<Organization>> = BTreeMap::new();
        let stepping = open.iter().filter(|alert| steps(alert, now));
        let stepping: BTreeSet<OrganizationId> = stepping.map(|alert| alert.organization_id).collect();
        for school in &self.schools {
            let date = now.date_in(zone_of(&school.timezone)?);
            let step = stepping.contains(&school.id);
            if self.looked.get(&school.id).is_none_or(|looked| looked.date != date || looked.is_due(now, step)) {
                due.entry(date).or_default().push(school.clone());
            }
        }
        Ok(due)
    }
}

fn ids(all: &[Organization]) -> BTreeSet<OrganizationId> {
    all.iter().map(|one| one.id).collect()
}

fn steps(alert: &AlertRow, now: Moment) -> bool {
    alert.next_step_at.is_some_and(|at| at <= now)
}

fn is_stepping(open: &[AlertRow], now: Moment) -> bool {
    open.iter().any(|alert| steps(alert, now))
}
