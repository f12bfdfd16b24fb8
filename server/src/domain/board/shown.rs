//! Which posts the board shows, and how many of their slots are filled at this second.

use super::Phase;
use crate::domain::coverage::{DayInput, Duty, Second, Window, compute};

/// The duties on the board.
pub(super) struct Shown {
    pub(super) phase: Phase,
    /// By their places in the day's list, in order.
    pub(super) duties: Vec<usize>,
}

impl Shown {
    /// The duties of the windows that run or that people should be on post for; without any, those of the next window.
    pub(super) fn at(day: &DayInput, now: Second) -> Self {
        let running = places(day, |window| window.from <= now && now < window.to);
        let due = places(day, |window| window.on_post_by() <= now && now < window.to);
        let next = day.duties.iter().map(|duty| duty.window.from).filter(|from| now < *from).min();
        match next {
            _ if !running.is_empty() => Self { phase: Phase::Running, duties: due },
            _ if !due.is_empty() => Self { phase: Phase::Before, duties: due },
            Some(next) => Self { phase: Phase::Before, duties: places(day, |window| window.from == next) },
            None if day.duties.is_empty() => Self { phase: Phase::NothingPlanned, duties: Vec::new() },
            None => Self { phase: Phase::Done, duties: Vec::new() },
        }
    }

    /// How many slots of each are filled at `now`. Windows that run compete for people, as in coverage; a window that has
    /// not begun is looked at by itself, as in punctuality.
    pub(super) fn filled(&self, day: &DayInput, now: Second) -> Vec<u32> {
        let of = |place: usize| day.duties.get(place).map(|duty| duty.window);
        let group = |window: Window| if window.from <= now { None } else { Some(window.index) };
        let same_group = |place: usize, other: usize| of(place).map(group) == of(other).map(group);
        self.duties
            .iter()
            .map(|&place| {
                let together = self.duties.iter().copied().filter(|&other| same_group(place, other));
                let asked: Vec<usize> = together.collect();
                let position = asked.iter().position(|&other| other == place);
                let filled = filled_at(day, &asked, now);
                position.and_then(|position| filled.get(position).copied()).unwrap_or_default()
            })
            .collect()
    }
}

fn places(day: &DayInput, wanted: impl Fn(&Window) -> bool) -> Vec<usize> {
    let of_wanted = day.duties.iter().enumerate().filter(|(_, duty)| wanted(&duty.window));
    of_wanted.map(|(place, _)| place).collect()
}

/// The coverage of one second: every duty asked for, all windows cut to that second.
fn filled_at(day: &DayInput, asked: &[usize], now: Second) -> Vec<u32> {
    let of_now = |duty: &Duty| {
        let window = Window { from: now, to: now + 1, ..duty.window };
        Duty { window, ..duty.clone() }
    };
    let duties = asked.iter().filter_map(|&place| day.duties.get(place)).map(of_now).collect();
    let second = DayInput { kind: day.kind, hold_seconds: day.hold_seconds, duties, check_ins: day.check_ins.clone() };
    compute(&second).iter().map(|coverage| u32::try_from(coverage.slot_seconds).unwrap_or(u32::MAX)).collect()
}
