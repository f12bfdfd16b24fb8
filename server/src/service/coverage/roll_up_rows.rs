//! The rows of a roll-up: what was added up by school or by date is put together as asked.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Months, NaiveDate};

use super::roll_up::{By, Question, RowOf, Sums};
use crate::domain::id::OrganizationId;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Reader, board_facts, calendar};

type Row = (RowOf, Sums);
type OfSchool = HashMap<OrganizationId, Sums>;
type OfDay = BTreeMap<NaiveDate, Sums>;

/// The rows, in the order of the tree or of the dates.
pub(super) fn rows(
    app: &App,
    organization: &Organization,
    question: Question,
    schools: &[Organization],
    seen: &Seen,
    of_school: &OfSchool,
    of_day: OfDay,
) -> Result<Vec<Row>> {
    let named = |school: &Organization| RowOf::Organization { id: school.id, name: school.name.clone() };
    let of = |school: &OrganizationId| of_school.get(school).cloned().unwrap_or_default();
    let read = |work: &dyn Fn(&mut Reader) -> Result<Vec<Row>>| app.store.read(&Scope::Everything, work);
    match question.by {
        By::School => Ok(schools.iter().map(|school| (named(school), of(&school.id))).collect()),
        By::Day => Ok(of_day.into_iter().map(|(date, sums)| (RowOf::Day(date), sums)).collect()),
        By::Month => Ok(spans(months(question), question, &of_day)),
        By::Station => read(&|read| {
            let belong = board_facts::stations(read, seen)?;
            groups(read, belong, of_school)
        }),
        By::Bureau => {
            let above = |school: &Organization| Some((school.parent_id?, school.id));
            read(&|read| groups(read, schools.iter().filter_map(above).collect(), of_school))
        }
        By::Term => read(&|read| {
            let terms = calendar::terms(read, &organization.path.ids().collect::<Vec<_>>())?;
            let terms = terms.into_iter().map(|term| (term.starts_on, term.ends_on, Some(term.name))).collect();
            Ok(spans(terms, question, &of_day))
        }),
    }
}

/// A row for each organization that schools belong to.
fn groups(
    read: &mut Reader,
    belong: Vec<(OrganizationId, OrganizationId)>,
    of_school: &OfSchool,
) -> Result<Vec<Row>, Problem> {
    let mut sums: BTreeMap<OrganizationId, Sums> = BTreeMap::new();
    for (group, school) in belong {
        let of_group = sums.entry(group).or_default();
        if let Some(of_school) = of_school.get(&school) {
            of_group.add(of_school);
        }
    }
    let ids: Vec<OrganizationId> = sums.keys().copied().collect();
    let mut groups = organizations::find_all(read, &ids)?;
    groups.sort_by(|a, b| a.path.cmp(&b.path));
    let row = |group: Organization| {
        let sums = sums.remove(&group.id).unwrap_or_default();
        (RowOf::Organization { id: group.id, name: group.name }, sums)
    };
    Ok(groups.into_iter().map(row).collect())
}

type Span = (NaiveDate, NaiveDate, Option<String>);

/// The months that have a date of the question.
fn months(question: Question) -> Vec<Span> {
    let first = question.from.with_day(1);
    let next = |first: &NaiveDate| first.checked_add_months(Months::new(1));
    let months = std::iter::successors(first, next).take_while(|first| *first <= question.to);
    months.filter_map(|first| Some((first, next(&first)?.pred_opt()?, None))).collect()
}

/// A row for each span, cut to the dates asked; spans outside of them have none.
fn spans(spans: Vec<Span>, question: Question, of_day: &OfDay) -> Vec<Row> {
    let cut = spans.into_iter().map(|(from, to, name)| (from.max(question.from), to.min(question.to), name));
    cut.filter(|(from, to, _)| from <= to)
        .map(|(from, to, name)| {
            let mut sums = Sums::default();
            of_day.range(from..=to).for_each(|(_, day)| sums.add(day));
            (RowOf::Span { from, to, name }, sums)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_terms_are_cut_to_the_dates_asked() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let question = Question { from: day(9, 15), to: day(11, 3), by: By::Month, by_role: false };
        let of_day: OfDay =
            question.from.iter_days().take(50).map(|date| (date, Sums { days: 1, ..Sums::default() })).collect();
        let shown = |rows: Vec<Row>| -> Vec<(NaiveDate, NaiveDate, i64)> {
            let read = |(of, sums): Row| match of {
                RowOf::Span { from, to, .. } => (from, to, sums.days),
                other => panic!("{other:?}"),
            };
            rows.into_iter().map(read).collect()
        };
        let (september, october, november) =
            ((day(9, 15), day(9, 30), 16), (day(10, 1), day(10, 31), 31), (day(11, 1), day(11, 3), 3));
        assert_eq!(shown(spans(months(question), question, &of_day)), [september, october, november]);
        let terms = vec![
            (day(2, 1), day(7, 1), Some("spring".to_owned())),
            (day(9, 1), day(10, 2), Some("autumn".to_owned())),
            (day(10, 2), day(12, 31), Some("late".to_owned())),
        ];
        let expected = [(day(9, 15), day(10, 2), 18), (day(10, 2), day(11, 3), 33)];
        assert_eq!(shown(spans(terms, question, &of_day)), expected, "2 October is in both");
        let one = Question { from: day(9, 30), to: day(9, 30), ..question };
        assert_eq!(shown(spans(months(one), one, &of_day)), [(day(9, 30), day(9, 30), 1)]);
    }
}
