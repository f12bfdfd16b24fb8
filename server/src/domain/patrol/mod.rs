//! Patrol rounds: from passes to what was walked (DESIGN section 1, 巡逻).
//!
//! A round is one walk of a route by one person. It is not declared but follows from the passes, as a stay follows from check-ins.
//! The rules, with everything that was settled where there were two answers, are in `docs/patrols.md`.

mod answer;
mod count;
mod document;
mod input;
mod month;
mod norm;
mod overdue;
mod parse;
mod setup;
#[cfg(test)]
mod tests;
mod walk;

pub use answer::{DocumentPointWalked, DocumentRound, RoundsDocument, RoundsSum};
pub use count::{Count, Plan, count};
pub use document::{
    DocumentEnd, DocumentPlan, DocumentPlanWindow, DocumentPoint, DocumentRoute, DocumentScan, PatrolDocument,
};
pub use input::{End, Point, Route, Scan};
pub use month::{MonthDay, MonthSum, month_end, month_of, months};
pub use norm::{NORMS, Norm, Per};
pub use overdue::{Overdue, due_by, overdue};
pub use setup::{PlanSpan, RoutePoint, RouteSettings, TimeOfDay, WALKERS};
pub use walk::{How, PointState, PointWalked, REPEAT_SECONDS, Round, rounds};
