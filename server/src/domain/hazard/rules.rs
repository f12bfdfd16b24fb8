//! What a bureau decides about hazards: which categories there are, and how many days each level leaves (`docs/hazards.md`).
//!
//! What a bureau sets is laid over what holds above it. Only what differs is kept, so that what it leaves alone follows the bureau above.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{BuiltInCategory, HazardCategory, HazardLevel};
use crate::domain::lang::Lang;

/// The most categories, retired ones too.
const MOST_CATEGORIES: usize = 60;
/// The longest Chinese name, characters.
const LONGEST_ZH: usize = 20;
/// The longest English name, characters.
const LONGEST_EN: usize = 40;
/// The most days that a level leaves.
const MOST_DAYS: u32 = 90;

/// A category as it holds somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its key.
    pub key: HazardCategory,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Whether nothing new is reported in it.
    pub retired: bool,
}

/// How many days there are from the day of the report until a hazard is to be put right, unless whoever assigns it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelDays {
    /// 一般
    #[schema(example = 7, minimum = 1, maximum = 90)]
    pub minor: u32,
    /// 较大
    #[schema(example = 3, minimum = 1, maximum = 90)]
    pub serious: u32,
    /// 重大
    #[schema(example = 1, minimum = 1, maximum = 90)]
    pub major: u32,
}

/// What holds somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HazardRules {
    /// The categories in their order, retired ones too.
    pub categories: Vec<Category>,
    /// The days by level.
    pub days: LevelDays,
}

/// What a bureau keeps of a category: only what it does not take from above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCategory {
    /// Its key.
    pub key: HazardCategory,
    /// Its own Chinese name.
    pub zh: Option<String>,
    /// Its own English name.
    pub en: Option<String>,
    /// Whether the bureau retired it.
    pub retired: bool,
}

/// What a bureau keeps: its categories in its order, and its days if it has its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnRules {
    /// The categories.
    pub categories: Vec<OwnCategory>,
    /// The days.
    pub days: Option<LevelDays>,
}

/// A category as a bureau wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedCategory {
    /// Its key; none for a new one.
    pub key: Option<HazardCategory>,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Whether nothing new is to be reported in it.
    pub retired: bool,
}

/// What is wrong with an input: the field, and a text in both languages.
type Wrong = (String, String);

impl LevelDays {
    /// Those that hold where no bureau sets others.
    pub const BUILT_IN: Self = Self { minor: 7, serious: 3, major: 1 };

    /// The days of a level.
    #[must_use]
    pub const fn of(&self, level: HazardLevel) -> u32 {
        match level {
            HazardLevel::Minor => self.minor,
            HazardLevel::Serious => self.serious,
            HazardLevel::Major => self.major,
        }
    }

    /// The last day on which a hazard of a level, reported on a day, is to be put right.
    #[must_use]
    pub fn deadline(&self, level: HazardLevel, reported: NaiveDate) -> NaiveDate {
        reported.checked_add_days(Days::new(self.of(level).into())).unwrap_or(reported)
    }

    /// Each level leaves some days, and a worse one never more than a lesser one.
    fn checked(self) -> Result<Self, Wrong> {
        let wrong = |field: &str, text: String| Err((format!("days.{field}"), text));
        for (field, days) in [("minor", self.minor), ("serious", self.serious), ("major", self.major)] {
            if !(1..=MOST_DAYS).contains(&days) {
                return wrong(field, format!("1 to {MOST_DAYS} days / 1 至 {MOST_DAYS} 天"));
            }
        }
        let more = "not more than for the level below / 不能多于较轻的级别".to_owned();
        match self {
            Self { minor, serious, .. } if serious > minor => wrong("serious", more),
            Self { serious, major, .. } if major > serious => wrong("major", more),
            _ => Ok(self),
        }
    }
}

impl HazardRules {
    /// Those that come with huxue.
    #[must_use]
    pub fn built_in() -> Self {
        let named = |one: &BuiltInCategory| Category {
            key: (*one).into(),
            zh: one.name(Lang::Zh).to_owned(),
            en: one.name(Lang::En).to_owned(),
            retired: false,
        };
        Self { categories: BuiltInCategory::ALL.iter().map(named).collect(), days: LevelDays::BUILT_IN }
    }

    /// The category with that key, retired or not.
    #[must_use]
    pub fn find(&self, key: &HazardCategory) -> Option<&Category> {
        self.categories.iter().find(|one| one.key == *key)
    }

    /// Whether something new may be reported in a category.
    #[must_use]
    pub fn offers(&self, key: &HazardCategory) -> bool {
        self.find(key).is_some_and(|one| !one.retired)
    }

    /// What holds under a bureau that keeps `own`: its categories in its order, then those from above that it does not name. What is retired
    /// above is retired.
    #[must_use]
    pub fn under(self, own: &OwnRules) -> Self {
        let mut above = self.categories;
        let mut categories = Vec::with_capacity(above.len());
        for one in &own.categories {
            let known = above.iter().position(|known| known.key == one.key).map(|place| above.remove(place));
            let (zh, en, retired) = known.map_or_else(Default::default, |known| (known.zh, known.en, known.retired));
            categories.push(Category {
                key: one.key.clone(),
                zh: one.zh.clone().unwrap_or(zh),
                en: one.en.clone().unwrap_or(en),
                retired: retired || one.retired,
            });
        }
        categories.append(&mut above);
        Self { categories, days: own.days.unwrap_or(self.days) }
    }

    /// What a bureau under these keeps of what it wants, given what it kept until now.
    ///
    /// # Errors
    /// The field that cannot be used, and why.
    pub fn kept(
        &self,
        own: &OwnRules,
        wanted: Vec<WantedCategory>,
        days: Option<LevelDays>,
    ) -> Result<OwnRules, Wrong> {
        let until_now = self.clone().under(own);
        if !(1..=MOST_CATEGORIES).contains(&wanted.len()) {
            let text = format!("1 to {MOST_CATEGORIES} categories / 1 至 {MOST_CATEGORIES} 个类别");
            return Err(("categories".to_owned(), text));
        }
        let wanted =
            wanted.into_iter().enumerate().map(|(place, one)| one.checked(place)).collect::<Result<Vec<_>, _>>()?;
        each_once(&wanted)?;
        let named = |key: &HazardCategory| wanted.iter().any(|one| one.key.as_ref() == Some(key));
        if own.categories.iter().any(|one| self.find(&one.key).is_none() && !named(&one.key)) {
            let text = "a category is retired, not left out / 类别只能停用，不能去掉";
            return Err(("categories".to_owned(), text.to_owned()));
        }
        let mut categories = Vec::with_capacity(wanted.len());
        for (place, one) in wanted.into_iter().enumerate() {
            if one.key.as_ref().is_some_and(|key| until_now.find(key).is_none()) {
                return Err((
                    format!("categories[{place}].key"),
                    "there is no such category here / 没有这个类别".to_owned(),
                ));
            }
            let above = one.key.as_ref().and_then(|key| self.find(key));
            if above.is_some_and(|above| above.retired) && !one.retired {
                let text = "retired by the bureau above / 已由上级教育局停用";
                return Err((format!("categories[{place}].retired"), text.to_owned()));
            }
            categories.push(OwnCategory {
                zh: Some(one.zh).filter(|zh| above.is_none_or(|above| above.zh != *zh)),
                en: Some(one.en).filter(|en| above.is_none_or(|above| above.en != *en)),
                retired: one.retired && above.is_none_or(|above| !above.retired),
                key: one.key.unwrap_or_else(HazardCategory::fresh),
            });
        }
        let kept = OwnRules { categories, days: days.map(LevelDays::checked).transpose()? };
        if self.clone().under(&kept).categories.iter().all(|one| one.retired) {
            return Err(("categories".to_owned(), "one has to be left / 至少保留一个在用的类别".to_owned()));
        }
        Ok(kept)
    }
}

impl WantedCategory {
    /// The same with its names trimmed.
    fn checked(self, place: usize) -> Result<Self, Wrong> {
        let name = |field: &str, text: &str, longest: usize| {
            let text = text.trim();
            if (1..=longest).contains(&text.chars().count()) && !text.contains(char::is_control) {
                return Ok(text.to_owned());
            }
            let told = format!("1 to {longest} characters / 1 至 {longest} 字");
            Err((format!("categories[{place}].{field}"), told))
        };
        Ok(Self { zh: name("zh", &self.zh, LONGEST_ZH)?, en: name("en", &self.en, LONGEST_EN)?, ..self })
    }
}

/// No key comes twice, and no two that are offered have the same name.
fn each_once(wanted: &[WantedCategory]) -> Result<(), Wrong> {
    let (mut keys, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (place, one) in wanted.iter().enumerate() {
        if one.key.as_ref().is_some_and(|key| !keys.insert(key)) {
            return Err((format!("categories[{place}].key"), "named twice / 重复".to_owned()));
        }
        for (field, name) in [("zh", one.zh.to_lowercase()), ("en", one.en.to_lowercase())] {
            if !one.retired && !names.insert((field, name)) {
                return Err((format!("categories[{place}].{field}"), "another has that name / 名称重复".to_owned()));
            }
        }
    }
    Ok(())
}
