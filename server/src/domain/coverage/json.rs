//! The JSON of a document. A field that stands twice in one object is refused: two readers might each take another one.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::problem::{DocumentError, Problem};

/// The JSON of a file.
///
/// # Errors
/// It is not UTF-8, not JSON, or a field stands twice in one object.
pub fn json(bytes: &[u8]) -> Result<Value, DocumentError> {
    let whole = |problem| DocumentError::at("", problem);
    let text = std::str::from_utf8(bytes).map_err(|e| whole(Problem::NotUtf8(e.valid_up_to())))?;
    // Some editors put a byte order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read: Result<Unambiguous, _> = serde_json::from_str(text);
    read.map(|Unambiguous(value)| value).map_err(|e| whole(Problem::NotJson(e.to_string())))
}

struct Unambiguous(Value);

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number is too large"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Unambiguous(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Unambiguous(value))) = fields.next_entry::<String, Unambiguous>()? {
            if object.contains_key(&name) {
                return Err(A::Error::custom(format_args!("the field `{name}` stands twice in one object")));
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_serde_json_does() {
        let text = r#"{"a":[1,-2,2.5,1e3,"x\u00e9",true,null],"b":{"a":18446744073709551615}}"#;
        assert_eq!(json(text.as_bytes()).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(json("\u{feff}{}".as_bytes()).unwrap(), Value::Object(Map::new()));
    }

    #[test]
    fn refuses_what_two_readers_might_read_in_two_ways() {
        for text in [r#"{"grade":"contradicted","grade":"confirmed"}"#, r#"[{"x":{"a":1,"b":2,"a":1}}]"#] {
            let error = json(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains("stands twice in one object"), "{error}");
        }
        assert!(json(br#"[{"a":1},{"a":1}]"#).is_ok(), "two objects may each have it");
        for text in ["", "{", "[1,]", "{} x", "1e999"] {
            assert!(matches!(json(text.as_bytes()).unwrap_err().problem, Problem::NotJson(_)), "{text}");
        }
    }
}
