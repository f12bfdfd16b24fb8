//! Why a document cannot be taken, naming the field.

/// A day document, or one of a patrol, that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", prefix(field))]
pub struct DocumentError {
    /// Where in the document, such as `duties[2].min_grade`; empty if it is about the document as a whole.
    pub field: String,
    /// What is wrong there.
    pub problem: Problem,
}

fn prefix(field: &str) -> String {
    if field.is_empty() { String::new() } else { format!("{field}: ") }
}

impl DocumentError {
    /// The stable code of this error.
    pub const CODE: &'static str = "bad_day_document";

    pub(in crate::domain) fn at(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: field.into(), problem }
    }

    /// The sentence in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("{}{}", prefix(&self.field), self.problem.zh())
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The bytes are not UTF-8.
    #[error("the file is not UTF-8 text from byte {0} on; save it as UTF-8")]
    NotUtf8(usize),
    /// The text is not JSON.
    #[error("the file is not complete, valid JSON ({0}); export the day again")]
    NotJson(String),
    /// The field is not there.
    #[error("the field is missing; add it")]
    Missing,
    /// The field holds another type of value.
    #[error("must be {0}")]
    WrongType(&'static str),
    /// The field holds a text or number that it cannot take.
    #[error("'{found}' is not allowed; use {allowed}")]
    NotAllowed {
        /// What was met.
        found: String,
        /// What can be taken.
        allowed: String,
    },
    /// Two entries have this id.
    #[error("the id '{0}' is used twice; give each entry its own")]
    DuplicateId(String),
    /// No window has this id.
    #[error("no window has the id '{0}'; use the id of an entry of windows")]
    UnknownWindow(String),
    /// No point has this checkpoint.
    #[error("no point of the route has the checkpoint '{0}'; use the checkpoint of an entry of route.points")]
    UnknownPoint(String),
    /// The window does not end after it starts.
    #[error("the window must end at least a second after it starts")]
    EndsBeforeStart,
    /// A list that needs an entry has none.
    #[error("the list is empty; name at least one")]
    Empty,
}

impl Problem {
    fn zh(&self) -> String {
        match self {
            Self::NotUtf8(byte) => format!("文件从第 {byte} 字节起不是 UTF-8 文本，请另存为 UTF-8"),
            Self::NotJson(cause) => format!("文件不是完整有效的 JSON（{cause}），请重新导出当天数据"),
            Self::Missing => "缺少该字段，请补上".to_owned(),
            Self::WrongType(wanted) => format!("类型不对，应为 {wanted}"),
            Self::NotAllowed { found, allowed } => format!("不能是“{found}”，应为 {allowed}"),
            Self::DuplicateId(id) => format!("编号“{id}”重复，请为每一项使用不同的编号"),
            Self::UnknownWindow(id) => format!("没有编号为“{id}”的护学时段，请使用 windows 中的编号"),
            Self::UnknownPoint(id) => format!("路线上没有打卡点“{id}”，请使用 route.points 中的打卡点"),
            Self::EndsBeforeStart => "护学时段的结束时间必须至少比开始时间晚一秒".to_owned(),
            Self::Empty => "列表为空，请至少填写一项".to_owned(),
        }
    }
}
