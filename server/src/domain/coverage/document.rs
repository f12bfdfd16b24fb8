//! The day document, `huxue.day/1`: all that coverage needs, with no database (DESIGN section 7).

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};

use super::indices::Indices;
use super::input::{CheckIn, DayInput, Duty, Window};
use super::problem::{DocumentError, Problem};
use crate::domain::words::{CheckInKind, DayKind, Grade, Role, WindowKind};

/// A school's day. Reading is `DayDocument::parse`; writing is serde.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayDocument {
    /// Always [`DayDocument::FORMAT`].
    pub format: &'static str,
    /// The school.
    pub school: DocumentSchool,
    /// The day, by the school's clock.
    pub date: NaiveDate,
    /// How long a proof holds.
    pub hold_minutes: u32,
    /// The calendar's decision.
    pub school_day: DocumentSchoolDay,
    /// The windows of that day.
    pub windows: Vec<DocumentWindow>,
    /// The duties, in their order.
    pub duties: Vec<DocumentDuty>,
    /// The evidence.
    pub check_ins: Vec<DocumentCheckIn>,
}

/// The school of a day document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentSchool {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its timezone; the times of the coverage document are written in it.
    #[serde(serialize_with = "timezone_name")]
    pub timezone: chrono_tz::Tz,
}

/// What the calendar says of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentSchoolDay {
    /// The kind of day.
    pub kind: DayKind,
    /// Why it is that.
    pub reason: Option<String>,
}

/// A window of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentWindow {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub kind: WindowKind,
    /// Start of the required interval.
    #[serde(serialize_with = "written_time")]
    pub starts_at: DateTime<FixedOffset>,
    /// End of the required interval (exclusive).
    #[serde(serialize_with = "written_time")]
    pub ends_at: DateTime<FixedOffset>,
    /// How many minutes before the start people are to be on post.
    pub lead_minutes: u32,
}

/// What a window asks of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentDuty {
    /// Its id.
    pub id: String,
    /// The window.
    pub window_id: String,
    /// The checkpoint.
    pub checkpoint_id: String,
    /// Who may fill a slot.
    pub roles: Vec<Role>,
    /// How many slots.
    pub count: u32,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// The reason for standing down, if there is one.
    pub excused: Option<String>,
}

/// One check-in of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentCheckIn {
    /// Its id.
    pub id: String,
    /// Who.
    pub person_id: String,
    /// In what capacity; a proof always has one.
    pub role: Option<Role>,
    /// Where.
    pub checkpoint_id: String,
    /// What it says.
    pub kind: CheckInKind,
    /// When.
    #[serde(serialize_with = "written_time")]
    pub at: DateTime<FixedOffset>,
    /// How well it is proven.
    pub grade: Grade,
}

impl DayDocument {
    /// The format that this code reads and writes.
    pub const FORMAT: &'static str = "huxue.day/1";

    /// Brings the document down to what coverage is computed from. Times are floored to the second.
    ///
    /// # Errors
    /// A duty that names no window of the document.
    pub fn input(&self) -> Result<DayInput, DocumentError> {
        let windows: HashMap<&str, Window> =
            (0..).zip(&self.windows).map(|(index, window)| (window.id.as_str(), window.input(index))).collect();
        let mut checkpoints: Indices<&str> = Indices::default();
        let mut people = Indices::default();
        let duties = self.duties.iter().enumerate().map(|(place, duty)| {
            let window = windows.get(duty.window_id.as_str()).copied().ok_or_else(|| duty.window_unknown(place))?;
            Ok(duty.input(window, checkpoints.of(duty.checkpoint_id.as_str())))
        });
        Ok(DayInput {
            kind: self.school_day.kind,
            hold_seconds: seconds(self.hold_minutes),
            duties: duties.collect::<Result<_, DocumentError>>()?,
            check_ins: self.check_ins.iter().map(|c| c.input(&mut people, &mut checkpoints)).collect(),
        })
    }
}

impl DocumentWindow {
    fn input(&self, index: u32) -> Window {
        let (from, to) = (self.starts_at.timestamp(), self.ends_at.timestamp());
        Window { index, from, to, lead_seconds: seconds(self.lead_minutes) }
    }
}

impl DocumentDuty {
    fn input(&self, window: Window, checkpoint: u32) -> Duty {
        let roles = self.roles.iter().copied().collect();
        let excused = self.excused.is_some();
        Duty { window, checkpoint, roles, count: self.count, min_grade: self.min_grade, excused }
    }

    fn window_unknown(&self, place: usize) -> DocumentError {
        DocumentError::at(format!("duties[{place}].window_id"), Problem::UnknownWindow(self.window_id.clone()))
    }
}

impl DocumentCheckIn {
    fn input<'a>(&'a self, people: &mut Indices<&'a str>, checkpoints: &mut Indices<&'a str>) -> CheckIn {
        CheckIn {
            person: people.of(&self.person_id),
            checkpoint: checkpoints.of(&self.checkpoint_id),
            at: self.at.timestamp(),
            kind: self.kind,
            role: self.role,
            grade: self.grade,
        }
    }
}

fn seconds(minutes: u32) -> i64 {
    i64::from(minutes) * 60
}

pub(in crate::domain) fn written_time<S: Serializer>(
    time: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

fn timezone_name<S: Serializer>(timezone: &chrono_tz::Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(timezone.name())
}
