//! Inspections (检查): somebody goes through a checklist at a school, and what is not right becomes a hazard (`docs/inspections.md`).

pub mod applying;
pub mod checklists;
pub mod inspect;
pub mod month;
mod sheet;
pub mod view;

pub use sheet::Sheet;
