//! Hazards (隐患): 排查—上报—交办—整改—验收, then 销号 (`docs/hazards.md`).

mod state;
mod words;

pub use state::{HazardState, HazardStep, Stands, Taken, stands};
pub use words::{HazardCategory, HazardLevel};
