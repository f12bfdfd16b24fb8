//! Coverage of a school's day: live from the evidence until its sync deadline, stored when final, and computed again when
//! something about the day changed (DESIGN section 7, `docs/figures.md` "Live and final").

pub mod evidence;
pub mod export;
mod facts;
mod figures;
pub mod finalizer;
pub mod posts;
pub mod roll_up;
mod roll_up_rows;
mod settle;
pub(in crate::service) mod shares;
pub mod view;

pub(super) use facts::Indexed;
pub use facts::{DayFacts, load_days, with_evidence};
pub use figures::{DayFigures, DutyFigures, GapFigures, WindowFigures, figures_of};
pub use settle::{Known, State, settle};
