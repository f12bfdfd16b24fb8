//! The pure rules: no database, no HTTP, no clock, no I/O. `now` is always a parameter.

pub mod id;
pub mod lang;
mod text_enum;
pub mod moment;
pub mod name;
pub mod rights;
pub mod scope;
pub mod words;
pub mod zone;

pub mod calendar;
pub mod check_in;
pub mod code;
pub mod coverage;
pub mod place;
