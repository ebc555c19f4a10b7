//! The executor's command line; each option can be given by the environment too.

use attune_common::cli::Command as Start;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::rules::Rules;

/// Where the others are, and what to do about events.
#[derive(Debug)]
pub struct Settings {
    pub api: String,
    pub worker: String,
    pub rules: Rules,
}

/// Reads the process's arguments; wrong ones end the process with a message.
pub fn parse() -> (Start, Settings) {
    read(&command().get_matches())
}

fn command() -> Command {
    Command::new(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .arg(Arg::new("health").long("health").action(ArgAction::SetTrue).help("Ask the running service for its health"))
        .arg(option("api", "ATTUNE_API", "http://127.0.0.1:8080", "Where the API is"))
        .arg(option("worker", "ATTUNE_WORKER", "http://127.0.0.1:8082", "Where the worker is"))
        .arg(
            option("rules", "ATTUNE_RULES", "sensor.load=summarize", "Which action follows which kind of event: kind=action,…")
                .value_parser(Rules::parse),
        )
}

fn option(name: &'static str, variable: &'static str, default: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).env(variable).default_value(default).help(help)
}

fn read(matches: &ArgMatches) -> (Start, Settings) {
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let rules = matches.get_one::<Rules>("rules").cloned().unwrap_or_default();
    let start = if matches.get_flag("health") { Start::Health } else { Start::Run };
    (start, Settings { api: text("api"), worker: text("worker"), rules })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn options_beat_defaults() {
        let matches = command().get_matches_from(["attune-executor", "--worker", "http://w:1", "--rules", "a=b", "--health"]);
        let (start, settings) = read(&matches);
        assert_eq!((start, settings.worker.as_str()), (Start::Health, "http://w:1"));
        assert_eq!(settings.rules.action_for("a"), Some("b"));
    }

    #[test]
    fn a_wrong_rule_is_refused() {
        assert!(command().try_get_matches_from(["attune-executor", "--rules", "a"]).is_err());
    }
}
