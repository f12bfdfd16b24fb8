//! One-key alarms (一键求助): raised with one long press, told at once to everybody who can help, and kept with all that was done
//! (`docs/alarms.md`).

pub mod raise;
pub mod steps;
pub mod view;
