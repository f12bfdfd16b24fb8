//! What can be wrong with a table of schools and with a row of it.

use super::MOST_ROWS;
use crate::domain::lang::Sentence;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// Why a row cannot be imported.
    pub enum RowProblem {
        /// No name.
        MissingName = "missing_name",
        /// Over 100 characters.
        NameTooLong = "name_too_long",
        /// A line break or another control character in the name.
        BadName = "bad_name",
        /// The bureau's number is over 64 characters or has a control character.
        BadCode = "bad_code",
        /// Longitude or latitude is no number.
        BadNumber = "bad_number",
        /// Longitude and latitude changed places.
        SwappedLonLat = "swapped_lon_lat",
        /// The place lies outside China.
        OutsideChina = "outside_china",
        /// The same school stands in an earlier row.
        RepeatedInFile = "repeated_in_file",
    }
}

impl RowProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::MissingName => Sentence::fixed("没有学校名称。请补上。", "There is no name. Fill it in."),
            Self::NameTooLong => {
                Sentence::fixed("名称超过 100 个字。请缩短。", "The name has more than 100 characters. Shorten it.")
            }
            Self::BadName => Sentence::fixed(
                "名称里有换行或控制字符。请删除。",
                "The name has a line break or another control character. Remove it.",
            ),
            Self::BadCode => Sentence::fixed(
                "编码超过 64 个字或含控制字符。请改正。",
                "The code has more than 64 characters or a control character. Correct it.",
            ),
            Self::BadNumber => Sentence::fixed(
                "经度或纬度不是数字。请用小数度数，例如 116.393433。",
                "Longitude or latitude is no number. Give decimal degrees, such as 116.393433.",
            ),
            Self::SwappedLonLat => {
                Sentence::fixed("经度和纬度写反了。请对调。", "Longitude and latitude changed places. Swap them.")
            }
            Self::OutsideChina => Sentence::fixed(
                "位置不在中国。请检查经纬度。",
                "The place is outside China. Check longitude and latitude.",
            ),
            Self::RepeatedInFile => Sentence::fixed(
                "与前面的行是同一所学校。请删除一行。",
                "It is the same school as in an earlier row. Remove one of them.",
            ),
        }
    }
}

/// Why a table cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Not UTF-8, such as GB18030 from a spreadsheet.
    #[error("the file is not UTF-8; save it as \"CSV UTF-8\" / 文件不是 UTF-8 编码，请另存为“CSV UTF-8”")]
    NotUtf8,
    /// A column that is needed is missing.
    #[error("the first line must name the columns name, lon, lat / 首行要有列名：名称、经度、纬度")]
    NoHeader,
    /// No rows.
    #[error("the file has no rows / 文件里没有数据行")]
    Empty,
    /// Too many.
    #[error("the file has more than {MOST_ROWS} rows; split it / 超过 {MOST_ROWS} 行，请拆分")]
    TooManyRows,
    /// A line that is no CSV.
    #[error("line {0} is no CSV; check its quotes / 第 {0} 行不是正确的 CSV，请检查引号")]
    Malformed(u64),
}
