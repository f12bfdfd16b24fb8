//! Sessions after signing in: new tokens for old, the list, the end.

mod end;
mod refresh;

pub use crate::store::sessions::Session;
pub use end::{end, list};
pub(super) use refresh::issue;
pub use refresh::refresh;
