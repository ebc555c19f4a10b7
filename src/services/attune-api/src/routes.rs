//! The HTTP face of the log.

use std::{convert::Infallible, sync::Arc, time::Duration};

use attune_common::{
    event::{Event, NewEvent},
    service::Service,
    shutdown::Shutdown,
};
use axum::{
    extract::{DefaultBodyLimit, Query, State},
    http::{HeaderMap, StatusCode},
    response::sse::{self, KeepAlive, Sse},
    routing::get,
    Json, Router,
};
use futures_util::{stream, Stream, StreamExt};
use serde::Deserialize;
use serde_json::{json, Value};
use tokio::time::timeout;

use crate::log::EventLog;

/// The largest event that is accepted, in bytes.
const MAX_EVENT: usize = 64 * 1024;

/// The longest that a poll is held open, in seconds.
const MAX_WAIT: u64 = 60;

/// What every route needs.
#[derive(Clone, Debug)]
pub struct Api {
    pub service: Service,
    pub log: Arc<EventLog>,
    pub shutdown: Shutdown,
}

/// The API's routes.
pub fn router(api: Api) -> Router {
    Router::new()
        .route("/health", get(|State(api): State<Api>| async move { Json(api.service.health()) }))
        .route("/events", get(list).post(add))
        .route("/events/stream", get(follow))
        .layer(DefaultBodyLimit::max(MAX_EVENT))
        .with_state(api)
}

async fn add(State(api): State<Api>, Json(event): Json<NewEvent>) -> Result<(StatusCode, Json<Event>), (StatusCode, Json<Value>)> {
    match event.fault() {
        Some(fault) => Err((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({"error": fault})))),
        None => Ok((StatusCode::CREATED, Json(api.log.add(event)))),
    }
}

/// Which events are wanted, and how long to wait for one.
#[derive(Debug, Deserialize)]
struct Page {
    #[serde(default)]
    after: u64,
    limit: Option<usize>,
    #[serde(default)]
    wait: u64,
}

async fn list(State(api): State<Api>, Query(page): Query<Page>) -> Json<Vec<Event>> {
    let limit = page.limit.unwrap_or(usize::MAX);
    let waiting = timeout(Duration::from_secs(page.wait.min(MAX_WAIT)), api.log.wait_after(page.after, limit));
    match api.shutdown.unless_stopped(waiting).await {
        Some(Ok(events)) => Json(events),
        _ => Json(api.log.after(page.after, limit)),
    }
}

async fn follow(
    State(api): State<Api>,
    Query(page): Query<Page>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    // A browser that reconnects names the last event that it got.
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok()).unwrap_or(page.after);
    let pages = stream::unfold((api, seen), |(api, seen)| async move {
        // Ends the stream on shutdown: an open stream would hold the server back for ever.
        let events = api.shutdown.unless_stopped(api.log.wait_after(seen, usize::MAX)).await?;
        let seen = events.last().map_or(seen, |last| last.id);
        Some((stream::iter(events), (api, seen)))
    });
    Sse::new(pages.flatten().map(|event| Ok(to_sse(&event)))).keep_alive(KeepAlive::default())
}

fn to_sse(event: &Event) -> sse::Event {
    let message = sse::Event::default().id(event.id.to_string());
    message.json_data(event).unwrap_or_default()
}
