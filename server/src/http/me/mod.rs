//! `/me`: one's own account.

mod consents;
mod deletion;
mod export;
mod password;
mod profile;

pub(super) use consents::ConsentText;
use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(profile::profile)
        .service(profile::rename)
        .service(password::change_password)
        .service(consents::list_consents)
        .service(consents::answer_consent)
        .service(export::export)
        .service(deletion::delete);
}
