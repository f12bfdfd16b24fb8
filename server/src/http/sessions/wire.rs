//! Sessions as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::service::sessions::Session;
use crate::service::sign_in::SignedIn;

/// A signed-in device.
#[derive(Serialize, ToSchema)]
pub(in crate::http) struct SignedInBody {
    /// Goes into `Authorization: Bearer …`.
    #[schema(example = "eyJhbGciOiJIUzI1NiJ9…")]
    access_token: String,
    /// Exchange it at `/sessions/refresh` before or after the access token runs out. It is good once; keep it secret.
    #[schema(example = "hxr_4Jp0nYkqS0mD2bq7xYzV1w")]
    refresh_token: String,
    /// Seconds until the access token runs out.
    #[schema(example = 900)]
    expires_in: i64,
    person: PersonBody,
}

/// Who signed in.
#[derive(Serialize, ToSchema)]
pub(in crate::http) struct PersonBody {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
}

impl From<SignedIn> for SignedInBody {
    fn from(signed_in: SignedIn) -> Self {
        Self {
            access_token: signed_in.access_token,
            refresh_token: signed_in.refresh_token,
            expires_in: signed_in.expires_in,
            person: PersonBody { id: signed_in.person.id, name: signed_in.person.name },
        }
    }
}

/// One of one's own sessions.
#[derive(Serialize, ToSchema)]
pub(super) struct SessionBody {
    id: SessionId,
    /// What the device calls itself.
    #[schema(example = "华为 Mate 70")]
    device_name: String,
    /// The network address that it was last used from.
    #[schema(example = "203.0.113.7")]
    address: String,
    created_at: Moment,
    last_seen_at: Moment,
    /// Whether it is the one that asks.
    current: bool,
}

impl SessionBody {
    pub(super) fn of(session: Session, current: SessionId) -> Self {
        Self {
            id: session.id,
            device_name: session.device_name,
            address: session.address,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            current: session.id == current,
        }
    }
}
