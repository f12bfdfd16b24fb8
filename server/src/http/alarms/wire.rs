//! Alarms as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::alarm::{AlarmState, AlarmStep};
use crate::domain::id::{AlarmId, AlertId, CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::http::phone_position::PhonePositionBody;
use crate::service::alarms::view::{AlarmStepRow, AlarmView};

/// Somebody who asked for help with one key.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlarmBody {
    id: AlarmId,
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    school_name: String,
    /// The post; null if it is not known.
    checkpoint_id: Option<CheckpointId>,
    #[schema(example = "东门")]
    post: Option<String>,
    person_id: PersonId,
    #[schema(example = "王芳")]
    person_name: String,
    /// Whom to call; only for those who may help, until it is over.
    #[schema(example = "13800000000")]
    phone: Option<String>,
    /// Whether it is a drill.
    drill: bool,
    /// What they say; may be empty.
    #[schema(example = "有人闹事")]
    note: String,
    /// When it was pressed.
    at: Moment,
    /// When the server got it.
    received_at: Moment,
    state: AlarmState,
    /// What was done, the oldest first.
    steps: Vec<AlarmStepBody>,
    /// Where the phone was; only for those who may help, and only for some days.
    position: Option<PhonePositionBody>,
    /// Whether the reader may see to it.
    may_handle: bool,
    /// How many people were told in the app.
    told: usize,
    /// How many of them have read it.
    read: usize,
    /// The alert by which people are told; it has the record of everything that was sent.
    alert_id: AlertId,
}

/// Something that was done about an alarm.
#[derive(Debug, Serialize, ToSchema)]
struct AlarmStepBody {
    step: AlarmStep,
    person_id: PersonId,
    #[schema(example = "李志强")]
    person_name: String,
    at: Moment,
    /// What was done, or why it was taken back; may be empty.
    #[schema(example = "已到场，劝离")]
    text: String,
}

impl From<AlarmView> for AlarmBody {
    fn from(view: AlarmView) -> Self {
        let row = view.row;
        let step = |(step, person_name): (AlarmStepRow, String)| {
            let AlarmStepRow { kind, person_id, at, text, .. } = step;
            AlarmStepBody { step: kind, person_id, person_name, at, text }
        };
        Self {
            id: row.id,
            school_id: row.school_id,
            school_name: view.school,
            checkpoint_id: row.checkpoint_id,
            post: view.post,
            person_id: row.person_id,
            person_name: view.person,
            phone: view.phone,
            drill: row.drill,
            note: row.note,
            at: row.at,
            received_at: row.received_at,
            state: view.state,
            steps: view.steps.into_iter().map(step).collect(),
            position: view.position.map(PhonePositionBody::from),
            may_handle: view.handles,
            told: view.reached.0,
            read: view.reached.1,
            alert_id: row.alert_id,
        }
    }
}
