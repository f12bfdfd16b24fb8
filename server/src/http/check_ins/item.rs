//! One check-in of a request, read on its own, so that a bad one never spoils the others.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::domain::check_in::content::SubmittedPosition;
use crate::domain::check_in::submission::{Submission, Unusable};
use crate::domain::place::{Fix, PlaceError, to_wgs84};
use crate::domain::words::{CheckInKind, Datum, Role};
use crate::service::check_ins::receive::Item;

/// The longest code, characters: a link with a code and what chat programs append to it.
const LONGEST_CODE: usize = 500;
/// The longest id of a device, characters.
const LONGEST_DEVICE: usize = 100;

/// A check-in as the phone made it. A bad one is answered `invalid` by itself.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = CheckInItem, rename_all = "snake_case")]
#[derive(Default)]
pub(super) struct ItemBody {
    /// A UUID made by the phone, version 7 if it can: the same check-in keeps it each time it is sent.
    #[schema(value_type = String, format = "uuid", required = true, example = "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071")]
    id: Value,
    #[schema(value_type = CheckInKind, required = true)]
    kind: Value,
    /// What was scanned: a code, or a link with one.
    #[schema(value_type = Option<String>, max_length = 500)]
    code: Value,
    /// What was typed instead: the short code below a sign.
    #[schema(value_type = Option<String>, max_length = 500, example = "1000-000P")]
    short_code: Value,
    /// The phone's wall clock at the check-in.
    #[schema(value_type = String, format = "date-time", required = true, example = "2026-11-23T07:21:04+08:00")]
    created_at: Value,
    /// The phone's wall clock at this sending.
    #[schema(value_type = String, format = "date-time", required = true, example = "2026-11-23T07:21:05+08:00")]
    sent_at: Value,
    /// Milliseconds from the check-in to this sending on the phone's monotonic clock; null if it restarted since.
    #[schema(value_type = Option<f64>, example = 800)]
    elapsed_ms: Value,
    /// The fix; null if there is none. One with a negative accuracy or of a time to come counts as none.
    #[schema(value_type = Option<PositionBody>)]
    position: Value,
    /// The device's own id, made once when the app is installed.
    #[schema(value_type = String, required = true, min_length = 1, max_length = 100, example = "a2f1c7d0-phone")]
    device_id: Value,
    /// The role that the person chose, after an answer `role_ambiguous`.
    #[schema(value_type = Option<Role>)]
    role: Value,
}

/// A fix of the phone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionBody {
    #[schema(example = 116.4039)]
    lon: f64,
    #[schema(example = 39.9151)]
    lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres.
    #[schema(example = 12.5)]
    accuracy_m: f64,
    datum: Datum,
    /// Milliseconds from the fix to the check-in.
    #[schema(example = 800)]
    age_ms: f64,
    /// Whether the phone marks the location as a mock.
    mocked: bool,
}

/// Reads one check-in.
pub(super) fn read(value: Value) -> Item {
    let id = value.get("id").and_then(Value::as_str).map(ToOwned::to_owned);
    if !value.is_object() {
        return Err((id, Unusable::NotAnObject));
    }
    let body: ItemBody = serde_json::from_value(value).map_err(|_| (id.clone(), Unusable::UnknownField))?;
    Submission::try_from(body).map_err(|reason| (id, reason))
}

impl TryFrom<ItemBody> for Submission {
    type Error = Unusable;

    fn try_from(body: ItemBody) -> Result<Self, Unusable> {
        let code = optional_text(body.code, LONGEST_CODE).ok_or(Unusable::CodeInvalid)?;
        let short_code = optional_text(body.short_code, LONGEST_CODE).ok_or(Unusable::ShortCodeInvalid)?;
        if code.is_some() && short_code.is_some() {
            return Err(Unusable::CodeAndShortCode);
        }
        Ok(Self {
            id: parsed(&body.id).ok_or(Unusable::IdInvalid)?,
            kind: parsed(&body.kind).ok_or(Unusable::KindInvalid)?,
            code,
            short_code,
            created_at: time(&body.created_at).ok_or(Unusable::CreatedAtInvalid)?,
            sent_at: time(&body.sent_at).ok_or(Unusable::SentAtInvalid)?,
            elapsed_ms: elapsed(&body.elapsed_ms).ok_or(Unusable::ElapsedMsInvalid)?,
            position: position(body.position).ok_or(Unusable::PositionInvalid)?,
            device_id: text(body.device_id, LONGEST_DEVICE).ok_or(Unusable::DeviceIdInvalid)?,
            role: role(&body.role).ok_or(Unusable::RoleInvalid)?,
        })
    }
}

fn parsed<T: std::str::FromStr>(value: &Value) -> Option<T> {
    value.as_str()?.parse().ok()
}

/// A text of 1 to `longest` characters without control characters, which PostgreSQL and people cannot read.
fn text(value: Value, longest: usize) -> Option<String> {
    let Value::String(text) = value else { return None };
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= longest && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}

/// An empty text stands for none.
#[expect(clippy::option_option, reason = "outside: whether it can be used; inside: whether there is one")]
fn optional_text(value: Value, longest: usize) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::String(empty) if empty.trim().is_empty() => Some(None),
        other => text(other, longest).map(Some),
    }
}

fn time(value: &Value) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(value.as_str()?).ok().map(|time| time.to_utc())
}

/// Browsers count in fractions of milliseconds.
#[expect(clippy::option_option, reason = "outside: whether it can be used; inside: whether there is one")]
fn elapsed(value: &Value) -> Option<Option<i64>> {
    if value.is_null() {
        return Some(None);
    }
    value.as_i64().or_else(|| whole(value.as_f64()?)).map(Some)
}

/// The whole number below; nothing for what no clock counts.
fn whole(number: f64) -> Option<i64> {
    const MOST: f64 = 1e15;
    if !(-MOST..=MOST).contains(&number) {
        return None;
    }
    format!("{:.0}", number.floor()).parse().ok()
}

#[expect(clippy::option_option, reason = "outside: whether it can be used; inside: whether there is one")]
fn position(value: Value) -> Option<Option<(SubmittedPosition, Fix)>> {
    if value.is_null() {
        return Some(None);
    }
    let body: PositionBody = serde_json::from_value(value).ok()?;
    let PositionBody { lon, lat, accuracy_m, datum, age_ms, mocked } = body;
    let sent = SubmittedPosition { lon, lat, accuracy_m, datum, age_ms: whole(age_ms)?, mocked };
    match Fix::new(to_wgs84(datum, lon, lat).ok()?, accuracy_m, sent.age_ms, mocked) {
        Ok(fix) => Some(Some((sent, fix))),
        // Some phones mark a fix that failed with a negative accuracy or a time to come: that proves no place, and is no fault.
        Err(PlaceError::AccuracyInvalid | PlaceError::AgeInvalid) => Some(None),
        Err(_) => None,
    }
}

#[expect(clippy::option_option, reason = "outside: whether it can be used; inside: whether there is one")]
fn role(value: &Value) -> Option<Option<Role>> {
    if value.is_null() { Some(None) } else { parsed(value).map(Some) }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use serde_json::json;

    use super::*;

    fn good() -> Value {
        json!({
            "id": "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071", "kind": "arrive", "code": null,
            "created_at": "2026-11-23T07:21:04+08:00", "sent_at": "2026-11-23T07:21:05+08:00", "elapsed_ms": 800.25,
            "position": { "lon": 116.4, "lat": 39.9, "accuracy_m": 10, "datum": "wgs84", "age_ms": 0, "mocked": false },
            "device_id": "phone-1",
        })
    }

    fn with(field: &str, value: Value) -> Value {
        let mut item = good();
        item[field] = value;
        item
    }

    #[test]
    fn a_good_one_is_read() {
        let read = read(good()).unwrap();
        assert_eq!((read.elapsed_ms, read.code, read.role), (Some(800), None, None));
        assert!(read.position.is_some());
    }

    #[test]
    fn a_fix_that_failed_counts_as_none() {
        for (accuracy_m, age_ms, there) in
            [(10, 0, true), (0, 0, true), (-1, 0, false), (10, -86_400_000, false), (100_000, 0, true)]
        {
            let position = json!({ "lon": 116.4, "lat": 39.9, "accuracy_m": accuracy_m, "datum": "wgs84", "age_ms": age_ms, "mocked": false });
            let read = read(with("position", position)).unwrap();
            assert_eq!(read.position.is_some(), there, "{accuracy_m} m, {age_ms} ms");
        }
    }

    #[test]
    fn each_bad_field_has_its_reason() {
        let far = json!({ "lon": 200, "lat": 0, "accuracy_m": 1, "datum": "wgs84", "age_ms": 0, "mocked": false });
        let extra =
            json!({ "lon": 1, "lat": 0, "accuracy_m": 1, "datum": "wgs84", "age_ms": 0, "mocked": false, "x": 1 });
        for (field, value, expected) in [
            ("id", json!("x"), Unusable::IdInvalid),
            ("id", json!(null), Unusable::IdInvalid),
            ("kind", json!("here"), Unusable::KindInvalid),
            ("code", json!(7), Unusable::CodeInvalid),
            ("code", json!("a\u{0}b"), Unusable::CodeInvalid),
            ("code", json!("x".repeat(501)), Unusable::CodeInvalid),
            ("short_code", json!([]), Unusable::ShortCodeInvalid),
            ("created_at", json!("2026-11-23T07:21:04"), Unusable::CreatedAtInvalid),
            ("sent_at", json!(null), Unusable::SentAtInvalid),
            ("elapsed_ms", json!("5"), Unusable::ElapsedMsInvalid),
            ("elapsed_ms", json!(1e18), Unusable::ElapsedMsInvalid),
            ("position", far, Unusable::PositionInvalid),
            ("position", extra, Unusable::PositionInvalid),
            ("position", json!({}), Unusable::PositionInvalid),
            ("device_id", json!(" "), Unusable::DeviceIdInvalid),
            ("role", json!("headmaster"), Unusable::RoleInvalid),
            ("surprise", json!(1), Unusable::UnknownField),
        ] {
            let (id, reason) = read(with(field, value.clone())).unwrap_err();
            assert_eq!(reason, expected, "{field} {value}");
            assert_eq!(id.is_some(), field != "id" || value.is_string(), "{field} {value}");
        }
        assert_eq!(read(json!([1])).unwrap_err(), (None, Unusable::NotAnObject));
        let mut both = with("code", json!("A"));
        both["short_code"] = json!("B");
        assert_eq!(read(both).unwrap_err().1, Unusable::CodeAndShortCode);
    }
}
