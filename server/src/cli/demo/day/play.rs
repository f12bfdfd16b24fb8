//! Plays a roster: each person's habit becomes check-ins.

use chrono::TimeDelta;
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::act::{Act, PhoneClock, Sent, Shown, Word, WordKind};
use super::fix::{self, Signal};
use super::habit::{self, Habit};
use super::roster::{Roster, Slot};
use super::{Day, Script, today};
use crate::cli::demo::world::{Post, School, World, ids};
use crate::domain::id::{CheckInId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, CheckpointKind, Office, Role, WindowKind};

/// Plays a drop-off or a pick-up.
pub(super) fn play(
    world: &World,
    school: &School,
    roster: &Roster,
    script: Script,
    random: &mut StdRng,
    day: &mut Day,
) {
    let mut before: Option<&Slot> = None;
    for slot in &roster.slots {
        let number = roster.slots.iter().filter(|other| other.position == slot.position);
        let number = number.take_while(|other| other.person != slot.person).count();
        let habit = habit_of(school, roster, slot, number, script, random);
        let Some(post) = school.post(slot.checkpoint) else { continue };
        let lender = before.map(|slot| slot.person);
        let mut stint = Stint { world, school, roster, slot, post, day, random, person: slot.person, role: slot.role };
        stint.follow(habit, lender);
        before = Some(slot);
    }
}

fn habit_of(
    school: &School,
    roster: &Roster,
    slot: &Slot,
    number: usize,
    script: Script,
    random: &mut StdRng,
) -> Habit {
    let drawn = habit::draw(random);
    match script {
        Script::Storm if slot.role != Role::Guard => Habit::Absent,
        Script::Shown if roster.kind == WindowKind::DropOff => {
            today::part(school.spec.name, slot.position, number).unwrap_or(Habit::Steady)
        }
        Script::Chance | Script::Shown | Script::Storm => drawn,
    }
}

/// How a check-in is made.
#[derive(Clone, Copy)]
struct Manner {
    shown: Option<Shown>,
    signal: Signal,
    delay: Option<(u16, PhoneClock)>,
    phone_of: Option<PersonId>,
}

const PLAIN: Manner = Manner { shown: None, signal: Signal::Good, delay: None, phone_of: None };

/// One person at one post for one drop-off or pick-up.
struct Stint<'a> {
    world: &'a World,
    school: &'a School,
    roster: &'a Roster,
    slot: &'a Slot,
    post: &'a Post,
    day: &'a mut Day,
    random: &'a mut StdRng,
    person: PersonId,
    role: Role,
}

impl Stint<'_> {
    fn follow(&mut self, habit: Habit, lender: Option<PersonId>) {
        let (come, go) = (self.in_time(), self.afterwards());
        let starts = self.roster.starts;
        match habit {
            Habit::Steady => self.stay(come, go, PLAIN),
            Habit::Forgetful => drop(self.check_in(CheckInKind::Arrive, come, PLAIN)),
            Habit::Late(minutes) => {
                let come = self.about(starts, minutes);
                self.stay(come, go, PLAIN);
            }
            Habit::LeavesEarly(minutes) => {
                self.stay(come, self.roster.ends.minus(TimeDelta::minutes(minutes.into())), PLAIN);
            }
            Habit::Absent => (),
            Habit::Replaced(minutes) => self.replaced(minutes, go),
            Habit::NoLocation { co_signed } => self.without_location(come, go, co_signed),
            Habit::Vague => self.stay(come, go, Manner { signal: Signal::Vague, ..PLAIN }),
            Habit::Coarse => self.stay(come, go, Manner { signal: Signal::Coarse, ..with(Shown::Sign) }),
            Habit::Offline(minutes, clock) => self.stay(come, go, Manner { delay: Some((minutes, clock)), ..PLAIN }),
            Habit::PhotoFirst => {
                self.check_in(CheckInKind::Arrive, come, Manner { signal: Signal::Far, ..with(Shown::Sign) });
                let come = self.about(starts, 5);
                self.stay(come, go, PLAIN);
            }
            Habit::PhotoOnly => {
                self.check_in(CheckInKind::Arrive, come, Manner { signal: Signal::Far, ..with(Shown::Sign) });
            }
            Habit::KeptScreen => self.stay(come, go, with(Shown::KeptScreen)),
            Habit::Borrows => self.stay(come, go, Manner { phone_of: lender, ..PLAIN }),
            Habit::Mocked => self.stay(come, go, Manner { signal: Signal::Mocked, ..PLAIN }),
            Habit::OldSign => {
                self.check_in(CheckInKind::Arrive, come, with(Shown::OldSign));
                self.stay(come.plus(TimeDelta::seconds(50)), go, PLAIN);
            }
            Habit::FlatPhone => self.correct(come, go),
            Habit::Voided => self.voided(come, go),
        }
    }

    /// Arrives, says "still here" before the proof runs out, leaves.
    fn stay(&mut self, come: Moment, go: Moment, manner: Manner) {
        self.check_in(CheckInKind::Arrive, come, manner);
        let mut at = self.about(come, 24);
        while at < go.minus(TimeDelta::minutes(8)) {
            self.check_in(CheckInKind::StillHere, at, manner);
            at = self.about(at, 24);
        }
        self.check_in(CheckInKind::Leave, go, manner);
    }

    fn replaced(&mut self, minutes: u16, go: Moment) {
        let Some((role, person)) = self.roster.spare(self.school, self.slot.roles) else { return };
        (self.role, self.person) = (role, person);
        let come = self.about(self.roster.starts, minutes);
        self.stay(come, go, PLAIN);
    }

    fn without_location(&mut self, come: Moment, go: Moment, co_signed: bool) {
        let from = self.day.acts.len();
        self.stay(come, go, Manner { signal: Signal::None, ..with(Shown::Sign) });
        let Some(leader) = self.leader().filter(|leader| co_signed && *leader != self.person) else { return };
        let made = self.day.acts.iter().skip(from).filter(|act| act.kind != CheckInKind::Leave);
        let words: Vec<Word> = made
            .map(|act| Word {
                kind: WordKind::CoSign(act.id),
                by: leader,
                at: act.sent.at.plus(TimeDelta::seconds(90)),
                reason: "本人在岗，手机定位打不开",
            })
            .collect();
        self.day.words.extend(words);
    }

    /// What would have been checked in is asked for in the evening.
    fn correct(&mut self, come: Moment, go: Moment) {
        let from = self.day.acts.len();
        self.stay(come, go, Manner { signal: Signal::None, ..with(Shown::Sign) });
        let missed = self.day.acts.split_off(from);
        let Some(principal) = self.world.holder(self.school.id, Office::Principal) else { return };
        let at = self.roster.ends.plus(TimeDelta::minutes(70));
        let reason = "手机没电，当时未能打卡";
        self.day.words.push(Word { kind: WordKind::Correct(missed), by: principal.id, at, reason });
    }

    fn voided(&mut self, come: Moment, go: Moment) {
        self.stay(come, go, PLAIN);
        let after = self.about(self.roster.ends, 12);
        let mistaken = self.check_in(CheckInKind::Arrive, after, with(Shown::Sign));
        let Some(officer) = self.world.holder(self.school.id, Office::SafetyOfficer) else { return };
        let at = self.roster.ends.plus(TimeDelta::minutes(40));
        let reason = "收牌时误扫，人已离岗";
        self.day.words.push(Word { kind: WordKind::Void(mistaken), by: officer.id, at, reason });
    }

    fn check_in(&mut self, kind: CheckInKind, at: Moment, manner: Manner) -> CheckInId {
        let shown = manner.shown.unwrap_or_else(|| self.usual());
        let fix = fix::draw(self.post, manner.signal, self.random);
        // A position alone needs a position.
        let shown = if fix.is_none() && shown == Shown::Position { Shown::Sign } else { shown };
        let (sent_at, clock) = match manner.delay {
            Some((minutes, clock)) => (at.max(self.roster.ends).plus(TimeDelta::minutes(minutes.into())), clock),
            None => (at.plus(TimeDelta::milliseconds(self.random.random_range(300..2_500))), PhoneClock::Whole),
        };
        let id = CheckInId(ids::at(at, self.random));
        let Some((duty, shift)) = self.slot.at(at) else { return id };
        let (duty, shift) = (Some(duty), (self.person == self.slot.person).then_some(shift));
        let phone_of = manner.phone_of.unwrap_or(self.person);
        let (person, role, checkpoint) = (self.person, self.role, self.post.id);
        let sent = Sent { at: sent_at, clock };
        self.day.acts.push(Act { id, person, role, checkpoint, kind, at, shown, fix, sent, phone_of, duty, shift });
        id
    }

    /// What people scan when nothing special happens.
    fn usual(&mut self) -> Shown {
        let screen = self.school.screen_at().is_some_and(|post| post.id == self.post.id);
        let drawn = self.random.random_range(0..100);
        match drawn {
            0..50 if screen => Shown::Screen,
            0..30 if self.school.spec.fence_only => Shown::Position,
            93.. => Shown::ShortCode,
            _ => Shown::Sign,
        }
    }

    fn leader(&self) -> Option<PersonId> {
        let leading = |slot: &&Slot| slot.role == Role::SchoolLeader && slot.checkpoint == self.post.id;
        self.roster.slots.iter().find(leading).map(|slot| slot.person)
    }

    fn in_time(&mut self) -> Moment {
        let seconds = self.random.random_range(40..540);
        self.roster.starts.minus(TimeDelta::minutes(self.roster.lead_minutes.into()) + TimeDelta::seconds(seconds))
    }

    fn afterwards(&mut self) -> Moment {
        self.roster.ends.plus(TimeDelta::seconds(self.random.random_range(5..260)))
    }

    /// So many minutes after a moment, give or take a minute and a half.
    fn about(&mut self, moment: Moment, minutes: u16) -> Moment {
        moment.plus(TimeDelta::seconds(i64::from(minutes) * 60 + self.random.random_range(-90..90)))
    }
}

const fn with(shown: Shown) -> Manner {
    Manner { shown: Some(shown), ..PLAIN }
}

impl School {
    /// The post whose gate room has a screen: the first gate of a school that takes codes alone.
    pub(in crate::cli::demo) fn screen_at(&self) -> Option<&Post> {
        let gate = self.posts.iter().find(|post| post.kind == CheckpointKind::Gate)?;
        (!self.spec.fence_only).then_some(gate)
    }
}
