//! The one route table of the API.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    alarms, alerts, audit, board, calendar, check_ins, checkpoints, client_config, codes, corrections, coverage,
    day_changes, duties, hazards, inspections, invites, jobs, me, patrols,
};
use super::{
    memberships, organizations, receipts, school_imports, screens, sessions, set_up, shifts, signs, templates, windows,
};

/// Where routes go: both take the same ones, so that none is served and not described.
pub(super) enum Routes<'a, 's> {
    /// Into a worker of a server. What describes them is left out: as a tree it takes megabytes, for each worker.
    Serving(&'a mut web::ServiceConfig),
    /// Into the description.
    Describing(&'a mut ServiceConfig<'s>),
}

impl Routes<'_, '_> {
    pub(super) fn service(&mut self, one: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        match self {
            Self::Serving(config) => {
                config.service(one);
            }
            Self::Describing(config) => {
                config.service(one);
            }
        }
        self
    }

    fn configure(&mut self, more: impl FnOnce(&mut Self)) -> &mut Self {
        more(self);
        self
    }
}

/// Everything under `/api/v1`. Routes are tried in this order, so the one that is asked most comes first.
pub(super) fn api(config: &mut Routes) {
    config.configure(check_ins::routes);
    config.configure(set_up::routes).configure(client_config::routes).configure(sessions::routes).configure(me::routes);
    config.configure(organizations::routes).configure(memberships::routes).configure(invites::routes);
    config.configure(audit::routes).configure(school_imports::routes).configure(templates::routes);
    config.configure(checkpoints::routes).configure(signs::routes).configure(screens::routes).configure(codes::routes);
    config.configure(calendar::routes).configure(windows::routes).configure(duties::routes);
    config.configure(day_changes::routes).configure(shifts::routes);
    config.configure(corrections::routes).configure(receipts::routes);
    config.configure(patrols::routes).configure(alerts::routes).configure(alarms::routes).configure(jobs::routes);
    config.configure(hazards::routes).configure(inspections::routes);
    config.configure(coverage::routes).configure(board::routes);
}
