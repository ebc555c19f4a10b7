//! The notifier's own port: its health and its latest notifications.

use std::{convert::Infallible, sync::Arc};

use attune_common::{service::Service, shutdown::Shutdown};
use http_body_util::Full;
use hyper::{body::Bytes, header, server::conn::http1, service::service_fn, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{json, Value};
use tokio::{net::TcpListener, task::JoinSet};

use crate::notify::Notifier;

/// Serves until told to stop.
pub async fn serve(listener: TcpListener, shutdown: &Shutdown, service: Service, notifier: Arc<Notifier>) {
    let mut open = JoinSet::new();
    loop {
        let Some(accepted) = shutdown.unless_stopped(listener.accept()).await else { return };
        let Ok((stream, _)) = accepted else { continue };
        let notifier = notifier.clone();
        open.spawn(async move {
            let answer = service_fn(|request| {
                let response = answer(&request, service, &notifier);
                async { Ok::<_, Infallible>(response) }
            });
            // A connection that breaks is the client's business.
            let _ = http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), answer).await;
        });
        while open.try_join_next().is_some() {}
    }
}

fn answer<B>(request: &Request<B>, service: Service, notifier: &Notifier) -> Response<Full<Bytes>> {
    let (status, body) = match request.uri().path() {
        "/health" => (StatusCode::OK, service.health()),
        "/notifications" => (StatusCode::OK, Value::from(notifier.recent())),
        _ => (StatusCode::NOT_FOUND, json!({"error": "GET /health or /notifications"})),
    };
    let mut response = Response::new(Full::new(Bytes::from(body.to_string())));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(path: &str) -> StatusCode {
        let service = Service { name: "attune-notifier", version: "0", default_port: 0 };
        answer(&Request::get(path).body(()).unwrap(), service, &Notifier::new(Vec::new(), Vec::new())).status()
    }

    #[test]
    fn answers_what_it_has() {
        assert_eq!(status("/health"), StatusCode::OK);
        assert_eq!(status("/notifications"), StatusCode::OK);
        assert_eq!(status("/other"), StatusCode::NOT_FOUND);
    }
}
