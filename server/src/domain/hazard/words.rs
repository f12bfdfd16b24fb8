//! What kind of hazard, and how bad.

use chrono::{Days, NaiveDate};

use crate::domain::text_enum::text_enum;

text_enum! {
    /// What kind of hazard it is.
    pub enum HazardCategory {
        /// 治安
        PublicOrder = "public_order",
        /// 交通
        Traffic = "traffic",
        /// 食品
        Food = "food",
        /// 消防
        Fire = "fire",
        /// 文化环境
        Surroundings = "surroundings",
        /// 设施
        Facility = "facility",
        /// 其他
        Other = "other",
    }
}

text_enum! {
    /// How bad it is.
    pub enum HazardLevel {
        /// 一般
        Minor = "minor",
        /// 较大
        Serious = "serious",
        /// 重大
        Major = "major",
    }
}

impl HazardCategory {
    /// The Chinese word.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::PublicOrder => "治安",
            Self::Traffic => "交通",
            Self::Food => "食品",
            Self::Fire => "消防",
            Self::Surroundings => "文化环境",
            Self::Facility => "设施",
            Self::Other => "其他",
        }
    }

    /// The English word.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::PublicOrder => "public order",
            Self::Traffic => "traffic",
            Self::Food => "food",
            Self::Fire => "fire",
            Self::Surroundings => "surroundings",
            Self::Facility => "facility",
            Self::Other => "other",
        }
    }
}

impl HazardLevel {
    /// How many days there are until it is to be put right, unless whoever assigns it says otherwise.
    #[must_use]
    pub const fn days(self) -> u64 {
        match self {
            Self::Minor => 7,
            Self::Serious => 3,
            Self::Major => 1,
        }
    }

    /// The last day on which it is to be put right.
    #[must_use]
    pub fn deadline(self, from: NaiveDate) -> NaiveDate {
        from.checked_add_days(Days::new(self.days())).unwrap_or(from)
    }
}
