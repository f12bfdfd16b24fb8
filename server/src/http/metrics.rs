//! `/metrics`: counters for Prometheus.

use std::sync::OnceLock;
use std::time::Duration;

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::problem::{Code, Result};
use crate::service::App;

/// The upper bounds of the classes that durations are counted in, seconds.
const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// The upper bounds of the classes that batch sizes are counted in.
const ROWS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// The one recorder of this process, made at the first server's start.
pub(super) fn handle() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE.get_or_init(install).as_ref()
}

fn install() -> Option<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)
        .and_then(|builder| builder.set_buckets_for_metric(Matcher::Suffix("_rows".to_owned()), ROWS));
    let installed = builder.and_then(PrometheusBuilder::install_recorder);
    installed.map_err(|error| tracing::warn!(%error, "no metrics")).ok()
}

/// Counts a request by its route (never by its address, which may carry codes and ids).
pub(super) fn count_request(method: &str, route: &str, status: u16, took: Duration) {
    let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
    metrics::counter!("huxue_requests_total", &labels).increment(1);
    metrics::histogram!("huxue_request_seconds", "route" => route.to_owned()).record(took);
}

#[get("/metrics")]
pub(super) async fn render(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    if !allowed(&request, &app) {
        return Err(Code::Forbidden.into());
    }
    let (readers, writers) = app.store.pool_use();
    for (pool, used) in [("read", readers), ("write", writers)] {
        metrics::gauge!("huxue_pool_connections", "pool" => pool).set(f64::from(used.open));
        metrics::gauge!("huxue_pool_idle", "pool" => pool).set(f64::from(used.idle));
    }
    let text = handle().map(PrometheusHandle::render).unwrap_or_default();
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}

fn allowed(request: &HttpRequest, app: &App) -> bool {
    let token = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if app.config.metrics_token.is_empty() {
        let local = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
        return local && !app.config.behind_proxy;
    }
    token == Some(format!("Bearer {}", app.config.metrics_token).as_str())
}
