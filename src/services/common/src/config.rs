//! Settings from the environment.

use std::str::FromStr;

use crate::Result;

/// A lookup of settings by name; `std::env::var` in production.
pub trait Settings {
    /// The value of a setting, if it is set and not empty.
    fn get(&self, name: &str) -> Option<String>;

    /// A setting as text, or its default.
    fn text(&self, name: &str, default: &str) -> String {
        self.get(name).unwrap_or_else(|| default.to_owned())
    }

    /// A setting of any type that text can be parsed into, or its default.
    fn parsed<T: FromStr>(&self, name: &str, default: T) -> Result<T> {
        match self.get(name) {
            None => Ok(default),
            Some(text) => text.parse().map_err(|_| format!("{name}: cannot read '{text}'").into()),
        }
    }

    /// A comma-separated setting, without empty items.
    fn list(&self, name: &str, default: &str) -> Vec<String> {
        self.text(name, default).split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    }
}

/// The process's environment.
#[derive(Clone, Copy, Debug)]
pub struct Environment;

impl Settings for Environment {
    fn get(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(&'static str);

    impl Settings for Fixed {
        fn get(&self, name: &str) -> Option<String> {
            (name == "SET").then(|| self.0.to_owned())
        }
    }

    #[test]
    fn falls_back_to_the_default() {
        assert_eq!(Fixed("x").text("UNSET", "d"), "d");
        assert_eq!(Fixed("x").parsed("UNSET", 7).unwrap(), 7);
    }

    #[test]
    fn says_which_setting_is_wrong() {
        let error = Fixed("soon").parsed("SET", 7).unwrap_err();
        assert_eq!(error.to_string(), "SET: cannot read 'soon'");
    }

    #[test]
    fn splits_a_list() {
        assert_eq!(Fixed("a, b,,c ").list("SET", ""), ["a", "b", "c"]);
    }
}
