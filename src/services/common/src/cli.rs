//! The command line that every service understands.

/// What a service was started for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Serve until told to stop.
    Run,
    /// Ask the running service for its health.
    Health,
    /// Print name and version.
    Version,
    /// Print the usage.
    Help,
}

impl Command {
    /// Reads the arguments after the program's name.
    pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut args = args.into_iter();
        let command = match args.next().as_deref() {
            None => Self::Run,
            Some("--health") => Self::Health,
            Some("--version" | "-V") => Self::Version,
            Some("--help" | "-h") => Self::Help,
            Some(other) => return Err(format!("unknown argument: {other}")),
        };
        match args.next() {
            None => Ok(command),
            Some(extra) => Err(format!("unexpected argument: {extra}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Command, String> {
        Command::parse(args.iter().map(ToString::to_string))
    }

    #[test]
    fn runs_without_arguments() {
        assert_eq!(parse(&[]), Ok(Command::Run));
    }

    #[test]
    fn reads_each_flag() {
        assert_eq!(parse(&["--health"]), Ok(Command::Health));
        assert_eq!(parse(&["-V"]), Ok(Command::Version));
        assert_eq!(parse(&["--help"]), Ok(Command::Help));
    }

    #[test]
    fn names_what_it_does_not_know() {
        assert_eq!(parse(&["--healthy"]), Err("unknown argument: --healthy".into()));
        assert_eq!(parse(&["--health", "now"]), Err("unexpected argument: now".into()));
    }
}
