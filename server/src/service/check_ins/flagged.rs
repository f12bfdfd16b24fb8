//! The review list: a school's flagged check-ins.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::view::{self, After, Shown, Wanted};
use crate::domain::calendar::local_time::day_span;
use crate::domain::check_in::flags::Flag;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::text_enum::text_enum;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::keepable;
use crate::service::{Actor, App};
use crate::store::check_ins;

text_enum! {
    /// Where the review of a check-in's flags stands.
    pub enum ReviewState {
        /// A flag was not looked at yet.
        Open = "open",
        /// Every flag was.
        Reviewed = "reviewed",
    }
}

/// Which flagged check-ins.
#[derive(Debug)]
pub struct Which {
    /// Where their review stands: that of `flag` alone, if there is one.
    pub state: ReviewState,
    /// With this flag.
    pub flag: Option<Flag>,
    /// Not before this date, by the school's clock.
    pub from: Option<NaiveDate>,
    /// Not after this date.
    pub to: Option<NaiveDate>,
}

/// A part of a school's flagged check-ins, newest first.
///
/// # Errors
/// `not_found`, `forbidden`; `range_too_long` for dates that run backwards, `invalid_field`.
pub fn list(
    app: &App,
    actor: &Actor,
    school: OrganizationId,
    which: &Which,
    mut after: Option<After>,
    limit: i64,
) -> Result<Vec<Shown>> {
    let organization = actor.require(app, Right::ReadEvidence, school)?;
    let span = span(which, view::zone_of(&organization.timezone))?;
    let wanted = Wanted { school: Some(school), flagged: true, flag: which.flag, span, ..Wanted::default() };
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    app.store.read::<_, Problem>(&actor.scope(Right::ReadEvidence), |read| {
        let mut found = Vec::new();
        while found.len() < most {
            let rows = check_ins::list(read, &wanted, after, limit)?;
            let Some(last) = rows.last() else { break };
            after = Some((last.at, last.id));
            let dressed = view::dress(app, read, rows)?;
            found.extend(dressed.into_iter().filter(|shown| review_state(shown, which.flag) == which.state));
        }
        found.truncate(most);
        Ok(found)
    })
}

/// From the first moment of the first date to the last of the last, by the school's clock.
fn span(which: &Which, zone: Tz) -> Result<Option<(Moment, Moment)>> {
    keepable("from", which.from)?;
    keepable("to", which.to)?;
    if which.from.zip(which.to).is_some_and(|(from, to)| to < from) {
        return Err(Code::RangeTooLong.into());
    }
    let day = |date: Option<NaiveDate>| date.and_then(|date| day_span(date, zone));
    let from = day(which.from).map_or(Moment(i64::MIN), |(from, _)| from.into());
    let to = day(which.to).map_or(Moment(i64::MAX), |(_, to)| to.into());
    Ok((which.from.is_some() || which.to.is_some()).then_some((from, to)))
}

fn review_state(shown: &Shown, only: Option<Flag>) -> ReviewState {
    let flags: Vec<Flag> = shown.row.flags.read().unwrap_or_default();
    let mut asked = flags.iter().filter(|flag| only.is_none_or(|only| only == **flag));
    let reviewed = |flag: &Flag| shown.amendments.iter().any(|word| word.flag == Some(*flag));
    if asked.all(reviewed) { ReviewState::Reviewed } else { ReviewState::Open }
}
