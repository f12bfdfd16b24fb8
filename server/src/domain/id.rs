//! Typed ids. Every id is a UUID; those that are written often are time-ordered (version 7), so that they append to an
//! index instead of scattering over it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares a newtype over [`Uuid`] for one kind of record.
macro_rules! typed_id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = "uuid")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new time-ordered id.
            #[must_use]
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    )+};
}

typed_id! {
    /// A node of the tree: bureau, station or school.
    OrganizationId,
    /// A person.
    PersonId,
    /// A person's place in an organization.
    MembershipId,
    /// An invite to join an organization.
    InviteId,
    /// A place where presence is proven.
    CheckpointId,
    /// One printed sign of a checkpoint.
    SignId,
    /// One gate-room screen that shows a checkpoint's rotating code.
    ScreenId,
    /// A weekly rule that says when posts are staffed.
    WindowId,
    /// What one window asks of one checkpoint.
    DutyId,
    /// One person, one duty, one date.
    ShiftId,
    /// One piece of evidence.
    CheckInId,
    /// A later word on a piece of evidence: a co-signature, a voiding, a review.
    AmendmentId,
    /// A request to add a check-in that could not be made (补卡).
    CorrectionId,
    /// A one-off change of a school's day.
    DayChangeId,
    /// A signed-in device.
    SessionId,
    /// A line of the audit log.
    AuditId,
    /// A school term.
    TermId,
    /// One answer of a person to a consent text.
    ConsentId,
    /// A patrol route of a station.
    PatrolRouteId,
    /// Somebody's word that a round ends.
    PatrolEndId,
    /// An alert.
    AlertId,
    /// A channel.
    ChannelId,
    /// A message of the outbox.
    MessageId,
    /// A one-key alarm.
    AlarmId,
    /// Something done about an alarm.
    AlarmStepId,
    /// A hazard.
    HazardId,
    /// Something done about a hazard.
    HazardStepId,
    /// A photo of a hazard.
    HazardPhotoId,
    /// A checklist as it was at one time.
    ChecklistId,
    /// One inspection.
    InspectionId,
}
