//! The words of the field (DESIGN section 1), each with one stable text.

use super::text_enum::text_enum;

/// A text that is not one of an enumeration's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not a {kind}")]
pub struct UnknownWord {
    /// The enumeration asked.
    pub kind: &'static str,
    /// The text that was met.
    pub text: String,
}

text_enum! {
    /// In what capacity a person serves at a post (身份).
    pub enum Role {
        /// 民警
        Police = "police",
        /// 辅警
        Auxiliary = "auxiliary",
        /// 交警
        TrafficPolice = "traffic_police",
        /// 保安
        Guard = "guard",
        /// 带班领导
        SchoolLeader = "school_leader",
        /// 教师
        Teacher = "teacher",
        /// 家长志愿者
        Parent = "parent",
        /// 社会志愿者
        Volunteer = "volunteer",
        /// 网格员
        GridWorker = "grid_worker",
    }
}

impl Role {
    /// The Chinese word for the role.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Police => "民警",
            Self::Auxiliary => "辅警",
            Self::TrafficPolice => "交警",
            Self::Guard => "保安",
            Self::SchoolLeader => "带班领导",
            Self::Teacher => "教师",
            Self::Parent => "家长志愿者",
            Self::Volunteer => "社会志愿者",
            Self::GridWorker => "网格员",
        }
    }

    /// The English word for the role.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Police => "police",
            Self::Auxiliary => "auxiliary",
            Self::TrafficPolice => "traffic police",
            Self::Guard => "guard",
            Self::SchoolLeader => "school leader",
            Self::Teacher => "teacher",
            Self::Parent => "parent",
            Self::Volunteer => "volunteer",
            Self::GridWorker => "grid worker",
        }
    }
}

text_enum! {
    /// An office gives rights over an organization's subtree (DESIGN section 8).
    pub enum Office {
        /// Runs a school.
        Principal = "principal",
        /// Answers for safety at a school.
        SafetyOfficer = "safety_officer",
        /// Runs a police station.
        StationChief = "station_chief",
        /// Works at a bureau.
        BureauOfficer = "bureau_officer",
        /// Sets up organizations and people.
        Admin = "admin",
    }
}

text_enum! {
    /// What an organization is.
    pub enum OrganizationKind {
        /// 教育局 (city, county or district)
        Bureau = "bureau",
        /// 派出所
        Station = "station",
        /// 学校、校区、幼儿园
        School = "school",
    }
}

text_enum! {
    /// What a checkpoint stands at.
    pub enum CheckpointKind {
        /// 校门
        Gate = "gate",
        /// 路段
        Road = "road",
        /// 路口
        Junction = "junction",
        /// 接送区
        DropOffBay = "drop_off_bay",
        /// 巡逻点
        PatrolPoint = "patrol_point",
    }
}

text_enum! {
    /// What a window is for (护学时段).
    pub enum WindowKind {
        /// 上学
        DropOff = "drop_off",
        /// 放学
        PickUp = "pick_up",
    }
}

text_enum! {
    /// What a check-in says.
    pub enum CheckInKind {
        /// 到岗
        Arrive = "arrive",
        /// 还在岗
        StillHere = "still_here",
        /// 离岗
        Leave = "leave",
        /// 巡逻经过
        Pass = "pass",
    }
}

text_enum! {
    /// How well a check-in is proven (证据等级). Ordered: a later value is a better grade.
    pub enum Grade {
        /// 无效
        Rejected = "rejected",
        /// 存疑
        Contradicted = "contradicted",
        /// 自报
        Claimed = "claimed",
        /// 可信
        Likely = "likely",
        /// 已确认
        Confirmed = "confirmed",
    }
}

impl Grade {
    /// Whether evidence of this grade can open a stay (DESIGN section 7).
    #[must_use]
    pub const fn opens_a_stay(self) -> bool {
        matches!(self, Self::Confirmed | Self::Likely | Self::Claimed)
    }
}

text_enum! {
    /// Where a fix lies as seen from an area, given its accuracy (DESIGN section 4).
    pub enum FenceClass {
        /// In the area.
        Inside = "inside",
        /// Outside, but within the accuracy of the fix.
        Uncertain = "uncertain",
        /// No usable fix.
        Missing = "missing",
        /// Outside, and by more than the accuracy of the fix.
        Outside = "outside",
    }
}

text_enum! {
    /// How far the time of a check-in can be trusted (DESIGN section 6).
    pub enum ClockQuality {
        /// The monotonic clock was unbroken.
        Good = "good",
        /// Worked out from the phone's wall clock at creation and at sending.
        Fair = "fair",
        /// The phone's wall clock alone.
        Poor = "poor",
    }
}

text_enum! {
    /// The datum of a coordinate (DESIGN section 4).
    pub enum Datum {
        /// GPS, browsers, phones; also CGCS2000 and Tianditu.
        Wgs84 = "wgs84",
        /// Amap, Tencent.
        Gcj02 = "gcj02",
        /// Baidu.
        Bd09 = "bd09",
    }
}

text_enum! {
    /// What kind of day the calendar says a date is.
    pub enum DayKind {
        /// An ordinary school day.
        SchoolDay = "school_day",
        /// A weekend day worked in exchange for a holiday (调休).
        MakeUpDay = "make_up_day",
        /// A public or school holiday.
        Holiday = "holiday",
        /// A Saturday or Sunday.
        Weekend = "weekend",
        /// A school day called off.
        Cancelled = "cancelled",
        /// The year's notice is not loaded.
        Unknown = "unknown",
    }
}

text_enum! {
    /// What the coverage of a duty on a date came to (DESIGN section 7).
    pub enum CoverageStatus {
        /// No gap.
        Covered = "covered",
        /// Some gap.
        Short = "short",
        /// No slot was ever filled.
        Empty = "empty",
        /// A reason is on record.
        Excused = "excused",
        /// Not a school day.
        NotRequired = "not_required",
        /// The calendar of that day is not known.
        Unknown = "unknown",
    }
}

text_enum! {
    /// Where a shift stands (班次).
    pub enum ShiftState {
        /// Planned; the person has not answered.
        Planned = "planned",
        /// Accepted by the person.
        Accepted = "accepted",
        /// Declined by the person; no reason is asked.
        Declined = "declined",
        /// Handed to a declared stand-in, who has a shift of their own.
        HandedOver = "handed_over",
        /// Taken back by the planner.
        Cancelled = "cancelled",
    }
}

impl ShiftState {
    /// Whether the person may be expected at the post.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Planned | Self::Accepted)
    }
}

text_enum! {
    /// What a person is asked to agree to (DESIGN section 8).
    pub enum ConsentKind {
        /// The terms of service and the privacy notice; nobody joins without.
        Terms = "terms",
        /// That one's position goes along with a check-in. Refusable: a person without it still serves.
        Location = "location",
    }
}

text_enum! {
    /// Where a request for a correction (补卡) stands.
    pub enum CorrectionState {
        /// Asked for.
        Requested = "requested",
        /// Agreed to.
        Approved = "approved",
        /// Not agreed to.
        Refused = "refused",
    }
}
