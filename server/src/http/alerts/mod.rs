//! `/organizations/{id}/alerts`, `/alerts/{id}`, `/me/alerts`, `/organizations/{id}/channels`, `/channels/{id}`,
//! `/organizations/{id}/messages`, `/messages/{id}/again`, `/organizations/{id}/alert-rules`

mod alert;
mod channels;
mod inbox;
mod messages;
mod rules;
mod wire;

use super::routes::Routes;
pub(super) use inbox::InboxNowBody;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(alert::list)
        .service(alert::get)
        .service(alert::acknowledge)
        .service(inbox::list)
        .service(inbox::events)
        .service(inbox::read)
        .service(channels::list)
        .service(channels::create)
        .service(channels::edit)
        .service(channels::end)
        .service(channels::test)
        .service(messages::list)
        .service(messages::again)
        .service(rules::list)
        .service(rules::set)
        .service(rules::clear);
}
