//! Receiving check-ins: judge, record, answer.

use std::sync::Arc;

use super::judge::{Sender, judge};
use super::reply::{Reply, Status, of_row};
use crate::domain::check_in::submission::{Submission, Unusable};
use crate::domain::code::screen_code::ScreenClock;
use crate::domain::lang::Lang;
use crate::problem::{Code, Problem, Result};
use crate::service::directory::{Known, Missing};
use crate::service::keys::KeyRing;
use crate::service::writer::{Answer, Job, Outcome, busy};
use crate::service::{App, receipts};

use super::Candidate;

/// One item of a request: usable, or why not, with the id if it could be read.
pub type Item = Result<Submission, (Option<String>, Unusable)>;

/// How often check-ins are judged again when rules change while they wait.
const ATTEMPTS: usize = 5;

/// Up to so many are judged where the request is served; more go to the threads for blocking work.
const INLINE: usize = 8;

/// Takes the check-ins of a request. They are durable when this returns.
///
/// # Errors
/// `not_signed_in`, `access_token_expired`, `session_ended`, `busy`, `database_unavailable`.
pub async fn receive(app: &Arc<App>, token: &str, lang: Lang, items: Vec<Item>) -> Result<Vec<Reply>> {
    let received_at = app.clock.now();
    let items = Arc::new(items);
    for _ in 0..ATTEMPTS {
        let (person, session) = app.tokens.named(token, app.clock.now())?;
        let sender = Sender { person, session, received_at };
        let (generation, candidates) = judge_all(app, sender, &items).await?;
        match app.writer.record(Job { generation, person, session, candidates }).await? {
            Answer::Done(outcomes) => return answer_all(app, lang, &items, outcomes).await,
            Answer::SessionEnded => return Err(Code::SessionEnded.into()),
            Answer::Failed(problem) => return Err(problem),
            Answer::OutOfDate => blocking(app, |app| app.directory.refresh(app)).await?,
        }
    }
    Err(busy())
}

/// The candidates, with the generation that they were judged by. Nothing is read from the database while the directory
/// knows everything that is needed.
async fn judge_all(app: &Arc<App>, sender: Sender, items: &Arc<Vec<Item>>) -> Result<(i64, Vec<Candidate>)> {
    let judged = move |app: &App, known: &Known, items: &[Item]| {
        let (keys, screens) = (app.code_keys(), ScreenClock::new(app.config.screen_step_seconds));
        let usable = items.iter().filter_map(|item| item.as_ref().ok());
        usable
            .map(|submission| judge(known, (&keys, screens), &sender, submission))
            .collect::<Result<Vec<_>, Missing>>()
    };
    if items.len() <= INLINE {
        let known = app.directory.known();
        if let Ok(candidates) = judged(app, &known, items) {
            return Ok((known.generation(), candidates));
        }
    }
    let items = Arc::clone(items);
    blocking(app, move |app| app.directory.answer(app, |known| judged(app, known, &items))).await
}

async fn answer_all(app: &Arc<App>, lang: Lang, items: &Arc<Vec<Item>>, outcomes: Vec<Outcome>) -> Result<Vec<Reply>> {
    let ring = app.keys.ring();
    if items.len() <= INLINE
        && let Ok(replies) = replies(&app.directory.known(), lang, items, &outcomes)
    {
        return signed(&ring, replies, &outcomes);
    }
    let items = Arc::clone(items);
    blocking(app, move |app| {
        let (_, replies) = app.directory.answer(app, |known| replies(known, lang, &items, &outcomes))?;
        signed(&ring, replies, &outcomes)
    })
    .await
}

/// The answers in the order of the items: the outcomes belong to the usable ones.
fn replies(known: &Known, lang: Lang, items: &[Item], outcomes: &[Outcome]) -> Result<Vec<Reply>, Missing> {
    let mut outcomes = outcomes.iter();
    let reply = |item: &Item| match item {
        Err((id, reason)) => Ok(Reply::not_recorded(id.clone(), Status::Invalid, *reason, lang)),
        Ok(submission) => outcomes.next().map_or_else(
            || Ok(Reply::not_recorded(Some(submission.id.to_string()), Status::Invalid, Unusable::NotStorable, lang)),
            |outcome| reply_to(known, lang, submission, outcome),
        ),
    };
    items.iter().map(reply).collect()
}

fn reply_to(known: &Known, lang: Lang, submission: &Submission, outcome: &Outcome) -> Result<Reply, Missing> {
    let refused = |status, reason| Ok(Reply::not_recorded(Some(submission.id.to_string()), status, reason, lang));
    match outcome {
        Outcome::Recorded(row) => of_row(known, row, Status::Recorded, lang),
        Outcome::Replayed(row) => of_row(known, row, Status::Replayed, lang),
        Outcome::Conflict => refused(Status::Conflict, Unusable::IdUsed),
        Outcome::Ask(roles) => Ok(Reply::ask(submission.id, roles.clone(), lang)),
        Outcome::NotStorable => refused(Status::Invalid, Unusable::NotStorable),
    }
}

/// Adds the receipts: there is a verdict for each row on record, in the same order.
fn signed(ring: &KeyRing, mut replies: Vec<Reply>, outcomes: &[Outcome]) -> Result<Vec<Reply>> {
    let rows = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Recorded(row) | Outcome::Replayed(row) => Some(row),
        Outcome::Conflict | Outcome::Ask(_) | Outcome::NotStorable => None,
    });
    for (told, row) in replies.iter_mut().filter_map(|reply| reply.verdict.as_mut()).zip(rows) {
        told.receipt = receipts::issue(ring, row)?;
    }
    Ok(replies)
}

async fn blocking<T: Send + 'static>(
    app: &Arc<App>,
    work: impl FnOnce(&App) -> Result<T> + Send + 'static,
) -> Result<T> {
    let app = Arc::clone(app);
    let done = tokio::task::spawn_blocking(move || work(&app)).await;
    done.map_err(|_| Problem::new(Code::DatabaseUnavailable).retry_after(2))?
}
