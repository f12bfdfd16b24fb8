//! `/schools/{id}/board`, `/schools/{id}/events`, and `/organizations/{id}/boards`

mod boards;
mod events;
mod now;
mod wire;

pub(super) use wire::WindowNowBody;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(boards::boards_now).service(now::board_now).service(events::board_events);
}
