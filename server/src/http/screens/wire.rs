//! Screens as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{PersonId, ScreenId};
use crate::domain::moment::Moment;
use crate::service::screens::Screen;

/// A gate-room screen.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ScreenBody {
    id: ScreenId,
    /// Counts the checkpoint's screens from 1.
    #[schema(example = 3)]
    number: i32,
    #[schema(example = "东门值班室")]
    name: String,
    created_by: PersonId,
    created_at: Moment,
    /// Null while it is in use.
    revoked_at: Option<Moment>,
}

impl From<Screen> for ScreenBody {
    fn from(screen: Screen) -> Self {
        Self {
            id: screen.id,
            number: screen.number,
            name: screen.name,
            created_by: screen.created_by,
            created_at: screen.created_at,
            revoked_at: screen.revoked_at,
        }
    }
}

/// A new screen with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NewScreenBody {
    #[serde(flatten)]
    pub(super) screen: ScreenBody,
    /// The secret. It is answered here and never again.
    #[schema(example = "hxk_7yTq0bX2mR4nV8cL")]
    pub(super) token: String,
    /// What the screen opens.
    #[schema(example = "https://huxue.example.cn/kiosk/hxk_7yTq0bX2mR4nV8cL")]
    pub(super) url: String,
}
