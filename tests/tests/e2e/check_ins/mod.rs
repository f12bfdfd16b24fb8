//! `/check-ins`, and what hangs on it.

mod amend;
mod clocks;
mod corrections;
mod flags;
mod grades;
mod history;
mod kept;
mod receipts;
mod send;
