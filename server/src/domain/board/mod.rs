//! The board: what every post looks like at this second (DESIGN section 10; `docs/figures.md` "The board").
//!
//! It shows the windows that run; those that people should be on post for by now; or else the next one. How many slots are
//! filled is the coverage at this second, computed by the same code.

mod people;
mod shown;
mod so_far;
#[cfg(test)]
mod tests;

pub use people::{Candidate, OnPost, Whence};
pub use so_far::{SoFar, so_far};

use people::People;
use shown::Shown;

use super::coverage::{DayInput, DutyCoverage, Second, asks_nothing, compute, live_gap};
use super::text_enum::text_enum;
use super::words::{DayKind, Role};

/// What the board is made from.
#[derive(Debug, Clone, Copy)]
pub struct BoardInput<'a> {
    /// The day, with the evidence that has come in.
    pub day: &'a DayInput,
    /// The shifts of the day that were not declined.
    pub shifts: &'a [PlannedShift],
    /// The second that is shown.
    pub now: Second,
    /// How long slots may be unfilled before a post is called short. Zero means zero.
    pub grace_seconds: i64,
}

/// Somebody who is to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedShift {
    /// Who.
    pub person: u32,
    /// Which duty, by its place in the day's list.
    pub duty: usize,
    /// In what capacity.
    pub role: Role,
}

text_enum! {
    /// Where the day stands.
    pub enum Phase {
        /// The day asks nothing: a holiday, a weekend, a day called off.
        NoSchool = "no_school",
        /// There is school, but no post is asked for.
        NothingPlanned = "nothing_planned",
        /// The next window has not begun.
        Before = "before",
        /// A window runs.
        Running = "running",
        /// The last window of the day is over.
        Done = "done",
    }
}

text_enum! {
    /// How a post stands.
    pub enum PostState {
        /// Nobody need be there yet.
        Upcoming = "upcoming",
        /// People should be on post; the window has not begun.
        Gathering = "gathering",
        /// Every slot is filled.
        Covered = "covered",
        /// A slot is unfilled, for less than the grace.
        Grace = "grace",
        /// Some slots are unfilled.
        Short = "short",
        /// Every slot is unfilled.
        Empty = "empty",
        /// A reason is on record why it may be unfilled.
        Excused = "excused",
        /// The calendar does not know whether there is school.
        Unknown = "unknown",
    }
}

/// The board at one second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Where the day stands.
    pub phase: Phase,
    /// The posts that are shown, in the order of the duties.
    pub posts: Vec<PostNow>,
}

/// One post now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostNow {
    /// Which duty, by its place in the day's list.
    pub duty: usize,
    /// How it stands.
    pub state: PostState,
    /// Slots filled at this second.
    pub filled: u32,
    /// Slots unfilled at this second.
    pub missing: u32,
    /// Since when slots have been unfilled without a break; none while all are filled or the window has not begun.
    pub short_since: Option<Second>,
    /// Who is there.
    pub on_post: Vec<OnPost>,
    /// The shifts whose person has not come, by their place in the list.
    pub not_come: Vec<usize>,
    /// Who could fill a slot that is unfilled.
    pub could_go: Vec<Candidate>,
    /// What the window came to so far.
    pub so_far: SoFar,
    /// The stretches up to now with an unfilled slot; one that is open has no end.
    pub gaps: Vec<GapNow>,
}

/// A stretch with the same number of unfilled slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapNow {
    /// First second.
    pub from: Second,
    /// End (exclusive); none while it is open.
    pub to: Option<Second>,
    /// Unfilled slots.
    pub missing: u32,
}

/// Makes the board.
#[must_use]
pub fn board(input: &BoardInput) -> Board {
    let day = input.day;
    if asks_nothing(day.kind) {
        return Board { phase: Phase::NoSchool, posts: Vec::new() };
    }
    let shown = Shown::at(day, input.now);
    let coverage = compute(day);
    let people = People::at(input);
    let filled = shown.filled(day, input.now);
    let posts = shown.duties.iter().zip(filled).filter_map(|(&duty, filled)| {
        let mut post = post(input, duty, filled, coverage.get(duty)?)?;
        post.on_post = people.at_post(day.duties.get(duty)?);
        post.not_come = people.not_come(input, duty);
        Some(post)
    });
    let mut posts: Vec<PostNow> = posts.collect();
    let surplus = people.surplus(day, &posts);
    let unfilled = |state| matches!(state, PostState::Grace | PostState::Short | PostState::Empty);
    for post in posts.iter_mut().filter(|post| unfilled(post.state)) {
        post.could_go = people.could_go(input, post, &surplus);
    }
    Board { phase: shown.phase, posts }
}

fn post(input: &BoardInput, place: usize, filled: u32, coverage: &DutyCoverage) -> Option<PostNow> {
    let duty = input.day.duties.get(place)?;
    let running = duty.window.from <= input.now;
    let short_since = live_gap(&coverage.gaps, input.now, 0).map(|gap| gap.since);
    let live = live_gap(&coverage.gaps, input.now, input.grace_seconds).is_some();
    let missing = duty.count.saturating_sub(filled);
    let state = if input.day.kind == DayKind::Unknown {
        PostState::Unknown
    } else if duty.excused {
        PostState::Excused
    } else if !running {
        if input.now < duty.window.on_post_by() { PostState::Upcoming } else { PostState::Gathering }
    } else {
        state_of_running(filled, missing, live)
    };
    Some(PostNow {
        duty: place,
        state,
        filled,
        missing,
        short_since,
        on_post: Vec::new(),
        not_come: Vec::new(),
        could_go: Vec::new(),
        so_far: so_far(duty, coverage, input.now),
        gaps: gaps(coverage, input.now),
    })
}

fn gaps(coverage: &DutyCoverage, now: Second) -> Vec<GapNow> {
    let begun = coverage.gaps.iter().filter(|gap| gap.from <= now);
    begun.map(|gap| GapNow { from: gap.from, to: Some(gap.to).filter(|to| *to <= now), missing: gap.missing }).collect()
}

const fn state_of_running(filled: u32, missing: u32, live: bool) -> PostState {
    match (missing, live, filled) {
        (0, ..) => PostState::Covered,
        (_, false, _) => PostState::Grace,
        (_, true, 0) => PostState::Empty,
        (_, true, _) => PostState::Short,
    }
}
