//! A small HTTP client for JSON, for services that call each other.

use std::time::Duration;

use serde::{de::DeserializeOwned, Serialize};
use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};

use crate::{http::Message, Result};

/// Calls one other service.
#[derive(Clone, Debug)]
pub struct Client {
    authority: String,
    patience: Duration,
}

impl Client {
    /// A client for an address such as `http://api:8080`; an answer may take up to `patience`.
    pub fn new(address: &str, patience: Duration) -> Result<Self> {
        let authority = address.strip_prefix("http://").unwrap_or(address).trim_end_matches('/');
        let valid = authority.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
        if !valid || authority.contains('/') {
            return Err(format!("'{address}' is not an address such as http://host:8080").into());
        }
        Ok(Self { authority: authority.to_owned(), patience })
    }

    /// Gets a path's JSON.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        self.send("GET", path, b"").await
    }

    /// Posts JSON to a path and reads the JSON of the answer.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T> {
        self.send("POST", path, &serde_json::to_vec(body)?).await
    }

    async fn send<T: DeserializeOwned>(&self, method: &str, path: &str, body: &[u8]) -> Result<T> {
        let exchange = self.exchange(method, path, body);
        let answer = timeout(self.patience, exchange).await.map_err(|_| format!("{} did not answer", self.authority))??;
        let status: u16 = answer.start.split(' ').nth(1).unwrap_or_default().parse()?;
        if !(200..300).contains(&status) {
            return Err(format!("{} answered {status}: {}", self.authority, String::from_utf8_lossy(&answer.body)).into());
        }
        Ok(serde_json::from_slice(&answer.body)?)
    }

    async fn exchange(&self, method: &str, path: &str, body: &[u8]) -> Result<Message> {
        let mut stream = TcpStream::connect(&self.authority).await?;
        // HTTP/1.0, so that no answer comes in chunks.
        let head = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.authority,
            body.len()
        );
        stream.write_all(&[head.as_bytes(), body].concat()).await?;
        Message::read(&mut stream).await?.ok_or_else(|| "the connection closed without an answer".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::{serve, Response};
    use serde_json::{json, Value};
    use tokio::net::TcpListener;

    #[test]
    fn wants_host_and_port() {
        for address in ["", "api", "http://api", "http://:80", "http://api:http", "http://api:80/x"] {
            assert!(Client::new(address, Duration::ZERO).is_err(), "{address}");
        }
        assert!(Client::new("http://api:80/", Duration::ZERO).is_ok());
    }

    async fn echo_server() -> Client {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(serve(listener, std::future::pending(), |request| async move {
            match request.path() {
                "/echo" => Response::json(200, &json!({"got": serde_json::from_slice::<Value>(&request.body).ok()})),
                _ => Response::json(404, &json!({"error": "no such path"})),
            }
        }));
        Client::new(&address, Duration::from_secs(5)).unwrap()
    }

    #[tokio::test]
    async fn posts_and_reads_json() {
        let answer: Value = echo_server().await.post("/echo", &json!([1, 2])).await.unwrap();
        assert_eq!(answer, json!({"got": [1, 2]}));
    }

    #[tokio::test]
    async fn a_refusal_is_an_error_with_its_text() {
        let error = echo_server().await.get::<Value>("/none").await.unwrap_err().to_string();
        assert!(error.contains("404") && error.contains("no such path"), "{error}");
    }
}
