//! Ids from the seed, so that the same seed makes the same county. They are ordered by time like those of phones.

use rand::RngExt as _;
use rand::rngs::StdRng;
use uuid::Uuid;

use crate::domain::moment::Moment;

/// The id of something that came about at a moment.
pub(in crate::cli::demo) fn at(moment: Moment, random: &mut StdRng) -> Uuid {
    let millis = u64::try_from(moment.0 / 1000).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &random.random()).into_uuid()
}
