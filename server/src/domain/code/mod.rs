//! The codes that prove which checkpoint a person stands at (DESIGN section 5).
//!
//! * [`sign_code`]: the code in the printed QR; it lives as long as the sign.
//! * [`screen_code`]: the code on a gate-room screen; it lives for two time steps.
//! * [`short_code`]: eight characters below the printed QR, for typing.
//!
//! The first two are signed with a key of the server ([`key`], [`key_set`]) and come in as one field, so that a phone
//! need not know which of them it scanned: [`Unverified::parse`] reads either, [`Unverified::verify`] checks it.
//!
//! ```text
//! sign    header  64 bits, top 4 zero: kind 4, key 8, checkpoint 32, serial 16              12 symbols
//! screen  header  96 bits, top 4 zero: kind 4, key 8, checkpoint 32, screen 16, step 32     19 symbols
//! both    tag     80 bits of HMAC-SHA-256 over a label and the header                       16 symbols
//! ```
//!
//! The kind says the version too: a new layout takes a new kind. A sign's code is 28 symbols of base32, a screen's 35.

mod base32;
mod error;
pub mod key;
pub mod key_set;
pub mod link;
mod numbers;
mod scanned;
pub mod screen_code;
pub mod short_code;
pub mod sign_code;
mod tag;

pub use error::CodeError;
pub use numbers::{CheckpointNumber, ScreenNumber, SignSerial};
pub use scanned::{Code, Unverified};

#[cfg(test)]
mod tests;
