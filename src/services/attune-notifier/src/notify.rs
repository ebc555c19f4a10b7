//! Which events are pushed, and what became of them.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use attune_common::{event::Event, feed::Feed};
use serde_json::{json, Value};

use crate::webhook::Webhook;

/// The kind of the notifier's own reports; it never pushes those.
const SENT: &str = "notification.sent";

/// How many notifications are remembered.
const KEEP: usize = 50;

/// How long to leave the API alone after it failed.
const PAUSE: Duration = Duration::from_secs(1);

/// Pushes events and remembers the latest.
#[derive(Debug)]
pub struct Notifier {
    prefixes: Vec<String>,
    hooks: Vec<Webhook>,
    recent: Mutex<VecDeque<Value>>,
}

impl Notifier {
    /// Pushes events whose kind starts with one of the prefixes to every hook.
    pub fn new(prefixes: Vec<String>, hooks: Vec<Webhook>) -> Self {
        Self { prefixes, hooks, recent: Mutex::default() }
    }

    /// Pushes for ever.
    pub async fn run(self: Arc<Self>, mut feed: Feed) {
        loop {
            match feed.next().await {
                Ok(events) => {
                    for event in events.iter().filter(|event| self.wants(event)) {
                        let outcome = self.push(event).await;
                        if let Err(error) = feed.report(SENT, outcome).await {
                            eprintln!("event {}: its notification could not be reported: {error}", event.id);
                        }
                    }
                }
                Err(error) => {
                    eprintln!("no events: {error}");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    /// The latest notifications, newest first.
    pub fn recent(&self) -> Vec<Value> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn wants(&self, event: &Event) -> bool {
        let kind = &event.event.kind;
        kind != SENT && self.prefixes.iter().any(|prefix| kind.starts_with(prefix.as_str()))
    }

    async fn push(&self, event: &Event) -> Value {
        let mut delivered = 0;
        for hook in &self.hooks {
            match hook.push(event).await {
                Ok(()) => delivered += 1,
                Err(error) => eprintln!("event {}: {hook}: {error}", event.id),
            }
        }
        let outcome = json!({"cause": event.id, "kind": event.event.kind, "delivered": delivered, "failed": self.hooks.len() - delivered});
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.push_front(outcome.clone());
        recent.truncate(KEEP);
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_common::event::NewEvent;

    fn event(id: u64, kind: &str) -> Event {
        Event { id, at: 0, event: NewEvent { kind: kind.into(), source: "test".into(), data: Value::Null } }
    }

    #[test]
    fn wants_what_its_prefixes_name_but_never_its_own_reports() {
        let notifier = Notifier::new(vec!["action.".into(), "notification.".into()], Vec::new());
        assert!(notifier.wants(&event(1, "action.failed")));
        assert!(!notifier.wants(&event(2, "sensor.load")));
        assert!(!notifier.wants(&event(3, SENT)));
    }

    #[tokio::test]
    async fn counts_what_could_not_be_delivered() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let notifier = Notifier::new(Vec::new(), vec![format!("http://{closed}/hook").parse().unwrap()]);
        let outcome = notifier.push(&event(9, "action.failed")).await;
        assert_eq!(outcome, json!({"cause": 9, "kind": "action.failed", "delivered": 0, "failed": 1}));
        assert_eq!(notifier.recent(), [outcome]);
    }
}
