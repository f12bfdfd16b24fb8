//! Hazards as JSON.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::hazard::{HazardCategory, HazardLevel, HazardState, HazardStep, number_of};
use crate::domain::id::{CheckpointId, HazardId, HazardPhotoId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::http::phone_position::PhonePositionBody;
use crate::service::hazards::view::{HazardPhotoRow, HazardStepRow, HazardView};

/// A hazard, and all that was done about it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HazardBody {
    id: HazardId,
    /// Names it on paper: the year, and a number that counts the school's hazards of that year.
    #[schema(example = "2026-007")]
    number: String,
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    school_name: String,
    checkpoint_id: Option<CheckpointId>,
    #[schema(example = "东门")]
    post: Option<String>,
    /// Where, in words; may be empty.
    #[schema(example = "校门西侧人行道")]
    place: String,
    /// Where the phone was when it was reported; null if that is not known or no longer kept.
    position: Option<PhonePositionBody>,
    category: HazardCategory,
    /// In the language of the request; also of a category that was retired since.
    #[schema(example = "交通")]
    category_name: String,
    level: HazardLevel,
    #[schema(example = "窨井盖破损")]
    description: String,
    reported_by: PersonId,
    #[schema(example = "王芳")]
    reported_by_name: String,
    reported_at: Moment,
    state: HazardState,
    /// Who has to put it right.
    assignee_id: Option<PersonId>,
    #[schema(example = "李志强")]
    assignee_name: Option<String>,
    /// The last day on which it is to be put right.
    deadline: NaiveDate,
    /// Whether that day is over and it is not put right.
    overdue: bool,
    /// What was done, the oldest first.
    steps: Vec<HazardStepBody>,
    /// The steps that the reader may take now.
    may: Vec<HazardStep>,
    /// Its photos, the oldest first.
    photos: Vec<HazardPhotoBody>,
    /// How many photos the reader may still add.
    #[schema(example = 6)]
    photos_left: usize,
}

/// A photo of a hazard.
#[derive(Debug, Serialize, ToSchema)]
struct HazardPhotoBody {
    id: HazardPhotoId,
    person_id: PersonId,
    #[schema(example = "王芳")]
    person_name: String,
    /// When the server had it.
    at: Moment,
    /// Pixels.
    #[schema(example = 1600)]
    width: i32,
    /// Pixels.
    #[schema(example = 1200)]
    height: i32,
}

/// Something that was done about a hazard.
#[derive(Debug, Serialize, ToSchema)]
struct HazardStepBody {
    step: HazardStep,
    person_id: PersonId,
    #[schema(example = "郭平川")]
    person_name: String,
    at: Moment,
    /// What was done, or why; may be empty.
    #[schema(example = "已更换井盖")]
    text: String,
    assignee_id: Option<PersonId>,
    #[schema(example = "李志强")]
    assignee_name: Option<String>,
    deadline: Option<NaiveDate>,
}

impl From<HazardView> for HazardBody {
    fn from(view: HazardView) -> Self {
        let row = view.row;
        let step = |(step, person_name, assignee_name): (HazardStepRow, String, Option<String>)| {
            let HazardStepRow { kind, person_id, at, text, assignee_id, deadline, .. } = step;
            HazardStepBody { step: kind, person_id, person_name, at, text, assignee_id, assignee_name, deadline }
        };
        let photo = |(photo, person_name): (HazardPhotoRow, String)| {
            let HazardPhotoRow { id, person_id, at, width, height, .. } = photo;
            HazardPhotoBody { id, person_id, person_name, at, width, height }
        };
        Self {
            id: row.id,
            number: number_of(row.year, row.number),
            school_id: row.school_id,
            school_name: view.school,
            checkpoint_id: row.checkpoint_id,
            post: view.post,
            place: row.place,
            position: view.position.map(PhonePositionBody::from),
            category: row.category,
            category_name: view.category,
            level: row.level,
            description: row.description,
            reported_by: row.person_id,
            reported_by_name: view.person,
            reported_at: row.reported_at,
            state: view.stands.state,
            assignee_id: view.stands.assignee,
            assignee_name: view.assignee,
            deadline: view.stands.deadline,
            overdue: view.overdue,
            steps: view.steps.into_iter().map(step).collect(),
            may: view.may,
            photos: view.photos.into_iter().map(photo).collect(),
            photos_left: view.photos_left,
        }
    }
}
