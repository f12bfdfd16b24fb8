//! Alerts (预警): what is wrong now, whom it is told to and when (`docs/alerts.md`).

mod channel;
mod digest;
mod kind;
mod name;
mod rules;
#[cfg(test)]
mod tests;
mod text;
mod urgency;
mod welfare;

pub use channel::{ChannelKind, MessageState, again};
pub use digest::{News, Place, digest};
pub use kind::{AlertKind, MOST_MINUTES, MOST_STEPS, Step, StepTo, check_steps, due};
pub use rules::{Finding, Findings, NEWS_SECONDS, findings};
pub use text::{Occasion, Said, Told, sentence};
pub use urgency::{Urgency, waits_until};
pub use welfare::{ASKED_AFTER, ASKED_FOR, Unheard, unheard};
