//! Check-ins: from what a phone sent to a durable record and its answer (DESIGN sections 6 and 9).
//!
//! [`receive`] is the way in. It judges against the directory ([`judge`]), hands what is to be recorded to the writer
//! ([`super::writer`]), which adds what only the database knows and commits, and then words the answers ([`reply`]).

pub mod amend;
pub mod co_signable;
mod correction;
pub mod flagged;
mod judge;
mod post;
pub mod receive;
pub mod reply;
mod resolve;
mod stand;
pub mod view;

pub use correction::correction_row;
pub use judge::Candidate;
