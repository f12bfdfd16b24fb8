//! What a person keeps as proof that the server received a check-in. Signing happens elsewhere.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::content::ContentHash;
use crate::domain::id::{CheckInId, CheckpointId, PersonId};
use crate::domain::words::Grade;

/// The claims of a receipt. They say what was received and how it was graded then; a later co-signature or voiding is a
/// record of its own and does not change them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptClaims {
    /// The check-in.
    pub check_in_id: CheckInId,
    /// Who checked in.
    pub person_id: PersonId,
    /// Where; none if no checkpoint could be told.
    pub checkpoint_id: Option<CheckpointId>,
    /// When it happened, as derived.
    pub at: DateTime<Utc>,
    /// The grade given at first.
    pub grade: Grade,
    /// When the server received it.
    pub received_at: DateTime<Utc>,
    /// What was received.
    pub content: ContentHash,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_survive_json_to_the_microsecond() {
        let claims = ReceiptClaims {
            check_in_id: CheckInId::fresh(),
            person_id: PersonId::fresh(),
            checkpoint_id: None,
            at: "2026-11-23T07:25:03.123456Z".parse().unwrap(),
            grade: Grade::Likely,
            received_at: "2026-11-23T07:25:04.000001Z".parse().unwrap(),
            content: ContentHash::new([7; 32]),
        };
        let text = serde_json::to_string(&claims).unwrap();
        assert!(text.contains(r#""at":"2026-11-23T07:25:03.123456Z""#) && text.contains(r#""grade":"likely""#));
        assert_eq!(serde_json::from_str::<ReceiptClaims>(&text).unwrap(), claims);
    }
}
