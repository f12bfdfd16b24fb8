//! Which alerts hold at a second (`docs/alerts.md`). They follow from the same input as coverage and its board.

use super::kind::AlertKind;
use super::welfare;
use crate::domain::coverage::{
    DayInput, Duty, DutyCoverage, Gap, Proof, Second, asks_nothing, compute, live_gap, proofs,
};
use crate::domain::words::DayKind;

/// For how long after a window it is news that it ended short, seconds.
pub const NEWS_SECONDS: i64 = 600;

/// An alert that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub kind: AlertKind,
    /// Which duty, by its place in the day's list.
    pub duty: usize,
    /// Since when.
    pub since: Second,
    /// The second at which it is over by time alone.
    pub until: Second,
    /// Slots unfilled.
    pub missing: u32,
}

/// What holds at a second, and the next second at which time alone may change that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// The alerts, by duty; a duty has at most one.
    pub found: Vec<Finding>,
    /// When to look again; none if nothing is to come.
    pub next: Option<Second>,
}

/// The alerts of a day that hold at `now`. Excused duties and days that ask for nothing, or of which the calendar does not know
/// whether they do, have none.
#[must_use]
pub fn findings(day: &DayInput, grace_seconds: i64, now: Second) -> Findings {
    if asks_nothing(day.kind) || day.kind == DayKind::Unknown {
        return Findings { found: Vec::new(), next: None };
    }
    let (proofs, coverage) = (proofs(day), compute(day));
    let asked = || day.duties.iter().zip(&coverage).enumerate().filter(|(_, (duty, _))| !duty.excused);
    let found = asked().filter_map(|(place, (duty, coverage))| {
        let (kind, since, until, missing) = finding(day, duty, coverage, &proofs, grace_seconds, now)?;
        Some(Finding { kind, duty: place, since, until, missing })
    });
    let moments = asked().flat_map(|(_, (duty, coverage))| moments(duty, coverage, grace_seconds));
    let of_proofs = proofs.iter().flat_map(|proof| [proof.from, proof.to]);
    let next = moments.chain(of_proofs).chain(welfare::moments(day)).filter(|moment| *moment > now).min();
    Findings { found: found.collect(), next }
}

/// The seconds at which something about a duty may change.
fn moments(duty: &Duty, coverage: &DutyCoverage, grace_seconds: i64) -> Vec<Second> {
    let window = duty.window;
    let mut moments = vec![window.on_post_by(), window.from, window.to, window.to.saturating_add(NEWS_SECONDS)];
    for gap in &coverage.gaps {
        moments.extend([gap.from, gap.to, gap.from.saturating_add(grace_seconds)]);
    }
    moments
}

type Found = (AlertKind, Second, Second, u32);

fn finding(
    day: &DayInput,
    duty: &Duty,
    coverage: &DutyCoverage,
    proofs: &[Proof],
    grace_seconds: i64,
    now: Second,
) -> Option<Found> {
    let window = duty.window;
    if window.on_post_by() <= now && now < window.from {
        let there = proofs.iter().any(|proof| proof.meets(now, now + 1) && proof.qualifies_for(duty));
        return (!there).then_some((AlertKind::NobodyOnTime, window.on_post_by(), window.from, duty.count));
    }
    if window.from <= now && now < window.to {
        return within(day, duty, &coverage.gaps, proofs, grace_seconds, now);
    }
    let news = window.to <= now && now < window.to.saturating_add(NEWS_SECONDS);
    let (since, missing) = longest(&coverage.gaps, grace_seconds).filter(|_| news)?;
    Some((AlertKind::EndedShort, since, window.to.saturating_add(NEWS_SECONDS), missing))
}

fn within(
    day: &DayInput,
    duty: &Duty,
    gaps: &[Gap],
    proofs: &[Proof],
    grace_seconds: i64,
    now: Second,
) -> Option<Found> {
    let window = duty.window;
    let open = gaps.iter().find(|gap| gap.from <= now && now < gap.to)?;
    let since = live_gap(gaps, now, 0)?.since;
    let told = |kind| Some((kind, since, window.to, open.missing));
    // One alert lasts until every slot is filled: whoever comes first of two ends nothing, and nobody is told that it is over. A gap
    // breaks where the number of unfilled slots changes; the first one of the window says whether anybody was there at its start.
    if since == window.from && gaps.first().is_some_and(|gap| gap.from == since && gap.missing == duty.count) {
        return told(AlertKind::NobodyAtStart);
    }
    if since > window.from && somebody_left(day, duty, proofs, since) {
        return told(AlertKind::EarlyDeparture);
    }
    live_gap(gaps, now, grace_seconds).and_then(|_| told(AlertKind::Gap))
}

/// Whether a proof that could fill a slot ended at that second because the person said that they leave.
fn somebody_left(day: &DayInput, duty: &Duty, proofs: &[Proof], at: Second) -> bool {
    let ended = proofs.iter().filter(|proof| proof.to == at && proof.qualifies_for(duty));
    ended.into_iter().any(|proof| {
        let leaves = day.check_ins.iter().filter(|check_in| check_in.is_leave() && check_in.at == at);
        leaves.into_iter().any(|leave| leave.person == proof.person && leave.checkpoint == proof.checkpoint)
    })
}

/// The first stretch without a break in which slots were unfilled for at least the grace, and the most that were unfilled in it.
fn longest(gaps: &[Gap], grace_seconds: i64) -> Option<(Second, u32)> {
    let runs = gaps.chunk_by(|a, b| a.to == b.from);
    let spans =
        runs.filter_map(|run| Some((run.first()?.from, run.last()?.to, run.iter().map(|gap| gap.missing).max()?)));
    spans.into_iter().find(|(from, to, _)| to - from >= grace_seconds).map(|(from, _, missing)| (from, missing))
}
