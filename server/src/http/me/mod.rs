//! `/me`: one's own account.

mod consents;
mod deletion;
mod export;
mod password;
mod profile;

use super::routes::Routes;
pub(super) use consents::ConsentText;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(profile::profile)
        .service(profile::rename)
        .service(password::change_password)
        .service(consents::list_consents)
        .service(consents::answer_consent)
        .service(export::export)
        .service(deletion::delete);
}
