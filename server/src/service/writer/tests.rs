//! The writer by itself: what one bad row, a full queue and a failing database do to those who wait.

mod remembered;

use std::sync::mpsc;
use std::thread;

use futures_util::future::join_all;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::domain::check_in::grading::{Facts, Proof};
use crate::domain::id::{CheckInId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::words::{CheckInKind, ClockQuality, FenceClass, Grade};
use crate::store::persons::{self, Person};
use crate::store::sessions::{self, Session};
use crate::store::{self, JsonText, Tx, check_ins, generation, migrations};

const NOW: Moment = Moment(1_795_000_000_000_000);

/// A database with one person who is signed in.
struct Trial {
    store: Store,
    person: PersonId,
    session: SessionId,
    folder: TempDir,
}

impl Trial {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&path_in(&folder), 2).unwrap();
        migrations::run(&mut store.address().connect().unwrap()).unwrap();
        let (person, session) = (PersonId::fresh(), SessionId::fresh());
        let signed_in = store.write(&Scope::Everything, |tx| sign_in(tx, person, session));
        signed_in.unwrap();
        Self { store, person, session, folder }
    }

    fn path(&self) -> String {
        path_in(&self.folder)
    }

    fn writer(&self, gathering: Gathering) -> Writer {
        Writer::start(self.store.clone(), Bus::default(), gathering).unwrap()
    }

    fn read<T>(&self, ask: impl FnOnce(&mut store::Reader) -> store::Result<T>) -> T {
        self.store.read(&Scope::Everything, ask).unwrap()
    }

    fn job(&self, candidates: Vec<Candidate>) -> Job {
        let generation = self.read(|read| generation::current(read));
        Job { generation, person: self.person, session: self.session, candidates }
    }

    fn candidate(&self) -> Candidate {
        let row = CheckIn {
            id: CheckInId::fresh(),
            school_id: None,
            checkpoint_id: None,
            person_id: self.person,
            session_id: Some(self.session),
            role: None,
            kind: CheckInKind::Arrive,
            at: NOW,
            clock: ClockQuality::Good,
            created_at: NOW,
            sent_at: NOW,
            received_at: NOW,
            elapsed_ms: Some(0),
            proof: Proof::Sign,
            sign_id: None,
            screen_id: None,
            fence: FenceClass::Inside,
            distance_m: Some(0.0),
            accuracy_m: Some(10.0),
            grade: Grade::Rejected,
            reasons: JsonText::empty_list(),
            flags: JsonText::empty_list(),
            duty_id: None,
            shift_id: None,
            device_id: "a-phone".to_owned(),
            code: None,
            content_hash: vec![0; 32],
        };
        let facts = Facts {
            proof: Proof::Sign,
            fence: FenceClass::Inside,
            missing: None,
            accuracy_m: Some(10.0),
            clock: ClockQuality::Good,
            observed: Vec::new(),
            refusal: None,
        };
        let same_window = (NOW, NOW);
        Candidate { row, facts, position: None, not_consented: false, same_window, late: None, ask: None }
    }

    /// One whose school does not exist: the database refuses its row.
    fn poisoned(&self) -> Candidate {
        let mut candidate = self.candidate();
        candidate.row.school_id = Some(OrganizationId(Uuid::nil()));
        candidate
    }

    fn is_on_record(&self, id: CheckInId) -> bool {
        !self.read(|read| check_ins::by_ids(read, vec![id])).is_empty()
    }
}

fn path_in(folder: &TempDir) -> String {
    folder.path().join("huxue.db").display().to_string()
}

fn sign_in(tx: &mut Tx, id: PersonId, session: SessionId) -> store::Result<()> {
    let row = Person {
        id,
        name: "王建国".to_owned(),
        phone: None,
        password_hash: None,
        version: 1,
        created_at: NOW,
        disabled_at: None,
    };
    let device = Session {
        id: session,
        person_id: id,
        device_name: String::new(),
        address: String::new(),
        created_at: NOW,
        last_seen_at: NOW,
        ended_at: None,
        ended_reason: None,
    };
    persons::insert(tx, &row)?;
    sessions::insert(tx, &device)
}

/// A batch begins when so many rows wait; the wait is longer than any test takes.
const fn gathering(rows: usize, queue: usize) -> Gathering {
    Gathering { rows, wait: Duration::from_secs(600), queue }
}

/// What became of each, in short.
fn told(answer: &Answer) -> Vec<&'static str> {
    let Answer::Done(outcomes) = answer else { return vec![] };
    let word = |outcome: &Outcome| match outcome {
        Outcome::Recorded(_) => "recorded",
        Outcome::Replayed(_) => "replayed",
        Outcome::Conflict => "conflict",
        Outcome::Ask(_) => "ask",
        Outcome::NotStorable => "not storable",
    };
    outcomes.iter().map(word).collect()
}

fn code_of(answer: Result<Answer>) -> Code {
    match answer {
        Ok(Answer::Failed(problem)) | Err(problem) => problem.code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_row_that_the_database_refuses_spoils_no_other_of_its_batch() {
    let trial = Trial::new();
    let writer = trial.writer(gathering(5, 8));
    let (good, other) = (trial.candidate(), trial.candidate());
    let mixed = trial.job(vec![trial.candidate(), trial.poisoned(), good.clone()]);
    let (mixed, alone) =
        tokio::join!(writer.record(mixed), writer.record(trial.job(vec![other.clone(), trial.poisoned()])));
    assert_eq!(told(&mixed.unwrap()), ["recorded", "not storable", "recorded"]);
    assert_eq!(told(&alone.unwrap()), ["recorded", "not storable"]);
    assert!(trial.is_on_record(good.id()) && trial.is_on_record(other.id()));
}

#[tokio::test]
async fn a_full_queue_refuses_at_once_and_loses_nothing() {
    let trial = Trial::new();
    let writer = trial.writer(gathering(1, 1));
    let jobs: Vec<Candidate> = (0..10).map(|_| trial.candidate()).collect();
    // While this holds the only connection for writes, the writer has one job in its hands at most, and one waits.
    let (store, (release, released), (hold, held)) = (trial.store.clone(), mpsc::channel(), mpsc::channel());
    let holder = thread::spawn(move || {
        store.write::<_, store::Error>(&Scope::Everything, |_| {
            hold.send(()).unwrap();
            released.recv().unwrap();
            Ok(())
        })
    });
    held.recv().unwrap();
    let sent = join_all(jobs.iter().map(|candidate| writer.record(trial.job(vec![candidate.clone()]))));
    let (answers, ()) = tokio::join!(sent, async { release.send(()).unwrap() });
    holder.join().unwrap().unwrap();

    let mut refused = Vec::new();
    for (candidate, answer) in jobs.iter().zip(answers) {
        match answer {
            Ok(answer) => assert_eq!(told(&answer), ["recorded"]),
            Err(problem) => {
                assert_eq!((problem.code, problem.retry_after_seconds), (Code::Busy, Some(2)));
                assert!(!trial.is_on_record(candidate.id()));
                refused.push(candidate);
            }
        }
    }
    assert!((8..10).contains(&refused.len()), "{} refused", refused.len());
    for candidate in refused {
        assert_eq!(told(&writer.record(trial.job(vec![candidate.clone()])).await.unwrap()), ["recorded"]);
    }
    assert!(jobs.iter().all(|candidate| trial.is_on_record(candidate.id())));
}

#[tokio::test]
async fn when_the_database_fails_everybody_who_waits_is_told_and_later_ones_succeed() {
    let trial = Trial::new();
    let writer = trial.writer(gathering(2, 8));
    let (first, second) = (trial.candidate(), trial.candidate());
    let both = || [&first, &second].map(|candidate| writer.record(trial.job(vec![candidate.clone()])));

    trial.store.refuse_the_next_write().unwrap();
    for answer in join_all(both()).await {
        assert_eq!(code_of(answer), Code::DatabaseReadOnly);
    }
    assert!(!trial.is_on_record(first.id()) && !trial.is_on_record(second.id()));
    for word in ["recorded", "replayed"] {
        for answer in join_all(both()).await {
            assert_eq!(told(&answer.unwrap()), [word]);
        }
    }
}
