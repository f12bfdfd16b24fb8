//! `/schools/{id}/duties`, `/duties/{id}`, `/windows/{id}/duty-order`

mod order;
mod read;
mod wire;
mod write;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(read::list)
        .service(read::get)
        .service(read::history)
        .service(write::create)
        .service(write::edit)
        .service(write::end)
        .service(order::order);
}
