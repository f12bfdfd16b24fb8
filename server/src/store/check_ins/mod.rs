//! The evidence: check-ins, where the phones were, and what people said about them later. Rows are only ever added.

mod amendments;
mod devices;
mod evidence;
mod find;
mod history;
mod insert;
mod positions;
mod recent;
mod row;
mod unnest;

pub use amendments::{Amendment, amendments_of, insert_amendment};
pub use devices::{DevicePerson, devices_of, forget_devices, note_devices, people_of_devices, used_device};
pub use evidence::{EvidenceRow, evidence_of, refused};
pub use find::by_ids;
pub use history::{After, Wanted, list, stays_at};
pub use insert::insert_many;
pub use positions::{
    PositionAge, coarsen_positions, delete_positions, delete_positions_of, position_ages, positions_of,
};
pub use recent::{EARLIER, FixOnRecord, NEAR, fix_after, fixes_before, fixes_of};
pub use row::{CheckIn, StoredPosition};
pub(super) use unnest::{CheckIns, DevicePeople, Positions};
