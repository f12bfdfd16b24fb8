//! The checklists that come with huxue. One that changes gets another id and the old one stays, because inspections refer to it.
//!
//! How often: the duty head at least twice a day, the responsible officer at least twice a month (莘口镇, as reported in public).

use uuid::Uuid;

use super::checklist::{Checklist, ChecklistItem};
use super::words::Inspector;
use crate::domain::hazard::BuiltInCategory::{Facility, Fire, Food, PublicOrder, Surroundings, Traffic};
use crate::domain::hazard::HazardLevel::{Major, Minor, Serious};
use crate::domain::hazard::{BuiltInCategory, HazardLevel};
use crate::domain::id::ChecklistId;
use crate::domain::lang::Lang;
use crate::domain::patrol::Per;

/// An item in both languages.
#[derive(Debug)]
pub struct BuiltInItem {
    /// In Chinese; so a hazard is described.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    category: BuiltInCategory,
    level: HazardLevel,
}

/// A checklist in both languages.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: ChecklistId,
    zh: &'static str,
    en: &'static str,
    inspector: Inspector,
    per: Per,
    times: u32,
    items: &'static [BuiltInItem],
}

impl BuiltIn {
    /// The checklist in a language.
    #[must_use]
    pub fn read_in(&self, lang: Lang) -> Checklist {
        let word = |zh: &'static str, en: &'static str| if lang == Lang::Zh { zh } else { en }.to_owned();
        let item = |item: &BuiltInItem| ChecklistItem {
            text: word(item.zh, item.en),
            category: item.category.into(),
            level: item.level,
        };
        Checklist {
            name: word(self.zh, self.en),
            inspector: self.inspector,
            per: self.per,
            times: self.times,
            items: self.items.iter().map(item).collect(),
        }
    }
}

/// The one with that id, if there is one.
#[must_use]
pub fn built_in(id: ChecklistId) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|one| one.id == id)
}

const fn item(category: BuiltInCategory, level: HazardLevel, zh: &'static str, en: &'static str) -> BuiltInItem {
    BuiltInItem { zh, en, category, level }
}

/// Those that there are.
pub const BUILT_IN: &[BuiltIn] = &[
    BuiltIn {
        id: ChecklistId(Uuid::from_u128(0x019a_c000_0000_7000_8000_0000_0000_0001)),
        zh: "带班领导每日检查",
        en: "Daily check by the duty head",
        inspector: Inspector::DutyHead,
        per: Per::Day,
        times: 2,
        items: &[
            item(
                PublicOrder,
                Serious,
                "护学岗人员按时到岗、佩戴标识",
                "Posts are staffed in time, and people wear their marks",
            ),
            item(
                PublicOrder,
                Serious,
                "门卫保安在岗，头盔、防刺服、盾牌、钢叉等装备齐全",
                "Gate guards are there, with helmets, vests, shields and forks at hand",
            ),
            item(
                PublicOrder,
                Serious,
                "外来人员、车辆登记并核实后入校",
                "Visitors and vehicles are registered and verified before they come in",
            ),
            item(Facility, Serious, "一键报警和校门监控完好", "The one-key alarm and the cameras at the gate work"),
            item(
                Traffic,
                Minor,
                "校门前通道畅通，接送车辆有序停放",
                "The way in front of the gate is clear, and cars stop in order",
            ),
            item(Fire, Major, "消防通道畅通，安全出口未锁闭", "Fire lanes are clear, and no exit is locked"),
            item(Food, Serious, "食堂留样、晨检记录完整", "The canteen keeps its samples and its morning records"),
            item(
                Facility,
                Minor,
                "楼梯、护栏、操场设施无破损",
                "Stairs, railings and the sports ground are not damaged",
            ),
        ],
    },
    BuiltIn {
        id: ChecklistId(Uuid::from_u128(0x019a_c000_0000_7000_8000_0000_0000_0002)),
        zh: "责任民警每月到校检查",
        en: "Monthly check by the responsible officer",
        inspector: Inspector::Officer,
        per: Per::Month,
        times: 2,
        items: &[
            item(
                PublicOrder,
                Serious,
                "专职保安按规定配备，持证上岗",
                "There are as many full-time guards as the rules ask, each with a licence",
            ),
            item(
                PublicOrder,
                Serious,
                "安防装备齐全有效，保安会使用",
                "Security equipment is complete and in order, and the guards can use it",
            ),
            item(
                Facility,
                Serious,
                "一键报警试警成功，视频联网正常",
                "The one-key alarm was tested and got through, and the video link works",
            ),
            item(
                PublicOrder,
                Serious,
                "封闭管理落实，外来人员登记完整",
                "The campus is closed to outsiders, and visitors are registered",
            ),
            item(
                Traffic,
                Serious,
                "门前 150 米内斑马线、限速和警示标志完好",
                "Crosswalks, speed limits and warning signs within 150 m of the gate are in order",
            ),
            item(
                Food,
                Minor,
                "校园周边 200 米内无流动食品摊贩",
                "No street vendors sell food within 200 m of the school",
            ),
            item(
                Surroundings,
                Serious,
                "校园周边 200 米内无网吧、娱乐场所等禁设场所",
                "No internet cafés or other venues that are forbidden lie within 200 m of the school",
            ),
            item(
                Fire,
                Major,
                "消防通道畅通，灭火器在有效期内",
                "Fire lanes are clear, and fire extinguishers are in date",
            ),
            item(
                PublicOrder,
                Minor,
                "矛盾纠纷和重点人员已排查并登记",
                "Disputes and people of concern near the school were looked into and noted",
            ),
        ],
    },
];
