//! A table of schools to import: CSV with a header line, one school a row.
//!
//! Columns are found by their header, in English or Chinese, in any order; others are ignored. Nothing is guessed about the
//! datum: it is stated beside the table. Every row is checked, so that all problems are seen at once.

mod header;
mod problem;

use std::collections::HashMap;

use csv::StringRecord;

use self::header::Columns;
pub use self::problem::{RowProblem, TableError};
use super::name::{Name, NameError};
use super::place::{Position, distance_m, in_china_box, looks_swapped, to_wgs84};
use super::words::Datum;

/// The most rows of a table: a large county has a thousand schools.
pub const MOST_ROWS: usize = 5_000;
/// Two of the same name nearer than this are one school, metres.
const SAME_PLACE_M: f64 = 50.0;
/// The longest number of a bureau, characters.
const LONGEST_CODE: usize = 64;

/// A school as a table or the database tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct School {
    /// Its name.
    pub name: String,
    /// Its place, if that is known.
    pub position: Option<Position>,
    /// The bureau's number for it.
    pub external_code: Option<String>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its line in the file, from 1; the header is line 1.
    pub line: u64,
    /// The name as far as it can be read, to find the row again.
    pub name: String,
    /// The school, or what is wrong.
    pub school: Result<School, RowProblem>,
}

/// Reads a table and checks each row by itself and against the rows before it.
///
/// # Errors
/// A [`TableError`] if the file as a whole cannot be read.
pub fn read(bytes: &[u8], datum: Datum) -> Result<Vec<Row>, TableError> {
    let text = std::str::from_utf8(bytes).map_err(|_| TableError::NotUtf8)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = Columns::find(reader.headers().map_err(|_| TableError::NoHeader)?)?;
    let (mut rows, mut known) = (Vec::new(), Known::default());
    for record in reader.records() {
        let record = record.map_err(|e| TableError::Malformed(e.position().map_or(0, csv::Position::line)))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        rows.push(row(line_of(&record, text), &record, &columns, datum, &mut known));
    }
    if rows.is_empty() { Err(TableError::Empty) } else { Ok(rows) }
}

/// The reader says where it began to look for the row: blank lines before it are still to be counted.
fn line_of(record: &StringRecord, text: &str) -> u64 {
    let Some(began) = record.position() else { return 0 };
    let rest = usize::try_from(began.byte()).ok().and_then(|byte| text.get(byte..)).unwrap_or_default();
    let blank = rest.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n').count();
    began.line() + u64::try_from(blank).unwrap_or_default()
}

fn row(line: u64, record: &StringRecord, columns: &Columns, datum: Datum, known: &mut Known) -> Row {
    let name = columns.name(record).chars().take(100).collect();
    let school = school(record, columns, datum).and_then(|school| {
        let repeated = known.has(&school);
        known.add(&school);
        if repeated { Err(RowProblem::RepeatedInFile) } else { Ok(school) }
    });
    Row { line, name, school }
}

fn school(record: &StringRecord, columns: &Columns, datum: Datum) -> Result<School, RowProblem> {
    let name = columns.name(record).parse::<Name>().map_err(|error| match error {
        NameError::Empty => RowProblem::MissingName,
        NameError::TooLong => RowProblem::NameTooLong,
        NameError::ControlCharacter => RowProblem::BadName,
    })?;
    let code = columns.code(record);
    if code.is_some_and(|code| code.chars().count() > LONGEST_CODE || code.chars().any(char::is_control)) {
        return Err(RowProblem::BadCode);
    }
    let (lon, lat) = (number(columns.lon(record))?, number(columns.lat(record))?);
    if looks_swapped(lon, lat) {
        return Err(RowProblem::SwappedLonLat);
    }
    if !in_china_box(lon, lat) {
        return Err(RowProblem::OutsideChina);
    }
    let position = to_wgs84(datum, lon, lat).map_err(|_| RowProblem::BadNumber)?;
    Ok(School { name: name.into(), position: Some(position), external_code: code.map(ToOwned::to_owned) })
}

fn number(cell: &str) -> Result<f64, RowProblem> {
    cell.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(RowProblem::BadNumber)
}

/// Schools that are there already. Two are the same if they have the same number; without one on either side, if they have
/// the same name and lie within 50 m.
#[derive(Debug, Default)]
pub struct Known {
    codes: HashMap<String, ()>,
    names: HashMap<String, Vec<School>>,
}

impl Known {
    /// Takes in a school.
    pub fn add(&mut self, school: &School) {
        if let Some(code) = &school.external_code {
            self.codes.insert(code.clone(), ());
        }
        self.names.entry(school.name.clone()).or_default().push(school.clone());
    }

    /// Whether the school is there.
    #[must_use]
    pub fn has(&self, school: &School) -> bool {
        if school.external_code.as_ref().is_some_and(|code| self.codes.contains_key(code)) {
            return true;
        }
        let namesakes = self.names.get(&school.name).map_or(&[][..], Vec::as_slice);
        namesakes.iter().any(|other| !differ_in_code(school, other) && near(school, other))
    }
}

fn differ_in_code(one: &School, other: &School) -> bool {
    one.external_code.is_some() && other.external_code.is_some()
}

/// A place that is not known is no difference.
fn near(one: &School, other: &School) -> bool {
    one.position.zip(other.position).is_none_or(|(a, b)| distance_m(a, b) <= SAME_PLACE_M)
}

#[cfg(test)]
mod tests;
