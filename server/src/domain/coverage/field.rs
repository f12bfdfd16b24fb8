//! A value of a JSON document together with the path that leads to it, so that an error can name its field.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value;

use super::problem::{DocumentError, Problem};

/// A value and where it stands.
pub(in crate::domain) struct Field<'a> {
    path: String,
    value: &'a Value,
}

impl<'a> Field<'a> {
    /// The document itself.
    pub(in crate::domain) const fn root(value: &'a Value) -> Self {
        Self { path: String::new(), value }
    }

    /// The field of an object, if it is there.
    pub(in crate::domain) fn find(&self, name: &str) -> Result<Option<Self>, DocumentError> {
        let object = self.value.as_object().ok_or_else(|| self.wrong_type("an object"))?;
        let dot = if self.path.is_empty() { "" } else { "." };
        Ok(object.get(name).map(|value| Self { path: format!("{}{dot}{name}", self.path), value }))
    }

    /// The field of an object, if it is there and not null.
    pub(in crate::domain) fn find_some(&self, name: &str) -> Result<Option<Self>, DocumentError> {
        Ok(self.find(name)?.filter(|field| !field.value.is_null()))
    }

    /// The field of an object.
    pub(in crate::domain) fn get(&self, name: &str) -> Result<Self, DocumentError> {
        let dot = if self.path.is_empty() { "" } else { "." };
        let missing = || DocumentError::at(format!("{}{dot}{name}", self.path), Problem::Missing);
        self.find(name)?.ok_or_else(missing)
    }

    /// The entries of a list, each read by `read`.
    pub(in crate::domain) fn each<T>(
        &self,
        read: impl Fn(&Self) -> Result<T, DocumentError>,
    ) -> Result<Vec<T>, DocumentError> {
        let entries = self.value.as_array().ok_or_else(|| self.wrong_type("a list"))?;
        let fields = entries.iter().enumerate().map(|(i, value)| Self { path: format!("{}[{i}]", self.path), value });
        fields.map(|field| read(&field)).collect()
    }

    /// Whether this is an object.
    pub(in crate::domain) fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// A text.
    pub(in crate::domain) fn text(&self) -> Result<&'a str, DocumentError> {
        self.value.as_str().ok_or_else(|| self.wrong_type("a text"))
    }

    /// A text that is not empty.
    pub(in crate::domain) fn id(&self) -> Result<String, DocumentError> {
        match self.text()? {
            "" => Err(self.not_allowed("a text that is not empty")),
            id => Ok(id.to_owned()),
        }
    }

    /// A whole number of at least `least`.
    pub(in crate::domain) fn number(&self, least: u32) -> Result<u32, DocumentError> {
        if !self.value.is_number() {
            return Err(self.wrong_type("a whole number"));
        }
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        let allowed = || self.not_allowed(format!("a whole number from {least} to {}", u32::MAX));
        number.filter(|number| *number >= least).ok_or_else(allowed)
    }

    /// A number, not infinite.
    pub(in crate::domain) fn decimal(&self) -> Result<f64, DocumentError> {
        self.value.as_f64().filter(|number| number.is_finite()).ok_or_else(|| self.wrong_type("a number"))
    }

    /// Yes or no.
    pub(in crate::domain) fn flag(&self) -> Result<bool, DocumentError> {
        self.value.as_bool().ok_or_else(|| self.wrong_type("true or false"))
    }

    /// One of the words.
    pub(in crate::domain) fn word<T: Copy>(
        &self,
        words: &[T],
        text: fn(T) -> &'static str,
    ) -> Result<T, DocumentError> {
        let found = self.text()?;
        let all = || words.iter().map(|word| text(*word)).collect::<Vec<_>>().join(", ");
        let word = words.iter().copied().find(|word| text(*word) == found);
        word.ok_or_else(|| self.not_allowed(format!("one of {}", all())))
    }

    /// A time in RFC 3339, with its offset.
    pub(in crate::domain) fn time(&self) -> Result<DateTime<FixedOffset>, DocumentError> {
        let wanted = "an RFC 3339 time with its offset, such as 2026-11-23T07:20:00+08:00";
        DateTime::parse_from_rfc3339(self.text()?).map_err(|_| self.not_allowed(wanted))
    }

    /// A date.
    pub(in crate::domain) fn date(&self) -> Result<NaiveDate, DocumentError> {
        let text = self.text()?;
        // The length keeps out shortened months and days, which chrono would take.
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == "2026-11-23".len());
        date.ok_or_else(|| self.not_allowed("a date, such as 2026-11-23"))
    }

    /// The name of a timezone.
    pub(in crate::domain) fn timezone(&self) -> Result<chrono_tz::Tz, DocumentError> {
        let wanted = "the name of a timezone, such as Asia/Shanghai";
        self.text()?.parse().map_err(|_| self.not_allowed(wanted))
    }

    /// An error about this value.
    pub(in crate::domain) fn error(&self, problem: Problem) -> DocumentError {
        DocumentError::at(self.path.clone(), problem)
    }

    /// Says what would be allowed instead.
    pub(in crate::domain) fn not_allowed(&self, allowed: impl Into<String>) -> DocumentError {
        let found = self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned);
        self.error(Problem::NotAllowed { found, allowed: allowed.into() })
    }

    fn wrong_type(&self, wanted: &'static str) -> DocumentError {
        self.error(Problem::WrongType(wanted))
    }
}
