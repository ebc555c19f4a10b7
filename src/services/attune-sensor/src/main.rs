//! Emits the machine's load as events, on a timer.

mod load;

use std::{process::ExitCode, time::Duration};

use async_io::Timer;
use attune_common::{
    config::{Environment, Settings},
    feed::Feed,
    server, service,
    service::Context,
    Result,
};
use futures_lite::StreamExt;

/// Seconds between two readings unless `ATTUNE_INTERVAL` says otherwise.
const INTERVAL: u64 = 5;

async fn emit(feed: Feed, interval: Duration) {
    let mut ticks = Timer::interval_at(std::time::Instant::now(), interval);
    while ticks.next().await.is_some() {
        let sent = match load::read() {
            Ok(load) => feed.report("sensor.load", load).await.map(|_| ()),
            Err(error) => Err(error),
        };
        if let Err(error) = sent {
            eprintln!("no reading sent: {error}");
        }
    }
}

async fn run(context: Context) -> Result<()> {
    let service = context.service;
    let interval = Environment.parsed("ATTUNE_INTERVAL", INTERVAL)?.max(1);
    let feed = Feed::new(&Environment.text("ATTUNE_API", "http://127.0.0.1:8080"), "sensor")?;
    let health = server::serve(context.listener, context.shutdown.wait(), move |_| async move { service.health_response() });
    tokio::join!(health, context.shutdown.unless_stopped(emit(feed, Duration::from_secs(interval))));
    Ok(())
}

fn main() -> ExitCode {
    service!(8083).main(run)
}
