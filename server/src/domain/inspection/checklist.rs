//! A checklist, and the answers to it.

use serde::{Deserialize, Serialize};

use super::{InspectionAnswer, Inspector};
use crate::domain::hazard::{HazardCategory, HazardLevel};
use crate::domain::name::Name;
use crate::domain::patrol::Per;

/// The most items of a checklist.
const MOST_ITEMS: usize = 50;
/// The longest text of an item, characters.
const LONGEST_ITEM: usize = 200;
/// The longest note to an answer, characters: with its item it makes the description of a hazard.
const LONGEST_NOTE: usize = 500;
/// How often a checklist can be asked for in its period at most.
pub const MOST_TIMES: u32 = 50;

/// What is looked at. It is put so that "yes" is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// What should be so.
    #[schema(example = "消防通道畅通，安全出口未锁闭", min_length = 1, max_length = 200)]
    pub text: String,
    /// What kind of hazard it is if it is not so: a category of the organization's `hazard-rules`.
    pub category: HazardCategory,
    /// How bad that is.
    pub level: HazardLevel,
}

/// A checklist (检查清单).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// Its name.
    pub name: String,
    /// Who goes through it.
    pub inspector: Inspector,
    /// In which time it is asked for.
    pub per: Per,
    /// How often in that time; 0 for "whenever needed".
    pub times: u32,
    /// What is looked at, in order.
    pub items: Vec<ChecklistItem>,
}

/// An answer to the item at the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was answered.
    pub answer: InspectionAnswer,
    /// In words; may be empty, but not after "no".
    pub note: String,
}

/// What is wrong with an input: the field, and a text in both languages.
pub(super) type Wrong = (String, String);

impl Checklist {
    /// The same with its texts trimmed.
    ///
    /// # Errors
    /// The field that cannot be used, and why.
    pub fn checked(self) -> Result<Self, Wrong> {
        let name: Name = self.name.parse().map_err(|error| ("name".to_owned(), format!("{error}")))?;
        if self.times > MOST_TIMES {
            return Err(("times".to_owned(), format!("at most {MOST_TIMES} / 最多 {MOST_TIMES} 次")));
        }
        if !(1..=MOST_ITEMS).contains(&self.items.len()) {
            return Err(("items".to_owned(), format!("1 to {MOST_ITEMS} items / 1 至 {MOST_ITEMS} 项")));
        }
        let items = self.items.into_iter().enumerate().map(|(place, item)| {
            let text = item.text.trim().to_owned();
            if (1..=LONGEST_ITEM).contains(&text.chars().count()) && !text.contains(char::is_control) {
                return Ok(ChecklistItem { text, ..item });
            }
            Err((format!("items[{place}].text"), format!("1 to {LONGEST_ITEM} characters / 1 至 {LONGEST_ITEM} 字")))
        });
        let items = items.collect::<Result<_, Wrong>>()?;
        Ok(Self { name: name.into(), items, ..self })
    }
}

/// The answers to a checklist's items with their notes trimmed: one for each, and a note with each "no".
///
/// # Errors
/// The field that cannot be used, and why.
pub fn answered(items: &[ChecklistItem], answers: Vec<Given>) -> Result<Vec<Given>, Wrong> {
    if answers.len() != items.len() {
        let count = items.len();
        return Err(("answers".to_owned(), format!("one answer to each of the {count} items / {count} 项都要回答")));
    }
    let checked = answers.into_iter().enumerate().map(|(place, given)| {
        let note = given.note.trim().to_owned();
        let wrong = |text: String| Err((format!("answers[{place}].note"), text));
        if note.is_empty() && given.answer == InspectionAnswer::No {
            return wrong("say what is not right / 请写明有什么问题".to_owned());
        }
        // PostgreSQL keeps no NUL.
        if note.chars().count() > LONGEST_NOTE || note.contains('\0') {
            return wrong(format!("at most {LONGEST_NOTE} characters / 最多 {LONGEST_NOTE} 字"));
        }
        Ok(Given { answer: given.answer, note })
    });
    checked.collect()
}

/// The description of the hazard that a "no" becomes.
#[must_use]
pub fn found(item: &ChecklistItem, note: &str) -> String {
    format!("{}：{note}", item.text)
}
