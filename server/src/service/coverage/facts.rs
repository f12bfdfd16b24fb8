//! All that the figures of a day are computed from: what was asked, and the evidence.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::calendar::local_time::day_span;
use crate::domain::calendar::national::Years;
use crate::domain::coverage::{CheckIn, DayInput, Duty, Indices, Window};
use crate::domain::id::{CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::problem::{Problem, Result};
use crate::service::school_day::{self, SchoolDay};
use crate::store::Read;
use crate::store::check_ins::{EvidenceRow, evidence_of};

/// A school's day with the check-ins whose `at` lies in it, by the school's clock.
#[derive(Debug, Clone)]
pub struct DayFacts {
    /// What was asked.
    pub day: SchoolDay,
    /// What was proven, with the grades that count now.
    pub evidence: Vec<EvidenceRow>,
}

/// A day brought down to what coverage is computed from, and the ids behind its indices.
#[derive(Debug, Clone)]
pub(in crate::service) struct Indexed {
    pub(in crate::service) input: DayInput,
    pub(in crate::service) people: Indices<PersonId>,
    pub(in crate::service) checkpoints: Indices<CheckpointId>,
}

/// The days of some schools from `from` to `to`, both included: by school in the order of the tree, then by date. Read with
/// a few questions, however many days there are.
///
/// # Errors
/// Those of the database.
pub fn load_days(
    read: &mut impl Read,
    years: &Years,
    schools: &[OrganizationId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<DayFacts>> {
    let days = school_day::load_range(read, years, schools, from, to)?;
    with_evidence(read, days)
}

/// Days with their evidence, in the same order.
///
/// # Errors
/// Those of the database.
pub fn with_evidence(read: &mut impl Read, days: Vec<SchoolDay>) -> Result<Vec<DayFacts>> {
    let spans: Vec<(Moment, Moment)> = days.iter().map(span).collect::<Result<_>>()?;
    let first = spans.iter().map(|span| span.0).min();
    let last = spans.iter().map(|span| span.1).max();
    let mut facts: Vec<DayFacts> = days.into_iter().map(|day| DayFacts { day, evidence: Vec::new() }).collect();
    let (Some(first), Some(last)) = (first, last) else { return Ok(facts) };
    let starts = starts_by_school(&facts, &spans);
    let schools: Vec<OrganizationId> = starts.keys().copied().collect();
    for row in evidence_of(read, &schools, first, last)? {
        let Some(starts) = starts.get(&row.school) else { continue };
        let before = starts.partition_point(|(start, _)| *start <= row.at);
        let place = before.checked_sub(1).and_then(|last| starts.get(last)).map(|(_, place)| *place);
        let within = |place: &usize| spans.get(*place).is_some_and(|span| row.at < span.1);
        if let Some(day) = place.filter(within).and_then(|place| facts.get_mut(place)) {
            day.evidence.push(row);
        }
    }
    Ok(facts)
}

/// The starts of each school's days, in order, with the places of the days.
fn starts_by_school(facts: &[DayFacts], spans: &[(Moment, Moment)]) -> HashMap<OrganizationId, Vec<(Moment, usize)>> {
    let mut starts: HashMap<OrganizationId, Vec<(Moment, usize)>> = HashMap::new();
    for (place, (facts, span)) in facts.iter().zip(spans).enumerate() {
        starts.entry(facts.day.school).or_default().push((span.0, place));
    }
    starts
}

fn span(day: &SchoolDay) -> Result<(Moment, Moment)> {
    let (from, to) = day_span(day.date, day.zone)
        .ok_or_else(|| Problem::invalid("date", "it is beyond the dates that can be told / 超出可表示的日期"))?;
    Ok((from.into(), to.into()))
}

impl DayFacts {
    /// Brings the day down to indices and whole seconds.
    pub(in crate::service) fn indexed(&self) -> Indexed {
        let mut people = Indices::default();
        let mut checkpoints = Indices::default();
        let windows: HashMap<_, Window> = (0..)
            .zip(&self.day.plan.windows)
            .map(|(index, window)| {
                let lead_seconds = i64::from(window.lead_minutes) * 60;
                let (from, to) = (window.starts_at.timestamp(), window.ends_at.timestamp());
                (window.id, Window { index, from, to, lead_seconds })
            })
            .collect();
        let duty = |duty: &crate::service::school_day::PlannedDuty| {
            Some(Duty {
                window: *windows.get(&duty.window_id)?,
                checkpoint: checkpoints.of(duty.checkpoint_id),
                roles: duty.roles,
                count: duty.count,
                min_grade: duty.min_grade,
                excused: duty.excused.is_some(),
            })
        };
        let duties = self.day.duties.iter().filter_map(duty).collect();
        let check_in = |row: &EvidenceRow| CheckIn {
            person: people.of(row.person),
            checkpoint: checkpoints.of(row.checkpoint),
            at: row.at.seconds(),
            kind: row.kind,
            role: row.role,
            grade: row.grade,
        };
        let check_ins = self.evidence.iter().map(check_in).collect();
        let hold_seconds = i64::from(self.day.rules.hold_minutes) * 60;
        let input = DayInput { kind: self.day.plan.decision.kind, hold_seconds, duties, check_ins };
        Indexed { input, people, checkpoints }
    }
}
