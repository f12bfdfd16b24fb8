//! How domain types stand in columns: ids as 16 bytes, enumerations as their text, instants as microseconds.

use diesel::backend::Backend;
use diesel::deserialize::{FromSql, FromSqlRow, Result as FromResult};
use diesel::expression::AsExpression;
use diesel::serialize::{Output, Result as ToResult, ToSql};
use diesel::sql_types::{BigInt, Binary, Text};

use super::error::Error;
use crate::domain::calendar::change::ChangeKind;
use crate::domain::check_in;
use crate::domain::id as ids;
use crate::domain::moment::Moment;
use crate::domain::scope::Path;
use crate::domain::words;

macro_rules! binary_ids {
    ($($name:ident),+ $(,)?) => {$(
        const _: () = {
            #[derive(AsExpression, FromSqlRow)]
            #[diesel(foreign_derive)]
            #[diesel(sql_type = Binary)]
            #[expect(dead_code, reason = "only tells the derive which type it is for")]
            struct Proxy(ids::$name);

            impl<DB: Backend> ToSql<Binary, DB> for ids::$name
            where
                [u8]: ToSql<Binary, DB>,
            {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
                    <[u8] as ToSql<Binary, DB>>::to_sql(self.0.as_bytes().as_slice(), out)
                }
            }

            impl<DB: Backend> FromSql<Binary, DB> for ids::$name
            where
                Vec<u8>: FromSql<Binary, DB>,
            {
                fn from_sql(bytes: DB::RawValue<'_>) -> FromResult<Self> {
                    Ok(Self(uuid::Uuid::from_slice(&<Vec<u8> as FromSql<Binary, DB>>::from_sql(bytes)?)?))
                }
            }
        };
    )+};
}

binary_ids! {
    OrganizationId, PersonId, MembershipId, InviteId, CheckpointId, SignId, ScreenId, WindowId, DutyId, ShiftId, CheckInId,
    AmendmentId, CorrectionId, DayChangeId, SessionId, AuditId, TermId, ConsentId, PatrolRouteId,
    PatrolEndId, AlertId, ChannelId, MessageId, AlarmId, AlarmStepId,
    HazardId, HazardPhotoId, HazardStepId, ChecklistId, InspectionId,
}

/// Lets an enumeration with `as_str` and `FromStr` stand in a text column.
macro_rules! text_columns {
    ($($name:ty),+ $(,)?) => {$(
        const _: () = {
            #[derive(AsExpression, FromSqlRow)]
            #[diesel(foreign_derive)]
            #[diesel(sql_type = Text)]
            #[expect(dead_code, reason = "only tells the derive which type it is for")]
            struct Proxy($name);

            impl<DB: Backend> ToSql<Text, DB> for $name
            where
                str: ToSql<Text, DB>,
            {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
                    <str as ToSql<Text, DB>>::to_sql(self.as_str(), out)
                }
            }

            impl<DB: Backend> FromSql<Text, DB> for $name
            where
                String: FromSql<Text, DB>,
            {
                fn from_sql(bytes: DB::RawValue<'_>) -> FromResult<Self> {
                    Ok(<String as FromSql<Text, DB>>::from_sql(bytes)?.parse()?)
                }
            }
        };
    )+};
}

text_columns! {
    words::Role, words::Office, words::OrganizationKind, words::CheckpointKind, words::WindowKind, words::CheckInKind,
    words::Grade, words::FenceClass, words::ClockQuality, words::Datum, words::DayKind, words::ShiftState, Path, JsonText,
    super::memberships::MembershipState, check_in::grading::Proof, check_in::flags::Flag,
    check_in::effective::AmendmentKind, check_in::effective::ReviewOutcome,
    ChangeKind, words::ConsentKind, words::CorrectionState, crate::domain::patrol::Per, crate::domain::alert::AlertKind,
    crate::domain::alert::Occasion, crate::domain::alert::ChannelKind, crate::domain::alert::MessageState,
    crate::domain::alert::Urgency,
    crate::domain::alarm::AlarmStep, crate::domain::job::Job, crate::domain::hazard::HazardCategory,
    crate::domain::hazard::HazardLevel, crate::domain::hazard::HazardStep, crate::domain::inspection::Inspector,
    crate::domain::inspection::InspectionAnswer,
}

impl Path {
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Path {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

const _: () = {
    #[derive(AsExpression, FromSqlRow)]
    #[diesel(foreign_derive)]
    #[diesel(sql_type = BigInt)]
    #[expect(dead_code, reason = "only tells the derive which type it is for")]
    struct Proxy(Moment);

    impl<DB: Backend> ToSql<BigInt, DB> for Moment
    where
        i64: ToSql<BigInt, DB>,
    {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
            <i64 as ToSql<BigInt, DB>>::to_sql(&self.0, out)
        }
    }

    impl<DB: Backend> FromSql<BigInt, DB> for Moment
    where
        i64: FromSql<BigInt, DB>,
    {
        fn from_sql(bytes: DB::RawValue<'_>) -> FromResult<Self> {
            <i64 as FromSql<BigInt, DB>>::from_sql(bytes).map(Self)
        }
    }
};

/// A value kept as JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonText(String);

impl JsonText {
    /// The JSON of a value.
    ///
    /// # Errors
    /// [`Error::Other`] if the value has no JSON form, which is a defect.
    pub fn of<T: serde::Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        serde_json::to_string(value).map(Self).map_err(|e| Error::Other(format!("JSON to write: {e}")))
    }

    /// An empty list.
    #[must_use]
    pub fn empty_list() -> Self {
        Self("[]".to_owned())
    }

    /// Reads the value back.
    ///
    /// # Errors
    /// [`Error::Other`] if the text in the database is not of this type, which is a defect.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_str(&self.0).map_err(|e| Error::Other(format!("JSON in the database: {e}")))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for JsonText {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}
