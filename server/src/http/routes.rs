//! The one route table of the API.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{audit, check_ins, checkpoints, duties, invites, me, memberships, organizations, receipts};
use super::{board, coverage};
use super::{codes, screens};
use super::{sessions, set_up, signs, windows};

/// Everything under `/api/v1`.
pub(super) fn api(config: &mut ServiceConfig) {
    config.configure(set_up::routes).configure(sessions::routes).configure(me::routes);
    config.configure(organizations::routes).configure(memberships::routes).configure(invites::routes);
    config.configure(audit::routes);
    config.configure(windows::routes).configure(duties::routes);
    config.configure(checkpoints::routes).configure(signs::routes);
    config.configure(check_ins::routes).configure(receipts::routes);
    config.configure(screens::routes).configure(codes::routes);
    config.configure(coverage::routes).configure(board::routes);
}
