//! Duties as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::words::{Grade, Role};
use crate::service::duties::{DutyPatch, DutyRow, NewDuty};

/// A duty: what one window asks of one checkpoint.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DutyBody {
    id: DutyId,
    school_id: OrganizationId,
    window_id: WindowId,
    checkpoint_id: CheckpointId,
    /// Its place in the order: an earlier duty is filled first.
    #[schema(example = 1)]
    position: i32,
    /// Which roles may fill a slot.
    roles: Vec<Role>,
    /// How many people.
    #[schema(example = 1)]
    count: i32,
    /// The grade that a proof must reach.
    min_grade: Grade,
    /// The first date it is like this.
    valid_from: NaiveDate,
    /// The first date it is not like this any more; null while it is open-ended.
    valid_to: Option<NaiveDate>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

impl From<DutyRow> for DutyBody {
    fn from(row: DutyRow) -> Self {
        Self {
            id: row.id,
            school_id: row.school_id,
            window_id: row.window_id,
            checkpoint_id: row.checkpoint_id,
            position: row.position,
            roles: row.role_set().unwrap_or_default().iter().collect(),
            count: row.count,
            min_grade: row.min_grade,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            version: row.version,
        }
    }
}

/// A duty to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDutyBody {
    window_id: WindowId,
    checkpoint_id: CheckpointId,
    /// Its place in the order.
    #[serde(default)]
    #[schema(example = 1)]
    position: i32,
    #[schema(example = json!(["police", "auxiliary"]), min_items = 1)]
    roles: Vec<Role>,
    #[schema(minimum = 1, maximum = 100, example = 1)]
    count: u16,
    /// `confirmed`, `likely` or `claimed`.
    #[serde(default = "likely")]
    min_grade: Grade,
    /// Today unless given; never a date that has passed.
    valid_from: Option<NaiveDate>,
}

/// The grade asked for unless a duty says otherwise (DESIGN section 7).
const fn likely() -> Grade {
    Grade::Likely
}

impl From<NewDutyBody> for NewDuty {
    fn from(body: NewDutyBody) -> Self {
        Self {
            window_id: body.window_id,
            checkpoint_id: body.checkpoint_id,
            position: body.position,
            roles: body.roles.into_iter().collect(),
            count: body.count,
            min_grade: body.min_grade,
            valid_from: body.valid_from,
        }
    }
}

/// What to change; what is left out stays. A duty stays with its window: end it and add another for a change of that.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditDutyBody {
    checkpoint_id: Option<CheckpointId>,
    position: Option<i32>,
    #[schema(min_items = 1)]
    roles: Option<Vec<Role>>,
    #[schema(minimum = 1, maximum = 100)]
    count: Option<u16>,
    min_grade: Option<Grade>,
    /// From which date on; today unless given. Figures of the days before stand.
    effective_from: Option<NaiveDate>,
}

impl From<EditDutyBody> for DutyPatch {
    fn from(body: EditDutyBody) -> Self {
        Self {
            checkpoint_id: body.checkpoint_id,
            position: body.position,
            roles: body.roles.map(|roles| roles.into_iter().collect()),
            count: body.count,
            min_grade: body.min_grade,
            effective_from: body.effective_from,
        }
    }
}
