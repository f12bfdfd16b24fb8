//! `/schools/{id}/board`, `/schools/{id}/events`, and `/organizations/{id}/boards`

mod boards;
mod events;
mod now;
mod wire;

pub(super) use wire::WindowNowBody;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(boards::boards_now).service(now::board_now).service(events::board_events);
}
