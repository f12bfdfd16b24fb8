//! What a bureau has to enter: the State Council's notice of a year.

use chrono::{NaiveDate, NaiveTime};

use super::looked::{Holds, Looked};
use crate::domain::alert::{AlertKind, Told};
use crate::domain::calendar::local_time::instant;
use crate::domain::calendar::notice::missing_year;
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::service::App;
use crate::service::school_day::zone_of;
use crate::store::Read;
use crate::store::organizations::Organization;

/// When a bureau's day begins: nobody is told of a calendar in the night.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A bureau as it was read.
pub(super) struct BureauLook {
    bureau: Organization,
    zone: chrono_tz::Tz,
    /// The year whose notice is missing.
    missing: Option<i32>,
}

impl BureauLook {
    pub(super) fn load(app: &App, read: &mut impl Read, bureau: &Organization) -> Result<Self> {
        let zone = zone_of(&bureau.timezone)?;
        let missing = missing_year(app.clock.now().date_in(zone), app.years(read)?.as_ref());
        Ok(Self { bureau: bureau.clone(), zone, missing })
    }
}

impl Looked for BureauLook {
    fn organization(&self) -> &Organization {
        &self.bureau
    }

    fn at(&mut self, now: Moment) -> Vec<Holds> {
        self.missing.and_then(|year| missing(year, now, self.zone)).into_iter().collect()
    }
}

/// A missing notice is told once, from the morning of the day on which it should have been there: next year's on 15 November, this
/// year's at New Year.
fn missing(year: i32, now: Moment, zone: chrono_tz::Tz) -> Option<Holds> {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1);
    let november = NaiveDate::from_ymd_opt(year - 1, 11, 15)?;
    let (date, over) = if now.date_in(zone) < new_year(year)? {
        (november, new_year(year)?)
    } else {
        (new_year(year)?, new_year(year + 1)?)
    };
    let since = instant(date.and_time(MORNING), zone)?.timestamp();
    let until = instant(over.and_time(NaiveTime::MIN), zone)?.timestamp();
    let told = Told { since: date.format("%m-%d").to_string(), year: Some(year), ..Told::default() };
    let holds =
        Holds { kind: AlertKind::CalendarMissing, date, subject: String::new(), since, until, told, person: None };
    (since <= now.seconds()).then_some(holds)
}
