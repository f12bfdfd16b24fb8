//! What a check-in says, as one hash: the same id with the same content is a replay, with other content a conflict.
//!
//! To the content belong the id, the kind, the code or short code, `created_at`, the position and the device. Not to
//! it belong `sent_at` and `elapsed_ms`, which differ each time the phone sends it again, and the choice of a role, which is
//! the answer to a question asked after the first sending. Who sends is not part of it either: the session says that,
//! and an id that another person used is a conflict whatever the content.
//!
//! The hash is SHA-256 over a fixed text, `huxue.check-in/1`, and the fields in order. Each field is preceded by its
//! length in bytes (eight, big-endian), so that no two lists of fields read the same; an absent one has the length 2⁶⁴ − 1.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use data_encoding::{DecodeError, HEXLOWER, HEXLOWER_PERMISSIVE};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::id::CheckInId;
use crate::domain::words::{CheckInKind, Datum};

/// A position as the phone sent it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SubmittedPosition {
    /// Longitude, degrees.
    pub lon: f64,
    /// Latitude, degrees.
    pub lat: f64,
    /// Accuracy, metres (95 %).
    pub accuracy_m: f64,
    /// The datum of both.
    pub datum: Datum,
    /// Age of the fix at the check-in, milliseconds.
    pub age_ms: i64,
    /// The phone's mark of a mock location.
    pub mocked: bool,
}

/// The content of a check-in as the phone sent it.
#[derive(Debug, Clone, PartialEq)]
pub struct Content<'a> {
    /// Made by the phone.
    pub id: CheckInId,
    /// Arrive, still here, leave or pass.
    pub kind: CheckInKind,
    /// The scanned code, if any. Its case does not matter, and neither do spaces around it.
    pub code: Option<&'a str>,
    /// The typed short code, if any; like the code.
    pub short_code: Option<&'a str>,
    /// The phone's wall clock at the check-in; microseconds count, what is finer does not.
    pub created_at: DateTime<Utc>,
    /// The fix, if any.
    pub position: Option<SubmittedPosition>,
    /// The device's own id.
    pub device_id: &'a str,
}

/// The hash of a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash from its bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A text that is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a content hash is 64 hexadecimal digits")]
pub struct NotAHash;

impl From<DecodeError> for NotAHash {
    fn from(_: DecodeError) -> Self {
        Self
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl FromStr for ContentHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes())?;
        bytes.try_into().map(Self).map_err(|_| NotAHash)
    }
}

impl TryFrom<String> for ContentHash {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ContentHash> for String {
    fn from(hash: ContentHash) -> Self {
        hash.to_string()
    }
}

impl Content<'_> {
    /// The hash of the content.
    #[must_use]
    pub fn hash(&self) -> ContentHash {
        let mut fields = Fields(Sha256::new_with_prefix("huxue.check-in/1"));
        fields.add(self.id.0.as_bytes());
        fields.add(self.kind.as_str().as_bytes());
        fields.add_code(self.code);
        fields.add_code(self.short_code);
        fields.add(&self.created_at.timestamp_micros().to_be_bytes());
        fields.add_position(self.position.as_ref());
        fields.add(self.device_id.as_bytes());
        ContentHash(fields.0.finalize().into())
    }
}

/// A hash that fields are added to.
struct Fields(Sha256);

impl Fields {
    fn add(&mut self, field: &[u8]) {
        // A length that does not fit would be memory no machine has.
        let length = u64::try_from(field.len()).unwrap_or(u64::MAX - 1);
        self.0.update(length.to_be_bytes());
        self.0.update(field);
    }

    fn add_absent(&mut self) {
        self.0.update(u64::MAX.to_be_bytes());
    }

    fn add_code(&mut self, code: Option<&str>) {
        match code {
            Some(code) => self.add(code.trim().to_ascii_uppercase().as_bytes()),
            None => self.add_absent(),
        }
    }

    fn add_position(&mut self, position: Option<&SubmittedPosition>) {
        let Some(position) = position else { return self.add_absent() };
        for number in [position.lon, position.lat, position.accuracy_m] {
            // Adding zero makes −0 and 0 the same bits; JSON writers do not agree on the sign of zero.
            self.add(&(number + 0.0).to_bits().to_be_bytes());
        }
        self.add(position.datum.as_str().as_bytes());
        self.add(&position.age_ms.to_be_bytes());
        self.add(&[u8::from(position.mocked)]);
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn position() -> SubmittedPosition {
        let (lon, lat, accuracy_m, age_ms) = (116.404, 39.915, 12.5, 800);
        SubmittedPosition { lon, lat, accuracy_m, datum: Datum::Wgs84, age_ms, mocked: false }
    }

    fn content() -> Content<'static> {
        Content {
            id: "0190d5b2-0000-7000-8000-000000000001".parse().unwrap(),
            kind: CheckInKind::Arrive,
            code: Some("ABC"),
            short_code: None,
            created_at: "2026-11-23T07:25:03.123456Z".parse().unwrap(),
            position: Some(position()),
            device_id: "device-1",
        }
    }

    #[test]
    fn the_hash_is_stable() {
        // Recorded in receipts: a change of the encoding needs a new prefix.
        let text = content().hash().to_string();
        assert_eq!(text, "13eecffbdc342cf4f5b6b7277f268888edb4426b3f0331d4b57e87ed3bd20e52");
        assert_eq!(text.parse(), Ok(content().hash()));
        assert_eq!(text.to_uppercase().parse(), Ok(content().hash()));
        assert_eq!("00".parse::<ContentHash>(), Err(NotAHash));
        assert_eq!("zz".repeat(32).parse::<ContentHash>(), Err(NotAHash));
    }

    #[test]
    fn every_field_of_the_content_changes_the_hash() {
        let place = position();
        let at = |position| Content { position, ..content() };
        let others = [
            Content { id: "0190d5b2-0000-7000-8000-000000000002".parse().unwrap(), ..content() },
            Content { kind: CheckInKind::Leave, ..content() },
            Content { code: Some("ABD"), ..content() },
            Content { code: None, ..content() },
            Content { code: Some(""), ..content() },
            Content { code: None, short_code: Some("ABC"), ..content() },
            Content { created_at: content().created_at + TimeDelta::microseconds(1), ..content() },
            Content { device_id: "device-2", ..content() },
            at(None),
            at(Some(SubmittedPosition { lon: place.lon.next_up(), ..place })),
            at(Some(SubmittedPosition { lat: place.lat.next_up(), ..place })),
            at(Some(SubmittedPosition { lon: place.lat, lat: place.lon, ..place })),
            at(Some(SubmittedPosition { accuracy_m: 13.0, ..place })),
            at(Some(SubmittedPosition { datum: Datum::Gcj02, ..place })),
            at(Some(SubmittedPosition { age_ms: 801, ..place })),
            at(Some(SubmittedPosition { mocked: true, ..place })),
        ];
        let mut hashes: Vec<_> = others.iter().map(|other| other.hash().to_string()).collect();
        hashes.push(content().hash().to_string());
        hashes.sort();
        hashes.dedup();
        assert_eq!(hashes.len(), others.len() + 1);
    }

    #[test]
    fn what_says_the_same_hashes_the_same() {
        let zero = |lon| Content { position: Some(SubmittedPosition { lon, ..position() }), ..content() };
        assert_eq!(zero(0.0).hash(), zero(-0.0).hash());
        assert_eq!(Content { code: Some(" abc\n"), ..content() }.hash(), content().hash());
        let finer = content().created_at + TimeDelta::nanoseconds(999);
        assert_eq!(Content { created_at: finer, ..content() }.hash(), content().hash());
    }

    proptest! {
        #[test]
        fn text_never_moves_between_fields(code in "[A-Z0-9]{0,6}", short in "[A-Z0-9]{0,6}", device in "[a-z]{0,6}") {
            let one = Content { code: Some(&code), short_code: Some(&short), device_id: &device, ..content() };
            let other = Content { code: Some(&short), short_code: Some(&code), device_id: &device, ..content() };
            prop_assert_eq!(one.hash() == other.hash(), code == short);
        }
    }
}
