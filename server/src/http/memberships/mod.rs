//! `/organizations/{id}/members` and `/memberships`

mod change;
mod list;
mod offices;
mod phone;
mod wire;

use super::routes::Routes;

pub(super) use wire::MemberBody;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(list::list)
        .service(offices::give_office)
        .service(change::approve)
        .service(change::decline)
        .service(change::edit)
        .service(change::end)
        .service(phone::phone);
}
