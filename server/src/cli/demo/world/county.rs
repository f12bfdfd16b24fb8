//! The made-up county: a bureau, a station and eight schools of different shape. Nothing of it exists.

use crate::domain::calendar::norms::{FENCE_RADIUS_M, TemplateCheckpoint, TemplateDuty};
use crate::domain::lang::Sentence;
use crate::domain::words::{CheckpointKind, Grade, Role, WindowKind};

/// The bureau.
pub(in crate::cli::demo) const BUREAU: &str = "青禾县教育局";
/// The station; all eight schools are its schools.
pub(in crate::cli::demo) const STATION: &str = "青禾县城关派出所";

/// A school as it is set up.
pub(in crate::cli::demo) struct SchoolSpec {
    pub(in crate::cli::demo) name: &'static str,
    /// What kind of school, as organizations name it.
    pub(in crate::cli::demo) school_type: &'static str,
    /// The gate, degrees in WGS-84.
    pub(in crate::cli::demo) gate: (f64, f64),
    /// Pupils, for the number of guards.
    pub(in crate::cli::demo) pupils: u32,
    pub(in crate::cli::demo) layout: Layout,
    pub(in crate::cli::demo) windows: &'static [WindowSpec],
    /// Whether a position alone is taken here: few signs survive in the rain.
    pub(in crate::cli::demo) fence_only: bool,
    /// People beside the principal, the safety officer and the guards.
    pub(in crate::cli::demo) staff: &'static [(Role, usize)],
}

/// The posts of a school and what is asked of them.
pub(in crate::cli::demo) enum Layout {
    /// A template of the norms, by its code.
    Norm(&'static str),
    /// Posts and duties of its own.
    Own(&'static [TemplateCheckpoint], &'static [TemplateDuty]),
}

/// A weekly window, Monday to Friday and on make-up days.
pub(in crate::cli::demo) struct WindowSpec {
    pub(in crate::cli::demo) kind: WindowKind,
    pub(in crate::cli::demo) name: &'static str,
    /// Minutes after midnight.
    pub(in crate::cli::demo) starts: u16,
    /// Minutes after midnight.
    pub(in crate::cli::demo) ends: u16,
    pub(in crate::cli::demo) lead_minutes: u16,
}

use Role::{Auxiliary, GridWorker, Guard, Parent, Police, SchoolLeader, Teacher, TrafficPolice, Volunteer};
use WindowKind::{DropOff, PickUp};

/// The eight schools.
pub(in crate::cli::demo) static SCHOOLS: &[SchoolSpec] = &[
    SchoolSpec {
        name: "青禾县实验小学",
        school_type: "primary",
        gate: (113.4212, 27.8831),
        pupils: 860,
        layout: Layout::Norm("police_leader_guard_teacher_parents"),
        windows: &[window(DropOff, "上学", (7, 20), (8, 5), 20), window(PickUp, "放学", (16, 30), (17, 0), 20)],
        fence_only: false,
        staff: &[(Police, 2), (SchoolLeader, 2), (Teacher, 8), (Parent, 30), (Volunteer, 2)],
    },
    SchoolSpec {
        name: "青禾县第一小学",
        school_type: "primary",
        gate: (113.4297, 27.8874),
        pupils: 2000,
        layout: Layout::Own(BIG_POSTS, BIG_DUTIES),
        windows: &[
            window(DropOff, "高年级上学", (7, 10), (7, 40), 10),
            window(DropOff, "低年级上学", (7, 40), (8, 10), 0),
            window(PickUp, "低年级放学", (16, 0), (16, 30), 10),
            window(PickUp, "高年级放学", (16, 30), (17, 0), 0),
        ],
        fence_only: false,
        staff: &[(Police, 2), (TrafficPolice, 2), (SchoolLeader, 3), (Teacher, 12), (Parent, 36), (Volunteer, 4)],
    },
    SchoolSpec {
        name: "柳溪镇中心小学",
        school_type: "primary",
        gate: (113.4705, 27.9126),
        pupils: 640,
        layout: Layout::Norm("eleven_posts"),
        windows: &[window(DropOff, "上学", (7, 20), (8, 5), 0), window(PickUp, "放学", (16, 20), (16, 50), 0)],
        fence_only: false,
        staff: &[(SchoolLeader, 3), (Teacher, 10), (Parent, 42), (Volunteer, 6)],
    },
    SchoolSpec {
        name: "石桥村小学",
        school_type: "rural_primary",
        gate: (113.5148, 27.9403),
        pupils: 58,
        layout: Layout::Own(RURAL_POSTS, RURAL_DUTIES),
        windows: &[window(DropOff, "上学", (7, 30), (8, 0), 0), window(PickUp, "放学", (15, 50), (16, 20), 0)],
        fence_only: true,
        staff: &[(Auxiliary, 2), (SchoolLeader, 1), (Teacher, 3), (Parent, 4), (GridWorker, 4)],
    },
    SchoolSpec {
        name: "青禾县第二中学",
        school_type: "junior_high",
        gate: (113.4158, 27.8779),
        pupils: 1480,
        layout: Layout::Norm("one_one_two_two"),
        windows: &[window(DropOff, "上学", (7, 0), (7, 35), 0), window(PickUp, "放学", (17, 30), (18, 0), 0)],
        fence_only: false,
        staff: &[(Police, 2), (SchoolLeader, 3), (Teacher, 10)],
    },
    SchoolSpec {
        name: "东坪九年一贯制学校",
        school_type: "nine_year",
        gate: (113.4403, 27.8692),
        pupils: 1760,
        layout: Layout::Own(NINE_YEAR_POSTS, NINE_YEAR_DUTIES),
        windows: &[window(DropOff, "上学", (7, 15), (8, 0), 0), window(PickUp, "放学", (16, 40), (17, 15), 0)],
        fence_only: false,
        staff: &[(Police, 2), (TrafficPolice, 2), (SchoolLeader, 3), (Teacher, 12), (Parent, 14), (GridWorker, 3)],
    },
    SchoolSpec {
        name: "小青苗幼儿园",
        school_type: "kindergarten",
        gate: (113.4236, 27.8858),
        pupils: 240,
        layout: Layout::Norm("kindergarten"),
        windows: &[window(DropOff, "入园", (7, 45), (8, 15), 0), window(PickUp, "离园", (16, 20), (16, 50), 0)],
        fence_only: false,
        staff: &[(SchoolLeader, 1), (Teacher, 6), (Parent, 6)],
    },
    SchoolSpec {
        name: "向阳路幼儿园",
        school_type: "kindergarten",
        gate: (113.4331, 27.8815),
        pupils: 95,
        layout: Layout::Norm("kindergarten"),
        windows: &[window(DropOff, "入园", (7, 50), (8, 20), 0), window(PickUp, "离园", (16, 30), (17, 0), 0)],
        fence_only: true,
        staff: &[(SchoolLeader, 1), (Teacher, 5), (Parent, 4)],
    },
];

const BIG_POSTS: &[TemplateCheckpoint] = &[
    post("north_gate", "北门", CheckpointKind::Gate, (0, 0)),
    post("east_gate", "东门", CheckpointKind::Gate, (140, -60)),
    post("junction", "学府路口", CheckpointKind::Junction, (-90, 70)),
    post("bay", "家长接送区", CheckpointKind::DropOffBay, (210, 30)),
];
const BIG_DUTIES: &[TemplateDuty] = &[
    duty("north_gate", &[Police], 1),
    duty("north_gate", &[SchoolLeader], 1),
    duty("north_gate", &[Guard], 2),
    duty("north_gate", &[Teacher], 2),
    duty("east_gate", &[Guard], 1),
    duty("east_gate", &[Teacher], 1),
    duty("east_gate", &[Parent, Volunteer], 2),
    duty("junction", &[TrafficPolice, Police], 1),
    duty("junction", &[Parent, Volunteer], 2),
    duty("bay", &[Parent, Volunteer, Teacher], 3),
];

const RURAL_POSTS: &[TemplateCheckpoint] =
    &[post("gate", "校门", CheckpointKind::Gate, (0, 0)), post("road", "村道弯道", CheckpointKind::Road, (180, 40))];
const RURAL_DUTIES: &[TemplateDuty] = &[
    duty("gate", &[SchoolLeader, Teacher], 1),
    duty("gate", &[Guard], 1),
    duty("road", &[GridWorker, Auxiliary], 1),
    duty("road", &[Parent, Teacher], 1),
];

const NINE_YEAR_POSTS: &[TemplateCheckpoint] = &[
    post("primary_gate", "小学部校门", CheckpointKind::Gate, (0, 0)),
    post("junior_gate", "初中部校门", CheckpointKind::Gate, (-170, 20)),
    post("crossing", "东坪路斑马线", CheckpointKind::Junction, (60, -50)),
];
const NINE_YEAR_DUTIES: &[TemplateDuty] = &[
    duty("primary_gate", &[Police], 1),
    duty("primary_gate", &[SchoolLeader], 1),
    duty("primary_gate", &[Guard], 2),
    duty("primary_gate", &[Teacher], 2),
    duty("junior_gate", &[Guard], 1),
    duty("junior_gate", &[Teacher], 2),
    duty("crossing", &[TrafficPolice], 1),
    duty("crossing", &[Parent], 2),
    duty("crossing", &[GridWorker], 1),
];

const fn window(
    kind: WindowKind,
    name: &'static str,
    from: (u16, u16),
    to: (u16, u16),
    lead_minutes: u16,
) -> WindowSpec {
    WindowSpec { kind, name, starts: from.0 * 60 + from.1, ends: to.0 * 60 + to.1, lead_minutes }
}

const fn post(
    key: &'static str,
    name: &'static str,
    kind: CheckpointKind,
    (east_m, north_m): (i16, i16),
) -> TemplateCheckpoint {
    TemplateCheckpoint { key, name: Sentence::fixed(name, name), kind, radius_m: FENCE_RADIUS_M, east_m, north_m }
}

const fn duty(checkpoint: &'static str, roles: &'static [Role], count: u16) -> TemplateDuty {
    TemplateDuty { checkpoint, roles, count, min_grade: Grade::Likely }
}
