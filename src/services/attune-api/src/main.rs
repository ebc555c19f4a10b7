//! Keeps recent events and hands them out: by page, by long poll and as a live stream.

mod log;
mod routes;

use std::{process::ExitCode, sync::Arc};

use attune_common::{
    config::{Environment, Settings},
    service,
    service::Context,
    Result,
};

/// How many events are kept unless `ATTUNE_KEEP` says otherwise.
const KEEP: usize = 1000;

async fn run(context: Context) -> Result<()> {
    let log = Arc::new(log::EventLog::new(Environment.parsed("ATTUNE_KEEP", KEEP)?.max(1)));
    let state = routes::Api { service: context.service, log, shutdown: context.shutdown.clone() };
    axum::serve(context.listener, routes::router(state)).with_graceful_shutdown(async move { context.shutdown.wait().await }).await?;
    Ok(())
}

fn main() -> ExitCode {
    service!(8080).main(run)
}
