//! What a check-in proves: its time, its grade, and the words that tell the person (DESIGN section 6).
//!
//! * [`clock`] derives when it happened from what the phone's clocks say.
//! * [`flags`] holds the signs worth a second look, [`grading`] turns all facts into a verdict.
//! * [`reason`] says why, [`next_step`] what to do next.
//! * [`effective`] weighs what people said about it later.
//! * [`role`] settles in which role the person stood there.
//! * [`submission`] is what comes in.
//! * [`content`] tells a re-sent check-in from another one with the same id, [`receipt`] is what the person keeps.

pub mod clock;
pub mod content;
pub mod effective;
pub mod flags;
pub mod grading;
pub mod next_step;
pub mod reason;
pub mod receipt;
pub mod role;
pub mod submission;
