//! The printed sign of a checkpoint (DESIGN section 5): what is on it, and the pictures of it.
//!
//! * [`svg`]: the QR with its lines of text, for a school's own layout
//! * [`png`]: the QR with its quiet zone alone, for documents
//! * [`html`]: whole A4 pages, one sign each or four, for a browser's print dialogue
//! * [`link_svg`]: a bare QR for a gate-room screen or an invite
//!
//! A page asks for nothing from outside: no font, no picture, no script. Every text is escaped where it is written.

mod escape;
mod fit;
mod four_up;
mod html;
mod page;
mod png;
mod qr;
mod svg;
mod texts;
mod view;
mod windows;

pub use escape::escape;
pub use html::{Layout, html};
pub use png::{ModulePixels, ModulePixelsOutOfRange, png};
pub use svg::{link_svg, svg};
pub use view::{OfficerCard, SignError, SignView, WindowLine};

#[cfg(test)]
mod tests;
