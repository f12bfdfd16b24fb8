//! For whom a checklist is, and what may be answered.

use crate::domain::rights::Holding;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Office, Role};

text_enum! {
    /// Who goes through a checklist.
    pub enum Inspector {
        /// 带班领导、安全负责人、校长
        DutyHead = "duty_head",
        /// 责任民警
        Officer = "officer",
        /// Whoever is on duty at the school or answers for it.
        Anyone = "anyone",
    }
}

impl Inspector {
    /// Whether somebody who holds this at the school, or over it, goes through such a checklist. An auxiliary (辅警) checks no
    /// school in place of an officer.
    #[must_use]
    pub const fn includes(self, holding: Holding) -> bool {
        match self {
            Self::DutyHead => matches!(
                holding,
                Holding::Role { role: Role::SchoolLeader, .. }
                    | Holding::Office(Office::Principal | Office::SafetyOfficer)
            ),
            Self::Officer => matches!(
                holding,
                Holding::Role { role: Role::Police | Role::TrafficPolice, .. } | Holding::Office(Office::StationChief)
            ),
            Self::Anyone => true,
        }
    }
}

text_enum! {
    /// What somebody answers to an item.
    pub enum InspectionAnswer {
        /// It is as it should be.
        Yes = "yes",
        /// It is not: a hazard.
        No = "no",
        /// There is no such thing here.
        NotApplicable = "not_applicable",
    }
}
