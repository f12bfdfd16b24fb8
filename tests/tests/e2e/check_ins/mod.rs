//! `/check-ins`, and what hangs on it.

mod send;
