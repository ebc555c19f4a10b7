//! Being told to stop.

use tokio::{
    signal::unix::{signal, SignalKind},
    sync::watch,
};

use crate::Result;

/// Whether the service was told to stop; every clone sees it.
#[derive(Clone, Debug)]
pub struct Shutdown(watch::Receiver<bool>);

impl Shutdown {
    /// Listens for SIGTERM (what an engine sends) and SIGINT (Ctrl-C).
    pub fn on_signals() -> Result<Self> {
        let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let (sender, receiver) = watch::channel(false);
        tokio::spawn(async move {
            tokio::select! { _ = term.recv() => {}, _ = int.recv() => {} }
            let _ = sender.send(true);
        });
        Ok(Self(receiver))
    }

    /// Is done as soon as the service shall stop.
    pub async fn wait(&self) {
        // The sender is only dropped after it has sent, so an error can't mean anything but "stop".
        let _ = self.0.clone().wait_for(|stop| *stop).await;
    }

    /// Runs work until it is done (`Some`) or the service shall stop (`None`).
    pub async fn unless_stopped<T>(&self, work: impl std::future::Future<Output = T>) -> Option<T> {
        tokio::select! { () = self.wait() => None, result = work => Some(result) }
    }
}
