//! The evidence: check-ins, where the phones were, and what people said about them later. Rows are only ever added.

mod amendments;
mod evidence;
mod row;

pub use amendments::{Amendment, amendments_of, insert_amendment};
pub use evidence::{EvidenceRow, evidence_of};
pub use row::{CheckIn, StoredPosition};
