//! What a school of the made-up county asks for: five duties at its gate in each window, eight slots.

use chrono::NaiveDate;
use huxue::domain::id::{DutyId, WindowId};
use huxue::domain::moment::Moment;
use huxue::domain::words::{Grade, Role, WindowKind};
use huxue::problem::Problem;
use huxue::store::Tx;
use huxue::store::checkpoints::Checkpoint;
use huxue::store::duties::{self, DutyRow, roles_text};
use huxue::store::windows::{self, WindowRow};

use super::world::Shape;

/// The roles, slots and least grade of each duty, in order.
const DUTIES: [(&[Role], i32, Grade); 5] = [
    (&[Role::Police, Role::Auxiliary], 1, Grade::Likely),
    (&[Role::SchoolLeader], 1, Grade::Likely),
    (&[Role::Teacher, Role::SchoolLeader], 2, Grade::Likely),
    (&[Role::Guard, Role::Auxiliary], 2, Grade::Likely),
    (&[Role::Parent, Role::Volunteer], 2, Grade::Claimed),
];

/// Every weekday, as bits.
const EVERY_DAY: i32 = 0b111_1111;

/// From when on the rules hold: before anything that is measured.
const SINCE: NaiveDate = NaiveDate::from_ymd_opt(2025, 9, 1).expect("a date");

pub(super) fn make(tx: &mut Tx, shape: &Shape, gate: &Checkpoint, now: Moment) -> Result<(), Problem> {
    for (starts, ends) in shape.windows {
        let window = WindowRow {
            id: WindowId::fresh(),
            valid_from: SINCE,
            valid_to: None,
            school_id: gate.school_id,
            kind: WindowKind::DropOff,
            name: String::new(),
            weekdays: EVERY_DAY,
            on_make_up_days: true,
            starts: *starts,
            ends: *ends,
            lead_minutes: 15,
            version: 1,
            author_id: None,
            created_at: now,
        };
        windows::insert(tx, &window)?;
        for (position, (roles, count, min_grade)) in (1..).zip(DUTIES) {
            let duty = DutyRow {
                id: DutyId::fresh(),
                valid_from: SINCE,
                valid_to: None,
                school_id: gate.school_id,
                window_id: window.id,
                checkpoint_id: gate.id,
                position,
                roles: roles_text(roles.iter().copied().collect())?,
                count,
                min_grade,
                version: 1,
                author_id: None,
                created_at: now,
            };
            duties::insert(tx, &duty)?;
        }
    }
    Ok(())
}
