//! The rounds that a person walked.

use super::input::{End, Point, Route, Scan};
use crate::domain::coverage::Second;
use crate::domain::place::distance_m;
use crate::domain::text_enum::text_enum;
use crate::domain::words::CheckInKind;

/// For so long after a round is complete, seconds, another scan of its last point repeats that point and begins nothing.
pub const REPEAT_SECONDS: i64 = 600;

text_enum! {
    /// How a round ended.
    pub enum How {
        /// Every point was proven.
        Completed = "completed",
        /// It took longer than the route allows.
        TimedOut = "timed_out",
        /// Somebody ended it, with a reason.
        GivenUp = "given_up",
    }
}

text_enum! {
    /// What became of a point in a round.
    pub enum PointState {
        /// Nobody scanned it.
        Missing = "missing",
        /// It was scanned before its time, and not after that.
        Early = "early",
        /// It was reached faster than anybody can go, and not scanned after that.
        Rushed = "rushed",
        /// It was scanned, but nobody stayed as long as is asked.
        TooShort = "too_short",
        /// It is proven.
        Done = "done",
    }
}

/// A point in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointWalked {
    /// What became of it.
    pub state: PointState,
    /// The first scan that counts towards its state.
    pub at: Option<Second>,
    /// The last one.
    pub until: Option<Second>,
    /// Proven while an earlier point of an ordered route was not.
    pub out_of_order: bool,
}

/// One walk of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Who walked.
    pub person: u32,
    /// Its first pass.
    pub opened_at: Second,
    /// When and how it ended; none while it is under way.
    pub ended: Option<(Second, How)>,
    /// The points, in the order of the route.
    pub points: Vec<PointWalked>,
    /// Passes of points that were proven already.
    pub duplicated: u32,
    /// The scans that belong to it, by their place in the list given. A scan belongs to at most one round.
    pub scans: Vec<usize>,
}

impl Round {
    /// Whether every point was proven in time.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        matches!(self.ended, Some((_, How::Completed)))
    }
}

/// The rounds that one person walked, in their order. `scans` and `ends` may be in any order, and of anybody: those of others are
/// passed over. Scans after `now` are not looked at.
#[must_use]
pub fn rounds(route: &Route, person: u32, scans: &[Scan], ends: &[End], now: Second) -> Vec<Round> {
    let mut mine: Vec<(usize, &Scan)> = scans.iter().enumerate().filter(|(_, scan)| scan.person == person).collect();
    mine.retain(|(_, scan)| scan.at <= now && scan.grade >= route.min_grade);
    // At the same second the order given decides: those who give it sort by id.
    mine.sort_by_key(|(_, scan)| scan.at);
    let mut ends: Vec<Second> = ends.iter().filter(|end| end.person == person).map(|end| end.at).collect();
    ends.sort_unstable();
    let mut walk = Walk { route, scans, person, ends, open: None, done: Vec::new() };
    for (place, scan) in mine {
        if let Some(point) = route.points.iter().position(|point| point.checkpoint == scan.checkpoint) {
            walk.scan(place, scan, point);
        }
    }
    walk.close(now, true);
    walk.done.extend(walk.open.map(|open| open.round));
    walk.done
}

/// A round under way, with what the next scan is compared with.
struct Open {
    round: Round,
    /// The point of the last scan, and since when the person has been scanned there without another in between; none after a
    /// rushed one.
    last: Option<(usize, Second)>,
    /// The last scan that was not rushed: which point, and when.
    sound: (usize, Second),
}

struct Walk<'a> {
    route: &'a Route,
    scans: &'a [Scan],
    person: u32,
    ends: Vec<Second>,
    open: Option<Open>,
    done: Vec<Round>,
}

impl Walk<'_> {
    /// Closes the open round if it ended before that second, or within it if its scans have been taken.
    fn close(&mut self, at: Second, scans_taken: bool) {
        let Some(open) = &mut self.open else { return };
        let opened = open.round.opened_at;
        let deadline = opened.saturating_add(self.route.max_seconds);
        let ended = self.ends.iter().copied().find(|end| *end >= opened && *end < deadline);
        let (end, how) = ended.map_or((deadline, How::TimedOut), |end| (end, How::GivenUp));
        // Scans of the second of somebody's word still belong to the round; those of the deadline do not.
        if end < at || end == at && (how == How::TimedOut || scans_taken) {
            open.round.ended = Some((end, how));
            self.done.extend(self.open.take().map(|open| open.round));
        }
    }

    fn scan(&mut self, place: usize, scan: &Scan, point: usize) {
        self.close(scan.at, false);
        if self.open.is_none() {
            if self.repeats_the_last(place, scan) || scan.kind != CheckInKind::Pass {
                return;
            }
            self.open = Some(Open { round: self.begun(scan.at), last: None, sound: (point, scan.at) });
        }
        let Some(open) = &mut self.open else { return };
        open.round.scans.push(place);
        take(self.route, open, scan, point);
        if open.round.points.iter().all(|point| point.state == PointState::Done) {
            open.round.ended = Some((scan.at, How::Completed));
            self.done.extend(self.open.take().map(|open| open.round));
        }
    }

    /// Whether a scan repeats the last point of a round that was completed a moment ago.
    fn repeats_the_last(&mut self, place: usize, scan: &Scan) -> bool {
        let Some(round) = self.done.last_mut().filter(|round| round.is_complete()) else { return false };
        let Some((ended, _)) = round.ended else { return false };
        let last = round.scans.last().and_then(|place| self.scans.get(*place));
        let repeats = last.is_some_and(|last| last.checkpoint == scan.checkpoint)
            && scan.at.saturating_sub(ended) <= REPEAT_SECONDS;
        if repeats {
            round.scans.push(place);
            round.duplicated += u32::from(scan.kind == CheckInKind::Pass);
        }
        repeats
    }

    fn begun(&self, at: Second) -> Round {
        let missing = PointWalked { state: PointState::Missing, at: None, until: None, out_of_order: false };
        Round {
            person: self.person,
            opened_at: at,
            ended: None,
            points: vec![missing; self.route.points.len()],
            duplicated: 0,
            scans: Vec::new(),
        }
    }
}

/// What one scan does to a round.
fn take(route: &Route, open: &mut Open, scan: &Scan, at_point: usize) {
    let Some(point) = route.points.get(at_point) else { return };
    let since = open.last.filter(|last| last.0 == at_point).map_or(scan.at, |last| last.1);
    let rushed = is_rushed(route, open.sound, (at_point, scan.at));
    open.last = (!rushed).then_some((at_point, since));
    if !rushed {
        open.sound = (at_point, scan.at);
    }
    let order_broken =
        route.ordered && open.round.points.iter().take(at_point).any(|earlier| earlier.state != PointState::Done);
    let Some(walked) = open.round.points.get_mut(at_point) else { return };
    let is_pass = scan.kind == CheckInKind::Pass;
    if walked.state == PointState::Done {
        open.round.duplicated += u32::from(is_pass);
        return;
    }
    // Only a pass is a first scan of a point.
    let again = since < scan.at;
    if !is_pass && !again {
        return;
    }
    let state = if rushed { PointState::Rushed } else { reached(point, since, scan.at) };
    let first = if state == PointState::Done && point.dwell_seconds > 0 { since } else { scan.at };
    *walked = PointWalked {
        state,
        at: Some(first),
        until: Some(scan.at),
        out_of_order: state == PointState::Done && order_broken,
    };
}

/// What a scan shows that is in time and was not rushed, by somebody who has been at the point since then.
fn reached(point: &Point, since: Second, at: Second) -> PointState {
    let tolerated = |second: Second| second.saturating_sub(point.tolerance_seconds);
    if point.not_before.is_some_and(|from| at < tolerated(from)) {
        return PointState::Early;
    }
    let stayed = at.saturating_sub(since);
    if stayed < tolerated(point.dwell_seconds) { PointState::TooShort } else { PointState::Done }
}

/// Whether nobody gets from one point to the other in that time. Of points whose place is not known it cannot be told.
fn is_rushed(route: &Route, (from, left): (usize, Second), (to, came): (usize, Second)) -> bool {
    let place = |point: usize| route.points.get(point).and_then(|point| point.place);
    let (Some(a), Some(b)) = (place(from), place(to)) else { return false };
    let seconds = i32::try_from(came.saturating_sub(left)).map_or(f64::MAX, f64::from);
    from != to && distance_m(a, b) > seconds * route.max_speed
}
