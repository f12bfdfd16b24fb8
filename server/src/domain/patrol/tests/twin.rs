//! The rounds, second by second: nothing is carried on but the scans of the open round, from which everything is worked out anew.

use super::super::{End, How, PointState, PointWalked, REPEAT_SECONDS, Round, Route, Scan};
use crate::domain::coverage::Second;
use crate::domain::place::distance_m;
use crate::domain::words::CheckInKind;

pub(super) fn rounds(route: &Route, person: u32, scans: &[Scan], ends: &[End], now: Second) -> Vec<Round> {
    let mut found: Vec<Round> = Vec::new();
    let first = scans.iter().map(|scan| scan.at).min().unwrap_or(now);
    for second in first..=now {
        if let Some(open) = found.last_mut().filter(|round| round.ended.is_none())
            && second == open.opened_at + route.max_seconds
        {
            open.ended = Some((second, How::TimedOut));
        }
        for (place, scan) in scans.iter().enumerate() {
            let here = route.points.iter().any(|point| point.checkpoint == scan.checkpoint);
            if scan.at == second && scan.person == person && scan.grade >= route.min_grade && here {
                one(route, &mut found, scans, place);
            }
        }
        if let Some(open) = found.last_mut().filter(|round| round.ended.is_none())
            && ends.iter().any(|end| end.person == person && end.at == second)
        {
            open.ended = Some((second, How::GivenUp));
        }
    }
    found
}

fn one(route: &Route, found: &mut Vec<Round>, scans: &[Scan], place: usize) {
    let scan = scans[place];
    let is_open = found.last().is_some_and(|round| round.ended.is_none());
    if !is_open {
        if let Some(last) = found.last_mut()
            && let Some((ended, How::Completed)) = last.ended
        {
            // The point with which it was completed, not what repeated it since.
            let closing = last
                .scans
                .iter()
                .filter(|place| scans[**place].at <= ended)
                .max_by_key(|place| (scans[**place].at, **place));
            let same = closing.is_some_and(|place| scans[*place].checkpoint == scan.checkpoint);
            if same && scan.at - ended <= REPEAT_SECONDS {
                last.scans.push(place);
                last.duplicated += u32::from(scan.kind == CheckInKind::Pass);
                return;
            }
        }
        if scan.kind != CheckInKind::Pass {
            return;
        }
        let empty = Round {
            person: scan.person,
            opened_at: scan.at,
            ended: None,
            points: Vec::new(),
            duplicated: 0,
            scans: Vec::new(),
        };
        found.push(empty);
    }
    let round = found.last_mut().unwrap();
    round.scans.push(place);
    let walked: Vec<Scan> = round.scans.iter().map(|place| scans[*place]).collect();
    (round.points, round.duplicated) = worked_out(route, &walked);
    if round.points.iter().all(|point| point.state == PointState::Done) {
        round.ended = Some((scan.at, How::Completed));
    }
}

/// Whether the scan was rushed: compared with the last one before it that was not.
fn is_rushed(route: &Route, walked: &[Scan], index: usize) -> bool {
    let Some(before) = (0..index).rev().find(|earlier| !is_rushed(route, walked, *earlier)) else { return false };
    let (a, b) = (walked[before], walked[index]);
    let place = |scan: Scan| {
        route.points.iter().find(|point| point.checkpoint == scan.checkpoint).and_then(|point| point.place)
    };
    let (Some(from), Some(to)) = (place(a), place(b)) else { return false };
    a.checkpoint != b.checkpoint
        && distance_m(from, to) > f64::from(i32::try_from(b.at - a.at).unwrap()) * route.max_speed
}

/// Since when the person has been scanned at that point without another scan, or a rushed one, in between.
fn since(route: &Route, walked: &[Scan], index: usize) -> Second {
    let mut first = index;
    while first > 0 && walked[first - 1].checkpoint == walked[index].checkpoint && !is_rushed(route, walked, first - 1)
    {
        first -= 1;
    }
    walked[first].at
}

fn worked_out(route: &Route, walked: &[Scan]) -> (Vec<PointWalked>, u32) {
    let missing = PointWalked { state: PointState::Missing, at: None, until: None, out_of_order: false };
    let mut points = vec![missing; route.points.len()];
    let mut duplicated = 0;
    for (index, scan) in walked.iter().enumerate() {
        let at_point = route.points.iter().position(|point| point.checkpoint == scan.checkpoint).unwrap();
        let (point, is_pass) = (&route.points[at_point], scan.kind == CheckInKind::Pass);
        let since = since(route, walked, index);
        if points[at_point].state == PointState::Done {
            duplicated += u32::from(is_pass);
        } else if is_pass || since < scan.at {
            let state = if is_rushed(route, walked, index) {
                PointState::Rushed
            } else if point.not_before.is_some_and(|from| scan.at + point.tolerance_seconds < from) {
                PointState::Early
            } else if scan.at - since + point.tolerance_seconds < point.dwell_seconds {
                PointState::TooShort
            } else {
                PointState::Done
            };
            let done = state == PointState::Done;
            let earlier_open = points[..at_point].iter().any(|earlier| earlier.state != PointState::Done);
            points[at_point] = PointWalked {
                state,
                at: Some(if done && point.dwell_seconds > 0 { since } else { scan.at }),
                until: Some(scan.at),
                out_of_order: done && route.ordered && earlier_open,
            };
        }
    }
    (points, duplicated)
}
