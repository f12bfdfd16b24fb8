//! What kind of hazard: a key that never changes, with names that may.

use std::borrow::Cow;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::lang::Lang;
use crate::domain::text_enum::text_enum;
use crate::domain::words::UnknownWord;

/// The longest key, characters.
const LONGEST_KEY: usize = 40;

text_enum! {
    /// The categories that come with huxue. A bureau may name, order and retire them, and add others.
    pub enum BuiltInCategory {
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

impl BuiltInCategory {
    /// Its name until a bureau gives it another.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::PublicOrder => ("治安", "Public order"),
            Self::Traffic => ("交通", "Traffic"),
            Self::Food => ("食品", "Food"),
            Self::Fire => ("消防", "Fire"),
            Self::Surroundings => ("文化环境", "Surroundings"),
            Self::Facility => ("设施", "Facility"),
            Self::Other => ("其他", "Other"),
        };
        lang.pick(zh, en)
    }
}

/// The key of a category. A hazard keeps it for ever, whatever the category is called later.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "traffic", pattern = "^[a-z0-9_]{1,40}$")]
pub struct HazardCategory(Cow<'static, str>);

impl HazardCategory {
    /// The key of a new category, which no bureau has.
    #[must_use]
    pub fn fresh() -> Self {
        Self(Cow::Owned(format!("c{}", Uuid::now_v7().simple())))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<BuiltInCategory> for HazardCategory {
    fn from(one: BuiltInCategory) -> Self {
        Self(Cow::Borrowed(one.as_str()))
    }
}

impl FromStr for HazardCategory {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if (1..=LONGEST_KEY).contains(&text.len()) && text.chars().all(plain) {
            return Ok(Self(Cow::Owned(text.to_owned())));
        }
        Err(UnknownWord { kind: "HazardCategory", text: text.to_owned() })
    }
}

impl TryFrom<String> for HazardCategory {
    type Error = UnknownWord;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<HazardCategory> for String {
    fn from(key: HazardCategory) -> Self {
        key.0.into_owned()
    }
}
