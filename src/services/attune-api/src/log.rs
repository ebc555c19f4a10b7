//! The recent events, in memory.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

use attune_common::event::{Event, NewEvent};
use tokio::sync::watch;

/// The most recent events, oldest first.
#[derive(Debug)]
pub struct EventLog {
    keep: usize,
    events: Mutex<VecDeque<Event>>,
    last: watch::Sender<u64>,
}

impl EventLog {
    /// An empty log that keeps that many events.
    pub fn new(keep: usize) -> Self {
        Self { keep, events: Mutex::default(), last: watch::Sender::new(0) }
    }

    /// Adds an event.
    pub fn add(&self, event: NewEvent) -> Event {
        let mut events = self.events();
        let id = *self.last.borrow() + 1;
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let event = Event { id, at: u64::try_from(at.as_millis()).unwrap_or(u64::MAX), event };
        if events.len() == self.keep {
            events.pop_front();
        }
        events.push_back(event.clone());
        self.last.send_replace(id);
        event
    }

    /// The latest events after an id, at most so many, oldest first. An id that is yet to come
    /// is one from before a restart: whoever holds it has seen none of these events.
    pub fn after(&self, id: u64, limit: usize) -> Vec<Event> {
        let events = self.events();
        let id = if id > *self.last.borrow() { 0 } else { id };
        let fresh = events.iter().filter(|event| event.id > id).count();
        events.iter().skip(events.len() - fresh.min(limit)).cloned().collect()
    }

    /// The events after an id, as soon as there are any.
    pub async fn wait_after(&self, id: u64, limit: usize) -> Vec<Event> {
        let mut last = self.last.subscribe();
        loop {
            last.mark_unchanged();
            let events = self.after(id, limit);
            // The log holds the sender, so waiting for a change cannot fail.
            if !events.is_empty() || last.changed().await.is_err() {
                return events;
            }
        }
    }

    fn events(&self) -> MutexGuard<'_, VecDeque<Event>> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::{sync::Arc, time::Duration};

    fn event(kind: &str) -> NewEvent {
        NewEvent { kind: kind.into(), source: "test".into(), data: Value::Null }
    }

    fn ids(events: &[Event]) -> Vec<u64> {
        events.iter().map(|event| event.id).collect()
    }

    #[test]
    fn numbers_events_and_forgets_the_oldest() {
        let log = EventLog::new(2);
        for kind in ["a", "b", "c"] {
            log.add(event(kind));
        }
        assert_eq!(ids(&log.after(0, 10)), [2, 3]);
        assert_eq!(ids(&log.after(2, 10)), [3]);
        assert_eq!(ids(&log.after(0, 1)), [3]);
        assert!(log.after(3, 10).is_empty());
    }

    #[test]
    fn an_id_from_before_a_restart_sees_everything() {
        let log = EventLog::new(5);
        log.add(event("a"));
        assert_eq!(ids(&log.after(77, 10)), [1]);
    }

    #[tokio::test]
    async fn a_waiting_reader_gets_the_next_event() {
        let log = Arc::new(EventLog::new(5));
        log.add(event("seen"));
        let reader = tokio::spawn({
            let log = log.clone();
            async move { log.wait_after(1, 10).await }
        });
        tokio::task::yield_now().await;
        log.add(event("next"));
        let events = tokio::time::timeout(Duration::from_secs(5), reader).await.unwrap().unwrap();
        assert_eq!(ids(&events), [2]);
    }
}
