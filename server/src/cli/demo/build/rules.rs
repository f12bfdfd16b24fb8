//! Windows and duties.

use chrono::NaiveDate;

use crate::cli::demo::day::patrol;
use crate::cli::demo::world::{DutyAsked, Post, School, Window, World};
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::id::{PatrolRouteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{Per, RoutePoint, RouteSettings, WALKERS};
use crate::domain::words::{Grade, Office};
use crate::problem::Result;
use crate::store::Tx;
use crate::store::duties::{self, DutyRow, roles_text};
use crate::store::patrol_routes::{self, PatrolRouteRow};
use crate::store::windows::{self, WindowRow};

pub(super) fn insert(tx: &mut Tx, world: &World, from: NaiveDate, now: Moment) -> Result<()> {
    patrol_routes::put(tx, &route(world, from, now)?)?;
    for school in &world.schools {
        let author = world.holder(school.id, Office::SafetyOfficer).map(|officer| officer.id);
        for window in &school.windows {
            windows::insert(tx, &window_row(school, window, from, author, now))?;
        }
        for duty in &school.duties {
            duties::insert(tx, &duty_row(school, duty, from, author, now)?)?;
        }
    }
    Ok(())
}

/// One route past the gates of the schools in town.
fn route(world: &World, from: NaiveDate, now: Moment) -> Result<PatrolRouteRow> {
    let gates = patrol::gates(world).into_iter().map(|(_, gate)| gate);
    let point =
        |gate: &Post| RoutePoint { checkpoint_id: gate.id, not_before: None, dwell_seconds: 0, tolerance_seconds: 0 };
    let settings = RouteSettings {
        name: "城关一线".to_owned(),
        ordered: false,
        max_minutes: 90,
        min_grade: Grade::Likely,
        max_speed: 20.0,
        points: gates.map(point).collect(),
        rounds: 2,
        per: Per::Day,
        windows: Vec::new(),
        school_days_only: true,
        roles: WALKERS.into_iter().collect(),
        persons: Vec::new(),
        norm: Some("town_school".to_owned()),
    };
    let chief = world.holder(world.station, Office::StationChief).or(world.people.first());
    let author = chief.map_or(PersonId(uuid::Uuid::nil()), |chief| chief.id);
    Ok(PatrolRouteRow::empty(PatrolRouteId::fresh(), world.station, from, author, now).with(&settings)?)
}

fn window_row(
    school: &School,
    window: &Window,
    from: NaiveDate,
    author_id: Option<PersonId>,
    created_at: Moment,
) -> WindowRow {
    let spec = window.spec;
    WindowRow {
        id: window.id,
        valid_from: from,
        valid_to: None,
        school_id: school.id,
        kind: spec.kind,
        name: spec.name.to_owned(),
        weekdays: Weekdays::WORKDAYS.bits().into(),
        on_make_up_days: true,
        starts: spec.starts.into(),
        ends: spec.ends.into(),
        lead_minutes: spec.lead_minutes.into(),
        version: 1,
        author_id,
        created_at,
    }
}

fn duty_row(
    school: &School,
    duty: &DutyAsked,
    from: NaiveDate,
    author_id: Option<PersonId>,
    created_at: Moment,
) -> Result<DutyRow> {
    Ok(DutyRow {
        id: duty.id,
        valid_from: from,
        valid_to: None,
        school_id: school.id,
        window_id: duty.window,
        checkpoint_id: duty.checkpoint,
        position: i32::try_from(duty.position).unwrap_or(i32::MAX),
        roles: roles_text(duty.roles.iter().copied().collect())?,
        count: duty.count.into(),
        min_grade: duty.min_grade,
        version: 1,
        author_id,
        created_at,
    })
}
