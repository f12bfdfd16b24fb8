//! The HTTP server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{HttpRequest, HttpServer, web};
use utoipa_actix_web::AppExt as _;
use utoipa_swagger_ui::SwaggerUi;

use super::known::Known;
use super::{background, codes, docs, health, home, metrics, middleware, patience, routes, wire};
use crate::problem::{Code, Problem};
use crate::service::App;

/// A server that runs.
pub struct Running {
    /// Where it listens; the port is a real one even when 0 was asked for.
    pub address: SocketAddr,
    /// Stops it.
    pub handle: ServerHandle,
    /// Done when it has stopped and every request is answered.
    pub server: actix_web::dev::Server,
}

/// Binds the address of the configuration. The server runs once [`Running::server`] is awaited or spawned.
///
/// # Errors
/// Those of binding: the port is taken, the address is not ours.
pub fn start(app: Arc<App>) -> std::io::Result<Running> {
    let (listen, workers) = (app.config.listen.clone(), app.config.workers);
    let client_time = Duration::from_secs(app.config.client_seconds);
    metrics::handle();
    let document = docs::openapi();
    let known = web::Data::new(Known::of(&document));
    background::start(&app);
    let data = web::Data::from(app);
    let server = HttpServer::new(move || {
        let api = utoipa_actix_web::scope("/api/v1").configure(routes::api);
        let (app, _) = actix_web::App::new().into_utoipa_app().service(api).split_for_parts();
        app.app_data(data.clone())
            .app_data(known.clone())
            .configure(wire::configure)
            .service(home::home)
            .service(codes::open)
            .service(metrics::render)
            .service(health::healthz)
            .service(health::readyz)
            .service(SwaggerUi::new("/docs/{_:.*}").url("/openapi.json", document.clone()))
            .default_service(web::to(unmatched))
            .wrap(from_fn(patience::limit))
            .wrap(from_fn(middleware::around))
            .wrap(Compress::default())
    })
    .workers(workers)
    .client_request_timeout(client_time)
    .shutdown_timeout(10)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied().ok_or_else(|| std::io::Error::other("no address was bound"))?;
    let server = server.run();
    Ok(Running { address, handle: server.handle(), server })
}

async fn unmatched(request: HttpRequest, known: web::Data<Known>) -> Result<String, Problem> {
    let wrong_method = known.allow(request.path()).is_some();
    Err(Problem::new(if wrong_method { Code::MethodNotAllowed } else { Code::UnknownRoute }))
}
