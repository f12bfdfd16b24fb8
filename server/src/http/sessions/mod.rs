//! `/sessions`

mod by_password;
mod by_sms;
mod end;
mod list;
mod refresh;
mod wire;

use super::routes::Routes;
pub(super) use wire::SignedInBody;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(by_password::open)
        .service(list::list)
        .service(refresh::refresh)
        .service(by_sms::request_code)
        .service(by_sms::open_by_sms)
        .service(end::end_current)
        .service(end::end);
}
