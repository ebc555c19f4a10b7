//! Which action follows which kind of event.

/// What the system reports about its own work starts so; a rule on it would feed itself for ever.
const OWN: [&str; 2] = ["action.", "notification."];

/// Pairs of a kind and an action; the first match counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules(Vec<(String, String)>);

impl Rules {
    /// Reads `kind=action,kind=action`; a kind ending in `*` matches everything that starts so.
    pub fn parse(text: &str) -> Result<Self, String> {
        let rules = text.split(',').map(str::trim).filter(|rule| !rule.is_empty());
        rules.map(Self::rule).collect::<Result<_, _>>().map(Self)
    }

    fn rule(text: &str) -> Result<(String, String), String> {
        let (kind, action) = text.split_once('=').ok_or_else(|| format!("'{text}' is not kind=action"))?;
        let (kind, action) = (kind.trim(), action.trim());
        if kind.is_empty() || action.is_empty() {
            return Err(format!("'{text}' lacks a kind or an action"));
        }
        Ok((kind.to_owned(), action.to_owned()))
    }

    /// The action for a kind of event, if there is one.
    pub fn action_for(&self, kind: &str) -> Option<&str> {
        if OWN.iter().any(|own| kind.starts_with(own)) {
            return None;
        }
        let matches = |pattern: &str| match pattern.strip_suffix('*') {
            Some(prefix) => kind.starts_with(prefix),
            None => kind == pattern,
        };
        self.0.iter().find(|(pattern, _)| matches(pattern)).map(|(_, action)| action.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_match_counts() {
        let rules = Rules::parse("sensor.load=summarize, sensor.*=digest").unwrap();
        assert_eq!(rules.action_for("sensor.load"), Some("summarize"));
        assert_eq!(rules.action_for("sensor.heat"), Some("digest"));
        assert_eq!(rules.action_for("door.open"), None);
    }

    #[test]
    fn never_reacts_to_its_own_reports() {
        let rules = Rules::parse("*=digest").unwrap();
        assert_eq!(rules.action_for("action.completed"), None);
        assert_eq!(rules.action_for("notification.sent"), None);
    }

    #[test]
    fn says_which_rule_is_wrong() {
        assert_eq!(Rules::parse("a=b,c").unwrap_err(), "'c' is not kind=action");
        assert_eq!(Rules::parse("=b").unwrap_err(), "'=b' lacks a kind or an action");
    }
}
