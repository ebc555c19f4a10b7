//! Following the API's events from another service.

use std::time::Duration;

use serde_json::Value;

use crate::{client::Client, event::Event, event::NewEvent, Result};

/// How long the API may hold a poll open, in seconds.
pub const POLL_SECONDS: u64 = 20;

/// The API as the other services use it.
#[derive(Clone, Debug)]
pub struct Feed {
    client: Client,
    source: &'static str,
    seen: Option<u64>,
}

impl Feed {
    /// The API at an address, used by a service of the given name.
    pub fn new(address: &str, source: &'static str) -> Result<Self> {
        let client = Client::new(address, Duration::from_secs(POLL_SECONDS + 10))?;
        Ok(Self { client, source, seen: None })
    }

    /// The events since the last call, as soon as there are any. The first call only finds out where the log ends.
    pub async fn next(&mut self) -> Result<Vec<Event>> {
        let path = match self.seen {
            None => "/events?limit=1".to_owned(),
            Some(seen) => format!("/events?after={seen}&wait={POLL_SECONDS}"),
        };
        let events: Vec<Event> = self.client.get(&path).await?;
        let started = self.seen.is_some();
        self.seen = Some(events.last().map_or(self.seen.unwrap_or(0), |last| last.id));
        Ok(if started { events } else { Vec::new() })
    }

    /// Reports an event.
    pub async fn report(&self, kind: &str, data: Value) -> Result<Event> {
        let event = NewEvent { kind: kind.to_owned(), source: self.source.to_owned(), data };
        self.client.post("/events", &event).await
    }
}
