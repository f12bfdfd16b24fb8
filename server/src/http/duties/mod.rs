//! `/schools/{id}/duties`, `/duties/{id}`, `/windows/{id}/duty-order`

mod order;
mod read;
mod wire;
mod write;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(read::list)
        .service(read::get)
        .service(read::history)
        .service(write::create)
        .service(write::edit)
        .service(write::end)
        .service(order::order);
}
