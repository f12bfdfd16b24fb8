//! Stays and coverage: from check-ins to the figures that people are held to account by (DESIGN section 7).
//!
//! The rules, with everything that was settled where they allowed two answers, are in `docs/figures.md`.

mod answer;
mod assign;
mod compute;
mod document;
mod field;
mod indices;
mod input;
mod json;
mod lanes;
mod live;
mod parse;
mod person_stay;
mod presence;
mod problem;
mod proof;
mod punctuality;
mod rollup;
mod stay;
#[cfg(test)]
pub(in crate::domain) mod tests;
mod thin;

pub use answer::{CoverageDocument, DocumentCoverage, DocumentGap, rfc3339};
pub use compute::{DutyCoverage, Gap, SecondsByGrade, asks_nothing, compute};
pub(in crate::domain) use document::written_time;
pub use document::{DayDocument, DocumentCheckIn, DocumentDuty, DocumentSchool, DocumentSchoolDay, DocumentWindow};
pub(in crate::domain) use field::Field;
pub use indices::Indices;
pub use input::{CheckIn, DayInput, Duty, RoleSet, Second, Window};
pub use json::json;
pub use lanes::{LaneStretch, lanes};
pub use live::{LiveGap, live_gap};
pub(in crate::domain) use parse::{DEFAULT_MIN_GRADE, MIN_GRADES, distinct, format};
pub use person_stay::{PersonStay, person_stays};
pub use presence::presence;
pub use problem::{DocumentError, Problem};
pub use proof::{Proof, proofs};
pub use punctuality::{Punctuality, punctuality};
pub use rollup::{DutyTotals, Rate, Totals};
pub use stay::{Stay, Stretch, stays};
pub use thin::thinned;
