//! One batch: a transaction, and what follows it.

use std::collections::BTreeSet;

use super::batch::Batch;
use super::memory::Memory;
use super::{Answer, Job, Outcome};
use crate::domain::scope::Scope;
use crate::problem::Problem;
use crate::service::bus::Bus;
use crate::service::check_ins::Candidate;
use crate::store::{Error, Store};

/// Some check-ins of one request.
#[derive(Clone, Copy)]
pub(super) struct Portion<'a> {
    pub(super) job: &'a Job,
    pub(super) candidates: &'a [Candidate],
}

/// Records what the jobs hold, answers each, and tells the news.
pub(super) fn commit(store: &Store, memory: &mut Memory, bus: &Bus, jobs: &[Job]) -> Vec<Answer> {
    let whole: Vec<Portion> = jobs.iter().map(|job| Portion { job, candidates: &job.candidates }).collect();
    let answers = match record(store, memory, &whole) {
        Ok(answers) => answers,
        Err(error) if error.is_passing() => {
            let problem = Problem::from(error).retry_after(2);
            return jobs.iter().map(|_| Answer::Failed(problem.clone())).collect();
        }
        Err(error) => {
            tracing::warn!(%error, "a batch of check-ins failed; recording them one by one");
            jobs.iter().map(|job| one_by_one(store, memory, job)).collect()
        }
    };
    tell(bus, &answers);
    answers
}

fn record(store: &Store, memory: &mut Memory, portions: &[Portion]) -> Result<Vec<Answer>, Error> {
    let recorded = store.write(&Scope::Everything, |tx| {
        let mut batch = Batch::begin(tx, memory, portions)?;
        let answers = portions.iter().map(|portion| batch.decide(tx, portion)).collect::<Result<Vec<_>, _>>()?;
        Ok((answers, batch.store(tx)?))
    });
    match recorded {
        Ok((answers, added)) => {
            for (person, fixes) in added {
                fixes.into_iter().for_each(|fix| memory.add(person, fix));
            }
            Ok(answers)
        }
        Err(error) => {
            memory.clear();
            Err(error)
        }
    }
}

/// One check-in that the database refuses must not keep the others from being recorded.
fn one_by_one(store: &Store, memory: &mut Memory, job: &Job) -> Answer {
    let mut outcomes = Vec::with_capacity(job.candidates.len());
    for candidate in job.candidates.chunks(1) {
        match record(store, memory, &[Portion { job, candidates: candidate }]).map(|mut answers| answers.pop()) {
            Ok(Some(Answer::Done(decided))) => outcomes.extend(decided),
            Ok(Some(answer)) => return answer,
            Ok(None) => return Answer::Failed(Problem::internal("a portion without an answer")),
            Err(error) if error.is_passing() => return Answer::Failed(Problem::from(error).retry_after(2)),
            Err(error) => {
                tracing::error!(%error, "a check-in cannot be stored");
                outcomes.push(Outcome::NotStorable);
            }
        }
    }
    Answer::Done(outcomes)
}

/// After the commit: the news, once for each school, and the counters.
fn tell(bus: &Bus, answers: &[Answer]) {
    let outcomes = answers.iter().filter_map(|answer| match answer {
        Answer::Done(outcomes) => Some(outcomes),
        _ => None,
    });
    let (mut schools, mut rows) = (BTreeSet::new(), 0_u32);
    for outcome in outcomes.flatten() {
        if let Outcome::Recorded(row) = outcome {
            rows += 1;
            schools.extend(row.school_id);
            metrics::counter!("huxue_check_ins_total", "grade" => row.grade.as_str()).increment(1);
        }
    }
    metrics::histogram!("huxue_check_in_batch_rows").record(f64::from(rows));
    for school in schools {
        bus.school_changed(school);
    }
}
