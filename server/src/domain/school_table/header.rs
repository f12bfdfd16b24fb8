//! Which column holds what.

use csv::StringRecord;

use super::TableError;

const NAME: &[&str] = &["name", "school", "school_name", "名称", "学校名称", "学校", "校名"];
const LON: &[&str] = &["lon", "lng", "longitude", "经度"];
const LAT: &[&str] = &["lat", "latitude", "纬度"];
const CODE: &[&str] = &["external_code", "code", "编码", "学校编码", "学校代码", "代码"];

/// The places of the columns.
pub(super) struct Columns {
    name: usize,
    lon: usize,
    lat: usize,
    code: Option<usize>,
}

impl Columns {
    pub(super) fn find(header: &StringRecord) -> Result<Self, TableError> {
        let place =
            |known: &[&str]| header.iter().position(|cell| known.contains(&cell.trim().to_lowercase().as_str()));
        let needed = |known| place(known).ok_or(TableError::NoHeader);
        Ok(Self { name: needed(NAME)?, lon: needed(LON)?, lat: needed(LAT)?, code: place(CODE) })
    }

    pub(super) fn name<'a>(&self, record: &'a StringRecord) -> &'a str {
        cell(record, self.name)
    }

    pub(super) fn lon<'a>(&self, record: &'a StringRecord) -> &'a str {
        cell(record, self.lon)
    }

    pub(super) fn lat<'a>(&self, record: &'a StringRecord) -> &'a str {
        cell(record, self.lat)
    }

    /// None where the column is absent or empty.
    pub(super) fn code<'a>(&self, record: &'a StringRecord) -> Option<&'a str> {
        self.code.map(|at| cell(record, at)).filter(|code| !code.is_empty())
    }
}

/// A row that is too short has empty cells at its end.
fn cell(record: &StringRecord, at: usize) -> &str {
    record.get(at).unwrap_or_default().trim()
}
