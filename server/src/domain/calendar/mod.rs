//! What kind of day a date is for a school, and which windows it asks for.
//!
//! * [`national`] holds the State Council's notices, [`holiday_cn`] reads them from the widely used file form.
//! * [`decide`](decide::decide) lays the bureau's and the school's own days and terms over them.
//! * [`notice`] says when a notice or a term is still to be entered.
//! * [`window`] is the weekly rule, [`change`] a one-off change, and [`plan`] what both come to on one date.
//! * [`norms`] holds the templates that make a school usable in one step.

pub mod change;
pub mod day;
pub mod decide;
pub mod effective;
pub mod guards;
pub mod holiday_cn;
pub mod local_time;
pub mod national;
pub mod norms;
pub mod notice;
pub mod plan;
pub mod weekdays;
pub mod window;
