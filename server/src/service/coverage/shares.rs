//! Work for many schools, in several threads.

use crate::domain::id::OrganizationId;
use crate::problem::{Problem, Result};

/// How many threads work at the same time.
const THREADS: usize = 4;
/// So many schools are not worth a thread more.
const SMALL_SHARE: usize = 50;

/// Does some work for each share of the schools, in several threads.
pub(in crate::service) fn in_shares<T: Send>(
    schools: &[OrganizationId],
    work: impl Fn(&[OrganizationId]) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let share = schools.len().div_ceil(THREADS).max(SMALL_SHARE);
    std::thread::scope(|scope| {
        let work = &work;
        let shares: Vec<_> = schools.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        let died = |_| Err(Problem::internal("a computing thread panicked"));
        shares.into_iter().map(|part| part.join().unwrap_or_else(died)).collect()
    })
}
