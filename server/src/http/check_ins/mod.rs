//! `/check-ins`

mod amend;
mod co_signable;
mod flags;
mod get;
mod item;
mod list;
mod send;
mod shown;
mod wire;

use super::routes::Routes;

pub(super) use amend::reason_of;
pub(super) use shown::CheckInBody;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(send::send)
        .service(list::own)
        .service(co_signable::co_signables)
        .service(list::of_school)
        .service(flags::flags)
        .service(get::get);
    config.service(amend::co_sign).service(amend::void).service(amend::review);
}
