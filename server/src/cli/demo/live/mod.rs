//! The show: simulated phones play one school day after the other over HTTP, by the demo's clock.

mod drawing;
mod phone;
mod stage;

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::json;

pub(super) use phone::Phones;
pub(super) use stage::{Pace, Stage};

use super::build::Places;
use super::calendar;
use super::day::{self, Act, Script, Word, WordKind};
use super::past;
use super::world::{World, ZONE, minute};
use crate::cli::output::{Failure, print};
use crate::domain::hazard::BuiltInCategory;
use crate::domain::id::CheckpointId;
use crate::domain::moment::Moment;
use crate::problem::Problem;
use crate::service::App;

/// A little after the hour at which figures become final.
const FINAL_MINUTE: u16 = 20 * 60 + 2;
/// How many school days ahead shifts are planned.
const AHEAD: usize = 4;

/// The show.
pub(super) struct Show {
    pub(super) app: Arc<App>,
    pub(super) world: Arc<World>,
    pub(super) places: Places,
    pub(super) stage: Stage,
    pub(super) phones: Phones,
}

/// Something that a person does with a phone.
enum Deed {
    Send(Act),
    Say(Word),
}

impl Deed {
    const fn at(&self) -> Moment {
        match self {
            Self::Send(act) => act.sent.at,
            Self::Say(word) => word.at,
        }
    }
}

/// How much of a day is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Until noon.
    Morning,
    /// Until the figures are final.
    Whole,
}

impl Show {
    /// Plays one school day after the other, until the notices end.
    ///
    /// # Errors
    /// Standard output is closed, or the database fails.
    pub(super) async fn run(mut self) -> Result<(), Failure> {
        let mut date = calendar::SHOWN;
        loop {
            self.day(date, Part::Whole).await?;
            let Some(next) = calendar::next(date) else { break };
            date = next;
            self.stage.leap(minute(date, 6 * 60 + 55));
        }
        print("the holiday notices end here: start the demo again for another round")
    }

    /// Plays a day, from wherever the clock stands.
    ///
    /// # Errors
    /// Standard output is closed, or the database fails.
    pub(super) async fn day(&mut self, date: NaiveDate, part: Part) -> Result<(), Failure> {
        if date != calendar::SHOWN {
            self.plan_ahead(date).await?;
        }
        print(format_args!("{} {}", self.clock(), date.format("%A %Y-%m-%d")))?;
        let noon = minute(date, 12 * 60);
        for deed in self.deeds(date) {
            if part == Part::Morning && deed.at() > noon {
                break;
            }
            self.stage.until(deed.at()).await;
            match deed {
                Deed::Send(act) => self.send(&act).await?,
                Deed::Say(word) => self.say(&word).await?,
            }
        }
        if part == Part::Whole {
            self.stage.until(minute(date, FINAL_MINUTE)).await;
        }
        Ok(())
    }

    /// The day's deeds, by when the server hears of them.
    fn deeds(&self, date: NaiveDate) -> Vec<Deed> {
        let script = script(date);
        let days = self.world.schools.iter().map(|school| day::plan(&self.world, school, date, script));
        let mut deeds: Vec<Deed> = days
            .flat_map(|day| day.acts.into_iter().map(Deed::Send).chain(day.words.into_iter().map(Deed::Say)))
            .filter(|deed| deed.at() >= self.stage.now())
            .collect();
        deeds.sort_by_key(Deed::at);
        deeds
    }

    async fn send(&mut self, act: &Act) -> Result<(), Failure> {
        let now = self.stage.now();
        let said = self.phones.check_in(&self.world, &self.places, act, now).await;
        let Some(said) = said else {
            return print(format_args!("{} {} was not answered", self.clock(), self.place(act.checkpoint)));
        };
        let worth_telling =
            said.grade != "confirmed" && said.grade != "likely" || act.shift.is_none() && act.duty.is_some();
        if !worth_telling {
            return Ok(());
        }
        let who = self.world.person(act.person).map_or("", |person| person.name.as_str());
        let (role, place, next) = (act.role.zh(), self.place(act.checkpoint), said.next_step);
        print(format_args!("{} {place} {role}{who} {} {}: {next}", self.clock(), act.kind, said.grade))
    }

    async fn say(&mut self, word: &Word) -> Result<(), Failure> {
        let (path, body, told) = match &word.kind {
            WordKind::CoSign(id) => (format!("/check-ins/{id}/co-signs"), json!({ "reason": word.reason }), "co-signs"),
            WordKind::Alarm(id, school, post) => {
                let body = json!({ "id": id, "checkpoint_id": post, "drill": true, "note": word.reason });
                (format!("/schools/{school}/alarms"), body, "holds the key for help")
            }
            WordKind::AlarmStep(id, step) => {
                (format!("/alarms/{id}/steps"), json!({ "step": step, "text": word.reason }), step.as_str())
            }
            WordKind::Hazard(id, school, post, category, level) => {
                let body = json!({
                    "id": id, "checkpoint_id": post, "category": category, "level": level, "description": word.reason,
                });
                (format!("/schools/{school}/hazards"), body, "reports a hazard:")
            }
            WordKind::HazardStep(id, step, assignee) => {
                let body = json!({ "step": step, "text": word.reason, "assignee_id": assignee });
                (format!("/hazards/{id}/steps"), body, step.as_str())
            }
            WordKind::Inspect(inspected) => {
                let answers: Vec<_> = (0..inspected.items.len())
                    .map(|place| inspected.answer(place))
                    .map(|(answer, note)| json!({ "answer": answer, "note": note }))
                    .collect();
                let body = json!({ "id": inspected.id, "checklist_id": inspected.checklist, "answers": answers });
                (format!("/schools/{}/inspections", inspected.school), body, "inspects the school:")
            }
            WordKind::Void(_) | WordKind::Correct(_) => return Ok(()),
        };
        let done = self.phones.post(word.by, &path, &body).await;
        let who = self.world.person(word.by).map_or("", |person| person.name.as_str());
        if done.is_none() {
            return Ok(());
        }
        print(format_args!("{} {who} {told} {}", self.clock(), word.reason))?;
        let (WordKind::Hazard(id, _, _, BuiltInCategory::Facility, _), Some(file)) =
            (&word.kind, drawing::broken_cover())
        else {
            return Ok(());
        };
        let added = self.phones.photo(word.by, *id, file).await;
        if added { print(format_args!("{} {who} adds a photo", self.clock())) } else { Ok(()) }
    }

    /// Keeps the rosters ahead of the clock.
    async fn plan_ahead(&self, date: NaiveDate) -> Result<(), Failure> {
        let ahead = (0..AHEAD).try_fold(date, |date, _| calendar::next(date));
        let Some(ahead) = ahead else { return Ok(()) };
        let (app, world) = (Arc::clone(&self.app), Arc::clone(&self.world));
        let plan = move || past::plan_shifts(&app, &world, &[(ahead, Script::Chance)]);
        let done = tokio::task::spawn_blocking(plan).await.map_err(Problem::internal).and_then(|done| done);
        done.map_err(|problem| Failure::about("shifts", problem))
    }

    fn clock(&self) -> String {
        self.stage.now().in_zone(ZONE).format("%H:%M:%S").to_string()
    }

    fn place(&self, checkpoint: CheckpointId) -> String {
        let found = self.world.schools.iter().find_map(|school| Some((school, school.post(checkpoint)?)));
        found.map(|(school, post)| format!("{} {}", school.spec.name, post.name)).unwrap_or_default()
    }
}

/// How a date is played.
pub(super) fn script(date: NaiveDate) -> Script {
    if date == calendar::SHOWN { Script::Shown } else { Script::Chance }
}

/// The days whose rosters stand when the show begins: the first, and those after it.
pub(super) fn planned_at_first() -> Vec<(NaiveDate, Script)> {
    let later = std::iter::successors(Some(calendar::SHOWN), |date| calendar::next(*date));
    later.take(AHEAD + 1).map(|date| (date, script(date))).collect()
}
