//! From events to actions and back to events.

use std::time::Duration;

use attune_common::{client::Client, event::Event, feed::Feed, Result};
use serde_json::{json, Value};

use crate::rules::Rules;

/// How long an action may take.
const ACTION_TIME: Duration = Duration::from_secs(30);

/// How long to leave the API alone after it failed.
const PAUSE: Duration = Duration::from_secs(1);

/// Sends the worker what the rules ask for.
#[derive(Debug)]
pub struct Dispatcher {
    feed: Feed,
    worker: Client,
    rules: Rules,
}

impl Dispatcher {
    /// A dispatcher for the worker at an address.
    pub fn new(feed: Feed, worker: &str, rules: Rules) -> Result<Self> {
        Ok(Self { feed, worker: Client::new(worker, ACTION_TIME)?, rules })
    }

    /// Dispatches for ever.
    pub async fn run(mut self) {
        loop {
            match self.feed.next().await {
                Ok(events) => {
                    for event in &events {
                        self.handle(event).await;
                    }
                }
                Err(error) => {
                    eprintln!("no events: {error}");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    async fn handle(&self, event: &Event) {
        let Some(action) = self.rules.action_for(&event.event.kind) else { return };
        let request = json!({"action": action, "input": event.event.data});
        let outcome: Result<Value> = self.worker.post("/actions", &request).await;
        let (kind, data) = report(event.id, action, outcome);
        if let Err(error) = self.feed.report(kind, data).await {
            eprintln!("event {}: the outcome of {action} could not be reported: {error}", event.id);
        }
    }
}

fn report(cause: u64, action: &str, outcome: Result<Value>) -> (&'static str, Value) {
    match outcome {
        Ok(output) => ("action.completed", json!({"cause": cause, "action": action, "output": output})),
        Err(error) => ("action.failed", json!({"cause": cause, "action": action, "error": error.to_string()})),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_name_cause_and_action() {
        let (kind, data) = report(7, "digest", Ok(json!({"x": 1})));
        assert_eq!((kind, data), ("action.completed", json!({"cause": 7, "action": "digest", "output": {"x": 1}})));
        let (kind, data) = report(7, "digest", Err("down".into()));
        assert_eq!((kind, data), ("action.failed", json!({"cause": 7, "action": "digest", "error": "down"})));
    }
}
