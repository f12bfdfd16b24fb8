//! Many phones against the real server: how many check-ins a second it makes durable, and whether it keeps every one.

mod ceilings;
mod check;
mod pgbench;
mod phone;
mod report;
mod roll_up;
mod round;
mod rules;
mod run;
mod send;
mod world;

pub use check::{Comparison, compare, stored_ids};
pub use phone::{Connection, Reply};
pub use roll_up::{RollUpArgs, run_roll_up};
pub use round::{RoundArgs, run_round};
pub use run::{LoadArgs, run};
pub use send::{Attempt, Plan, Progress, Tally, request, send, send_again};
pub use world::{ALL_DAY, Phone, Shape, World};
