//! The boards of many schools in short: where posts are short now, over a whole bureau or station.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::coverage::roll_up::schools_of;
use super::coverage::{DayFacts, load_days};
use super::school_day::zone_of;
use super::{Actor, App};
use crate::domain::board::{Board, BoardInput, Phase, PostNow, PostState, board};
use crate::domain::calendar::plan::PlannedWindow;
use crate::domain::coverage::Second;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};

/// How a school stands now: the posts that its board shows, counted by how they stand.
#[derive(Debug, Clone)]
pub struct InShort {
    /// The day that it is made from.
    pub facts: DayFacts,
    /// Where the day stands.
    pub phase: Phase,
    /// The posts that are shown.
    pub posts: u32,
    /// Those with every slot filled, before the window too.
    pub staffed: u32,
    /// Those with a slot unfilled for longer than the grace.
    pub short: u32,
    /// Those with a slot unfilled that may be so still: the window has not begun, or the grace runs.
    pub waiting: u32,
    /// Those with a reason on record.
    pub excused: u32,
    /// Those of which the calendar does not know whether they are asked for.
    pub unknown: u32,
    /// Slots unfilled in the posts that are short.
    pub missing: u32,
    /// Since when the post has been short that has been so the longest.
    pub short_since: Option<Second>,
    /// The window of the first post that is shown.
    window: Option<usize>,
}

/// How each school below an organization stands (for a station: those assigned to it), the most slots missing first, then by name.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn load(app: &App, actor: &Actor, organization: OrganizationId) -> Result<(Moment, Vec<InShort>)> {
    let organization = actor.require(app, Right::ReadCoverage, organization)?;
    let schools = schools_of(app, &actor.scope(Right::ReadCoverage), &organization)?;
    let now = app.clock.now();
    let mut by_date: BTreeMap<NaiveDate, Vec<OrganizationId>> = BTreeMap::new();
    for school in &schools {
        by_date.entry(now.date_in(zone_of(&school.timezone)?)).or_default().push(school.id);
    }
    let mut shown = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let years = app.years(read)?;
        let mut shown = Vec::with_capacity(schools.len());
        for (date, schools) in &by_date {
            let days = load_days(read, &years, schools, *date, *date)?;
            shown.extend(days.into_iter().map(|facts| InShort::of(facts, now)));
        }
        Ok(shown)
    })?;
    shown.sort_by(|a, b| worst_first(a).cmp(&worst_first(b)));
    Ok((now, shown))
}

fn worst_first(school: &InShort) -> (Reverse<u32>, Reverse<u32>, &str) {
    (Reverse(school.short), Reverse(school.missing), &school.facts.day.name)
}

impl InShort {
    fn of(facts: DayFacts, now: Moment) -> Self {
        let grace_seconds = facts.day.rules.live_grace_seconds.into();
        let input = facts.indexed().input;
        // Who was planned and who could go is for the school's own board.
        let Board { phase, posts } = board(&BoardInput { day: &input, shifts: &[], now: now.seconds(), grace_seconds });
        let mut school = Self {
            phase,
            posts: 0,
            staffed: 0,
            short: 0,
            waiting: 0,
            excused: 0,
            unknown: 0,
            missing: 0,
            short_since: None,
            window: posts.first().and_then(|post| window_of(&facts, post)),
            facts,
        };
        posts.iter().for_each(|post| school.count(post));
        school
    }

    fn count(&mut self, post: &PostNow) {
        self.posts += 1;
        match post.state {
            PostState::Short | PostState::Empty => {
                self.short += 1;
                self.missing += post.missing;
                self.short_since = self.short_since.into_iter().chain(post.short_since).min();
            }
            PostState::Excused => self.excused += 1,
            PostState::Unknown => self.unknown += 1,
            _ if post.missing == 0 => self.staffed += 1,
            _ => self.waiting += 1,
        }
    }

    /// The window that is shown; the first where several run.
    #[must_use]
    pub fn window(&self) -> Option<&PlannedWindow> {
        self.facts.day.plan.windows.get(self.window?)
    }
}

fn window_of(facts: &DayFacts, post: &PostNow) -> Option<usize> {
    let id = facts.day.duties.get(post.duty)?.window_id;
    facts.day.plan.windows.iter().position(|window| window.id == id)
}
