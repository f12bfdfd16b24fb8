//! Hazards (隐患): reported by anybody on duty, assigned, put right, accepted by somebody else, written off (`docs/hazards.md`).

pub mod photos;
pub mod report;
pub mod rules;
pub mod steps;
pub mod view;

use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::store::Tx;

/// How often it is tried again.
const AGAIN: usize = 8;

/// Writes what draws the next number of a school's hazards, or came twice at once: again when somebody else was faster. On SQLite, where one
/// writes at a time, nobody is.
pub(in crate::service) fn drawn<T>(app: &App, write: impl Fn(&mut Tx) -> Result<T>) -> Result<T> {
    let keep = || app.store.write::<_, Problem>(&Scope::Everything, &write);
    let mut kept = keep();
    for _ in 0..AGAIN {
        // The database's word, which has a cause, and not ours.
        if !matches!(&kept, Err(problem) if problem.code == Code::Duplicate && problem.cause.is_some()) {
            break;
        }
        kept = keep();
    }
    kept
}
