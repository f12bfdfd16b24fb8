//! Invites: made and withdrawn by those who manage members; followed by anybody who has the link.

mod join;
mod manage;

pub use join::{Joined, Joining, join, look, request_code};
pub use manage::{NewInvite, create, link, list, qr, revoke};

pub use crate::store::invites::Invite;
