//! One receiver of notifications.

use std::{fmt, str::FromStr, time::Duration};

use attune_common::{event::Event, Error, Result};
use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1, header, Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// An address that takes events as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook(Uri);

impl FromStr for Webhook {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let uri: Uri = text.parse()?;
        if uri.scheme_str() != Some("http") || uri.authority().is_none() {
            return Err(format!("'{text}' is not an address such as http://host/path").into());
        }
        Ok(Self(uri))
    }
}

impl fmt::Display for Webhook {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The path may hold a token, so it stays out of every log.
        formatter.write_str(self.0.host().unwrap_or_default())
    }
}

impl Webhook {
    /// Delivers an event.
    pub async fn push(&self, event: &Event) -> Result<()> {
        let body = Bytes::from(serde_json::to_vec(event)?);
        timeout(PATIENCE, self.send(body)).await.map_err(|_| "the receiver took too long")?
    }

    async fn send(&self, body: Bytes) -> Result<()> {
        let (host, port) = (self.0.host().unwrap_or_default(), self.0.port_u16().unwrap_or(80));
        let stream = TcpStream::connect((host, port)).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let driver = tokio::spawn(connection);
        let path = self.0.path_and_query().map_or("/", |path| path.as_str());
        let request = Request::post(path)
            .header(header::HOST, format!("{host}:{port}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::new(body))?;
        let status = sender.send_request(request).await.map(|response| response.status());
        driver.abort();
        match status? {
            status if status.is_success() => Ok(()),
            status => Err(format!("the receiver answered {status}").into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wants_a_plain_http_address() {
        for text in ["", "host", "ftp://host/x", "/path"] {
            assert!(text.parse::<Webhook>().is_err(), "{text}");
        }
    }

    #[test]
    fn shows_no_path() {
        let hook: Webhook = "http://hooks.example:81/secret".parse().unwrap();
        assert_eq!(hook.to_string(), "hooks.example");
    }
}
