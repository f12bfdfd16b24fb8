//! How an effective-dated rule is edited: a row ends where the next begins, and no date that has passed is touched.

use chrono::NaiveDate;

/// The dates that a row holds: from the first, up to and without the second.
pub type Validity = (NaiveDate, Option<NaiveDate>);

/// What an edit that holds from a date on does to the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// The place of the row that the edit starts from.
    pub base: usize,
    /// The first date the edit holds.
    pub from: NaiveDate,
    /// Whether the base row itself is rewritten, since it begins on that very date. Otherwise it ends there and a new row
    /// begins. Rows that would begin later are dropped either way: they never held.
    pub in_place: bool,
}

/// Why a rule cannot be edited from a date on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The date has passed.
    #[error("that date has passed: figures of past days stand")]
    Past,
    /// The rule has ended before that date.
    #[error("the rule has ended by then")]
    Ended,
}

/// Plans an edit that holds from `wanted` on, or from today. A rule that begins later is edited from its beginning.
/// `rows` are in the order of their dates.
///
/// # Errors
/// An [`EditError`].
pub fn edit(rows: &[Validity], today: NaiveDate, wanted: Option<NaiveDate>) -> Result<Edit, EditError> {
    let wanted = wanted.unwrap_or(today);
    if wanted < today {
        return Err(EditError::Past);
    }
    let began = rows.iter().rposition(|(from, _)| *from <= wanted);
    let (base, row) = rows.iter().enumerate().nth(began.unwrap_or(0)).ok_or(EditError::Ended)?;
    let from = wanted.max(row.0);
    if row.1.is_some_and(|to| to <= from) {
        return Err(EditError::Ended);
    }
    Ok(Edit { base, from, in_place: from == row.0 })
}

#[cfg(test)]
mod tests {
    use super::super::day::tests::date;
    use super::*;

    #[test]
    fn an_edit_ends_one_row_and_begins_the_next() {
        let open = [(date("2026-09-01"), None)];
        let two = [(date("2026-09-01"), Some(date("2026-12-01"))), (date("2026-12-01"), None)];
        let ended = [(date("2026-09-01"), Some(date("2026-11-01")))];
        let today = "2026-11-23";
        let planned = |base, from, in_place| Ok(Edit { base, from: date(from), in_place });
        for (name, rows, wanted, expected) in [
            ("today", &open[..], None, planned(0, today, false)),
            ("on its first day", &two[..], Some("2026-12-01"), planned(1, "2026-12-01", true)),
            ("before a scheduled row", &two[..], None, planned(0, today, false)),
            ("after a scheduled row", &two[..], Some("2026-12-24"), planned(1, "2026-12-24", false)),
            ("in the past", &open[..], Some("2026-11-22"), Err(EditError::Past)),
            ("ended", &ended[..], None, Err(EditError::Ended)),
            ("not begun", &two[1..], None, planned(0, "2026-12-01", true)),
            ("nothing", &[][..], None, Err(EditError::Ended)),
        ] {
            assert_eq!(edit(rows, date(today), wanted.map(date)), expected, "{name}");
        }
    }
}
