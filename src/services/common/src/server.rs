//! A small HTTP server for JSON: one request a connection, which is all that health checks and service calls need.

use std::{future::Future, sync::Arc, time::Duration};

use serde::Serialize;
use tokio::{io::AsyncWriteExt, net::TcpListener, net::TcpStream, task::JoinSet, time::timeout};

use crate::http::Message;

/// How long a client may take to send its request.
const REQUEST_TIME: Duration = Duration::from_secs(10);

/// How long open requests may take once the server was told to stop.
const DRAIN_TIME: Duration = Duration::from_secs(5);

/// One request.
#[derive(Debug)]
pub struct Request {
    start: String,
    /// The body's bytes.
    pub body: Vec<u8>,
}

impl Request {
    /// The method, such as `GET`.
    #[must_use]
    pub fn method(&self) -> &str {
        self.start.split(' ').next().unwrap_or_default()
    }

    /// The path without its query.
    #[must_use]
    pub fn path(&self) -> &str {
        let target = self.start.split(' ').nth(1).unwrap_or_default();
        target.split('?').next().unwrap_or_default()
    }
}

/// One answer.
#[derive(Debug)]
pub struct Response {
    status: u16,
    body: Vec<u8>,
}

impl Response {
    /// An answer that carries JSON.
    pub fn json(status: u16, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => Self { status, body },
            Err(_) => Self { status: 500, body: b"null".to_vec() },
        }
    }
}

/// Answers requests until `stop` is done, then lets open requests finish for a few seconds.
pub async fn serve<H, F>(listener: TcpListener, stop: impl Future<Output = ()>, handler: H)
where
    H: Fn(Request) -> F + Send + Sync + 'static,
    F: Future<Output = Response> + Send,
{
    let handler = Arc::new(handler);
    let mut open = JoinSet::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let handler = handler.clone();
                    open.spawn(async move { answer(stream, handler.as_ref()).await });
                }
                // Out of file descriptors, as a rule: give the open requests time to end.
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            },
            Some(_) = open.join_next(), if !open.is_empty() => {}
        }
    }
    drop(listener);
    let _ = timeout(DRAIN_TIME, async { while open.join_next().await.is_some() {} }).await;
}

async fn answer<H, F>(mut stream: TcpStream, handler: &H)
where
    H: Fn(Request) -> F,
    F: Future<Output = Response>,
{
    let response = match timeout(REQUEST_TIME, Message::read(&mut stream)).await {
        Ok(Ok(Some(message))) => handler(Request { start: message.start, body: message.body }).await,
        Ok(Ok(None)) => return,
        Ok(Err(error)) => Response::json(400, &serde_json::json!({"error": error.to_string()})),
        Err(_) => Response::json(408, &serde_json::json!({"error": "the request took too long"})),
    };
    let head = format!(
        "HTTP/1.1 {} \r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        response.status,
        response.body.len()
    );
    // A client that has gone away needs no answer.
    let _ = stream.write_all(&[head.as_bytes(), &response.body].concat()).await;
}
