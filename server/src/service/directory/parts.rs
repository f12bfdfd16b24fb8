//! The parts of the directory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono_tz::Tz;

use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, PersonId, ScreenId, ShiftId, SignId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::place::Area;
use crate::domain::rights::{Grant, roles_over};
use crate::domain::scope::Path;
use crate::domain::words::{Role, WindowKind};

/// A person: what they hold, and whether their position may be used.
#[derive(Debug)]
pub struct PersonPart {
    /// What they hold, with its reach.
    pub grants: Vec<Grant>,
    /// What they asked for and nobody decided yet.
    pub awaited: Vec<Grant>,
    /// Whether their newest answer lets positions be used.
    pub location_consent: bool,
    /// The schools where they hold a role, in order of id; for somebody who holds none yet, those where they asked for one.
    pub schools: Arc<[OrganizationId]>,
}

impl PersonPart {
    /// The roles that the person holds over a place.
    #[must_use]
    pub fn roles_at(&self, path: &Path) -> Vec<Role> {
        roles_over(&self.grants, path).collect()
    }

    /// Whether the person asked for a role over a place, and nobody decided yet.
    #[must_use]
    pub fn waits_at(&self, path: &Path) -> bool {
        roles_over(&self.awaited, path).next().is_some()
    }
}

/// A sign that was found by its short code.
#[derive(Debug, Clone, Copy)]
pub struct ShortSign {
    /// The school.
    pub school: OrganizationId,
    /// The sign.
    pub sign: SignId,
}

/// A school: its posts and their codes.
#[derive(Debug)]
pub struct SchoolPart {
    /// Its id.
    pub id: OrganizationId,
    /// Its place in the tree.
    pub path: Path,
    /// Its clock.
    pub zone: Tz,
    /// Its checkpoints, those put away too.
    pub checkpoints: HashMap<CheckpointId, Checkpoint>,
    /// The checkpoints in use by the numbers that codes carry.
    pub numbers: HashMap<u32, CheckpointId>,
    /// Its signs: where each stands, and whether it was replaced.
    pub signs: HashMap<SignId, (CheckpointId, bool)>,
    /// The signs by checkpoint and serial.
    pub serials: HashMap<(CheckpointId, i32), SignId>,
    /// Its screens by checkpoint and number, and whether each was taken out of use.
    pub screens: HashMap<(CheckpointId, i32), (ScreenId, bool)>,
}

/// A checkpoint.
#[derive(Debug)]
pub struct Checkpoint {
    /// Its name.
    pub name: String,
    /// Its area.
    pub area: Area,
    /// Whether a position alone proves presence there.
    pub fence_only: bool,
    /// Whether it is in use.
    pub in_use: bool,
}

/// A school's day.
#[derive(Debug)]
pub struct DayPart {
    /// The windows that are to be staffed.
    pub windows: BTreeMap<WindowId, DayWindow>,
    /// The posts of those windows, in the order of their duties.
    pub posts: Vec<Post>,
    /// How long a proof holds, microseconds.
    pub hold_micros: i64,
    /// When the figures of the day become final.
    pub final_at: Moment,
}

/// A window on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayWindow {
    /// Its id.
    pub id: WindowId,
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// When it starts.
    pub starts_at: Moment,
    /// The first instant after it.
    pub ends_at: Moment,
}

/// A duty on a date, with whom it was planned.
#[derive(Debug)]
pub struct Post {
    /// The duty.
    pub duty: DutyId,
    /// Where.
    pub checkpoint: CheckpointId,
    /// When.
    pub window: DayWindow,
    /// Who may fill it.
    pub roles: RoleSet,
    /// Who is on the roster: shift, person, role.
    pub roster: Vec<(ShiftId, PersonId, Role)>,
}

impl DayPart {
    /// The posts at a checkpoint that a check-in at that time can serve. An arrival counts as soon as its hold reaches
    /// into the window, and until the window ends.
    pub fn open_at(&self, checkpoint: CheckpointId, at: Moment) -> impl Iterator<Item = &Post> {
        self.posts.iter().filter(move |post| {
            let opens_at = post.window.starts_at.0.saturating_sub(self.hold_micros);
            post.checkpoint == checkpoint && opens_at < at.0 && at < post.window.ends_at
        })
    }
}
