//! All SQL, and the only place that knows diesel. Reads take a [`Read`], writes a [`Tx`]: both carry the scope of whoever
//! asks, so nothing can be asked without one, and "inside a transaction" is a type.

pub mod audit;
pub mod backup;
pub mod board_facts;
pub mod calendar;
pub mod check_ins;
pub mod checkpoints;
mod columns;
pub mod connection;
pub mod consents;
pub mod corrections;
pub mod counters;
pub mod coverage;
pub mod day_changes;
pub mod dialect;
pub mod directory;
pub mod duties;
pub mod error;
pub mod generation;
pub mod invites;
pub mod keys;
pub mod lockouts;
pub mod memberships;
pub mod migrations;
pub mod news;
pub mod organizations;
pub mod persons;
pub mod pool;
pub mod refresh_tokens;
pub mod schema;
pub mod school_rules;
pub mod screens;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod shifts;
pub mod signs;
pub mod sms_codes;
pub mod stale_days;
pub mod stations;
pub mod windows;

pub use columns::JsonText;
pub use connection::{Address, Db};
pub use error::{Error, Result};
pub use pool::{Failure, Read, Reader, Store, Tx};
