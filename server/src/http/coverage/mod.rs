//! `/schools/{id}/coverage`, `/schools/{id}/day`, `/organizations/{id}/coverage/roll-up`

mod csv;
mod day;
mod evidence;
mod export;
mod posts;
mod range;
mod revisions;
mod roll_up;
mod sums;
mod wire;

pub(super) use wire::{CheckpointBody, SchoolBody, SchoolDayBody};

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(day::coverage_day)
        .service(range::coverage_range)
        .service(posts::coverage_posts)
        .service(evidence::coverage_evidence)
        .service(revisions::coverage_revisions)
        .service(export::day_document)
        .service(roll_up::coverage_roll_up)
        .service(roll_up::coverage_roll_up_csv);
}
