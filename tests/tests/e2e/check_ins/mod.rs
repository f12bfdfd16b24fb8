//! `/check-ins`, and what hangs on it.

mod amend;
mod clocks;
mod corrections;
mod flags;
mod grades;
mod history;
mod receipts;
mod send;
