//! What kind of day a date is for a school, and which windows it asks for.
//!
//! * [`national`] holds the State Council's notices, [`holiday_cn`] reads them from the widely used file form.
//! * [`decide`](decide::decide) lays the bureau's and the school's own days and terms over them.
//! * [`notice`] says when a notice or a term is still to be entered.

pub mod day;
pub mod decide;
pub mod holiday_cn;
pub mod national;
pub mod notice;
