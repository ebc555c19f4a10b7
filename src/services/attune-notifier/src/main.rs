//! Pushes the events people want to hear of to webhooks.

mod notify;
mod web;
mod webhook;

use std::{process::ExitCode, sync::Arc};

use attune_common::{
    config::{Environment, Settings},
    feed::Feed,
    service,
    service::Context,
    Result,
};

async fn run(context: Context) -> Result<()> {
    let feed = Feed::new(&Environment.text("ATTUNE_API", "http://127.0.0.1:8080"), "notifier")?;
    let hooks = Environment.list("ATTUNE_WEBHOOKS", "").iter().map(|url| url.parse()).collect::<Result<Vec<_>>>()?;
    let notifier = Arc::new(notify::Notifier::new(Environment.list("ATTUNE_NOTIFY", "action."), hooks));
    let pushing = context.shutdown.unless_stopped(notifier.clone().run(feed));
    let serving = web::serve(context.listener, &context.shutdown, context.service, notifier.clone());
    tokio::join!(pushing, serving);
    Ok(())
}

fn main() -> ExitCode {
    service!(8084).main(run)
}
