//! The settings of signing in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::lockout::LockoutRule;

/// How often somebody may try to sign in, and when an account is locked. A limit of 0 is switched off; no other meaning is
/// ever given to a zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignInSettings {
    /// Wrong passwords in a row that lock an account; 0 never locks.
    pub lockout_failures: u32,
    /// How long the first lock holds, seconds; each further failure doubles it.
    pub lockout_seconds: u32,
    /// How long a lock holds at most, seconds.
    pub lockout_longest_seconds: u32,
    /// Attempts per minute for one account, known or not.
    pub attempts_per_minute_by_account: u32,
    /// Attempts per minute from one network address. A school may share one.
    pub attempts_per_minute_by_address: u32,
    /// Text messages per hour to one number.
    pub sms_per_hour_by_account: u32,
}

impl Default for SignInSettings {
    fn default() -> Self {
        Self {
            lockout_failures: 5,
            lockout_seconds: 60,
            lockout_longest_seconds: 3600,
            attempts_per_minute_by_account: 10,
            attempts_per_minute_by_address: 120,
            sms_per_hour_by_account: 5,
        }
    }
}

impl SignInSettings {
    /// When to lock an account.
    #[must_use]
    pub const fn lockout(&self) -> LockoutRule {
        LockoutRule {
            failures: self.lockout_failures,
            first_seconds: self.lockout_seconds,
            longest_seconds: self.lockout_longest_seconds,
        }
    }
}

/// The gateway that sends text messages: one HTTP POST for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SmsSettings {
    /// Where to post; empty writes messages to the log instead, which is for development alone.
    pub url: String,
    /// Headers of the request, such as the gateway's key. `content-type` decides how the values are escaped in the body.
    pub headers: BTreeMap<String, String>,
    /// The body, in which `{phone}`, `{code}` and `{text}` are filled in.
    pub body: String,
    /// The sentence that `{text}` stands for, in which `{code}` is filled in.
    pub text: String,
}

impl Default for SmsSettings {
    fn default() -> Self {
        Self {
            url: String::new(),
            headers: BTreeMap::from([("content-type".to_owned(), "application/json".to_owned())]),
            body: r#"{"phone":"{phone}","text":"{text}"}"#.to_owned(),
            text: "【护学岗】验证码 {code}，5 分钟内有效，请勿告诉他人。".to_owned(),
        }
    }
}
