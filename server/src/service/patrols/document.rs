//! What a patrol document is made of.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::domain::id::{CheckpointId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{
    DocumentEnd, DocumentPlan, DocumentPlanWindow, DocumentPoint, DocumentRoute, DocumentScan, Per, PlanSpan,
    RoutePoint, RouteSettings, TimeOfDay,
};
use crate::domain::place::Position;
use crate::domain::words::Role;
use crate::problem::Result;
use crate::store::check_ins::EvidenceRow;
use crate::store::checkpoints::Checkpoint;
use crate::store::offices::HeldRole;
use crate::store::patrol_ends::PatrolEnd;
use crate::store::patrol_routes::PatrolRouteRow;

pub(super) fn route_of(
    row: &PatrolRouteRow,
    settings: &RouteSettings,
    checkpoints: &HashMap<CheckpointId, Checkpoint>,
    local: &impl Fn(TimeOfDay) -> Result<DateTime<FixedOffset>>,
) -> Result<DocumentRoute> {
    let point = |point: &RoutePoint| {
        let place = checkpoints.get(&point.checkpoint_id).and_then(|one| Position::new(one.lon, one.lat).ok());
        Ok(DocumentPoint {
            checkpoint_id: point.checkpoint_id.to_string(),
            not_before: point.not_before.map(local).transpose()?,
            dwell_seconds: point.dwell_seconds,
            tolerance_seconds: point.tolerance_seconds,
            place,
        })
    };
    Ok(DocumentRoute {
        id: row.id.to_string(),
        name: settings.name.clone(),
        ordered: settings.ordered,
        max_minutes: settings.max_minutes,
        min_grade: settings.min_grade,
        max_speed: settings.max_speed,
        points: settings.points.iter().map(point).collect::<Result<_>>()?,
    })
}

pub(super) fn plan_of(
    settings: &RouteSettings,
    asked: bool,
    local: &impl Fn(TimeOfDay) -> Result<DateTime<FixedOffset>>,
) -> Result<DocumentPlan> {
    // Where a window lies in an hour that clocks skip, it is empty and asks for nothing.
    let window =
        |span: &PlanSpan| Ok(DocumentPlanWindow { starts_at: local(span.starts)?, ends_at: local(span.ends)? });
    let mut windows: Vec<DocumentPlanWindow> = settings.windows.iter().map(window).collect::<Result<_>>()?;
    windows.retain(|window| window.starts_at < window.ends_at);
    // What is asked of a month is counted over the month.
    let rounds = if asked && settings.per == Per::Day { settings.rounds } else { 0 };
    Ok(DocumentPlan { rounds, windows })
}

/// Who may walk the route on a day, and as what: those who belong to the station then, hold one of the route's roles there, and
/// are named if anybody is. Officers of another station walk for theirs.
pub(super) fn walkers(
    members: &[HeldRole],
    settings: &RouteSettings,
    from: Moment,
    to: Moment,
) -> HashSet<(PersonId, Role)> {
    let held = members.iter().filter(|one| one.from < to && one.to.is_none_or(|ended| from < ended));
    held.filter(|one| settings.walked_by(one.person, one.role)).map(|one| (one.person, one.role)).collect()
}

/// The check-ins of a day that may count: by somebody who walks the route, at one of its points.
pub(super) fn scans<'a>(
    evidence: &'a [EvidenceRow],
    settings: &'a RouteSettings,
    walkers: &HashSet<(PersonId, Role)>,
    (from, to): (Moment, Moment),
) -> impl Iterator<Item = &'a EvidenceRow> {
    let first = evidence.partition_point(|row| row.at < from);
    let last = evidence.partition_point(|row| row.at < to);
    let of_day = evidence.get(first..last).unwrap_or_default();
    of_day.iter().filter(|row| {
        row.role.is_some_and(|role| walkers.contains(&(row.person, role)))
            && settings.points.iter().any(|point| point.checkpoint_id == row.checkpoint)
    })
}

pub(super) fn scan_of(row: &EvidenceRow, zone: chrono_tz::Tz) -> DocumentScan {
    DocumentScan {
        id: row.id.to_string(),
        person_id: row.person.to_string(),
        checkpoint_id: row.checkpoint.to_string(),
        kind: row.kind,
        at: row.at.in_zone(zone),
        grade: row.grade,
    }
}

pub(super) fn ends_of<'a>(
    ends: &'a [PatrolEnd],
    row: &'a PatrolRouteRow,
    from: Moment,
    to: Moment,
) -> impl Iterator<Item = &'a PatrolEnd> {
    ends.iter().filter(move |end| end.route_id == row.id && from <= end.at && end.at < to)
}

pub(super) fn end_of(end: &PatrolEnd, zone: chrono_tz::Tz) -> DocumentEnd {
    DocumentEnd {
        id: end.id.to_string(),
        person_id: end.person_id.to_string(),
        at: end.at.in_zone(zone),
        reason: end.reason.clone(),
    }
}
