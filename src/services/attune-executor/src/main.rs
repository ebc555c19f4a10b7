//! Watches events and dispatches the actions that its rules ask for.

mod dispatch;
mod options;
mod rules;

use std::process::ExitCode;

use attune_common::{feed::Feed, server, service::Context, Result};

async fn run(context: Context, settings: options::Settings) -> Result<()> {
    let service = context.service;
    let feed = Feed::new(&settings.api, "executor")?;
    let dispatcher = dispatch::Dispatcher::new(feed, &settings.worker, settings.rules)?;
    let health = server::serve(context.listener, context.shutdown.wait(), move |_| async move { service.health_response() });
    tokio::join!(health, context.shutdown.unless_stopped(dispatcher.run()));
    Ok(())
}

fn main() -> ExitCode {
    let (command, settings) = options::parse();
    attune_common::service!(8081).start(command, |context| run(context, settings))
}
