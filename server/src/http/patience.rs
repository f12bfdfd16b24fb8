//! A request's body must be there in time: a client that trickles bytes would else hold its connection for ever. actix
//! limits the time of the head alone.

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage as _, web};
use futures_util::StreamExt as _;

use crate::service::App;

/// Ends the body of a request with an error when its time is up.
pub(super) async fn limit(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let headers = request.headers();
    if headers.contains_key(CONTENT_LENGTH) || headers.contains_key(TRANSFER_ENCODING) {
        let seconds = request.app_data::<web::Data<App>>().map_or(1, |app| app.config.client_seconds);
        let payload = in_time(request.take_payload(), Duration::from_secs(seconds));
        request.set_payload(payload);
    }
    next.call(request).await
}

/// Whether the error says that a body did not come in time.
pub(super) fn is_too_late(error: &PayloadError) -> bool {
    matches!(error, PayloadError::Incomplete(Some(cause)) if cause.kind() == std::io::ErrorKind::TimedOut)
}

fn in_time(body: Payload, limit: Duration) -> Payload {
    let deadline = tokio::time::Instant::now() + limit;
    let late = || PayloadError::Incomplete(Some(std::io::ErrorKind::TimedOut.into()));
    let timed = futures_util::stream::unfold(Some(body), move |body| async move {
        let mut body = body?;
        match tokio::time::timeout_at(deadline, body.next()).await {
            Ok(part) => part.map(|part| (part, Some(body))),
            Err(_) => Some((Err(late()), None)),
        }
    });
    Payload::Stream { payload: Box::pin(timed) }
}
