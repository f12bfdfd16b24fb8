//! What went wrong, said once for everybody: the API's problems (RFC 9457), the command line, the docs and the tests.

mod catalogue;

pub use catalogue::Code;

use crate::domain::lang::Lang;
use crate::domain::scope::Path;
use crate::store;

/// A refusal or failure with a stable code. What the reader may know stands in `detail`; causes go to the log alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The stable code; it gives the status and the sentences.
    pub code: Code,
    /// What exactly, beyond the code's sentence: a field, a value, a reason. Never a secret, never a cause inside. Words stand in both
    /// languages, as `English / 中文`; a reader of the API is shown one of them.
    pub detail: Option<String>,
    /// The field of the request that is meant, as a path (`check_ins[3].id`).
    pub field: Option<String>,
    /// When it is worth trying again, seconds from now.
    pub retry_after_seconds: Option<u64>,
    /// Where in the tree a right was lacking; for the audit log.
    pub denied_at: Option<Path>,
    /// For the log.
    pub cause: Option<String>,
}

/// The result of a use case.
pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    /// A problem with nothing beyond its code.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, detail: None, field: None, retry_after_seconds: None, denied_at: None, cause: None }
    }

    /// An input that cannot be used, and why.
    #[must_use]
    pub fn invalid(field: &str, detail: impl ToString) -> Self {
        Self::new(Code::InvalidField).field(field).detail(detail)
    }

    /// A defect or fault of ours; the cause is for the log.
    #[must_use]
    pub fn internal(cause: impl ToString) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::new(Code::Internal) }
    }

    /// Adds what exactly.
    #[must_use]
    pub fn detail(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// Names the field that is meant.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Says when it is worth trying again, seconds from now.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// The sentence for a reader: what happened and what to do next.
    #[must_use]
    pub const fn sentence(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.code.zh(),
            Lang::En => self.code.en(),
        }
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} {}", self.code, self.code.zh(), self.code.en())?;
        for part in [&self.field, &self.detail].into_iter().flatten() {
            write!(f, " [{part}]")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

impl store::Failure for Problem {
    fn is_of_the_database(&self) -> bool {
        matches!(self.code, Code::DatabaseUnavailable | Code::DatabaseReadOnly)
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        let code = match &error {
            E::NotFound => Code::NotFound,
            E::Duplicate(_) => Code::Duplicate,
            E::Stale => Code::Stale,
            E::Dangling(_) => Code::RefersToMissing,
            E::Unavailable(_) => Code::DatabaseUnavailable,
            E::ReadOnly(_) => Code::DatabaseReadOnly,
            E::TooNew(_) => Code::DatabaseTooNew,
            E::Other(_) => Code::Internal,
        };
        Self { cause: Some(error.to_string()), ..Self::new(code) }
    }
}
