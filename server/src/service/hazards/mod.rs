//! Hazards (隐患): reported by anybody on duty, assigned, put right, accepted by somebody else, written off (`docs/hazards.md`).

pub mod photos;
pub mod report;
pub mod steps;
pub mod view;
