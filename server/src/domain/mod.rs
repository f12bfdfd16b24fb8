//! The pure rules: no database, no HTTP, no clock, no I/O. `now` is always a parameter.

pub mod consent;
pub mod correction;
pub mod csv_cell;
pub mod hazard;
pub mod id;
pub mod inspection;
pub mod invite;
pub mod job;
pub mod lang;
pub mod lockout;
pub mod moment;
pub mod name;
pub mod password;
pub mod phone;
pub mod photo;
pub mod retention;
pub mod rights;
pub mod school_rules;
pub mod school_table;
pub mod scope;
pub(crate) mod text_enum;
pub mod words;
pub mod zone;

pub mod alarm;
pub mod alert;
pub mod board;
pub mod calendar;
pub mod check_in;
pub mod code;
pub mod coverage;
pub mod patrol;
pub mod place;
pub mod sign;
