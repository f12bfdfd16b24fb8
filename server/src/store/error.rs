//! Database errors, translated once.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// What went wrong in the database, in words that the layers above act upon.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such row, or none in the scope of whoever asks.
    #[error("not found")]
    NotFound,
    /// A row with this key is there already.
    #[error("already there: {0}")]
    Duplicate(String),
    /// Another change came first: a version or state is not the one expected.
    #[error("changed by another")]
    Stale,
    /// The row refers to one that is not there.
    #[error("refers to a missing row: {0}")]
    Dangling(String),
    /// The database cannot be reached, is busy for too long, or has no room. It may work again later.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// The database can be read, but not written. It may be again later.
    #[error("database read-only: {0}")]
    ReadOnly(String),
    /// The database was written by a newer program.
    #[error("the database is newer than this program: it has the migration {0}, which is not known here")]
    TooNew(String),
    /// Anything else: a defect.
    #[error("database error: {0}")]
    Other(String),
}

/// The result of asking the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(kind, info) => from_database(&kind, info.message()),
            DieselError::BrokenTransactionManager => Self::Unavailable(error.to_string()),
            other => Self::Other(other.to_string()),
        }
    }
}

/// SQLite reports disk and lock trouble only by its sentence; PostgreSQL likewise reports a full disk.
const UNAVAILABLE: [&str; 11] = [
    "database is locked",
    "database table is locked",
    "disk is full",
    "disk I/O error",
    "unable to open database",
    "No space left",
    "server closed the connection",
    "connection to server",
    "terminating connection",
    "no connection to the server",
    "could not receive data",
];

impl Error {
    /// Tells trouble that passes from a defect by the database's own sentence.
    pub(super) fn from_sentence(text: String) -> Self {
        if text.contains(READ_ONLY) {
            Self::ReadOnly(text)
        } else if UNAVAILABLE.iter().any(|known| text.contains(known)) {
            Self::Unavailable(text)
        } else {
            Self::Other(text)
        }
    }

    /// Whether nothing is wrong with what was asked: the same may work later.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::ReadOnly(_))
    }
}

/// SQLite's sentence for it.
const READ_ONLY: &str = "readonly database";

fn from_database(kind: &DatabaseErrorKind, message: &str) -> Error {
    let text = message.to_owned();
    match kind {
        DatabaseErrorKind::UniqueViolation => Error::Duplicate(text),
        DatabaseErrorKind::ForeignKeyViolation => Error::Dangling(text),
        DatabaseErrorKind::ReadOnlyTransaction => Error::ReadOnly(text),
        DatabaseErrorKind::ClosedConnection
        | DatabaseErrorKind::SerializationFailure
        | DatabaseErrorKind::UnableToSendCommand => Error::Unavailable(text),
        _ => Error::from_sentence(text),
    }
}
