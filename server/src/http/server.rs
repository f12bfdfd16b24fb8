//! The HTTP server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, redirect, scope, to};
use actix_web::{HttpRequest, HttpServer};
use utoipa_swagger_ui::SwaggerUi;

use super::{background, docs, health, home, metrics, middleware, patience, routes, web, wire};
use crate::problem::{Code, Problem};
use crate::service::App;

/// How long an idle connection is kept: longer than proxies keep theirs (nginx: 60 s), so that none sends a request into a
/// connection that is being closed.
const KEEP_ALIVE: Duration = Duration::from_secs(75);

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
    // More threads than database connections would only wait for one. Each worker has threads of its own.
    let blocking = usize::try_from(app.config.database_connections).unwrap_or(1).div_ceil(workers.max(1));
    let client_time = Duration::from_secs(app.config.client_seconds);
    metrics::handle();
    docs::known();
    background::start(&app);
    let policies = Data::new(web::Policies::new(&app.config));
    let data = Data::from(app);
    let server = HttpServer::new(move || {
        let api = scope("/api/v1").configure(|config| routes::api(&mut routes::Routes::Serving(config)));
        actix_web::App::new()
            .service(api)
            .app_data(data.clone())
            .app_data(policies.clone())
            .configure(wire::configure)
            .service(home::home)
            .service(home::typed)
            .configure(web::routes)
            .service(metrics::render)
            .service(health::healthz)
            .service(health::readyz)
            .service(docs::description)
            .service(redirect("/docs", "/docs/"))
            .service(SwaggerUi::new("/docs/{_:.*}").config("/openapi.json".into()))
            .default_service(to(unmatched))
            .wrap(from_fn(patience::limit))
            .wrap(from_fn(middleware::around))
            .wrap(Compress::default())
    })
    .workers(workers)
    .worker_max_blocking_threads(blocking.max(1))
    .keep_alive(KEEP_ALIVE)
    .client_request_timeout(client_time)
    .shutdown_timeout(10)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied().ok_or_else(|| std::io::Error::other("no address was bound"))?;
    let server = server.run();
    Ok(Running { address, handle: server.handle(), server })
}

async fn unmatched(request: HttpRequest) -> Result<String, Problem> {
    let wrong_method = docs::known().allow(request.path()).is_some();
    Err(Problem::new(if wrong_method { Code::MethodNotAllowed } else { Code::UnknownRoute }))
}
