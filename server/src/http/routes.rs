//! The one route table of the API.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{board, coverage};
use super::{calendar, day_changes, shifts};
use super::{check_ins, checkpoints, duties, me, organizations, receipts, sessions, signs, windows};
use super::{codes, screens};
use super::{check_ins, checkpoints, corrections, duties, me, organizations, receipts, sessions, signs, windows};
use super::{codes, screens};
use super::{codes, school_imports, screens, templates};

/// Everything under `/api/v1`.
pub(super) fn api(config: &mut ServiceConfig) {
    config.configure(me::routes).configure(sessions::routes).configure(organizations::routes);
    config.configure(windows::routes).configure(duties::routes);
    config.configure(checkpoints::routes).configure(signs::routes);
    config.configure(check_ins::routes).configure(receipts::routes);
    config.configure(school_imports::routes).configure(templates::routes);
    config.configure(screens::routes).configure(codes::routes);
    config.configure(coverage::routes).configure(board::routes);
    config.configure(calendar::routes).configure(day_changes::routes).configure(shifts::routes);
    config.configure(check_ins::routes).configure(corrections::routes).configure(receipts::routes);
}
