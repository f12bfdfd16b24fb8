//! Hazards (隐患): 排查—上报—交办—整改—验收, then 销号 (`docs/hazards.md`).

mod category;
mod rules;
mod state;
#[cfg(test)]
mod tests;
mod who;
mod words;

pub use category::{BuiltInCategory, HazardCategory};
pub use rules::{Category, HazardRules, LevelDays, OwnCategory, OwnRules, WantedCategory};
pub use state::{HazardState, HazardStep, Stands, Taken, stands};
pub use who::Asker;
pub use words::HazardLevel;

/// A hazard's number as people read it: the year and the count of the school's hazards in it, such as `2026-007`.
#[must_use]
pub fn number_of(year: i32, number: i32) -> String {
    format!("{year}-{number:03}")
}
