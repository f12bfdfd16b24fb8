//! The coverage document, `huxue.coverage/1`: what a day document comes to (DESIGN section 7).

use chrono::{DateTime, SecondsFormat};
use chrono_tz::Tz;
use serde::Serialize;

use super::compute::{DutyCoverage, SecondsByGrade, compute};
use super::document::DayDocument;
use super::input::Second;
use super::problem::DocumentError;
use crate::domain::words::CoverageStatus;

/// The coverage of every duty of a day document, in the order of its duties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageDocument {
    /// Always [`CoverageDocument::FORMAT`].
    pub format: &'static str,
    /// One entry for each duty.
    pub duties: Vec<DocumentCoverage>,
}

/// The coverage of one duty. Times are written in the school's timezone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentCoverage {
    /// The duty.
    pub duty_id: String,
    /// What it came to.
    pub status: CoverageStatus,
    /// Length of the required interval.
    pub required_seconds: i64,
    /// Seconds with all slots filled.
    pub covered_seconds: i64,
    /// Filled slots, summed over the seconds.
    pub slot_seconds: i64,
    /// `slot_seconds` by grade.
    pub seconds_by_grade: SecondsByGrade,
    /// Stretches with an unfilled slot.
    pub gaps: Vec<DocumentGap>,
    /// Earliest `at` of the proofs that count for the duty.
    pub first_arrival: Option<String>,
    /// Latest end of force of those proofs.
    pub last_departure: Option<String>,
}

/// A gap, with its times written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentGap {
    /// First second.
    pub from: String,
    /// End (exclusive).
    pub to: String,
    /// Unfilled slots.
    pub missing: u32,
}

impl CoverageDocument {
    /// The format that this code writes.
    pub const FORMAT: &'static str = "huxue.coverage/1";

    /// Computes the coverage of a day document.
    ///
    /// # Errors
    /// A duty that names no window of the document.
    pub fn of(day: &DayDocument) -> Result<Self, DocumentError> {
        let coverage = compute(&day.input()?);
        let duties = day.duties.iter().zip(coverage);
        let timezone = day.school.timezone;
        let duties = duties.map(|(duty, coverage)| written(duty.id.clone(), coverage, timezone)).collect();
        Ok(Self { format: Self::FORMAT, duties })
    }
}

fn written(duty_id: String, coverage: DutyCoverage, timezone: Tz) -> DocumentCoverage {
    let time = |second| rfc3339(second, timezone);
    let gaps = coverage.gaps.iter();
    DocumentCoverage {
        duty_id,
        status: coverage.status,
        required_seconds: coverage.required_seconds,
        covered_seconds: coverage.covered_seconds,
        slot_seconds: coverage.slot_seconds,
        seconds_by_grade: coverage.seconds_by_grade,
        gaps: gaps.map(|gap| DocumentGap { from: time(gap.from), to: time(gap.to), missing: gap.missing }).collect(),
        first_arrival: coverage.first_arrival.map(time),
        last_departure: coverage.last_departure.map(time),
    }
}

/// A second as RFC 3339 with the offset that the timezone has at that moment.
#[must_use]
pub fn rfc3339(second: Second, timezone: Tz) -> String {
    // Beyond chrono's years (±262,000) there is no date to write; a document's times cannot reach them.
    let time = DateTime::from_timestamp(second, 0).unwrap_or_default();
    time.with_timezone(&timezone).to_rfc3339_opts(SecondsFormat::Secs, false)
}
