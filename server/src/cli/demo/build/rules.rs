//! Windows and duties.

use chrono::NaiveDate;

use crate::cli::demo::world::{DutyAsked, School, Window, World};
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::words::Office;
use crate::problem::Result;
use crate::store::Tx;
use crate::store::duties::{self, DutyRow, roles_text};
use crate::store::windows::{self, WindowRow};

pub(super) fn insert(tx: &mut Tx, world: &World, from: NaiveDate, now: Moment) -> Result<()> {
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
