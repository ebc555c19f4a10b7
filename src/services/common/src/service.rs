//! How every service starts and ends.

use std::{future::Future, process::ExitCode};

use tokio::net::TcpListener;

use crate::{
    cli::Command,
    config::{Environment, Settings},
    health,
    shutdown::Shutdown,
    Result,
};

/// Who a service is.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// The binary's name.
    pub name: &'static str,
    /// The crate's version.
    pub version: &'static str,
    /// Where it listens unless `ATTUNE_PORT` says otherwise.
    pub default_port: u16,
}

/// What a running service gets from outside.
#[derive(Debug)]
pub struct Context {
    /// Who it is.
    pub service: Service,
    /// Its open port.
    pub listener: TcpListener,
    /// When to stop.
    pub shutdown: Shutdown,
}

impl Service {
    /// Reads the process's arguments and does what they say.
    pub fn main<F: Future<Output = Result<()>>>(self, run: impl FnOnce(Context) -> F) -> ExitCode {
        match Command::parse(std::env::args().skip(1)) {
            Ok(command) => self.start(command, run),
            Err(message) => {
                eprintln!("{message}\n{}", self.usage());
                ExitCode::from(2)
            }
        }
    }

    /// Does what a command says; the process's exit code tells how it went.
    pub fn start<F: Future<Output = Result<()>>>(self, command: Command, run: impl FnOnce(Context) -> F) -> ExitCode {
        let result = match command {
            Command::Version => {
                println!("{} {}", self.name, self.version);
                Ok(())
            }
            Command::Help => {
                println!("{}", self.usage());
                Ok(())
            }
            Command::Health => self.port().and_then(health::check),
            Command::Run => self.run(run),
        };
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{}: {error}", self.name);
                ExitCode::FAILURE
            }
        }
    }

    fn usage(&self) -> String {
        format!("usage: {} [--health | --version | --help]", self.name)
    }

    fn port(&self) -> Result<u16> {
        Environment.parsed("ATTUNE_PORT", self.default_port)
    }

    #[tokio::main]
    async fn run<F: Future<Output = Result<()>>>(self, run: impl FnOnce(Context) -> F) -> Result<()> {
        let shutdown = Shutdown::on_signals()?;
        let listener = TcpListener::bind(("0.0.0.0", self.port()?)).await?;
        println!("{} {} listens on {}", self.name, self.version, listener.local_addr()?);
        run(Context { service: self, listener, shutdown }).await?;
        println!("{} has stopped", self.name);
        Ok(())
    }
}

/// The identity of the crate that calls this.
#[macro_export]
macro_rules! service {
    ($port:expr) => {
        $crate::service::Service { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), default_port: $port }
    };
}
