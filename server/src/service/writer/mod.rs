//! The one writer of check-ins: a group commit (DESIGN section 9).
//!
//! Requests hand over what they judged and wait. The writer takes whatever has gathered, records it in one durable
//! transaction and only then answers each, so that nothing acknowledged is ever lost, and the cost of reaching the disk is
//! shared by all who wait. A full queue refuses at once (`busy`): the phone keeps the check-in and sends it again.

mod batch;
mod commit;
mod devices;
mod fixes;
mod memory;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use self::memory::Memory;
use super::bus::Bus;
use super::check_ins::Candidate;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::words::Role;
use crate::problem::{Code, Problem, Result};
use crate::store::Store;
use crate::store::check_ins::CheckIn;

/// What became of one check-in.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is on record.
    Recorded(Arc<CheckIn>),
    /// It was on record already, as this.
    Replayed(Arc<CheckIn>),
    /// Its id belongs to another one.
    Conflict,
    /// The person has to say in which role; nothing was recorded.
    Ask(Vec<Role>),
    /// The database refuses it, and it alone.
    NotStorable,
}

/// What became of the check-ins of one request.
#[derive(Debug)]
pub enum Answer {
    /// Each was decided upon.
    Done(Vec<Outcome>),
    /// They were judged by rules that have changed since; judge them again.
    OutOfDate,
    /// The session is over.
    SessionEnded,
    /// Nothing was recorded.
    Failed(Problem),
}

/// The check-ins of one request.
#[derive(Debug)]
pub struct Job {
    /// The generation that they were judged by.
    pub generation: i64,
    /// Who sends them.
    pub person: PersonId,
    /// On which session.
    pub session: SessionId,
    /// In the order of the request.
    pub candidates: Vec<Candidate>,
}

struct Waiting {
    job: Job,
    answer: oneshot::Sender<Answer>,
}

/// How the writer gathers.
#[derive(Debug, Clone, Copy)]
pub struct Gathering {
    /// A transaction is begun as soon as so many rows wait.
    pub rows: usize,
    /// How long to wait for more, once there is one.
    pub wait: Duration,
    /// How many requests may wait.
    pub queue: usize,
}

/// The way to the writer. The thread ends when this is dropped.
pub struct Writer {
    queue: SyncSender<Waiting>,
    depth: Arc<AtomicUsize>,
}

impl Writer {
    /// Starts the writer's thread.
    ///
    /// # Errors
    /// If the thread cannot be started.
    pub fn start(store: Store, bus: Bus, gathering: Gathering) -> Result<Self> {
        let (queue, waiting) = sync_channel(gathering.queue.max(1));
        let depth = Arc::new(AtomicUsize::new(0));
        let shared = Arc::clone(&depth);
        std::thread::Builder::new()
            .name("check-in writer".to_owned())
            .spawn(move || run(&store, &bus, &waiting, gathering, &shared))
            .map_err(Problem::internal)?;
        Ok(Self { queue, depth })
    }

    /// Hands over a request's check-ins and waits until they are durable, or are known not to be.
    ///
    /// # Errors
    /// `busy` if too many wait.
    pub async fn record(&self, job: Job) -> Result<Answer> {
        let (answer, told) = oneshot::channel();
        self.depth.fetch_add(1, Ordering::Relaxed);
        self.queue.try_send(Waiting { job, answer }).map_err(|error| {
            self.depth.fetch_sub(1, Ordering::Relaxed);
            match error {
                TrySendError::Full(_) => busy(),
                TrySendError::Disconnected(_) => Problem::new(Code::DatabaseUnavailable).retry_after(2),
            }
        })?;
        told.await.map_err(|_| Problem::new(Code::DatabaseUnavailable).retry_after(2))
    }
}

/// More waits than can be recorded soon.
#[must_use]
pub fn busy() -> Problem {
    Problem::new(Code::Busy).retry_after(2)
}

fn run(store: &Store, bus: &Bus, queue: &Receiver<Waiting>, gathering: Gathering, depth: &AtomicUsize) {
    let mut memory = Memory::default();
    while let Some(batch) = gather(queue, gathering) {
        let left = depth.fetch_sub(batch.len(), Ordering::Relaxed) - batch.len();
        metrics::gauge!("huxue_check_in_queue").set(f64::from(u32::try_from(left).unwrap_or(u32::MAX)));
        let (jobs, asking): (Vec<_>, Vec<_>) = batch.into_iter().map(|waiting| (waiting.job, waiting.answer)).unzip();
        let answers = commit::commit(store, &mut memory, bus, &jobs);
        for (to, answer) in asking.into_iter().zip(answers) {
            // Whoever stopped waiting will send it again and get the same verdict.
            let _ = to.send(answer);
        }
    }
}

/// What has gathered; nothing when everybody is gone.
fn gather(queue: &Receiver<Waiting>, gathering: Gathering) -> Option<Vec<Waiting>> {
    let first = queue.recv().ok()?;
    let until = Instant::now() + gathering.wait;
    let mut rows = first.job.candidates.len();
    let mut batch = vec![first];
    while rows < gathering.rows {
        let next = match queue.try_recv() {
            Err(TryRecvError::Empty) => match queue.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(next) => next,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            },
            Ok(next) => next,
            Err(TryRecvError::Disconnected) => break,
        };
        rows += next.job.candidates.len();
        batch.push(next);
    }
    Some(batch)
}
