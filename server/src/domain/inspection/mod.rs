//! Inspections (检查): somebody goes through a checklist at a school; what is not right becomes a hazard (`docs/inspections.md`).

mod built_in;
mod checklist;
mod due;
mod words;

#[cfg(test)]
mod tests;

pub use built_in::{BUILT_IN, BuiltIn, BuiltInItem, built_in};
pub use checklist::{Checklist, ChecklistItem, Given, MOST_TIMES, answered, found};
pub use due::{Asked, Due, DueState, DueSum, due, period, sum_of_month};
pub use words::{InspectionAnswer, Inspector};
