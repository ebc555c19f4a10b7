//! The one thing all services talk about.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something that happened, as its source reports it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewEvent {
    /// What happened, in dotted words from general to special, such as `sensor.load`.
    pub kind: String,
    /// The service that saw it.
    pub source: String,
    /// Its details.
    #[serde(default)]
    pub data: Value,
}

impl NewEvent {
    /// The longest kind or source that is accepted, in bytes.
    pub const MAX_NAME: usize = 100;

    /// What is wrong with the event, if anything.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        let bad = |name: &str| name.is_empty() || name.len() > Self::MAX_NAME || name.chars().any(char::is_control);
        if bad(&self.kind) {
            Some("kind: 1 to 100 printable bytes are needed")
        } else if bad(&self.source) {
            Some("source: 1 to 100 printable bytes are needed")
        } else {
            None
        }
    }
}

/// An event that the API has accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the log; the first is 1.
    pub id: u64,
    /// When the API accepted it, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// What was reported.
    #[serde(flatten)]
    pub event: NewEvent,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn is_flat_in_json() {
        let event = Event { id: 3, at: 9, event: NewEvent { kind: "k".into(), source: "s".into(), data: json!({"x": 1}) } };
        let text = json!({"id": 3, "at": 9, "kind": "k", "source": "s", "data": {"x": 1}});
        assert_eq!(serde_json::to_value(&event).unwrap(), text);
        assert_eq!(serde_json::from_value::<Event>(text).unwrap(), event);
    }

    #[test]
    fn data_may_be_left_out() {
        let event: NewEvent = serde_json::from_str(r#"{"kind":"k","source":"s"}"#).unwrap();
        assert_eq!((event.fault(), event.data), (None, Value::Null));
    }

    #[test]
    fn names_are_bounded_and_printable() {
        let named = |kind: &str| NewEvent { kind: kind.into(), source: "s".into(), data: Value::Null };
        assert!(named("").fault().is_some());
        assert!(named("a\nb").fault().is_some());
        assert!(named(&"k".repeat(101)).fault().is_some());
        assert!(named(&"k".repeat(100)).fault().is_none());
    }
}
