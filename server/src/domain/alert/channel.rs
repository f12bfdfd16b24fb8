//! Channels, and how often one is tried.

use chrono::TimeDelta;

use crate::domain::text_enum::text_enum;

text_enum! {
    /// How an organization is told beside the people of its steps.
    pub enum ChannelKind {
        /// A robot of 企业微信 in a group.
        Wecom = "wecom",
        /// A robot of 钉钉 in a group, signed.
        Dingtalk = "dingtalk",
        /// A robot of 飞书 in a group, signed.
        Feishu = "feishu",
        /// An address of one's own, signed as Standard Webhooks says.
        Webhook = "webhook",
        /// Text messages to the people of the steps, through the server's gateway.
        Sms = "sms",
    }
}

text_enum! {
    /// Where a message stands.
    pub enum MessageState {
        /// To be sent, or to be tried again.
        Pending = "pending",
        /// Taken by whoever it was for; in the app as soon as it was written.
        Sent = "sent",
        /// Given up after the last attempt.
        Dead = "dead",
    }
}

/// How often a message is tried.
const ATTEMPTS: i32 = 8;

/// How long to wait after so many attempts failed: 10 seconds, doubled each time; none after the last.
#[must_use]
pub fn again(attempts: i32) -> Option<TimeDelta> {
    let doubled = 10_i64.checked_shl(u32::try_from(attempts - 1).ok()?)?;
    if (1..ATTEMPTS).contains(&attempts) { TimeDelta::try_seconds(doubled) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_and_the_eighth_attempt_is_the_last() {
        let seconds: Vec<Option<i64>> =
            (0..=8).map(|attempts| again(attempts).map(|pause| pause.num_seconds())).collect();
        let expected = [None, Some(10), Some(20), Some(40), Some(80), Some(160), Some(320), Some(640), None];
        assert_eq!(seconds, expected);
    }
}
