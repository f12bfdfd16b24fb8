//! How a post stands, for a screen that everybody at the gate sees: numbers and roles, no names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::board::{Phase, PostNow, PostState};
use crate::domain::coverage::rfc3339;
use crate::domain::id::CheckpointId;
use crate::domain::moment::Moment;
use crate::domain::words::Role;
use crate::http::board::WindowNowBody;
use crate::service::board::BoardFacts;

/// A post now. Its figures are the sums over its duties in the window that runs or comes next.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScreenPostBody)]
pub(super) struct PostNowBody {
    /// Where the school's day stands.
    phase: Phase,
    /// The window of the post; null where nothing is asked of it.
    window: Option<WindowNowBody>,
    /// The worst state of its duties.
    state: Option<PostState>,
    filled: u32,
    count: u32,
    missing: u32,
    /// Since when slots have been unfilled without a break.
    #[schema(example = "2026-11-23T07:25:00+08:00")]
    short_since: Option<String>,
    /// Who is there, by role.
    by_role: Vec<RoleNowBody>,
    duties: Vec<DutyNowBody>,
}

/// How many are there in a role.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScreenRoleBody)]
struct RoleNowBody {
    role: Role,
    #[schema(example = 2)]
    present: u32,
}

/// One duty of the post.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScreenDutyBody)]
struct DutyNowBody {
    roles: Vec<Role>,
    filled: u32,
    count: u32,
    missing: u32,
    state: PostState,
}

/// The states from the worst on.
const WORST_FIRST: [PostState; 8] = [
    PostState::Empty,
    PostState::Short,
    PostState::Grace,
    PostState::Gathering,
    PostState::Unknown,
    PostState::Covered,
    PostState::Upcoming,
    PostState::Excused,
];

impl PostNowBody {
    pub(super) fn of(facts: &BoardFacts, post: CheckpointId, now: Moment) -> Self {
        let board = facts.at(now);
        let day = &facts.facts.day;
        let here = board.posts.iter().filter_map(|shown| Some((shown, day.duties.get(shown.duty)?)));
        let here: Vec<_> = here.filter(|(_, duty)| duty.checkpoint_id == post).collect();
        let duties = here.iter().map(|(shown, duty)| DutyNowBody {
            roles: duty.roles.iter().collect(),
            filled: shown.filled,
            count: duty.count,
            missing: shown.missing,
            state: shown.state,
        });
        let duties: Vec<DutyNowBody> = duties.collect();
        let state = WORST_FIRST.into_iter().find(|state| duties.iter().any(|duty| duty.state == *state));
        let short_since = here.iter().filter_map(|(shown, _)| shown.short_since).min();
        Self {
            phase: board.phase,
            window: here.first().map(|(_, duty)| WindowNowBody::of(facts, duty.window_id)),
            state,
            filled: duties.iter().map(|duty| duty.filled).sum(),
            count: duties.iter().map(|duty| duty.count).sum(),
            missing: duties.iter().map(|duty| duty.missing).sum(),
            short_since: short_since.map(|since| rfc3339(since, day.zone)),
            by_role: by_role(here.iter().map(|(shown, _)| *shown)),
            duties,
        }
    }
}

/// Everybody at the post once, in the capacity that counts best there: duties of one post see the same people.
fn by_role<'a>(posts: impl Iterator<Item = &'a PostNow>) -> Vec<RoleNowBody> {
    let mut everybody: Vec<_> = posts.flat_map(|post| &post.on_post).collect();
    everybody.sort_by_key(|one| !one.counts);
    let mut seen = BTreeSet::new();
    let mut present: BTreeMap<Role, u32> = BTreeMap::new();
    for one in everybody {
        if seen.insert(one.person) {
            *present.entry(one.role).or_default() += 1;
        }
    }
    present.into_iter().map(|(role, present)| RoleNowBody { role, present }).collect()
}
