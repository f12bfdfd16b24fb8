//! Checklists and inspections as JSON.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::hazard::{HazardCategory, HazardLevel, number_of};
use crate::domain::id::{ChecklistId, HazardId, InspectionId, OrganizationId, PersonId};
use crate::domain::inspection::{ChecklistItem, InspectionAnswer, Inspector};
use crate::domain::moment::Moment;
use crate::domain::patrol::Per;
use crate::service::inspections::Sheet;
use crate::service::inspections::view::{Answered, InspectionAnswerRow, InspectionView};

/// A checklist.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChecklistBody {
    id: ChecklistId,
    /// Whose it is; null if it comes with huxue.
    organization_id: Option<OrganizationId>,
    #[schema(example = "实验小学")]
    organization_name: Option<String>,
    /// One that comes with huxue is told in the language of the request.
    #[schema(example = "带班领导每日检查")]
    name: String,
    inspector: Inspector,
    /// In which time it is asked for: `day` (on school days only) or `month`.
    per: Per,
    /// How often in that time; 0 for "whenever needed".
    #[schema(example = 2)]
    times: u32,
    /// What is looked at, in order. Each is put so that "yes" is right.
    items: Vec<ChecklistItem>,
    /// Null if it comes with huxue.
    created_at: Option<Moment>,
    /// Since when nobody goes through it any more.
    retired_at: Option<Moment>,
}

impl From<Sheet> for ChecklistBody {
    fn from(sheet: Sheet) -> Self {
        let Sheet { id, of, list, created_at, retired_at } = sheet;
        let (organization_id, organization_name) = of.unzip();
        Self {
            id,
            organization_id,
            organization_name,
            name: list.name,
            inspector: list.inspector,
            per: list.per,
            times: list.times,
            items: list.items,
            created_at,
            retired_at,
        }
    }
}

/// An inspection with its answers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InspectionBody {
    id: InspectionId,
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    school_name: String,
    checklist_id: ChecklistId,
    #[schema(example = "带班领导每日检查")]
    checklist_name: String,
    inspector: Inspector,
    person_id: PersonId,
    #[schema(example = "王芳")]
    person_name: String,
    /// When the server had it.
    at: Moment,
    /// On which date of the school.
    date: NaiveDate,
    /// How many answers are "no".
    #[schema(example = 1)]
    no: usize,
    /// The items as they were, each with its answer.
    answers: Vec<InspectionAnswerBody>,
}

/// An item with its answer.
#[derive(Debug, Serialize, ToSchema)]
struct InspectionAnswerBody {
    #[schema(example = "消防通道畅通，安全出口未锁闭")]
    text: String,
    category: HazardCategory,
    /// In the language of the request; also of a category that was retired since.
    #[schema(example = "消防")]
    category_name: String,
    level: HazardLevel,
    answer: InspectionAnswer,
    /// May be empty, but not after "no".
    #[schema(example = "东侧通道被纸箱堵住")]
    note: String,
    /// The hazard that a "no" became.
    hazard_id: Option<HazardId>,
    #[schema(example = "2026-007")]
    hazard_number: Option<String>,
}

impl From<InspectionView> for InspectionBody {
    fn from(view: InspectionView) -> Self {
        let InspectionView { row, school, person, sheet, answers } = view;
        let answer = |(item, category_name, given, number): Answered| {
            let ChecklistItem { text, category, level } = item;
            let InspectionAnswerRow { answer, note, hazard_id, .. } = given;
            let hazard_number = number.map(|(year, number)| number_of(year, number));
            InspectionAnswerBody { text, category, category_name, level, answer, note, hazard_id, hazard_number }
        };
        let answers: Vec<InspectionAnswerBody> = answers.into_iter().map(answer).collect();
        Self {
            id: row.id,
            school_id: row.school_id,
            school_name: school,
            checklist_id: row.checklist_id,
            checklist_name: sheet.list.name,
            inspector: sheet.list.inspector,
            person_id: row.person_id,
            person_name: person,
            at: row.at,
            date: row.date,
            no: answers.iter().filter(|one| one.answer == InspectionAnswer::No).count(),
            answers,
        }
    }
}
