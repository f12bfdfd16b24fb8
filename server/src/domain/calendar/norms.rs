//! Templates that make a school usable in one step: posts, windows and duties from published norms (FIELD, norms).
//!
//! A template is a starting point; everything made from it can be edited. Where a norm is silent, the template takes
//! the plainest value and says so here:
//!
//! * The fence of a post is a circle of [`FENCE_RADIUS_M`] around it; fences under 100 m doubt too many honest fixes.
//! * Pick-up starts at dismissal. The lead is 0 minutes where the norm names none.
//! * The kindergarten norm names a time only; its people are one leader, one guard and two teachers.
//! * The layout of eleven posts names no directions. Its offsets put the posts in a plausible order along a road, to be
//!   moved on the map; the two volunteers of the school stand at posts 7 and 11, the ends of the bridge-head.

use chrono::{NaiveTime, TimeDelta};

use crate::domain::lang::Sentence;
use crate::domain::words::{CheckpointKind, Grade, Role, WindowKind};

/// The radius of a post's circle, in metres.
pub const FENCE_RADIUS_M: u16 = 100;

/// A post of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateCheckpoint {
    /// Its name within the template, for the duties.
    pub key: &'static str,
    /// Its name on the sign.
    pub name: Sentence,
    /// What it stands at.
    pub kind: CheckpointKind,
    /// The radius of its circle, in metres.
    pub radius_m: u16,
    /// How far east of the school's gate it starts out, in metres.
    pub east_m: i16,
    /// How far north of the school's gate it starts out, in metres.
    pub north_m: i16,
}

/// The moment of a school's day that a window is measured from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolTimes {
    /// When school starts.
    pub starts: NaiveTime,
    /// When pupils are dismissed.
    pub dismissal: NaiveTime,
}

/// A window of a template: drop-off is measured from the start of school, pick-up from dismissal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateWindow {
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// Its start, in minutes from that moment; negative is before.
    pub from_minutes: i16,
    /// Its end, in minutes from that moment.
    pub to_minutes: i16,
    /// How long before its start people should be on post, in minutes.
    pub lead_minutes: u16,
}

impl TemplateWindow {
    /// The local start and end at a school; nothing if they would leave the day.
    #[must_use]
    pub fn times(&self, school: &SchoolTimes) -> Option<(NaiveTime, NaiveTime)> {
        let moment = match self.kind {
            WindowKind::DropOff => school.starts,
            WindowKind::PickUp => school.dismissal,
        };
        let at = |minutes: i16| match moment.overflowing_add_signed(TimeDelta::minutes(minutes.into())) {
            (time, 0) => Some(time),
            _ => None,
        };
        Some((at(self.from_minutes)?, at(self.to_minutes)?))
    }
}

/// What a template asks of a post in each of its windows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateDuty {
    /// The post's key.
    pub checkpoint: &'static str,
    /// The roles that count.
    pub roles: &'static [Role],
    /// How many people.
    pub count: u16,
    /// From which grade on a proof counts.
    pub min_grade: Grade,
}

/// A way to staff a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub name: Sentence,
    /// Where the norm comes from.
    pub source: Sentence,
    /// Its posts.
    pub checkpoints: &'static [TemplateCheckpoint],
    /// Its windows.
    pub windows: &'static [TemplateWindow],
    /// Its duties, in order, asked in each window.
    pub duties: &'static [TemplateDuty],
}

impl Template {
    /// The template with a code.
    #[must_use]
    pub fn find(code: &str) -> Option<&'static Self> {
        TEMPLATES.iter().find(|template| template.code == code)
    }
}

/// Every template.
pub static TEMPLATES: &[Template] = &[
    Template {
        code: "one_one_two_two",
        name: Sentence::fixed("“1+1+2+2”护学岗", "1+1+2+2"),
        source: Sentence::fixed(
            "惠水：1名民警、1名校领导、2名教师、2名保安",
            "Huishui: one police officer, one school leader, two teachers, two guards",
        ),
        checkpoints: GATE,
        windows: ORDINARY_WINDOWS,
        duties: &[
            duty("gate", POLICE, 1),
            duty("gate", &[Role::SchoolLeader], 1),
            duty("gate", &[Role::Teacher], 2),
            duty("gate", &[Role::Guard], 2),
        ],
    },
    Template {
        code: "police_leader_guard_teacher_parents",
        name: Sentence::fixed("警+校领导+保安+教师+家长", "Police + leader + guard + teacher + parents"),
        source: Sentence::fixed("随县：提前20分钟到岗", "Suixian: on post 20 minutes before"),
        checkpoints: GATE,
        windows: &[window(WindowKind::DropOff, -30, 15, 20), window(WindowKind::PickUp, 0, 30, 20)],
        duties: &[
            duty("gate", POLICE, 1),
            duty("gate", &[Role::SchoolLeader], 1),
            duty("gate", &[Role::Guard], 1),
            duty("gate", &[Role::Teacher], 1),
            duty("gate", &[Role::Parent], 2),
        ],
    },
    Template {
        code: "kindergarten",
        name: Sentence::fixed("幼儿园护学岗", "Kindergarten"),
        source: Sentence::fixed("幼儿园：入园前15分钟到岗", "A kindergarten rule: 15 minutes before"),
        checkpoints: GATE,
        windows: &[window(WindowKind::DropOff, -15, 15, 0), window(WindowKind::PickUp, 0, 30, 0)],
        duties: &[
            duty("gate", &[Role::SchoolLeader], 1),
            duty("gate", &[Role::Guard], 1),
            duty("gate", &[Role::Teacher], 2),
        ],
    },
    Template {
        code: "eleven_posts",
        name: Sentence::fixed("十一岗布局", "Eleven posts"),
        source: Sentence::fixed("一所小学2024年的通知", "A primary school's own notice, 2024"),
        checkpoints: ELEVEN_POSTS,
        windows: ORDINARY_WINDOWS,
        duties: ELEVEN_DUTIES,
    },
];

/// A police officer of either service; an auxiliary does not stand for one.
const POLICE: &[Role] = &[Role::Police, Role::TrafficPolice];
const CLASS_VOLUNTEER: &[Role] = &[Role::Parent];
const SCHOOL_VOLUNTEER: &[Role] = &[Role::Volunteer, Role::Teacher];
const ANY_HELPER: &[Role] = &[Role::Parent, Role::Volunteer, Role::Teacher];

/// 博山 2025: 30 minutes before the start of school until 15 after it; until 30 minutes after dismissal.
const ORDINARY_WINDOWS: &[TemplateWindow] =
    &[window(WindowKind::DropOff, -30, 15, 0), window(WindowKind::PickUp, 0, 30, 0)];

const GATE: &[TemplateCheckpoint] = &[post("gate", "校门", "Gate", CheckpointKind::Gate, 0, 0)];

/// Gate: one leader. Crosswalk: posts 1–4. Car park: 5–6. Bridge-head: 7–11, of which 11 is a three-way junction.
const ELEVEN_POSTS: &[TemplateCheckpoint] = &[
    post("gate", "校门", "Gate", CheckpointKind::Gate, 0, 0),
    post("post_1", "斑马线·1号岗", "Crosswalk, post 1", CheckpointKind::Road, 30, 10),
    post("post_2", "斑马线·2号岗", "Crosswalk, post 2", CheckpointKind::Road, 45, 10),
    post("post_3", "斑马线·3号岗", "Crosswalk, post 3", CheckpointKind::Road, 30, -10),
    post("post_4", "斑马线·4号岗", "Crosswalk, post 4", CheckpointKind::Road, 45, -10),
    post("post_5", "停车场·5号岗", "Car park, post 5", CheckpointKind::DropOffBay, -80, 20),
    post("post_6", "停车场·6号岗", "Car park, post 6", CheckpointKind::DropOffBay, -110, 20),
    post("post_7", "桥头·7号岗", "Bridge-head, post 7", CheckpointKind::Road, 120, 0),
    post("post_8", "桥头·8号岗", "Bridge-head, post 8", CheckpointKind::Road, 145, 0),
    post("post_9", "桥头·9号岗", "Bridge-head, post 9", CheckpointKind::Road, 170, 0),
    post("post_10", "桥头·10号岗", "Bridge-head, post 10", CheckpointKind::Road, 195, 0),
    post("post_11", "三岔路口·11号岗", "Three-way junction, post 11", CheckpointKind::Junction, 220, 0),
];

const ELEVEN_DUTIES: &[TemplateDuty] = &[
    duty("gate", &[Role::SchoolLeader], 1),
    duty("post_1", ANY_HELPER, 1),
    duty("post_2", ANY_HELPER, 1),
    duty("post_3", ANY_HELPER, 1),
    duty("post_4", ANY_HELPER, 1),
    duty("post_5", ANY_HELPER, 1),
    duty("post_6", ANY_HELPER, 1),
    duty("post_7", CLASS_VOLUNTEER, 1),
    duty("post_8", CLASS_VOLUNTEER, 1),
    duty("post_9", CLASS_VOLUNTEER, 1),
    duty("post_10", CLASS_VOLUNTEER, 1),
    duty("post_11", CLASS_VOLUNTEER, 1),
    duty("post_7", SCHOOL_VOLUNTEER, 1),
    duty("post_11", SCHOOL_VOLUNTEER, 1),
];

const fn post(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: CheckpointKind,
    east_m: i16,
    north_m: i16,
) -> TemplateCheckpoint {
    TemplateCheckpoint { key, name: Sentence::fixed(zh, en), kind, radius_m: FENCE_RADIUS_M, east_m, north_m }
}

const fn window(kind: WindowKind, from_minutes: i16, to_minutes: i16, lead_minutes: u16) -> TemplateWindow {
    TemplateWindow { kind, from_minutes, to_minutes, lead_minutes }
}

const fn duty(checkpoint: &'static str, roles: &'static [Role], count: u16) -> TemplateDuty {
    TemplateDuty { checkpoint, roles, count, min_grade: Grade::Likely }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::window::tests::time;
    use super::*;

    fn people(code: &str) -> u16 {
        Template::find(code).unwrap().duties.iter().map(|duty| duty.count).sum()
    }

    #[test]
    fn every_template_is_whole() {
        let codes: BTreeSet<_> = TEMPLATES.iter().map(|template| template.code).collect();
        assert_eq!(codes.len(), TEMPLATES.len());
        for template in TEMPLATES {
            let keys: BTreeSet<_> = template.checkpoints.iter().map(|post| post.key).collect();
            assert_eq!(keys.len(), template.checkpoints.len(), "{}", template.code);
            let asked: BTreeSet<_> = template.duties.iter().map(|duty| duty.checkpoint).collect();
            assert_eq!(asked, keys, "{}: each post is asked for, and each duty has its post", template.code);
            assert!(template.duties.iter().all(|duty| duty.count > 0 && !duty.roles.is_empty()));
            assert!(template.windows.iter().all(|window| window.from_minutes < window.to_minutes));
        }
    }

    #[test]
    fn the_norms_ask_for_their_people() {
        assert_eq!(people("one_one_two_two"), 6);
        assert_eq!(people("police_leader_guard_teacher_parents"), 6);
        assert_eq!(people("kindergarten"), 4);
        assert_eq!(people("eleven_posts"), 1 + 4 + 2 + 5 + 2);
        assert_eq!(Template::find("eleven_posts").unwrap().checkpoints.len(), 12, "eleven posts and the gate");
        assert_eq!(Template::find("nothing"), None);
    }

    #[test]
    fn windows_are_measured_from_the_schools_times() {
        let school = SchoolTimes { starts: time("07:50"), dismissal: time("16:30") };
        let shown = |code: &str| -> Vec<_> {
            Template::find(code).unwrap().windows.iter().map(|window| window.times(&school).unwrap()).collect()
        };
        assert_eq!(shown("one_one_two_two"), [(time("07:20"), time("08:05")), (time("16:30"), time("17:00"))]);
        assert_eq!(shown("kindergarten"), [(time("07:35"), time("08:05")), (time("16:30"), time("17:00"))]);
        let midnight = SchoolTimes { starts: time("00:10"), dismissal: time("23:45") };
        assert!(ORDINARY_WINDOWS.iter().all(|window| window.times(&midnight).is_none()));
    }
}
