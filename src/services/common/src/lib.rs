//! What every Attune service shares.

pub mod cli;
pub mod client;
pub mod config;
pub mod event;
pub mod feed;
pub mod health;
pub mod http;
pub mod server;
pub mod service;
pub mod shutdown;

/// Any failure of a service: shown, never matched on.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The outcome of anything that can fail.
pub type Result<T> = std::result::Result<T, Error>;
