//! The norms that plans are made from, with their sources.

use serde::Serialize;

use crate::domain::text_enum::text_enum;

text_enum! {
    /// In which time a number of rounds is asked for.
    pub enum Per {
        /// Each day.
        Day = "day",
        /// Each calendar month.
        Month = "month",
    }
}

impl Per {
    /// In Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Day => "天",
            Self::Month => "月",
        }
    }
}

/// A norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Norm {
    /// Its stable code.
    #[schema(example = "town_school")]
    pub code: &'static str,
    /// What it is about, in Chinese.
    #[schema(example = "城镇学校周边巡逻")]
    pub zh: &'static str,
    /// What it is about, in English.
    #[schema(example = "Rounds near a town school")]
    pub en: &'static str,
    /// The fewest rounds.
    pub rounds: u32,
    /// In which time.
    pub per: Per,
    /// Where it stands, in Chinese.
    #[schema(example = "GB/T 29315-2022 中小学、幼儿园安全防范要求")]
    pub source: &'static str,
    /// Where it stands, in English.
    #[schema(example = "GB/T 29315-2022, security of schools and kindergartens")]
    pub source_en: &'static str,
}

/// The norms that are known.
pub const NORMS: &[Norm] = &[
    Norm {
        code: "town_school",
        zh: "城镇学校周边巡逻",
        en: "Rounds near a town school",
        rounds: 2,
        per: Per::Day,
        source: "地方护学岗工作要求（公开报道）：城镇学校每天至少 2 次",
        source_en: "Local rules for guard posts, as reported: at least 2 a day at a town school",
    },
    Norm {
        code: "key_area",
        zh: "校园重点区域巡查",
        en: "Rounds of key areas of a school",
        rounds: 5,
        per: Per::Day,
        source: "GB/T 29315-2022 中小学、幼儿园安全防范要求（据公开解读，请以标准原文为准）：重点区域每天至少 5 次",
        source_en: "GB/T 29315-2022, security of schools and kindergartens (from published summaries; the standard itself decides): at least 5 a day in key areas",
    },
    Norm {
        code: "responsible_officer",
        zh: "责任民警到校检查",
        en: "Checks by the responsible officer",
        rounds: 2,
        per: Per::Month,
        source: "地方护学岗工作要求（莘口镇，公开报道）：责任民警每月到校检查至少 2 次",
        source_en: "Local rules for guard posts (Xinkou, as reported): at least 2 checks a month at each school",
    },
];
