//! A set of weekdays.

use chrono::Weekday;

use crate::domain::text_enum::text_enum;

text_enum! {
    /// A weekday as texts name it.
    pub enum DayName {
        /// 周一
        Monday = "mon",
        /// 周二
        Tuesday = "tue",
        /// 周三
        Wednesday = "wed",
        /// 周四
        Thursday = "thu",
        /// 周五
        Friday = "fri",
        /// 周六
        Saturday = "sat",
        /// 周日
        Sunday = "sun",
    }
}

impl From<DayName> for Weekday {
    fn from(name: DayName) -> Self {
        match name {
            DayName::Monday => Self::Mon,
            DayName::Tuesday => Self::Tue,
            DayName::Wednesday => Self::Wed,
            DayName::Thursday => Self::Thu,
            DayName::Friday => Self::Fri,
            DayName::Saturday => Self::Sat,
            DayName::Sunday => Self::Sun,
        }
    }
}

impl From<Weekday> for DayName {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }
}

/// A set of weekdays, kept as seven bits: bit 0 is Monday, bit 6 is Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const WORKDAYS: Self = Self(0b001_1111);

    /// The set of the seven lowest bits; nothing if another bit is set.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits < 1 << 7 { Some(Self(bits)) } else { None }
    }

    /// The seven bits.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a weekday is in the set.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// Whether no weekday is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The weekdays of the set, Monday first.
    #[must_use]
    pub fn names(self) -> Vec<DayName> {
        DayName::ALL.iter().copied().filter(|name| self.contains((*name).into())).collect()
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        Self(days.into_iter().fold(0, |bits, day| bits | bit(day)))
    }
}

const fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_keeps_its_days_through_bits_and_names() {
        for bits in 0..128 {
            let set = Weekdays::from_bits(bits).unwrap();
            assert_eq!(set.bits(), bits);
            assert_eq!(set.names().into_iter().map(Weekday::from).collect::<Weekdays>(), set);
        }
        assert_eq!(Weekdays::from_bits(128), None);
    }

    #[test]
    fn workdays_are_monday_to_friday() {
        let texts: Vec<_> = Weekdays::WORKDAYS.names().into_iter().map(DayName::as_str).collect();
        assert_eq!(texts, ["mon", "tue", "wed", "thu", "fri"]);
        assert!(!Weekdays::WORKDAYS.contains(Weekday::Sat) && Weekdays::default().is_empty());
        assert!(DayName::ALL.iter().all(|name| DayName::from(Weekday::from(*name)) == *name));
    }
}
