//! Many rows in one statement for PostgreSQL: each column goes along as one array. The statement's text does not hang on the
//! number of rows, so it is parsed and planned once on a connection; a list of VALUES would be planned anew for every number.

use std::iter;

use diesel::pg::{Pg, PgConnection};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Binary, Bool, Double, Nullable, Text};
use diesel::{QueryResult, RunQueryDsl};

use super::{CheckIn, DevicePerson, StoredPosition};
use crate::domain::check_in::grading::Proof;
use crate::domain::id::{
    CheckInId, CheckpointId, DutyId, OrganizationId, PersonId, ScreenId, SessionId, ShiftId, SignId,
};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, ClockQuality, Datum, FenceClass, Grade, Role};
use crate::store::JsonText;

/// `Rows of Row into "table"`, what happens to a row that is there, and the columns: `name: type as SQL type`.
macro_rules! unnest {
    ($name:ident of $row:ident into $table:literal $(, $conflict:literal)?: $($column:ident: $type:ty as $sql:ty),+ $(,)?) => {
        #[doc = concat!("Rows for `", $table, "`, column by column.")]
        pub(in crate::store) struct $name<'a> {
            $($column: Vec<&'a $type>,)+
        }

        impl<'a> $name<'a> {
            pub(in crate::store) fn of(rows: impl Iterator<Item = &'a $row> + Clone) -> Self {
                Self { $($column: rows.clone().map(|row| &row.$column).collect(),)+ }
            }
        }

        impl QueryFragment<Pg> for $name<'_> {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                let columns = [$(stringify!($column)),+].join(", ");
                out.push_sql(&format!("INSERT INTO {} ({columns}) SELECT * FROM unnest", $table));
                let mut before = iter::once("(").chain(iter::repeat(", "));
                $(
                    out.push_sql(before.next().unwrap_or_default());
                    out.push_bind_param::<Array<$sql>, _>(&self.$column)?;
                )+
                out.push_sql(")");
                $(out.push_sql($conflict);)?
                Ok(())
            }
        }

        impl QueryId for $name<'_> {
            type QueryId = ();
            const HAS_STATIC_QUERY_ID: bool = false;
        }

        impl RunQueryDsl<PgConnection> for $name<'_> {}
    };
}

unnest! {
    CheckIns of CheckIn into "check_ins":
    id: CheckInId as Binary,
    school_id: Option<OrganizationId> as Nullable<Binary>,
    checkpoint_id: Option<CheckpointId> as Nullable<Binary>,
    person_id: PersonId as Binary,
    session_id: Option<SessionId> as Nullable<Binary>,
    role: Option<Role> as Nullable<Text>,
    kind: CheckInKind as Text,
    at: Moment as BigInt,
    clock: ClockQuality as Text,
    created_at: Moment as BigInt,
    sent_at: Moment as BigInt,
    received_at: Moment as BigInt,
    elapsed_ms: Option<i64> as Nullable<BigInt>,
    proof: Proof as Text,
    sign_id: Option<SignId> as Nullable<Binary>,
    screen_id: Option<ScreenId> as Nullable<Binary>,
    fence: FenceClass as Text,
    distance_m: Option<f64> as Nullable<Double>,
    accuracy_m: Option<f64> as Nullable<Double>,
    grade: Grade as Text,
    reasons: JsonText as Text,
    flags: JsonText as Text,
    duty_id: Option<DutyId> as Nullable<Binary>,
    shift_id: Option<ShiftId> as Nullable<Binary>,
    device_id: String as Text,
    code: Option<String> as Nullable<Text>,
    content_hash: Vec<u8> as Binary,
}

unnest! {
    Positions of StoredPosition into "check_in_positions":
    check_in_id: CheckInId as Binary,
    lon: f64 as Double,
    lat: f64 as Double,
    datum: Datum as Text,
    age_ms: i64 as BigInt,
    mocked: bool as Bool,
    coarsened_at: Option<Moment> as Nullable<BigInt>,
}

unnest! {
    DevicePeople of DevicePerson into "device_people",
    " ON CONFLICT (device_id, person_id) DO UPDATE SET last_seen_at = excluded.last_seen_at":
    device_id: String as Text,
    person_id: PersonId as Binary,
    last_seen_at: Moment as BigInt,
}
